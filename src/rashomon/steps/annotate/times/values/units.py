"""Values of weeks, months, quarters, seasons and years that count from the anchor day.

"Earlier this month" ends and "later this month" begins with the anchor day; a quarter or season without a year is the
one nearest that the tense allows.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.values.common import day_number, lead_of, relative_of, unit_of, written_year
from rashomon.steps.annotate.times.values.days import at, narrative_day
from rashomon.text.dates import add_days, add_months, bounds, make_day, week_of

QUARTERS = {1: "Q1", 2: "Q2", 3: "Q3", 4: "Q4"}
SEASON_AFTER = frozenset({"in", "during", "since", "by", "of", "until"})
AROUND = 20
"""Pieces on either side of a quarter in which words of a match are looked for."""
SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}


def unit_value(unit: str, base: date, shift: int) -> str | None:
    """The TIMEX3 value of the week, month, ... that lies `shift` units from the one of `base`."""
    if unit == "D":
        return at(add_days(base, shift)) or None
    if unit in ("W", "2W"):
        day = add_days(base, 7 * shift * (2 if unit == "2W" else 1))
        return week_of(day) if day else None
    if unit == "M":
        year, month = add_months(base.year, base.month, shift)
        return f"{year:04d}-{month:02d}" if 0 < year < 10000 else None
    if unit == "Q":
        count = base.year * 4 + (base.month - 1) // 3 + shift
        return f"{count // 4:04d}-Q{count % 4 + 1}"
    wide = {"Y": 1, "10Y": 10, "100Y": 100}.get(unit)
    if wide is None:
        return None
    return f"{base.year // wide + shift:0{5 - len(str(wide))}d}" if 0 < base.year // wide + shift < 10000 else None


def this_unit(hit: Hit, frame: Frame) -> Value | None:
    """Last month, this year, the previous week; "the past decade" is a length of time."""
    unit, words, mod = unit_of(frame, hit), hit.words(), lead_of(frame, hit)
    if not unit or unit == "D" or unit.startswith("T"):
        return None
    if "past" in words and "the" in words:
        return _length_back(frame, unit)
    base = frame.doc
    if {"same", "following", "previous", "preceding"} & set(words) and frame.told and not frame.quoted:
        base = frame.told
    if base is None:
        return None
    value = unit_value(unit, base, 0 if "same" in words else relative_of(frame, hit) or 0)
    return _within(frame, value, mod, words) if value else None


def _length_back(frame: Frame, unit: str) -> Value:
    return Value("DURATION", f"P{unit if unit[0].isdigit() else '1' + unit}", anchor=frame.anchor)


def _within(frame: Frame, value: str, mod: str | None, words: list[str]) -> Value:
    """`value` with its bounds; "earlier this month" ends and "later this month" begins with the anchor day."""
    edges = bounds(value)
    earliest, latest = edges or (None, None)
    doc = frame.doc.isoformat() if frame.doc else None
    if edges and doc and edges[0] <= doc <= edges[1]:
        if "earlier" in words:
            latest = doc
        elif "later" in words:
            earliest = doc
    return Value("DATE", value, mod, earliest, latest, frame.anchor)


def the_unit(hit: Hit, frame: Frame) -> Value | None:
    """The end of the year, the entire month: of the anchor day; of the day told of for days."""
    unit, base = unit_of(frame, hit), frame.doc
    if unit == "D":
        return narrative_day(hit, frame)
    value = unit_value(unit, base, 0) if base and unit else None
    if hit.has("remaining", "remainder") or not value:
        return None
    return _within(frame, value, lead_of(frame, hit), hit.words())


def weekend(hit: Hit, frame: Frame) -> Value | None:
    """This, last, next weekend; a bare one by tense."""
    doc = frame.doc
    if doc is None:
        return None
    shift, tense = relative_of(frame, hit), frame.tense()
    if shift is None or shift == 0:
        back = tense == "past" and doc.weekday() < 5
        shift = -1 if back else 0
    elif hit.has("past"):
        shift = -1
    base = add_days(doc, 7 * shift)
    return Value("DATE", f"{week_of(base)}-WE", lead_of(frame, hit), anchor=frame.anchor) if base else None


def quarter(hit: Hit, frame: Frame) -> Value | None:
    """The third quarter, of a year that is written or else the one nearest; none of a match."""
    if not hit.word("year") and _of_a_match(hit, frame):
        return None
    word = hit.word("ordinal") or hit.word("orddigit")
    number = day_number(frame, word) if word else 4 if hit.has("final") else 0
    year, doc = written_year(frame, hit), frame.doc
    if not number and doc:
        value = unit_value("Q", doc, -1)
        return Value("DATE", value, anchor=frame.anchor) if value else None
    if number not in QUARTERS:
        return None
    if year is None:
        year = _year_of_quarter(frame, number)
    return Value("DATE", f"{year if year else 'XXXX'}-{QUARTERS[number]}")


def _of_a_match(hit: Hit, frame: Frame) -> bool:
    """True for "with six minutes left in the third quarter", or where words of a match stand around."""
    games, words = frame.times["games"], hit.pieces.words
    around = [w.lower() for w in words[max(0, hit.first - AROUND) : hit.stop + AROUND]]
    if not set(games["words"]).isdisjoint(around):
        return True
    if any(w in games["lengths"] and before.isdigit() for before, w in pairwise(around)):
        return True
    ahead = [w.lower() for w in words[max(0, hit.first - 4) : hit.first]]
    return any(clock in games["clock"] and left in games["left"] for clock, left in pairwise(ahead))


def quarter_code(hit: Hit, frame: Frame) -> Value | None:
    """Q3 2024, Q3."""
    pieces = hit.pieces
    number = int(hit.word("dayno")) if hit.word("dayno").isdigit() else 0
    glued = pieces.ends[hit.first] == pieces.starts[hit.first + 1]
    if number not in QUARTERS or not glued:
        return None
    year = int(hit.word("year")) if hit.word("year") else _year_of_quarter(frame, number)
    return Value("DATE", f"{year if year else 'XXXX'}-{QUARTERS[number]}")


def _year_of_quarter(frame: Frame, number: int) -> int | None:
    """The year of a quarter without one: that of the anchor day, or the last when the quarter lies ahead of it."""
    doc = frame.doc
    if doc is None:
        return None
    ahead = number > (doc.month - 1) // 3 + 1
    return doc.year - 1 if ahead and frame.tense() != "future" else doc.year


def half_year(hit: Hit, frame: Frame) -> Value | None:
    """The first half of 2024, of the year."""
    year = written_year(frame, hit) or (frame.doc.year if frame.doc else None)
    return Value("DATE", f"{year}-H{1 if hit.has('first') else 2}") if year else None


def season(hit: Hit, frame: Frame) -> Value | None:
    """Last summer, the winter of 2023; a bare one by tense. "Fall" and "spring" alone may be verbs or wells."""
    name, words = hit.word("season").lower(), hit.words()
    code, year, doc = frame.calendar["seasons"][name], written_year(frame, hit), frame.doc
    shift, mod = (relative_of(frame, hit) if year is None else None), lead_of(frame, hit)
    dated = hit.before() in SEASON_AFTER and (len(words) > 1 or name in ("summer", "winter", "autumn"))
    if year is None and shift is None and not mod and not dated:
        return None
    if year is None and doc is not None:
        year = doc.year + _season_shift(frame, doc, code, shift)
    return Value("DATE", f"{year if year else 'XXXX'}-{code}", mod, anchor=frame.anchor)


def _season_shift(frame: Frame, doc: date, code: str, shift: int | None) -> int:
    """Years from the anchor's year to the season meant."""
    middle = make_day(doc.year, SEASON_MONTH[code] % 12 or 12, 15)
    ahead = middle is not None and code != "WI" and middle > doc
    if shift == -1 or (shift is None and frame.tense() == "past"):
        return -1 if ahead or code == "WI" else 0
    if shift == 1:
        return 0 if ahead or code == "WI" else 1
    return 0
