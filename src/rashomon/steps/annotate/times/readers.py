"""The table from the name a rule gives in `read` to the function that works out its value."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.rules import Rule
from rashomon.steps.annotate.times.values import clock, days, durations, feasts, numeric, shifts, units, written

READERS: dict[str, Callable[[Hit, Frame], Value | None]] = {
    reader.__name__: reader
    for reader in (
        clock.clock,
        clock.military,
        days.weekday,
        days.weekday_part,
        days.near_day,
        days.near_part,
        days.tonight,
        days.this_part,
        days.overnight,
        days.a_night,
        days.bare_part,
        days.narrative_day,
        days.day_after,
        days.weekday_of_week,
        durations.duration,
        durations.half_more,
        durations.half,
        durations.unit_long,
        durations.vague_duration,
        durations.past_duration,
        durations.past_vague,
        durations.every,
        durations.rate,
        durations.set_word,
        numeric.iso,
        numeric.numeric,
        shifts.coming,
        shifts.ago,
        shifts.half_more_ago,
        shifts.vague_ago,
        shifts.later,
        shifts.vague_later,
        shifts.from_now,
        shifts.later_word,
        shifts.earlier_word,
        units.this_unit,
        units.the_unit,
        units.weekend,
        units.quarter,
        units.quarter_code,
        units.half_year,
        units.season,
        written.day,
        written.day_span,
        written.month,
        written.year,
        written.year_span,
        written.short_year,
        written.decade,
        written.century,
        written.fiscal,
    )
}


def read(rule: Rule, hit: Hit, frame: Frame) -> Value | None:
    """The value of `hit` by `rule`; raises Refuse when nothing at all may be read there."""
    if rule.value:
        return Value("DATE", rule.value)
    if rule.reader.startswith("holiday:"):
        return feasts.feast(hit, frame, int(rule.reader[8:]))
    return READERS[rule.reader](hit, frame)
