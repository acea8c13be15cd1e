"""Which numbers two reports leave over, and which of these exclude one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.records.findings import Figure
from rashomon.steps.reconcile.checks.likeness import Likeness
from rashomon.steps.reconcile.checks.numbers import FARTHEST, _kinds, _left_over, comparable, number_pairs, samples
from rashomon.steps.reconcile.figures.entries import Entry

from .conftest import Scene, scene

Make = Callable[..., Entry]


def values(entries: list[Entry]) -> list[float]:
    return [e.reading.value for e in entries]


# What is left over


def test_what_both_reports_give_is_put_aside_however_often(entry: Make) -> None:
    entries = [entry(0, 5), entry(0, 19), entry(0, 5), entry(1, 5), entry(1, 23), entry(1, 19)]
    entries.append(entry(0, 7))
    ((one, other),) = _left_over(entries)
    assert (values(one), values(other)) == ([7], [23])


def test_a_report_that_gives_nothing_of_its_own_has_no_partner(entry: Make) -> None:
    assert list(_left_over([entry(0, 5), entry(0, 19), entry(1, 5)])) == []


def test_dimensions_are_kept_apart_and_units_of_one_are_not(entry: Make) -> None:
    entries = [entry(0, 2, unit="kilometre"), entry(0, 9), entry(1, 2000, unit="metre"), entry(1, 9)]
    entries += [entry(0, 4, unit="metre"), entry(1, 5)]
    assert list(_left_over(entries)) == []


def test_every_two_reports_are_held_together(entry: Make) -> None:
    pairs = [(values(one), values(other)) for one, other in _left_over([entry(n, 5 + n) for n in range(3)])]
    assert pairs == [([5], [6]), ([5], [7]), ([6], [7])]


def test_ages_magnitudes_and_link_headlines_do_not_count(entry: Make) -> None:
    entries = [
        entry(0, 41, unit="year of age"),
        entry(0, 6, dimension="magnitude"),
        entry(0, 8, place="teaser"),
        entry(0, 9),
    ]
    assert {key: values(found) for key, found in _kinds(entries).items()} == {(0, "count"): [9]}


def test_a_headline_counts_only_where_the_text_has_no_number_of_its_kind(entry: Make) -> None:
    entries = [entry(0, 20, place="title"), entry(0, 19), entry(0, 3, unit="metre", place="title")]
    entries.append(entry(1, 20, place="title"))
    assert {key: values(found) for key, found in _kinds(entries).items()} == {
        (0, "count"): [19],
        (0, "length"): [3],
        (1, "count"): [20],
    }


# What excludes what


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"value": 19}, {"value": 23}, True),
        ({"value": 19}, {"value": 19 * FARTHEST}, True),
        ({"value": 19}, {"value": 19 * FARTHEST + 1}, False),
        ({"value": 0}, {"value": 2}, False),
        ({"value": -3}, {"value": -4}, False),
        ({"value": 19, "unit": "metre"}, {"value": 23}, False),
        ({"value": 19, "unit": "metre"}, {"value": 23, "unit": "metre"}, True),
        ({"value": 20, "low": 18, "high": 22, "modifier": "about"}, {"value": 21}, False),
        ({"value": 20, "low": 20, "high": None, "modifier": "over"}, {"value": 23}, False),
    ],
)
def test_two_values_that_cannot_both_be_right(
    entry: Make, one: dict[str, Any], other: dict[str, Any], apart: bool
) -> None:
    a, b = (entry(n, row.pop("value"), **row) for n, row in enumerate((dict(one), dict(other))))
    assert comparable(a, b) is apart
    assert comparable(b, a) is apart


# Pairs

ONE = "Nineteen miners were trapped on Tuesday in the Kolmen copper mine. It has a staff of 1,150.\n"
TWO = "Rescuers were trying to reach 23 miners trapped in the Kolmen copper mine. It has a staff of 1,150.\n"


def pairs(found: Scene, figures: list[Figure], least: float = -99.0) -> list[tuple[str, str]]:
    likeness = Likeness([marks.words for marks in found.story.marks])
    made = number_pairs(found.entries, figures, found.passages, likeness, least)
    assert made == sorted(made, key=lambda p: -p[0])
    return [(a.wording, b.wording) for _, a, b in made]


def figure(found: Scene, relation: Any, *wordings: str) -> Figure:
    readings = tuple(e.reading for w in wordings for e in found.entries if e.wording == w)
    return Figure("f1", "miners", None, readings, relation)


def test_what_the_ledger_has_linked_is_not_asked_about() -> None:
    found = scene(ONE, TWO)
    assert pairs(found, []) == [("Nineteen miners", "23 miners")]
    assert pairs(found, [figure(found, "single", "Nineteen miners"), figure(found, "single", "23 miners")]) != []
    assert pairs(found, [figure(found, "compatible", "Nineteen miners", "23 miners")]) == []


def test_a_pair_that_weighs_too_little_is_none() -> None:
    assert pairs(scene(ONE, TWO), [], 99.0) == []


def test_a_part_is_not_held_against_the_sum_that_the_ledger_knows() -> None:
    one = "Nine miners and 14 engineers were trapped in the Kolmen copper mine.\n"
    found = scene(one, TWO)
    parts = figure(found, "sum", "Nine miners", "14 engineers")
    assert pairs(found, []) == [("14 engineers", "23 miners")]
    assert pairs(found, [parts]) == []


def test_samples_are_all_pairs_of_a_dimension_in_two_reports() -> None:
    found = scene(ONE, TWO)
    likeness = Likeness([marks.words for marks in found.story.marks])
    made = [
        (a.reading.value, b.reading.value, f["left"]) for a, b, f in samples(found.entries, found.passages, likeness)
    ]
    assert [(a, b) for a, b, _ in made] == [(19, 23), (19, 1150), (1150, 23), (1150, 1150)]
    assert made[0][2] == 0.0
    assert made[3][2] > 0.0
