"""Values of durations, of what lies a duration away, of repeated times and of clock times.

Numbers are read in figures and in words; "several weeks" has no number and says so (`PXW`). A hedge in front
("almost", "more than") becomes the modifier. A clock time belongs to the day told of in its paragraph, else to the
anchor day, and keeps a zone only where one is written.
"""

from __future__ import annotations

import re

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.near import day, relative_of
from rashomon.steps.annotate.times.relative import unit_of, unit_value, weekday_of
from rashomon.text.dates import add_days

FRACTION_AFTER = frozenset({"for", "in", "within", "per", "every"})
MAX_COUNT = 1_000_000


def count_of(hit: Hit, frame: Frame) -> float | None:
    """The number in an expression: figures, words ("twenty-five"), "a", "half"; None when it has none."""
    numbers, total, current, seen = frame.calendar["numbers"], 0.0, 0.0, False
    words = hit.words()
    for word in words:
        if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", word):
            current, seen = current + float(word.replace(",", "")), True
        elif word in numbers:
            seen, value = True, numbers[word]
            if value >= 1000:
                total, current = total + max(current, 1) * value, 0
            elif value == 100:
                current = max(current, 1) * 100
            else:
                current += value
        elif word == "half":
            current, seen = current + 0.5, True
    if not seen and ("a" in words or "an" in words):
        return 1.0
    return total + current if seen and total + current <= MAX_COUNT else None


def hedge_of(hit: Hit, frame: Frame) -> str | None:
    """The modifier that a hedge in the expression gives; the longest phrase counts."""
    text = " ".join(hit.words())
    found = [p for p in frame.times["hedges"] if re.match(rf"(?:the |just |only |an |a )*{re.escape(p)}\b", text)]
    return str(frame.times["hedges"][max(found, key=len)]) if found else None


def period(unit: str, count: float | str) -> str:
    """The TIMEX3 duration of `count` units: P3D, PT1.5H, P20Y; half an hour is PT30M."""
    clock, letter = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if isinstance(count, str):
        return f"P{clock}{count}{'DE' if letter == '10Y' else 'CE' if letter == '100Y' else letter.lstrip('2')}"
    if letter[0].isdigit():
        count, letter = count * int(letter[:-1]), letter[-1]
    if count == 0.5 and letter in "HMY" and (clock or letter == "Y"):
        count, letter = {"H": (30.0, "M"), "M": (30.0, "S"), "Y": (6.0, "M")}[letter]
    text = f"{count:g}" if count < 100_000 else str(int(count))
    return f"P{clock}{text}{letter}"


def duration(hit: Hit, frame: Frame) -> Value | None:
    """Two hours, a 30-day pause, almost an hour."""
    unit, count = unit_of(frame, hit), count_of(hit, frame)
    if not unit or count is None or count == 0:
        return None
    words = hit.words()
    fraction = unit in ("Q", "TS") and words[-1] in ("quarter", "second") and "-" not in words
    if unit == "Q" and hit.after() == "of":
        return None
    if fraction and "one" not in words and hit.before() not in FRACTION_AFTER:
        return None
    return Value("DURATION", period(unit, count), hedge_of(hit, frame))


def half_more(hit: Hit, frame: Frame) -> Value | None:
    """An hour and a half."""
    unit = unit_of(frame, hit)
    return Value("DURATION", period(unit, 1.5), hedge_of(hit, frame)) if unit else None


def half(hit: Hit, frame: Frame) -> Value | None:
    """Half an hour."""
    unit = unit_of(frame, hit)
    return Value("DURATION", period(unit, 0.5), hedge_of(hit, frame)) if unit else None


def unit_long(hit: Hit, frame: Frame) -> Value | None:
    """Hour-long, single-day; decades-long has no number."""
    unit = unit_of(frame, hit)
    plural = any(w in frame.calendar["units_plural"] for w in hit.words())
    return Value("DURATION", period(unit, "X" if plural else 1.0), hedge_of(hit, frame)) if unit else None


def vague_duration(hit: Hit, frame: Frame) -> Value | None:
    """Several weeks, for years."""
    unit = unit_of(frame, hit)
    if unit in ("TS", "Q") and len(hit.words()) == 1:
        return None
    return Value("DURATION", period(unit, "X")) if unit else None


def past_duration(hit: Hit, frame: Frame) -> Value | None:
    """The past three years, the next two days: a length up to the anchor day, or from the day after it."""
    unit, count, doc = unit_of(frame, hit), count_of(hit, frame), frame.doc
    if not unit or count is None or count == 0:
        return None
    value, shift = period(unit, count), relative_of(frame, hit)
    days = _days(unit, count)
    if doc is None or not shift or days is None:
        return Value("DURATION", value, hedge_of(hit, frame))
    other = add_days(doc, shift * days)
    if other is None:
        return Value("DURATION", value)
    if shift > 0:
        begin = add_days(doc, 1)
        return Value("DURATION", value, None, str(begin), other.isoformat(), frame.anchor)
    return Value("DURATION", value, None, other.isoformat(), doc.isoformat(), frame.anchor)


def _days(unit: str, count: float) -> int | None:
    """About how many days so many units are; None for those below a day."""
    factor = {"D": 1.0, "W": 7.0, "2W": 14.0, "M": 30.44, "Q": 91.3, "Y": 365.25, "10Y": 3652.5, "100Y": 36525.0}
    return round(count * factor[unit]) if unit in factor and count * factor[unit] < 1e6 else None


def past_vague(hit: Hit, frame: Frame) -> Value | None:
    """The past few days."""
    unit = unit_of(frame, hit)
    return Value("DURATION", period(unit, "X"), anchor=frame.anchor) if unit else None


def coming(hit: Hit, frame: Frame) -> Value | None:
    """In the coming days: begins after the anchor day, its end is open."""
    begin = add_days(frame.doc, 1) if frame.doc else None
    return Value("DATE", "FUTURE_REF", None, begin.isoformat() if begin else None, None, frame.anchor)


# ---------------------------------------------------------------- ago, later


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
    if count != int(count):
        days = _days(unit, count)
        found = add_days(base, sign * days) if days is not None else None
        return Value("DATE", f"{found.year:04d}-{found.month:02d}", anchor=anchor) if found else None
    if unit[0].isdigit() and unit != "2W":
        unit, count = "Y", count * int(unit[:-1])
    value = unit_value(unit, base, sign * int(count))
    return Value("DATE", value, anchor=anchor) if value else None


def ago(hit: Hit, frame: Frame) -> Value | None:
    """Three days ago is a day, three weeks ago a week, two years ago a year."""
    count = count_of(hit, frame)
    found = _shifted(frame, unit_of(frame, hit), count, -1, narrative=False) if count else None
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


# ---------------------------------------------------------------- repeated times


def every(hit: Hit, frame: Frame) -> Value | None:
    """Every day, each Monday, every morning."""
    if hit.word("weekday"):
        return Value("SET", f"XXXX-WXX-{frame.calendar['weekdays'][hit.word('weekday').capitalize()] + 1}")
    if hit.word("month"):
        return Value("SET", f"XXXX-{frame.calendar['months'][hit.word('month').capitalize()]:02d}")
    if hit.word("part") and not hit.word("units"):
        return Value("SET", f"XXXX-XX-XXT{frame.calendar['parts'][hit.word('part').lower()]}")
    unit = unit_of(frame, hit)
    return Value("SET", period(unit, count_of(hit, frame) or (2.0 if hit.has("other") else 1.0))) if unit else None


def rate(hit: Hit, frame: Frame) -> Value | None:
    """(15) a year."""
    unit = unit_of(frame, hit)
    return Value("SET", period(unit, 1.0)) if unit else None


def set_word(hit: Hit, frame: Frame) -> Value | None:
    """Weekly, annual."""
    return Value("SET", str(frame.times["sets"][hit.word("setword").lower()]))


# ---------------------------------------------------------------- clock times


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
        on = frame.doc if frame.quoted else frame.told_here or frame.doc
    return on.isoformat() if on else None


def military(hit: Hit, frame: Frame) -> Value | None:
    """0415 GMT."""
    digits = hit.word("digits")
    if len(digits) != 4 or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return None
    on = frame.doc if frame.quoted else frame.told_here or frame.doc
    zone = frame.calendar["zones"].get(hit.word("zone").upper(), "")
    return Value("TIME", f"{on.isoformat() if on else ''}T{digits[:2]}:{digits[2:]}{zone}", anchor=frame.anchor)
