"""Plain words for values of the dossier: figures with their units, relations, days.

Closed lists of the schema (`different-scope`, `EUR`, `part-of-day`) become words an editor would write. Nothing is
looked up in the language of the machine: the same dossier reads the same everywhere.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any

Data = dict[str, Any]

RELATIONS = {
    "single": "one version",
    "same": "same everywhere",
    "cut": "cut",
    "reworded": "reworded",
    "paraphrased": "paraphrased",
    "compatible": "fit together",
    "part": "one is part of the other",
    "sum": "add up",
    "different-scope": "different scope",
    "conflict": "conflict",
}
KINDS = {
    "figure": "Figure",
    "time": "Time",
    "stance": "Stance",
    "attribution": "Who did or said it",
    "wording": "Wording",
    "scope": "Scope",
    "name": "Name or label",
}
STATUS = {"said": "", "asked": "asked", "denied": "denied", "declined": "declined to say", "not-said": "did not say"}
NETWORKS = {
    *("Truth Social", "Facebook", "Instagram", "Telegram", "TikTok", "YouTube", "LinkedIn", "Weibo", "Bluesky"),
    *("Mastodon", "Threads", "WhatsApp", "Twitter", "X", "social media"),
}
"""Channels on which something is said; with other names it is said to them, as to an outlet."""
OCCASIONS = {"rally": "at a rally", "testimony": "in testimony"}
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
UNITS = {
    "percent": "%",
    "degree-celsius": "°C",
    "square-kilometre": "square kilometres",
    "kilowatt-hour": "kilowatt-hours",
}
IRREGULAR = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "life": "lives",
    "wife": "wives",
    "half": "halves",
    "tooth": "teeth",
}
ENDING = {"man", "woman", "child", "wife"}
"""Of these also what ends so: "fisherman", "grandchild"."""
NO_MEN = ("human", "german", "roman", "norman", "ottoman", "shaman", "talisman", "turkman", "brahman", "caiman")
NO_PLURAL = ("specimen", "regimen", "abdomen")
UNCOUNTED = {"crew", "staff", "police", "aircraft", "troops", "personnel", "series", "people", "time"} | {
    *("injured", "wounded", "dead", "missing", "displaced", "homeless", "unemployed"),  # as in "16 injured"
}
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
SMALL = 20
"""The largest denominator in which a share is shown as a fraction."""
EXACT = 1e-4
"""How far a fraction may be from the value it shows."""
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float | None) -> str:
    """A figure for people: 950000 → `950,000`, 3200000000 → `3.2 billion`; `?` for None."""
    if value is None:
        return "?"
    for scale, name in SCALES:
        small = round(value / scale, 3)
        if abs(value) >= scale and small * scale == value:
            return f"{small:,.10g} {name}"
    if float(value).is_integer():
        return f"{int(value):,}"
    return _share(value) or f"{value:,.10g}"


def _share(value: float) -> str:
    """A share of a whole with a small denominator that no short decimal can write: `2/3`, else ""."""
    if not 0 < value < 1 or float(f"{value:.3g}") == value:
        return ""
    part = Fraction(value).limit_denominator(SMALL)
    return f"{part.numerator}/{part.denominator}" if abs(part - Fraction(value)) < EXACT else ""


def plural(noun: str) -> str:
    """The English plural of a singular noun; a noun that already looks plural stays."""
    last = noun.split(" ")[-1]
    stem, low = noun[: len(noun) - len(last)], last.lower()
    for one, many in IRREGULAR.items():
        if low == one or (one in ENDING and low.endswith(one) and not low.endswith(NO_MEN)):
            return stem + last[: len(last) - len(one)] + many
    if low in IRREGULAR.values() or (low.endswith(("men", "children")) and not low.endswith(NO_PLURAL)):
        return noun
    if low in UNCOUNTED or (low.endswith("s") and not low.endswith(("ss", "us", "is"))):
        return noun
    if low.endswith("is"):
        return noun[:-2] + "es"
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def reading(r: Data, unit: str | None) -> str:
    """A reading of a figure in a few words: `about 1 hour`, `11 people`, `$3.2 billion`, `10–20%`."""
    low, high, modifier = r["low"], r["high"], r["modifier"]
    span = low is not None and high is not None and low < high and not modifier
    amount = f"{number(low)}–{number(high)}" if span else number(r["value"])
    return f"{modifier} {_with_unit(amount, r, unit)}" if modifier else _with_unit(amount, r, unit)


def _with_unit(amount: str, r: Data, unit: str | None) -> str:
    if unit in SIGNS:
        return f"-{SIGNS[unit]}{amount[1:]}" if amount.startswith("-") else f"{SIGNS[unit]}{amount}"
    if unit == "percent":
        return f"{amount}%"
    name = unit or r["counted"]
    if not name:
        return amount
    if not unit and (share := _share(r["value"])) and share in amount:
        return f"{amount} of {plural(name)}"
    if name == "degree-celsius":
        return f"{amount} °C"
    if name.isupper() and unit:
        return f"{amount} {name}"
    name = name.replace("-", " ") if unit else name
    return f"{amount} {name if amount == '1' else plural(name)}"


def day(value: str) -> str:
    """`2025-03-18` → `Tuesday 18 March 2025`, `2025-03` → `March 2025`; anything else as it is."""
    if MONTH.fullmatch(value):
        return f"{MONTHS[int(value[5:]) - 1]} {value[:4]}"
    when = _date(value)
    if when is None:
        return value
    return f"{DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]} {when.year}"


def short_day(value: str) -> str:
    """`2025-03-18` → `18 Mar`; anything else as it is."""
    when = _date(value)
    return f"{when.day} {MONTHS[when.month - 1][:3]}" if when else value


def _date(value: str) -> date | None:
    """The day at the head of `value`; None for what is no day of the calendar, weeks (`2025-W12`) too."""
    try:
        return date.fromisoformat(value[:10]) if DAY.match(value) else None
    except ValueError:
        return None


def period(start: str, end: str, precision: str) -> str:
    """A stretch of time in words, as precise as `precision` (`minute`, `day`, `month` …) allows and not more."""
    if precision == "year":
        return start[:4] if start[:4] == end[:4] else f"{start[:4]} – {end[:4]}"
    if precision == "month":
        return day(start[:7]) if start[:7] == end[:7] else f"{day(start[:7])} – {day(end[:7])}"
    if start[:10] == end[:10]:
        clock = start[11:16] if precision in ("minute", "hour") and len(start) >= 16 else ""
        return f"{day(start)}, {clock}" if clock else day(start)
    return f"{day(start)} – {day(end)}"


def via(channel: str | None) -> str:
    """Where something was said: `on Truth Social`, `in an interview`, `to Coast Radio`; empty for None."""
    if not channel:
        return ""
    if channel in NETWORKS:
        return f"on {channel}"
    if channel != channel.lower():
        return f"to {channel}"
    return OCCASIONS.get(channel, f"in {'an' if channel[0] in 'aeiou' else 'a'} {channel}")


def clipped(text: str, limit: int) -> str:
    """`text`, cut at a word with an ellipsis when it has more than `limit` characters (three at least)."""
    return text if len(text) <= limit else text[: limit - 2].rsplit(" ", 1)[0].rstrip() + " …"


def count(many: int, noun: str) -> str:
    """`1 line`, `7 lines`."""
    return f"{many:,} {noun if many == 1 else plural(noun)}"
