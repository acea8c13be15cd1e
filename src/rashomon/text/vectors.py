"""How near two words are in meaning: the table of `weights/vectors.bin.z`, 512 bits for each of 24,000 words.

Decides only that two words are used of like things ("miners" and "workers", "vessel" and "boat"). Words that exclude
one another are near as well ("closed" and "reopened"), so nearness says that two passages may be about one thing and
never that they agree. A word that the table lacks, and whose plural or verb endings it lacks too, is near to itself
alone. Source: word vectors distilled from a sentence encoder, of which the table keeps on which side of random planes
each lies (Charikar 2002); see `training/vectors.py`.
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from importlib import resources
from math import cos, pi

ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
"""Endings taken off a word that the table lacks, and what is put in their place."""
SHORTEST = 3
"""Letters that must be left."""


class Vectors:
    """The table: `words` gives a word's row, `rows` holds the bits of all, `size` bytes each."""

    def __init__(self, data: bytes) -> None:
        head, _, rest = data.partition(b"\n")
        bits, count = (int(n) for n in head.split())
        self.size = bits // 8
        names, self.rows = rest[: -self.size * count], rest[-self.size * count :]
        self.words = {word: n for n, word in enumerate(names.decode().split())}
        self.angles = tuple(max(0.0, cos(pi * differing / bits)) for differing in range(bits + 1))
        """Cosine of the angle between two words, by the number of bits in which they differ; 0 from a right angle."""

    def bits(self, word: str) -> int:
        """The bits of `word`, in lower case; -1 for a word that the table lacks."""
        n = self.words.get(word)
        return -1 if n is None else int.from_bytes(self.rows[n * self.size : (n + 1) * self.size], "big")


@cache
def vectors() -> Vectors:
    """The shipped table."""
    return Vectors(zlib.decompress((resources.files("rashomon.weights") / "vectors.bin.z").read_bytes()))


@lru_cache(maxsize=65536)
def bits(word: str) -> int:
    """The bits of `word`, whatever its case and its endings; -1 for a word that the table lacks."""
    table, word = vectors(), word.lower()
    found = table.bits(word)
    for ending, instead in ENDINGS if found < 0 else ():
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            found = table.bits(word[: -len(ending)] + instead)
            if found >= 0:
                break
    return found


def near(one: str, other: str) -> float:
    """How near two words are, 0 to 1: 1 for equal words whatever their case, 0 where either is unknown.

    Of two words taken at random nine pairs of ten are at 0.2 or less; "workers" and "miners" are at 0.6.
    """
    if one.lower() == other.lower():
        return 1.0
    a, b = bits(one), bits(other)
    return 0.0 if a < 0 or b < 0 else vectors().angles[(a ^ b).bit_count()]
