from datetime import date

import pytest

from rashomon.text.dates import (
    add_days,
    add_months,
    bounds,
    easter,
    last_of_month,
    make_day,
    nth_weekday,
    parse_day,
    week_of,
)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-03-18", "2025-03-18", "2025-03-18"),
        ("2025-03", "2025-03-01", "2025-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("20", "2000-01-01", "2099-12-31"),
        ("2025-W12", "2025-03-17", "2025-03-23"),
        ("2025-W12-WE", "2025-03-22", "2025-03-23"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2025-Q1", "2025-01-01", "2025-03-31"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-SP", "2025-03-01", "2025-05-31"),
        ("2024-WI", "2024-12-01", "2025-02-28"),
        ("2025-03-18TMO", "2025-03-18", "2025-03-18"),
        ("2025-03-18TNI", "2025-03-18", "2025-03-19"),
        ("2025-12-31TNI", "2025-12-31", "2026-01-01"),
        ("2025-03-18T16:38", "2025-03-18T16:38", "2025-03-18T16:38"),
        ("2025-03-18T16:38:20", "2025-03-18T16:38:20", "2025-03-18T16:38:20"),
        ("2025-03-18T16:38Z", "2025-03-18T16:38", "2025-03-18T16:38"),
        ("2025-03-18T16:38+02:00", "2025-03-18T16:38", "2025-03-18T16:38"),
        ("2025-03-18T16", "2025-03-18T16:00", "2025-03-18T16:00"),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2025-02-31",
        "2025-13",
        "2025-00",
        "2025-W54",
        "2025-Q5",
        "0000",
        "P3D",
        "PAST_REF",
        "XXXX-03-18",
        "2025-02-30TMO",
    ],
)
def test_what_is_no_day_of_the_calendar_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


def test_parse_day_reads_the_start_of_an_iso_time() -> None:
    assert parse_day("2025-03-19T20:10") == date(2025, 3, 19)
    assert parse_day("2025-03-19") == date(2025, 3, 19)


@pytest.mark.parametrize("text", [None, "", "2025-03", "2025-02-30", "2025-3-1", "2025-03-190", "19 March"])
def test_parse_day_refuses_the_rest(text: str | None) -> None:
    assert parse_day(text) is None


def test_months_run_over_the_year() -> None:
    assert add_months(2025, 12, 1) == (2026, 1)
    assert add_months(2025, 1, -1) == (2024, 12)
    assert add_months(2025, 3, -15) == (2023, 12)
    assert last_of_month(2025, 12) == date(2025, 12, 31)
    assert last_of_month(2024, 2) == date(2024, 2, 29)


def test_days_outside_the_calendar_are_none() -> None:
    assert make_day(2025, 2, 31) is None
    assert make_day(0, 1, 1) is None
    assert add_days(date(1, 1, 1), -1) is None
    assert add_days(date(9999, 12, 31), 1) is None
    assert add_days(date(2025, 2, 28), 1) == date(2025, 3, 1)


def test_weeks_are_iso_weeks() -> None:
    assert week_of(date(2025, 3, 19)) == "2025-W12"
    assert week_of(date(2027, 1, 1)) == "2026-W53"


@pytest.mark.parametrize(("year", "day"), [(2024, (3, 31)), (2025, (4, 20)), (2019, (4, 21)), (1961, (4, 2))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_nth_weekday() -> None:
    assert nth_weekday(2025, 11, 3, 4) == date(2025, 11, 27)
    assert nth_weekday(2025, 9, 0, 1) == date(2025, 9, 1)
    assert nth_weekday(2025, 5, 0, -1) == date(2025, 5, 26)
