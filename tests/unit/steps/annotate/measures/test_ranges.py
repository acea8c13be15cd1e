"""Two numbers that make one figure, and those that do not."""

from __future__ import annotations

import pytest

from rashomon.steps.annotate.measures.ranges import Join, join
from rashomon.steps.annotate.measures.reading import draft
from rashomon.text.numbers import find_numbers


def joined(text: str) -> Join | None:
    one, two = find_numbers(text)[:2]
    return join(text, draft(text, one, 0, len(text)), two, 0, 0, len(text))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("4-5 boats", 4, 5, None),
        ("10 to 15 boats", 10, 15, None),
        ("between 10 and 20 boats", 10, 20, None),
        ("from 2% to 3%", 2, 3, "percent"),
        ("5% to 10%", 5, 10, "percent"),
        ("15–22 km", 15, 22, "kilometre"),
        ("three or four weeks", 3, 4, "week"),
        ("$10 to $15 billion", 10e9, 15e9, "USD"),
        ("$200 to $4 million", 200, 4e6, "USD"),
        ("1 to 2 thousand boats", 1000, 2000, None),
        ("from 4.8 to 4.7 percent", 4.7, 4.8, "percent"),
        ("between $62 and $68", 62, 68, "USD"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str | None) -> None:
    found = joined(text)
    assert found is not None
    assert not found.whole
    assert (found.item.low, found.item.high) == (low, high)
    assert (found.item.unit.name if found.item.unit else None) == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("6ft 2in. tall", 74, "inch"),
        ("1h 30 minutes", 90, "minute"),
        ("two hours and 15 minutes", 135, "minute"),
        ("two hours and a half", 2.5, "hour"),
    ],
)
def test_compounds(text: str, value: float, unit: str) -> None:
    found = joined(text)
    assert found is not None
    assert found.whole
    assert found.item.value == value
    assert found.item.unit is not None
    assert found.item.unit.name == unit


@pytest.mark.parametrize(
    "text",
    [
        "eight or eleven boats",
        "four and five boats",
        "rose 64 points to 4,577",
        "fell 7% to $2.3 billion",
        "by $43 to $419",
        "12 boats and 14 cars",
        "24 hours, 39 minutes",
        "9-2 up",
        "12 men who went to 40 towns",
    ],
)
def test_no_join(text: str) -> None:
    assert joined(text) is None
