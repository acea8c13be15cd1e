"""One key for the transliterations of one name word ("Zelensky", "Zelenskyy", "Zelenskiy", "Selenskyj").

Two words with one key are spelled by two romanisations of the same letters; the key is made by rules on letter
groups, not on meaning, and it refuses words of fewer than three letters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.text.names.fold import fold

RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), value)
    for pattern, value in (
        (r"[^a-z]", ""),
        (r"tsch|tch", "ch"),
        (r"sch", "sh"),
        (r"dzh|dj", "j"),
        (r"ph", "f"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"(?<=[aeiou])h$", ""),
        (r"tz|ts|cz", "z"),
        (r"ck|cq|q|c(?![heiy])", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"(?<=[a-z]{2})ee(?=[a-z])", "i"),
        (r"(?:iy|yy|yi|ii|ij|yj|ey|ei|ie|y|i|j)$", "i"),
        (r"^y(?=e)|^[ij](?=e[a-z]{3})", ""),
        (r"^[yj](?=[aou][a-z]{3})", "i"),
        (r"(?<=[aeiou])y(?=[aeiou])|(?<=[^aeiou])[yj](?=[aeou])|(?<!^)i(?=[aeou])", ""),
        (r"y", "i"),
        (r"ae|oe", "e"),
        (r"(.)\1+", r"\1"),
    )
)
VOWELS = re.compile(r"(?<!^)[aeiou]")
GUTTURAL = re.compile(r"ch|[hkg]")


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The transliteration key of one name word; short words are their own folded form."""
    plain = fold(word)
    if len(plain) < 3 or len(plain) > 40:
        return plain
    for pattern, value in RULES:
        plain = pattern.sub(value, plain)
    return plain or fold(word)


@lru_cache(maxsize=65536)
def guttural(word: str) -> str:
    """The key with one letter for the Slavic and Arabic sounds written kh, ch, h, k ("Sukhoi", "Suchoi", "Sukoi")."""
    return GUTTURAL.sub("h", key(word))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The key without its inner vowels: how Arabic and Hebrew names are written ("Mohammed", "Muhamad")."""
    return VOWELS.sub("", key(word))
