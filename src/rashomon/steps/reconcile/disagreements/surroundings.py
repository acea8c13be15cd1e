"""What stands around the values of one report: the words, participants and events of a clause or sentence.

Decides nothing: it gathers the classes of words, the kinds of participants and the events (`lexicons/en/events.toml`),
and reads whether a clause looks ahead, tells an hour, or is background.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import cache, lru_cache

from rashomon.records.article import STORY_KINDS
from rashomon.records.marks import Marks
from rashomon.records.reading import Sentence
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.disagreements.roles import kinds
from rashomon.steps.reconcile.people import people_of
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, compound

GAP = 3
DATED = re.compile(
    r"\b(?:\d{4}|Jan|Feb|Mar(?:ch)?|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)(?:\b|uary|ruary|il|ust|t?ember|ober)"
)
HOURS = frozenset("early late trading midday afternoon mid-afternoon morning close noon session".split())
BACKGROUND = 25
"""Days before publication that make a sentence background."""
DECLARING = frozenset("announce declare promise vow post".split())


def _before(latest: str, day: str) -> bool:
    """A day or month that ends well before `day`; an open end does not."""
    if len(latest) < len(day):
        return False
    return (date.fromisoformat(day) - date.fromisoformat(latest[: len(day)])).days > BACKGROUND


@cache
def events() -> tuple[dict[str, frozenset[str]], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Single words → events; first word of a phrase → the phrases with their event."""
    single: dict[str, set[str]] = {}
    many: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for n, group in enumerate(lexicon("events")["alike"]["groups"]):
        for entry in group:
            parts = tuple(entry.split())
            if len(parts) == 1:
                single.setdefault(entry, set()).add(f"e:{n}")
            else:
                many.setdefault(parts[0], []).append((parts, f"e:{n}"))
    return {w: frozenset(e) for w, e in single.items()}, {w: tuple(p) for w, p in many.items()}


@lru_cache(maxsize=32768)
def _of_word(word: str, lemma: str) -> Terms:
    """The terms, events and kinds of one word."""
    single, _ = events()
    kinds_of = frozenset(f"g:{k}" for k in kinds().get(word, ()))
    return compound(lemma) | single.get(lemma, frozenset()) | single.get(word, frozenset()) | kinds_of


class Surroundings:
    """Reads the terms around a value of one article."""

    def __init__(self, number: int, marks: Marks, cast: Cast) -> None:
        self.number, self.marks, self.cast = number, marks, cast
        self.tokens, self.article = marks.words.tokens, marks.words.article
        self.people = people_of(marks, cast)
        self.named = {a.id for a in cast.actors if a.name[:1].isupper()}
        self.hidden = sorted([t.span for t in marks.times] + [m.span for m in marks.measures])
        self.times = sorted(t.span for t in marks.times)
        self.time_starts = [s.start for s in self.times]
        self.hidden_starts = [s.start for s in self.hidden]
        self.clauses = sorted({a.clause for a in marks.acts if a.place in STORY_KINDS})
        self.quoted = [s for q in marks.quotes if q.kind != "indirect" for s in q.content]
        self._known: dict[Span, Terms] = {}

    def clause(self, at: Span) -> Span | None:
        """The shortest clause that holds `at`, or its sentence."""
        found = [c for c in self.clauses if c.covers(at)]
        if found:
            return min(found, key=lambda c: c.end - c.start)
        sentence = self.marks.words.sentence_at(at.start)
        return sentence.span if sentence else None

    def terms(self, span: Span) -> Terms:
        """The terms of a stretch without times, figures and names; names count as actors."""
        if span not in self._known:
            self._known[span] = frozenset(self._terms(span))
        return self._known[span]

    def _terms(self, span: Span) -> set[str]:
        found = [(m, a) for m in self.people.within(span) if (a := self.people.actor(m)) and a in self.named]
        out = {f"a:{a}" for _, a in found}
        names = [m.span for m, _ in found if m.form == "name"]
        _, many = events()
        inside = self.tokens.within(span.start, span.end)
        for n in inside:
            at = self.tokens.starts[n]
            if self._is_value(n) or any(name.start <= at < name.end for name in names):
                continue
            word, lemma = self.tokens.words[n].lower(), self.tokens.lemmas[n] or self.tokens.words[n].lower()
            out |= _of_word(word, lemma)
            for parts, event in many.get(lemma, ()):
                if self._follows(parts[1:], n + 1, inside.stop):
                    out.add(event)
        return out

    def _follows(self, parts: tuple[str, ...], start: int, stop: int) -> bool:
        at = start
        for part in parts:
            found = next(
                (
                    k
                    for k in range(at, min(stop, at + GAP))
                    if part in (self.tokens.lemmas[k], self.tokens.words[k].lower())
                ),
                None,
            )
            if found is None:
                return False
            at = found + 1
        return True

    def _is_value(self, k: int) -> bool:
        """A token of a time, or the number of a count: its noun stays."""
        at = self.tokens.starts[k]
        if self.tokens.tags[k] != "CD" and not self.tokens.words[k][0].isdigit() and not self._is_time(at):
            return False
        n = bisect_left(self.hidden_starts, at + 1) - 1
        return n >= 0 and self.hidden[n].start <= at < self.hidden[n].end

    def is_saying(self, at: Span) -> bool:
        """The value tells when something was said: "told reporters on Friday"."""
        acts = [a for a in self.marks.acts if a.clause.covers(at)]
        own = min(acts, key=lambda a: a.clause.end - a.clause.start, default=None)
        return own is not None and own.verb in lexicon("acts")["speech"]["verbs"] and own.verb not in DECLARING

    def is_planned(self, clause: Span, verbs: frozenset[str]) -> bool:
        """The clause looks ahead: "will reopen", or one of `verbs` ("is set for", "had expected")."""
        acts = [a for a in self.marks.acts if a.clause == clause]
        if any(a.verb in verbs for a in acts):
            return True
        return bool(acts) and any(a.mode == "planned" for a in (acts if acts[0].verb == "be" else acts[:1]))

    def is_clocked(self, sentence: Span) -> bool:
        """The sentence tells an hour or a part of the day."""
        hours = any(t.type == "TIME" and sentence.covers(t.span) for t in self.marks.times)
        words = sentence.of(self.article.text).lower().split()
        return hours or not HOURS.isdisjoint(w.strip(".,;:()") for w in words)

    def is_past(self, sentence: Sentence) -> bool:
        """The sentence, or the one its first word points back to, tells a day or month well before publication."""
        first = self.article.text[sentence.start : sentence.end].split(maxsplit=1)[0].lower()
        before = self.marks.words.sentence_at(sentence.start - 3) if first in ("it", "that", "this", "they") else None
        return self._tells_past(sentence.span) or (before is not None and self._tells_past(before.span))

    def _tells_past(self, sentence: Span) -> bool:
        day = self.article.day
        if day is None:
            return False
        return any(
            t.type == "DATE"
            and sentence.covers(t.span)
            and DATED.search(t.span.of(self.article.text))
            and _before(t.latest or "", day)
            for t in self.marks.times
        )

    def _is_time(self, at: int) -> bool:
        n = bisect_left(self.time_starts, at + 1) - 1
        return n >= 0 and self.times[n].start <= at < self.times[n].end

    def in_quotation(self, span: Span) -> bool:
        """Within somebody's own words."""
        return any(q.covers(span) for q in self.quoted)
