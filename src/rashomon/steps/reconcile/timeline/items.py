"""What one report ties to a time: the clause, or the part of it that the time belongs to, with its actors and words.

Only the outlet's own text counts (title, subtitle, body, subhead): link headlines and captions never enter. A time that
is a limit ("since 1989", "before Monday") or too vague to have bounds dates nothing. The time of an utterance is told
apart from the time of an event by the verb it stands with.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from rashomon.records.article import STORY_KINDS
from rashomon.records.findings import Precision
from rashomon.records.marks import Act, Marks, Mode, TimeMark
from rashomon.records.span import Cite, Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.text.lexicon import lexicon, words
from rashomon.text.similarity import Terms, term

Of = Literal["event", "utterance"]
EXACT: tuple[Precision, ...] = ("minute", "hour", "day", "part-of-day", "month", "year")
"""Precisions from exact to coarse; a night, which touches two days, is coarser than a day."""
LONGEST = 500
"""Characters: a longer clause is a list or a table and tells no single event."""


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
    words: Terms
    actors: frozenset[str]
    terms: Terms
    title: bool
    whole: bool

    @property
    def days(self) -> tuple[str, str]:
        """First and last day; an open end is empty."""
        return self.start[:10], self.end[:10]


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas whose clause is somebody's words."""
    return frozenset(lexicon("acts")["speech"]["verbs"])


def precision_of(mark: TimeMark) -> Precision:
    """How exactly a time is told."""
    value, first, last = mark.value, mark.earliest or "", mark.latest or ""
    if mark.type == "TIME" and ":" in first:
        return "minute" if ":" in value else "hour"
    if (mark.type == "TIME" and "T" in value) or mark.type == "DURATION":
        return "part-of-day"
    if first == last or not last or "-W" in value or "/" in value:
        return "day"
    return "year" if first[:4] != last[:4] or (first[5:7], last[5:7]) == ("01", "12") else "month"


def _merged(same: list[Item], item: Item) -> list[Item]:
    """Items of one clause: those whose times can be one time become one, told as exactly as the most exact."""
    for n, other in enumerate(same):
        if item.end and other.end and item.days[0] <= other.days[1] and other.days[0] <= item.days[1]:
            exact = min((other, item), key=lambda i: EXACT.index(i.precision))
            return [*same[:n], replace(exact, times=(*other.times, *item.times)), *same[n + 1 :]]
    return [*same, item]


class Collector:
    """Reads the items of one article."""

    def __init__(self, number: int, marks: Marks, cast: Cast, kin: Kin) -> None:
        self.number, self.marks, self.cast, self.kin = number, marks, cast, kin
        self.article, self.tokens = marks.words.article, marks.words.tokens
        self.acts = sorted((a for a in marks.acts if a.place in STORY_KINDS), key=lambda a: (a.clause, a.verb))
        self.act_starts = [a.clause.start for a in self.acts]
        self.mentions = sorted(marks.mentions, key=lambda m: m.span)
        self.mention_starts = [m.span.start for m in self.mentions]
        self.quoted = sorted(s for q in marks.quotes if q.kind != "indirect" for s in q.content)
        self.times = [t for t in marks.times if t.place in STORY_KINDS]

    def dated(self) -> list[Item]:
        """Items for every time expression that dates something."""
        items: dict[tuple[Span, Of], list[Item]] = {}
        for mark in self.times:
            item = self._dated(mark) if self._dates(mark) else None
            if item is not None:
                same = items.setdefault((item.cite.span, item.of), [])
                same[:] = _merged(same, item)
        return [item for same in items.values() for item in same]

    def undated(self) -> list[Item]:
        """Clauses of events without a time of their own."""
        items, seen = [], set[Span]()
        for act in self.acts:
            span = act.clause
            if span in seen or act.verb in speech_verbs() or act.verb in words("timeline", "states.verbs"):
                continue
            seen.add(span)
            if span.end - span.start <= LONGEST and not any(span.overlaps(t.span) for t in self.times if t.earliest):
                items.append(self._item(span, None, act, "event"))
        return [i for i in items if i is not None]

    def _dates(self, mark: TimeMark) -> bool:
        """True when the expression has bounds and says when something is."""
        if not mark.earliest or mark.type == "SET" or (mark.type == "DURATION" and mark.anchor != "event"):
            return False
        at = bisect_left(self.tokens.starts, mark.span.start)
        before = self.tokens.words[at - 1].lower() if at else ""
        return before not in words("timeline", "undated.words")

    def _dated(self, mark: TimeMark) -> Item | None:
        sentence = self.marks.words.sentence_at(mark.span.start)
        if sentence is None:
            return None
        quote = next((q for q in self.quoted if q.start <= mark.span.start < q.end), None)
        act = self._act_at(mark.span, quote, sentence.span)
        span = act.clause if act else sentence.span
        if act and self._is_state(act):
            return None
        if act and act.verb in words("timeline", "utterances.verbs") and not quote:
            span = sentence.span if sentence.end - sentence.start <= LONGEST else span
            return self._item(span, mark, act, "utterance")
        if quote and not (quote.start <= span.start and span.end <= quote.end):
            span = Span(max(span.start, quote.start), min(span.end, quote.end))
        span = self._part(span, mark.span) if span.covers(mark.span) else span
        return self._item(span, mark, act, "event") if span.end - span.start <= LONGEST else None

    def _is_state(self, act: Act) -> bool:
        """True when a clause tells no event: all its verbs are states, or it is a hedged state to begin with."""
        states = words("timeline", "states.verbs")
        here = [a for a in self.acts if a.clause == act.clause]
        return all(a.verb in states for a in here) or (act.verb in states and act.polarity == "hedged")

    def _act_at(self, time: Span, quote: Span | None, sentence: Span) -> Act | None:
        """The act of the smallest clause that holds the time; inside a quotation only one that stands in it too.

        "Hours after ..., they ..." dates the clause that follows.
        """
        following = self.article.text[time.end : time.end + 7].split()
        if following[:1] in (["after"], ["before"]) and quote is None:
            later = [
                a
                for a in self.acts
                if time.end < a.clause.start < sentence.end and "," in self.article.text[time.end : a.clause.start]
            ]
            if later:
                return later[0]
        inside = [
            a
            for a in self.acts[: bisect_right(self.act_starts, time.start)]
            if a.clause.covers(time) and not (quote and a.verb in speech_verbs() and a.clause.start < quote.start)
        ]
        return min(inside, key=lambda a: (a.clause.end - a.clause.start, a.clause.start), default=None)

    def _part(self, span: Span, time: Span) -> Span:
        """The part of the clause the time belongs to: what "following" or "after" opens is an event of its own."""
        cutters = words("timeline", "apart.words")
        begin, end = span.start, span.end
        for n in self.tokens.within(span.start, span.end):
            at = self.tokens.starts[n]
            if self.tokens.words[n].lower() not in cutters or begin > at:
                continue
            comma = self.article.text.find(",", at, span.end)
            stop = comma if comma >= 0 else span.end
            if at <= time.start < stop:
                begin, end = at, stop
                break
            if time.start < at and time.end < at - 1:
                end = at
                break
            if stop <= time.start:
                begin = stop + 1
        return self._trim(begin, end) if end - begin > time.end - time.start + 8 else span

    def _trim(self, start: int, end: int) -> Span:
        """The stretch without white space and commas at its ends."""
        text = self.article.text
        while end > start + 1 and text[end - 1] in " ,;\u00a0\n":
            end -= 1
        while start < end - 1 and text[start] in " ,;\u00a0\n":
            start += 1
        return Span(start, end)

    def _item(self, span: Span, mark: TimeMark | None, act: Act | None, of: Of) -> Item | None:
        aside = self._asides(span, mark.span) if mark else []
        actors, taken = self._actors(span, aside)
        if act and act.actor and (found := self.cast.actor(self.article.id, act.actor)):
            actors |= {found}
        found_words = self._words(span, [*taken, *aside])
        if not found_words and len(actors) < 2 and not (of == "utterance" and actors):
            return None
        start, end = (mark.earliest or "", mark.latest or "") if mark else ("", "")
        return Item(
            article=self.number,
            cite=cite(self.article.id, span),
            text=span.of(self.article.text),
            times=(cite(self.article.id, mark.span),) if mark else (),
            start=start,
            end=end,
            precision=precision_of(mark) if mark else "day",
            mode=self._mode(act, start),
            of=of,
            words=found_words,
            actors=frozenset(actors),
            terms=found_words | frozenset(f"a:{a}" for a in actors) | self.kin.terms(frozenset(actors)),
            title=self.marks.words.kind_at(span.start) == "title",
            whole=act is not None,
        )

    def _mode(self, act: Act | None, start: str) -> Mode:
        """Planned when the clause looks ahead or the day lies after publication; reported when somebody vouches."""
        day = self.article.day
        if (day and start and start[:10] > day) or (act and act.mode == "planned"):
            return "planned"
        return "reported" if act and act.holder and act.mode == "reported" else "happened"

    def _asides(self, span: Span, time: Span) -> list[Span]:
        """Parts of the clause that tell another event than the one dated ("after the talks,")."""
        out: list[Span] = []
        for n in self.tokens.within(span.start, span.end):
            at = self.tokens.starts[n]
            if self.tokens.words[n].lower() in words("timeline", "apart.words") and at > span.start:
                comma = self.article.text.find(",", at, span.end)
                found = Span(at, comma if comma >= 0 else span.end)
                if not found.overlaps(time) and not (out and out[-1].overlaps(found)):
                    out.append(found)
        return out

    def _actors(self, span: Span, aside: list[Span]) -> tuple[set[str], list[Span]]:
        found, taken = set[str](), []
        for mention in self.mentions[bisect_left(self.mention_starts, span.start) :]:
            if mention.span.start >= span.end:
                break
            actor = self.cast.of.get((self.article.id, mention.span))
            if actor:
                taken.append(mention.span)
                if not any(part.overlaps(mention.span) for part in aside):
                    found.add(actor)
        return found, taken

    def _words(self, span: Span, taken: list[Span]) -> Terms:
        """Content words of the clause without names and times."""
        hidden = sorted([*taken, *(t.span for t in self.marks.times if t.span.overlaps(span))])
        out, k = set(), 0
        for n in self.tokens.within(span.start, span.end):
            start = self.tokens.starts[n]
            while k < len(hidden) and hidden[k].end <= start:
                k += 1
            if k < len(hidden) and hidden[k].start <= start:
                continue
            found = term(self.tokens.words[n])
            if found:
                out.add(found)
        return frozenset(out)
