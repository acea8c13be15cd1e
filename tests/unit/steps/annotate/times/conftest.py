"""Helpers for tests of times: a report of one block, and what is read in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.marks import TimeMark
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words

Marks = tuple[TimeMark, ...]


def marks_of(text: str, day: str | None = "2025-03-19") -> Marks:
    """The times of `text` as the body of a report published on `day`, Wednesday 19 March 2025 unless given."""
    article = Article("a", "a.txt", text, (Block(0, len(text), "body"),), published=day)
    return find_times(split_words(article))


@pytest.fixture
def marks() -> Callable[..., Marks]:
    """`marks(text, day)`."""
    return marks_of


@pytest.fixture
def read() -> Callable[..., list[tuple[str, str]]]:
    """`read(text, day)`: the words of every expression and its value."""

    def reader(text: str, day: str | None = "2025-03-19") -> list[tuple[str, str]]:
        return [(m.span.of(text), m.value) for m in marks_of(text, day)]

    return reader
