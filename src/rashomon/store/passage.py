"""The passage of a report that shows why a search found it: where most of the words searched for stand together.

Looked for in the report below its headline, which a hit shows anyway; in furniture only when headline and report have
nothing. When only the headline has the words, the passage is the beginning of the report and names no words found.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rashomon.records.article import Article, Block
from rashomon.records.span import Span
from rashomon.store.articles import SEARCHED_KINDS
from rashomon.store.query import Term

REPORT_KINDS = SEARCHED_KINDS - {"title"}
WIDTH = 240
"""Characters of a passage, about."""
BEFORE = 60
"""Characters of it that stand before the first word found."""
MOST = 200
"""Places that are looked at in one report."""
MARK = "̀"
"""Stands for every combining mark in a folded text."""

_BREAK = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]*[A-Z])|\n\s*")

Found = list[tuple[int, int, int]]
"""Places of terms: start, end, which term."""


def passage(article: Article, terms: tuple[Term, ...]) -> tuple[int, int, tuple[Span, ...]]:
    """Start and end of the passage, and the words in it that were searched for."""
    text = folded(article.text)
    titles = [block for block in article.blocks if block.kind == "title"]
    found = _places(text, [b for b in article.blocks if b.kind in REPORT_KINDS], terms)
    if not found and not _places(text, titles, terms) and not _in_title(article, terms):
        found = _places(text, [b for b in article.blocks if b.kind not in SEARCHED_KINDS], terms)
    if not found:
        first = next((block.start for block in article.blocks if block.kind == "body"), 0)
        return (*_cut(article.text, first, first, *_room(article, first)), ())
    best = max(range(len(found)), key=lambda n: (_worth(found, n), -n))
    at, stop, _ = found[best]
    start, end = _cut(article.text, at, stop, *_room(article, at))
    return start, end, tuple(Span(a, b) for a, b, _ in found if start <= a and b <= end)


def folded(text: str) -> str:
    """The text in lower case and without accents, each character still in its place."""
    plain = text.replace("İ", "i").lower()  # the one letter whose lower case is longer
    return plain if plain.isascii() else plain.translate(_accents())


def _places(text: str, blocks: list[Block], terms: tuple[Term, ...]) -> Found:
    """Where the terms stand in these blocks of a folded text, in text order."""
    marked = MARK in text
    found: Found = []
    for n, term in enumerate(terms):
        pattern, first, count = _pattern(term, marked), term.words[0], 0
        for block in blocks:
            at = block.start
            while count < MOST and (at := text.find(first[0] if marked else first, at, block.end)) >= 0:
                match = pattern.match(text, at, block.end)
                if match:
                    found.append((at, match.end(), n))
                    count += 1
                at = match.end() if match else at + 1
    return sorted(found)


def _in_title(article: Article, terms: tuple[Term, ...]) -> bool:
    """Whether the headline, which need not stand in the text, has one of the terms."""
    title = folded(article.title or "")
    return bool(_places(title, [Block(0, len(title), "title")], terms))


def _worth(found: Found, n: int) -> int:
    """How many different terms stand in the passage that begins with place `n`."""
    stop = found[n][0] + WIDTH - BEFORE
    return len({term for _, end, term in found[n : n + 30] if end <= stop})


def _room(article: Article, at: int) -> tuple[int, int]:
    """Where a passage around `at` may begin and end: neither in a headline nor in furniture, unless it is there."""
    here = next((b for b in article.blocks if b.start <= at < b.end), None)
    if here is None or here.kind not in REPORT_KINDS:
        return (here.start, here.end) if here else (at, len(article.text))
    edges = [b for b in article.blocks if b.kind not in REPORT_KINDS]
    low = max((b.end for b in edges if b.end <= at), default=0)
    return low, min((b.start for b in edges if b.start > at), default=len(article.text))


def _cut(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    """A stretch of about `WIDTH` characters around `[start, end)` that cuts no word.

    It begins with a line or a sentence where one begins near.
    """
    low, high = max(floor, start - BEFORE), max(end, min(ceiling, start + WIDTH - BEFORE))
    breaks = [found.end() for found in _BREAK.finditer(text, low, start)]
    low = breaks[-1] if breaks else low
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    while low < start and text[low].isspace():
        low += 1
    stop = high
    while end < stop < len(text) and not text[stop].isspace():
        stop -= 1
    high = stop if stop > end else high
    while high > max(end, low + 1) and text[high - 1].isspace():
        high -= 1
    return low, high


@lru_cache(maxsize=256)
def _pattern(term: Term, marked: bool) -> re.Pattern[str]:
    """Finds a term in a folded text; `marked` when combining marks may follow its letters."""
    after, gap = (f"{MARK}*", rf"[\W_{MARK}]+") if marked else ("", r"[\W_]+")
    words = gap.join("".join(re.escape(letter) + after for letter in word) for word in term.words)
    return re.compile(rf"(?<![^\W_]){words}" + ("" if term.prefix else r"(?![^\W_])"))


@cache
def _accents() -> dict[int, str]:
    """For each accented letter its plain one, for each combining mark `MARK`."""
    table = {}
    for code in range(0x80, 0x3000):
        plain = unicodedata.normalize("NFD", chr(code))
        if unicodedata.combining(plain[0]):
            table[code] = MARK
        elif len(plain) > 1:
            table[code] = plain[0]
    return table
