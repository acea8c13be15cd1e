"""Noun phrases to the left and to the right of an item."""

from __future__ import annotations

import pytest

from rashomon.steps.annotate.quotes.tagging.frames import Frame, extend
from rashomon.steps.annotate.quotes.tagging.phrases import left, right
from rashomon.steps.annotate.words import split_words

from .reading import article


def frame(text: str) -> Frame:
    words = split_words(article(text))
    found = Frame(0, "body")
    extend(found, words.tokens, 0, len(words.tokens))
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "core", "kind"),
    [
        ("Ana Weber said", "Ana Weber", "Ana Weber", "name"),
        ("the mayor said", "the mayor", "the mayor", "role"),
        ("the mayor of Port Ash said", "the mayor of Port Ash", "the mayor", "role"),
        ("a spokesman for Ana Weber said", "a spokesman for Ana Weber", "a spokesman", "role"),
        ("Secretary of State Ana Weber said", "Secretary of State Ana Weber", "Secretary of State Ana Weber", "name"),
        ("the two old officers said", "the two old officers", "the two old officers", "role"),
        ("he said", "he", "he", "pronoun"),
        ("the US president said", "the US president", "the US president", "role"),
        ("In Oslo the mayor said", "the mayor", "the mayor", "role"),
        ("Ana Weber and Tom Ruiz said", "Ana Weber and Tom Ruiz", "Tom Ruiz", "name"),
        ("Weber ’s brother said", "Weber ’s brother", "Weber ’s brother", "role"),
        ("Ursula von der Berg said", "Ursula von der Berg", "Ursula von der Berg", "name"),
        ("Many said", "Many", "Many", "role"),
    ],
)
def test_left_of_the_verb(text: str, speaker: str, core: str, kind: str) -> None:
    items = frame(text)
    phrase = left(items, len(items) - 2)
    assert phrase is not None
    assert items.span(phrase.first, phrase.last).of(text) == speaker
    assert (items.span(phrase.core, phrase.head).of(text), phrase.kind) == (core, kind)


@pytest.mark.parametrize("text", ["on Friday said", "quickly said", "and said", "of it, said", "running said"])
def test_left_finds_nothing(text: str) -> None:
    items = frame(text)
    assert left(items, len(items) - 2) is None


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("said Ana Weber on Friday", "Ana Weber", "name"),
        ("said the mayor of Port Ash", "the mayor of Port Ash", "role"),
        ("said she", "she", "pronoun"),
        ("said Chief of Staff Ana Weber", "Chief of Staff Ana Weber", "name"),
        ("said a man who left", "a man", "role"),
        ("told her brother nothing", "her brother nothing", "role"),
        ("told reporters the port", "reporters", "role"),
        ("told him everything", "him", "pronoun"),
    ],
)
def test_right_of_the_verb(text: str, speaker: str, kind: str) -> None:
    items = frame(text)
    phrase = right(items, 1)
    assert phrase is not None
    assert (items.span(phrase.first, phrase.last).of(text), phrase.kind) == (speaker, kind)


@pytest.mark.parametrize("text", ["said in Oslo", "said that he", "said ,", "said emerged on"])
def test_right_finds_nothing(text: str) -> None:
    assert right(frame(text), 1) is None


def test_past_the_end_there_is_nothing() -> None:
    items = frame("said")
    assert right(items, 1) is None
