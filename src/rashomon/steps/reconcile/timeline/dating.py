"""Which clause of a report a time expression dates, and whether it dates an event or an utterance.

Only the outlet's own text counts (title, subtitle, body, subhead): link headlines and captions never enter. A time that
is a limit ("since 1989", "before Monday"), that names a thing ("the 2015 deal"), that stamps an embedded post or that
is too vague to have bounds dates nothing; a clause that only tells a state has no time of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache

from rashomon.records.article import STORY_KINDS
from rashomon.records.marks import Act, Marks, TimeMark
from rashomon.records.reading import Sentence
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.timeline.items import EXACT, Item, Of, Reader, When, precision_of, when
from rashomon.text.lexicon import lexicon, words

LONGEST = 500
"""Characters: a longer clause is a list or a table and tells no single event."""
HANDLE = 40
"""Characters before the date of an embedded post in which its author's handle stands."""
ENDLESS = 2000
"""Characters: a clause longer than this is not even searched for the part a time belongs to."""
DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:,[^()\n—–]{1,30})?(?: ?\([^()\n]{2,30}\))? ?[-–—]+ (?=\S)")
STAMP = 60
"""Characters before a time in which the words of a stamp stand."""
_LETTERS = re.compile(r"[^\W\d_]+")
NEAR_VERB = 6
"""Tokens between a verb of saying and the time of the utterance."""


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas whose clause is somebody's words."""
    return frozenset(lexicon("acts")["speech"]["verbs"])


class Collector:
    """Collects the items of one article."""

    def __init__(self, number: int, marks: Marks, cast: Cast, kin: Kin) -> None:
        self.reader = Reader(number, marks, cast, kin)
        self.words, self.tokens, self.text = marks.words, marks.words.tokens, marks.words.text
        self.acts = sorted((a for a in marks.acts if a.place in STORY_KINDS), key=lambda a: (a.clause, a.verb))
        self.act_starts = [a.clause.start for a in self.acts]
        self.quoted = sorted(s for q in marks.quotes if q.kind != "indirect" for s in q.content)
        self.quoted_starts = [q.start for q in self.quoted]

    def dated(self) -> list[Item]:
        """Items for every time expression that dates something."""
        items: dict[tuple[Span, Of], list[Item]] = {}
        for time in self._whens():
            item = self._dated(time)
            if item is not None:
                same = items.setdefault((item.cite.span, item.of), [])
                same[:] = _merged(same, item)
        return [item for same in items.values() for item in same]

    def undated(self) -> list[Item]:
        """Clauses of events without a time of their own."""
        items, last = [], Span(0, 0)
        bounded = [t.span for t in self.reader.times if t.earliest]
        starts = [s.start for s in bounded]
        for act in self.acts:
            span = act.clause
            if span == last or act.verb in speech_verbs() or act.verb in words("timeline", "states.verbs"):
                continue
            last = span
            n = bisect_left(starts, span.end) - 1
            timed = n >= 0 and bounded[n].end > span.start
            if span.end - span.start <= LONGEST and not timed:
                items.append(self.reader.item(span, None, act, "event", []))
        return [i for i in items if i is not None]

    # ------------------------------------------------------------ times

    def _whens(self) -> list[When]:
        """The times that date something; "between May and June" is one time."""
        out: list[When] = []
        last: TimeMark | None = None
        for mark in self.reader.times:
            if last and out and self._to(last, mark) and mark.latest and out[-1].spans[-1] == last.span:
                begin = out.pop()
                end = mark.latest
                both = When(
                    begin.start, end, precision_of(False, "", begin.start[:10], end[:10]), (*begin.spans, mark.span)
                )
                out.append(both)
            elif self._dates(mark):
                out.append(when(mark))
            last = mark
        return out

    def _to(self, one: TimeMark, other: TimeMark) -> bool:
        """True for "between ONE and OTHER", "from ONE to OTHER"."""
        at = bisect_left(self.tokens.starts, one.span.start)
        before = self.tokens.words[at - 1].lower() if at else ""
        between = self.text[one.span.end : other.span.start].strip()
        ordered = (one.earliest or "") < (other.latest or "") and ":" not in (one.earliest or "") + (other.latest or "")
        return ordered and (before, between) in (("between", "and"), ("from", "to"), ("from", "until"))

    def _dates(self, mark: TimeMark) -> bool:
        """True when the expression has bounds and says when something is."""
        if not mark.earliest or mark.type == "SET" or (mark.type == "DURATION" and mark.anchor != "event"):
            return False
        first = bisect_left(self.tokens.starts, mark.span.start)
        stop = bisect_left(self.tokens.starts, mark.span.end)
        before = self.tokens.words[first - 1].lower() if first else ""
        post = before == ")" and "@" in self.text[max(0, mark.span.start - HANDLE) : mark.span.start]
        if post or before in words("timeline", "undated.words"):
            return False
        coarse = precision_of(False, mark.value, mark.earliest, mark.latest or "") in ("month", "year")
        named = stop < len(self.tokens) and self.tokens.tags[stop][:2] in ("NN", "JJ", "HY")
        return not (coarse and named and before not in words("timeline", "undated.unless"))

    # ------------------------------------------------------------ clauses

    def _dated(self, time: When) -> Item | None:
        at = time.spans[0]
        sentence = self.words.sentence_at(at.start)
        if sentence is None:
            return None
        if self._furniture(at, sentence):
            return None
        quote = self._quote_at(at)
        act = self._act_at(at, quote, sentence)
        if act and (self._is_state(act) or self._owned_state(act, at)):
            return None
        span = act.clause if act else sentence.span
        if act and not quote and self._says_when(act, at):
            span = sentence.span if sentence.end - sentence.start <= LONGEST else span
            return self.reader.item(span, time, act, "utterance", [])
        if quote and not quote.covers(span):
            span = Span(max(span.start, quote.start), min(span.end, quote.end))
        if span.end - span.start > ENDLESS:
            return None
        span = self._part(span, at) if span.covers(at) else span
        if span.end - span.start > LONGEST or (quote and (act is None or act.sense is None)):
            return None
        span = self._alone(span, act)
        return self.reader.item(span, time, act, "event", self._asides(span, at))

    def _furniture(self, time: Span, sentence: Sentence) -> bool:
        """True for the stamp of a page or an embedded post: "Posted on 4 April", "This article was amended on"."""
        before = " ".join(_LETTERS.findall(self.text[max(sentence.start, time.start - STAMP) : time.start].lower()))
        return before.endswith(tuple(words("timeline", "stamps.before"))) or any(
            phrase in f" {before} " for phrase in words("timeline", "stamps.anywhere")
        )

    def _owned_state(self, act: Act, time: Span) -> bool:
        """As in "Monday's crash is the worst in years": the day is that of the crash, and nothing happens on it."""
        owned = self.text[time.end : time.end + 2] in ("'s", "’s")
        verb = next((n for n in self.tokens.within(time.end, act.clause.end) if self.tokens.tags[n][:2] == "VB"), None)
        return owned and verb is not None and self.tokens.lemmas[verb] in words("timeline", "states.verbs")

    def _alone(self, span: Span, act: Act | None) -> Span:
        """The clause so that it can be read alone: without a dateline, and with the noun before "which"."""
        dateline = DATELINE.match(self.text, span.start, span.end)
        if dateline and (span.start == 0 or self.text[span.start - 1] == "\n"):
            return Span(dateline.end(), span.end)
        opening = self.text[span.start : span.start + 6].split()[:1]
        noun = act.actor if act and opening and opening[0] in ("which", "who", "that") else None
        if noun and noun.end <= span.start and not self.text[noun.end : span.start].strip(" ,"):
            return Span(noun.start, span.end)
        return span

    def _quote_at(self, time: Span) -> Span | None:
        n = bisect_right(self.quoted_starts, time.start) - 1
        return self.quoted[n] if n >= 0 and time.start < self.quoted[n].end else None

    def _acts_from(self, start: int, end: int) -> list[Act]:
        """Acts whose clause begins in `[start, end)`."""
        return self.acts[bisect_left(self.act_starts, start) : bisect_left(self.act_starts, end)]

    def _act_at(self, time: Span, quote: Span | None, sentence: Sentence) -> Act | None:
        """The act of the smallest clause that holds the time; inside a quotation only one that stands in it too.

        "Hours after ..., they ..." dates the clause that follows.
        """
        if self.text[time.end : time.end + 7].split()[:1] in (["after"], ["before"]) and quote is None:
            for act in self._acts_from(time.end + 1, sentence.end):
                if "," in self.text[time.end : act.clause.start]:
                    return act
        inside = [
            a
            for a in self._acts_from(sentence.start, time.start + 1)
            if a.clause.covers(time) and not (quote and a.verb in speech_verbs() and a.clause.start < quote.start)
        ]
        return min(inside, key=lambda a: (a.clause.end - a.clause.start, a.clause.start), default=None)

    def _is_state(self, act: Act) -> bool:
        """True when a clause tells no event: all its verbs are states, or it is a hedged state to begin with."""
        states = words("timeline", "states.verbs")
        here = [a for a in self._acts_from(act.clause.start, act.clause.start + 1) if a.clause == act.clause]
        return all(a.verb in states for a in here) or (act.verb in states and act.polarity == "hedged")

    def _says_when(self, act: Act, time: Span) -> bool:
        """True when the time stands with a verb of saying, not with what is said."""
        if act.verb not in words("timeline", "utterances.verbs"):
            return False
        first = bisect_left(self.tokens.starts, time.start)
        if time.start <= act.clause.start + 3:
            return True
        near = range(max(0, first - NEAR_VERB), min(len(self.tokens), first + NEAR_VERB + 2))
        return any(
            self.tokens.lemmas[n] == act.verb and act.clause.start <= self.tokens.starts[n] < act.clause.end
            for n in near
        )  # fmt: skip

    # ------------------------------------------------------------ parts of a clause

    def _openings(self, span: Span, time: Span) -> list[Span]:
        """Parts that a word like "after" opens, up to the next comma; "a day after" opens them with its length."""
        out: list[Span] = []
        for n in self.tokens.within(span.start, span.end):
            at = self.tokens.starts[n]
            if time.start <= at < time.end or (out and out[-1].end > at):
                continue
            if self.tokens.words[n].lower() in words("timeline", "apart.words"):
                at = self._measured(n, max(span.start, time.end if time.end <= at else 0))
                comma = self.text.find(",", at, span.end)
                out.append(Span(at, comma if comma >= 0 else span.end))
        return out

    def _measured(self, n: int, start: int) -> int:
        """Where the part opened by token `n` begins: with "a day", "hours" or "shortly" in front of it."""
        at = self.tokens.starts[n]
        k = bisect_left(self.reader.time_starts, at) - 1
        near = self.reader.times[k] if k >= 0 else None
        if near and near.type == "DURATION" and near.span.end == at - 1 and near.span.start >= start:
            at = near.span.start
        first = bisect_left(self.tokens.starts, at)
        while (
            first
            and self.tokens.starts[first - 1] >= start
            and self.tokens.words[first - 1].lower() in words("timeline", "apart.measures")
        ):
            first -= 1
        return self.tokens.starts[first]

    def _part(self, span: Span, time: Span) -> Span:
        """The part of the clause the time belongs to: what "following" or "after" opens is an event of its own."""
        begin, end = span.start, span.end
        for part in self._openings(span, time):
            if self._counted_from(time) and part.start <= time.start < part.end:
                # "He left two days before the vote": the day is that of the leaving, in front of it or behind.
                begin, end = (begin, part.start) if part.start > begin else (part.end + 1, end)
                break
            if part.start <= time.start < part.end:
                begin, end = part
                break
            if time.end < part.start - 1:
                end = part.start
                break
            if part.end <= time.start and part.start == begin:
                begin = part.end + 1
        if end - begin <= time.end - time.start + 8:
            return span
        return self._trim(self._unjoined(begin, end), end)

    def _counted_from(self, time: Span) -> bool:
        """True for a length that counts from an event named behind it, whose day is told."""
        k = bisect_left(self.reader.time_starts, time.start)
        mark = self.reader.times[k] if k < len(self.reader.times) else None
        return bool(mark and mark.span == time and mark.event and mark.earliest)

    def _unjoined(self, begin: int, end: int) -> int:
        """The start of a part without the word that joins it, where a whole clause follows ("when the ship sank")."""
        within = self.tokens.within(begin, end)
        if not within or self.tokens.words[within[0]].lower() not in words("timeline", "apart.clauses"):
            return begin
        tags = [self.tokens.tags[n] for n in within[1:]]
        finite = next((k for k, tag in enumerate(tags) if tag in ("VBD", "VBZ", "VBP", "MD")), 0)
        return self.tokens.starts[within[1]] if finite else begin

    def _asides(self, span: Span, time: Span) -> list[Span]:
        """Parts of the clause that tell another event than the one dated."""
        return [p for p in self._openings(span, time) if p.start > span.start and not p.overlaps(time)]

    def _trim(self, start: int, end: int) -> Span:
        """The stretch without white space and commas at its ends."""
        while end > start + 1 and self.text[end - 1] in " ,;\u00a0\n":
            end -= 1
        while start < end - 1 and self.text[start] in " ,;\u00a0\n":
            start += 1
        return Span(start, end)


def _merged(same: list[Item], item: Item) -> list[Item]:
    """Items of one clause: those whose times can be one time become one, told as exactly as the most exact."""
    for n, other in enumerate(same):
        if item.end and other.end and item.days[0] <= other.days[1] and other.days[0] <= item.days[1]:
            exact = min((other, item), key=lambda i: EXACT.index(i.precision))
            return [*same[:n], replace(exact, times=(*other.times, *item.times)), *same[n + 1 :]]
    return [*same, item]
