"""How alike two passages of a story are when words may differ: shared words in full, words near in meaning in part.

Decides on content words weighted by how rare they are in the story, and on `rashomon.text.vectors` for words that the
other passage lacks (a soft overlap, as in BERTScore, Zhang et al. 2020, with static vectors). What opposite words tell
is alike too, so a likeness says that two passages may be about one thing and nothing more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.records.reading import Words
from rashomon.text.similarity import stop_words
from rashomon.text.vectors import bits, vectors

LEAST = 0.4
"""Nearness below which two words have nothing to do with one another."""
EMPTY = frozenset({"say", "tell", "people", "year"})
"""Words of every report."""


class Content(dict[str, int]):
    """The content words of a passage: lemma → bits of the word."""

    __slots__ = ("codes", "nearest")

    def __init__(self, found: dict[str, int]) -> None:
        super().__init__(found)
        self.codes = [code for code in found.values() if code >= 0]
        self.nearest: dict[int, float] = {}
        """Bits of a word of another passage → how near it is to the nearest word of this one."""

    def near(self, code: int) -> float:
        """How near the word of these bits is to one of the passage; 0 where it has none that is known."""
        known = self.nearest.get(code)
        if known is None:  # the fewer bits differ, the nearer
            differing = min([(code ^ own).bit_count() for own in self.codes], default=-1)
            known = self.nearest[code] = vectors().angles[differing] if differing >= 0 else 0.0
        return known


def content(words: Words, start: int, end: int, skip: Iterable[tuple[int, int]] = (), drop: str = "") -> Content:
    """The content words between two characters, without numbers, the stretches `skip` and the word `drop`."""
    found: dict[str, int] = {}
    tokens = words.tokens
    hidden = list(skip)
    for k in tokens.within(start, end):
        lemma, word = tokens.lemmas[k], tokens.words[k].lower()
        if len(lemma) < 2 or not lemma[0].isalpha() or lemma in EMPTY or drop in (lemma, word):
            continue
        if lemma in stop_words() or word in stop_words():
            continue
        if not any(first <= tokens.starts[k] and tokens.ends[k] <= last for first, last in hidden):
            found[lemma] = bits(word if tokens.tags[k].startswith("N") else lemma)
    return Content(found)


class Likeness:
    """Compares passages of the reports `words`; a word of few sentences counts more."""

    def __init__(self, words: Sequence[Words]) -> None:
        spread: Counter[str] = Counter()
        for report in words:
            for s in report.sentences:
                spread.update(set(report.tokens.lemmas[s.first : s.stop]))
        self._spread = spread
        self._weights: dict[str, float] = {}
        self._totals: dict[int, tuple[Content, float]] = {}
        """Id of a passage → the passage, and what all its words say together."""
        self._sentences = sum(len(report.sentences) for report in words)

    def weight(self, lemma: str) -> float:
        """How much a word says: more the fewer sentences of the story have it."""
        found = self._weights.get(lemma)
        if found is None:
            found = self._weights[lemma] = math.log(1 + self._sentences / (1 + self._spread[lemma]))
        return found

    def of(self, one: Content, other: Content) -> float:
        """How alike two passages are, 0 to 1; 0 when one has no content words."""
        if not one or not other:
            return 0.0
        return self.shared(one, other) / (self.total(one) + self.total(other))

    def total(self, passage: Content) -> float:
        """The weight of all words of a passage."""
        known = self._totals.get(id(passage))
        if known is None:
            whole = 0.0
            for lemma in passage:
                whole += self.weight(lemma)
            known = self._totals[id(passage)] = (passage, whole)
        return known[1]

    def shared(self, one: Content, other: Content) -> float:
        """Weight of the words of either passage that the other one tells as well."""
        return self._covered(one, other) + self._covered(other, one)

    def _covered(self, one: Content, other: Content) -> float:
        """Weight of the words of `one` that `other` tells as well."""
        got = 0.0
        weights, nearest = self._weights, other.nearest
        for lemma, code in one.items():
            if lemma in other:
                got += weights.get(lemma) or self.weight(lemma)
            elif code >= 0:
                near = nearest.get(code)
                if near is None:
                    near = other.near(code)
                if near >= LEAST:
                    got += (weights.get(lemma) or self.weight(lemma)) * near
        return got
