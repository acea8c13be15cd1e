"""Names in one article."""

from __future__ import annotations

from rashomon.records.marks import Mention
from rashomon.records.reading import Words


def find_mentions(words: Words) -> tuple[Mention, ...]:
    """The mentions of `words`, in text order."""
    return ()
