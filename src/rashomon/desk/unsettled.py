"""The stories whose reports changed and whose dossiers were not looked at again yet.

They are written down in the transaction that changes them, and struck out in the one that keeps the dossier; so whoever
is stopped between the two leaves a list behind, and the next intake begins with it. Which reports came meanwhile is
told by their numbers: those after the last one that was there when everything was settled.

A round of following is many intakes and one look at all stories in the end; where it began is kept until then, so that
a round that is asked again, because it was stopped, tells what it would have told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.store import Store

STORY, SINCE, ROUND = "unsettled/", "settled", "round"


class Unsettled:
    """What is left to look at in a store. What writes is called inside a transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, stories: Iterable[str], before: int, through: int) -> None:
        """Write stories down. `before`, `through`: the numbers of the last report before and after they changed."""
        parts = {STORY + name: b"%d" % through for name in sorted(stories)}
        if parts:
            if not self.noted():
                self.note_since(before)
            self._store.save_group_state(parts)

    def note_since(self, number: int) -> None:
        """What is still unsettled, or is from now on, goes back to the report of this number."""
        self._store.save_group_state({SINCE: b"%d" % number})

    def noted(self) -> dict[str, bytes]:
        """The stories that are written down, by the ids they had then; the values change when they change again."""
        return {name.removeprefix(STORY): when for name, when in self._store.group_parts(STORY).items()}

    def strike(self, stories: Mapping[str, bytes]) -> None:
        """These stories, as `noted` gave them, are settled; when none is left, so is every report that is there."""
        now = self.noted()
        done = {name for name, when in stories.items() if now.get(name) == when}
        gone = [STORY + name for name in sorted(done)] + ([] if now.keys() - done else [SINCE])
        self._store.save_group_state({}, gone)

    def before(self, story: str) -> list[str]:
        """The reports a story had when all was settled; none when nothing is noted."""
        since = self._store.group_part(SINCE)
        if since is None or not self.noted():
            return []
        rows = {row.id: row for row in self._store.rows(self._store.members(story, versions=True))}
        came = {name for name, row in rows.items() if row.number > int(since)}
        return [r.id for r in rows.values() if r.id not in came and (r.revised_by is None or r.revised_by in came)]

    def open_round(self, number: int) -> int:
        """Begin a round of following after the report of this number; where it began, if one was stopped before."""
        begun = self._store.group_part(ROUND)
        if begun is None:
            self._store.save_group_state({ROUND: b"%d" % number})
            return number
        return int(begun)

    def close_round(self) -> None:
        """The round that was begun is over, if there was one."""
        if self._store.group_part(ROUND) is not None:
            self._store.save_group_state({}, [ROUND])
