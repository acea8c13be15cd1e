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
    return tuple(w for w in (CLITIC.sub("", m) if m[-1] in "sSſ" else m for m in WORD.findall(text)) if w)
