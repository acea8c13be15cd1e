"""Time expressions in one article."""

from __future__ import annotations

from rashomon.records.marks import TimeMark
from rashomon.records.reading import Words


def find_times(words: Words, given_day: str | None = None) -> tuple[TimeMark, ...]:
    """The time expressions of `words`, in text order; `given_day` stands in for a missing publication day."""
    return ()
