"""Reads a text as the acts step sees it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.marks import Marks, QuoteMark
from rashomon.records.span import Span
from rashomon.steps.annotate.words import split_words

Read = Callable[..., Marks]


@pytest.fixture
def read() -> Read:
    """Marks of a text with words and, where given, quotations as (content, speaker) pairs of its own words."""

    def build(text: str, quotes: tuple[tuple[str, str], ...] = (), kind: str = "body") -> Marks:
        block = Block(0, len(text), kind)  # type: ignore[arg-type]
        marks = Marks(split_words(Article("a", "a.txt", text, (block,), language="en")))

        def at(words: str) -> Span:
            start = text.index(words)
            return Span(start, start + len(words))

        marks.quotes = tuple(QuoteMark("direct", (at(said),), speaker=at(who)) for said, who in quotes)
        return marks

    return build
