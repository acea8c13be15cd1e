"""What each clause of a report says of something, word by word: every predicate on an axis, with its negation.

Reads the tokens of a sentence and not its acts, so that a second verb ("… and upheld the protest"), an adjective and a
noun behind a light verb are read too. A segment ends at a mark or at a word that opens a clause. "Not", "no", "failed
to", "without" and their like turn a predicate round. It refuses direct speech, what is only possible, wanted, feared or
alleged, and what is told as a condition. It all depends on one report alone; who takes part is read in `tellings.py`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rashomon.records.article import STORY_KINDS
from rashomon.records.marks import Marks
from rashomon.records.reading import Sentence
from rashomon.steps.reconcile.disagreements.axes import Axis, entries
from rashomon.steps.reconcile.disagreements.doing import light, nouns
from rashomon.steps.reconcile.disagreements.segments import AUXILIARIES, OPEN_ENDED, UNTIL, Segment, cutter_of
from rashomon.steps.reconcile.statements.opposites import leaves_open, weak
from rashomon.text.similarity import term
from rashomon.text.vectors import bits, near

GAP = 3
"""Other tokens between two words of an entry."""
FAR = 9
"""The same before "for", "against": "voted with the rest of the party for the bill"."""
STATES = frozenset("be remain stay become get keep leave".split())
"""Verbs before an adjective of state: "left the town cut off"."""
LONGEST = 120
"""Tokens: a longer sentence is a list."""
GETTING = frozenset("win get receive meet face suffer secure gain see earn draw".split())
"""Verbs whose subject is what the noun behind them is done to: "the plan won approval"."""
SHORTEST = 4
LIKE = 0.45
"""An adjective and its opposite with "un" are as near as this, or they are two words ("easy", "uneasy")."""


@cache
def _by_second() -> dict[str, dict[str, list[tuple[tuple[str, ...], Axis, int]]]]:
    """First word of an entry → its second word, or none → the entries."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], Axis, int]]]] = {}
    for first, rest in entries(wide=True).items():
        for entry in rest:
            table.setdefault(first, {}).setdefault(entry[0][1] if len(entry[0]) > 1 else "", []).append(entry)
    return table


@cache
def _positive(word: str) -> tuple[str, int]:
    """An adjective without the "un" that turns it round, and which way it goes."""
    for start in ("un", "in", "im", "il", "ir", "non-", "non"):
        rest = word.removeprefix(start)
        if rest != word and len(rest) >= SHORTEST and bits(rest) >= 0 and near(word, rest) >= LIKE:
            return rest, -1
    return word, 1


class Predicate(NamedTuple):
    """The verb at token `at`, which goes the way `sign` on an axis; `own`: the tokens that its entry uses."""

    at: int
    axis: Axis
    sign: int
    own: tuple[int, ...]
    modes: frozenset[str]
    segment: Segment
    sentence: Sentence
    before: Sentence | None
    """The sentence before it in the article's own text."""


def predicates_of(marks: Marks) -> tuple[Predicate, ...]:
    """The predicates of a report, in text order."""
    return marks.once("predicates", lambda: tuple(_Reader(marks).predicates()))


class _Reader:
    """Reads one article."""

    def __init__(self, marks: Marks) -> None:
        self.words = marks.words
        self.tokens, self.text = self.words.tokens, self.words.text
        self.cut = cutter_of(marks)
        self.low = self.cut.low
        self.quoted = sorted(s for q in marks.quotes if q.kind != "indirect" for s in q.content)

    def predicates(self) -> list[Predicate]:
        """All predicates of the article's own text."""
        out: list[Predicate] = []
        before: Sentence | None = None
        for sentence in self.words.sentences:
            if self.words.paragraph_of(sentence).kind in STORY_KINDS:
                if sentence.stop - sentence.first < LONGEST and self.text[sentence.end - 1] != "?":
                    out += self._sentence(sentence, before)
                before = sentence
        return out

    def _sentence(self, sentence: Sentence, before: Sentence | None) -> list[Predicate]:
        segments = self.cut.segments(sentence)
        out: list[Predicate] = []
        for n, segment in enumerate(segments):
            segment.subject = self.cut.subject(segment, segments[n - 1] if n else None)
            last = segments[n - 1] if n else None
            if segment.opener in OPEN_ENDED or (last is not None and self.cut.not_fact(last, segment)):
                continue
            span = self.tokens.span(segment.first, segment.stop)
            quoted = any(q.start < span.end and span.start < q.end for q in self.quoted)
            if quoted or leaves_open(span.of(self.text)):
                continue
            out += self._predicates(segment, sentence, before)
        return out

    def _predicates(self, segment: Segment, sentence: Sentence, before: Sentence | None) -> list[Predicate]:
        out: list[Predicate] = []
        for k in range(segment.first, segment.stop):
            if not self.tokens.tags[k].startswith("VB"):
                continue
            modes = self.cut.modes(k, segment)
            if not modes:
                continue
            for axis, way, own in self._ways(k, segment):
                sign = way * self.cut.turned(k, own, segment)
                if not sign:
                    continue
                if sign != way and UNTIL.search(self.text, self.tokens.starts[k], sentence.end):
                    continue  # "not … until Friday" tells when, not whether
                out.append(Predicate(k, axis, sign, own, modes, segment, sentence, before))
        return out

    def _ways(self, k: int, segment: Segment) -> list[tuple[Axis, int, tuple[int, ...]]]:
        """The axes on which the verb at `k` stands, with the tokens each entry uses."""
        lemma = self.tokens.lemmas[k]
        found = []
        by_second = _by_second().get(lemma, {})
        ahead = dict.fromkeys(
            w
            for n in range(k + 1, min(segment.stop, k + FAR + 2) if by_second else k)
            for w in (self.low[n], self.tokens.lemmas[n])
        )
        for second in ("", *ahead):
            for parts, axis, way in by_second.get(second, ()):
                used = self._follow(parts, k, segment.stop)
                if used:
                    found.append((axis, way, used))
        longest = max((len(used) for _, _, used in found), default=0)
        best = [f for f in found if len(f[2]) == longest]
        if longest < 2:
            done = self._done(k, segment)
            if done:
                return done
        if lemma in STATES and longest < 2:
            state = self._state(k, segment)
            if state or not best:
                return state
        if longest < 2 and lemma not in AUXILIARIES and lemma not in weak():
            best.append((Axis(f"v {term(lemma) or lemma}", "theme", own=True), 1, (k,)))
        particle = longest == 1 and k + 1 < segment.stop and self.tokens.tags[k + 1] == "RP"
        return [b for b in best if b[0].own] if particle else best

    def _done(self, k: int, segment: Segment) -> list[tuple[Axis, int, tuple[int, ...]]]:
        """The noun of doing behind a verb that says nothing by itself: "won approval", "an arrest was made"."""
        lemma = self.tokens.lemmas[k]
        if lemma not in light() and lemma not in GETTING:
            return []
        among = range(k + 1, min(segment.stop, k + 7))
        if self.cut.passive(k, segment):
            among = range(segment.first, k)
        for n in among:
            if self.tokens.tags[n] in ("IN", "TO") and self.low[n] != "with":
                break
            verb = nouns().get(self.tokens.lemmas[n]) if self.tokens.tags[n] in ("NN", "NNS") else None
            if verb:
                return [(axis, way, (k, n)) for parts, axis, way in entries(wide=True).get(verb, ()) if len(parts) == 1]
        return []

    def _state(self, k: int, segment: Segment) -> list[tuple[Axis, int, tuple[int, ...]]]:
        """A state without an axis in the lexicon: "was legible" excludes "was not legible" and "was illegible"."""
        n = k + 1
        while n < segment.stop and self.tokens.tags[n].startswith("RB"):
            n += 1
        if n >= segment.stop or self.tokens.tags[n] != "JJ" or len(self.low[n]) < SHORTEST:
            return []
        behind = self.tokens.tags[n + 1] if n + 1 < segment.stop else ""
        if behind.startswith(("NN", "JJ")):
            return []
        word, way = _positive(self.low[n])
        return [(Axis(f"j {term(word) or word}", "theme", own=True, intransitive=True), way, (k, n))]

    def _follow(self, parts: tuple[str, ...], k: int, stop: int) -> tuple[int, ...]:
        used, at = [k], k + 1
        for part in parts[1:]:
            gap = FAR if part in ("for", "against", "to") else GAP
            n = next(
                (j for j in range(at, min(stop, at + gap + 1)) if part in (self.low[j], self.tokens.lemmas[j])), None
            )
            if n is None or (parts[0] in STATES and any(self.tokens.tags[j].startswith("VB") for j in range(at, n))):
                return ()
            used.append(n)
            at = n + 1
        return tuple(used)
