"""Two numbers that make one figure: "4-5", "between 10 and 20", "from 2% to 3%", "6ft 2in", "1h 30m".

Decides on the words between and in front of them and on their units, which must agree. "by 4 to 9" is a step and a new
level; "two or three weeks" is a range, "4 or 9" two readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rashomon.steps.annotate.measures.reading import Draft, draft
from rashomon.steps.annotate.measures.units import known_units
from rashomon.text.numbers import Number

_TO = re.compile(r"\s?(?:-|–|—|‑|~)\s?|\s+(?:(?:up\s)?to)\s+(?:about\s|around\s|almost\s|nearly\s)?|\sto-")
_AND = re.compile(r"\s+and\s+(?:about\s|around\s)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s|around\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|range[sd]?|ranging)\s+(?:about\s|around\s|up\sto\s)?$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|rose|fell|up|down|gained|lost|dropped|added|climbed|jumped|slid|gains?)\s+(?:\w+\s)?$", re.IGNORECASE
)
_WITH = re.compile(r"\s?(?:\s?and\s)?")
_OR = re.compile(r"\s+or\s+")


@dataclass(frozen=True, slots=True)
class Join:
    """A figure made of two numbers; `whole` when they add up, else the ends of a range."""

    item: Draft
    whole: bool


def join(text: str, first: Draft, following: Number, begin: int, floor: int, stop: int) -> Join | None:
    """`first` and the number after it as one figure, or None."""
    gap = text[first.end : following.start]
    if len(gap) > 24:
        return None
    second = draft(text, following, first.end, stop)
    gap = text[first.end : second.start]
    if added := _compound(text, first, second, gap):
        return Join(added, whole=True)
    between = bool(_AND.fullmatch(gap) and _BETWEEN.search(text, max(floor, first.start - 24), first.start))
    either = bool(_OR.fullmatch(gap)) and second.value == first.value + 1 and not first.unit and second.unit is not None
    if not between and not either and not _TO.fullmatch(gap):
        return None
    opened = between or bool(_FROM.search(text, max(floor, first.start - 24), first.start))
    if not opened and _BY.search(text, max(floor, first.start - 24), first.start):
        return None
    if not _agree(first, second, opened, gap):
        return None
    return Join(_range(first, second), whole=False)


def _agree(first: Draft, second: Draft, opened: bool, gap: str) -> bool:
    """True when the two ends can belong to one range."""
    if first.unit and second.unit:
        return first.unit.name == second.unit.name
    if first.unit and not second.unit:
        return first.unit.money and (opened or second.scaled > 1 or gap.strip() in "-–—")
    if "-" in gap or "–" in gap:
        return first.value < second.value
    return True


def _range(first: Draft, second: Draft) -> Draft:
    low, high = first.value, second.value
    if first.scaled == 1 and second.scaled > 1 and low < second.value / second.scaled:
        low *= second.scaled
    ends = (min(low, high), max(low, high))
    return replace(second, value=high, low=ends[0], high=ends[1], start=first.start, unit=second.unit or first.unit)


def _compound(text: str, first: Draft, second: Draft, gap: str) -> Draft | None:
    """Read "6ft 2in" as 74 inches, "two hours and a half" as 2.5 hours, "two hours and 15 minutes" as 135 minutes."""
    if not first.unit or not _WITH.fullmatch(gap):
        return None
    if second.number.form == "fraction" and not second.unit and "and" in gap and second.value < 1:
        value = first.value + second.value
        return replace(second, value=value, low=value, high=value, start=first.start, unit=first.unit)
    if not second.unit:
        return None
    row = known_units().compound.get(first.unit.name)
    if not row or row[0] != second.unit.name or not 0 <= second.value < row[1]:
        return None
    value = first.value * row[1] + second.value
    return replace(second, value=value, low=value, high=value, start=first.start)
