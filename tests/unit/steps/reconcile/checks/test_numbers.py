"""Which numbers two reports leave over, and which of these exclude one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from rashomon.records.findings import Figure
from rashomon.records.span import Cite
from rashomon.steps.reconcile.checks.likeness import Likeness
from rashomon.steps.reconcile.checks.numbers import FARTHEST, _kinds, _left_over, comparable, number_pairs, samples
from rashomon.steps.reconcile.checks.weighing import weigh
from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.roles import Role

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
        ({"value": 19}, {"value": 60}, True),  # a slip of the pen may treble a number
        ({"value": 19}, {"value": 80}, False),  # four times as many are others
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


@pytest.mark.parametrize(
    ("one", "other", "may_be_one"),
    [
        (("home", {}), ("barn", {}), True),  # near in meaning
        (("crate", {}), ("barrel", {}), False),  # both hold goods, and are counted apart
        (("flat", {}), ("home", {}), False),  # far for the vectors,
        (("flat", {"counts": frozenset({"house"})}), ("home", {"counts": frozenset({"house"})}), True),  # one class
        (("miner", {}), ("passer", {"people": True}), False),
        (("miner", {"people": True}), ("passer", {"people": True}), True),  # all are people
        (("miner", {"people": True}), ("crate", {}), False),  # people and things
        (("miner", {}), (None, {}), True),  # nobody says what is counted
    ],
)
def test_nouns_of_two_kinds_count_two_things(
    entry: Make, one: tuple[str, dict[str, Any]], other: tuple[str | None, dict[str, Any]], may_be_one: bool
) -> None:
    a, b = (entry(n, 19 + n, counted=noun, role=Role(**role)) for n, (noun, role) in enumerate((one, other)))
    assert comparable(a, b) is may_be_one
    assert comparable(b, a) is may_be_one


@pytest.mark.parametrize(("here", "there", "pair"), [(None, None, True), ("2019", "2019", True), ("2019", None, False)])
def test_numbers_of_two_times_are_two(entry: Make, here: str | None, there: str | None, pair: bool) -> None:
    assert comparable(entry(0, 19, past=here), entry(1, 23, past=there)) is pair


@pytest.mark.parametrize(
    ("told", "pair"), [("The flood killed 23 people.", True), ("The flood injured 23 people.", False)]
)
def test_the_killed_and_the_injured_are_two(told: str, pair: bool) -> None:
    read = scene("The flood killed 19 people.", told)
    assert comparable(read.of("19 people"), read.of("23 people")) is pair


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


@pytest.mark.parametrize("swapped", [False, True])
def test_a_part_and_the_sum_may_stand_in_either_report(swapped: bool) -> None:
    texts = ["Nine miners and 14 engineers were trapped in the Kolmen copper mine.\n", TWO]
    found = scene(*(reversed(texts) if swapped else texts))
    assert len(pairs(found, [])) == 1
    assert pairs(found, [figure(found, "sum", "Nine miners", "14 engineers")]) == []


def test_a_figure_that_holds_one_of_two_numbers_does_not_answer_for_the_other() -> None:
    found = scene(ONE, TWO, "Nineteen men were trapped in the Kolmen copper mine. It has a staff of 1,150.\n")
    linked = figure(found, "compatible", "Nineteen miners", "Nineteen men")
    assert pairs(found, [linked]) == [("Nineteen miners", "23 miners"), ("23 miners", "Nineteen men")]


THREE = "The crew of {} was cut off in the Kolmen copper mine. It has a staff of 1,150.\n"


@pytest.mark.parametrize(
    ("relation", "crew", "asked"),
    [
        ("conflict", "23 workers", []),  # the ledger tells that 19 stands against 23, whoever says it
        ("conflict", "26 workers", [("23 miners", "26 workers"), ("Nineteen miners", "26 workers")]),
        ("compatible", "23 workers", [("Nineteen miners", "23 workers")]),
    ],
)
def test_values_in_conflict_are_not_asked_about_again(relation: str, crew: str, asked: list[tuple[str, str]]) -> None:
    found = scene(ONE, TWO, THREE.format(crew))
    assert sorted(pairs(found, [figure(found, relation, "Nineteen miners", "23 miners")])) == asked


@pytest.mark.parametrize(("unit", "asked"), [("metre", []), ("foot", [("40 metres", "52 metres")])])
def test_a_dispute_of_another_unit_is_another_dispute(unit: str, asked: list[tuple[str, str]]) -> None:
    found = scene("The Kolmen shaft is 40 metres deep.\n", "At Kolmen the shaft is 52 metres deep.\n")
    readings = tuple(replace(e.reading, cite=Cite("r9", n, n + 1)) for n, e in enumerate(found.entries))
    assert pairs(found, [Figure("f1", "shaft", unit, readings, "conflict")]) == asked


@pytest.mark.parametrize(("whole", "asked"), [("23 miners", []), ("24 people", [("14 engineers", "25 men")])])
def test_a_part_is_not_held_against_another_number_for_the_whole(whole: str, asked: list[tuple[str, str]]) -> None:
    one = "Nine miners and 14 engineers were trapped in the Kolmen copper mine.\n"
    found = scene(one, "In the Kolmen copper mine 25 men were trapped.\n", f"At Kolmen {whole} were trapped.\n")
    parts = figure(found, "sum", "Nine miners", "14 engineers")
    # Another figure tells 25, and the same number as the parts make, or not.
    told = replace(figure(found, "conflict", "25 men", whole), id="f2")
    assert [p for p in pairs(found, [parts, told]) if p[1] == "25 men"] == asked


@pytest.mark.parametrize(
    ("many", "asked"),
    [
        ("A hundred miners", [("A hundred miners", "75 miners")]),
        ("Hundreds of miners", []),  # a loose word: nothing contradicts it
    ],
)
def test_a_loose_word_contradicts_nothing(many: str, asked: list[tuple[str, str]]) -> None:
    one = f"{many} were trapped in the Kolmen copper mine.\n"
    assert pairs(scene(one, "In the Kolmen copper mine 75 miners were trapped.\n"), []) == asked


@pytest.mark.parametrize(
    ("cable", "asked"),
    [("51 yards", [("51 yards", "80 yards")]), ("0.51 yards", [("0.51 yards", "0.8 yards")]), ("4, 051 yards", [])],
)
def test_the_tail_of_a_torn_number_is_none(cable: str, asked: list[tuple[str, str]]) -> None:
    found = scene(f"The cable is {cable} long.\n", f"The cable is {'0.8' if '0.' in cable else '80'} yards long.\n")
    assert pairs(found, []) == asked


@pytest.mark.parametrize(
    ("one", "other", "lighter"),
    [
        ("", "", False),
        ("It has 4 shafts and 7 lifts. It has 60 lamps.", "", False),
        ("It has 4 shafts and 7 lifts.", "There are 11 gates.", False),
        # Of three numbers here and three there, two fit by accident sooner.
        ("It has 4 shafts and 7 lifts.", "There are 11 gates and 26 pumps.", True),
    ],
)
def test_a_pair_of_many_numbers_must_weigh_more(one: str, other: str, lighter: bool) -> None:
    found = scene(f"Nineteen miners were trapped at Kolmen. {one}\n", f"At Kolmen 23 workers were trapped. {other}\n")
    likeness = Likeness([marks.words for marks in found.story.marks])
    made = samples(found.entries, found.passages, likeness)
    learnt = next(weigh("number", f) for a, b, f in made if (a.reading.value, b.reading.value) == (19, 23))
    weight, few, many = number_pairs(found.entries, [], found.passages, likeness, -99.0)[0]
    assert (few.reading.value, many.reading.value) == (19, 23)
    assert weight < learnt if lighter else weight == learnt


def test_samples_are_all_pairs_of_a_dimension_in_two_reports() -> None:
    found = scene(ONE + "It is 90 metres deep.\n", TWO)
    likeness = Likeness([marks.words for marks in found.story.marks])
    made = [
        (a.reading.value, b.reading.value, f["left"]) for a, b, f in samples(found.entries, found.passages, likeness)
    ]
    assert [(a, b) for a, b, _ in made] == [(19, 23), (19, 1150), (1150, 23), (1150, 1150)]
    assert made[0][2] == 0.0
    assert made[3][2] > 0.0
