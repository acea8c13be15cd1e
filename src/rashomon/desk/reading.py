"""What can be asked of a desk: reports, stories, dossiers, the log of changes, searches, claims, decisions.

Nothing here takes reports or decisions; a dossier that is stale is made anew on the way, and kept where the desk may be
written to.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rashomon.desk.claims import Line, lines_on
from rashomon.desk.claims import query as claim_query
from rashomon.desk.dossiers import Dossiers
from rashomon.desk.folder import Folder
from rashomon.errors import NotFound, UsageError
from rashomon.records.article import Article
from rashomon.records.desk import (
    ANY,
    ArticleRow,
    Change,
    Decision,
    Filter,
    Hit,
    Move,
    OutletRow,
    SavedSearch,
    Slice,
    Source,
    StoryRow,
)
from rashomon.store import Store
from rashomon.store.connection import WAIT

Data = dict[str, Any]
CLAIM_STORIES = 8
"""Stories whose dossiers are asked about a claim."""


def utc_now() -> str:
    """This moment in UTC, to the second: `2026-11-22T09:30:00Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Reading:
    """The part of a desk that is asked."""

    def __init__(self, folder: Folder, store: Store, now: Callable[[], str] = utc_now) -> None:
        self._folder, self.store, self._now = folder, store, now
        self.settings = folder.settings()
        self._dossiers = Dossiers(store, self.settings, now)

    @classmethod
    def open(
        cls,
        folder: str | PathLike[str] = ".",
        read_only: bool = False,
        now: Callable[[], str] = utc_now,
        wait: float = WAIT,
        older: bool = False,
    ) -> Self:
        """Open the desk in `folder`. Raises NotADesk when there is none, UsageError for settings that are none.

        `wait`: seconds to wait for somebody else who is writing. `older`: for reading also a desk of an older version,
        as it is, so that it can be copied before it is brought forward.
        """
        place = Folder(Path(folder))
        place.require()
        return cls(place, Store.open(place.database, read_only, wait=wait, older=older), now)

    @property
    def folder(self) -> Path:
        """Where the desk stands."""
        return self._folder.path

    @property
    def exports(self) -> Path:
        """The folder for what is written out."""
        return self._folder.exports

    def close(self) -> None:
        """Close the desk; nothing can be asked afterwards."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def article(self, article: str) -> tuple[ArticleRow, Article]:
        """A report with its row. Raises NotFound."""
        return self.store.articles([article])[0]

    def articles(self, only: Filter = ANY, cursor: str | None = None, limit: int = 50) -> Slice[ArticleRow]:
        """Reports, newest arrival first."""
        return self.store.article_rows(only, cursor, limit)

    def stories(self, only: Filter = ANY, cursor: str | None = None, limit: int = 50) -> Slice[StoryRow]:
        """Stories, those with the newest report first."""
        return self.store.stories(only, cursor, limit)

    def story_days(self, only: Filter = ANY) -> tuple[tuple[str, int, str], ...]:
        """The days of stories, newest first, each with how many stories and the cursor with which `stories` begins."""
        return self.store.story_days(only)

    def outlets(self) -> tuple[OutletRow, ...]:
        """The outlets of current reports, those with the most first."""
        return self.store.outlets()

    def story(self, story: str) -> StoryRow:
        """A story, or the one it has become part of. Raises NotFound."""
        row = self.store.story(story)
        if row is None:
            raise NotFound(f"there is no story {story!r} in this desk: `rashomon desk stories` lists them")
        return row

    def members(self, story: str) -> tuple[ArticleRow, ...]:
        """The current reports of a story, in the order of its dossier. Raises NotFound."""
        return tuple(self.store.rows(self.store.members(self.story(story).id)))

    def history(self, story: str) -> tuple[Move, ...]:
        """How a story came to have its reports, oldest first. Raises NotFound."""
        return self.store.history(self.story(story).id)

    def dossier(self, story: str) -> Data:
        """The dossier of a story as JSON-ready data of schema `rashomon.dossier/1`, up to date. Raises NotFound."""
        return self._dossiers.get(self.story(story).id)

    def version(self, story: str) -> tuple[str, bool]:
        """A word that changes whenever the dossier of a story does, and whether that dossier is kept already.

        Costs little beside making a dossier. Raises NotFound.
        """
        return self._dossiers.version(self.story(story).id)

    def changes(
        self, story: str | None = None, since: str | None = None, cursor: str | None = None, limit: int = 100
    ) -> Slice[Change]:
        """What changed in dossiers, newest first; of one story, and since a moment, when asked."""
        return self.store.changes(self.story(story).id if story else None, since, cursor, limit)

    def export(self, story: str, path: str | PathLike[str], to: str | None = None) -> list[Path]:
        """Write the dossier of a story to `path` and give what was written.

        `to`: a format of `rashomon export` (`csv`, `ninjs` …); without it the suffix decides: .html, .json or .md.
        """
        from rashomon.export import render
        from rashomon.export.files import write_whole
        from rashomon.export.formats import export

        dossier, path = self.dossier(story), Path(path)
        if to is not None:
            return list(export(dossier, to, path))
        return [write_whole(path, render(dossier, path.suffix))]

    # Finding

    def search(
        self, query: str, only: Filter = ANY, cursor: str | None = None, limit: int = 20, everywhere: bool = False
    ) -> Slice[Hit]:
        """Reports that match a query (docs/store.md), the best first. Raises UsageError for a query that is none."""
        return self.store.search(query, only, cursor, limit, everywhere=everywhere)

    def is_named(self, name: str, story: str | None = None) -> bool:
        """Whether the words of a name stand together in some report: of a story, else of the desk. Raises NotFound."""
        only = Filter(story=self.story(story).id) if story is not None else ANY
        words = " ".join(name.replace('"', " ").split())
        try:
            return bool(self.store.search(f'"{words}"', only, limit=1, everywhere=True).items)
        except UsageError:  # signs without a word
            return False

    def searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches by name."""
        return self.store.searches()

    def alerts(self, name: str, since: str | None = None, limit: int = 50) -> tuple[Hit, ...]:
        """What a saved search finds among reports that came after `since` (else after it was saved), newest first.

        Raises NotFound.
        """
        saved = next((s for s in self.searches() if s.name == name), None)
        if saved is None:
            known = ", ".join(s.name for s in self.searches()) or "none is saved yet"
            raise NotFound(f"there is no saved search {name!r}: {known}")
        return self.store.search(saved.query, Filter(arrived=since or saved.created), limit=limit, newest=True).items

    def check_claim(self, text: str, limit: int = 20) -> tuple[Line, ...]:
        """Lines of dossiers that speak of a claim, with their passages, the closest first; no verdict of truth.

        A dossier whose reports, decisions and settings are those of now is asked as it was kept, also when an older
        version of our code made it: its passages stand as they did, and nobody waits for stories to be compared again.
        """
        asked = claim_query(text)
        if not asked:
            return ()
        hits = self.store.search(asked, limit=100).items
        stories = list(dict.fromkeys(hit.story for hit in hits if hit.story))[:CLAIM_STORIES]
        lines = [line for story in stories for line in lines_on(text, story, self._at_hand(story))]
        return tuple(sorted(lines, key=lambda x: (-x.score, stories.index(x.story), x.section, x.id))[:limit])

    def _at_hand(self, story: str) -> Data:
        """The dossier of a story as it was kept, where only our code is newer; else up to date. Raises NotFound."""
        return self._dossiers.of_older_code(story) or self.dossier(story)

    # What people decided, what is followed

    def decisions(self, active: bool = True) -> tuple[Decision, ...]:
        """Decisions in the order they were taken; with `active=False` also those taken back."""
        return self.store.decisions(active)

    def sources(self) -> tuple[Source, ...]:
        """What is followed, by URL."""
        return self.store.sources()

    def backup(self, folder: str | PathLike[str]) -> Path:
        """Copy the desk as it is at this moment into `folder`, beside whoever writes; the copy is a desk of its own.

        Reports, decisions, sources and settings are in it, exports are not. Raises UsageError when there is a desk
        already or nothing can be written there, DeskFull when there is no room; a folder that it made is then gone.
        """
        there = Path(folder).exists()
        try:
            copy = self._folder.copy(Path(folder))
            self.store.backup(copy.database)
        except BaseException:
            if not there:
                shutil.rmtree(folder, ignore_errors=True)
            raise
        return copy.path

    def check(self, deep: bool = False) -> tuple[str, ...]:
        """Everything that is wrong with the desk, in plain words; empty when it is whole. `deep` reads every text."""
        return self.store.check(deep=deep)
