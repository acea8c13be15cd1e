"""Values of days, months and years that are written out, and which year a bare "March 18" or "in October" means.

A date without its year is the one nearest to the anchor day that the clause's tense allows: back for what happened,
ahead for what is to come. A number before something countable is no year.
"""

from __future__ import annotations

import re

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.values.common import (
    Refuse,
    day_number,
    is_short,
    lead_of,
    month_number,
    relative_of,
    written_year,
)
from rashomon.steps.annotate.times.values.numeric import full_year
from rashomon.text.dates import add_days, make_day

COMMON = range(1900, 2100)
FAR = 320
"""Days: a past date further back than this is doubted when the same date lies close ahead."""


def pick_year(frame: Frame, month: int, day: int) -> int | None:
    """The year of a month (and day; 0 for the month alone) written without one."""
    doc = frame.doc
    if doc is None:
        return None
    options = []
    for year in (doc.year - 1, doc.year, doc.year + 1):
        at = make_day(year, month, day or (doc.day if month == doc.month and doc.day < 29 else 15))
        if at:
            options.append((at - doc).days)
    by_distance = sorted(options, key=lambda d: (abs(d), d))
    if not by_distance:
        return None
    tense = frame.tense()
    back, ahead = [d for d in by_distance if d <= 0], [d for d in by_distance if d >= 0]
    chosen = by_distance[0]
    if tense == "past" and back and not (back[0] < -FAR and ahead and ahead[0] < 60):
        chosen = back[0]
    elif tense == "future" and ahead:
        chosen = ahead[0]
    at = add_days(doc, chosen)
    return at.year if at else None


def day(hit: Hit, frame: Frame) -> Value | None:
    """A month and a day, possibly with year or weekday."""
    month, number = month_number(frame, hit.word("month")), day_number(frame, hit.word("dayno"))
    if not 1 <= number <= 31:
        return None
    year = written_year(frame, hit) or known_year(frame, hit, month, number)
    anchored = year is None
    year = year or pick_year(frame, month, number)
    if year is None:
        if make_day(2024, month, number) is None:
            raise Refuse
        return Value("DATE", f"XXXX-{month:02d}-{number:02d}")
    if make_day(year, month, number) is None:
        raise Refuse
    return Value("DATE", f"{year:04d}-{month:02d}-{number:02d}", anchor=frame.anchor if anchored else "none")


def known_year(frame: Frame, hit: Hit, month: int, number: int) -> int | None:
    """The year of a day known by its month and day ("the September 11 attacks"), when the words after say so."""
    entry = frame.times["known"].get(f"{month:02d}-{number:02d}")
    following = [w.lower() for w in hit.pieces.words[hit.stop : hit.stop + 2]]
    return int(entry["year"]) if entry and not set(entry["words"]).isdisjoint(following) else None


def day_span(hit: Hit, frame: Frame) -> Value | None:
    """April 12-19: one value from the first to the last day."""
    begin = day(hit, frame)
    end = day_number(frame, hit.word("dayno2"))
    if begin is None or begin.value.startswith("X"):
        return begin
    last = make_day(int(begin.value[:4]), int(begin.value[5:7]), end) if 1 <= end <= 31 else None
    if last is None or last.isoformat() <= begin.value:
        return None
    return Value("DATE", f"{begin.value}/{last}", None, begin.value, last.isoformat(), begin.anchor)


def month(hit: Hit, frame: Frame) -> Value | None:
    """A month, possibly with its year; alone, a doubtful name ("May") needs a word in front that only a date has."""
    name = hit.word("month")
    number, year = month_number(frame, name), written_year(frame, hit)
    shift = relative_of(frame, hit) if year is None else None
    mod = lead_of(frame, hit)
    if year is None and is_short(frame, name) and hit.after()[:1].isupper() and hit.after().isalpha():
        return None  # "Dec Morgan" is a person
    if year is None and shift is None and not mod and name.capitalize() in frame.calendar["doubtful"]["months"]:
        after = hit.after()
        if hit.before() not in frame.times["month_after"]["words"] or (after[:1].isupper() and after.isalpha()):
            return None
    if year is not None:
        return Value("DATE", f"{year:04d}-{number:02d}", mod)
    if frame.doc is None:
        return Value("DATE", f"XXXX-{number:02d}", mod)
    if shift:
        step = (number - frame.doc.month) % 12 if shift > 0 else -((frame.doc.month - number) % 12)
        count = frame.doc.year * 12 + frame.doc.month - 1 + (step or 12 * shift)
        year = count // 12
    else:
        year = frame.doc.year if shift == 0 else pick_year(frame, number, 0)
    return Value("DATE", f"{year:04d}-{number:02d}", mod, anchor=frame.anchor) if year else None


def year(hit: Hit, frame: Frame) -> Value | None:
    """A year alone; a number before something countable is none."""
    number, before, after = int(hit.word("year")), hit.before(), hit.after()
    certain = before in ("in", "since", "year", "early", "late", "mid", "circa", "until", "during", "by", "-")
    if number not in COMMON and not (certain and number < 2200):
        return None
    if not certain and after.isalpha() and after.islower() and looks_plural(hit, frame):
        return None
    if frame.doc and not -2000 < number - frame.doc.year < 80:
        return None
    return Value("DATE", f"{number:04d}", lead_of(frame, hit))


def looks_plural(hit: Hit, frame: Frame) -> bool:
    """True when the word after the expression is a plural noun, so that a number before it counts something."""
    tokens = frame.words.tokens
    n = tokens.at(hit.pieces.starts[hit.stop])
    word = hit.after()
    tagged = tokens.tags[n] if n < len(tokens) else ""
    return tagged == "NNS" or (tagged not in ("VBZ", "VBD") and word in frame.times["plurals"]["words"]) or (
        tagged in ("", "NN") and word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
    )  # fmt: skip


def year_span(hit: Hit, frame: Frame) -> Value | None:
    """2014-2018, 2010-11."""
    begin = int(hit.word("year"))
    end_text = hit.word("year2") or hit.word("dayno")
    end = int(end_text) if len(end_text) == 4 else begin // 100 * 100 + int(re.sub(r"\D", "", end_text) or 0)
    if begin not in COMMON or not begin < end < begin + 100 or len(end_text) not in (2, 4):
        return None
    return Value("DATE", f"{begin}/{end}", None, f"{begin}-01-01", f"{end}-12-31")


def short_year(hit: Hit, frame: Frame) -> Value | None:
    """'82."""
    return Value("DATE", str(full_year(int(hit.words()[-1]), frame.doc))) if hit.words()[-1].isdigit() else None


def decade(hit: Hit, frame: Frame) -> Value | None:
    """The 1970s, the '80s; "the 1800s" is a century."""
    digits = re.sub(r"\D", "", hit.word("decade"))
    mod = lead_of(frame, hit)
    if len(digits) == 4:
        if int(digits) not in range(1000, 2100) or not digits.endswith("0"):
            return None
        return Value("DATE", digits[:2] if digits.endswith("00") and digits != "2000" else digits[:3], mod)
    listed = hit.before() == "and" and re.fullmatch(r"\d+['’]?s", hit.pieces.words[max(0, hit.first - 2)])
    if not digits.endswith("0") or not (hit.has("the") or mod or listed or hit.has("'", "’")):
        return None
    return Value("DATE", f"{19 if int(digits) > 20 else 20}{digits[0]}", mod)


def century(hit: Hit, frame: Frame) -> Value | None:
    """The 18th century is 17."""
    number = day_number(frame, hit.word("ordinal") or hit.word("orddigit"))
    return Value("DATE", f"{number - 1:02d}", lead_of(frame, hit)) if 2 <= number <= 22 else None


def fiscal(hit: Hit, frame: Frame) -> Value | None:
    """A fiscal year: its bounds differ from firm to firm, so none are given."""
    return Value("DATE", f"FY{hit.word('year')}")
