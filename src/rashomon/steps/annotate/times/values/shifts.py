"""Values of what lies a duration away: days ago, two days later, hours after, in the coming days."""

from __future__ import annotations

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.values.common import count_of, hedge_of, unit_of
from rashomon.steps.annotate.times.values.durations import days_of, period
from rashomon.steps.annotate.times.values.units import unit_value
from rashomon.text.dates import add_days


def coming(hit: Hit, frame: Frame) -> Value | None:
    """In the coming days: begins after the anchor day, its end is open."""
    begin = add_days(frame.doc, 1) if frame.doc else None
    return Value("DATE", "FUTURE_REF", None, begin.isoformat() if begin else None, None, frame.anchor)


def _shifted(frame: Frame, unit: str, count: float, sign: int, narrative: bool) -> Value | None:
    """What lies `count` units before or after the anchor (or the day told of), as coarse as the unit."""
    base = (frame.told or frame.doc) if narrative else frame.doc
    if base is None or not unit:
        return None
    anchor = "narrative" if narrative and frame.told else frame.anchor
    if unit.startswith("T"):
        last = add_days(base, sign)
        if last is None:
            return None
        first, last_text = sorted((base.isoformat(), last.isoformat()))
        return Value("DURATION", period(unit, count), None, first, last_text, anchor)
    if unit[0].isdigit() and unit != "2W":  # half a century is fifty years
        unit, count = "Y", count * int(unit[:-1])
    if count != int(count):
        days = days_of(unit, count)
        found = add_days(base, sign * days) if days is not None else None
        return Value("DATE", f"{found.year:04d}-{found.month:02d}", anchor=anchor) if found else None
    value = unit_value(unit, base, sign * int(count))
    return Value("DATE", value, anchor=anchor) if value else None


def ago(hit: Hit, frame: Frame) -> Value | None:
    """Three days ago is a day, three weeks ago a week, two years ago a year."""
    count = count_of(hit, frame)
    return _ago(hit, frame, count) if count else None


def half_more_ago(hit: Hit, frame: Frame) -> Value | None:
    """A year and a half ago."""
    return _ago(hit, frame, 1.5)


def _ago(hit: Hit, frame: Frame, count: float) -> Value | None:
    found = _shifted(frame, unit_of(frame, hit), count, -1, narrative=False)
    mod = hedge_of(hit, frame)
    if found is None or not mod:
        return found
    flip = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE"}
    return Value(found.type, found.value, flip.get(mod, mod), found.earliest, found.latest, found.anchor)


def vague_ago(hit: Hit, frame: Frame) -> Value | None:
    """Years ago."""
    return Value("DATE", "PAST_REF", anchor=frame.anchor)


def later(hit: Hit, frame: Frame) -> Value | None:
    """Two days later: from the day last told of."""
    count = count_of(hit, frame)
    sign = -1 if hit.has("earlier") else 1
    return _shifted(frame, unit_of(frame, hit), count, sign, narrative=not frame.quoted) if count else None


def vague_later(hit: Hit, frame: Frame) -> Value | None:
    """Hours later, just hours after: within a day of the day last told of when the unit is below a day."""
    unit = unit_of(frame, hit)
    if not unit:
        return None
    value, base = period(unit, "X"), frame.told or frame.doc
    if not unit.startswith("T") or base is None:
        return Value("DURATION", value)
    other = add_days(base, -1 if hit.has("earlier") or hit.after() == "before" else 1)
    if other is None:
        return Value("DURATION", value)
    first, last = sorted((base.isoformat(), other.isoformat()))
    return Value("DURATION", value, None, first, last, "event")


def from_now(hit: Hit, frame: Frame) -> Value | None:
    """Two weeks from now."""
    count = count_of(hit, frame)
    return _shifted(frame, unit_of(frame, hit), count, 1, narrative=False) if count else None


def later_word(hit: Hit, frame: Frame) -> Value | None:
    """Later: after something already told, on which day the words do not say."""
    return Value("DATE", "FUTURE_REF")


def earlier_word(hit: Hit, frame: Frame) -> Value | None:
    """Earlier: before something already told."""
    return Value("DATE", "PAST_REF")
