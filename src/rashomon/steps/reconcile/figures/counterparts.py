"""Whether two readings of different value answer one another: each is the only one of its kind in its report.

Decides on roles (what is told of the number) and classes of counted nouns, not on shared words: "killed 14 people" and
"seventeen pensioners lost their lives" are counterparts where neither report has another number of dead. Another day,
place, scope or party, a value only expected, or a number far larger: no counterparts. Where a report has two numbers
that fit equally well, nothing is said.
"""

from __future__ import annotations

from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.roles import ahead, kind_of

TWICE = 2.5
"""How many times larger a counterpart may be."""
CROWD = 14
"""Readings of one kind in a report beyond which it holds a table, and nothing is matched."""
FEW = 10
"""Counts below this one are so common that the noun alone never makes them one thing."""
MANY = 100
"""From here on the noun alone says it: hardly two things of a story are counted in hundreds by one noun."""
TWINS = 4
"""Numbers that two reports must share before what is left over is held together."""
SURE, FAIR, THIN = 3, 2, 1
"""The same told of the same; the same told of people or of an unnamed thing; the same counted, with nothing told."""
MANIFOLD = frozenset({"money", "percent", "time", "count", "length", "square-kilometre", "square-metre", "hectare"})
"""Kinds of number of which a report has many; of any other kind it often has one."""


FLEETING = "stock"
"""The role of what a share gained or lost: it moves by the hour, so two reports may both be right."""


class Counterparts:
    """The readings of a story by report and dimension."""

    def __init__(self, entries: list[Entry]) -> None:
        self._kin: dict[tuple[int, str], list[Entry]] = {}
        self._values: dict[str, dict[float, set[int]]] = {}
        self._told: dict[int, set[tuple[str, float]]] = {}
        self._twin: dict[tuple[int, int], bool] = {}
        bodies = {(e.article, e.dimension) for e in entries if e.measure.place != "title"}
        for e in entries:
            if e.measure.place == "title" and (e.article, e.dimension) in bodies:
                continue  # a headline is rounded, late, or another hand's
            if e.dimension != "count" or e.base >= FEW:
                self._told.setdefault(e.article, set()).add((e.dimension, e.base))
            self._kin.setdefault((e.article, e.dimension), []).append(e)
            self._values.setdefault(e.dimension, {}).setdefault(e.base, set()).add(e.article)

    def meet(self, a: Entry, b: Entry) -> bool:
        """True when `a` and `b`, of two reports and of different value, are of one thing."""
        if a.article == b.article or not _comparable(a, b):
            return False
        values = self._values[a.dimension]
        if values.get(a.base, set()) & values.get(b.base, set()):
            return False  # a report that gives both knows two things
        fit = _fit(a, b)
        if not fit or (fit == THIN and not _thin(a, b)):
            return self._left_over(a, b)
        return self._only(a, b, fit) and self._only(b, a, fit)

    def _left_over(self, a: Entry, b: Entry) -> bool:
        """True when two reports tell the same numbers but for these two, which are alike in unit, kind and size."""
        if not _alike(a, b) or not self._twins(a.article, b.article):
            return False
        for one, other in ((a, b), (b, a)):
            told = {e.base for e in self._kin.get((other.article, other.dimension), ())}
            kin = [
                e for e in self._kin.get((one.article, one.dimension), ()) if e.base != one.base and e.base not in told
            ]
            if one.base in told or any(_alike(e, other) and _comparable(e, other) for e in kin):
                return False
        return True

    def _twins(self, one: int, other: int) -> bool:
        """True when two thirds of the numbers of the shorter report, and four at least, stand in the other as well."""
        pair = (min(one, other), max(one, other))
        if pair not in self._twin:
            a, b = (self._told.get(n, set()) for n in pair)
            shared = len(a & b)
            self._twin[pair] = shared >= TWINS and 3 * shared >= 2 * min(len(a), len(b))
        return self._twin[pair]

    def agree(self, a: Entry, b: Entry) -> bool:
        """True when `a` and `b`, of two reports and of one value, are of one thing."""
        if a.article == b.article or not _comparable(a, b):
            return False
        fit = _fit(a, b)
        return fit >= FAIR or (fit == THIN and _thin(a, b))

    def _only(self, a: Entry, b: Entry, fit: int) -> bool:
        """True when no other number of the report of `a` fits `b` as well."""
        kin = [e for e in self._kin.get((a.article, a.dimension), ()) if e.base != a.base]
        if len(kin) > CROWD or (kin and fit == THIN and a.dimension != "count"):
            return False
        return not any(_fit(e, b) >= fit for e in kin if _comparable(e, b))


def _comparable(a: Entry, b: Entry) -> bool:
    """True for two numbers of one dimension, neither far larger; strengths of quakes and ages have their own rules.

    "Dozens" is no number that another could contradict.
    """
    if a.dimension != b.dimension or a.dimension == "magnitude" or min(a.base, b.base) <= 0:
        return False
    for e in (a, b):
        if (e.measure.unit and e.measure.unit.endswith("of age")) or e.high == 10 * (e.low or 0):
            return False
    return max(a.base, b.base) <= TWICE * min(a.base, b.base)


def _fit(a: Entry, b: Entry) -> int:
    """How well two readings fit by role and noun, 0 when something sets them apart."""
    if _apart(a, b):
        return 0
    told, counts = a.role.told & b.role.told, a.role.counts & b.role.counts
    if a.dimension == "percent" and FLEETING in a.role.told | b.role.told:
        return 0
    fit = 0
    if kind_of(a.dimension) == "count":
        if told and counts:
            fit = SURE
        elif told and all(e.role.people or not e.role.counts for e in (a, b)):
            fit = FAIR
        elif counts and not (a.role.people and b.role.people) and not (a.role.told and b.role.told):
            fit = THIN
    elif told:
        fit = SURE if counts else FAIR
    elif kind_of(a.dimension) not in MANIFOLD:
        fit = THIN
    return 0 if fit and fit < SURE and _partial(a, b) else fit


def _alike(a: Entry, b: Entry) -> bool:
    """True for two numbers of one unit and kind of which nothing different is told."""
    if _apart(a, b) or _partial(a, b) or a.measure.unit != b.measure.unit or kind_of(a.dimension) == "time":
        return False
    if a.role.told and b.role.told and not a.role.told & b.role.told:
        return False
    if a.dimension != "count":
        return True
    if min(a.base, b.base) < FEW or not a.role.counts or not b.role.counts:
        return False
    return bool(a.role.counts & b.role.counts) or (a.role.people and b.role.people)


def _thin(a: Entry, b: Entry) -> bool:
    """True when a noun alone is enough: large counts, or sentences that share a name or a further word."""
    if a.dimension != "count" or (min(a.base, b.base) >= MANY and not a.role.told | b.role.told):
        return True
    own = {a.thing.noun, b.thing.noun}
    return min(a.base, b.base) >= FEW and (bool(a.names & b.names) or bool((a.words & b.words) - own))


def _partial(a: Entry, b: Entry) -> bool:
    """True for a part of a total; a percentage is always one."""
    return a.dimension == "count" and (a.thing.partial or b.thing.partial) and "hired" not in a.role.told & b.role.told


def _apart(a: Entry, b: Entry) -> bool:
    """True when something shows that the two are of different things."""
    one, other = a.thing, b.thing
    if a.role.whole or b.role.whole or one.scope != other.scope or one.each != other.each:
        return True
    if a.dimension == "count" and (a.before or b.before or one.share != other.share):
        return True
    if a.before != b.before or (a.frame.expected != b.frame.expected and not a.role.told & b.role.told & ahead()):
        return True
    both = ((a.days, b.days), (a.places, b.places), (a.doers, b.doers))
    return any(bool(x and y and not x & y) for x, y in both)
