"""Reads a text as the names step sees it, and shows what it found as words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.marks import Mention
from rashomon.records.reading import Words
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words

Row = tuple[str, str, str | None]


def words_of(text: str, title: str = "") -> Words:
    """The words of a report of one body block, below a title where one is given."""
    whole = f"{title}\n{text}" if title else text
    blocks = [Block(0, len(title), "title")] if title else []
    blocks.append(Block(len(whole) - len(text), len(whole), "body"))
    return split_words(Article("a", "a.txt", whole, tuple(blocks), language="en"))


def _form(text: str, form: str, title: str) -> list[tuple[str, Mention]]:
    words = words_of(text, title)
    return [(m.span.of(words.text), m) for m in find_mentions(words) if m.form == form]


@pytest.fixture
def named() -> Callable[..., list[Row]]:
    """`named(text, title)`: words, type and label (None without one) of the mentions by name, in text order."""

    def read(text: str, title: str = "") -> list[Row]:
        whole = words_of(text, title).text
        return [(words, m.type, m.label.of(whole) if m.label else None) for words, m in _form(text, "name", title)]

    return read


@pytest.fixture
def full() -> Callable[..., list[tuple[str, str]]]:
    """`full(text)`: words and fullest name of the mentions by name, in text order."""

    def read(text: str, title: str = "") -> list[tuple[str, str]]:
        return [(words, m.name) for words, m in _form(text, "name", title)]

    return read


@pytest.fixture
def roles() -> Callable[..., list[tuple[str, str, str]]]:
    """`roles(text)`: words, type and gender of the roles that stand alone, in text order."""

    def read(text: str, title: str = "") -> list[tuple[str, str, str]]:
        return [(words, m.type, m.gender) for words, m in _form(text, "role", title)]

    return read


@pytest.fixture
def mentions() -> Callable[..., tuple[Mention, ...]]:
    """`mentions(text)`: all that is found, as records."""
    return lambda text, title="": find_mentions(words_of(text, title))


@pytest.fixture
def words() -> Callable[..., Words]:
    """`words(text)`: the words of a report of one body block."""
    return words_of
