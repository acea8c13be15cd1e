"""Ages written as bare numbers."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.measures.ages import UNIT, age
from rashomon.steps.annotate.words import split_words
from rashomon.text.numbers import find_numbers


def read(text: str) -> str | None:
    words = split_words(Article("a", "a", text, (Block(0, len(text), "body"),)))
    return age(words, find_numbers(text)[0], 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "A man aged 25 fell.",
        "She turned 40.",
        "He is 35 by now.",
        "He was 10.",
        "Ida Lund, 42, fell.",
        "The driver, 42, fell.",
        "The Norwegian, 42, had led the club.",
        "at the age of five",
        "Ida Lund Jr., 42, fell.",
        "Ida Lund, 42 and Per Holm fell.",
        "His half-brothers, 17 and 22, were held.",
        "She left her daughters, 4 and 7.",
    ],
)
def test_ages(text: str) -> None:
    assert read(text) == UNIT


@pytest.mark.parametrize(
    "text",
    [
        "They saw 25 boats.",
        "He is 35 miles away.",
        "She was 140.",
        "In Port Vale, 42 boats sank.",
        "He said 42, no more.",
        "Rows 7, 42, 51",
        "He was 2.5 metres tall.",
        "Ida Lund, 42 and counting, fell.",
        "He wrote the chapters, 17 and 22, alone.",
    ],
)
def test_no_ages(text: str) -> None:
    assert read(text) is None
