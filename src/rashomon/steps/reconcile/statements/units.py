"""What can be told by several reports: the clauses of a story, each with the facts that make it comparable.

A unit is a clause that `told.py` found, if it says something. Its terms are actors, content words as classes, figures
and days; who says and does it, and of what time it tells, is read from the marks. It decides nothing about agreement.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from rashomon.records.dossier import Story
from rashomon.records.marks import Act, Marks, Measure, Polarity, QuoteMark
from rashomon.records.span import Cite, Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.people import people_of
from rashomon.steps.reconcile.statements.asserted import NOTHING, Assertion, assertion
from rashomon.steps.reconcile.statements.force import doubts, wishes
from rashomon.steps.reconcile.statements.heads import FRONT
from rashomon.steps.reconcile.statements.opposites import way, wholly
from rashomon.steps.reconcile.statements.told import clauses_told
from rashomon.text.datelines import after_dateline
from rashomon.text.similarity import Terms, compound

HANGING = frozenset(
    "which who whom whose where that as when while if because although though after before since unless until than"
    " he she it they this these those and but or to what why how during".split()
)
LEAST_TERMS = 2
DATING = re.compile(r"\b(?:after|following|before|since|ahead of|amid)\b", re.I)
HABIT = re.compile(
    r"\bevery (?:\w+ )?(?:minute|hour|day|night|morning|week|month|year)s?\b"
    r"|\b(?:usually|normally|typically|routinely|regularly)\b",
    re.I,
)
LONG_AGO = 31
"""Days before the report from which a clause tells of another time."""
LONGEST = 600
"""Characters: a longer "clause" is a list or a table and tells no single thing."""


@dataclass(slots=True)
class Unit:
    """One clause with what it is compared by."""

    index: int
    article: int
    cite: Cite
    text: str
    place: str
    sentence: Span
    terms: Terms
    words: Terms
    actors: frozenset[str]
    doers: frozenset[str]
    senses: frozenset[str]
    days: tuple[tuple[str, str], ...]
    measures: tuple[Measure, ...]
    holder: str | None
    polarity: Polarity
    complete: bool
    quoted: bool
    acts: tuple[Act, ...] = field(default=())
    ways: dict[str, int] = field(default_factory=dict)
    """Axis → the way the acts of the clause go on it (`opposites.py`)."""
    asserted: Assertion = field(default=NOTHING)
    moments: frozenset[str] = frozenset()
    """Times of day it gives, to the minute."""
    undergoers: frozenset[str] = frozenset()
    """The actors that stand in front and have it done to them; none where somebody is named who does it."""
    parties: frozenset[str] = frozenset()
    """The actors without those that only date it ("a day after speaking to …")."""

    @property
    def span(self) -> Span:
        """The clause in its article."""
        return self.cite.span

    @property
    def stands(self) -> bool:
        """It can be read alone: it has its own subject, and does not hang on another clause or on a pronoun."""
        return self.complete and self.text.split(maxsplit=1)[0].lower() not in HANGING


def find_units(story: Story, cast: Cast, kin: Kin) -> list[Unit]:
    """The units of all reports that are not strays, in story order."""
    units: list[Unit] = []
    known = max((a.day for a in story.articles if a.day), default=None)
    for n, (article, marks) in enumerate(zip(story.articles, story.marks, strict=True)):
        if not article.stray:
            day = article.day or known
            view = article.id, day, kin.view(cast, article.id)
            for unit in marks.latest("units", view, partial(_read, marks, cast, kin, day)):
                units.append(copy(unit))
                units[-1].index, units[-1].article = len(units) - 1, n
    return units


def _read(marks: Marks, cast: Cast, kin: Kin, day: str | None) -> list[Unit]:
    """The units of one report, not numbered yet."""
    reader = _Reader(0, marks, cast, kin, day)
    return [unit for span, acts in clauses_told(marks) if (unit := reader.unit(0, span, acts)) is not None]


class _Reader:
    """Reads the units of one article."""

    def __init__(self, number: int, marks: Marks, cast: Cast, kin: Kin, day: str | None = None) -> None:
        self.number, self.marks, self.cast, self.kin, self.day = number, marks, cast, kin, day
        self.article = marks.words.article
        self.people = people_of(marks, cast)
        self.named = {a.id for a in cast.actors if a.name[:1].isupper()}
        self.times = sorted(marks.times, key=lambda t: t.span)
        self.time_starts = [t.span.start for t in self.times]
        self.measures = sorted(marks.measures, key=lambda m: m.span)
        self.measure_starts = [m.span.start for m in self.measures]
        self.sentences = marks.words.sentences
        self.sentence_starts = [s.start for s in self.sentences]
        quoted = [s for q in marks.quotes if q.kind != "indirect" for s in q.content]
        self.quoted = sorted(quoted)
        self.quoted_starts = [s.start for s in self.quoted]
        held = [(part, q.speaker) for q in marks.quotes if q.speaker for part in (*q.content, *_clause(q))]
        self.said = sorted(held, key=lambda h: h[0])
        self.said_starts = [part.start for part, _ in self.said]
        leaning = wishes() | doubts()
        self.frames = sorted((a.object, a.clause, a.verb) for a in marks.acts if a.object and a.verb in leaning)
        self.frame_starts = [target.start for target, _, _ in self.frames]

    def unit(self, index: int, span: Span, acts: tuple[Act, ...]) -> Unit | None:
        """The unit of `span`, or None when it says too little to be told by anybody else."""
        if span.end - span.start > LONGEST:
            return None
        clause = span
        span = Span(after_dateline(self.article.text, span.start, span.end), span.end)
        holder_span = next((a.holder for a in acts if a.holder), None)
        holder = self.people.one(holder_span or (None if acts and not self._is_quoted(span) else self._sayer(span)))
        actors, taken = self._actors(span, holder)
        aside = DATING.search(self.article.text, span.start + 1, span.end)
        parties = self._actors(Span(span.start, aside.start()), holder)[0] if aside else actors
        doers = frozenset(d for a in acts for d in self.people.of(a.actor, holder))
        outside = [a.actor for a in acts if a.actor and not span.overlaps(a.actor)]
        words = self.marks.once(("unit words", clause, *taken), lambda: self._words(span, taken))
        measures = tuple(self._within(self.measures, self.measure_starts, span))
        days = self._days(span)
        all_actors = actors | doers if outside else actors
        if len(words) + len(all_actors) < LEAST_TERMS or not words:
            return None
        sentence = self.sentences[max(0, bisect_right(self.sentence_starts, span.start) - 1)].span
        names = tuple(m.span for m in self.people.within(span) if self.people.actor(m) in self.named)
        text, tokens = self.article.text, self.marks.words.tokens
        told = self._earlier(span, sentence), self._frame(span, sentence), self._is_habit(span)
        return Unit(
            index=index,
            article=self.number,
            cite=cite(self.article.id, span),
            text=span.of(self.article.text),
            place=self.marks.words.kind_at(span.start) or "body",
            sentence=sentence,
            terms=words
            | frozenset(f"a:{a}" for a in all_actors)
            | self.kin.terms(all_actors)
            | _figures(measures)
            | _days(days),
            words=words,
            actors=all_actors,
            moments=frozenset(
                t.earliest
                for t in self._within(self.times, self.time_starts, span)
                if t.earliest and t.earliest == t.latest and "T" in t.earliest
            ),
            parties=(parties | doers) if outside else parties,
            doers=doers,
            undergoers=frozenset() if doers else self._in_front(span, acts),
            senses=frozenset(f"{a.sense}" for a in acts if a.sense),
            days=days,
            measures=measures,
            holder=holder,
            polarity=acts[0].polarity if acts else "affirmed",
            complete=bool(acts) and not outside,
            quoted=self._is_quoted(span),
            acts=acts,
            ways=self.marks.once(("ways", clause), lambda: _ways(acts, text)),
            asserted=self.marks.once(
                ("asserted", clause, names, *told),
                lambda: assertion(tokens, text, span, sentence, acts, measures, names, *told),
            ),
        )

    def _earlier(self, span: Span, sentence: Span) -> bool:
        """It tells of another time: by its own times; a clause that hangs on another also by those of its sentence."""
        own = self._within(self.times, self.time_starts, span)
        if not own and span.of(self.article.text).split(maxsplit=1)[0].lower() in HANGING:
            own = self._within(self.times, self.time_starts, sentence)
        dates = [t for t in own if t.type in ("DATE", "TIME")]
        return bool(dates) and all(t.latest and self._long_ago(t.earliest or t.latest, t.latest, t.span) for t in dates)

    def _in_front(self, span: Span, acts: tuple[Act, ...]) -> frozenset[str]:
        """As in "Alba was charged": the actors that a passive begins with."""
        target = acts[0].object if acts else None
        return self.people.of(target) & self.named if target and target.start <= span.start + FRONT else frozenset()

    def _frame(self, span: Span, sentence: Span) -> str | None:
        """The verb of wishing or suspecting that reports the clause: the innermost of its sentence."""
        n = bisect_right(self.frame_starts, span.start + 1) - 1
        while n >= 0 and self.frames[n][0].start >= sentence.start:
            target, clause, verb = self.frames[n]
            if clause != span and target.end >= span.end - 1:
                return verb
            n -= 1
        return None

    def _is_habit(self, span: Span) -> bool:
        times = self._within(self.times, self.time_starts, span)
        return any(t.type == "SET" for t in times) or bool(HABIT.search(self.article.text, span.start, span.end))

    def _long_ago(self, earliest: str, latest: str, span: Span) -> bool:
        """It ended more than a month before the report, or is a whole month or year where that has no day."""
        if self.article.text[max(0, span.start - 7) : span.start].lower().endswith(("since ", "by ", "until ", "for ")):
            return False
        if not self.day:
            return _ordinal(latest) - _ordinal(earliest) >= LONG_AGO - 4
        return _ordinal(self.day) - _ordinal(latest) > LONG_AGO

    def _days(self, span: Span) -> tuple[tuple[str, str], ...]:
        return tuple(
            (t.earliest[:10], t.latest[:10])
            for t in self._within(self.times, self.time_starts, span)
            if t.earliest and t.latest and t.type in ("DATE", "TIME")
        )

    def _sayer(self, span: Span) -> Span | None:
        """Who says it, for a clause that lies in somebody's quoted or reported words."""
        n = bisect_right(self.said_starts, span.start + 1) - 1
        if n >= 0 and self.said[n][0].end >= span.end - 2:
            return self.said[n][1]
        return None

    def _actors(self, span: Span, holder: str | None) -> tuple[frozenset[str], list[Span]]:
        found, taken = set(), []
        for mention in self.people.within(span):
            actor = self.cast.of.get((self.article.id, mention.span))
            if actor not in self.named:
                continue
            if actor:
                found.add(actor)
            if actor and mention.type not in ("work", "other"):
                taken.append(
                    Span(mention.label.start, mention.span.end)
                    if mention.label and mention.label.start < mention.span.start
                    else mention.span
                )
        return frozenset(found), taken

    def _within(self, marks: list, starts: list[int], span: Span) -> list:  # type: ignore[type-arg]
        return [
            m
            for m in marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            if m.span.end <= span.end + 1
        ]

    def _words(self, span: Span, taken: list[Span]) -> Terms:
        tokens = self.marks.words.tokens
        out = set[str]()
        k = 0
        for n in tokens.within(span.start, span.end):
            start = tokens.starts[n]
            while k < len(taken) and taken[k].end <= start:
                k += 1
            if k < len(taken) and taken[k].start <= start:
                continue
            if tokens.words[n].lower() == "each" and tokens.words[n + 1 : n + 2] == ["other"]:
                out.add("x:mutual")
            out |= compound(tokens.lemmas[n] or tokens.words[n])
        return frozenset(out)

    def _is_quoted(self, span: Span) -> bool:
        n = bisect_right(self.quoted_starts, span.start) - 1
        return n >= 0 and self.quoted[n].end >= span.end - 2


def _ordinal(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()


def _clause(quote: QuoteMark) -> tuple[Span, ...]:
    return (quote.clause,) if quote.clause else ()


def _ways(acts: tuple[Act, ...], text: str) -> dict[str, int]:
    """An axis on which the acts of one clause go both ways is left out, and so is what is not said to be or not."""
    out: dict[str, int] = {}
    if acts and not wholly(acts[0].clause.of(text)):
        return out
    for axis, sign in (found for act in acts if (found := way(act, text))):
        out[axis] = sign if out.get(axis, sign) == sign else 0
    return {axis: sign for axis, sign in out.items() if sign}


def _figures(measures: tuple[Measure, ...]) -> Terms:
    return frozenset(f"n:{m.value:g}:{m.unit or ''}" for m in measures)


def _days(days: tuple[tuple[str, str], ...]) -> Terms:
    return frozenset(f"d:{a}" for a, b in days if a == b)
