"""Values of feasts: the day in the year that is written, else the nearest one that the tense allows."""

from __future__ import annotations

from datetime import date

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.values.common import relative_of, written_year
from rashomon.text.dates import add_days, easter, nth_weekday, parse_day


def feast(hit: Hit, frame: Frame, number: int) -> Value | None:
    """A feast of the calendar, in the year written or the one nearest."""
    entry = frame.calendar["holidays"][number]
    year, doc = written_year(frame, hit), frame.doc
    if year is None and doc is None:
        return Value("DATE", f"XXXX-{entry['day']}") if "day" in entry else None
    if year is not None:
        at = feast_day(entry, year)
        return Value("DATE", at.isoformat()) if at else None
    assert doc is not None
    options = [d for y in (doc.year - 1, doc.year, doc.year + 1) if (d := feast_day(entry, y))]
    tense, shift = frame.tense(), relative_of(frame, hit)
    if shift == -1 or (tense == "past" and not shift):
        options = [d for d in options if d <= doc] or options
    elif shift == 1 or tense == "future":
        options = [d for d in options if d >= doc] or options
    at = min(options, key=lambda d: (abs((d - doc).days), d))
    return Value("DATE", at.isoformat(), anchor=frame.anchor)


def feast_day(entry: dict[str, object], year: int) -> date | None:
    """The day of a feast in `year`."""
    if isinstance(fixed := entry.get("day"), str):
        return parse_day(f"{year:04d}-{fixed}")
    if isinstance(after := entry.get("easter"), int):
        sunday = easter(year)
        return add_days(sunday, after) if sunday else None
    nth = entry.get("weekday")
    return nth_weekday(year, int(nth[0]), int(nth[1]), int(nth[2])) if isinstance(nth, list) else None
