"""An item of the timeline: one clause of one report with its time, its actors and its words.

An item is what items of other reports are compared with. Words of names and of times do not count as words; what the
clause tells beside the dated event ("after the talks,") counts as neither word nor actor.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.records.article import STORY_KINDS
from rashomon.records.findings import Precision
from rashomon.records.marks import Act, Marks, Mode, TimeMark
from rashomon.records.span import Cite, Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.text.similarity import Terms, term, terms

Of = Literal["event", "utterance"]
EXACT: tuple[Precision, ...] = ("minute", "hour", "day", "part-of-day", "month", "year")
"""Precisions from exact to coarse; a night, which touches two days, is coarser than a day."""
LONGEST_DAY = 16
"""Days: a longer interval is told to the month."""
LONGEST_MONTH = 130
"""Days: a longer interval (more than a season) is told to the year."""


@dataclass(frozen=True, slots=True)
class When:
    """The time of an item: bounds, precision, and the words that say it. An open end is empty."""

    start: str
    end: str
    precision: Precision
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One clause of one report; `times` is empty when the report does not say when."""

    article: int
    cite: Cite
    text: str
    times: tuple[Cite, ...]
    start: str
    end: str
    precision: Precision
    mode: Mode
    of: Of
    verb: str
    words: Terms
    actors: frozenset[str]
    figures: frozenset[float]
    terms: Terms
    whole: bool

    @property
    def days(self) -> tuple[str, str]:
        """First and last day; an open end is empty."""
        return self.start[:10], self.end[:10]


def when(mark: TimeMark) -> When:
    """The time that one expression tells."""
    start, end = mark.earliest or "", mark.latest or ""
    vague = start != end and (mark.type == "DURATION" or mark.anchor == "event")
    return When(start, end, precision_of(vague, mark.value, start, end), (mark.span,))


def precision_of(vague: bool, value: str, start: str, end: str) -> Precision:
    """How exactly a time is told."""
    if ":" in start:
        return "minute" if ":" in value else "hour"
    if vague or ("T" in value and value[:1].isdigit()):
        return "part-of-day"
    if start == end or not end:
        return "day"
    days = (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days
    return "day" if days < LONGEST_DAY else "month" if days < LONGEST_MONTH else "year"


class Reader:
    """Makes the items of one article."""

    def __init__(self, number: int, marks: Marks, cast: Cast, kin: Kin) -> None:
        self.number, self.marks, self.cast, self.kin = number, marks, cast, kin
        self.article, self.tokens = marks.words.article, marks.words.tokens
        self.mentions = sorted(marks.mentions, key=lambda m: m.span)
        self.mention_starts = [m.span.start for m in self.mentions]
        self.times = sorted((t for t in marks.times if t.place in STORY_KINDS), key=lambda t: t.span)
        self.time_starts = [t.span.start for t in self.times]
        self.figures = sorted((m for m in marks.measures if m.unit is None), key=lambda m: m.span)
        self.figure_starts = [m.span.start for m in self.figures]

    def item(self, span: Span, time: When | None, act: Act | None, of: Of, aside: list[Span]) -> Item | None:
        """The item of `span`, None when it says too little to be told by anybody else."""
        actors, taken = self._actors(span, aside)
        if act and act.actor and (found := self.cast.actor(self.article.id, act.actor)):
            actors |= {found}
        found_words = self._words(span, [*taken, *aside, *self._times_in(span)])
        if not found_words and len(actors) < 2 and not (of == "utterance" and actors):
            return None
        return Item(
            article=self.number,
            cite=cite(self.article.id, span),
            text=span.of(self.article.text),
            times=tuple(cite(self.article.id, s) for s in time.spans) if time else (),
            start=time.start if time else "",
            end=time.end if time else "",
            precision=time.precision if time else "day",
            mode=self._mode(act, time),
            of=of,
            verb=(term(act.verb) or "") if act else "",
            words=found_words,
            actors=frozenset(actors),
            figures=self._figures(span, aside),
            terms=found_words | frozenset(f"a:{a}" for a in actors) | self.kin.terms(frozenset(actors)),
            whole=act is not None,
        )

    def _mode(self, act: Act | None, time: When | None) -> Mode:
        """Planned when the clause looks ahead or the day lies after publication; reported when somebody vouches."""
        day = self.article.day
        if day and time and time.start[:10] > day:
            return "planned"
        over = bool(day and time and time.end and time.end[:10] < day)
        if act and act.mode == "planned" and not over:
            return "planned"
        return "reported" if act and act.holder and act.mode == "reported" else "happened"

    def _times_in(self, span: Span) -> list[Span]:
        first = max(0, bisect_left(self.time_starts, span.start) - 1)
        return [t.span for t in self.times[first : bisect_left(self.time_starts, span.end)]]

    def _figures(self, span: Span, aside: list[Span]) -> frozenset[float]:
        """Plain counts of the clause, but for those that are part of a time."""
        inside = self.figures[bisect_left(self.figure_starts, span.start) : bisect_left(self.figure_starts, span.end)]
        hidden = [*aside, *self._times_in(span)]
        return frozenset(m.value for m in inside if not any(h.overlaps(m.span) for h in hidden))

    def _actors(self, span: Span, aside: list[Span]) -> tuple[set[str], list[Span]]:
        """Actors named in the clause, and where all names in it stand."""
        found, taken = set[str](), []
        for n in range(bisect_left(self.mention_starts, span.start), bisect_left(self.mention_starts, span.end)):
            mention = self.mentions[n]
            actor = self.cast.of.get((self.article.id, mention.span))
            if actor:
                taken.append(mention.span)
                if not any(part.overlaps(mention.span) for part in aside):
                    found.add(actor)
        return found, taken

    def _words(self, span: Span, hidden: list[Span]) -> Terms:
        """Content words of the clause without names, times and asides."""
        inside = self.tokens.within(span.start, span.end)
        covered = {k for h in hidden for k in self._starting_in(h)}
        return terms([self.tokens.words[n] for n in inside if n not in covered])

    def _starting_in(self, span: Span) -> range:
        """The tokens that begin in `span`."""
        starts = self.tokens.starts
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))
