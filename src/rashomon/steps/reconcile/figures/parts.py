"""Which larger figure of its report a share belongs to: "eleven people …; two of them were crew".

Decides on words of sharing right beside the number and on the nearest larger count of people, or of the same noun,
before it in its sentence or the one before. A share without such a count stays alone.
"""

from __future__ import annotations

from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.things import known

NEAR = 6
"""Readings before a share that are looked at."""


class Wholes:
    """The readings of a story, to look back from a share to its total."""

    def __init__(self, entries: list[Entry]) -> None:
        self._entries = entries

    def of(self, members: list[Entry]) -> Entry | None:
        """The total that all of `members` are shares of, else None."""
        if len({e.article for e in members}) > 1 or not all(e.thing.share for e in members):
            return None
        return self._whole(members[0])

    def _whole(self, share: Entry) -> Entry | None:
        for e in reversed(self._entries[max(0, share.number - NEAR) : share.number]):
            if e.article != share.article or share.sentence - e.sentence > 1:
                return None
            if (
                e.dimension == share.dimension == "count"
                and e.base > share.base
                and not e.thing.share
                and _fit(e, share)
            ):
                return e
        return None


def _fit(whole: Entry, share: Entry) -> bool:
    """True for two counts of people, or of one noun, or a share without a noun of its own."""
    if share.thing.noun is None or share.thing.noun == whole.thing.noun:
        return whole.thing.noun is not None or whole.thing.toll is not None
    return _people(share) and (_people(whole) or whole.thing.toll is not None)


def _people(e: Entry) -> bool:
    return (e.measure.counted or "").lower() in known().anybody | known().kinds
