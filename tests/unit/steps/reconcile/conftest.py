"""Small own-written stories for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.findings import Actor, Form
from rashomon.records.marks import Marks, QuoteMark
from rashomon.records.span import Cite, Span
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.cast import Cast




Report: TypeAlias = "tuple[str, Sequence[dict[str, Any]]]"
"""A text and its quotations: `pieces` (to the letter), and any of `speaker` (words behind them), `kind`, fields of the mark."""


def find(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def build(reports: Sequence[Report], people: Sequence[tuple[str, str]] = (), **fields: Any) -> tuple[Story, Cast]:
    """A story of these reports (ids a, b, c …) and the cast of `people`: (name, type) pairs found by their last word."""
    articles, marks, of = [], [], {}
    cites: dict[str, list[Cite]] = {name: [] for name, _ in people}
    for letter, (text, said) in zip("abcdefghijklmnop", reports, strict=False):
        article = Article(letter, f"{letter}.txt", text, (Block(0, len(text), "body"),), language="en", **fields)
        found = Marks(split_words(article))
        found.quotes = tuple(_mark(text, s) for s in said)
        articles.append(article)
        marks.append(found)
        for name, _ in people:
            at = text.find(name.split()[-1])
            while at >= 0:
                span = Span(at, at + len(name.split()[-1]))
                of[letter, span] = name
                cites[name].append(Cite(letter, *span))
                at = text.find(name.split()[-1], at + 1)
    actors = [
        Actor(name, name, kind, (Form(name, tuple(cites[name]) or (Cite("a", 0, 1),)),))  # type: ignore[arg-type]
        for name, kind in people
    ]
    return Story(tuple(articles), tuple(marks)), Cast(tuple(actors), of)


def _mark(text: str, said: dict[str, Any]) -> QuoteMark:
    fields = {"kind": "direct", "confidence": 0.8, **said}
    pieces, words = fields.pop("pieces"), fields.pop("speaker", None)
    content = tuple(find(text, piece) for piece in ([pieces] if isinstance(pieces, str) else pieces))
    behind = text.find(words, content[-1].end) if words else -1
    speaker = find(text, words, max(behind, 0)) if words else None
    clause = fields.pop("clause", None)
    return QuoteMark(content=content, speaker=speaker, clause=find(text, clause) if clause else None, **fields)


@pytest.fixture
def make_story() -> Callable[..., tuple[Story, Cast]]:
    return build
