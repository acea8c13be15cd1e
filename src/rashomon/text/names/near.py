"""How far two spellings of one name word lie apart: one slip of the pen, or vowels that romanisations exchange.

Decides nothing about names; it compares letters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.text.names.keys import key, skeleton

VOWELS = re.compile(r"[aeiou]+")
LIKE = frozenset((("a", "e"), ("e", "a"), ("e", "i"), ("i", "e"), ("o", "u"), ("u", "o")))


def one_edit(a: str, b: str) -> bool:
    """True when one letter is inserted, dropped, changed, or two neighbours are swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[start:], b[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def swapped(a: str, b: str) -> bool:
    """True when two neighbouring letters have changed places."""
    return len(a) == len(b) and sorted(a) == sorted(b) and one_edit(a, b)


@lru_cache(maxsize=65536)
def same_sounds(a: str, b: str) -> bool:
    """True for two romanisations of one Arabic or Slavic word: equal consonants, and vowels that may stand for another.

    "Mohammed" and "Muhamad", but not "Mahmoud"; "Husain" and "Hossein", but not "Hassan". A vowel may be left out.
    """
    if skeleton(a) != skeleton(b):
        return False
    short, long = sorted((VOWELS.findall(key(a)), VOWELS.findall(key(b))), key=len)
    if len(long) - len(short) > 1:
        return False
    if len(short) == len(long):
        return all(map(_like, short, long))
    return any(all(map(_like, short, long[:n] + long[n + 1 :])) for n in range(len(long)))


def _like(x: str, y: str) -> bool:
    return any(v == w or (v, w) in LIKE for v in x for w in y)
