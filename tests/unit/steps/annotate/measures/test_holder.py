"""Who gives a figure, from the words of its sentence."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.measures.holder import holder_at
from rashomon.steps.annotate.words import split_words


def holder(text: str, number: str = "12") -> str | None:
    words = split_words(Article("a", "a", text, (Block(0, len(text), "body"),)))
    sentence = words.sentence_at(text.index(number))
    assert sentence is not None
    start = text.index(number)
    span = holder_at(words, sentence, start, start + len(number))
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said 12 boats sank.", "Police"),
        ("The harbour board has confirmed that 12 boats sank.", "The harbour board"),
        ("Ida Lund, a fisher, said 12 boats sank.", "Ida Lund"),
        ("According to the coast guard, 12 boats sank.", "the coast guard"),
        ("At least 12 boats sank, according to Ida Lund.", "Ida Lund"),
        ("At least 12 boats sank, the mayor said on Monday.", "the mayor"),
        ("At least 12 boats sank, said the mayor.", "the mayor"),
        ("At least 12 boats sank.", None),
        ("It said 12 boats sank.", None),
        ("Boats sank. 12 were lost.", None),
    ],
)
def test_holder(text: str, expected: str | None) -> None:
    assert holder(text) == expected


def test_a_long_hostile_sentence_is_read_quickly() -> None:
    assert holder("12 " + "a, " * 5000 + "b") is None
