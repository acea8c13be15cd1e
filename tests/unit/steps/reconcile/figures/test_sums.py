"""Sums found among groups of readings."""

from __future__ import annotations

from typing import Any

from rashomon.steps.reconcile.figures.sums import Sum, find_sums


def test_parts_of_one_toll(entry: Any) -> None:
    groups = [[entry(0, n, toll="dead")] for n in (12, 10, 2)] + [[entry(1, 24, toll="dead")]]
    assert find_sums(groups) == [Sum((0, 1, 2), 3, "12 + 10 + 2 = 24")]


def test_each_counts_twice(entry: Any) -> None:
    groups = [
        [entry(0, 40, counted="POW", each=True)],
        [entry(0, 6, counted="soldier")],
        [entry(1, 86, counted="POW")],
    ]
    assert find_sums(groups) == [Sum((0, 1), 2, "40 + 40 + 6 = 86")]


def test_one_noun(entry: Any) -> None:
    groups = [[entry(0, 9, counted="company")], [entry(0, 5, counted="company")], [entry(1, 14, counted="company")]]
    assert find_sums(groups) == [Sum((0, 1), 2, "9 + 5 = 14")]


def test_money_of_one_rate(entry: Any) -> None:
    rate = ("per share",)
    groups = [[entry(k, n, unit="USD", scope=rate)] for k, n in ((0, 60), (0, 22), (1, 82))]
    assert find_sums(groups) == [Sum((0, 1), 2, "60 + 22 = 82")]


def test_money_elsewhere_needs_a_rate(entry: Any) -> None:
    groups = [[entry(k, n, unit="USD")] for k, n in ((0, 60), (0, 22), (1, 82))]
    assert find_sums(groups) == []


def test_small_totals_are_chance(entry: Any) -> None:
    groups = [[entry(k, n, toll="dead")] for k, n in ((0, 3), (0, 4), (1, 7))]
    assert find_sums(groups) == []


def test_different_tolls_do_not_add_up(entry: Any) -> None:
    groups = [[entry(0, 10, toll="dead")], [entry(0, 12, toll="injured")], [entry(1, 22, toll="dead")]]
    assert find_sums(groups) == []


def test_addends_stand_near_each_other(entry: Any) -> None:
    groups = [[entry(0, 10, toll="dead")], [entry(0, 12, toll="dead", sentence=9)], [entry(1, 22, toll="dead")]]
    assert find_sums(groups) == []


def test_addends_are_of_one_report(entry: Any) -> None:
    groups = [[entry(0, 10, toll="dead")], [entry(1, 12, toll="dead")], [entry(2, 22, toll="dead")]]
    assert find_sums(groups) == []


def test_hedged_numbers_are_not_added(entry: Any) -> None:
    groups = [[entry(0, 10, toll="dead", high=None)], [entry(0, 12, toll="dead")], [entry(1, 22, toll="dead")]]
    assert find_sums(groups) == []


def test_the_total_of_most_outlets_goes_first(entry: Any) -> None:
    groups = [
        [entry(0, 12, toll="dead")],
        [entry(0, 10, toll="dead")],
        [entry(0, 2, toll="dead")],
        [entry(1, 24, toll="dead"), entry(2, 24, toll="dead")],
    ]
    assert [s.written for s in find_sums(groups)] == ["12 + 10 + 2 = 24"]


def test_a_table_is_no_sum(entry: Any) -> None:
    groups = [[entry(0, n, counted="vote", sentence=n)] for n in range(20, 400)]
    assert len(find_sums(groups)) <= 20
