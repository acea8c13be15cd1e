"""Who did what, clause by clause, in one article."""

from __future__ import annotations

from rashomon.records.marks import Act, Marks


def find_acts(marks: Marks) -> tuple[Act, ...]:
    """The acts of the article, in text order; reads its words, mentions, times, measures and quotes."""
    return ()
