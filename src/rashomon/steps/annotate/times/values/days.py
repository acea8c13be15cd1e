"""Values of weekdays, near days and parts of the day, from the anchor day or the day last told of.

A weekday equal to the publication day is that day. "Overnight", told as past, is the night that ended on the anchor
day; a night belongs to the day it begins on. Without an anchor day a weekday keeps an open value and a near day none.
"""

from __future__ import annotations

from datetime import date

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.values.common import lead_of, relative_of
from rashomon.text.dates import add_days, parse_day

NOON = "12"
"""Before this hour nobody has said "tonight" of the day's own night and been quoted already."""
RECENT = 7
"""Days: "later in the day" never goes back to a day told of that lies further from the anchor day."""


def at(day: date | None, part: str = "") -> str:
    """The TIMEX3 value of a day or a part of it, empty for no day."""
    return "" if day is None else day.isoformat() + (f"T{part}" if part else "")


def dated(frame: Frame, day: date | None, part: str = "", mod: str | None = None) -> Value | None:
    """The value of a day counted from the anchor, None for no day."""
    if day is None:
        return None
    return Value("TIME" if part else "DATE", at(day, part), mod, anchor=frame.anchor)


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
    if tense == "future" and back <= ahead and frame.aside():
        return add_days(doc, -back)  # "will take over after the resignation on Monday": the nearest one
    return add_days(doc, ahead if tense == "future" else -back)


def weekday(hit: Hit, frame: Frame) -> Value | None:
    """Tuesday, last Friday, next Monday."""
    name = hit.word("weekday")
    if frame.doc is None:
        return Value("DATE", f"XXXX-WXX-{frame.calendar['weekdays'][name.capitalize()] + 1}")
    return dated(frame, weekday_of(frame, name, relative_of(frame, hit)), mod=lead_of(frame, hit))


def weekday_of_week(hit: Hit, frame: Frame) -> Value | None:
    """Thursday of last week."""
    doc, number = frame.doc, frame.calendar["weekdays"][hit.word("weekday").capitalize()]
    monday = add_days(doc, -doc.weekday() + 7 * (relative_of(frame, hit) or 0)) if doc else None
    return dated(frame, add_days(monday, number) if monday else None)


def part_of(frame: Frame, hit: Hit) -> str:
    """MO, AF, EV, NI or MI."""
    parts = frame.calendar["parts"]
    return next(str(parts[w]) for w in reversed(hit.words()) if w in parts)


def weekday_part(hit: Hit, frame: Frame) -> Value | None:
    """Tuesday night, the morning of Monday."""
    part, name = part_of(frame, hit), hit.word("weekday")
    if frame.doc is None:
        return Value("TIME", f"XXXX-WXX-{frame.calendar['weekdays'][name.capitalize()] + 1}T{part}")
    return dated(frame, weekday_of(frame, name, relative_of(frame, hit)), part, lead_of(frame, hit))


def near_day(hit: Hit, frame: Frame) -> Value | None:
    """Today, yesterday, tomorrow."""
    shift = frame.times["days"][hit.word("nearday").lower()]
    if frame.doc is None:
        return Value("DATE", "PRESENT_REF" if not shift else "PAST_REF" if shift < 0 else "FUTURE_REF")
    mod = lead_of(frame, hit)
    return dated(frame, add_days(frame.doc, shift), mod=mod)


def near_part(hit: Hit, frame: Frame) -> Value | None:
    """Tomorrow morning."""
    if frame.doc is None:
        return None
    return dated(frame, add_days(frame.doc, frame.times["days"][hit.word("nearday").lower()]), part_of(frame, hit))


def tonight(hit: Hit, frame: Frame) -> Value | None:
    """The night that begins on the anchor day.

    Words quoted by a report of the morning were said the night before; when the report's hour is not known and it only
    took the day of its story, nobody can say which night was meant.
    """
    if not frame.quoted or frame.said or frame.doc is None:
        return dated(frame, frame.doc, "NI")
    article = frame.words.article
    if article.published_from == "story":
        return Value("TIME", "PRESENT_REF")
    morning = article.published and article.published[10:11] == "T" and article.published[11:13] < NOON
    return dated(frame, add_days(frame.doc, -1) if morning else frame.doc, "NI")


def night(frame: Frame, narrative: bool = True) -> Value | None:
    """The night a bare "overnight" means: just ended when told as past, about to begin when it lies ahead."""
    doc, told = frame.doc, frame.told_here
    if doc is None:
        return None
    if narrative and told and told < doc and not frame.quoted:
        return Value("TIME", at(told, "NI"), anchor="narrative")
    return dated(frame, doc if frame.tense() == "future" else add_days(doc, -1), "NI")


def this_part(hit: Hit, frame: Frame) -> Value | None:
    """This morning, last night, that evening, the following night."""
    part, words = part_of(frame, hit), hit.words()
    mod = lead_of(frame, hit)
    if "that" in words or "same" in words or "following" in words or "previous" in words:
        step = 1 if "following" in words else -1 if "previous" in words else 0
        told = frame.told or frame.doc
        found = add_days(told, step) if told else None
        return Value("TIME", at(found, part), mod, anchor="narrative") if found else None
    shift = relative_of(frame, hit)
    if frame.doc is None:
        return None
    if part == "NI" and shift == 0:
        return night(frame, narrative=False)
    return dated(frame, add_days(frame.doc, shift or 0), part, mod)


def overnight(hit: Hit, frame: Frame) -> Value | None:
    """Overnight, overnight into Wednesday."""
    if not hit.word("weekday"):
        return night(frame)
    day = weekday_of(frame, hit.word("weekday"), None)
    return dated(frame, add_days(day, -1) if day and hit.has("into") else day, "NI")


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
        return Value("TIME", at(frame.told_here, part), anchor="narrative")
    before = frame.quoted and part in ("EV", "NI") and frame.tense() == "past"
    return dated(frame, add_days(frame.doc, -1) if before else frame.doc, part)


def narrative_day(hit: Hit, frame: Frame) -> Value | None:
    """That day, later in the day, the next day: from the day last told of."""
    words = hit.words()
    base = frame.told or frame.doc
    if "in" in words and base and frame.doc and abs((base - frame.doc).days) > RECENT:
        base = frame.doc
    step = 1 if {"following", "next", "after"} & set(words) else -1 if {"previous", "before"} & set(words) else 0
    found = add_days(base, step) if base else None
    return Value("DATE", at(found), anchor="narrative" if frame.told else frame.anchor) if found else None


def day_after(hit: Hit, frame: Frame) -> Value | None:
    """The day after tomorrow, the day before yesterday."""
    if frame.doc is None:
        return None
    shift = frame.times["days"][hit.word("nearday").lower()] + (1 if hit.has("after") else -1)
    return dated(frame, add_days(frame.doc, shift))


def told_day(value: Value) -> date | None:
    """The day a value tells of, None for longer or open ones."""
    return parse_day(value.value) if value.type in ("DATE", "TIME") and "/" not in value.value else None
