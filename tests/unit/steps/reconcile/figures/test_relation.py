"""How the readings of one figure relate, and the notes."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.steps.reconcile.figures.frame import Frame
from rashomon.steps.reconcile.figures.relation import relate


def test_one_report_is_single(entry: Any) -> None:
    assert relate([entry(0, 5)]) == ("single", "")
    assert relate([entry(0, 5), entry(0, 5)]) == ("single", "")


def test_equal_numbers_are_the_same(entry: Any) -> None:
    assert relate([entry(0, 5), entry(1, 5)]) == ("same", "")


def test_equal_numbers_with_other_hedges_are_compatible(entry: Any) -> None:
    about = entry(1, 5, low=4.5, high=5.5, modifier="about", wording="about 5")
    assert relate([entry(0, 5), about]) == ("compatible", "5 / about 5")


@pytest.mark.parametrize(
    ("low", "high", "other", "expected"),
    [
        (70, None, 86, "compatible"),
        (100, None, 86, "conflict"),
        (None, 40, 38, "compatible"),
        (None, 40, 41, "conflict"),
        (90, 110, 95, "compatible"),
        (90, 110, 115, "conflict"),
    ],
)
def test_intervals(entry: Any, low: float | None, high: float | None, other: float, expected: str) -> None:
    value = low if low is not None else high
    assert relate([entry(0, value, low=low, high=high, modifier="hedged"), entry(1, other)])[0] == expected


def test_roundings_are_compatible(entry: Any) -> None:
    assert relate([entry(0, 284.46, unit="USD"), entry(1, 284, unit="USD")])[0] == "compatible"
    assert relate([entry(0, 103e9, unit="USD"), entry(1, 105e9, unit="USD")])[0] == "conflict"
    assert relate([entry(0, 4), entry(1, 4.4)])[0] == "conflict"


def test_magnitudes_are_open_above(entry: Any) -> None:
    assert relate([entry(0, 12, low=12, high=120), entry(1, 200)])[0] == "compatible"
    assert relate([entry(0, 12, low=12, high=120), entry(1, 8)])[0] == "conflict"


def test_conversions_are_equal(entry: Any) -> None:
    ten, six = entry(0, 10, unit="kilometre"), entry(0, 6, unit="mile")
    assert relate([ten, six, entry(1, 10, unit="kilometre")])[0] == "same"


def test_nearly_equal_measures_in_two_units_are_compatible(entry: Any) -> None:
    assert relate([entry(0, 64000, unit="kilogram"), entry(1, 63.8, unit="tonne")])[0] in ("same", "compatible")
    assert relate([entry(0, 372), entry(1, 373)])[0] == "conflict"


def test_the_lowest_sourced_figure_comes_first(entry: Any) -> None:
    members = [entry(0, 40), entry(1, 20), entry(2, 30, holder="x")]
    assert relate(members) == ("conflict", "30 (lowest with a named source) against 20, 40")
    assert relate(members[:2]) == ("conflict", "20 (lowest, no source named) against 40")


def test_tolls_rise_with_the_hour(entry: Any) -> None:
    early = entry(0, 3, toll="dead", published="2031-05-01")
    late = entry(1, 9, toll="dead", published="2031-05-02")
    assert relate([late, early]) == ("compatible", "later higher: 3 (2031-05-01), 9 (2031-05-02)")


@pytest.mark.parametrize(
    ("one", "other"), [("2031-05-02", "2031-05-01"), ("2031-05-01", "2031-05-01"), (None, "2031-05-01")]
)
def test_tolls_without_a_clear_order_conflict(entry: Any, one: str | None, other: str) -> None:
    members = [entry(0, 3, toll="dead", published=one), entry(1, 9, toll="dead", published=other)]
    assert relate(members)[0] == "conflict"


def test_only_tolls_rise(entry: Any) -> None:
    members = [entry(0, 3, published="2031-05-01"), entry(1, 9, published="2031-05-02")]
    assert relate(members)[0] == "conflict"


def test_another_noun_of_a_narrow_class_is_another_scope(entry: Any) -> None:
    members = [
        entry(0, 30, unit="day", counted="pause", event="cessation"),
        entry(1, 30, unit="day", counted="ceasefire", event="cessation"),
    ]
    assert relate(members) == ("different-scope", "the same length of different things: ceasefire, pause")


def test_a_reading_that_fits_all_is_not_in_dispute(entry: Any) -> None:
    least = entry(2, 9, low=9, high=None, modifier="at least", wording="at least nine")
    members = [entry(0, 9, wording="nine"), entry(1, 11, holder="h", wording="eleven"), least]
    note = "eleven (lowest with a named source) against nine; at least nine fits all"
    assert relate(members) == ("conflict", note)


def test_equal_votes_against_different_ones(entry: Any) -> None:
    one = entry(0, 31, frame=Frame(against=14.0), wording="31 votes")
    other = entry(1, 31, frame=Frame(against=19.0), wording="31 votes")
    assert relate([one, other]) == ("conflict", "31 votes to 14; 31 votes to 19")
    assert relate([one, entry(2, 31, frame=Frame(against=14.0))]) == ("same", "")


def test_many_copies_are_one_reading(entry: Any) -> None:
    assert relate([entry(n % 2, 12) for n in range(4000)]) == ("same", "")


def test_a_round_number_is_the_hedged_one_of_another_report(entry: Any) -> None:
    hedged = entry(0, 30, low=30, high=None, modifier="more than")
    assert relate([hedged, entry(1, 30), entry(2, 37)])[0] == "compatible"
    assert relate([entry(0, 30), entry(1, 30), entry(2, 37)])[0] == "conflict"
    assert relate([entry(0, 7, low=7, high=None, modifier="more than"), entry(1, 7), entry(2, 9)])[0] == "conflict"
