"""Values that count from an anchor: weekdays, near days, parts of the day, last month, the third quarter, overnight.

A weekday equal to the publication day is that day. "Overnight", told as past, is the night that ended on the anchor
day; a night belongs to the day it begins on. Without an anchor day a weekday keeps an open value and a near day none.
"""

from __future__ import annotations

from datetime import date

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.near import day_number, lead_of, relative_of, written_year
from rashomon.text.dates import add_days, add_months, bounds, make_day, parse_day, week_of

QUARTERS = {1: "Q1", 2: "Q2", 3: "Q3", 4: "Q4"}
RECENT = 7
"""Days: "later in the day" never goes back to a day told of that lies further from the anchor day."""
SEASON_AFTER = frozenset({"in", "during", "since", "by", "of", "until"})
SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}


def _at(day: date | None, part: str = "") -> str:
    return "" if day is None else day.isoformat() + (f"T{part}" if part else "")


def _dated(frame: Frame, day: date | None, part: str = "", mod: str | None = None) -> Value | None:
    if day is None:
        return None
    return Value("TIME" if part else "DATE", _at(day, part), mod, anchor=frame.anchor)


def weekday_of(frame: Frame, name: str, shift: int | None) -> date | None:
    """The day a weekday means: the anchor day itself when it has that name, else back or ahead by tense."""
    doc = frame.doc
    number = frame.calendar["weekdays"].get(name.capitalize())
    if doc is None or number is None:
        return None
    back, ahead = (doc.weekday() - number) % 7, (number - doc.weekday()) % 7
    if shift == -1:
        return add_days(doc, -(back or 7))
    if shift == 1:
        return add_days(doc, ahead or 7)
    tense = frame.tense()
    if shift == 0 and tense != "past":
        return add_days(doc, ahead)
    return add_days(doc, ahead if tense == "future" else -back)


def weekday(hit: Hit, frame: Frame) -> Value | None:
    """Tuesday, last Friday, next Monday."""
    name = hit.word("weekday")
    if frame.doc is None:
        return Value("DATE", f"XXXX-WXX-{frame.calendar['weekdays'][name.capitalize()] + 1}")
    return _dated(frame, weekday_of(frame, name, relative_of(frame, hit)), mod=lead_of(frame, hit))


def part_of(frame: Frame, hit: Hit) -> str:
    """MO, AF, EV, NI or MI."""
    parts = frame.calendar["parts"]
    return next(str(parts[w]) for w in reversed(hit.words()) if w in parts)


def weekday_part(hit: Hit, frame: Frame) -> Value | None:
    """Tuesday night, the morning of Monday."""
    part, name = part_of(frame, hit), hit.word("weekday")
    if frame.doc is None:
        return Value("TIME", f"XXXX-WXX-{frame.calendar['weekdays'][name.capitalize()] + 1}T{part}")
    return _dated(frame, weekday_of(frame, name, relative_of(frame, hit)), part, lead_of(frame, hit))


def near_day(hit: Hit, frame: Frame) -> Value | None:
    """Today, yesterday, tomorrow."""
    shift = frame.times["days"][hit.word("nearday").lower()]
    if frame.doc is None:
        return Value("DATE", "PRESENT_REF" if not shift else "PAST_REF" if shift < 0 else "FUTURE_REF")
    mod = lead_of(frame, hit)
    return _dated(frame, add_days(frame.doc, shift), mod=mod)


def near_part(hit: Hit, frame: Frame) -> Value | None:
    """Tomorrow morning."""
    if frame.doc is None:
        return None
    return _dated(frame, add_days(frame.doc, frame.times["days"][hit.word("nearday").lower()]), part_of(frame, hit))


def tonight(hit: Hit, frame: Frame) -> Value | None:
    """The night that begins on the anchor day."""
    return _dated(frame, frame.doc, "NI")


def night(frame: Frame, narrative: bool = True) -> Value | None:
    """The night a bare "overnight" means: just ended when told as past, about to begin when it lies ahead."""
    doc, told = frame.doc, frame.told_here
    if doc is None:
        return None
    if narrative and told and told < doc and not frame.quoted:
        return Value("TIME", _at(told, "NI"), anchor="narrative")
    return _dated(frame, doc if frame.tense() == "future" else add_days(doc, -1), "NI")


def this_part(hit: Hit, frame: Frame) -> Value | None:
    """This morning, last night, that evening, the following night."""
    part, words = part_of(frame, hit), hit.words()
    mod = lead_of(frame, hit)
    if "that" in words or "same" in words or "following" in words or "previous" in words:
        step = 1 if "following" in words else -1 if "previous" in words else 0
        told = frame.told or frame.doc
        found = add_days(told, step) if told else None
        return Value("TIME", _at(found, part), mod, anchor="narrative") if found else None
    shift = relative_of(frame, hit)
    if frame.doc is None:
        return None
    if part == "NI" and shift == 0:
        return night(frame, narrative=False)
    return _dated(frame, add_days(frame.doc, shift or 0), part, mod)


def overnight(hit: Hit, frame: Frame) -> Value | None:
    """Overnight, overnight into Wednesday."""
    if not hit.word("weekday"):
        return night(frame)
    day = weekday_of(frame, hit.word("weekday"), None)
    return _dated(frame, add_days(day, -1) if day and hit.has("into") else day, "NI")


def a_night(hit: Hit, frame: Frame) -> Value | None:
    """A night of ...: told as past, the night that just ended."""
    return night(frame) if frame.tense() in ("past", "present", "") else None


def bare_part(hit: Hit, frame: Frame) -> Value | None:
    """In the evening: of the day told of in this paragraph, else of the anchor day.

    What a quotation tells as past happened before the words were said, so its evening or night is the one before.
    """
    part = part_of(frame, hit)
    if frame.doc is None:
        return Value("TIME", f"T{part}")
    if frame.told_here and not frame.quoted:
        return Value("TIME", _at(frame.told_here, part), anchor="narrative")
    before = frame.quoted and part in ("EV", "NI") and frame.tense() == "past"
    return _dated(frame, add_days(frame.doc, -1) if before else frame.doc, part)


# ---------------------------------------------------------------- weeks, months, years


def unit_value(unit: str, base: date, shift: int) -> str | None:
    """The TIMEX3 value of the week, month, ... that lies `shift` units from the one of `base`."""
    if unit == "D":
        return _at(add_days(base, shift)) or None
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


def unit_of(frame: Frame, hit: Hit) -> str:
    """The unit letter of the last unit word in the expression."""
    for word in reversed(hit.words()):
        for section in ("units", "units_plural", "units_short"):
            if word in frame.calendar[section]:
                return str(frame.calendar[section][word])
    return ""


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


def narrative_day(hit: Hit, frame: Frame) -> Value | None:
    """That day, later in the day, the next day: from the day last told of."""
    words = hit.words()
    base = frame.told or frame.doc
    if "in" in words and base and frame.doc and abs((base - frame.doc).days) > RECENT:
        base = frame.doc
    step = 1 if {"following", "next", "after"} & set(words) else -1 if {"previous", "before"} & set(words) else 0
    found = add_days(base, step) if base else None
    return Value("DATE", _at(found), anchor="narrative" if frame.told else frame.anchor) if found else None


def day_after(hit: Hit, frame: Frame) -> Value | None:
    """The day after tomorrow, the day before yesterday."""
    if frame.doc is None:
        return None
    shift = frame.times["days"][hit.word("nearday").lower()] + (1 if hit.has("after") else -1)
    return _dated(frame, add_days(frame.doc, shift))


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
    """The third quarter, of a year that is written or else the one nearest."""
    word = hit.word("ordinal") or hit.word("orddigit")
    number = day_number(frame, word) if word else 4 if hit.has("final") else 0
    year, doc = written_year(frame, hit), frame.doc
    if not number and doc:
        value = unit_value("Q", doc, -1)
        return Value("DATE", value, anchor=frame.anchor) if value else None
    if number not in QUARTERS:
        return None
    if year is None and doc:
        year = doc.year
        if frame.tense() != "future" and (doc.year, number) > (doc.year, (doc.month - 1) // 3 + 1):
            year -= 1
    return Value("DATE", f"{year if year else 'XXXX'}-{QUARTERS[number]}")


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


def told_day(value: Value) -> date | None:
    """The day a value tells of, None for longer or open ones."""
    return parse_day(value.value) if value.type in ("DATE", "TIME") and "/" not in value.value else None
