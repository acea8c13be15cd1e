"""The furniture rules: what the words of one line alone say about its kind.

Reads `lexicons/en/furniture.toml` once and compiles it into one drawers by first letters, so that a line costs little
however many rules there are. Decides on the line only; where the line stands is judged elsewhere.
A line longer than a rule's limit is never touched by it: long lines are text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, cast

from rashomon.records.article import BlockKind
from rashomon.text.lexicon import lexicon

LONGEST = 900
_DRAWER = 5
_FOLD = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "))
_SIGNS = re.compile(r"[/=_@#]|^[^a-zA-Z\"'“‘]")
_EDGE = " \t\u00a0-–—*•·|>»«.:!?…_=#"


@dataclass(frozen=True, slots=True)
class Rule:
    """One table of the furniture lexicon. `head`: a list of links follows; `cut`: the rest is for payers."""

    kind: BlockKind
    name: str
    why: str
    limit: int
    head: bool = False
    cut: bool = False
    comments: bool = False
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    search: re.Pattern[str]
    rule: Rule
    needs: str


@dataclass(slots=True)
class _Book:
    """The lexicon, arranged by what a line must begin with: only the rules in its drawer are tried on it."""

    whole: dict[str, Rule]
    starts: dict[str, list[tuple[str, Rule]]]
    contains: list[tuple[str, Rule]]
    keys: frozenset[str]
    worded: dict[str, list[_Pattern]]
    signs: list[_Pattern]
    needy: list[_Pattern]


@cache
def _book(language: str = "en") -> _Book:
    book = _Book({}, {}, [], frozenset(), {}, [], [])
    for kind, tables in lexicon("furniture", language).items():
        for name, table in tables.items():
            rule = _rule(kind, name, table)
            book.whole.update((fold(t).strip(_EDGE), rule) for t in table.get("whole", ()))
            book.contains.extend((fold(t), rule) for t in table.get("contains", ()))
            for text in table.get("starts", ()):
                book.starts.setdefault(fold(text)[:_DRAWER], []).append((fold(text), rule))
            for pattern in table.get("pattern", ()):
                _file(book, _Pattern(re.compile(pattern, re.IGNORECASE), rule, table.get("needs", "")))
    book.keys = _keys([phrase for phrase, _ in book.contains])
    for drawer in book.starts.values():
        drawer.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return book


def _keys(phrases: list[str]) -> frozenset[str]:
    """A long word of each phrase, never its last: a line without any of these words has none of the phrases."""
    words = (phrase.split()[:-1] for phrase in phrases if phrase[0] != "(")
    return frozenset(max(parts, key=lambda word: (len(word), word)) for parts in words if parts)


def _file(book: _Book, pattern: _Pattern) -> None:
    """Patterns that begin with plain letters go into a drawer; the others are tried on lines with signs in them."""
    if pattern.needs:
        book.needy.append(pattern)
        return
    literal = re.match(r"[a-z ]{2,}(?![?*{a-z ])", pattern.search.pattern)
    if literal:
        book.worded.setdefault(literal[0][:2], []).append(pattern)
    else:
        book.signs.append(pattern)


def _rule(kind: str, name: str, table: dict[str, Any]) -> Rule:
    flags = {ours: bool(table.get(key)) for ours, key in
             (("head", "list"), ("cut", "cut"), ("comments", "comments"), ("open_only", "open"))}  # fmt: skip
    return Rule(cast(BlockKind, kind), f"{kind}.{name}", table["why"], table.get("limit", 120), **flags)


def fold(text: str) -> str:
    """Lower case with straight quotation marks; same length in all but a few scripts, so never used for offsets."""
    if text.isascii():
        return text.lower()
    for sign, plain in _FOLD:
        if sign in text:
            text = text.replace(sign, plain)
    return text.casefold()


def bare(text: str) -> str:
    """`text` folded, without the bullets, colons and end marks around it."""
    return fold(text).strip(_EDGE)


@lru_cache(maxsize=8192)  # the same lines stand on many pages
def rule_for(text: str, is_open: bool) -> Rule | None:
    """The rule that claims the line `text`; `is_open`: the line has no sentence end.

    The first match in the order whole line, start, pattern, phrase wins.
    """
    size = len(text)
    if size > LONGEST:
        return None
    book, folded = _book(), fold(text)
    if size <= 90:
        rule = book.whole.get(folded.strip(_EDGE))
        if rule is not None:
            return rule
    for width in (_DRAWER, 4, 3, 2, 1):
        for phrase, rule in book.starts.get(folded[:width], ()):
            if folded.startswith(phrase) and size <= rule.limit and _ends_word(folded, len(phrase)):
                return rule
    if is_open or size <= 160:
        found = _by_pattern(text, folded, size, book)
        if found is not None:
            return found
    return _by_phrase(folded, size, is_open, book) if 16 <= size <= (420 if is_open else 300) else None


def _by_phrase(folded: str, size: int, is_open: bool, book: _Book) -> Rule | None:
    if not (is_open and "(" in folded) and book.keys.isdisjoint(folded.split()):
        return None
    for phrase, rule in book.contains:
        if phrase in folded and size <= rule.limit and (is_open or not rule.open_only):
            return rule
    return None


def _ends_word(folded: str, end: int) -> bool:
    return end >= len(folded) or not (folded[end].isalnum() and folded[end - 1].isalnum())


def _by_pattern(text: str, folded: str, size: int, book: _Book) -> Rule | None:
    for pattern in book.needy:
        if pattern.needs in folded and pattern.search.match(text):
            return pattern.rule
    for pattern in book.worded.get(folded[:2], ()):
        if size <= pattern.rule.limit and pattern.search.match(text):
            return pattern.rule
    if not _SIGNS.search(text):
        return None
    for pattern in book.signs:
        if size <= pattern.rule.limit and pattern.search.match(text):
            return pattern.rule
    return None
