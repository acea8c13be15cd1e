"""The clause around a number."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.figures.frame import EMPTY, Frame, frame_of
from rashomon.text.similarity import terms


def frames(text: str) -> list[Frame]:
    words = split_words(Article("a", "a", text, (Block(0, len(text), "body"),)))
    found = []
    for measure in find_measures(words, (), ()):
        sentence = words.sentence_at(measure.span.start)
        assert sentence is not None
        found.append(frame_of(words, measure, sentence))
    return found


def clause(text: str) -> str:
    (frame, *_) = frames(text)
    return text[frame.start : frame.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour board replaced 60 lamps, and the mayor left.", "The harbour board replaced 60 lamps"),
        ("The storm hit Lorn when 60 lamps fell on the quay.", "60 lamps fell on the quay."),
        ("The mill, with 190 workers the largest in town, closed.", "with 190 workers the largest in town"),
        ("The ruling, by five votes, came late.", "The ruling, by five votes"),
    ],
)
def test_where_a_clause_ends(text: str, expected: str) -> None:
    assert clause(text) == expected


def test_terms_without_the_noun_of_the_number() -> None:
    (frame,) = frames("The harbour board replaced 60 lamps.")
    assert frame.near == terms(["harbour", "board", "replaced"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill employs 190 people.", {"employ"}),
        ("The line will cost 480 million euros.", {"cost"}),
        ("Norda sold the mill for $640 million.", {"price"}),
        ("The mill stood there for 40 years.", set()),
    ],
)
def test_what_is_said(text: str, expected: set[str]) -> None:
    assert frames(text)[0].said == expected


def test_what_is_only_expected() -> None:
    assert frames("Analysts had expected a price of $700 million.")[0].expected
    assert not frames("The price is $640 million.")[0].expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The drug helped 62 percent of the children.", "children"),
        ("The drug helped 62 per cent of older children who took it.", "children"),
        ("Prices rose by 62 percent.", None),
    ],
)
def test_the_whole_of_a_share(text: str, word: str | None) -> None:
    (whole,) = terms([word]) if word else (None,)
    assert frames(text)[0].whole == whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An earthquake of magnitude 6.4 struck.", True),
        ("A 6.4-magnitude earthquake struck.", True),
        ("The magnitude 6.4 quake struck.", True),
        ("A 6.4 quake struck.", True),
        ("Some 6 earthquakes struck.", False),
        ("The boat sailed 6.4 miles.", False),
    ],
)
def test_magnitudes(text: str, expected: bool) -> None:
    assert frames(text)[0].magnitude is expected


def test_votes_of_the_other_side() -> None:
    first, second = frames("The council agreed by 31 votes to 14.")
    assert (first.against, second.against) == (14, None)
    assert second.near == frozenset()
    assert frames("He won 31 votes in Lorn.")[0].against is None


def test_the_empty_frame() -> None:
    assert (EMPTY.near, EMPTY.said, EMPTY.whole, EMPTY.expected) == (frozenset(), frozenset(), None, False)
