"""Sentences with their quotations folded into one item."""

from __future__ import annotations

import pytest

from rashomon.steps.annotate.quotes.tagging.cues import table
from rashomon.steps.annotate.quotes.tagging.frames import QUOTE, Frame, fold
from rashomon.steps.annotate.words import split_words
from rashomon.text.quotemarks import pair_marks

from .reading import article


def frames(text: str) -> list[Frame]:
    words = split_words(article(text))
    pairs = pair_marks(text, [p.span for p in words.paragraphs])
    return [f for n, found in enumerate(pairs) for f in fold(words, n, found, frozenset(table().forms))]


def folded(text: str) -> list[str]:
    return [" ".join("Q" if word == QUOTE else word for word in frame.words) for frame in frames(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weber left. Ruiz stayed.", ["Weber left .", "Ruiz stayed ."]),
        ("“We left.” Ruiz stayed.", ["Q", "Ruiz stayed ."]),
        ("“We left,” Weber said. “It rained.”", ["Q Weber said .", "Q"]),
        ("“We left. It rained. We ran,” Weber said.", ["Q Weber said ."]),
        ("“Did we leave?” Weber asked.", ["Q Weber asked ."]),
        ("“Did we leave?” asked Weber.", ["Q asked Weber ."]),
        ("“We left!” Weber cried in the hall.", ["Q Weber cried in the hall ."]),
        ("“We left.” Weber said.", ["Q Weber said ."]),
        ("“We left.” Weber said the port was shut.", ["Q", "Weber said the port was shut ."]),
        ("“We left?” Weber said, “No.”", ["Q Weber said , Q"]),
        ("The plan is “late” and “bad.” It stays.", ["The plan is Q and Q", "It stays ."]),
        ("“We left,” Weber said, “and it rained.” Ruiz stayed.", ["Q Weber said , Q", "Ruiz stayed ."]),
        ("“We left.\n“It rained.”", ["Q", "Q"]),
    ],
)
def test_folding(text: str, expected: list[str]) -> None:
    assert folded(text) == expected


def test_items_keep_their_characters() -> None:
    text = "“We left,” Weber said."
    (frame,) = frames(text)
    assert frame.span(0, 0).of(text) == "“We left,”"
    assert frame.span(1, 2).of(text) == "Weber said"
    assert frame.item(frame.starts[1]) == 1
    assert frame.places == [0]


def test_lists_are_of_one_length() -> None:
    for frame in frames("Weber said “no,” and “never.” Ruiz left. “We know.”"):
        lengths = {len(x) for x in (frame.words, frame.low, frame.tags, frame.starts, frame.ends, frame.quotes)}
        assert lengths == {len(frame)}


def test_a_sentence_without_a_finite_verb_gets_one() -> None:
    (frame,) = frames("The prince called for calm.")
    assert "VBD" in frame.tags
