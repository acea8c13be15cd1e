"""Values of durations and of repeated times.

"Several weeks" has no number and says so (`PXW`). A hedge in front ("almost", "more than") becomes the modifier.
"""

from __future__ import annotations

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.values.common import count_of, hedge_of, relative_of, unit_of
from rashomon.text.dates import add_days

SECOND_ENDS = frozenset("later earlier ago before after and or to in at on of from for than when while that as".split())
"""What may stand behind a second of time; before anything else it is an ordinal."""
FRACTION_AFTER = frozenset({"for", "in", "within", "per", "every"})


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
    if (
        words[-1] == "second"
        and words[-2:-1] in (["a"], ["the"])
        and hit.after()[:1].isalpha()
        and hit.after().lower() not in SECOND_ENDS
    ):
        return None  # "for a second day" counts days
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
    days = days_of(unit, count)
    if doc is None or not shift or days is None:
        return Value("DURATION", value, hedge_of(hit, frame))
    other = add_days(doc, shift * days)
    if other is None:
        return Value("DURATION", value)
    if shift > 0:
        begin = add_days(doc, 1)
        return Value("DURATION", value, None, str(begin), other.isoformat(), frame.anchor)
    return Value("DURATION", value, None, other.isoformat(), doc.isoformat(), frame.anchor)


def days_of(unit: str, count: float) -> int | None:
    """About how many days so many units are; None for those below a day."""
    factor = {"D": 1.0, "W": 7.0, "2W": 14.0, "M": 30.44, "Q": 91.3, "Y": 365.25, "10Y": 3652.5, "100Y": 36525.0}
    return round(count * factor[unit]) if unit in factor and count * factor[unit] < 1e6 else None


def past_vague(hit: Hit, frame: Frame) -> Value | None:
    """The past few days."""
    unit = unit_of(frame, hit)
    return Value("DURATION", period(unit, "X"), anchor=frame.anchor) if unit else None


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
