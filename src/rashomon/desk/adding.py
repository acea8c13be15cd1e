"""Reports into a desk: read, labelled, marked and put into their stories, batch by batch.

A batch is one transaction: reports, marks, stories and the memory of grouping come together or not at all, so that the
work can be stopped anywhere and begun again; what is known already is not read into marks a second time. One bad file
never stops the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from os import PathLike, fspath
from typing import Any

from rashomon.desk.crew import Crew, clean_pages
from rashomon.desk.dossiers import marks_version
from rashomon.desk.grouping import Grouping
from rashomon.errors import Unreadable
from rashomon.records.article import Article, Page
from rashomon.records.dossier import Unread
from rashomon.records.marks import Marks
from rashomon.settings import Settings
from rashomon.steps.read import expand, read_mapping
from rashomon.store import Store
from rashomon.store.articles import content_key

BATCH = 64
"""Reports of a transaction."""
FILES = 256
"""Files that are handed to the readers at once."""

Report = str | PathLike[str] | Mapping[str, Any]
Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done and how much there is."""
Pair = tuple[Page, Article]


@dataclass(slots=True)
class Added:
    """What came of reports: ids of new ones, of known ones, (new, older) ids of revisions, and what was not read.

    `stories`: ids of the stories that changed; `changes`: how many lines of their dossiers did.
    """

    new: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    revised: list[tuple[str, str]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    stories: list[str] = field(default_factory=list)
    changes: int = 0

    @property
    def came(self) -> set[str]:
        """Ids of the reports that were not there before."""
        return {*self.new, *(article for article, _ in self.revised)}


class Adding:
    """One intake of reports."""

    def __init__(
        self, store: Store, grouping: Grouping, settings: Settings, now: Callable[[], str], crew: Crew
    ) -> None:
        self._store, self._grouping, self._settings, self._now, self._crew = store, grouping, settings, now, crew
        self.added = Added()

    def reports(self, reports: Iterable[Report], progress: Progress) -> None:
        """Read and take files, folders and records."""
        records = []
        paths = []
        for report in reports:
            if isinstance(report, Mapping):
                records.append(report)
            else:
                paths.append(fspath(report))
        files = expand(paths)
        total = len(files) + len(records)
        waiting: list[Pair] = []
        taken = 0
        progress("reading files", 0, total)
        for done, (found, unread) in enumerate(self._read(files, records), start=1):
            self.added.unread += unread
            waiting += found
            while len(waiting) >= BATCH:
                self.take(waiting[:BATCH])
                del waiting[:BATCH]
                taken += BATCH
                progress("taking reports", taken, taken + len(waiting))  # one file can hold thousands
            progress("reading files", done, total)
        if waiting:
            self.take(waiting)

    def take(self, pairs: Iterable[Pair]) -> None:
        """Take reports that are read and labelled: one transaction."""
        fresh = [(page, article) for page, article in pairs if not self._is_known(page, article)]
        found = self._crew.mark([article for _, article in fresh], self._settings)
        marked: list[tuple[Page, Article, Marks]] = []
        for (page, article), marks in zip(fresh, found, strict=True):
            if isinstance(marks, str):
                self.added.unread.append(Unread(article.path, marks))
            else:
                marked.append((page, article, marks))
        if not marked:
            return
        try:
            self._write(marked)
        except BaseException:
            self._grouping.forget()  # what it remembers was taken back
            raise

    def _write(self, marked: list[tuple[Page, Article, Marks]]) -> None:
        """Write a batch whole; the summary learns of it only then."""
        new, known, revised, unread = [], [], [], []
        at = self._now()
        with self._store.transaction():
            self._grouping.open_batch()
            for page, article, marks in marked:
                try:
                    row, arrival = self._store.put_article(article, page, added=at)
                except Unreadable as problem:
                    unread.append(Unread(problem.path, problem.reason))
                    continue
                if arrival == "known":  # twice in this batch, or written by somebody else meanwhile
                    known.append(row.id)
                    continue
                stored = marks.words.article
                self._store.put_marks(row.id, marks_version(stored, self._settings), marks)
                self._grouping.add(row, stored, at)
                if row.revises:
                    revised.append((row.id, row.revises))
                else:
                    new.append(row.id)
            self._grouping.close_batch()
        self.added.new += new
        self.added.known += known
        self.added.revised += revised
        self.added.unread += unread

    def _is_known(self, page: Page, article: Article) -> bool:
        try:
            found = self._store.article("a" + content_key(article, page)[:12])
        except UnicodeEncodeError:  # half a surrogate pair: refused when it is written
            return False
        if found is None or found[0].sha256 != article.sha256 or found[0].url != article.url:
            return False
        self.added.known.append(found[0].id)
        return True

    def _read(self, files: list[str], records: list[Mapping[str, Any]]) -> Iterator[tuple[list[Pair], list[Unread]]]:
        rest = iter(files)
        while some := list(islice(rest, FILES)):
            yield from self._crew.read(some, self._settings)
        for record in records:
            try:
                page = read_mapping(record, str(record.get("id") or "record"), self._settings)
            except Unreadable as problem:
                yield [], [Unread(problem.path, problem.reason)]
            else:
                yield clean_pages([page], [], self._settings)
