"""The words of a short stretch of text, without marks and clitics."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,]\d+)*")
CLITIC = re.compile(r"(?:'s|’s|'|’)$", re.I)


def content_words(text: str) -> list[str]:
    """Words and figures of `text`, in order, without "'s"."""
    return list(_words(text))


@lru_cache(maxsize=8192)
def lower_words(text: str) -> frozenset[str]:
    """The different words of `content_words` in lower case. Sentences are asked for again and again."""
    return frozenset(w.lower() for w in _words(text))


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    found = WORD.findall(text)
    return tuple([w for m in found if (w := CLITIC.sub("", m) if m[-1] in "sSſ" and m[-2:-1] in "'’" else m)])
