"""The timeline of a story: event time, time of the utterance and time of publication kept apart.

An entry is one event (or utterance, or publication) with the clauses that tell it and the words that say when. Reports
that tell the same event share one entry; its time is the one most of them give, the more exact where two tie. Nothing
of link lists, captions or adverts enters, nor do reports that belong to another story.
"""

from __future__ import annotations

from collections import Counter

from rashomon.records.article import Article
from rashomon.records.dossier import Story
from rashomon.records.findings import Precision, TimelineEntry
from rashomon.records.marks import Mode
from rashomon.records.span import cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.timeline.dating import Collector
from rashomon.steps.reconcile.timeline.items import EXACT, Item
from rashomon.steps.reconcile.timeline.join import join


def find_timeline(story: Story, cast: Cast) -> tuple[TimelineEntry, ...]:
    """The timeline of `story`, earliest first."""
    kin = Kin(cast)
    dated: list[Item] = []
    undated: list[Item] = []
    for number, (article, marks) in enumerate(zip(story.articles, story.marks, strict=True)):
        if not article.stray:
            collector = Collector(number, marks, cast, kin)
            dated += collector.dated()
            undated += collector.undated()
    entries = [_entry(story, group) for group in join(dated, undated)]
    entries += _publications(story)
    entries.sort(key=lambda e: (e.start[:10], EXACT.index(e.precision) > 3, e.start, -e.outlets, e.end, e.cites[0]))
    return tuple(
        TimelineEntry(f"t{n}", e.start, e.end, e.precision, e.what, e.cites, e.times, e.outlets, e.mode, e.of)
        for n, e in enumerate(entries, start=1)
    )


def _entry(story: Story, group: list[Item]) -> TimelineEntry:
    timed = [i for i in group if i.times]
    votes = Counter((i.start, i.end, i.precision) for i in timed)
    start, end, precision = min(votes, key=lambda v: (-votes[v], EXACT.index(v[2]), v))
    return TimelineEntry(
        "t",
        start,
        end or start,
        precision,
        clearest(group),
        tuple(sorted({i.cite for i in group})),
        tuple(sorted({t for i in timed for t in i.times})),
        len({outlet(story.articles[i.article]) for i in group}),
        mode_of(group),
        timed[0].of,
    )


def clearest(group: list[Item]) -> str:
    """The clause that tells most plainly: with its time, a whole clause, by the outlet itself, then the shortest."""
    best = min(
        group,
        key=lambda i: (
            not i.times,
            not i.whole,
            i.mode == "reported",
            i.text[:1].islower(),
            -min(len(i.actors), 2),
            len(i.text),
            i.cite,
        ),
    )
    return best.text


def mode_of(group: list[Item]) -> Mode:
    """Happened when one report tells it as happened; reported when somebody vouches; else planned."""
    modes = {i.mode for i in group}
    return "happened" if "happened" in modes else "reported" if "reported" in modes else "planned"


def outlet(article: Article) -> str:
    """Two reports of one outlet are one voice; an outlet that is not known speaks for itself."""
    return f"outlet {article.outlet.casefold()}" if article.outlet else f"article {article.id}"


def _publications(story: Story) -> list[TimelineEntry]:
    """When reports were published, where their text says so."""
    entries = []
    for article in story.articles:
        blocks = list(article.of_kind(frozenset({"date"})))
        if article.stray or not article.published or article.published_from != "text" or not blocks:
            continue
        cites = tuple(cite(article.id, b.span) for b in blocks[:1])
        precision: Precision = "minute" if "T" in article.published else "day"
        what = blocks[0].span.of(article.text).strip()
        entries.append(
            TimelineEntry(
                "t", article.published, article.published, precision, what, cites, cites, 1, "happened", "publication"
            )
        )
    return entries
