"""What speaks for two numbers being told of one thing."""

from __future__ import annotations

import math

import pytest

from rashomon.steps.reconcile.checks.likeness import Likeness
from rashomon.steps.reconcile.checks.weighing import (
    MOST_LANDMARKS,
    UNKNOWN,
    Features,
    landmarks,
    number_features,
    size,
    weigh,
    weights,
)

from .conftest import scene

NOTHING = dict.fromkeys(weights("number"), 0.0)


def features(one: str, other: str, left: tuple[int, int] = (0, 0)) -> Features:
    """Of the first number of each text."""
    found = scene(one, other)
    a, b = (next(e for e in found.entries if e.article == n) for n in (0, 1))
    return number_features(a, b, left, found.passages, Likeness([m.words for m in found.story.marks]))


def test_the_shipped_weights_are_those_of_the_features() -> None:
    found = features("The mine lost 19 men.", "The mine lost 23 men.")
    assert set(found) == set(weights("number")) - {"bias"}
    assert {"bias", "verb", "clause", "sentence", "landmarks", "gap"} <= set(weights("day"))


def test_a_sum_of_weighted_features() -> None:
    table = weights("number")
    assert weigh("number", {}) == pytest.approx(table["bias"])
    assert weigh("number", {"sentence": 0.5, "size": 2.0}) == pytest.approx(
        table["bias"] + 0.5 * table["sentence"] + 2 * table["size"]
    )
    assert weigh("number", {"a feature nobody weighed": 9.0}) == pytest.approx(table["bias"])


@pytest.mark.parametrize("better", ["sentence", "landmarks", "told", "class", "unit"])
def test_what_is_alike_speaks_for_one_thing(better: str) -> None:
    assert weigh("number", {**NOTHING, better: 1.0}) > weigh("number", NOTHING)


@pytest.mark.parametrize("worse", ["size", "left", "apart", "told otherwise", "many"])
def test_what_differs_or_is_told_often_speaks_against_it(worse: str) -> None:
    assert weigh("number", {**NOTHING, worse: 1.0}) < weigh("number", NOTHING)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [(10, 10, 0.0), (10, 20, math.log(2)), (20, 10, math.log(2)), (1, 1000, 2.0), (0, 5, 2.0)],
)
def test_the_size_of_a_difference(one: float, other: float, apart: float) -> None:
    assert size(one, other) == pytest.approx(apart)


def test_a_shared_number_says_more_than_a_name_of_every_sentence() -> None:
    found = scene("Minister Anna Vega left. Anna Vega came back on Tuesday. Doctor Lars Holm was there.")
    ids = {a.name: a.id for a in found.cast.actors}
    often, once = ("actor", ids["Anna Vega"], 0.0), ("actor", ids["Lars Holm"], 0.0)
    assert landmarks(frozenset(), found.passages) == 0.0
    assert landmarks(frozenset({often}), found.passages) == pytest.approx(2 / 3)
    assert landmarks(frozenset({once}), found.passages) == pytest.approx(1.0)
    assert landmarks(frozenset({("number", "count", 7.0)}), found.passages) == pytest.approx(2.0)
    many = frozenset(("number", "count", float(n)) for n in range(9))
    assert landmarks(many, found.passages) == MOST_LANDMARKS


def test_features_of_two_numbers_of_one_thing() -> None:
    found = features("The blast killed 120 miners at Kolmen.", "At Kolmen 150 miners were killed.", (1, 0))
    assert found["noun"] == 1.0
    assert (found["unit"], found["told"], found["told otherwise"], found["count"], found["big"]) == (1, 1, 0, 1, 1)
    assert found["left"] == pytest.approx(math.log(2))
    assert found["size"] == pytest.approx(math.log(150 / 120))


def test_a_number_that_counts_nothing_named_is_neither_near_nor_far() -> None:
    assert features("The blast killed 19.", "The blast killed 23 miners.")["noun"] == UNKNOWN


def test_two_roles_are_told_otherwise() -> None:
    found = features("The blast killed 19 miners.", "The blast injured 23 miners.")
    assert (found["told"], found["told otherwise"]) == (0.0, 1.0)
