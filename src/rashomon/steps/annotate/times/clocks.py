"""The day of a clock time whose sentence names the day only afterwards: "at 3:20 p.m. in the north on Thursday".

Decides on the one day that the rest of the sentence names. A day told of before the clock time keeps it, a day behind a
verb of saying is that of the saying, and two days leave the clock time where it was.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.records.span import Span
from rashomon.steps.annotate.times.frame import Frame, Value
from rashomon.steps.annotate.times.quoted import of_saying
from rashomon.steps.annotate.times.rules import Rule
from rashomon.steps.annotate.times.values.days import told_day

Found = tuple[Span, Value, Rule]
DATED = frozenset({"day", "iso", "numeric", "weekday", "weekday_part", "near_day", "near_part"})
"""Readers of expressions that name a day."""
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?=T\d)")


def on_the_day(found: list[Found], frame: Frame) -> list[Found]:
    """`found` with each bare clock time on the day that its sentence names behind it."""
    out = list(found)
    for n, (span, value, rule) in enumerate(found):
        if rule.reader != "clock" or not MOMENT.match(value.value) or _names_a_day(span, frame):
            continue
        day = _day_behind(span, found, n, frame)
        if day and day != value.value[:10]:
            moved = replace(value, value=day + value.value[10:], earliest=None, latest=None)
            out[n] = (span, moved, rule)
    return out


def _names_a_day(span: Span, frame: Frame) -> bool:
    """True when the expression itself says on which day."""
    calendar = frame.calendar
    said = {w.lower() for w in re.findall(r"[^\W\d_]+", span.of(frame.words.text))}
    named = (*calendar["weekdays"], *calendar["months"], *frame.times["days"])
    return not said.isdisjoint(w.lower() for w in named)


def _day_behind(span: Span, found: list[Found], n: int, frame: Frame) -> str | None:
    """The one day named between a clock time and the end of its sentence, None when one stands before it."""
    sentence = frame.words.sentence_at(span.start)
    if sentence is None:
        return None
    bracket = frame.words.text.find("(", span.end, sentence.end)  # "(2100 GMT Monday)" is another clock
    stop = bracket if bracket >= 0 else sentence.end
    days: dict[str, None] = {}
    for k, (at, value, rule) in enumerate(found):
        day = told_day(value) if rule.reader in DATED and at.start < sentence.end and at.end > sentence.start else None
        if day is None:
            continue
        if k < n:
            return None
        if k > n and at.start < stop and not of_saying(frame, at):
            days[day.isoformat()] = None
    return next(iter(days)) if len(days) == 1 else None
