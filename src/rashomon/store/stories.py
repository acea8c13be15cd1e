"""Stories: which reports belong to which, how that came about, and the newest dossier of each.

A report is in one story at a time. Every move is kept with its reason. A story that became part of another one stays
findable under its old id. Numbers in the rows (reports, outlets, days) are counted once for a transaction.
"""

from __future__ import annotations

import zlib
from typing import Any

from rashomon.errors import NotFound, UsageError
from rashomon.records.desk import ANY, Filter, Move, Slice, StoryRow
from rashomon.store import cursor as cursors
from rashomon.store import sql
from rashomon.store.articles import NEWEST, Articles

LAST_DAY = "￿"
"""Sorts behind every day."""


class Stories(Articles):
    """The part of the store that keeps stories."""

    def assign(self, article_id: str, story_id: str, why: str, at: str) -> str:
        """Put a report into a story, out of the one it was in; the story is made when there is none of that id.

        Gives the id of the story it is now in: another one when `story_id` has become part of it. Raises NotFound for
        an unknown article.
        """
        with self._whole():
            number = self._number(article_id)
            story = self._story_number(story_id)
            if story is None:
                story = self._do(sql.ADD_STORY, (story_id, at)).lastrowid
                assert story is not None
            before = self._row(sql.STORY_OF, (number,))
            into = self._row(sql.STORY_BY_NUMBER, (story,))[0]
            if before and before[0] == story:
                return str(into)
            self._do(sql.PUT_MEMBER, (number, story))
            self._do(sql.ADD_MOVE, (at, article_id, before[1] if before else None, into, why))
            for touched in {story, *([before[0]] if before else [])}:
                self._do(sql.TOUCH, (at, touched))
                self._stale.add(touched)
            return str(into)

    def merge_story(self, old: str, into: str, why: str, at: str) -> None:
        """Make story `old` part of story `into`, with all its reports; its id leads there from now on.

        Nothing happens when it is so already. Raises NotFound when there is no such story.
        """
        with self._whole():
            source, target = self._known_story(old), self._known_story(into)
            if source == target:
                return
            self._do(sql.MOVE_MEMBERS, (target, source))
            self._do(sql.MERGE, (target, at, source, source))
            self._do(sql.FORGET_DOSSIER, (source,))
            self._do(sql.TOUCH, (at, target))
            names = [self._row(sql.STORY_BY_NUMBER, (n,))[0] for n in (source, target)]
            self._do(sql.ADD_MOVE, (at, None, *names, why))
            self._stale |= {source, target}

    def reopen_story(self, old: str, why: str, at: str) -> None:
        """Make a story that became part of another one a story of its own again, still without reports.

        Raises NotFound, UsageError when it is a story of its own.
        """
        with self._whole():
            row = self._row(sql.STORY, (old,))
            if row is None:
                raise NotFound(f"there is no story {old!r} in this desk")
            if row[7] is None:
                raise UsageError(f"story {old!r} is a story of its own")
            self._do(sql.UNMERGE, (at, old))
            self._do(sql.ADD_MOVE, (at, None, row[7], old, why))
            self._stale.add(row[10])

    def lead_story(self, old: str, into: str, why: str, at: str) -> None:
        """Make an id that no story has lead to story `into`. Nothing happens when a story has it. Raises NotFound."""
        with self._whole():
            target = self._known_story(into)
            if self._story_number(old) is None:
                self._do(sql.ADD_STORY, (old, at))
                self.merge_story(old, self._row(sql.STORY_BY_NUMBER, (target,))[0], why, at)

    def whereabouts(self) -> dict[str, tuple[str, ...]]:
        """For each id of a story, also one that leads elsewhere, the reports that are found under it."""
        return {name: self.members(name, versions=True) for (name,) in self._rows(sql.STORY_IDS)}

    def story(self, story_id: str) -> StoryRow | None:
        """A story, or the one it has become part of; None when there is none of that id."""
        number = self._story_number(story_id)
        if number is None:
            return None
        self._settle()
        return story_row(self._row(sql.STORY_BY_NUMBER, (number,)))

    def stories(self, only: Filter = ANY, cursor: str | None = None, limit: int = 50) -> Slice[StoryRow]:
        """Stories with the newest report first; merged and empty ones are left out.

        A story that gets a report while its list is read moves to the front; no other row moves.
        """
        self._settle()
        day, number = cursors.read("stories", cursor, str, int) or (LAST_DAY, NEWEST)
        where, values = self._story_conditions(only)
        rows = self._rows(sql.STORIES_BEFORE.format(where=where), (day, number, *values, cursors.size(limit) + 1))
        more = cursors.write("stories", rows[limit - 1][11], rows[limit - 1][10]) if len(rows) > limit else None
        return Slice(tuple(story_row(row) for row in rows[:limit]), more)

    def story_days(self, only: Filter = ANY) -> tuple[tuple[str, int, str], ...]:
        """The days of stories, newest first, each with how many stories and the cursor `stories` begins with there.

        The day of a story is that of its newest report; that of arrival when no report has a date.
        """
        self._settle()
        where, values = self._story_conditions(only)
        rows = self._rows(sql.STORY_DAYS.format(where=where), values)
        return tuple((day, many, cursors.write("stories", day, NEWEST)) for day, many in rows)

    def members(self, story: str, *, versions: bool = False) -> tuple[str, ...]:
        """Ids of the reports of a story, in the order of its dossier; with `versions` also those since replaced.

        Raises NotFound.
        """
        rows = self._rows(sql.ALL_MEMBERS if versions else sql.MEMBERS, (self._known_story(story),))
        return tuple(row[0] for row in rows)

    def outlets_of(self, story: str) -> tuple[str | None, ...]:
        """The outlets of the current reports of a story, the earliest first; None for reports that name none.

        Raises NotFound.
        """
        return tuple(row[0] for row in self._rows(sql.OUTLETS_OF, (self._known_story(story),)))

    def history(self, story: str) -> tuple[Move, ...]:
        """How a story came to have its reports, oldest first."""
        return tuple(Move(*row) for row in self._rows(sql.MOVES, (story,)))

    def put_dossier(
        self,
        story: str,
        fingerprint: str,
        data: bytes,
        *,
        title: str | None = None,
        origins: int | None = None,
        disagreements: int | None = None,
    ) -> None:
        """Keep the newest dossier of a story, with what its row in lists shows of it. Raises NotFound."""
        packed = zlib.compress(data, 6)
        with self._whole():
            number = self._known_story(story)
            self._do(sql.PUT_DOSSIER, (number, fingerprint, packed))
            self._do(sql.HEAD_STORY, (title, origins, disagreements, number))

    def dossier(self, story: str) -> tuple[str, bytes] | None:
        """The fingerprint and the data of the newest dossier of a story; None when there is none."""
        row = self._row(sql.DOSSIER, (self._known_story(story),))
        return (row[0], zlib.decompress(row[1])) if row else None

    def forget_derived(self) -> None:
        """Drop what can be worked out again: stories, memberships, dossiers, the memory of grouping.

        Reports, their marks, decisions, changes, sources and the history of moves stay.
        """
        with self._whole():
            for statement in sql.FORGET_DERIVED:
                self._do(statement)
            self._stale.clear()

    def _settle(self) -> None:
        for number in sorted(self._stale):
            self._do(sql.RECOUNT, (number,))
        self._stale.clear()

    def _story_number(self, story_id: str) -> int | None:
        row = self._row(sql.STORY_NUMBER, (story_id,))
        return None if row is None else int(row[1] or row[0])

    def _known_story(self, story_id: str) -> int:
        number = self._story_number(story_id)
        if number is None:
            raise NotFound(f"there is no story {story_id!r} in this desk")
        return number

    def _story_conditions(self, only: Filter) -> tuple[str, list[str | int]]:
        asked = [
            (sql.STORY_SINCE, only.since),
            (sql.STORY_UNTIL, only.until),
            (sql.STORY_OUTLET, only.outlet),
            (sql.STORY_LANGUAGE, only.language),
            (sql.STORY_REPORTS, max(only.reports or 1, 1)),
        ]
        wanted = [(condition, value) for condition, value in asked if value is not None]
        return " ".join(condition for condition, _ in wanted), [value for _, value in wanted]


def story_row(row: tuple[Any, ...]) -> StoryRow:
    """The record of a row of `sql.STORY`."""
    return StoryRow(*row[:10])
