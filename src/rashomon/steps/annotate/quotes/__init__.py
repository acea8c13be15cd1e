"""Quotations in one article, with who said them."""

from __future__ import annotations

from rashomon.records.marks import Mention, QuoteMark, TimeMark
from rashomon.records.reading import Words


def find_quotes(words: Words, mentions: tuple[Mention, ...], times: tuple[TimeMark, ...]) -> tuple[QuoteMark, ...]:
    """The quotations of `words`, in text order."""
    return ()
