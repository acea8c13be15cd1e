"""Everything again, from reports and decisions: labels and marks where the code has changed, then all stories.

Labels and marks are replaced batch by batch; a stop between them loses nothing. Stories are made in one transaction, in
the order the reports came and with all decisions known from the start, so that a desk is always either as it was or
rebuilt, and two rebuilds give the same. An id of a story that nothing has any more leads to the story of its reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.desk.adding import BATCH, Progress
from rashomon.desk.crew import Crew, clean_pages
from rashomon.desk.dossiers import marks_version
from rashomon.desk.grouping import Grouping
from rashomon.desk.story_ids import story_of
from rashomon.desk.unsettled import Unsettled
from rashomon.records.article import Article
from rashomon.settings import Settings
from rashomon.store import Store

REBUILT = "the desk was rebuilt"


def rebuild(store: Store, settings: Settings, now: Callable[[], str], crew: Crew, progress: Progress) -> None:
    """Work out again what can be worked out."""
    total = store.count_articles()
    done = 0
    for batch in _batches(store):
        _mark(store, settings, crew, batch)
        done += len(batch)
        progress("reading reports", done, total)
    grouping = Grouping(store)
    with store.transaction():
        before = store.whereabouts()
        store.forget_derived()
        done = 0
        at = now()
        grouping.open_batch()
        for batch in _batches(store):
            for row, article in store.articles(batch):
                grouping.add(row, article, at)
            done += len(batch)
            progress("finding stories", done, total)
        grouping.close_batch()
        grouping.repair(at)
        _lead(store, before, at)
        unsettled = Unsettled(store)
        unsettled.close_round()
        unsettled.strike(unsettled.noted())  # dossiers are made when somebody asks for them


def _lead(store: Store, before: Mapping[str, Sequence[str]], at: str) -> None:
    """Ids that no story has any more lead to where most of their reports are: somebody may have kept an address."""
    for name, articles in before.items():
        if store.story(name) is None:
            now = Counter(row.story for row in store.rows(articles) if row.story is not None)
            if now:
                store.lead_story(name, min(now, key=lambda story: (-now[story], story_of(story))), REBUILT, at)


def _batches(store: Store) -> Iterator[tuple[str, ...]]:
    cursor = None
    while True:
        page = store.article_ids(cursor, BATCH)
        if page.items:
            yield page.items
        cursor = page.next
        if cursor is None:
            return


def _mark(store: Store, settings: Settings, crew: Crew, batch: tuple[str, ...]) -> None:
    """Labels of a batch where they changed, marks where they are missing."""
    todo: list[tuple[Article, bool]] = []
    for name in batch:
        (_, stored), page = store.articles([name])[0], store.page(name)
        given = stored.published if stored.published_from == "given" else None  # `--date` when it was added
        cleaned, _ = clean_pages([page], [], replace(settings, date=given))
        article = replace(cleaned[0][1], id=name) if cleaned else stored
        changed = article != stored
        if changed or store.marks(name, marks_version(article, settings)) is None:
            todo.append((article, changed))
    marks = list(crew.mark([article for article, _ in todo], settings))
    if not todo:
        return
    with store.transaction():
        for (article, changed), found in zip(todo, marks, strict=True):
            if changed:
                store.put_labels(article)
            if not isinstance(found, str):
                store.put_marks(article.id, marks_version(article, settings), found)
