"""Whose age a number is.

Decides on the name right before it ("Nora Bell, 42,"), the name right behind "42-year-old", and for "the 42-year-old"
or "The Norwegian, 42," on the only person named in the sentence before. Two candidates, or none: nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left

Named = list[tuple[int, int, str]]
_BESIDE = re.compile(r"\s?[,(]\s?(?:aged\s|now\s|who\s(?:is|was)\s)?|\s(?:is|was|turned|turns)\s(?:now\s|only\s)?")
_AHEAD = re.compile(r"\s(?:[a-z][\w-]*\s){0,3}(?:[A-Z][\w-]*\s){0,2}")
_POINTS = re.compile(r"\b[Tt]he\s(?:[\w-]+(?:\s[\w-]+){0,2},\s)?$")
NEAR = 60
BACK = 400
"""Characters before the sentence in which "the 42-year-old" finds who it is."""


def owner_of(text: str, start: int, end: int, sentence: int, persons: Named) -> str | None:
    """The person whose age stands at `[start, end)` in the sentence that begins at `sentence`."""
    k = bisect_left(persons, (start, 0, ""))
    if k and persons[k - 1][1] <= start and _BESIDE.fullmatch(text, persons[k - 1][1], start):
        return persons[k - 1][2]
    if k < len(persons) and persons[k][0] >= end and _AHEAD.fullmatch(text, end, persons[k][0]):
        return persons[k][2]
    if not _POINTS.search(text[max(sentence, start - NEAR) : start]):
        return None
    here = {a for s, _, a in persons[bisect_left(persons, (sentence, 0, "")) : k]}
    if here:
        return next(iter(here)) if len(here) == 1 else None
    first = bisect_left(persons, (max(0, sentence - BACK), 0, ""))
    before = [a for _, _, a in persons[first:k]]
    return before[-1] if before and len(set(before)) == 1 else None
