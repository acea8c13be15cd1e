"""The second opinion and the confidence that comes of it."""

from __future__ import annotations

import pytest

from rashomon.records.article import BlockKind
from rashomon.steps.annotate.quotes import read_article
from rashomon.steps.annotate.quotes.judging.ranker import candidates, region_index, second_opinion, weights
from rashomon.steps.annotate.words import split_words

from .reading import article, read

PEOPLE = ("Ana Weber/f", "Tom Ruiz/m")


def opinions(text: str) -> list[str | None]:
    state = read_article(split_words(article(text)))
    frames = [frame for frame, _ in state.frames]
    index = region_index(frames)
    found = [second_opinion(frames, index, draft) for draft in state.drafts if draft.regions]
    return [opinion[0].of(text) if opinion else None for opinion in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are late,” Ana Weber said.", ["Ana Weber"]),
        ("“We are late,” said Ana Weber.", ["Ana Weber"]),
        ("Ana Weber said: “We are late.”", ["Ana Weber"]),
        ("Tom Ruiz saw the port. “We are late,” Ana Weber said.", ["Ana Weber"]),
        ("“We are late.”", [None]),
    ],
)
def test_the_second_method_points_at_words(text: str, expected: list[str | None]) -> None:
    assert opinions(text) == expected


def test_candidates_never_come_from_inside_a_quotation() -> None:
    text = "“Tom Ruiz told the mayor,” Ana Weber said."
    state = read_article(split_words(article(text)))
    frames = [frame for frame, _ in state.frames]
    spans = [c.span.of(text) for c in candidates(frames, region_index(frames), state.drafts[0])]
    assert spans == ["Ana Weber"]


def test_weights_are_whole_numbers() -> None:
    table = weights()
    assert len(table) > 100
    assert all(type(value) is int for value in table.values())


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("“We are late,” Ana Weber said.", "body", [0.9]),
        ("“We are late,” Ana Weber said.", "title", [0.5]),
        ("“We are late,” Ana Weber said.", "teaser", [0.2]),
        ("“We are late and the port is shut.”", "body", [0.3]),
        ("Ana Weber said the port was shut.", "body", [0.7]),
        ("Ana Weber said the port was shut.", "title", [0.5]),
        ("Ana Weber wants the port to stay open.", "body", [0.25]),
        ("Ana Weber said she was tired.\n“I have not slept since Friday.”", "body", [0.7, 0.5]),
        ("Tom Ruiz said Ana Weber had called it “late again.”", "body", [0.7, 0.7]),
    ],
)
def test_confidence(text: str, kind: BlockKind, expected: list[float]) -> None:
    kinds: dict[int, BlockKind] = {0: kind}
    assert [round(m.confidence, 2) for m in read(text, *PEOPLE, kinds=kinds)] == expected


def test_doubtful_marks_lower_the_confidence() -> None:
    sound, broken = "Ana Weber said: “We are late.”", "Ana Weber said: “We are late."
    assert [round(read(text, *PEOPLE)[0].confidence, 2) for text in (sound, broken)] == [0.9, 0.85]
