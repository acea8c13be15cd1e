"""The terms by which articles of one event are alike: words and pairs of words, weighted by how rare they are.

A term counts once per article with the square root of its frequency, more in the title and in the first sentences,
where news tells the event. Rarity is the inverse document frequency over the articles at hand, smoothed by a shipped
background (`weights/background.txt`), so that a batch of two articles has sensible weights too. Only the `KEPT` best
terms of an article are kept: what tells the event, not the whole vocabulary.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import pairwise

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
KEPT = 200
"""Terms kept per article."""
LEAD = 400
"""Characters of the beginning whose words count more."""

UNIT = 4096
"""Length of a vector: weights are whole numbers, so that sums do not depend on their order."""

Vector = dict[str, int]


@cache
def background() -> tuple[int, dict[str, int]]:
    """Number of background documents, and in how many of them each word occurs."""
    lines = (resources.files("rashomon.weights") / "background.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    counts = {word: int(n) for word, n in rows}
    return counts.pop(""), counts


def stem(word: str) -> str:
    """`word` in lower case without possessive, plural and the commonest verb endings: enough to join reports."""
    word = word.lower().replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def counts(text: str, title: str | None) -> Counter[str]:
    """How often each word and pair of words stands in an article; title and lead weigh more."""
    found: Counter[str] = Counter()
    for part, weight in ((title or "", 2), (text[:LEAD], 1), (text, 1)):
        words = [stem(m[0]) for m in WORD.finditer(part)]
        kept = [w for w in words if len(w) > 1 and not _common(w)]
        for word in kept:
            found[word] += weight
        for a, b in pairwise(words):
            if not _common(a) and not _common(b):
                found[f"{a} {b}"] += weight
    return found


@cache
def _common(word: str) -> bool:
    documents, seen = background()
    return seen.get(word, 0) > 0.15 * documents


def vector(found: Mapping[str, int], documents: int, frequency: Mapping[str, int]) -> Vector:
    """The weighted terms of one article, of length `UNIT`; `frequency`: how many `documents` have a term."""
    total, seen = background()

    def rarity(term: str) -> float:
        known = min(seen.get(part, 0) / total for part in term.split(" "))
        here = frequency.get(term, 0) / max(1, documents)
        # The batch speaks the more, the larger it is; a lone pair of articles relies on the background.
        share = documents / (documents + 200)
        return -math.log(share * here + (1 - share) * known + 0.5 / (documents + total))

    weighted = {term: math.sqrt(n) * rarity(term) * (0.6 if " " in term else 1.0) for term, n in found.items()}
    best = sorted(weighted.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    length = math.sqrt(math.fsum(w * w for _, w in best)) or 1.0
    return {term: whole for term, w in best if (whole := round(w / length * UNIT))}


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two vectors of length `UNIT`."""
    if len(a) > len(b):
        a, b = b, a
    return sum(w * b[term] for term, w in a.items() if term in b) / UNIT**2
