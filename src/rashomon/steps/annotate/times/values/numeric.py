"""Values of dates in figures. An ambiguous one is read only when other dates of the article settle its order."""

from __future__ import annotations

import re
from datetime import date

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.values.common import Refuse
from rashomon.text.dates import make_day, parse_day


def iso(hit: Hit, frame: Frame) -> Value | None:
    """2025-03-18 or 2025-03-18T16:38."""
    text = hit.word("iso")
    if not parse_day(text):
        raise Refuse
    return Value("TIME" if "T" in text else "DATE", text)


def numeric(hit: Hit, frame: Frame) -> Value | None:
    """22/04/2025, 4.22.25, 2025/4/22; open where day and month could change places."""
    parts = [int(p) for p in re.split(r"[/.]", hit.word("numdate"))]
    if parts[0] > 31:
        found = make_day(parts[0], parts[1], parts[2])
        return Value("DATE", found.isoformat()) if found else None
    year = full_year(parts[2], frame.doc)
    options = [d for d in (make_day(year, parts[1], parts[0]), make_day(year, parts[0], parts[1])) if d]
    if not options:
        raise Refuse
    if len(options) == 1 or options[0] == options[1]:
        return Value("DATE", options[0].isoformat())
    if frame.day_first is not None:
        return Value("DATE", options[0 if frame.day_first else 1].isoformat())
    return Value("DATE", f"{year}-XX-XX", None, min(options).isoformat(), max(options).isoformat())


def full_year(year: int, doc: date | None) -> int:
    """The year of two digits: of this century up to ten years after the anchor, else of the last."""
    if year >= 100:
        return year
    return 2000 + year if year <= ((doc.year % 100) if doc else 30) + 10 else 1900 + year


def day_order(text: str, doc: date | None) -> bool | None:
    """True when the figure dates of `text` put the day first, False when the month, None when nothing tells."""
    votes = {True: 0, False: 0}
    for found in re.finditer(r"(?<![\w./-])(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)(?![\w/]|[.]\d)", text):
        first, second, year = int(found[1]), int(found[2]), full_year(int(found[3]), doc)
        if first > 12 and make_day(year, second, first):
            votes[True] += 1
        elif second > 12 and make_day(year, first, second):
            votes[False] += 1
        elif doc and first != second:
            near = [abs((d - doc).days) <= 2 if d else False
                    for d in (make_day(year, second, first), make_day(year, first, second))]  # fmt: skip
            votes[True] += near[0] and not near[1]
            votes[False] += near[1] and not near[0]
    if bool(votes[True]) == bool(votes[False]):
        return None
    return bool(votes[True])
