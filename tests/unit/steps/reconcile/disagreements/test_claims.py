"""Cuts and groups that several checks share."""

from __future__ import annotations

import pytest

from rashomon.steps.reconcile.disagreements.claims import fair_cut, grouped


@pytest.mark.parametrize(
    ("told", "most", "left"),
    [
        ("a1 a2 a3 b1 b2 c1", 4, "a1 a2 b1 c1"),
        ("a1 a2 a3 b1 b2 c1", 5, "a1 a2 b1 b2 c1"),
        ("a1 a2 a3 b1 b2 c1", 6, "a1 a2 a3 b1 b2 c1"),
        ("a1 b1 c1", 2, "a1 b1"),
        ("", 2, ""),
    ],
)
def test_a_cut_takes_of_each_report_in_turn(told: str, most: int, left: str) -> None:
    assert fair_cut(told.split(), most, lambda t: t[0]) == left.split()


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ([], []),
        ([("a", "x"), ("b", "y")], [(["a"], ["x"]), (["b"], ["y"])]),
        ([("a", "x"), ("a", "y"), ("b", "y")], [(["a", "b"], ["x", "y"])]),
    ],
)
def test_pairs_that_share_a_member_are_one(pairs: list, groups: list) -> None:
    assert grouped(pairs) == groups
