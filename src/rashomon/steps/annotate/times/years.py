"""The year of a month, day, season or feast that is written without one but has a year standing beside it.

Decides by what lies between the two: "from April to June 2014" and "March 3 and April 4, 2014" share the year behind
them, "in 2014, in April" and "April, in 2014" the year beside them, "in April of that year" takes the year told last.
"The 2014 raid in April" is of 2014 where it opens its clause; elsewhere ("reviewed the 2014 raid in April") the month
may date the verb, and both readings stay as bounds. Where nothing ties them, the value stays as it was.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from rashomon.records.span import Span
from rashomon.steps.annotate.times.frame import Frame, Value
from rashomon.steps.annotate.times.rules import Rule
from rashomon.steps.annotate.times.values.feasts import feast_day
from rashomon.text.dates import bounds, make_day
from rashomon.text.lexicon import lexicon

Found = tuple[Span, Value, Rule]
READERS = frozenset({"month", "season", "day"})
SEASONS = {"SP": 1, "SU": 2, "FA": 3, "WI": 4}
WORD = re.compile(r"[^\W\d_]+")
YEAR = re.compile(r"\d{4}")
OWN = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
JOINT = re.compile(
    r"\s*(?:,|,?\s(?:and|or|to|through|thru|until|till)\b|[-–—‑])\s*"
    r"(?:(?:in|on|early|late|mid|the)\b[\s-]?){0,2}\s*", re.IGNORECASE
)  # fmt: skip
BEFORE = re.compile(  # the year first: "in 2014, in April"
    r"(?P<comma>,)?\s+(?:in|on|from|at|over|between|during|since|by|around|about|until|throughout)\s+(?:the\s|early\s|late\s|mid-){0,2}\s*"
)
BEHIND = re.compile(r"(?P<comma>,)?\s+(?:back\s)?(?:in|of)\s+(?:the\syear\s)?")
CLOSED = re.compile(r"\s*(?:[,.;:)]|[-–—]|$)")
THAT_YEAR = re.compile(r",?\s(?:(?:in|of|during)\s)?(?:that(?:\s(?:very|same))?|the\ssame)\syear\b", re.IGNORECASE)
SAME_YEAR = re.compile(r"\bsame\syear$", re.IGNORECASE)
RANGE = re.compile(
    r"\s*(?:(?P<clear>\s(?:to|through|thru)\s|[-–—‑])|\s(?P<until>until|till)\s|\sand\s)\s*", re.IGNORECASE
)
NOUNS = re.compile(r"\s(?:[^\W\d_]+[\s-]){1,4}(?:in|of|on)\s(?:early\s|late\s|mid-)?")
OPENS = re.compile(
    r"(?:^|[,;:.!?–—“\"(]\s*|\b(?:and|but|that|because|while|when|said|says)\s)(?:(?:the|a|its|their)\s)?$",
    re.IGNORECASE,
)
FRONTED = re.compile(r"(?:^|[.;:!?“\"]\s*)(?:Back\s)?In\s$")
ELSEWHERE = re.compile(r"\b(?:since|than|after|before|until|till)\s$", re.IGNORECASE)
NOMINAL = ("NN", "JJ", "CD", "VBG", "HYPH", "POS", "DT")
BETWEEN = re.compile(r"\bbetween\s+(?:early\s|late\s|mid-)?$", re.IGNORECASE)
LEFT = 24
"""Characters before a year in which the opening of its clause is looked for."""


def of_their_year(found: list[Found], frame: Frame) -> list[Found]:
    """`found`, in text order, with the year that stands beside a date without one."""
    out = list(found)
    for n in range(len(out) - 1, -1, -1):
        if _bare(out[n], frame):
            out[n] = _from_behind(out, n, frame) or _from_before(out, n, frame) or out[n]
    for n, item in enumerate(out):
        if frame.year and _bare(item, frame) and THAT_YEAR.match(frame.words.text, item[0].end):
            out[n] = _in_year(item, frame.year, frame) or item
        elif n and item is found[n] and _bare(item, frame):
            out[n] = _from_start(out, n, frame) or item
        elif frame.year and item[2].reader == "this_unit" and SAME_YEAR.search(item[0].of(frame.words.text)):
            out[n] = (item[0], Value("DATE", f"{frame.year:04d}"), item[2])
        elif OWN.search(item[0].of(frame.words.text)) and YEAR.match(item[1].value):
            frame.year = int(item[1].value[:4])
    return out


def _bare(item: Found, frame: Frame) -> bool:
    """True for a month, day, season or feast whose year was taken from the report's own day."""
    span, value, rule = item
    if rule.reader not in READERS and not rule.reader.startswith("holiday:"):
        return False
    written = span.of(frame.words.text)
    if "/" in value.value or OWN.search(written):
        return False
    words = WORD.findall(written.lower())
    return len(words) == 1 or _naming().isdisjoint(words)


@cache
def _naming(language: str = "en") -> frozenset[str]:
    """Weekdays and words like "last": with them a date has been counted from the report's day on purpose."""
    days = lexicon("calendar", language)["weekdays"]
    return frozenset(day.lower() for day in days) | frozenset(lexicon("times", language)["relative"])


def _from_behind(found: list[Found], n: int, frame: Frame) -> Found | None:
    """The year that the next date has for both, or that stands alone behind."""
    if n + 1 >= len(found):
        return None
    text, (span, value, rule), (then, other, next_rule) = frame.words.text, found[n], found[n + 1]
    if not YEAR.match(other.value) or then.start <= span.end:
        return None
    year = int(other.value[:4])
    if next_rule.reader == "year":
        tied = BEHIND.fullmatch(text, span.end, then.start)
        if tied and (not tied["comma"] or CLOSED.match(text, then.end)):
            return _in_year(found[n], year, frame)
        return None
    shared = next_rule.reader in READERS and (OWN.search(then.of(text)) or other.anchor == "none")
    if not shared or not JOINT.fullmatch(text, span.end, then.start):
        return None
    here, there = _place(value), _place(other)
    if rule.reader != next_rule.reader or here is None or there is None:
        return None
    return _in_year(found[n], year if here <= there else year - 1, frame)


def _from_before(found: list[Found], n: int, frame: Frame) -> Found | None:
    """The year that stands alone before: "in 2014, in April", "2014 Easter", "the 2014 raid in April"."""
    if n == 0 or found[n - 1][2].reader != "year" or not YEAR.fullmatch(found[n - 1][1].value):
        return None
    text, span, (then, other, _) = frame.words.text, found[n][0], found[n - 1]
    year, between = int(other.value), text[then.end : span.start]
    front = text[max(0, then.start - LEFT) : then.start]
    if between == " " and found[n][2].reader.startswith("holiday:"):
        return _in_year(found[n], year, frame)
    if tied := BEFORE.fullmatch(between):
        sure = not tied["comma"] or FRONTED.search(front) or CLOSED.match(text, span.end)
    elif NOUNS.fullmatch(between) and _nominal(frame, then.end, span.start):
        sure = OPENS.search(front)
    else:
        return None
    return _in_year(found[n], year, frame) if sure and not ELSEWHERE.search(front) else _open(found[n], year, frame)


def _from_start(found: list[Found], n: int, frame: Frame) -> Found | None:
    """The end of a range is the first such date after its start: "from November 2014 to March"."""
    text, (span, value, rule), (then, other, before) = frame.words.text, found[n], found[n - 1]
    joint = RANGE.fullmatch(text, then.end, span.start)
    here, there = _place(value), _place(other)
    if not joint or before.reader != rule.reader or rule.reader not in READERS or not here or not there:
        return None
    if not YEAR.match(other.value) or other.anchor != "none" or value.anchor == "none":
        return None
    if not joint["clear"] and not joint["until"] and not BETWEEN.search(text, max(0, then.start - LEFT), then.start):
        return None
    year = int(other.value[:4]) + (here <= there)
    return _open(found[n], year, frame) if joint["until"] else _in_year(found[n], year, frame)


def _nominal(frame: Frame, start: int, end: int) -> bool:
    """True when nothing but a noun phrase and one preposition stands between."""
    tokens = frame.words.tokens
    return all(tokens.tags[k].startswith(NOMINAL) or tokens.tags[k] == "" for k in list(tokens.within(start, end))[:-1])


def _place(value: Value) -> tuple[int, int] | None:
    """Where in its year a value lies, for two of one kind."""
    rest = value.value[5:]
    if rest in SEASONS:
        return SEASONS[rest], 0
    month, _, day = rest.partition("-")
    return (int(month), int(day or 0)) if month.isdigit() and (day or "0").isdigit() else None


def _in_year(item: Found, year: int | None, frame: Frame) -> Found | None:
    """`item` in `year`, None where that year has no such day."""
    span, value, rule = item
    written = _written(item, year, frame) if year else None
    return (span, replace(value, value=written, earliest=None, latest=None, anchor="none"), rule) if written else None


def _written(item: Found, year: int, frame: Frame) -> str | None:
    _, value, rule = item
    if rule.reader.startswith("holiday:"):
        at = feast_day(frame.calendar["holidays"][int(rule.reader[8:])], year)
        return at.isoformat() if isinstance(at, date) else None
    rest = value.value[5:]
    if rule.reader == "day" and make_day(year, int(rest[:2]), int(rest[3:5])) is None:
        return None
    return f"{year:04d}-{rest}"


def _open(item: Found, year: int, frame: Frame) -> Found | None:
    """`item` with both years as its bounds, where the year beside it lies further back than the one supposed."""
    span, value, rule = item
    other = _written(item, year, frame)
    if other is None or other >= value.value or rule.reader.startswith("holiday:"):
        return None
    first, last = bounds(other), bounds(value.value)
    if not first or not last:
        return None
    opened = replace(value, value=f"XXXX-{value.value[5:]}", earliest=first[0], latest=last[1], anchor="none")
    return span, opened, rule
