"""How alike two passages of a story are when words may differ: shared words in full, words near in meaning in part.

Decides on content words weighted by how rare they are in the story, and on `rashomon.text.vectors` for words that the
other passage lacks (a soft overlap, as in BERTScore, Zhang et al. 2020, with static vectors). What opposite words tell
is alike too, so a likeness says that two passages may be about one thing and nothing more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.records.reading import Words
from rashomon.text.similarity import stop_words
from rashomon.text.vectors import bits, vectors

LEAST = 0.4
"""Nearness below which two words have nothing to do with one another."""
EMPTY = frozenset({"say", "tell", "people", "year"})
"""Words of every report."""
Content = Mapping[str, int]
"""The content words of a passage: lemma → bits of the word."""


def content(words: Words, start: int, end: int, skip: Iterable[tuple[int, int]] = (), drop: str = "") -> dict[str, int]:
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
    return found


class Likeness:
    """Compares passages of the reports `words`; a word of few sentences counts more."""

    def __init__(self, words: Sequence[Words]) -> None:
        spread: Counter[str] = Counter()
        for report in words:
            for s in report.sentences:
                spread.update(set(report.tokens.lemmas[s.first : s.stop]))
        self._spread = spread
        self._weights: dict[str, float] = {}
        self._nearest: dict[int, tuple[Content, list[int], dict[int, float]]] = {}
        """Id of a passage → the passage, the bits of its words, and how near words of others are to one of them."""
        self._sentences = sum(len(report.sentences) for report in words)
        self._angles = vectors().angles

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
        got, all_ = self._covered(one, other)
        back, rest = self._covered(other, one)
        return (got + back) / (all_ + rest)

    def _covered(self, one: Content, other: Content) -> tuple[float, float]:
        """Weight of the words of `one` that `other` tells as well, and of all of them."""
        got = whole = 0.0
        known = self._nearest.get(id(other))
        if known is None:
            known = self._nearest[id(other)] = (other, [o for o in other.values() if o >= 0], {})
        _, codes, nearest = known
        for lemma, code in one.items():
            weight = self.weight(lemma)
            whole += weight
            if lemma in other:
                got += weight
            elif code >= 0:
                near = nearest.get(code)
                if near is None:  # the fewer bits differ, the nearer
                    differing = min([(code ^ o).bit_count() for o in codes], default=-1)
                    near = nearest[code] = self._angles[differing] if differing >= 0 else 0.0
                got += weight * near if near >= LEAST else 0.0
        return got, whole
