"""Which way a clause looks, read from its verbs."""

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.times.frame import clause_tense
from rashomon.steps.annotate.words import split_words


def tense(text: str, at: str) -> str:
    words = split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),)))
    offset = text.index(at)
    sentence = words.sentence_at(offset)
    assert sentence is not None
    return clause_tense(words, sentence, offset)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council met on X-day in Alba.", "past"),
        ("The council will meet on X-day in Alba.", "future"),
        ("The council is due to meet on X-day in Alba.", "future"),
        ("The council plans to meet on X-day in Alba.", "future"),
        ("The deal should be signed on X-day in Alba.", "future"),
        ("The mayor said that the council will meet on X-day.", "future"),
        ("The council, which will meet in May, voted on X-day.", "past"),
        ("On X-day the council voted.", "past"),
        ("On X-day the council will vote.", "future"),
        ("The plans announced on X-day were void.", "past"),
        ("Nothing, X-day.", ""),
    ],
)
def test_tense_of_the_clause(text: str, expected: str) -> None:
    assert tense(text, "X-day") == expected
