"""Whether something beside two numbers shows that they are told of different things.

Decides on what every rule of the ledger must respect, whatever else two passages share: a point in time and a length,
a part of a contest and the whole, a share of one thing and of another, the size of a body and a count, what is so and
what would be, an event of today and one told of before, an age then and an age now. It only rules out; it never says
that two numbers are of one thing.
"""

from __future__ import annotations

from functools import cache

from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.roles import kind_of
from rashomon.steps.reconcile.figures.setting import Setting
from rashomon.steps.reconcile.figures.things import known
from rashomon.text.similarity import terms

ALIKE = 0.5
"""Share of the roles told of two amounts of money that must be common to both."""


def apart(a: Entry, b: Entry) -> bool:
    """True when the settings of two readings of different value rule out that they are of one thing."""
    if differ(a.setting, b.setting, a.dimension == "count"):
        return True
    if a.measure.unit and a.measure.unit.endswith("of age"):
        return a.other_time != b.other_time
    if a.dimension == "percent" and a.frame.whole != b.frame.whole and _of_some(a) and _of_some(b):
        return True
    return a.dimension == "count" and background(a) != background(b)


def _of_some(e: Entry) -> bool:
    """True for a share of things or people that are told apart from others: "of women", not "of people"."""
    return e.frame.whole is not None and e.frame.whole not in _anybody()


@cache
def _anybody() -> frozenset[str]:
    return terms(known().anybody)


def differ(one: Setting, other: Setting, counts: bool) -> bool:
    """True when two settings are those of different things; `counts`: of two counts."""
    if one.point != other.point or one.supposed != other.supposed or one.whole != other.whole:
        return True
    if one.listed != other.listed or one.entitled != other.entitled:
        return True
    return counts and (one.stretch != other.stretch or one.adjectival != other.adjectival)


def background(e: Entry) -> str:
    """What sets the sentence of a number apart from what the report is about: another time, or an event told before."""
    return e.before or e.carried or ("before" if e.setting.before else "")


def running(a: Entry, b: Entry) -> bool:
    """True for two lengths of time told on different days, or nobody knows when: "after four days of riots" grows."""
    if kind_of(a.dimension) != "time" or a.role.told & b.role.told:
        return False
    return a.published is None or b.published is None or a.published[:10] != b.published[:10]


def told_otherwise(a: Entry, b: Entry) -> bool:
    """True for two amounts of money of which more different things are told than same ones."""
    told = a.role.told | b.role.told
    return kind_of(a.dimension) == "money" and bool(told) and len(a.role.told & b.role.told) < ALIKE * len(told)


def told_apart(a: Entry, b: Entry) -> bool:
    """True for two counts of which different things are told, and no one toll: 19 miners killed, 23 injured."""
    if a.dimension != "count" or (a.thing.toll and a.thing.toll == b.thing.toll):
        return False
    return bool(a.role.told and b.role.told and not a.role.told & b.role.told)
