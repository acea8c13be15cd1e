"""Values of clock times.

A clock time belongs to the day told of in its paragraph, else to the anchor day, and keeps a zone only where one is
written. What nothing marks as a time of day is none: a score, a verse, or how long a runner took.
"""

from __future__ import annotations

import re
from datetime import date

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.values.common import hedge_of
from rashomon.steps.annotate.times.values.days import weekday_of
from rashomon.steps.annotate.times.values.written import day
from rashomon.text.dates import add_days

FRESH = 3
"""Days between an event and the report for which a clock time still continues the event."""


def clock(hit: Hit, frame: Frame) -> Value | None:
    """4:38 p.m., 18:00 UTC Monday, noon."""
    moment = _moment(hit)
    if moment is None:
        return None
    bare = not (hit.word("ampm") or hit.word("zone") or hit.word("weekday") or hit.word("nearday") or hit.word("month"))
    if bare and hit.word("clock") and hit.before() not in frame.times["clock_after"]["words"]:
        return _race(moment) if moment.count(":") == 2 else None
    on = _day_of(hit, frame)
    zone = frame.calendar["zones"].get(hit.word("zone").upper(), "")
    if zone == "Z" and hit.word("digits") and hit.has("+", "-"):
        zone = ""
    if "midnight" in hit.words() and on and hit.has("before"):
        # Midnight is the end of the day just told of, when something happened before it.
        return Value("TIME", f"{on}T24:00", hedge_of(hit, frame), f"{on}T23:30", f"{on}T23:59", frame.anchor)
    value = f"{on or ''}T{moment}{zone}"
    return Value("TIME", value, hedge_of(hit, frame), anchor="none" if not on else frame.anchor)


def _race(moment: str) -> Value:
    """3:07:35 that nothing marks as a time of day is how long somebody took."""
    hours, minutes, seconds = (int(p) for p in moment.split(":"))
    parts = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "") + (f"{seconds}S" if seconds else "")
    return Value("DURATION", f"PT{parts or '0S'}")


def _moment(hit: Hit) -> str | None:
    """Hours and minutes (and seconds), 24 hours; None when no clock shows them."""
    words = hit.words()
    if "midnight" in words or "noon" in words or "midday" in words:
        return "00:00" if "midnight" in words else "12:00"
    half_day = re.sub(r"\W", "", hit.word("ampm").lower())
    parts = [int(p) for p in re.split(r"[:.]", hit.word("clock") or hit.word("hour"))]
    if half_day:
        if not 1 <= parts[0] <= 12:
            return None
        parts[0] = parts[0] % 12 + (12 if half_day.startswith("p") else 0)
    if parts[0] > 24 or (parts[0] == 24 and any(parts[1:])):
        return None
    return ":".join(f"{p:02d}" for p in (parts if len(parts) > 1 else [parts[0], 0]))


def _day_of(hit: Hit, frame: Frame) -> str | None:
    """The day a clock time belongs to."""
    if hit.word("month"):
        found = day(hit, frame)
        return found.value if found and not found.value.startswith("X") else None
    if hit.word("weekday"):
        on = weekday_of(frame, hit.word("weekday"), None)
    elif hit.word("nearday") and frame.doc:
        on = add_days(frame.doc, frame.times["days"][hit.word("nearday").lower()])
    else:
        on = narrative(frame)
    return on.isoformat() if on else None


def narrative(frame: Frame) -> date | None:
    """The day that a bare clock time continues.

    In a quotation the day it was said; else the day told of in the paragraph, else, when told as past, the day of the
    event told before, as long as that is fresh news; else the publication day.
    """
    if frame.quoted:
        return frame.doc
    if frame.told_here or frame.doc is None:
        return frame.told_here
    event = frame.event
    fresh = event is not None and 0 <= (frame.doc - event).days <= FRESH
    return event if fresh and frame.tense() == "past" else frame.doc


def military(hit: Hit, frame: Frame) -> Value | None:
    """0415 GMT."""
    digits = hit.word("digits")
    if len(digits) != 4 or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return None
    on = narrative(frame)
    zone = frame.calendar["zones"].get(hit.word("zone").upper(), "")
    return Value("TIME", f"{on.isoformat() if on else ''}T{digits[:2]}:{digits[2:]}{zone}", anchor=frame.anchor)
