"""Whether two readings of different value are of one thing.

Decides on the clauses with the numbers masked: the same is counted (or the same said of an amount), enough further
words or names are shared, and in each report no other number fits as well. Another day, place, scope or share, a value
only expected, or a number several times as large: not one thing. Tolls have their own rule in `link`.
"""

from __future__ import annotations

from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.things import known

TWICE = 2.5
"""How many times larger a figure may be and still be of the same thing: 218 girls held are not the 21 freed."""
FEW = 3
"""Counts up to this one are so common that more must speak for one thing."""
MANY = 100
"""Counts from this one on need less: hardly two things of a story are counted in thousands by one noun."""
NOT_ALONE = 12
"""Readings of one kind in a report beyond which it holds a table, and nothing is matched."""
Strength = tuple[int, int]


class Rivals:
    """The readings of a story by report and kind of number."""

    def __init__(self, entries: list[Entry]) -> None:
        self._kin: dict[tuple[int, str], list[Entry]] = {}
        for e in entries:
            if not e.thing.partial:
                self._kin.setdefault((e.article, e.dimension), []).append(e)
        shaken = [{e.base for e in kin} for (_, kind), kin in self._kin.items() if kind == "magnitude"]
        self._one_quake = all(len(values) == 1 for values in shaken)
        """No report tells of two earthquakes."""

    def one_thing(self, a: Entry, b: Entry) -> bool:
        """True when `a` and `b`, of two reports and of different value, are of one thing."""
        if a.article == b.article or _apart(a, b) or not _same_kind(a, b):
            return False
        if a.dimension == "magnitude" and not self._one_quake:
            return False
        if max(a.base, b.base) > TWICE * min(a.base, b.base):
            return False
        return _enough(a, b) and self._chosen(a, b) and self._chosen(b, a)

    def _chosen(self, a: Entry, b: Entry) -> bool:
        """True when no other number in the report of `a` fits `b` as well as `a` does."""
        kin = self._kin.get((a.article, a.dimension), [])
        if len(kin) > NOT_ALONE:
            return False
        best = strength(a, b)
        return all(e.base == a.base or not _same_kind(e, b) or strength(e, b) < best for e in kin)


def strength(a: Entry, b: Entry) -> Strength:
    """How many content words the two clauses share, and how many the two sentences."""
    own = {a.thing.noun, b.thing.noun}
    close = len((a.frame.near & b.frame.near) - own)
    return close, len((a.words & b.words) - own) + bool(a.names & b.names)


def _apart(a: Entry, b: Entry) -> bool:
    """True when something shows that the two are of different things."""
    one, other = a.thing, b.thing
    if a.dimension != b.dimension or one.partial or other.partial or one.scope != other.scope or one.each != other.each:
        return True
    if a.frame.expected != b.frame.expected or a.past != b.past:
        return True
    days, places = (a.days, b.days), (a.places, b.places)
    return any(bool(x and y and not x & y) for x, y in (days, places))


def _same_kind(a: Entry, b: Entry) -> bool:
    """True when the same is counted, or the same said of an amount."""
    one, other = a.thing, b.thing
    if a.dimension == "magnitude":
        return True
    if a.measure.unit and a.measure.unit.endswith("of age"):
        return a.owner is not None and a.owner == b.owner
    if a.measure.unit == "percent":
        whole = a.frame.whole or one.noun
        return whole is not None and whole == (b.frame.whole or other.noun)
    if a.dimension.isupper():
        return bool(a.frame.said & b.frame.said)
    if one.noun and one.noun == other.noun:
        return True
    people = known().anybody | known().kinds
    counted = [(e.measure.counted or "").lower() for e in (a, b)]
    return a.dimension == "count" and all(c in people for c in counted) and bool(a.frame.said & b.frame.said)


def _enough(a: Entry, b: Entry) -> bool:
    """True when the two clauses say so much alike that they are of one thing."""
    close, wide = strength(a, b)
    if a.measure.unit and a.measure.unit.endswith("of age"):
        return True
    if a.dimension == "magnitude":
        return wide >= 1
    if a.frame.against is not None and b.frame.against is not None:
        return wide >= 1
    if a.dimension == "count" and min(a.base, b.base) <= FEW:
        return close >= 2 and wide >= 4
    if a.frame.said & b.frame.said:
        return wide >= 2
    if a.dimension == "count" and min(a.base, b.base) >= MANY and close >= 1:
        return True
    return close >= 2 or (close >= 1 and wide >= 4)
