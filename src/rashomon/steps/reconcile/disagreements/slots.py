"""A place for a day or a number: the clause and sentence around it, made comparable without the value.

Decides which values have such a place at all, so that each can be held beside the value that another report puts there:
none in a quotation, a dateline, a list, or that counts some of what is counted ("including 40 children").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from rashomon.records.article import STORY_KINDS
from rashomon.records.marks import Measure, TimeMark
from rashomon.records.span import Span
from rashomon.steps.reconcile.disagreements.claims import Scene
from rashomon.steps.reconcile.disagreements.surroundings import Surroundings
from rashomon.steps.reconcile.figures.setting import PLAIN, Setting
from rashomon.text.datelines import after_dateline
from rashomon.text.similarity import Terms

LONGEST = 700
"""Characters: a longer sentence is a list."""
LIMITS = frozenset({"until", "till", "before"})
BEFORE = 40
"""Characters before a value that say how it is meant."""
PART = re.compile(r"\b(?:includ(?:es|ed|ing)|among them|of whom|of them|of which|compared with|up from|down from)\b")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value. `group`: what it can be compared with; `near`, `wide`: terms of its clause, its sentence.

    `low`, `high`: what the value allows (days as ordinals); `planned`, `limit`, `since`, `past`: it is to come, an
    end, a beginning, background; `clocked`, `nightly`: its hour is told; `counted`: term and kinds of what is counted.
    `setting`, `toll`: what stands around a number, what befell those it counts; `dated`:
    the day of its report is known.
    """

    article: int
    span: Span
    clause: Span
    group: str
    low: float
    high: float
    said: str
    near: Terms
    wide: Terms
    planned: bool = False
    limit: bool = False
    since: bool = False
    past: bool = False
    clocked: bool = False
    nightly: bool = False
    counted: Terms = frozenset()
    setting: Setting = PLAIN
    toll: str | None = None
    dated: bool = True


def slots_of(scene: Scene, read: Callable[[Surroundings], list[Slot]]) -> list[Slot]:
    """What `read` finds in the reports that are not strays, in story order."""
    out = []
    for number, (article, marks) in enumerate(zip(scene.story.articles, scene.story.marks, strict=True)):
        if not article.stray:
            out += read(scene.cast.once("surroundings", marks, partial(Surroundings, number, marks, scene.cast)))
    return out


def slot_at(
    around: Surroundings, mark: TimeMark | Measure, group: str, bounds: tuple[float, float], said: str
) -> Slot | None:
    """The place of `mark`, whose value allows what lies in `bounds`; None where it has none."""
    sentence, clause = around.marks.words.sentence_at(mark.span.start), around.clause(mark.span)
    if sentence is None or clause is None or sentence.end - sentence.start > LONGEST:
        return None
    if mark.place not in STORY_KINDS or around.in_quotation(mark.span):
        return None
    if mark.span.start < after_dateline(around.article.text, sentence.start, sentence.end):
        return None
    ahead = around.article.text[max(clause.start, mark.span.start - BEFORE) : mark.span.start].lower()
    if PART.search(ahead):
        return None
    last = (ahead.split() or [""])[-1]
    return Slot(
        article=around.number,
        span=mark.span,
        clause=clause,
        group=group,
        low=bounds[0],
        high=bounds[1],
        said=said,
        near=around.terms(clause),
        wide=around.terms(sentence.span),
        limit=last in LIMITS,
        since=last == "since" and group != "year",
        clocked=around.is_clocked(sentence.span),
    )


def apart(one: Slot, other: Slot) -> bool:
    """True when the two values cannot both be right."""
    return one.high < other.low or other.high < one.low
