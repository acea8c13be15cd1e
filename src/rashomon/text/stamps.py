"""Reads publication stamps: the date and clock lines that outlets print above or below a report, and metadata dates.

Decides from the characters alone: month names, four-digit years, clock times, labels such as "Published" or
"Updated". It refuses to guess: `03/04/2025` has two readings and a two-digit year has too many, so such a stamp has
no date; an "Updated" clock time is not the time of publication and is left out. A date line is read as local time; an
offset is kept when written as one. In metadata the names of zones with one meaning are offsets too: EDT and CET are,
IST (three zones) and ET (two) are not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
MONTHS |= {"mär": 3, "mai": 5, "okt": 10, "dez": 12}
_MONTH = (
    r"(?:jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz|apr(?:il)?|ma[yi]|jun[ei]?|jul[yi]?|aug(?:ust)?|sept?(?:ember)?"
    r"|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_ZONE = (
    r"(?:gmt|utc|bst|[ecmp][sd]?t|cest|cet|eest|eet|wes?t|mes?z|msk|ist|pkt|jst|kst|hkt|sgt|a[ew][sd]?t|nz[sd]t|sast"
    r"|wib|trt|z)"
)
_ZONES = {
    "gmt": "Z", "utc": "Z", "z": "Z", "edt": "-04:00", "est": "-05:00", "cdt": "-05:00", "mdt": "-06:00",
    "pdt": "-07:00", "cet": "+01:00", "mez": "+01:00", "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "trt": "+03:00", "sast": "+02:00", "pkt": "+05:00", "wib": "+07:00",
    "hkt": "+08:00", "sgt": "+08:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
    "nzst": "+12:00", "nzdt": "+13:00",
}  # fmt: skip
_ELEMENT = re.compile(
    rf"""(?:
      (?P<update>(?:last\s+)?(?:updated|modified|edited|update)\b(?:\s+on\b|\s+at\b)?\s*:?)
    | (?P<issue>(?:(?:first|originally)\s+)?
        (?:date\s+published|publication\s+date|date\s+of\s+publication|published|posted|created|issued|filed|date|time)\b(?:\s+on\b|\s+at\b)?\s*:?)
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
    | (?P<unit>hrs?|hours|uhr|local\s+time)(?!\w)
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
    zone: str | None = None
    """The offset of a named time zone, where the name has one meaning."""

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
    day = clock = offset = zone = None
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
        elif kind == "zone":
            zone = zone or (_ZONES.get(match["zone"].strip("()").lower()) if clock else None)
        elif kind in ("update", "issue"):
            labelled, update = True, kind == "update"
        elif kind == "ago":
            relative = True
        end = position
    if not (dated or clock or labelled or relative):
        return None
    if clock_updated and not day_updated:
        clock = None
    return Stamp(
        end, day, clock, offset if clock else None, day_updated, dated or relative, labelled, zone if clock else None
    )


@lru_cache(maxsize=4096)
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
    if stamp is None or stamp.value is None:
        return None
    return stamp.value + (stamp.zone or "") if "T" in stamp.value and not stamp.offset else stamp.value


def local(values: Sequence[str]) -> str | None:
    """The first of the ISO times `values`, in local time when a later one tells the same instant with an offset."""
    first = values[0] if values else None
    moment = _moment(first) if first else None
    if first is None or moment is None or not first.endswith(("Z", "+00:00")):
        return first
    same = (v for v in values[1:] if re.search(r"[+-]\d\d:\d\d$", v) and _moment(v) == moment)
    return next((v for v in same if not v.endswith("+00:00")), first)


def shifted(value: str, stamp: Stamp) -> str | None:
    """The UTC time `value` as the local time that `stamp` tells, when the two can be one instant; else None.

    They can when they lie apart as time zones do: by half hours up to 14 hours (or the three odd quarters in use).
    """
    moment = _moment(value) if value.endswith("Z") else None
    if moment is None or stamp.day is None or stamp.clock is None or stamp.updated or stamp.zone == "Z":
        return None
    there = datetime.fromisoformat(f"{stamp.day}T{stamp.clock}")
    minutes = round((there - moment).total_seconds() / 60)
    if minutes == 0 or abs(minutes) > 14 * 60 or (minutes % 30 and minutes not in (345, 525, 765)):
        return None
    hours, rest = divmod(abs(minutes), 60)
    return f"{stamp.day}T{stamp.clock}{'+' if minutes > 0 else '-'}{hours:02}:{rest:02}"


def _moment(value: str) -> datetime | None:
    """The instant of an ISO time with an offset, in UTC."""
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


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
