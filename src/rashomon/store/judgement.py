"""What editors decided, what changed in dossiers, and what the grouping remembers from one report to the next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from rashomon.errors import NotFound
from rashomon.records.desk import Change, Decision, DecisionKind, Slice
from rashomon.records.packed import pack, unpack
from rashomon.store import cursor as cursors
from rashomon.store import sql
from rashomon.store.articles import NEWEST
from rashomon.store.stories import Stories


class Judgement(Stories):
    """The part of the store that keeps decisions, changes and the state of grouping."""

    def decide(self, kind: DecisionKind, subject: Mapping[str, Any], note: str, by: str, at: str) -> Decision:
        """Keep a decision. The same decision that is in force already is given back, not kept twice."""
        text = json.dumps(subject, ensure_ascii=False, sort_keys=True)
        with self._whole():
            for known in self.decisions():
                if known.kind == kind and json.dumps(known.subject, ensure_ascii=False, sort_keys=True) == text:
                    return known
            number = self._do(sql.ADD_DECISION, (at, kind, text, note, by)).lastrowid
            return decision(self._row(sql.DECISION, (number,)))

    def decisions(self, active: bool = True) -> tuple[Decision, ...]:
        """Decisions in the order they were taken; with `active=False` also those taken back."""
        return tuple(decision(row) for row in self._rows(sql.ACTIVE_DECISIONS if active else sql.DECISIONS))

    def revoke(self, decision_id: int, at: str) -> Decision:
        """Take a decision back; it stays on record. Raises NotFound."""
        with self._whole():
            self._do(sql.REVOKE, (at, decision_id))
            row = self._row(sql.DECISION, (decision_id,))
            if row is None:
                raise NotFound(f"there is no decision {decision_id} in this desk")
            return decision(row)

    def add_changes(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Keep changes, and give them back with their ids."""
        kept = []
        with self._whole():
            for change in changes:
                data = [change.kind, change.section, change.line, change.before, change.after, change.because]
                number = self._do(sql.ADD_CHANGE, (change.at, change.story, pack(data))).lastrowid
                kept.append(replace(change, id=number or 0))
        return tuple(kept)

    def changes(
        self, story: str | None = None, since: str | None = None, cursor: str | None = None, limit: int = 100
    ) -> Slice[Change]:
        """Changes, newest first; of one story, and since a moment, when asked."""
        before = (cursors.read("changes", cursor, int) or [NEWEST])[0]
        asked = [(sql.CHANGE_SINCE, since), (sql.CHANGE_STORY, story)]
        wanted = [(condition, value) for condition, value in asked if value is not None]
        where = " ".join(condition for condition, _ in wanted)
        values = (before, *(value for _, value in wanted), cursors.size(limit) + 1)
        rows = self._rows(sql.CHANGES_BEFORE.format(where=where), values)
        more = cursors.write("changes", rows[limit - 1][0]) if len(rows) > limit else None
        return Slice(tuple(change(row) for row in rows[:limit]), more)

    def save_group_state(self, changed: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
        """Keep what the grouping remembers, under names: one part or as many as it likes."""
        with self._whole():
            for name in gone:
                self._do(sql.FORGET_GROUPING, (name,))
            for name, data in changed.items():
                self._do(sql.PUT_GROUPING, (name, data))

    def group_state(self) -> dict[str, bytes]:
        """All parts that `save_group_state` kept, by name, in the order of their names."""
        return dict(self._rows(sql.GROUPING))

    def group_part(self, name: str) -> bytes | None:
        """One part that `save_group_state` kept, or None."""
        row = self._row(sql.GROUPING_PART, (name,))
        return row[0] if row else None

    def group_parts(self, prefix: str) -> dict[str, bytes]:
        """The parts that `save_group_state` kept whose names begin so, in the order of their names."""
        return dict(self._rows(sql.GROUPING_PARTS, (prefix, prefix + "\U0010ffff")))


def decision(row: tuple[Any, ...]) -> Decision:
    """The record of a row of `sql.DECISIONS`."""
    number, at, kind, subject, note, by, revoked = row
    return Decision(number, at, kind, json.loads(subject), note, by, revoked)


def change(row: tuple[Any, ...]) -> Change:
    """The record of a row of `sql.CHANGES_BEFORE`."""
    number, at, story, data = row
    kind, section, line, before, after, because = unpack(data)
    return Change(at, story, kind, section, line, before, after, tuple(because), number)
