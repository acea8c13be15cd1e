"""What several readers share: the numbers of months and days, leading and relative words, the year that is written."""

from __future__ import annotations

import re

from rashomon.steps.annotate.times.frame import Frame, Hit

MAX_COUNT = 1_000_000


class Refuse(Exception):
    """The words look like a time and are none ("31 February"): no shorter reading is tried either."""


def month_number(frame: Frame, name: str) -> int:
    """1 to 12 for the name of a month, 0 for an empty name."""
    return int(frame.calendar["months"][name.capitalize()]) if name else 0


def is_short(frame: Frame, name: str) -> bool:
    """True for a month written short ("Dec", "Sept")."""
    months = frame.calendar["months"]
    return any(len(full) > len(name) and number == month_number(frame, name) for full, number in months.items())


def day_number(frame: Frame, text: str) -> int:
    """The day of the month that `text` writes: 18, 18th, eighteenth; 0 when none."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(frame.calendar["ordinals"].get(text.lower(), 0))


def lead_of(frame: Frame, hit: Hit) -> str | None:
    """START, MID or END for "early", "mid-", "the end of" in front."""
    for word in hit.words():
        if word in frame.times["leads"]:
            return str(frame.times["leads"][word])
    return None


def relative_of(frame: Frame, hit: Hit) -> int | None:
    """-1, 0 or 1 for last, this, next; None when no such word is there."""
    for word in hit.words():
        if word in frame.times["relative"]:
            return int(frame.times["relative"][word])
    return None


def written_year(frame: Frame, hit: Hit) -> int | None:
    """The year that stands in the expression, as a number or as "last year"."""
    if hit.word("year"):
        return int(hit.word("year"))
    if hit.has("year") and frame.doc and (shift := relative_of(frame, hit)) is not None:
        return frame.doc.year + shift
    return None


def unit_of(frame: Frame, hit: Hit) -> str:
    """The unit letter of the last unit word in the expression."""
    for word in reversed(hit.words()):
        for section in ("units", "units_plural", "units_short"):
            if word in frame.calendar[section]:
                return str(frame.calendar[section][word])
    return ""


def count_of(hit: Hit, frame: Frame) -> float | None:
    """The number in an expression: figures, words ("twenty-five"), "a", "half"; None when it has none."""
    numbers, total, current, seen = frame.calendar["numbers"], 0.0, 0.0, False
    words = hit.words()
    for word in words:
        if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", word):
            current, seen = current + float(word.replace(",", "")), True
        elif word in numbers:
            seen, value = True, numbers[word]
            if value >= 1000:
                total, current = total + max(current, 1) * value, 0
            elif value == 100:
                current = max(current, 1) * 100
            else:
                current += value
        elif word == "half":
            current, seen = current + 0.5, True
    if not seen and ("a" in words or "an" in words):
        return 1.0
    return total + current if seen and total + current <= MAX_COUNT else None


def hedge_of(hit: Hit, frame: Frame) -> str | None:
    """The modifier that a hedge in the expression gives; the longest phrase counts."""
    text = " ".join(hit.words())
    found = [p for p in frame.times["hedges"] if re.match(rf"(?:the |just |only |an |a )*{re.escape(p)}\b", text)]
    return str(frame.times["hedges"][max(found, key=len)]) if found else None
