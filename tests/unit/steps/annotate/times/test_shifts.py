"""What lies a length of time away: ago, later, from now. Reports are of Wednesday, 19 March 2025."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The mill closed a century ago.", "a century ago", "1925"),
        ("The mill closed half a century ago.", "half a century ago", "1975"),
        ("The mill closed half a decade ago.", "half a decade ago", "2020"),
        ("The mill closed two decades ago.", "two decades ago", "2005"),
        ("The mill closed two and a half years ago.", "two and a half years ago", "2022-09"),
        ("The mill closed a year and a half ago.", "a year and a half ago", "2023-09"),
        ("The mill closed a week and a half ago.", "a week and a half ago", "2025-03"),
        ("The mill closed a fortnight ago.", "a fortnight ago", "2025-W10"),
        ("The mill closed 40 minutes ago.", "40 minutes ago", "PT40M"),
        ("The mill closed an hour and a half ago.", "an hour and a half ago", "PT1.5H"),
        ("The mill closed years ago.", "years ago", "PAST_REF"),
        ("The mill will open three decades from now.", "three decades from now", "2055"),
        ("The mill will open ten minutes from now.", "ten minutes from now", "PT10M"),
    ],
)
def test_from_the_day_of_the_report(text: str, span: str, value: str, read: Any) -> None:
    assert read(text) == [(span, value)]


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("The mill closed more than half a century ago.", "1975", "BEFORE"),
        ("The mill closed less than two weeks ago.", "2025-W10", "AFTER"),
        ("The mill closed at least two years ago.", "2023", "ON_OR_BEFORE"),
        ("The mill closed about a year and a half ago.", "2023-09", "APPROX"),
        ("The mill closed two years ago.", "2023", None),
    ],
)
def test_more_than_so_long_ago_is_before(text: str, value: str, mod: str | None, marks: Any) -> None:
    (mark,) = marks(text)
    assert (mark.value, mark.mod) == (value, mod)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The truce began on Monday. Two days earlier it had rained.", "2025-03-15"),
        ("The truce began on Monday. Two days later it was broken.", "2025-03-19"),
        ("The truce began on Monday. A century later it was recalled.", "2125"),
        ("The truce began on Monday. Half a century later it was recalled.", "2075"),
        ("The truce began on Monday. Days later it was broken.", "PXD"),
        ("The truce began on Monday. Hours later it was broken.", "PTXH"),
    ],
)
def test_from_the_day_last_told_of(text: str, value: str, read: Any) -> None:
    assert [v for _, v in read(text)] == ["2025-03-17", value]


def test_below_a_day_the_bounds_are_two_days_side_by_side(marks: Any) -> None:
    (ago,) = marks("The mill closed 40 minutes ago.")
    assert (ago.earliest, ago.latest) == ("2025-03-18", "2025-03-19")
    _, earlier = marks("The truce began on Monday. Hours earlier shots were heard.")
    assert (earlier.earliest, earlier.latest) == ("2025-03-16", "2025-03-17")


@pytest.mark.parametrize("text", ["The mill closed two years ago.", "The mill closed half a century ago."])
def test_a_report_without_a_date_has_no_day_to_count_from(text: str, marks: Any) -> None:
    assert [m.value for m in marks(text, None) if m.earliest] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They waited half a day.", "P0.5D"),
        ("It is shut for half a year.", "P6M"),
        ("They waited half an hour.", "PT30M"),
        ("They waited for an hour and a half.", "PT1.5H"),
    ],
)
def test_halves_of_a_length(text: str, value: str, read: Any) -> None:
    assert [v for _, v in read(text)] == [value]
