"""Pairs of what two reports leave over."""

from __future__ import annotations

import pytest

from rashomon.steps.reconcile.checks.pairing import TABLE, pairs_of


def by_distance(a: int, b: int) -> float:
    return -abs(a - b)


def test_each_keeps_the_partner_that_fits_best() -> None:
    assert pairs_of([10, 50], [12, 49, 90], by_distance, -5) == [(-2, 10, 12), (-1, 50, 49)]


def test_a_pair_must_be_the_best_of_both() -> None:
    assert pairs_of([10, 11], [12], by_distance, -5) == [(-1, 11, 12)]


def test_a_light_pair_is_none() -> None:
    assert pairs_of([10], [12], by_distance, -1) == []


def test_what_is_ruled_out_takes_no_partner_away() -> None:
    assert pairs_of([10, 13], [12], lambda a, b: None if a == 13 else by_distance(a, b), -5) == [(-2, 10, 12)]


@pytest.mark.parametrize(("one", "other"), [([], [1]), ([1], []), ([], [])])
def test_nothing_left_over_gives_nothing(one: list[int], other: list[int]) -> None:
    assert pairs_of(one, other, by_distance, -99) == []


def test_tables_are_not_paired() -> None:
    many = list(range(TABLE))
    assert len(pairs_of(many[:20], many[:20], by_distance, 0)) == 20
    assert pairs_of(many[:21], many[:20], by_distance, 0) == []
