"""The words of a short stretch of text, without marks and clitics."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,]\d+)*")
CLITIC = re.compile(r"(?:'s|’s|'|’)$", re.I)


def content_words(text: str) -> list[str]:
    """Words and figures of `text`, in order, without "'s"."""
    return [w for w in (CLITIC.sub("", m) for m in WORD.findall(text)) if w]
