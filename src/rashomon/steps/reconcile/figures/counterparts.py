"""Whether two readings of different value answer one another: each is the only one of its kind in its report.

Decides on roles (what is told of the number) and classes of counted nouns, not on shared words: "killed 14 people" and
"seventeen pensioners lost their lives" are counterparts where neither report has another number of dead. Another day,
place, scope or party, a value only expected, or a number far larger: no counterparts. Where a report has two numbers
that fit equally well, nothing is said.
"""

from __future__ import annotations

from rashomon.steps.reconcile.figures.apart import told_otherwise
from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.roles import ahead, common, kind_of, wide

TWICE = 2.5
"""How many times larger a counterpart may be on a thin fit."""
TENFOLD = 10
"""The same where one thing is told of both that an event makes once: two firefighters hurt or nine."""
CROWD = 14
"""Readings of one kind in a report beyond which it holds a table, and nothing is matched."""
FEW = 10
"""Counts below this one are so common that the noun alone never makes them one thing."""
PLENTY = 3
"""Counts from here up to that need a word of the clause as well."""
WORDS = 2
"""Words of their sentences that two counts share of which a noun is all that is told, when their clauses share none."""
MANY = 100
"""From here on the noun alone says it: hardly two things of a story are counted in hundreds by one noun."""
TWINS = 4
"""Numbers that two reports must share before what is left over is held together."""
KINDRED = 3
"""Numbers that two reports must share before the only large count or amount that is left in each is held together."""
SURE, FAIR, THIN = 3, 2, 1
"""The same told of the same; the same told of people or of an unnamed thing; the same counted, with nothing told."""
MANIFOLD = frozenset({"money", "percent", "time", "count", "length", "area", "square metre"})
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
        if a.article == b.article or not _comparable(a, b, TENFOLD):
            return False
        fit = _fit(a, b)
        if (
            not _comparable(a, b, _reach(a, b, fit))
            or self._known_apart(a, b)
            or (told_otherwise(a, b) and not _rated(a, b))
        ):
            return False
        if not fit or (fit == THIN and not _thin(a, b)):
            return self._left_over(a, b)
        return self._only(a, b, fit) and self._only(b, a, fit)

    def _with_both(self, a: Entry, b: Entry) -> list[int]:
        """The reports that give both values."""
        values = self._values[a.dimension]
        return sorted(values.get(a.base, set()) & values.get(b.base, set()))

    def _known_apart(self, a: Entry, b: Entry) -> bool:
        """True when a report gives both values and so knows two things; small counts must be of the like as well."""
        for n in self._with_both(a, b):
            if a.dimension != "count" or min(a.base, b.base) >= FEW:
                return True
            kin = self._kin.get((n, a.dimension), ())
            if all(any(e.base == one.base and _like(e, one) for e in kin) for one in (a, b)):
                return True
        return False

    def side_by_side(self, a: Entry, b: Entry) -> bool:
        """True when a report gives both values; of counts, both of the class of things that `a` and `b` count.

        What holds for every rule; `_known_apart` asks less of large counts, for two that are held together by role.
        """
        both = self._with_both(a, b)
        if a.dimension != "count" or not both:
            return bool(both)
        classes = a.role.counts & b.role.counts
        return any(
            all(any(e.base == x.base and e.role.counts & classes for e in self._kin[n, a.dimension]) for x in (a, b))
            for n in both
        )

    def _left_over(self, a: Entry, b: Entry) -> bool:
        """True when two reports tell the same numbers but for these two, which are alike in unit, kind and size.

        Two reports with little in common count as well where the clauses of the two numbers share a word.
        """
        tied = _alike(a, b) and (self._twins(a.article, b.article) or _tied(a, b))
        if not tied and not (_alike(a, b) and self._kindred(a, b)):
            return False
        for one, other in ((a, b), (b, a)):
            told = {e.base for e in self._kin.get((other.article, other.dimension), ())}
            kin = [
                e for e in self._kin.get((one.article, one.dimension), ()) if e.base != one.base and e.base not in told
            ]
            if one.base in told or any(_alike(e, other) and (not tied or _comparable(e, other)) for e in kin):
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

    def _kindred(self, a: Entry, b: Entry) -> bool:
        """True for large counts, or amounts, of two reports that share some numbers already."""
        if a.dimension == "count":
            if min(a.base, b.base) < (MANY if a.role.people else FEW):
                return False
        elif not a.dimension.isupper():
            return False
        if not (a.words & b.words) - {a.thing.noun, b.thing.noun}:
            return False
        return len(self._told.get(a.article, set()) & self._told.get(b.article, set())) >= KINDRED

    def agree(self, a: Entry, b: Entry) -> bool:
        """True when `a` and `b`, of two reports and of one value, are of one thing."""
        if a.article == b.article or not _comparable(a, b):
            return False
        fit = _fit(a, b)
        return fit >= FAIR or (fit == THIN and _thin(a, b))

    def _only(self, a: Entry, b: Entry, fit: int) -> bool:
        """True when no number of the report of `a` fits `b` as well but those that the report of `b` gives too."""
        kin = [e for e in self._kin.get((a.article, a.dimension), ()) if e.base != a.base and not self._paired(e, b)]
        if len(kin) > CROWD or (kin and fit == THIN and a.dimension != "count"):
            return False
        return not any(_fit(e, b) >= fit for e in kin if _comparable(e, b, _reach(e, b, fit)))

    def _paired(self, e: Entry, b: Entry) -> bool:
        """True when the report of `b` gives the value of `e` for what may be the same."""
        if b.article not in self._values[e.dimension].get(e.base, ()):
            return False
        return any(o.base == e.base and _fit(e, o) for o in self._kin.get((b.article, e.dimension), ()))


def _reach(a: Entry, b: Entry, fit: int) -> float:
    """How many times larger than the other one of two numbers may be that fit so well."""
    once = fit >= FAIR and a.role.told & b.role.told & wide()
    return TENFOLD if once and not (_partial(a, b) or a.role.share or b.role.share) else TWICE


def _comparable(a: Entry, b: Entry, reach: float = TWICE) -> bool:
    """True for two numbers of one dimension, neither more than `reach` times larger.

    Strengths of quakes and ages have their own rules. "Dozens" is no number that another could contradict.
    """
    least, most = (a.base, b.base) if a.base <= b.base else (b.base, a.base)
    if a.dimension != b.dimension or least <= 0 or most > reach * least or a.dimension == "magnitude":
        return False
    for e in (a, b):
        if (e.measure.unit and e.measure.unit.endswith("of age")) or e.high == 10 * (e.low or 0):
            return False
    return True


def _fit(a: Entry, b: Entry) -> int:
    """How well two readings fit by role and noun, 0 when something sets them apart."""
    if set_apart(a, b):
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
    if fit and (fit < SURE or min(a.base, b.base) < FEW) and _partial(a, b):
        return 0
    return fit


def _like(a: Entry, b: Entry) -> bool:
    """True for two counts that may be of one kind: of people, of one class, or of what is not named."""
    if a.role.people and b.role.people:
        return True
    return not a.role.counts or not b.role.counts or bool(a.role.counts & b.role.counts)


def _alike(a: Entry, b: Entry) -> bool:
    """True for two numbers of one unit and kind of which nothing different is told."""
    if set_apart(a, b) or _partial(a, b) or a.measure.unit != b.measure.unit or kind_of(a.dimension) == "time":
        return False
    if a.dimension == "percent" and a.frame.whole != b.frame.whole:
        return False
    if not _rated(a, b) and a.role.told and b.role.told and not a.role.told & b.role.told:
        return False
    if a.dimension != "count":
        return True
    if min(a.base, b.base) < FEW or not a.role.counts or not b.role.counts:
        return False
    return bool(a.role.counts & b.role.counts) or (a.role.people and b.role.people)


def _rated(a: Entry, b: Entry) -> bool:
    """True for two amounts by the same measure: dollars a month."""
    return a.dimension.isupper() and any(word.startswith("per ") for word in a.thing.scope & b.thing.scope)


def _tied(a: Entry, b: Entry) -> bool:
    """True when the clauses of two numbers share a word beyond the nouns they count, or two for counts of people."""
    if a.dimension == "length":
        return False  # a report tells many distances
    if _rated(a, b):
        return True
    needed = 2 if a.dimension == "count" and not a.role.counts & b.role.counts else 1
    shared = (a.frame.near & b.frame.near) - {a.thing.noun, b.thing.noun}
    if a.dimension == "percent":
        shared -= a.setting.proper & b.setting.proper  # of one country many shares are told
    return len(shared) >= needed


def _thin(a: Entry, b: Entry) -> bool:
    """True when a noun alone is enough: large counts, or sentences that share a name or a further word."""
    if a.dimension != "count" or (min(a.base, b.base) >= MANY and not a.role.told | b.role.told):
        return True
    if (a.measure.counted or "").lower() in common():
        return False
    if min(a.base, b.base) < FEW:
        return min(a.base, b.base) >= PLENTY and _tied(a, b)
    own = {a.thing.noun, b.thing.noun}
    return bool((a.frame.near & b.frame.near) - own) or len((a.words & b.words) - own) >= WORDS


def _partial(a: Entry, b: Entry) -> bool:
    """True for a part of a total; a percentage is always one."""
    return a.dimension == "count" and (a.thing.partial or b.thing.partial) and "hired" not in a.role.told & b.role.told


def set_apart(a: Entry, b: Entry) -> bool:
    """True when something shows that the two are of different things."""
    one, other = a.thing, b.thing
    scopes = one.scope ^ other.scope
    if scopes == {"last"} and a.before and a.before == b.before:
        scopes = frozenset()  # "last year" in both, once beside the number
    if a.role.whole or b.role.whole or scopes or one.each != other.each:
        return True
    if a.dimension == "count" and (a.before or b.before or one.share != other.share):
        return True
    if a.before != b.before and not (_undated(a, b) and kind_of(a.dimension) == "money"):
        return True
    if a.frame.expected != b.frame.expected and not a.role.told & b.role.told & ahead():
        return True
    if any(bool(x and y and not x & y) for x, y in ((a.days, b.days), (a.places, b.places))):
        return True
    return bool(a.doers and b.doers and not a.doers & b.doers)


def _undated(a: Entry, b: Entry) -> bool:
    """True when only one side names an earlier month: a price agreed in March may be told without its date."""
    return (a.before is None) != (b.before is None) and len(a.before or b.before or "") > len("2009")
