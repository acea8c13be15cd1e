"""Which readings are of one figure.

First readings of equal value: the same thing, names or unusual digits must speak for it. Then groups of different
value, and only on strong evidence: the main toll of an event in each report, or the same noun in passages that are
alike. An outlet does not contradict itself: groups that both hold a reading of one report with different values stay
apart, unless a report gives each figure to another source.
"""

from __future__ import annotations

from functools import lru_cache

from rashomon.steps.reconcile.figures import counterparts, rivals
from rashomon.steps.reconcile.figures.apart import apart, background, running, told_apart
from rashomon.steps.reconcile.figures.counterparts import FLEETING, Counterparts
from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.relation import CONVERSION, fitting
from rashomon.steps.reconcile.figures.rivals import Rivals
from rashomon.steps.reconcile.figures.things import known
from rashomon.text.similarity import Rarity, likeness

ENOUGH = 0.45
"""Evidence from which readings of equal value are one figure."""
ALIKE = 0.55
"""Likeness of two passages from which different values of one noun are one figure."""
OUTLIER = 100
"""How many times larger a toll may be and still be of the same event: 230,000 against 5 is another one."""
LARGE = 1_000_000
"""Amounts from which two of different size are compared: prices move by the hour, the cost of a deal does not."""
NEARLY = 1.25
"""How far apart two amounts in passages alike may be."""
ALIKE_MONEY = 0.5
TWICE = 2.5
"""How many times larger any other figure may be: 218 girls in captivity are not the 21 who were freed."""
TOLD = 0.2
"""The same for tolls: below it two sentences tell of two places."""
FEWEST = 0.3
"""Share of a group's readings that must know a reading for it to join."""
MOST_GROUPS = 60
"""Groups of one thing that are compared; a story has a handful."""
FARTHEST = max(TWICE, counterparts.TENFOLD, rivals.TENFOLD)
"""How many times larger one of two different values may be, but for tolls and amounts of money."""
WITNESSES = 24
"""Readings of a group that are asked; more only cost time."""
Group = list[Entry]
Pairs = frozenset[tuple[int, int]]
"""Numbers of two entries."""


class Evidence:
    """How much speaks for two readings being of one figure."""

    def __init__(self, entries: list[Entry], sure: Pairs = frozenset()) -> None:
        self._sure = sure
        self._rarity = Rarity(e.words for e in entries)
        self._weight = [self._rarity.total(e.words) for e in entries]
        self._main = _main_tolls(entries)
        self._rivals = Rivals(entries)
        self._counterparts = Counterparts(entries)

    def like(self, a: Entry, b: Entry) -> float:
        """How alike the two sentences are, 0 to 1."""
        shared = self._rarity.total(a.words & b.words)
        return likeness(shared, self._weight[a.number], self._weight[b.number])

    def main(self, entry: Entry) -> bool:
        """True when the reading is its report's toll of the whole event."""
        return entry.number in self._main

    def same(self, a: Entry, b: Entry) -> bool:
        """True when two readings of equal value are of one figure."""
        if not _may_meet(a, b) or _strangers(a, b):
            return False
        one, other = a.thing, b.thing
        if a.dimension == "count" and one.toll and one.toll == other.toll and self.main(a) and self.main(b):
            return True
        if one.toll and other.toll and (self.main(a) != self.main(b) or a.carried != b.carried):
            return False
        if self._counterparts.agree(a, b):
            return True
        score = self.like(a, b) + 0.25 * _same_thing(a, b) + 0.2 * bool(a.names & b.names) + _unusual(a)
        if one.noun and other.noun and one.noun != other.noun and not (one.event and one.event == other.event):
            score -= 0.25
        return score >= ENOUGH

    def rival(self, a: Entry, b: Entry) -> bool:
        """True when two readings of different value are of one figure."""
        told_twice = a.article == b.article
        if told_twice and (a.reading.holder == b.reading.holder or None in (a.reading.holder, b.reading.holder)):
            return False
        tolled = a.thing.toll or b.thing.toll
        if not tolled and not a.dimension.isupper() and max(a.base, b.base) > FARTHEST * min(a.base, b.base):
            return False  # no rule below has two so far apart
        if not _may_meet(a, b) or _strangers(a, b) or apart(a, b) or running(a, b):
            return False
        if told_apart(a, b):
            return False
        if a.dimension == "percent" and FLEETING in a.role.told | b.role.told:
            return False
        if a.verbatim and b.verbatim and a.reading.holder and a.reading.holder == b.reading.holder:
            return False  # one speaker quoted in two ways: a difference of wording, told there
        if not told_twice and a.thing.toll is None and self._counterparts.side_by_side(a, b) and not fitting([a, b]):
            return False
        if self._rivals.one_thing(a, b) or self._counterparts.meet(a, b):
            return True
        if (a.number, b.number) in self._sure or (b.number, a.number) in self._sure:
            return True
        one, other = a.thing, b.thing
        if one.toll or other.toll:
            most, least = max(a.base, b.base), max(1.0, min(a.base, b.base))
            return (
                one.toll == other.toll
                and self.main(a)
                and self.main(b)
                and most / least <= OUTLIER
                and self.like(a, b) >= TOLD
            )
        if one.partial or other.partial or a.measure.unit == "percent" or not a.names & b.names:
            return False
        if a.dimension.isupper() and min(a.base, b.base) >= LARGE:
            if one.scope & other.scope & known().settling and len(a.names & b.names) >= 2:
                return True
            near = max(a.base, b.base) <= NEARLY * min(a.base, b.base)
            return near and one.scope == other.scope and self.like(a, b) >= ALIKE_MONEY
        if max(a.base, b.base) > TWICE * min(a.base, b.base):
            return False
        return bool(one.noun and one.noun == other.noun) and one.scope == other.scope and self.like(a, b) >= ALIKE


def _main_tolls(entries: list[Entry]) -> set[int]:
    """For each report and toll the first reading that counts anybody and is no part and of no other time.

    A sentence that counts other dead than the report's own is about another event, and its other tolls are as well.
    """
    here = (e for e in entries if not e.other_time and not background(e))
    whole = [e for e in here if e.thing.toll and not e.thing.partial and _anybody(e)]
    whole.sort(key=lambda e: (e.article, e.measure.place == "title", e.number))
    first: dict[tuple[int, str], float] = {}
    for e in whole:
        first.setdefault((e.article, str(e.thing.toll)), e.base)
    elsewhere = {
        (e.article, e.sentence) for e in whole if e.thing.toll == "dead" and e.base != first[(e.article, "dead")]
    }
    kept = [e for e in whole if e.thing.toll == "dead" or (e.article, e.sentence) not in elsewhere]
    first = {}
    for e in kept:
        first.setdefault((e.article, str(e.thing.toll)), e.base)
    return {e.number for e in kept if e.base == first[(e.article, str(e.thing.toll))]}


def _anybody(e: Entry) -> bool:
    return e.measure.counted is None or e.measure.counted.lower() in known().anybody


def _may_meet(a: Entry, b: Entry) -> bool:
    """False when something shows that two readings are of different things."""
    if a.dimension != b.dimension or (a.other_time != b.other_time and a.other_time and b.other_time):
        return False
    one, other = a.thing, b.thing
    if one.toll and other.toll and one.toll != other.toll:
        return False
    if one.event and other.event and one.event != other.event:
        return False
    if one.event and one.event in known().narrow and one.noun != other.noun:
        return False
    return one.scope == other.scope or _rates(one.scope) == _rates(other.scope)


@lru_cache(maxsize=4096)
def _rates(scope: frozenset[str]) -> frozenset[str]:
    """By what a thing is measured: "per day"."""
    return frozenset(w for w in scope if w.startswith("per "))


def _strangers(a: Entry, b: Entry) -> bool:
    """True when two events have nobody in common."""
    return bool(a.thing.event and a.names and b.names and not a.names & b.names)


def _same_thing(a: Entry, b: Entry) -> bool:
    one, other = a.thing, b.thing
    return bool(
        (one.noun and one.noun == other.noun)
        or (one.event and one.event == other.event)
        or (one.toll and one.toll == other.toll)
    )


def _unusual(e: Entry) -> float:
    """How much the digits of a value alone say: nothing for 2 or 300, much for 284.46."""
    digits = f"{abs(e.measure.value):.10g}".replace(".", "").lstrip("0").split("e")[0].rstrip("0")
    return {0: 0.0, 1: 0.0, 2: 0.12, 3: 0.25}.get(len(digits), 0.4) + (
        0.1 if abs(e.measure.value) >= 1_000_000 else 0.0
    )


def equal(a: Entry, b: Entry) -> bool:
    """True when two readings give the same value, in whatever unit."""
    if a.dimension != b.dimension:
        return False
    near = CONVERSION if a.measure.unit != b.measure.unit else 1e-9
    return abs(a.base - b.base) <= near * max(abs(a.base), abs(b.base))


def group(entries: list[Entry], evidence: Evidence) -> list[Group]:
    """The readings of `entries` as figures, in text order of their first readings."""
    groups: list[Group] = []
    by_value: dict[tuple[str, str], list[int]] = {}
    for entry in entries:
        rivals = by_value.setdefault((entry.dimension, f"{entry.base:.2g}"), [])
        best: tuple[float, int] | None = None
        for k in rivals[-MOST_GROUPS:]:
            share = _share(entry, groups[k], evidence)
            if share >= FEWEST and (best is None or share > best[0]):
                best = (share, k)
        if best:
            groups[best[1]].append(entry)
        else:
            rivals.append(len(groups))
            groups.append([entry])
    return _rivals(groups, evidence)


def _share(entry: Entry, members: Group, evidence: Evidence) -> float:
    """The share of a group's readings that know `entry`; 0 when its value is another or one of them rules it out."""
    if not equal(members[0], entry):
        return 0.0
    witnesses = members if len(members) <= WITNESSES else [*members[: WITNESSES // 2], *members[-WITNESSES // 2 :]]
    if not all(_may_meet(entry, member) for member in witnesses):
        return 0.0
    return sum(evidence.same(entry, member) for member in witnesses) / len(witnesses)


def _rivals(groups: list[Group], evidence: Evidence) -> list[Group]:
    """Groups of different values of one thing put together."""
    buckets: dict[tuple[str, str], list[Group]] = {}
    merged: list[Group] = []
    for members in groups:
        tolls = sorted({f"toll {e.thing.toll}" for e in members if e.thing.toll})
        kinds = [*tolls, ""]
        found = None
        for other in [g for kind in kinds for g in buckets.setdefault((members[0].dimension, kind), [])[:MOST_GROUPS]]:
            if _meet(other, members, evidence) and not _within_one(other, members):
                found = other
                break
        if found is not None:
            found += members
        else:
            merged.append(list(members))
            found = merged[-1]
        for kind in kinds:
            known_groups = buckets.setdefault((members[0].dimension, kind), [])
            if not any(g is found for g in known_groups[:MOST_GROUPS]):
                known_groups.append(found)
    return [sorted(members, key=lambda e: e.number) for members in merged]


def _meet(one: Group, other: Group, evidence: Evidence) -> bool:
    """True when some reading of one group is a rival of one of the other."""
    return any(evidence.rival(a, b) for a in one[:WITNESSES] for b in other[:WITNESSES])


def _within_one(one: Group, other: Group) -> bool:
    """True when a report would contradict itself if these were one figure; headlines are rounded and late."""
    one, other = ([e for e in members if e.measure.place != "title"] or members for members in (one, other))
    sides = {(e.article, e.reading.holder) for e in one} & {(e.article, e.reading.holder) for e in other}
    return bool(sides)
