"""The table from the name a rule gives in `read` to the function that works out its value."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.steps.annotate.times import lengths, near, relative
from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.rules import Rule

READERS: dict[str, Callable[[Hit, Frame], Value | None]] = {
    reader.__name__: reader
    for reader in (
        near.iso, near.numeric, near.day, near.day_span, near.month, near.year, near.year_span, near.short_year,
        near.decade, near.century, near.fiscal,
        relative.weekday, relative.weekday_part, relative.near_day, relative.near_part, relative.tonight,
        relative.this_part, relative.overnight, relative.a_night, relative.bare_part, relative.this_unit,
        relative.the_unit, relative.narrative_day, relative.day_after, relative.weekend, relative.quarter,
        relative.half_year, relative.season,
        lengths.duration, lengths.half_more, lengths.half, lengths.unit_long, lengths.vague_duration,
        lengths.past_duration, lengths.past_vague, lengths.coming, lengths.ago, lengths.vague_ago, lengths.later,
        lengths.vague_later, lengths.from_now, lengths.later_word, lengths.earlier_word, lengths.every, lengths.rate,
        lengths.set_word, lengths.clock, lengths.military,
    )
}  # fmt: skip


def read(rule: Rule, hit: Hit, frame: Frame) -> Value | None:
    """The value of `hit` by `rule`; raises Refuse when nothing at all may be read there."""
    if rule.value:
        return Value("DATE", rule.value)
    if rule.reader.startswith("holiday:"):
        return near.feast(hit, frame, int(rule.reader[8:]))
    return READERS[rule.reader](hit, frame)
