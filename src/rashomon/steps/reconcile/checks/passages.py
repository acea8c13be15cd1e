"""Each number of a story with what stands around it, so that numbers of two reports can be held side by side.

Decides which noun a number counts (the measure's own, else the next noun behind it), which words its clause and its
sentence have, and which landmarks stand in its sentence: other numbers and actors, by which two sentences that use
quite different words are known to be about one thing. It compares nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records.dossier import Story
from rashomon.records.marks import Measure
from rashomon.records.reading import Words
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.checks.likeness import Content, content
from rashomon.steps.reconcile.figures.entries import Entry

BEHIND = 6
"""Tokens behind a number in which its noun is looked for."""
_BETWEEN = frozenset({"of", "the", "its", "their", "a", "his", "her"})
Landmark = tuple[str, str, float]
"""("number", dimension, value) or ("actor", id, 0)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands around one number. `noun` is "" where it counts nothing named."""

    noun: str
    clause: Content
    sentence: Content
    landmarks: frozenset[Landmark]


class Passages:
    """What stands around the numbers of a story, by the number of the entry."""

    def __init__(self, story: Story, cast: Cast, entries: Sequence[Entry]) -> None:
        self._marks = story.marks
        self._words = [marks.words for marks in story.marks]
        self._skip = [[(m.span.start, m.span.end) for m in marks.measures] for marks in story.marks]
        self._numbers: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        for e in entries:
            self._numbers[e.article, e.sentence].append(e)
        self._actors = _actors_by_sentence(story, cast, self._words)
        self.spread = Counter(actor for named in self._actors.values() for actor in named)
        """In how many sentences an actor is named."""
        self._known: dict[int, Passage] = {}

    def landmarks(self) -> dict[tuple[int, int], frozenset[Landmark]]:
        """The actors and numbers of every sentence, by report and sentence."""
        found: dict[tuple[int, int], set[Landmark]] = defaultdict(set)
        for place, named in self._actors.items():
            found[place] |= {("actor", actor, 0.0) for actor in named}
        for place, entries in self._numbers.items():
            found[place] |= {("number", e.dimension, round(e.base, 6)) for e in entries}
        return {place: frozenset(marks) for place, marks in found.items()}

    def around(self, e: Entry) -> Passage:
        """What stands around the number of `e`."""
        if e.number not in self._known:
            self._known[e.number] = self._around(e)
        return self._known[e.number]

    def _around(self, e: Entry) -> Passage:
        words, skip = self._words[e.article], self._skip[e.article]
        sentence = words.sentences[e.sentence]
        noun = counted(words, e.measure)
        start, end = (e.frame.start, e.frame.end) if e.frame.end else (sentence.start, sentence.end)
        near = [s for s in skip if sentence.start <= s[0] < sentence.end]
        named: set[Landmark] = {("actor", actor, 0.0) for actor in self._actors.get((e.article, e.sentence), ())}
        named |= {("number", o.dimension, round(o.base, 6)) for o in self._numbers[e.article, e.sentence] if o is not e}
        once = self._marks[e.article].once
        return Passage(
            noun,
            once(("content", noun, start, end), lambda: content(words, start, end, near, noun)),
            once(
                ("content", noun, sentence.start, sentence.end),
                lambda: content(words, sentence.start, sentence.end, near, noun),
            ),
            frozenset(named),
        )


def counted(words: Words, measure: Measure) -> str:
    """The noun that a number counts, in lower case; "" when none stands near."""
    if measure.counted:
        return measure.counted.lower().split()[-1]
    tokens = words.tokens
    k = bisect_right(tokens.starts, measure.span.end - 1)
    for j in range(k, min(k + BEHIND, len(tokens))):
        tag, word = tokens.tags[j], tokens.words[j].lower()
        if tag.startswith("NN"):
            return word
        if word not in _BETWEEN and not tag.startswith(("JJ", "CD", "PRP$")):
            return ""
    return ""


def _actors_by_sentence(story: Story, cast: Cast, words: Sequence[Words]) -> dict[tuple[int, int], set[str]]:
    reports = {article.id: n for n, article in enumerate(story.articles)}
    starts = [[s.start for s in report.sentences] for report in words]
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for (name, span), actor in cast.of.items():
        n = reports.get(name)
        if n is not None:
            found[n, bisect_right(starts[n], span.start) - 1].add(actor)
    return found
