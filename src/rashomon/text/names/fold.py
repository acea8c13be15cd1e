"""Makes spellings comparable: no case, accents, control characters or kinds of apostrophe. Decides nothing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HIDDEN = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Soft hyphens, zero-width and direction marks, control characters: they carry no letter of a name."""
MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "′": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"}
)
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h"}
)


SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
BLUNT = re.compile(r"(?<=[aou])e|(?<=a)a")


def spelled_out(text: str) -> str:
    """`text` folded, with umlauts written as two letters ("Jäger": "jaeger")."""
    return fold(unicodedata.normalize("NFC", text).translate(SPELLED))


def blunt(text: str) -> str:
    """`text` folded, with umlauts and their two letters both written as the bare vowel ("Jaeger", "Jäger": "jager")."""
    return BLUNT.sub("", fold(text))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` in lower case without accents and hidden characters, apostrophes and hyphens made plain."""
    if text.isascii():
        return text.lower() if text.isprintable() else HIDDEN.sub("", text.lower())
    text = HIDDEN.sub("", text).translate(MARKS).lower().translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
