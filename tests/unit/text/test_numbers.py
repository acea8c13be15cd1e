"""Numbers in digits and words, with exact spans and values."""

from __future__ import annotations

import pytest

from rashomon.text.numbers import MAX_DIGITS, Number, find_numbers, lowered, starters


def read(text: str) -> list[tuple[str, float]]:
    return [(text[n.start : n.end], n.value) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7 boats", [("7", 7)]),
        ("1,250 boats", [("1,250", 1250)]),
        ("1,250,000.5 litres", [("1,250,000.5", 1250000.5)]),
        ("40 000 votes", [("40 000", 40000)]),
        ("12\u202f500 votes", [("12\u202f500", 12500)]),
        ("1,23,456 rupees", [("1,23,456", 123456)]),
        ("It fell to 3.5.", [("3.5", 3.5)]),
        ("a .500 record", [(".500", 0.5)]),
        ("2½ miles", [("2½", 2.5)]),
        ("¾ of an inch", [("¾", 0.75)]),
        ("3/4 of the hall", [("3/4", 0.75)]),
        ("1⁄32 inch", [("1⁄32", 0.03125)]),
        ("2.998×10−8 metres", [("2.998×10−8", 2.998e-08)]),
        ("6.1x10^4 cells", [("6.1x10^4", 61000.0)]),
        ("1e6 rows", [("1e6", 1000000)]),
        ("2.5 million", [("2.5 million", 2500000)]),
        ("4 hundred million", [("4 hundred million", 400000000)]),
        ("35 lakh and 2 crore", [("35 lakh", 3500000), ("2 crore", 20000000)]),
        ("1.1 billion", [("1.1 billion", 1100000000)]),
        ("3 dozen eggs", [("3 dozen", 36)]),
    ],
)
def test_digits(text: str, expected: list[tuple[str, float]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven boats", [("Seven", 7)]),
        ("twenty-two boats", [("twenty-two", 22)]),
        ("twenty two boats", [("twenty two", 22)]),
        ("three hundred and thirty-one", [("three hundred and thirty-one", 331)]),
        ("four thousand to five thousand", [("four thousand", 4000), ("five thousand", 5000)]),
        ("between four and five", [("four", 4), ("five", 5)]),
        ("twelve million", [("twelve million", 12000000)]),
        ("two and a half million", [("two and a half million", 2500000)]),
        ("one and a quarter", [("one and a quarter", 1.25)]),
        ("a hundred sheep", [("a hundred", 100)]),
        ("a million crowns", [("a million", 1000000)]),
        ("half a million", [("half a million", 500000)]),
        ("a quarter of a million", [("a quarter of a million", 250000)]),
        ("half a dozen", [("half a dozen", 6)]),
        ("two dozen", [("two dozen", 24)]),
        ("a dozen", [("a dozen", 12)]),
        ("a couple of boats", [("a couple", 2)]),
        ("three one two", [("three", 3), ("one", 1), ("two", 2)]),
        ("fifteen twenty", [("fifteen", 15), ("twenty", 20)]),
        ("zero", [("zero", 0)]),
    ],
)
def test_words(text: str, expected: list[tuple[str, float]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a third of the hall", [("a third", 1 / 3)]),
        ("two-thirds of voters", [("two-thirds", 2 / 3)]),
        ("three quarters of voters", [("three quarters", 0.75)]),
        ("half of the hall", [("half", 0.5)]),
        ("half an hour", [("half", 0.5)]),
        ("half the hall", [("half", 0.5)]),
        ("one half of the hall", [("one half", 0.5)]),
        ("one in five voters", [("one in five", 0.2)]),
        ("two in five voters", [("two in five", 0.4)]),
        ("three in ten young drivers", [("three in ten", 0.3)]),
        ("two in three Albans", [("two in three", 2 / 3)]),
        ("a 2 in 4 chance", [("2 in 4", 0.5)]),
        ("9 out of 10 said so", [("9 out of 10", 0.9)]),
        ("five in ten minutes", [("five", 5), ("ten", 10)]),
        ("3 out of 8 games", [("3", 3), ("8", 8)]),
        ("1 in 10 homes", [("1 in 10", 0.1)]),
        ("one fourth of", [("one fourth", 0.25)]),
    ],
)
def test_parts(text: str, expected: list[tuple[str, float]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the second half of the match",
        "in the first quarter of the year",
        "the twenty-first century",
        "a couple lives there",
        "the third of May",
        "half-time",
        "the final third",
        "millionth visitor",
        "hundred",
        "tens",
        "someone, often, tense, weight",
    ],
)
def test_no_number(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["1,2,3", "3,5", "192.168.0.1", "12.05.2031", "1,23,45", "9/11", "24/7", "5/0", "9" * 400]
)
def test_unclear_runs_are_left_open(text: str) -> None:
    assert read(text) == []


def test_no_value_is_too_large_for_a_float() -> None:
    assert [n.value for n in find_numbers("9" * MAX_DIGITS)] == [int("9" * MAX_DIGITS)]
    assert find_numbers("9" * (MAX_DIGITS + 1)) == []
    assert find_numbers("900 trillion trillion trillion") == []
    assert [n.value for n in find_numbers("5e90 metres")] == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of boats", 12, 120),
        ("hundreds of boats", 100, 1000),
        ("tens of thousands of boats", 10000, 100000),
        ("Millions of boats", 1000000, 10000000),
    ],
)
def test_orders_of_magnitude(text: str, low: float, high: float) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.low, number.high, number.form) == (low, low, high, "vague")


def test_number_knows_its_form_and_scale() -> None:
    assert find_numbers("2.5 million") == [Number(0, 11, 2500000, 2500000, 2500000, "digits", 1000000)]
    assert find_numbers("five") == [Number(0, 4, 5, 5, 5, "words")]
    assert find_numbers("two-thirds")[0].form == "fraction"


def test_only_the_given_stretch_is_read() -> None:
    assert [n.value for n in find_numbers("1 two 3 four", 2, 7)] == [2, 3]


def test_lower_case_keeps_positions() -> None:
    assert lowered("ABİ c", 0, 5) == "abİ c"
    assert lowered("ABC", 1, 3) == "bc"
    assert read("İİİ Seven") == [("Seven", 7)]


def test_starters_hold_singulars_of_magnitudes() -> None:
    assert {"seven", "dozens", "dozen", "half", "million"} <= starters()
