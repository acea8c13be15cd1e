"""Whether two readings of different value are of one thing.

Decides on the clauses with the numbers masked: the same is counted (or the same said of an amount), enough further
words or names are shared, and in each report no other number fits as well. Another day, place, scope or share, a value
only expected, or a number several times as large: not one thing. Tolls have their own rule in `link`.
"""

from __future__ import annotations

from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.things import known
from rashomon.text.similarity import Terms

TWICE = 2.5
"""How many times larger a figure may be and still be of the same thing: 218 girls held are not the 21 freed."""
FEW = 3
"""Counts up to this one are so common that more must speak for one thing."""
MANY = 100
"""Counts from this one on need less: hardly two things of a story are counted in thousands by one noun."""
NOT_ALONE = 12
"""Readings of one kind in a report beyond which it holds a table, and nothing is matched."""
ECHO = 3
"""Content words that two clauses share when one repeats the other with another number."""
ECHOED = 0.7
"""Share of the shorter clause's words that are then in the other."""
TENFOLD = 10
"""How many times larger a number may be in a clause that is repeated."""
Strength = tuple[int, int]


class Rivals:
    """The readings of a story by report and kind of number."""

    def __init__(self, entries: list[Entry]) -> None:
        self._kin: dict[tuple[int, str], list[Entry]] = {}
        for e in entries:
            self._kin.setdefault((e.article, e.dimension), []).append(e)
        shaken = [{e.base for e in kin} for (_, kind), kin in self._kin.items() if kind == "magnitude"]
        self._one_quake = all(len(values) == 1 for values in shaken)
        """No report tells of two earthquakes."""

    def one_thing(self, a: Entry, b: Entry) -> bool:
        """True when `a` and `b`, of two reports and of different value, are of one thing."""
        most, least = max(a.base, b.base), min(a.base, b.base)
        if a.article == b.article or most > TENFOLD * least or _apart(a, b):
            return False
        if a.dimension == "magnitude" and not self._one_quake:
            return False
        if not _echo(a, b):
            one, other = a.thing, b.thing
            if one.toll or other.toll or one.partial or other.partial or most > TWICE * least:
                return False
            if not _same_kind(a, b) or not _enough(a, b):
                return False
        return self._chosen(a, b) and self._chosen(b, a)

    def _chosen(self, a: Entry, b: Entry) -> bool:
        """True when no other number in the report of `a` fits `b` as well as `a` does."""
        kin = self._kin.get((a.article, a.dimension), [])
        if len(kin) > NOT_ALONE:
            return False
        best = strength(a, b)
        rest = [e for e in kin if e.base != a.base and e.thing.toll == a.thing.toll]
        return all(strength(e, b) < best or not _kin(e, b) for e in rest)


def strength(a: Entry, b: Entry) -> Strength:
    """How many content words the two clauses share, and how many the two sentences."""
    own = {a.thing.noun, b.thing.noun}
    close = len((a.frame.near & b.frame.near) - own)
    return close, len((a.words & b.words) - own) + bool(a.names & b.names)


def _apart(a: Entry, b: Entry) -> bool:
    """True when something shows that the two are of different things."""
    one, other = a.thing, b.thing
    if a.dimension != b.dimension or one.partial != other.partial or one.scope != other.scope or one.each != other.each:
        return True
    if a.frame.expected != b.frame.expected or a.past != b.past or one.toll != other.toll:
        return True
    days, places = (a.days, b.days), (a.places, b.places)
    return any(bool(x and y and not x & y) for x, y in (days, places))


def _echo(a: Entry, b: Entry) -> bool:
    """True when one clause or sentence repeats the other with another number."""
    one, other = a.thing, b.thing
    tolled = one.toll is not None and one.toll == other.toll
    if _counted(a) != _counted(b) and not (tolled and None in (_counted(a), _counted(b))):
        return False
    if _repeats(a.frame.near, b.frame.near, ECHO, ECHOED):
        return True
    named = tolled or a.dimension != "count" or _counted(a) is not None
    return named and _repeats(a.words, b.words, 2 * ECHO, ECHOED + 0.1)


def _repeats(one: Terms, other: Terms, least: int, share: float) -> bool:
    shared = len(one & other)
    return shared >= least and shared >= share * min(len(one), len(other))


def _counted(e: Entry) -> str | None:
    return e.thing.noun or (e.measure.counted.lower() if e.measure.counted else None)


def _kin(a: Entry, b: Entry) -> bool:
    return _echo(a, b) or _same_kind(a, b)


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
