"""Days, months and years that may contradict one another for one event.

Decides like `numbers.py`, but a day is told many times: a time is held beside a time of the other report only when no
time of that report that agrees with it fits as well. Pairs are weighed by the verbs, the words and the landmarks around
them. It refuses times of different exactness (a month beside a year), neighbours that one night may explain, what is
to come beside what has been, and the same weekday of another week.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from rashomon.steps.reconcile.checks.dated import Dated
from rashomon.steps.reconcile.checks.likeness import Likeness
from rashomon.steps.reconcile.checks.pairing import pairs_of
from rashomon.steps.reconcile.checks.passages import Passages
from rashomon.steps.reconcile.checks.weighing import Features, landmarks, weigh
from rashomon.text.vectors import near

FARTHEST = {"day": 62, "month": 750, "year": 3700}
"""Days between two times of one exactness beyond which they are of two events."""
MORE = {"day": 0.0, "month": 2.0, "year": 2.5}
"""What a pair must weigh more for being coarse: months and years tell the background, which has many events."""
USUAL = 12
"""Pairs of times of two short reports."""
MARGIN = 0.3
"""By how much a pair must outweigh pairs that agree."""
Pair = tuple[float, Dated, Dated]


def day_pairs(times: Sequence[Dated], passages: Passages, likeness: Likeness, least: float) -> list[Pair]:
    """Weight and both times of each pair, heaviest first."""
    found: list[Pair] = []
    by_report: dict[int, list[Dated]] = defaultdict(list)
    for t in times:
        by_report[t.article].append(t)
    for one, other in combinations(sorted(by_report), 2):
        mine, theirs = by_report[one], by_report[other]
        agreed = _agreed(mine, theirs, passages, likeness)
        crowd = {kind: _crowd(mine, theirs, kind) for kind in MORE}

        def weight(
            a: Dated,
            b: Dated,
            agreed: dict[tuple[int, int], float] = agreed,
            mine: list[Dated] = mine,
            theirs: list[Dated] = theirs,
            crowd: dict[str, float] = crowd,
        ) -> float | None:
            if not comparable(a, b) or _beside(a, b, mine) or _beside(b, a, theirs):
                return None
            features = day_features(a, b, passages, likeness)
            features["lone"] = float(lone(a, b.first, b.last, mine)) + float(lone(b, a.first, a.last, theirs))
            if _bare(features) < max(agreed.get((0, a.number), -99.0), agreed.get((1, b.number), -99.0)) + MARGIN:
                return None
            return weigh("day", features) - MORE[a.precision] - crowd[a.precision]

        found += pairs_of(mine, theirs, weight, least)
    return sorted(found, key=lambda p: (-p[0], p[1].number, p[2].number))


def _crowd(one: Sequence[Dated], other: Sequence[Dated], precision: str) -> float:
    """What a pair must weigh more where two reports tell many times: one fits by accident."""
    pairs = sum(t.precision == precision for t in one) * sum(t.precision == precision for t in other)
    return max(0.0, math.log(pairs / USUAL)) / 2 if pairs else 0.0


def comparable(a: Dated, b: Dated) -> bool:
    """True for two times of one exactness that exclude one another and are not too far apart."""
    if a.precision != b.precision or not a.apart(b) or a.wording.casefold() == b.wording.casefold():
        return False
    if a.gap(b) <= 1 and (a.part or b.part):
        return False
    if a.later != b.later and a.ahead != b.ahead:
        return False
    return 0 < a.gap(b) <= FARTHEST[a.precision]


def day_features(a: Dated, b: Dated, passages: Passages, likeness: Likeness) -> Features:
    """The features of two times of one exactness in two reports."""
    known = bool(a.verb and b.verb)
    return {
        "verb": near(a.verb, b.verb) if known else 0.3,
        "clause": likeness.of(a.clause, b.clause),
        "sentence": likeness.of(a.words, b.words),
        "landmarks": landmarks(a.landmarks & b.landmarks, passages),
        "strangers": float(bool(a.landmarks and b.landmarks and not a.landmarks & b.landmarks)),
        "ahead": float(a.ahead == b.ahead),
        "lead": float(a.lead and b.lead),
        "one lead": float(a.lead != b.lead),
        "month": float(a.precision == "month"),
        "year": float(a.precision == "year"),
        "gap": math.log(1 + a.gap(b)),
    }


def _beside(one: Dated, other: Dated, report: Sequence[Dated]) -> bool:
    """True when the sentence of `one` tells the time of `other` as well: it knows both."""
    return any(t.sentence == one.sentence and not t.apart(other) for t in report)


def lone(one: Dated, first: date, last: date, report: Sequence[Dated]) -> bool:
    """True when `report`, which tells `one`, tells no other time that agrees with the days `first` to `last`."""
    return all(t is one or t.last < first or last < t.first or t.precision != one.precision for t in report)


def samples(times: Sequence[Dated], passages: Passages, likeness: Likeness) -> Iterator[tuple[Dated, Dated, Features]]:
    """All pairs of one exactness in two reports, with their features; for training."""
    for a, b in combinations(times, 2):
        if a.article != b.article and a.precision == b.precision and (not a.apart(b) or comparable(a, b)):
            yield a, b, day_features(a, b, passages, likeness)


def _agreed(
    one: Sequence[Dated], other: Sequence[Dated], passages: Passages, likeness: Likeness
) -> dict[tuple[int, int], float]:
    """For each time (side, number) how well it fits a time of the other report that agrees with it."""
    found: dict[tuple[int, int], float] = {}
    for a in one:
        for b in other:
            if a.precision == b.precision and not a.apart(b):
                bare = _bare(day_features(a, b, passages, likeness))
                for key in ((0, a.number), (1, b.number)):
                    found[key] = max(bare, found.get(key, -99.0))
    return found


def _bare(features: Features) -> float:
    """The weight without the distance of the days."""
    return weigh("day", {**features, "gap": 0.0, "lone": 0.0})
