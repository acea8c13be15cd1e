"""Values at the edges of the calendar: month ends, leap years, turns of the year, nights, zones, quarters, decades."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2025-03-01", "They spoke yesterday.", "2025-02-28"),
        ("2024-03-01", "They spoke yesterday.", "2024-02-29"),
        ("2025-01-01", "They spoke yesterday.", "2024-12-31"),
        ("2024-12-31", "They will speak tomorrow.", "2025-01-01"),
        ("2024-02-28", "They will speak tomorrow.", "2024-02-29"),
        ("2023-02-28", "They will speak tomorrow.", "2023-03-01"),
        ("2025-01-02", "They spoke on Tuesday.", "2024-12-31"),
        ("2024-12-30", "They will speak on Thursday.", "2025-01-02"),
        ("2025-01-01", "They spoke last night.", "2024-12-31TNI"),
        ("2025-03-31", "It was shut one month ago.", "2025-02"),
        ("2025-01-15", "Prices rose last month.", "2024-12"),
        ("2024-12-15", "Prices will rise next month.", "2025-01"),
        ("2025-01-01", "Prices rose last week.", "2024-W52"),
        ("2024-12-30", "Prices rise this week.", "2025-W01"),
        ("2021-01-02", "Prices rise this week.", "2020-W53"),
        ("2025-02-10", "Profit fell last quarter.", "2024-Q4"),
        ("2025-06-30", "Profit fell last quarter.", "2025-Q1"),
        ("2025-04-01", "It was shut ten years ago.", "2015"),
        ("2020-02-29", "It was shut four years ago.", "2016"),
        ("2024-03-01", "It was shut two days ago.", "2024-02-28"),
        ("2025-01-03", "It was shut three days ago.", "2024-12-31"),
        ("2025-01-10", "It was shut three weeks ago.", "2024-W51"),
        ("2025-02-28", "It was shut 14 months ago.", "2023-12"),
    ],
)
def test_over_the_edges(day: str, text: str, value: str, read: Any) -> None:
    assert [v for _, v in read(text, day)] == [value]


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("It closed in February 2024.", "2024-02", "2024-02-01", "2024-02-29"),
        ("It closed in February 2023.", "2023-02", "2023-02-01", "2023-02-28"),
        ("It closed in February 1900.", "1900-02", "1900-02-01", "1900-02-28"),
        ("It closed in April 2024.", "2024-04", "2024-04-01", "2024-04-30"),
        ("It closed in December 2024.", "2024-12", "2024-12-01", "2024-12-31"),
        ("It closed on 29 February 2024.", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("It closed in the third quarter of 2024.", "2024-Q3", "2024-07-01", "2024-09-30"),
        ("It closed in Q1 2024, they said.", "2024-Q1", "2024-01-01", "2024-03-31"),
        ("It closed in the first half of 2024.", "2024-H1", "2024-01-01", "2024-06-30"),
        ("It closed in the winter of 2023.", "2023-WI", "2023-12-01", "2024-02-29"),
        ("It closed in the summer of 2023.", "2023-SU", "2023-06-01", "2023-08-31"),
        ("It was the style of the 1990s.", "199", "1990-01-01", "1999-12-31"),
        ("It was the style of the 19th century.", "18", "1800-01-01", "1899-12-31"),
        ("It closed in 2019.", "2019", "2019-01-01", "2019-12-31"),
        ("Prices rose last week.", "2025-W11", "2025-03-10", "2025-03-16"),
        ("It rained last weekend.", "2025-W11-WE", "2025-03-15", "2025-03-16"),
        ("They spoke last night.", "2025-03-18TNI", "2025-03-18", "2025-03-19"),
        ("They spoke this morning.", "2025-03-19TMO", "2025-03-19", "2025-03-19"),
    ],
)
def test_the_days_a_value_covers(text: str, value: str, first: str, last: str, marks: Any) -> None:
    assert [(m.value, m.earliest, m.latest) for m in marks(text)] == [(value, first, last)]


@pytest.mark.parametrize(
    "text", ["It closed on 29 February 2023.", "It closed on February 29, 1900.", "On 31 June it closed."]
)
def test_days_that_a_year_does_not_have_are_none(text: str, read: Any) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        ("2025-01-05", "It was shut on 29 December.", "2024-12-29"),
        ("2025-12-28", "It will open on 3 January.", "2026-01-03"),
        ("2025-01-05", "It was shut in December.", "2024-12"),
        ("2025-12-28", "It will open in January.", "2026-01"),
        ("2025-03-19", "It was shut on 19 March.", "2025-03-19"),
        ("2025-03-19", "It was shut on 20 March.", "2025-03-20"),
        ("2025-06-01", "It was shut in the fourth quarter.", "2024-Q4"),
        ("2025-06-01", "It will be shut in the fourth quarter.", "2025-Q4"),
        ("2025-06-01", "It was shut in the second quarter.", "2025-Q2"),
    ],
)
def test_the_year_that_a_tense_allows(day: str, text: str, value: str, read: Any) -> None:
    assert [v for _, v in read(text, day)] == [value]


@pytest.mark.parametrize("year", ["2024", "2025", "2026"])
def test_a_year_that_is_written_needs_no_tense(year: str, read: Any) -> None:
    for verb in ("was", "will be"):
        assert read(f"It {verb} shut on 5 May {year}.") == [(f"5 May {year}", f"{year}-05-05")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was the style of the 1900s.", "19"),
        ("It was the style of the 2000s.", "200"),
        ("It was the style of the 2010s.", "201"),
        ("It was the style of the '90s.", "199"),
        ("It was the style of the late 1980s.", "198"),
    ],
)
def test_decades_and_centuries(text: str, value: str, read: Any) -> None:
    assert [v for _, v in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It closed at 9 p.m. on Monday.", "2025-03-17T21:00"),
        ("It closed at 12:30 a.m. on Monday.", "2025-03-17T00:30"),
        ("It closed at 12 p.m. on Monday.", "2025-03-17T12:00"),
        ("It closed at 16:38 on Monday.", "2025-03-17T16:38"),
        ("It closed at noon on Monday.", "2025-03-17TMI"),
    ],
)
def test_clock_times_of_a_day(text: str, value: str, read: Any) -> None:
    assert [v for _, v in read(text)] == [value]


@pytest.mark.parametrize("zone", ["GMT", "UTC"])
def test_a_zone_belongs_to_the_clock_time(zone: str, marks: Any) -> None:
    text = f"It closed at 16:38 {zone} on Monday."
    (mark,) = marks(text)
    assert zone in mark.span.of(text)
    assert mark.value[:16] == "2025-03-17T16:38"
    assert (mark.earliest, mark.latest) == ("2025-03-17T16:38", "2025-03-17T16:38")


@pytest.mark.parametrize(
    ("weekday", "past", "ahead"),
    [
        ("Monday", "2025-03-17", "2025-03-24"),
        ("Tuesday", "2025-03-18", "2025-03-25"),
        ("Thursday", "2025-03-13", "2025-03-20"),
        ("Friday", "2025-03-14", "2025-03-21"),
        ("Saturday", "2025-03-15", "2025-03-22"),
        ("Sunday", "2025-03-16", "2025-03-23"),
    ],
)
def test_weekdays_behind_and_ahead_of_a_wednesday(weekday: str, past: str, ahead: str, read: Any) -> None:
    assert read(f"The council met on {weekday}.") == [(weekday, past)]
    assert read(f"The council will meet on {weekday}.") == [(weekday, ahead)]


def test_times_without_a_publication_day_that_need_none(read: Any) -> None:
    assert read("It closed on 5 May 2024, in June 2023 and in 2019.", None) == [
        ("5 May 2024", "2024-05-05"),
        ("June 2023", "2023-06"),
        ("2019", "2019"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It closed in the third quarter.", "XXXX-Q3"),
        ("It closed in October.", "XXXX-10"),
        ("It closed on 5 October.", "XXXX-10-05"),
        ("It closed on Friday.", "XXXX-WXX-5"),
    ],
)
def test_what_is_open_without_a_publication_day_stays_open(text: str, value: str, marks: Any) -> None:
    assert [(m.value, m.earliest, m.latest) for m in marks(text, None)] == [(value, None, None)]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_raise_nothing(day: str, marks: Any) -> None:
    text = "Yesterday and tomorrow, last week, next month, next year, 40 years ago, two days later, in the coming days."
    assert all(m.value for m in marks(text, day))
