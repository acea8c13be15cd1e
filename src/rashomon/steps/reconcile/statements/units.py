"""What can be told by several reports: the clauses of a story, each with the facts that make it comparable.

A unit is a clause of an outlet's own text (title, subtitle, body, subhead); sentences without a verb count when they
say something. Its terms are actors, content words as classes, figures and days. It decides nothing about agreement.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from rashomon.records.article import STORY_KINDS
from rashomon.records.dossier import Story
from rashomon.records.marks import Act, Marks, Measure, Polarity, QuoteMark
from rashomon.records.span import Cite, Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.people import people_of
from rashomon.steps.reconcile.statements.asserted import FRONT, NOTHING, Assertion, assertion
from rashomon.steps.reconcile.statements.cover import Cover
from rashomon.steps.reconcile.statements.force import doubts, wishes
from rashomon.steps.reconcile.statements.opposites import leaves_open, way
from rashomon.text.datelines import after_dateline
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, compound, terms
from rashomon.text.words_of import content_words

HANGING = frozenset(
    "which who whom whose where that as when while if because although though after before since unless until than"
    " he she it they this these those and but or to what why how during".split()
)
SUBORDINATE = frozenset("that as when while if because although though after before since unless until than".split())
TELLING = frozenset("when while because although though after since".split())
"""Their clauses mostly tell an event of their own."""
LONGEST_SCRAP = 60
MOST_SCRAP = 3
"""Content words beyond which a subordinate clause tells something of its own."""
LEAST_TERMS = 2
LONGEST_FRAME = 120
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


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas whose clause is somebody's words."""
    return frozenset(lexicon("acts")["speech"]["verbs"])


def find_units(story: Story, cast: Cast, kin: Kin) -> list[Unit]:
    """The units of all reports that are not strays, in story order."""
    units: list[Unit] = []
    known = max((a.day for a in story.articles if a.day), default=None)
    for n, (article, marks) in enumerate(zip(story.articles, story.marks, strict=True)):
        if not article.stray:
            reader = _Reader(n, marks, cast, kin, article.day or known)
            for span, acts in marks.once("clauses told", reader.spans):
                unit = reader.unit(len(units), span, acts)
                if unit is not None:
                    units.append(unit)
    return units


class _Reader:
    """Reads the units of one article."""

    def __init__(self, number: int, marks: Marks, cast: Cast, kin: Kin, day: str | None = None) -> None:
        self.number, self.marks, self.cast, self.kin, self.day = number, marks, cast, kin, day
        self.article = marks.words.article
        self.people = people_of(marks, cast)
        self.clauses: list[Span] = []
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
        self.cues = sorted((q for q in marks.quotes if q.cue), key=lambda q: q.cue)  # type: ignore[arg-type, return-value]
        self.cue_starts = [q.cue.start for q in self.cues if q.cue]
        held = [(part, q.speaker) for q in marks.quotes if q.speaker for part in (*q.content, *_clause(q))]
        self.said = sorted(held, key=lambda h: h[0])
        self.said_starts = [part.start for part, _ in self.said]
        leaning = wishes() | doubts()
        self.frames = sorted((a.object, a.clause, a.verb) for a in marks.acts if a.object and a.verb in leaning)
        self.frame_starts = [target.start for target, _, _ in self.frames]

    def spans(self) -> list[tuple[Span, tuple[Act, ...]]]:
        """The clauses of the outlet's own text with their acts; frames give way to what they report."""
        by_span: dict[Span, list[Act]] = {}
        for act in self.marks.acts:
            if act.place in STORY_KINDS:
                by_span.setdefault(act.clause, []).append(act)
        by_span = self._with_scraps(by_span)
        self.clauses = sorted(by_span)
        whole = Cover([s for s in by_span if self._is_whole(s, by_span)])
        covered = [s for s in by_span if not whole.hides(s) and not self._is_frame(s, by_span)]
        held = {n for span in by_span for n in self._sentences_of(span)}
        for n, sentence in enumerate(self.sentences):
            if n not in held and self.marks.words.paragraphs[sentence.paragraph].kind in STORY_KINDS:
                covered.append(sentence.span)
        return [(span, tuple(by_span.get(span, ()))) for span in sorted(set(covered))]

    def _with_scraps(self, by_span: dict[Span, list[Act]]) -> dict[Span, list[Act]]:
        """Short subordinate clauses that say nothing by themselves go to the clause right before them."""
        out: dict[Span, list[Act]] = {}
        last: Span | None = None
        for span in sorted(by_span, key=lambda s: (s.start, s.end)):
            gap = self.article.text[last.end : span.start] if last else ""
            if last is not None and last.end <= span.start and self._is_scrap(span, gap):
                acts = out.pop(last)
                last = Span(last.start, span.end)
                out.setdefault(last, []).extend(acts)
                continue
            out.setdefault(span, []).extend(by_span[span])
            last = span
        return out

    def _is_scrap(self, span: Span, gap: str) -> bool:
        """As in "before anyone sleeps well again", "[a report that] nobody reads"."""
        if gap.strip() not in ("", "that", "which", "who") or span.end - span.start > LONGEST_SCRAP:
            return False
        words = content_words(span.of(self.article.text))
        hangs = gap.strip() != "" or (bool(words) and words[0].lower() in SUBORDINATE)
        most = 1 if words and words[0].lower() in TELLING else MOST_SCRAP
        return hangs and len(terms(words)) <= most and not any(w[:1].isupper() or w[:1].isdigit() for w in words)

    def _is_frame(self, span: Span, by_span: dict[Span, list[Act]]) -> bool:
        """As in "She said that …" with what she said in a clause of its own, or a bare "he added"."""
        last = by_span[span][-1]
        if last.sense == "deny" and last.object is not None and not self._inside(last.object):
            return False
        if not any(a.verb in speech_verbs() for a in by_span[span]):
            return False
        if any(a.object is not None and a.verb in speech_verbs() and self._inside(a.object) for a in by_span[span]):
            return True
        if span.end - span.start <= LONGEST_FRAME and self._reports_elsewhere(span):
            return True
        return last.verb in speech_verbs() and span.end - span.start <= LONGEST_FRAME and self._is_empty(last.object)

    def _reports_elsewhere(self, span: Span) -> bool:
        """As in "she told reporters": the cue of a quotation all of whose words stand outside the clause."""
        n = bisect_left(self.cue_starts, span.start)
        while n < len(self.cues) and self.cues[n].cue.start < span.end:  # type: ignore[union-attr]
            quote = self.cues[n]
            parts = (*quote.content, *((quote.clause,) if quote.clause else ()))
            if parts and not any(span.overlaps(part) for part in parts):
                return True
            n += 1
        return False

    def _is_empty(self, target: Span | None) -> bool:
        """Nothing, or only a day."""
        return target is None or not terms(content_words(target.of(self.article.text)))

    def _is_whole(self, span: Span, by_span: dict[Span, list[Act]]) -> bool:
        """As in "They agreed that …", "the study shows that …": a frame that is itself what is told."""
        return any(
            a.object is not None and a.verb not in speech_verbs() and a.sense is not None and self._inside(a.object)
            for a in by_span[span]
        )

    def _inside(self, target: Span) -> bool:
        """A clause of its own lies in `target`."""
        n = bisect_left(self.clauses, target)
        while n < len(self.clauses) and self.clauses[n].start < target.end:
            if target.covers(self.clauses[n]):
                return True
            n += 1
        return False

    def _sentences_of(self, span: Span) -> range:
        first = max(0, bisect_right(self.sentence_starts, span.start) - 1)
        return range(first, max(first + 1, bisect_left(self.sentence_starts, span.end)))

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
        sentence = self.sentences[self._sentences_of(span)[0]].span
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
    if acts and leaves_open(acts[0].clause.of(text)):
        return out
    for axis, sign in (found for act in acts if (found := way(act, text))):
        out[axis] = sign if out.get(axis, sign) == sign else 0
    return {axis: sign for axis, sign in out.items() if sign}


def _figures(measures: tuple[Measure, ...]) -> Terms:
    return frozenset(f"n:{m.value:g}:{m.unit or ''}" for m in measures)


def _days(days: tuple[tuple[str, str], ...]) -> Terms:
    return frozenset(f"d:{a}" for a, b in days if a == b)
