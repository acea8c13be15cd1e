"""The passage of a report that shows why a search found it: where most of the words searched for stand together.

Looked for in the blocks that the index holds, never in furniture as long as the report itself has the words. When only
the title has them, the passage is the beginning of the report.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.records.article import Article
from rashomon.records.span import Span
from rashomon.store.articles import SEARCHED_KINDS
from rashomon.store.query import Term

WIDTH = 240
"""Characters of a passage, about."""
MOST = 200
"""Places that are looked at in one report."""

_ACCENTED: dict[str, str] = {}


def passage(article: Article, terms: tuple[Term, ...]) -> tuple[int, int, tuple[Span, ...]]:
    """Start and end of the passage, and the words in it that were searched for."""
    pattern = compiled(terms)
    text = article.text
    found: list[tuple[int, int, str]] = []
    if pattern is not None:
        for wanted in (True, False):
            for block in article.blocks:
                if (block.kind in SEARCHED_KINDS) is wanted and len(found) < MOST:
                    for m in pattern.finditer(text, block.start, block.end):
                        found.append((m.start(), m.end(), m.lastgroup or ""))
                        if len(found) == MOST:
                            break
            if found:
                break
    if not found:
        first = next((b.start for b in article.blocks if b.kind == "body"), 0)
        return (*_cut(text, first, first), ())
    best = max(range(len(found)), key=lambda n: (_worth(found, n), -found[n][0]))
    start, end = _cut(text, found[best][0], found[best][1])
    return start, end, tuple(Span(a, b) for a, b, _ in sorted(found) if start <= a and b <= end)


def _worth(found: list[tuple[int, int, str]], n: int) -> int:
    """How many different terms stand within reach of hit `n`."""
    start = found[n][0]
    return len({name for a, b, name in found[n : n + 30] if start <= a and b <= start + WIDTH - 60})


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of about `WIDTH` characters around `[start, end)` that begins and ends between words."""
    low = max(0, start - 60)
    high = min(len(text), max(end, low + WIDTH))
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    while low < start and text[low].isspace():
        low += 1
    stop = high
    while stop > end and stop < len(text) and not text[stop].isspace():
        stop -= 1
    high = stop if stop > end else high
    while high > end and text[high - 1].isspace():
        high -= 1
    return low, high


@lru_cache(maxsize=256)
def compiled(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    """A pattern that finds the terms as the index does: whatever the case and the accents, whole words."""
    parts = []
    for n, term in enumerate(terms):
        words = [_letters(word) for word in term.words]
        parts.append(f"(?P<t{n}>(?<![^\\W_])" + r"[\W_]+".join(words) + ("" if term.prefix else r"(?![^\W_])") + ")")
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def _letters(word: str) -> str:
    return "".join(_letter(c) for c in word)


def _letter(c: str) -> str:
    other = _accented().get(c)
    return (f"[{re.escape(c)}{other}]" if other else re.escape(c)) + r"[̀-ͯ]?"


def _accented() -> dict[str, str]:
    """For each plain letter the accented forms of it."""
    if not _ACCENTED:
        import unicodedata

        for code in (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)):
            c = chr(code)
            plain = unicodedata.normalize("NFD", c)
            if len(plain) > 1 and c == c.lower():
                _ACCENTED[plain[0]] = _ACCENTED.get(plain[0], "") + c
    return _ACCENTED
