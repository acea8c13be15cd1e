"""Days, months and years that may contradict one another for one event.

Decides like `numbers.py`, but a day is told many times: a time is held beside a time of the other report only when no
time of that report that agrees with it fits as well. Pairs are weighed by the verbs, the words and the landmarks around
them. It refuses times of different exactness (a month beside a year), neighbours that one night may explain, what is
to come beside what has been, and the same weekday of another week.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from rashomon.records.findings import Precision
from rashomon.steps.reconcile.checks.dated import Dated
from rashomon.steps.reconcile.checks.likeness import Likeness
from rashomon.steps.reconcile.checks.pairing import TABLE, crowd, pairs_of
from rashomon.steps.reconcile.checks.passages import Passages
from rashomon.steps.reconcile.checks.weighing import Features, landmarks, weigh, weights
from rashomon.text.vectors import near

FARTHEST: Mapping[Precision, int] = {"day": 62, "month": 750, "year": 3700}
"""Days between two times of one exactness beyond which they are of two events."""
MORE: Mapping[Precision, float] = {"day": 0.0, "month": 2.0, "year": 2.5}
"""What a pair must weigh more for being coarse: months and years tell the background, which has many events."""
USUAL = 12
"""Pairs of times of two short reports."""
MARGIN = 0.3
"""By how much a pair must outweigh pairs that agree."""
ROUNDING = 1e-6
"""What two sums of the same may differ by."""
Pair = tuple[float, Dated, Dated]


def day_pairs(times: Sequence[Dated], passages: Passages, likeness: Likeness, least: float) -> list[Pair]:
    """Weight and both times of each pair, heaviest first."""
    kinds: dict[Precision, dict[int, list[Dated]]] = defaultdict(lambda: defaultdict(list))
    beside: dict[tuple[int, int], list[Dated]] = defaultdict(list)
    for t in times:
        kinds[t.precision][t.article].append(t)
        beside[t.article, t.sentence].append(t)
    found: list[Pair] = []
    for precision in sorted(kinds):
        reports = kinds[precision]
        for one, other in combinations(sorted(reports), 2):
            mine, theirs = reports[one], reports[other]
            if len(mine) * len(theirs) <= TABLE:
                judge = _Judge(mine, theirs, beside, passages, likeness, least)
                found += pairs_of(mine, theirs, judge.weight, least)
    return sorted(found, key=lambda p: (-p[0], p[1].number, p[2].number))


class _Judge:
    """Weighs the times of one exactness in two reports."""

    def __init__(
        self,
        mine: Sequence[Dated],
        theirs: Sequence[Dated],
        beside: Mapping[tuple[int, int], Sequence[Dated]],
        passages: Passages,
        likeness: Likeness,
        least: float,
    ) -> None:
        self.mine, self.theirs, self.beside = mine, theirs, beside
        self.passages, self.likeness = passages, likeness
        self.more = MORE[mine[0].precision] + crowd(len(mine), len(theirs), USUAL)
        self.least = least + self.more
        self._agreed: dict[int, float] = {}

    def weight(self, a: Dated, b: Dated) -> float | None:
        """The weight of a pair; None for times that do not exclude one another, or fit others that agree as well.

        None for pairs below `least` too, where that shows before the costly part: nobody asks what they weigh.
        """
        if not comparable(a, b) or self._knows(a, b) or self._knows(b, a):
            return None
        features = _cheap(a, b, self.passages)
        features["lone"] = float(lone(a, b.first, b.last, self.mine)) + float(lone(b, a.first, a.last, self.theirs))
        if not _may_reach(features, a, b, self.likeness, self.least):
            return None
        features["clause"] = self.likeness.of(a.clause, b.clause)
        weight = weigh("day", features)
        if weight < self.least - ROUNDING:
            return None
        fit = _bare(features)
        if fit < self._agreeing(a, self.theirs) + MARGIN or fit < self._agreeing(b, self.mine) + MARGIN:
            return None
        return weight - self.more

    def _agreeing(self, one: Dated, others: Sequence[Dated]) -> float:
        """How well a time fits one of the other report that agrees with it, at best; hardly any pair asks for it."""
        if one.number not in self._agreed:
            pairs = [(one, o) if others is self.theirs else (o, one) for o in others if not one.apart(o)]
            fits = [_bare(day_features(a, b, self.passages, self.likeness)) for a, b in pairs]
            self._agreed[one.number] = max(fits, default=-math.inf)
        return self._agreed[one.number]

    def _knows(self, one: Dated, other: Dated) -> bool:
        """True when the sentence of `one` tells the time of `other` as well."""
        return any(not t.apart(other) for t in self.beside[one.article, one.sentence])


def comparable(a: Dated, b: Dated) -> bool:
    """True for two times of one exactness that exclude one another and are not too far apart."""
    if a.precision != b.precision or not a.apart(b):
        return False
    gap = a.gap(b)
    if not 0 < gap <= FARTHEST[a.precision] or (gap <= 1 and (a.part or b.part)):
        return False
    if a.later != b.later and a.ahead != b.ahead:
        return False
    return a.wording.casefold() != b.wording.casefold()


def day_features(a: Dated, b: Dated, passages: Passages, likeness: Likeness) -> Features:
    """The features of two times of one exactness in two reports."""
    alike = {"clause": likeness.of(a.clause, b.clause), "sentence": likeness.of(a.words, b.words)}
    return _cheap(a, b, passages) | alike


def _cheap(a: Dated, b: Dated, passages: Passages) -> Features:
    """The features that need no likeness; places are held for those that do, for sums depend on the order."""
    known = bool(a.verb and b.verb)
    return {
        "verb": near(a.verb, b.verb) if known else 0.3,
        "clause": 0.0,
        "sentence": 0.0,
        "landmarks": landmarks(a.landmarks & b.landmarks, passages),
        "strangers": float(bool(a.landmarks and b.landmarks and not a.landmarks & b.landmarks)),
        "ahead": float(a.ahead == b.ahead),
        "lead": float(a.lead and b.lead),
        "one lead": float(a.lead != b.lead),
        "month": float(a.precision == "month"),
        "year": float(a.precision == "year"),
        "gap": math.log(1 + a.gap(b)),
    }


def _may_reach(features: Features, a: Dated, b: Dated, likeness: Likeness, least: float) -> bool:
    """Whether a pair may weigh `least` whatever its clauses are like; sets the likeness of the sentences.

    What two clauses share, their sentences share as well, so that it costs one likeness to refuse a pair and not two.
    """
    clause, sentence = (weights("day").get(name, 0.0) for name in ("clause", "sentence"))
    known = weigh("day", features)
    if known + max(0.0, clause) + max(0.0, sentence) < least:
        return False
    shared = likeness.shared(a.words, b.words) if a.words and b.words else 0.0
    whole, clauses = (likeness.total(x) + likeness.total(y) for x, y in ((a.words, b.words), (a.clause, b.clause)))
    features["sentence"] = shared / whole if shared else 0.0
    most = min(1.0, shared / clauses) if clauses else 0.0
    return known + max(0.0, clause) * most + sentence * features["sentence"] >= least - ROUNDING


def lone(one: Dated, first: date, last: date, report: Sequence[Dated]) -> bool:
    """True when `report`, which tells `one`, tells no other time that agrees with the days `first` to `last`."""
    return all(t is one or t.last < first or last < t.first or t.precision != one.precision for t in report)


def samples(times: Sequence[Dated], passages: Passages, likeness: Likeness) -> Iterator[tuple[Dated, Dated, Features]]:
    """All pairs of one exactness in two reports, with their features; for training."""
    for a, b in combinations(times, 2):
        if a.article != b.article and a.precision == b.precision and (not a.apart(b) or comparable(a, b)):
            yield a, b, day_features(a, b, passages, likeness)


def _bare(features: Features) -> float:
    """The weight of what stands around the times, whatever days they tell."""
    return weigh("day", {**features, "gap": 0.0, "lone": 0.0})
