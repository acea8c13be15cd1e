"""The terms by which articles of one event are alike: words, and pairs of words of the beginning, by rarity.

A term counts with the square root of its frequency, more in the title and in the first sentences, where news tells the
event. Rarity is the inverse document frequency over the articles at hand, smoothed by a shipped background
(`weights/background.txt`), so that a batch of two articles has sensible weights too. Only the `KEPT` best terms of an
article are kept: what tells the event, not the whole vocabulary. All arithmetic is on whole numbers, so every machine
finds the same weights.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
KEPT = 100
"""Terms kept per article."""
LEAD = 70
"""Words of the beginning that count more."""
LONGEST = 20_000
"""Characters of a text that are read: no report needs more to be told apart."""
UNIT = 4096
"""Length of a vector."""
PRIOR = 200
"""Articles that the background weighs as much as."""
REMEMBERED = 1 << 17
"""Words or terms whose look-up is remembered."""

Vector = dict[str, int]


@cache
def background() -> tuple[int, dict[str, int]]:
    """Number of background documents, and in how many of them each word occurs."""
    lines = (resources.files("rashomon.weights") / "background.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    counts = {word: int(n) for word, n in rows}
    return counts.pop(""), counts


def stem(word: str) -> str:
    """`word` in lower case without possessive, plural and the commonest verb endings: enough to join reports.

    The stemmers of `text.similarity` and `text.folding` take more off, and join more events that are not one.
    """
    word = word.lower().replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=REMEMBERED)
def term(word: str) -> str:
    """The stem of a word that can tell an event; empty for single letters and words of every seventh text."""
    documents, seen = background()
    root = stem(word)
    return root if len(root) > 1 and seen.get(root, 0) * 20 <= documents * 3 else ""


def counts(text: str, title: str | None) -> Counter[str]:
    """How often each term stands in an article; title and lead weigh more."""
    head = list(map(term, WORD.findall(title.lower()))) if title else []
    body = list(map(term, WORD.findall(text[:LONGEST].lower())))
    lead = body[:LEAD]
    pairs = [f"{a} {b}" for words in (head, lead) for a, b in pairwise(words) if a and b]
    found = Counter(body + lead + head + head + pairs)
    del found[""]
    return found


@cache
def _bits() -> tuple[int, ...]:
    return tuple(round(256 * math.log2(1 + n / 256)) for n in range(256))


def logarithm(number: int) -> int:
    """256 times the binary logarithm of a number above 0, the same on every machine."""
    length = number.bit_length() - 1
    return length * 256 + _bits()[(number << 8 >> length) - 256]


def rarity(documents: int, here: int, known: int) -> int:
    """256 times the binary logarithm of how rare a term is: `here` of `documents`, `known` in the background."""
    total, _ = background()
    # The batch speaks the more, the larger it is; a lone pair of articles relies on the background.
    share = (((here * total + PRIOR * known) << 40) // ((documents + PRIOR) * total)) + (1 << 39) // (documents + total)
    return max(0, 40 * 256 - logarithm(share or 1))


def rounded(documents: int) -> int:
    """A number of documents to five binary digits, so that rarities need not be worked out anew each time."""
    if documents < 32:
        return documents
    spare = documents.bit_length() - 5
    return documents >> spare << spare


class _Known(dict[str, int]):
    """Twice the background documents of each term, to five digits, and one more for a pair; worked out when asked."""

    def __missing__(self, name: str) -> int:
        _, seen = background()
        first, _, second = name.partition(" ")
        # A pair is as rare as its rarer word.
        known = min(seen.get(first, 0), seen.get(second, 0)) if second else seen.get(first, 0)
        if len(self) >= REMEMBERED:
            self.clear()
        self[name] = found = rounded(known) << 1 | bool(second)
        return found


class _Rarities(dict[int, int]):
    """How rare a term is among `documents`, by its entry in `_Known` and, 24 bits above, how many of them have it."""

    def __init__(self, documents: int) -> None:
        super().__init__()
        self.documents = documents

    def __missing__(self, key: int) -> int:
        here, known = rounded(key >> 24), key & (1 << 24) - 1
        found = rarity(self.documents, here, known >> 1)
        self[key] = found = found * 2 // 5 if known & 1 else found
        return found


_known = _Known()


@lru_cache(maxsize=4)
def _rarities(documents: int) -> _Rarities:
    return _Rarities(documents)


def vector(found: Mapping[str, int], documents: int, frequency: Mapping[str, int]) -> Vector:
    """The weighted terms of one article of `documents`, of length `UNIT`; `frequency` tells how many have a term."""
    rarities, seen = _rarities(documents), frequency.get
    weights = [(-_root(n) * rarities[seen(name, 0) << 24 | _known[name]], name) for name, n in found.items()]
    weights.sort()
    best = weights[:KEPT]
    length = math.isqrt(sum([w * w for w, _ in best])) or 1
    return {name: whole for w, name in best if (whole := -w * UNIT // length)}


@cache
def _root(number: int) -> int:
    return math.isqrt(number << 12)


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two vectors of length `UNIT`."""
    if len(a) > len(b):
        a, b = b, a
    return sum(w * b[name] for name, w in a.items() if name in b) / UNIT**2
