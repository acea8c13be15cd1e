from __future__ import annotations

from typing import Any

import pytest

from rashomon.export.words import clipped, count, day, number, period, plural, reading, short_day, via


def r(value: float, modifier: str | None = None, counted: str | None = None, **bounds: Any) -> dict[str, Any]:
    return {"value": value, "low": value, "high": value, "modifier": modifier, "counted": counted, **bounds}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (950000, "950,000"),
        (6.5, "6.5"),
        (None, "?"),
        (1_200_000, "1.2 million"),
        (1_234_567, "1,234,567"),
        (3_200_000_000, "3.2 billion"),
        (2e12, "2 trillion"),
        (-4, "-4"),
        (2 / 3, "2/3"),
        (1 / 7, "1/7"),
        (0.6666666667, "2/3"),
        (0.375, "0.375"),
        (0.7312345, "0.7312345"),
        (0, "0"),
    ],
)
def test_numbers_for_people(value: float | None, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("person", "people"),
        ("hour", "hours"),
        ("POW", "POWs"),
        ("city", "cities"),
        ("day", "days"),
        ("watch", "watches"),
        ("boss", "bosses"),
        ("fisherman", "fishermen"),
        ("human", "humans"),
        ("crew", "crew"),
        ("prisoners", "prisoners"),
        ("police officer", "police officers"),
        ("injured", "injured"),
        ("wounded", "wounded"),
        ("bed", "beds"),
    ],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (r(1, "about"), "hour", "about 1 hour"),
        (r(60, "about", "call"), "minute", "about 60 minutes"),
        (r(11, None, "person"), None, "11 people"),
        (r(1, None, "person"), None, "1 person"),
        (r(175, None, "prisoners"), None, "175 prisoners"),
        (r(3.2e9, "over"), "USD", "over $3.2 billion"),
        (r(20_000_000), "UAH", "20 million UAH"),
        (r(15, low=10, high=20), "percent", "10–20%"),
        (r(15, "about", low=13, high=17), "percent", "about 15%"),
        (r(7), "degree-celsius", "7 °C"),
        (r(4), "square-kilometre", "4 square kilometres"),
        (r(5), None, "5"),
        (r(2 / 3, None, "state"), None, "2/3 of states"),
        (r(1 / 3, "nearly", "voter"), None, "nearly 1/3 of voters"),
        (r(1 / 3), "hour", "1/3 hours"),
    ],
)
def test_readings(value: dict[str, Any], unit: str | None, words: str) -> None:
    assert reading(value, unit) == words


def test_days_and_periods() -> None:
    assert day("2025-03-18") == "Tuesday 18 March 2025"
    assert day("2025-03") == "March 2025"
    assert day("2025-13") == "2025-13"
    assert day("long ago") == "long ago"
    assert short_day("2025-03-08T10:00") == "8 Mar"
    assert short_day("?") == "?"
    assert period("2025-01-01", "2025-12-31", "year") == "2025"
    assert period("2025-02-01", "2025-02-28", "month") == "February 2025"
    assert period("2025-03-18", "2025-03-18", "day") == "Tuesday 18 March 2025"
    assert period("2025-03-18T16:38", "2025-03-18T16:38", "minute") == "Tuesday 18 March 2025, 16:38"
    assert period("2025-03-18", "2025-03-19", "day") == "Tuesday 18 March 2025 – Wednesday 19 March 2025"


def test_clipping_and_counting() -> None:
    assert clipped("the ferry ran aground", 12) == "the ferry …"
    assert clipped("the ferry", 9) == "the ferry"
    assert (count(1, "line"), count(1200, "line")) == ("1 line", "1,200 lines")


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("Truth Social", "on Truth Social"),
        ("social media", "on social media"),
        ("interview", "in an interview"),
        ("statement", "in a statement"),
        ("rally", "at a rally"),
        ("Coast Radio", "to Coast Radio"),
        (None, ""),
        ("", ""),
    ],
)
def test_where_something_was_said(channel: str | None, words: str) -> None:
    assert via(channel) == words
