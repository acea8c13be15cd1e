"""The versions of one report, and the words in which each differs from the one before.

Paragraphs are aligned first, words only inside those that changed, so that long reports cost little; a stretch of more
than `ALIGNED` words is shown as gone and new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from rashomon.desk.reading import Reading
from rashomon.records.desk import ArticleRow

Change = Literal["same", "gone", "new"]
Part = tuple[Change, str]
ALIGNED = 2000
MOST = 50
"""Versions that are shown at the most: the newest."""
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


def versions(desk: Reading, article: str) -> list[tuple[ArticleRow, list[Part]]]:
    """Every version of a report, oldest first, with its words against the version before. Raises NotFound."""
    row, found = desk.article(article)
    while row.revised_by is not None:
        row, found = desk.article(row.revised_by)
    chain = [(row, found.text)]
    while row.revises is not None and len(chain) < MOST:
        row, found = desk.article(row.revises)
        chain.append((row, found.text))
    chain.reverse()
    before: list[str | None] = [None, *(text for _, text in chain)]
    return [
        (row, [("same", text)] if old is None else list(difference(old, text)))
        for (row, text), old in zip(chain, before, strict=False)
    ]


def difference(old: str, new: str) -> list[Part]:
    """`old` against `new` in parts: what is the same and new makes `new`, what is the same and gone makes `old`."""
    parts: list[Part] = []
    for kind, text in _paragraphs(old, new):
        if parts and parts[-1][0] == kind:
            parts[-1] = (kind, parts[-1][1] + text)
        elif text:
            parts.append((kind, text))
    return parts


def _paragraphs(old: str, new: str) -> Iterator[Part]:
    left, right = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for _, i, j, k, m in SequenceMatcher(None, left, right, autojunk=len(left) > ALIGNED).get_opcodes():
        if left[i:j] == right[k:m]:
            yield "same", "".join(left[i:j])
        else:
            yield from _words("".join(left[i:j]), "".join(right[k:m]))


def _words(old: str, new: str) -> Iterator[Part]:
    left, right = _WORD.findall(old), _WORD.findall(new)
    if max(len(left), len(right)) > 2 * ALIGNED:
        yield from (("gone", old), ("new", new))
        return
    for _, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if left[i:j] == right[k:m]:
            yield "same", "".join(left[i:j])
        else:
            yield "gone", "".join(left[i:j])
            yield "new", "".join(right[k:m])
