"""How much speaks for two numbers of different value being told of one thing: a sum of weighted features.

The weights (`weights/checks.json`) are those of a logistic regression that `training/checks.py` fits to own-written
stories: two reports of one event that agree, where equal numbers stand for one thing and different ones do not. The
size of a difference cannot be learnt from reports that agree, so it is assumed: half of those that a desk makes are
below two fifths of the number. The sum is compared with a threshold and is no probability of a real error.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources

from rashomon.steps.reconcile.checks.likeness import Likeness
from rashomon.steps.reconcile.checks.passages import Passages
from rashomon.steps.reconcile.figures.counterparts import MANIFOLD, set_apart
from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.roles import kind_of
from rashomon.text.vectors import near

Features = dict[str, float]
UNKNOWN = 0.45
"""Nearness of two counted nouns of which one is not named."""
MOST_LANDMARKS = 4.0
NUMBER = 2.0
"""What a shared number says, beside 1 for an actor named in a third of the sentences."""
BIG = 100


@cache
def weights(kind: str) -> Features:
    """The shipped weights of one kind of check, by feature; "bias" is the constant."""
    data = json.loads((resources.files("rashomon.weights") / "checks.json").read_text(encoding="utf-8"))
    return {name: value / 100 for name, value in data["weights"][kind].items()}


def weigh(kind: str, features: Features) -> float:
    """The weighted sum of `features`; above 0 more speaks for one thing than against it.

    A feature without a weight counts nothing, so that the step runs while its weights are being learnt.
    """
    table = weights(kind)
    return table["bias"] + sum(table.get(name, 0.0) * value for name, value in features.items())


def number_features(a: Entry, b: Entry, left: tuple[int, int], passages: Passages, likeness: Likeness) -> Features:
    """The features of two readings of one dimension in two reports.

    `left`: how many other numbers of the dimension each report has that the other one lacks.
    """
    one, other = passages.around(a), passages.around(b)
    known = bool(one.noun and other.noun)
    told = a.role.told & b.role.told
    return {
        "noun": near(one.noun, other.noun) if known else UNKNOWN,
        "clause": likeness.of(one.clause, other.clause),
        "sentence": likeness.of(one.sentence, other.sentence),
        "landmarks": landmarks(one.landmarks & other.landmarks, passages),
        "unit": float(a.measure.unit == b.measure.unit),
        "told": float(bool(told)),
        "told otherwise": float(bool(a.role.told and b.role.told and not told)),
        "class": float(bool(a.role.counts & b.role.counts)),
        "apart": float(set_apart(a, b)),
        "left": math.log(1 + left[0]) + math.log(1 + left[1]),
        "count": float(a.dimension == "count"),
        "many": float(kind_of(a.dimension) in MANIFOLD),
        "big": float(min(a.base, b.base) >= BIG),
        "size": size(a.base, b.base),
    }


def landmarks(shared: frozenset[tuple[str, str, float]], passages: Passages) -> float:
    """What shared numbers and actors say, 0 to `MOST_LANDMARKS`; an actor says less the more sentences name it."""
    return min(
        MOST_LANDMARKS,
        sum(NUMBER if kind == "number" else 2 / (1 + passages.spread[name]) for kind, name, _ in sorted(shared)),
    )


def size(one: float, other: float) -> float:
    """How far apart two values are, as the logarithm of their ratio, 2 at most."""
    return min(2.0, abs(math.log(max(one, 1e-3) / max(other, 1e-3))))
