"""Which days a stretch of text names, and which time well before the report.

Decides on the dates read there. A time that something is only compared with ("up from a year earlier") is none of the
number's own; without a day of the report, only a bare year tells of another time.
"""

from __future__ import annotations

from bisect import bisect_left

from rashomon.records.marks import Marks, TimeMark

LONG_AGO = 20
"""Days before the report from which a date in the sentence makes the figure one of another event."""
MANY_TIMES = 20
"""Time expressions of one sentence that are looked at."""


def days_within(marks: Marks, starts: list[int], start: int, end: int) -> frozenset[str]:
    """The single days that a stretch of text names."""
    first = bisect_left(starts, start)
    return frozenset(
        mark.earliest[:10]
        for mark in marks.times[first : first + MANY_TIMES]
        if mark.span.start < end
        and mark.type in ("DATE", "TIME")
        and mark.earliest
        and mark.latest
        and mark.earliest[:10] == mark.latest[:10]
    )


def other_time_in(marks: Marks, starts: list[int], start: int, end: int, day: str | None) -> str | None:
    """The month or year of a date in `[start, end)` that lies well before the report, else None."""
    first = bisect_left(starts, start)
    for mark in marks.times[first : first + MANY_TIMES]:
        if mark.span.start >= end:
            break
        if mark.type != "DATE" or not mark.earliest or not mark.latest or _compared(marks, mark):
            continue
        if day is None and len(mark.value) == 4:
            return mark.value  # of what happens now nobody gives the bare year
        if day and mark.latest[:10] < day and _days(mark.latest[:10], day) > LONG_AGO:
            return mark.value[:7]
    return None


def _compared(marks: Marks, mark: TimeMark) -> bool:
    """As in "up 2 percent from a year earlier": a time that something is only compared with."""
    before = marks.words.text[max(0, mark.span.start - 6) : mark.span.start].split()
    return bool(before) and before[-1].lower() in ("from", "than") and mark.span.end - mark.span.start > 4


def _days(one: str, other: str) -> int:
    """Rough number of days between two ISO days, enough to tell weeks from months."""
    try:
        a, b = ([int(part) for part in day.split("-")] for day in (one, other))
    except ValueError:
        return 0
    if len(a) != 3 or len(b) != 3:
        return 0
    return (b[0] - a[0]) * 365 + (b[1] - a[1]) * 30 + b[2] - a[2]
