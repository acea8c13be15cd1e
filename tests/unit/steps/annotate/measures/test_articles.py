"""Lengths without a number, and words that only look like one."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.measures.articles import half_more, lengths
from rashomon.steps.annotate.words import split_words


def found(text: str) -> list[tuple[str, float, str | None, str | None]]:
    words = split_words(Article("a", "a", text, (Block(0, len(text), "body"),)))
    measures = [m for s in words.sentences for m in lengths(words, s, [])]
    return [(m.span.of(text), m.value, m.unit, m.modifier) for m in measures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took about an hour.", ("about an hour", 1, "hour", "about")),
        ("It took more than a year.", ("more than a year", 1, "year", "more than")),
        ("They talked for an hour.", ("an hour", 1, "hour", None)),
        ("It lasted a full week.", ("a full week", 1, "week", None)),
        ("An hour-long call.", ("hour-long", 1, "hour", None)),
        ("A daylong strike.", ("daylong", 1, "day", None)),
        ("It took an hour and a half.", ("an hour and a half", 1.5, "hour", None)),
        ("They live less than a mile away.", ("less than a mile", 1, "mile", "less than")),
    ],
)
def test_lengths(text: str, expected: tuple[str, float, str, str | None]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A day later they left.",
        "It costs $5 a day.",
        "Once a year they meet.",
        "Wait a second.",
        "Fog closes the port for a second day.",
        "The hour has come.",
        "An hour ago.",
        "A year-end sale.",
    ],
)
def test_none(text: str) -> None:
    assert found(text) == []


def test_what_is_read_already_is_not_read_twice() -> None:
    text = "It took about an hour."
    words = split_words(Article("a", "a", text, (Block(0, len(text), "body"),)))
    (sentence,) = words.sentences
    first = lengths(words, sentence, [])
    assert lengths(words, sentence, first) == []


def test_the_half_of_an_hour_and_a_half() -> None:
    text = "It took an hour and a half."
    assert half_more(text, text.index("a half"), 0)
    assert not half_more("They ate a half.", 9, 0)
