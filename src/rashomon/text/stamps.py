"""Reads publication stamps: the date and clock lines that outlets print above or below a report, and metadata dates.

Decides from the characters alone: month names, four-digit years, clock times, labels such as "Published" or
"Updated". It refuses to guess: `03/04/2025` has two readings and a two-digit year has too many, so such a stamp has
no date; an "Updated" clock time is not the time of publication and is left out. Time zones are kept only when written
as an offset.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_ZONE = r"(?:gmt|utc|bst|[ecmp][sd]?t|cest|eest|eet|msk|ist|pkt|jst|kst|hkt|sgt|a[ew][sd]?t|nz[sd]t|sast|wib|trt|z)"
_ELEMENT = re.compile(
    rf"""(?:
      (?P<update>(?:last\s+)?(?:updated|modified|edited|update)\b(?:\s+on\b|\s+at\b)?\s*:?)
    | (?P<issue>(?:first\s+)?(?:date\s+published|publication\s+date|date\s+of\s+publication|published|posted|created
        |issued|filed|date|time)\b(?:\s+on\b|\s+at\b)?\s*:?)
    | (?P<ymd>(?P<y1>\d{{4}})\s?(?P<sep>[-/.])\s?(?P<m1>\d{{1,2}})\s?(?P=sep)\s?(?P<d1>\d{{1,2}}))(?=T\d|(?!\w))
    | (?P<dmy>(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s.-]*(?:of\s+)?(?P<m2>{_MONTH})\s?,?[\s-]*(?P<y2>\d{{4}}))(?!\w)
    | (?P<mdy>(?P<m3>{_MONTH})\s*(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s*(?P<y3>\d{{4}}))(?!\w)
    | (?P<dots>(?P<d4>\d{{1,2}})\.\s?(?P<m4>\d{{1,2}})\.\s?(?P<y4>\d{{4}}))(?!\w)
    | (?P<slash>(?P<a>\d{{1,2}})\s?[/-]\s?(?P<b>\d{{1,2}})\s?[/-]\s?(?P<y5>\d{{4}}|\d{{2}}))(?!\w)
    | (?P<clock>(?P<h>\d{{1,2}})\s?:\s?(?P<min>\d{{2}})(?:\s?:\s?\d{{2}}(?:\.\d{{1,9}})?)?
        (?:\s?(?P<half>[ap]\.?m\b\.?))?)
        (?=[+-]\d\d|z\b|(?!\w))
    | (?P<dotclock>(?P<h2>\d{{1,2}})(?:\.(?P<min2>\d{{2}}))?\s?(?P<half2>[ap]\.?m\b\.?))
    | (?P<offset>(?:gmt|utc)?\s?[+-]\d{{2}}:?\d{{2}})(?!\w)
    | (?P<weekday>{_WEEKDAY})(?!\w)
    | (?P<zone>\(?{_ZONE}\)?)(?!\w)
    | (?P<ago>(?:\d{{1,3}}|an?|one|two|three)\s+(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\s+ago)(?!\w)
    | (?P<unit>hrs?|hours|local\s+time)(?!\w)
    | (?P<filler>(?:on|at)(?!\w)|t(?=\d))
    | (?P<mark>[\s,;|·•–—@-]+)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TIMELY = re.compile(r"\d\s?[:/.-]\s?\d|\d{4}|\d\s?[ap]\.?m|\sago\b", re.IGNORECASE)
_LEAD = re.compile(r"[^\W\d][\w.&'’ -]{1,30}?\s?[,|·•]\s*")
_START = re.compile(r"[\s(]*(?:\d|[a-z]{2,9}\b)", re.IGNORECASE)
_ISO = re.compile(
    r"\s*(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]+(\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp says. `end` is the character behind it.

    `day` is `YYYY-MM-DD`, `clock` is `HH:MM`; both None when not stated or not certain. `updated` is True when
    the day is that of an update. `dated` is True when some date was written, even one that stays uncertain.
    """

    end: int
    day: str | None = None
    clock: str | None = None
    offset: str | None = None
    updated: bool = False
    dated: bool = False
    labelled: bool = False

    @property
    def value(self) -> str | None:
        """ISO 8601 as precise as known; an update tells its day only."""
        if self.day is None or self.clock is None or self.updated:
            return self.day
        return f"{self.day}T{self.clock}{self.offset or ''}"


def stamp_at(text: str, start: int = 0) -> Stamp | None:
    """The stamp that begins at `start`, or None. It may be longer than what it understands: see `dated`."""
    if not _START.match(text, start):
        return None
    position, end = start, start
    day = clock = offset = None
    dated = labelled = update = day_updated = clock_updated = relative = False
    while position < len(text):
        match = _ELEMENT.match(text, position)
        if match is None or match.end() == position:
            break
        position, kind = match.end(), match.lastgroup
        if kind in ("mark", "filler"):
            continue
        if kind in ("ymd", "dmy", "mdy", "dots", "slash"):
            dated = True
            if day is None:
                day, day_updated = _day(match), update
        elif kind in ("clock", "dotclock"):
            found = _clock(match)
            if found is None:
                break
            if clock is None:
                clock, clock_updated = found, update
        elif kind == "offset":
            offset = offset or _offset(match["offset"]) if clock else None
        elif kind in ("update", "issue"):
            labelled, update = True, kind == "update"
        elif kind == "ago":
            relative = True
        end = position
    if not (dated or clock or labelled or relative):
        return None
    if clock_updated and not day_updated:
        clock = None
    return Stamp(end, day, clock, offset if clock else None, day_updated, dated or relative, labelled)


def whole_stamp(text: str) -> Stamp | None:
    """The stamp that `text` consists of, or None; a short sign before it (`AFP,` or `Xinhua |`) is passed over."""
    text = text.strip()
    if not text or len(text) > 120 or not _TIMELY.search(text):
        return None
    stamp = stamp_at(text)
    if stamp is None or stamp.end < len(text.rstrip(" .,;|)")):
        lead = _LEAD.match(text)
        stamp = stamp_at(text, lead.end()) if lead else None
        if stamp is None or not stamp.dated or stamp.end < len(text.rstrip(" .,;|)")):
            return None
    return stamp


def iso(value: str) -> str | None:
    """A metadata date as ISO 8601 to the minute, as precise as given; None when it is no date we can be sure of."""
    match = _ISO.match(value)
    if match:
        year, month, day, hour, minute, zone = match.groups()
        if day is None:
            return f"{year}-{month}" if "01" <= month <= "12" and _plausible(int(year)) else None
        known = _valid(int(year), int(month), int(day))
        if known is None or hour is None or int(hour) > 23 or int(minute) > 59:
            return known
        return f"{known}T{hour}:{minute}{(_offset(zone) or '') if zone else ''}"
    stamp = stamp_at(value.strip())
    return stamp.value if stamp else None


def _day(match: re.Match[str]) -> str | None:
    kind = match.lastgroup
    if kind == "ymd":
        return _valid(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if kind == "dmy":
        return _valid(int(match["y2"]), MONTHS[match["m2"][:3].lower()], int(match["d2"]))
    if kind == "mdy":
        return _valid(int(match["y3"]), MONTHS[match["m3"][:3].lower()], int(match["d3"]))
    if kind == "dots":
        return _valid(int(match["y4"]), int(match["m4"]), int(match["d4"]))
    first, second = int(match["a"]), int(match["b"])
    if len(match["y5"]) == 2 or (first <= 12 and second <= 12 and first != second):
        return None
    return _valid(int(match["y5"]), *((second, first) if first > 12 else (first, second)))


def _plausible(year: int) -> bool:
    return 1800 <= year <= 2100


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if _plausible(year) else None
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> str | None:
    if match.lastgroup == "clock":
        hour, minute, half = int(match["h"]), int(match["min"]), match["half"]
    else:
        hour, minute, half = int(match["h2"]), int(match["min2"] or 0), match["half2"]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _offset(text: str) -> str | None:
    text = text.strip().upper()
    if text == "Z":
        return "Z"
    digits = re.search(r"([+-])(\d{2}):?(\d{2})$", text)
    if digits is None:
        return None
    return "Z" if digits[2] + digits[3] == "0000" else f"{digits[1]}{digits[2]}:{digits[3]}"
