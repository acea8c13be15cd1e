"""How alike two passages are: content words as classes, weighted by how rare they are in the story.

Decides on stems and on the classes of `lexicons/en/synonyms.toml` and `acts.toml`; stop words count nothing. A class
says that two words may tell the same, so a likeness never proves agreement: whoever uses it still compares figures,
days and participants.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from rashomon.text.lexicon import lexicon

Terms = frozenset[str]
ENDINGS = (
    "ization", "isation", "ational", "fulness", "ousness", "iveness", "ations", "ation", "ments", "ment", "ings",
    "ness", "ities", "ity", "ions", "ion", "ances", "ance", "ences", "ence", "ing", "ied", "ies", "ed", "es", "ers",
    "er", "ly", "s", "e", "y",
)  # fmt: skip
SHORTEST = 4


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem, equal for the inflections of one word ("attacked", "attacks"); never under four letters."""
    word = word.lower().replace("’", "'")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST and not (ending == "s" and word[-2] == "s"):
            word = word[: -len(ending)] + ("i" if ending in ("y", "ies", "ied") else "")
            if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls":
                word = word[:-1]
            break
    return word


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that never link passages."""
    return frozenset(lexicon("synonyms")["stop"]["words"])


@lru_cache(maxsize=1)
def classes() -> dict[str, str]:
    """Stem → class: those of `synonyms.toml`, then the senses of `acts.toml`; the first that names a stem keeps it."""
    table: dict[str, str] = {}
    for n, group in enumerate(lexicon("synonyms")["classes"]):
        name = next((table[stem(w)] for w in group if stem(w) in table), f"c:{n}")
        for word in group:
            table.setdefault(stem(word), name)
    irregular = lexicon("acts")["irregular"]
    for sense, entry in lexicon("acts")["senses"].items():
        name = table.get(stem(entry["verbs"][0]), f"s:{sense}")
        for word in (*entry["nouns"], *entry["verbs"]):
            if " " not in word:
                for form in (word, *irregular.get(word, ())):
                    table.setdefault(stem(form), name)
    return table


@lru_cache(maxsize=65536)
def term(word: str) -> str | None:
    """The class or stem of a content word; None for stop words, marks and single letters."""
    low = word.lower()
    if low in stop_words() or len(low) < 2 or not any(c.isalpha() for c in low):
        return None
    root = stem(low)
    return classes().get(root, root)


def terms(words: Iterable[str]) -> Terms:
    """The terms of some words."""
    return frozenset(filter(None, map(term, words)))


@lru_cache(maxsize=65536)
def compound(word: str) -> Terms:
    """The terms of a word, those of a compound ("ship-owner") each by itself."""
    return terms(word.split("-"))


class _Weights(dict[str, float]):
    """Weights of terms; one never seen has the weight `unseen` gives, and is not kept."""

    def __init__(self, known: dict[str, float], unseen: Callable[[str], float]) -> None:
        super().__init__(known)
        self.unseen = unseen

    def __missing__(self, word: str) -> float:
        return self.unseen(word)


class Rarity:
    """Weights of terms: the rarer in the story's passages, the heavier. `scale` lowers kinds of terms by prefix."""

    def __init__(self, passages: Iterable[Terms], scale: Mapping[str, float] | None = None) -> None:
        self.scale = dict(scale or {})
        self.found: Counter[str] = Counter()
        self.size = 0
        for passage in passages:
            self.found.update(passage)
            self.size += 1
        known = {t: self._weigh(t, n) for t, n in self.found.items()}
        self._weights = _Weights(known, lambda word: self._weigh(word, 0))
        self._totals: dict[Terms, float] = {}

    def _weigh(self, word: str, found: int) -> float:
        share = math.log(1 + self.size / (1 + found))
        return share * self.scale.get(word[:2], 1.0)

    def weight(self, word: str) -> float:
        """The weight of one term; that of a term never seen is the highest."""
        return self._weights[word]

    def total(self, passage: Iterable[str]) -> float:
        """The weight of all terms together; the sum is exact, so that their order does not matter."""
        return math.fsum(map(self._weights.__getitem__, passage))

    def likeness(self, one: Terms, other: Terms) -> float:
        """0 to 1: how alike two passages are; the totals of passages are kept, for few are asked for often."""
        return likeness(self.total(one & other), self._total(one), self._total(other))

    def _total(self, passage: Terms) -> float:
        if passage not in self._totals:
            self._totals[passage] = self.total(passage)
        return self._totals[passage]


def likeness(shared: float, one: float, other: float) -> float:
    """0 to 1: how much of the smaller passage the two share, tempered by how much of the larger."""
    small, large = (one, other) if one <= other else (other, one)
    if small <= 0:
        return 0.0
    return 0.6 * shared / small + 0.4 * shared / large
