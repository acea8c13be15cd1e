"""Calendar arithmetic on TIMEX3 values: which days a value covers, what lies so many units before or after it.

A value is a prefix of an ISO date (`2025`, `2025-03`, `2025-03-18`), a week (`2025-W12`), its weekend
(`2025-W12-WE`), a quarter or half (`2025-Q1`, `2025-H1`), a season (`2025-SP`), a decade or century (`199`, `19`), or
a day with a part of day or a clock time (`2025-03-18TNI`, `2025-03-18T16:38`). What is none of these, no day of the
calendar or no time of the clock, has no bounds.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

PART = re.compile(r"(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI|DT)$")
CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)(T(?:[01]\d|2[0-3])(?::[0-5]\d){0,2}|T24(?::00){0,2})(?:Z|[+-]\d\d:\d\d)?$")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
PERIOD = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)} | {
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14),
}  # fmt: skip


def parse_day(text: str | None) -> date | None:
    """The day an ISO date or date-time begins with, None when it names no day of the calendar."""
    if not text or not re.match(r"\d{4}-\d\d-\d\d(?!\d)", text):
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: date, days: int) -> date | None:
    """The day `days` later (earlier when negative), None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month `months` later; the year may leave 1 to 9999, which later steps refuse."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def last_of_month(year: int, month: int) -> date | None:
    """The last day of a month."""
    following = make_day(*add_months(year, month, 1), 1)
    return add_days(following, -1) if following else None


def week_of(day: date) -> str:
    """The ISO week of `day`, `2025-W12`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The `nth` weekday (0 Monday) of a month; `nth` -1 is the last one."""
    if nth > 0:
        first = make_day(year, month, 1)
        return add_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1)) if first else None
    last = last_of_month(year, month)
    return add_days(last, -((last.weekday() - weekday) % 7)) if last else None


def easter(year: int) -> date | None:
    """Easter Sunday of the western churches (Gauss, as simplified by Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    return make_day(year, (h + m - 7 * n + 114) // 31, (h + m - 7 * n + 114) % 31 + 1)


def bounds(value: str) -> tuple[str, str] | None:
    """First and last day (or minute) of `value`, both included, as ISO text; None when it has none.

    A night (`TNI`) ends on the following day.
    """
    if (found := PART.match(value)) and (day := parse_day(found[1])):
        last = add_days(day, 1) if found[2] == "NI" else day
        return day.isoformat(), (last or day).isoformat()
    if (found := CLOCK.match(value)) and parse_day(found[1]):
        moment = found[1] + found[2] + ("" if ":" in found[2] else ":00")
        return moment, moment
    if found := WEEK.match(value):
        try:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError:
            return None
        first, end = (5, 6) if found[3] else (0, 6)
        return _iso(add_days(monday, first), add_days(monday, end))
    if found := PERIOD.match(value):
        begin, end = MONTHS[found[2]]
        year = int(found[1])
        return _iso(make_day(year, begin, 1), last_of_month(*add_months(year, end, 0)))
    return _prefix_bounds(value)


def _prefix_bounds(value: str) -> tuple[str, str] | None:
    """Bounds of a day, month, year, decade or century."""
    if day := parse_day(value) if len(value) == 10 else None:
        return day.isoformat(), day.isoformat()
    if re.fullmatch(r"\d{4}-\d\d", value):
        year, month = int(value[:4]), int(value[5:])
        return _iso(make_day(year, month, 1), last_of_month(year, month)) if 1 <= month <= 12 else None
    if re.fullmatch(r"\d{2,4}", value) and int(value):
        wide = 10 ** (4 - len(value))
        return _iso(make_day(int(value) * wide, 1, 1), make_day(int(value) * wide + wide - 1, 12, 31))
    return None


def _iso(first: date | None, last: date | None) -> tuple[str, str] | None:
    return (first.isoformat(), last.isoformat()) if first and last else None
