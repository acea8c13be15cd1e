"""What stands around a number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.records.span import Span
from rashomon.steps.reconcile.checks.passages import counted

from .conftest import scene


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The mill sold 40 tractors.", "tractors"),
        ("The mill sold 40 old tractors.", "tractors"),
        ("The mill lost 17 of its barges.", "barges"),
        ("The mill lost 17 of the old river barges.", "river"),
        ("It rose by 17, and the mill closed.", ""),
        ("It was 17.", ""),
        ("It was 17", ""),
    ],
)
def test_without_a_noun_of_its_own_a_number_counts_the_next_one(text: str, noun: str) -> None:
    found = scene(text)
    (e,) = found.entries
    assert counted(found.story.marks[0].words, replace(e.measure, counted=None, span=_digits(text))) == noun


def _digits(text: str) -> Span:
    start = next(n for n, c in enumerate(text) if c.isdigit())
    return Span(start, start + 2)


def test_the_noun_of_the_measure_comes_first_and_of_it_the_last_word() -> None:
    found = scene("The mill sold 40 tractors.")
    (e,) = found.entries
    assert counted(found.story.marks[0].words, replace(e.measure, counted="Kolmen Barge")) == "barge"


def test_around_a_number_stand_the_words_of_clause_and_sentence_without_numbers() -> None:
    found = scene("The Kolmen mine lost 17 barges, and Anna Vega sold 40 tractors in Merrow.")
    around = found.passages.around(found.of("40 tractors"))
    assert around.noun == "tractor"
    assert {"sell"} <= set(around.clause) <= set(around.sentence)
    assert "tractor" not in around.sentence
    assert "barge" not in around.clause
    assert not {"17", "40"} & set(around.sentence)


def test_landmarks_are_the_actors_and_the_other_numbers_of_the_sentence() -> None:
    found = scene("Anna Vega sold 40 tractors and 17 barges in Merrow. Lars Holm bought 3 boats.")
    marks = found.passages.around(found.of("40 tractors")).landmarks
    assert ("number", "count", 17.0) in marks
    assert ("number", "count", 40.0) not in marks
    assert ("number", "count", 3.0) not in marks
    named = {name for kind, name, _ in marks if kind == "actor"}
    assert any("vega" in name for name in named)
    assert not any("holm" in name for name in named)


def test_a_name_is_counted_by_the_sentences_that_have_it() -> None:
    first = "Minister Anna Vega sold 40 tractors. Anna Vega left on Tuesday."
    found = scene(first, "Anna Vega, said Anna Vega, sold 40 tractors.")
    (vega,) = (a.id for a in found.cast.actors if a.name == "Anna Vega")
    assert found.passages.spread[vega] == 3


def test_the_landmarks_of_every_sentence() -> None:
    found = scene("Anna Vega sold 40 tractors. She left. The mill lost 17 barges.")
    numbers = {
        place: {value for kind, _, value in marks if kind == "number"}
        for place, marks in found.passages.landmarks().items()
    }
    assert {place: values for place, values in numbers.items() if values} == {(0, 0): {40.0}, (0, 2): {17.0}}
