"""The terms by which articles of one event are alike: words, and pairs of words of the beginning, by rarity.

A term counts with the square root of its frequency, more in the title and in the first sentences, where news tells the
event. Rarity is the inverse document frequency over the articles at hand, smoothed by a shipped background
(`weights/background.txt`), so that a batch of two articles has sensible weights too. It counts less than in full: the
rarest words of a report are often its own, what all reports of an event say is less rare. Figures count more: they tell
one round of a thing from the next. "U.N." is read as "UN" and "719K" as "719,000". Only the `KEPT` best terms of an
article are kept: what tells the event, not the whole vocabulary. The less a report says, the less sure is its likeness
to another: its vector is a little shorter. All arithmetic is on whole numbers, so every machine finds the same weights.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from rashomon.text.lexicon import lexicon

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
KEPT = 100
"""Terms kept per article."""
LEAD = 70
"""Words of the beginning that count more."""
LONGEST = 20_000
"""Characters of a text that are read: no report needs more to be told apart."""
TOLD_FIRST = 600
"""Characters of the beginning in which initials and numbers are read however they are written."""
UNIT = 4096
"""Length of the vector of a usual report."""
USUAL = 1_200_000
"""Length that the weights of a report of a headline and a few sentences add up to."""
PRIOR = 200
"""Articles that the background weighs as much as."""
REMEMBERED = 1 << 17
"""Words or terms whose look-up is remembered."""

INITIALS = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)+")
THOUSANDS = re.compile(r",(?<=\d,)(?=\d\d\d)")
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


@cache
def _noughts() -> dict[str, int]:
    """How many noughts a word or letters behind a number stand for."""
    table = lexicon("numbers")
    # "m" and "b" are of money elsewhere too; a length read as a number joins nothing that is not as long.
    worth = {**table["scales"], **table["suffixes"], **{name: table["money_suffixes"][name] for name in ("m", "b")}}
    return {name: len(str(n)) - 1 for name, n in worth.items() if n == 10 ** (len(str(n)) - 1) >= 1000}


@cache
def _scaled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a number with its scale, and all numbers and initials that are read in another way than they stand."""
    scale = rf"(?i:{'|'.join(sorted(_noughts(), key=lambda name: (-len(name), name)))})\b"
    return (
        re.compile(rf"(\d(?<![\d.]\d)\d{{0,5}})(?:\.(\d{{1,3}}))?\s?({scale})"),
        re.compile(rf"{INITIALS.pattern}|\d+(?:,\d\d\d)*(?:\.\d+)?\s?{scale}|\d+(?:,\d\d\d)+"),
    )


def plain(text: str) -> str:
    """`text` with initials and numbers as one word each, however they are written."""
    text = INITIALS.sub(lambda m: m[0].replace(".", "") + " ", text)
    return _scaled()[0].sub(_in_full, THOUSANDS.sub("", text))


def rewritten(text: str) -> Iterator[re.Match[str]]:
    """The numbers and initials in `text` that `plain` writes in another way."""
    return _scaled()[1].finditer(text)


def _in_full(match: re.Match[str]) -> str:
    whole, part, scale = match.groups()
    noughts = _noughts()[scale.lower()]
    return str(int(whole) * 10**noughts + int(((part or "") + "0" * noughts)[:noughts]))


def counts(text: str, title: str | None) -> Counter[str]:
    """How often each term stands in an article; title and lead weigh more."""
    head = list(map(term, WORD.findall(plain(title).lower()))) if title else []
    cut = text.find(" ", TOLD_FIRST) if len(text) > TOLD_FIRST else len(text)
    told = plain(text[:cut]) + text[cut:LONGEST] if 0 <= cut <= LONGEST else text[:LONGEST]
    body = list(map(term, WORD.findall(told.lower())))
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


def eased(rare: int) -> int:
    """16 times the power of 5/8 of a rarity."""
    return math.isqrt(rare * math.isqrt(math.isqrt(rare << 32)))


def rounded(documents: int) -> int:
    """A number of documents to five binary digits, so that rarities need not be worked out anew each time."""
    if documents < 32:
        return documents
    spare = documents.bit_length() - 5
    return documents >> spare << spare


class _Known(dict[str, int]):
    """Four times the background documents of each term, to five digits; 1 more for a pair, 2 for a leading figure."""

    def __missing__(self, name: str) -> int:
        _, seen = background()
        first, _, second = name.partition(" ")
        # A pair is as rare as its rarer word.
        known = min(seen.get(first, 0), seen.get(second, 0)) if second else seen.get(first, 0)
        if len(self) >= REMEMBERED:
            self.clear()
        self[name] = found = rounded(known) << 2 | first[:1].isdigit() << 1 | bool(second)
        return found


class _Rarities(dict[int, int]):
    """What a term weighs among `documents`, by its entry in `_Known` and, 24 bits above, how many of them have it."""

    def __init__(self, documents: int) -> None:
        super().__init__()
        self.documents = documents

    def __missing__(self, key: int) -> int:
        here, known = rounded(key >> 24), key & (1 << 24) - 1
        found = rarity(self.documents, here, known >> 2)
        found = eased(found * 2 // 5 if known & 1 else found)
        self[key] = found = found * 8 // 5 if known & 2 else found
        return found


_known = _Known()


@lru_cache(maxsize=4)
def _rarities(documents: int) -> _Rarities:
    return _Rarities(documents)


def vector(found: Mapping[str, int], documents: int, frequency: Mapping[str, int]) -> Vector:
    """The weighted terms of one article of `documents`; `frequency` tells how many have a term.

    A report of the `USUAL` weight gets the length `UNIT`; half the weight takes off a twelfth, the eighth root.
    """
    rarities, seen = _rarities(documents), frequency.get
    weights = [(-_root(n) * rarities[seen(name, 0) << 24 | _known[name]], name) for name, n in found.items()]
    weights.sort()
    best = weights[:KEPT]
    length = math.isqrt(sum([w * w for w, _ in best])) or 1
    unit = _eighth((length << 64) // USUAL) * UNIT
    length <<= 8
    return {name: whole for w, name in best if (whole := -w * unit // length)}


@cache
def _root(number: int) -> int:
    return math.isqrt(number << 12)


def _eighth(number: int) -> int:
    """The eighth root; 256 for a number of `1 << 64`."""
    return math.isqrt(math.isqrt(math.isqrt(number)))


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two vectors of length `UNIT`."""
    if len(a) > len(b):
        a, b = b, a
    return sum(w * b[name] for name, w in a.items() if name in b) / UNIT**2
