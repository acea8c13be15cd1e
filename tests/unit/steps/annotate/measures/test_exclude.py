"""Numbers that are no figures, one reason at a time."""

from __future__ import annotations

import pytest

from rashomon.steps.annotate.measures import exclude
from rashomon.text.numbers import find_numbers


def first(text: str):  # type: ignore[no-untyped-def]
    return find_numbers(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "S-300 here",
        "S - 300 here",
        "F-16s here",
        "G7 here",
        "at 5pm there",
        "at 10.45pm there",
        "the 22nd man",
        "5G here",
        "call 555-0142",
        "No #5",
        "1. First",
    ],
)
def test_glued(text: str) -> None:
    assert exclude.glued(text, first(text), 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "saw 12 boats",
        "12 boats",
        "left Lorn - 12 boats",
        "the LSU – 12 men",
        "the UK - 12 boats",
        "the EU - 12 states",
        "sub-300 offices",
        "now-18 years",
        "(12)",
        "saw 12.",
    ],
)
def test_not_glued(text: str) -> None:
    assert not exclude.glued(text, first(text), 0, len(text))


@pytest.mark.parametrize("text", ["in 2031", "2031 sales", "the 1987 storm", "by 2031, all", "in 1745"])
def test_years(text: str) -> None:
    assert exclude.year(text, first(text), 0, len(text))


@pytest.mark.parametrize("text", ["2,031 boats", "1500 boats", "2031.5", "12 boats", "2000 people", "30000"])
def test_no_years(text: str) -> None:
    assert not exclude.year(text, first(text), 0, len(text))


@pytest.mark.parametrize("text", ["on 28 October", "on Dec. 28 there", "May 5"])
def test_days_of_months(text: str) -> None:
    assert exclude.month_day(text, first(text), 0, len(text))


def test_a_number_above_31_is_no_day() -> None:
    text = "October 40"
    assert not exclude.month_day(text, first(text), 0, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("won 2-1 there", True), ("ended 2-1.", True), ("saw 4-5 people there", False), ("saw 200-300 boats", False)],
)
def test_scores(text: str, expected: bool) -> None:
    one, two = find_numbers(text)
    assert exclude.score(text, one, two, 0, len(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no one came", True),
        ("one of them", True),
        ("one boat sank", False),
        ("this one sank", True),
        ("one, two", True),
        ("two boats", False),
    ],
)
def test_pronoun(text: str, expected: bool) -> None:
    assert exclude.pronoun(text, first(text), 0, len(text)) is expected


def test_idioms_are_found_with_their_places() -> None:
    assert exclude.idioms("They came One by One on 9/11.", 0, 29) == [(10, 20), (24, 28)]


def test_words_beside_a_number() -> None:
    text = "The “Route 66 diner, said"
    assert exclude.previous_word(text, text.index("66"), 0) == "Route"
    assert exclude.next_word(text, text.index(" diner"), len(text)) == "diner"
    assert exclude.previous_word("66", 0, 0) == ""
    assert exclude.previous_word("(66", 1, 0) == ""
    assert exclude.next_word("66", 2, 2) == ""
