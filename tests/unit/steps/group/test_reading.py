"""Many reports at once: dates, copies, decisions, and the threshold that grows."""

from __future__ import annotations

import math

import pytest

from rashomon.steps.group.likeness import Report
from rashomon.steps.group.reading import FEW, GROWTH, HIGHEST, LOWEST, read, threshold, within
from rashomon.steps.group.terms import UNIT

HALF = {"halcyon": 2900, "merrow": 2890}


def test_the_threshold_grows_with_the_logarithm_of_the_number() -> None:
    assert threshold(0) == threshold(1) == threshold(FEW) == LOWEST
    assert threshold(2 * FEW) == pytest.approx(LOWEST + GROWTH)
    for size in (500, 1234, 5517):
        assert threshold(size) == pytest.approx(LOWEST + GROWTH * math.log2(size / FEW), abs=1e-3)
    assert threshold(10**9) == HIGHEST


def test_no_reports_no_stories() -> None:
    assert read([]) == []
    assert read([Report(0, {})]) == [0]
    assert read([Report(0, {}), Report(1, {})]) == [0, 1]


def test_reports_with_the_same_terms_are_one_story() -> None:
    reports = [Report(0, HALF), Report(1, {"tamarua": UNIT}), Report(2, HALF), Report(3, {"tamarua": UNIT})]
    assert read(reports) == [0, 1, 0, 1]


def test_days_apart_count_and_missing_ones_do_not() -> None:
    assert read([Report(0, HALF, 0), Report(1, HALF, 2)]) == [0, 0]
    assert read([Report(0, HALF, 0), Report(1, HALF, 2000)]) == [0, 1]
    assert read([Report(0, HALF, None), Report(1, HALF, 2000)]) == [0, 0]


def test_copies_are_one_story_whatever_their_terms() -> None:
    runs = frozenset(range(20))
    assert read([Report(0, {"halcyon": UNIT}, None, runs), Report(1, {"tamarua": UNIT}, None, runs)]) == [0, 0]


def test_what_people_keep_apart_stays_apart() -> None:
    reports = [Report(n, HALF) for n in range(3)]
    found = read(reports, apart=[(0, 1)])
    assert found[0] != found[1]
    assert found[2] in (found[0], found[1])


def test_only_pairs_that_can_matter_are_kept() -> None:
    pairs = {(0, 1): 0.5, (1, 2): 0.1, (2, 3): 0.5, (0, 3): 0.1, (3, 4): 0.2}
    assert within(5, pairs, 0.5) == {(0, 1): 0.5, (2, 3): 0.5}
    assert within(5, pairs, 0.2) == {(0, 1): 0.5, (2, 3): 0.5, (3, 4): 0.2}
    assert within(5, pairs, 0.1) == pairs
