"""Sums found among groups of readings."""

from __future__ import annotations

from typing import Any

import pytest

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


Row = dict[str, Any]


def written(entry: Any, *rows: Row) -> list[str]:
    """The sums of readings that are a figure each; `row`: article, value and what else an entry has."""
    return [s.written for s in find_sums([[entry(row.pop("report", 0), row.pop("value"), **row)] for row in rows])]


def made(row: Row, **more: Any) -> Row:
    return {**row, **more}


DEAD, USD = {"toll": "dead"}, {"unit": "USD"}
WOMEN, MEN, PEOPLE = (
    {"counted": "woman", "value": 9},
    {"counted": "man", "value": 5},
    {"counted": "person", "value": 14},
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A one is in any sum by chance; halves of people are no count.
        ([made(DEAD, value=9), made(DEAD, value=2), made(DEAD, value=11, report=1)], ["9 + 2 = 11"]),
        ([made(DEAD, value=9), made(DEAD, value=1), made(DEAD, value=10, report=1)], []),
        ([made(DEAD, value=9.5), made(DEAD, value=2.5), made(DEAD, value=12, report=1)], []),
        # A total that is only about so large is no total.
        ([made(DEAD, value=9), made(DEAD, value=2), made(DEAD, value=11, low=10, high=12, report=1)], []),
        # People of whom different things are told.
        ([made(PEOPLE, toll="dead", value=v) for v in (9, 5, 14)], ["9 + 5 = 14"]),
        ([made(PEOPLE, toll=t, value=v) for t, v in (("dead", 9), ("injured", 5), ("dead", 14))], []),
        # Amounts without a rate add up side by side in one report; amounts of two currencies and lengths never do.
        ([made(USD, value=60), made(USD, value=22), made(USD, value=82)], ["60 + 22 = 82"]),
        ([made(USD, value=60), made(USD, value=22), made(USD, value=82, sentence=3)], []),
        ([made(USD, value=60), made(USD, value=22, unit="EUR"), made(USD, value=82)], []),
        ([made(USD, value=60), made(USD, value=22, scope=("per share",)), made(USD, value=82)], []),
        ([{"value": 60, "unit": "metre"}, {"value": 22, "unit": "metre"}, {"value": 82, "unit": "metre"}], []),
        # Nobody says what is counted.
        (
            [{"value": 9, "counted": "boat"}, {"value": 5, "counted": "boat"}, {"value": 14, "counted": "boat"}],
            ["9 + 5 = 14"],
        ),
        ([{"value": 9}, {"value": 5}, {"value": 14}], []),
        # Kinds of people make people, in one report or where the same are named.
        ([WOMEN, MEN, PEOPLE], ["9 + 5 = 14"]),
        ([WOMEN, MEN, made(PEOPLE, report=1)], []),
        ([made(WOMEN, names=("x",)), MEN, made(PEOPLE, report=1, names=("x",))], ["9 + 5 = 14"]),
        ([WOMEN, MEN, made(PEOPLE, counted="boat")], []),
        ([WOMEN, made(MEN, counted="boat"), PEOPLE], []),
        ([WOMEN, made(MEN, counted="other"), PEOPLE], []),
        # "40 each" may have been added up already.
        ([made(DEAD, value=40, each=True), made(DEAD, value=6), made(DEAD, value=46, report=1)], ["40 + 6 = 46"]),
    ],
)
def test_what_adds_up(entry: Any, rows: list[Row], expected: list[str]) -> None:
    assert written(entry, *map(dict, rows)) == expected


def test_one_figure_told_twice_is_no_sum(entry: Any) -> None:
    twice = [entry(0, 12, toll="dead"), entry(0, 12, toll="dead")]
    assert find_sums([twice, [entry(1, 24, toll="dead")]]) == []


def test_a_value_that_is_disputed_with_an_addend_is_not_its_total(entry: Any) -> None:
    disputed = [entry(0, 12, toll="dead"), entry(1, 24, toll="dead")]
    assert find_sums([disputed, [entry(0, 12, toll="dead")]]) == []


def test_the_reading_that_has_the_total_must_be_of_the_kind(entry: Any) -> None:
    addends = [[entry(0, 9, toll="dead")], [entry(0, 5, toll="dead")]]
    about = entry(1, 14, toll="dead", low=13, high=15)
    assert find_sums([*addends, [about, entry(2, 13, toll="dead")]]) == []
    assert [s.written for s in find_sums([*addends, [about, entry(2, 14, toll="dead")]])] == ["9 + 5 = 14"]
