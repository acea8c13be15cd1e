"""Which clauses of two reports tell the same thing.

Decides on the weight of what they share; candidates come from an inverted index over the rarer terms, so the work
grows with what is shared, not with the square of the clauses. A pair is refused for a reason: another day, other
participants of one act, another figure for the same thing, the opposite act.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.sameness import MEETING, MEETING_WORDS, differs, disputed, met
from rashomon.steps.reconcile.statements.told import speech_verbs
from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.similarity import Rarity, likeness

SCALE = {"a:": 0.8, "k:": 0.35, "n:": 1.0, "d:": 0.5}
THRESHOLD = 0.45
STRONG = 0.72
MANY = 0.04
LOWEST = THRESHOLD - 3 * MANY
DOUBT = 0.12
COMMON = 5
SEVERAL = 3
COMMON_SHARE = 0.06
LEAST_PARTIES = 2
MOST_HOLDERS = 60
"""A term in more clauses than this, or than twice the reports, opens no pairs, but counts in them."""
COMMITMENTS = frozenset({"accept", "offer", "propose", "demand"})
DEEDS = frozenset({"halt", "release", "provide", "leave", "attack", "sell", "buy", "pay", "build", "test"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units of different reports and how alike they are; `opposed` when they tell it the other way round."""

    one: int
    other: int
    score: float
    opposed: bool = False
    against: bool = False
    """Much alike, and yet they cannot be one: another number, polarity, time or role."""


AGAINST = frozenset({"polarity", "number", "time", "roles"})
"""Reasons of `differs` that keep whole groups apart."""


def find_pairs(units: list[Unit], rarity: Rarity, kin: Kin) -> list[Pair]:
    """The pairs that may be put together, best first."""
    totals = [rarity.total(u.terms) for u in units]
    pairs = []
    for i, j in _candidates(units, rarity, totals):
        one, other = units[i], units[j]
        score = likeness(rarity.total(one.terms & other.terms), totals[i], totals[j])
        if score < LOWEST or score < _bar(one, other):
            continue
        if refused(one, other, kin, score) or not (_telling(one, other, rarity) or _same_parties(one, other)):
            continue
        shared = rarity.total(one.terms & other.terms)
        reason = differs(one, other, shared / max(totals[i], totals[j]), shared / min(totals[i], totals[j]), kin)
        turned = opposed(one, other) and reason in (None, "polarity")
        if turned and not disputed(one, other, kin):
            reason, turned = "polarity", False
        if reason is None or reason in AGAINST:
            pairs.append(Pair(i, j, round(score, 6), turned, reason is not None and not turned))
    return sorted(pairs, key=lambda p: (-p.score, p.one, p.other))


def _candidates(units: list[Unit], rarity: Rarity, totals: list[float]) -> list[tuple[int, int]]:
    """Units of different reports that share a word and can reach the lowest bar."""
    index: dict[str, list[int]] = defaultdict(list)
    for unit in units:
        for word in unit.words:
            index[word].append(unit.index)
    most = max(MOST_HOLDERS, 2 * len({u.article for u in units}))
    shared: list[defaultdict[int, float]] = [defaultdict(float) for _ in units]
    articles = [u.article for u in units]
    opening = [word for word in sorted(index) if 1 < len(index[word]) <= most]
    for word in opening:
        holders, weight = index[word], rarity.weight(word)
        for a, i in enumerate(holders):
            article, of_one = articles[i], shared[i]
            for j in holders[a + 1 :]:
                if articles[j] != article:
                    of_one[j] += weight
    weighed = frozenset(opening)
    rest = [rarity.total(u.terms - weighed) for u in units]
    # No likeness is above the share of the smaller clause, which costs no call; the rest is for rounding.
    least = [LOWEST * (1 - 1e-9) * total for total in totals]
    out = []
    for i, found in enumerate(shared):
        left, mine, own = rest[i], totals[i], least[i]
        near = [
            j
            for j, weight in found.items()
            if ((high := weight + (left if left < rest[j] else rest[j])) >= own or high >= least[j])
            and likeness(high, mine, totals[j]) >= LOWEST
        ]
        out += [(i, j) for j in sorted(near)]
    return out


def _bar(one: Unit, other: Unit) -> float:
    """How alike they must be: less when they share much, more when one of them is only possible or planned."""
    shared = sum(t[:2] != "k:" for t in one.terms & other.terms)
    bar = THRESHOLD - MANY * max(0, min(shared - 3, 3))
    return bar + DOUBT if (one.polarity == "hedged") != (other.polarity == "hedged") else bar


def _telling(one: Unit, other: Unit, rarity: Rarity) -> bool:
    """They share a word or figure that is not all over this story, or several words of those that are."""
    shared = [t for t in one.terms & other.terms if t[:2] not in ("a:", "k:", "d:")]
    most = max(COMMON, COMMON_SHARE * rarity.size)
    return len(shared) >= SEVERAL or any(rarity.found[t] <= most for t in shared)


def _same_parties(one: Unit, other: Unit) -> bool:
    """The same two or more do something in both, and nobody else; what is only said of it is another matter."""
    told = not {one.asserted.main, other.asserted.main} & speech_verbs()
    return told and len(one.parties) >= LEAST_PARTIES and one.parties == other.parties


def refused(one: Unit, other: Unit, kin: Kin, score: float) -> bool:
    """True when something rules out that both tell the same."""
    if _other_days(one, other) or _other_figure(one, other) or _only_promised(one, other) or _only_promised(other, one):
        return True
    if one.words and one.words == other.words and one.actors == other.actors:
        return False
    return _other_participants(one, other, kin, score)


def _other_days(one: Unit, other: Unit) -> bool:
    """Both say when, to the day, and no day of one can be a day of the other."""
    if not one.days or not other.days:
        return False
    return not any(a <= d and c <= b for a, b in one.days for c, d in other.days)


def _only_promised(one: Unit, other: Unit) -> bool:
    """One tells that somebody agreed or offered to do what the other tells as done."""
    if not one.senses & COMMITMENTS or other.senses & COMMITMENTS:
        return False
    return any(a.sense in one.senses and a.mode != "planned" and a.sense in DEEDS for a in other.acts)


def _other_figure(one: Unit, other: Unit) -> bool:
    """The same thing counted, with other numbers."""
    clash = same = False
    for a in one.measures:
        for b in other.measures:
            if a.unit != b.unit or (a.unit is None and (a.counted or "").lower() != (b.counted or "").lower()):
                continue
            low, high = a.low if a.low is not None else float("-inf"), a.high if a.high is not None else float("inf")
            low2, high2 = b.low if b.low is not None else float("-inf"), b.high if b.high is not None else float("inf")
            if (low <= high2 and low2 <= high) or abs(a.value - b.value) <= 0.1 * max(abs(a.value), abs(b.value)):
                same = True
            else:
                clash = True
    return clash and not same


def _other_participants(one: Unit, other: Unit, kin: Kin, score: float) -> bool:
    """Somebody else does it, or it is a meeting of others."""
    doers = bool(one.doers and other.doers and not kin.related(one.doers, other.doers))
    if doers and score < STRONG:
        return True
    a, b = one.actors - other.actors, other.actors - one.actors
    left, right = _unrelated(a, other.actors, kin), _unrelated(b, one.actors, kin)
    if met(one) and met(other) and one.parties == other.parties:
        return False
    meeting = MEETING & (one.senses | other.senses) or MEETING_WORDS & one.words & other.words
    return bool(left and right) and (bool(meeting) or score < STRONG)


def _unrelated(extra: frozenset[str], others: frozenset[str], kin: Kin) -> bool:
    return any(not kin.related(frozenset({a}), others) for a in extra)


def opposed(one: Unit, other: Unit) -> bool:
    """An act of one goes the other way than the same act of the other, and none goes the same way."""
    a, b = one.ways, other.ways
    shared = a.keys() & b.keys()
    return bool(shared) and all(a[axis] != b[axis] for axis in shared)
