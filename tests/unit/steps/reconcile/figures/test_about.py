"""The line that says what a figure is about, on invented reports."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.marks import Marks, QuoteMark
from rashomon.records.span import Span
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.figures import find_figures


def ledger(*texts: str, quotes: tuple[QuoteMark, ...] = (), cast: Cast | None = None) -> Any:
    articles, marks = [], []
    for n, text in enumerate(texts):
        articles.append(Article(f"r{n}", f"r{n}", text, (Block(0, len(text), "body"),)))
        words = split_words(articles[-1])
        marks.append(Marks(words, measures=find_measures(words, (), ()), quotes=quotes))
    return find_figures(Story(tuple(articles), tuple(marks)), cast or Cast())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rescue took almost three hours.", "length of rescue"),
        ("The ferry struck the bank some 40 minutes later.", "length of time: “struck the bank”"),
        ("The freighter was stuck for two days.", "length of time: “was stuck”"),
        ("The mill was sold for $640 million.", "price in USD"),
        ("The line will cost 480 million euros.", "cost in EUR"),
        ("The mill employs 1,900 people.", "people employed"),
        ("The ferry had 142 people on board.", "people on board"),
        ("An earthquake of magnitude 6.4 struck.", "magnitude"),
        ("The drug helped 62 percent of the children.", "share of children"),
        ("The fire killed seven people.", "people killed"),
        ("Some 60 shops stand there.", "shops"),
    ],
)
def test_about(text: str, expected: str) -> None:
    assert [f.about for f in ledger(text)] == [expected]


def test_the_sentence_before_counts_only_behind_a_pronoun() -> None:
    (rescue,) = ledger("They waited for a phone call. The rescue took three hours.")
    (call,) = ledger("They waited for a phone call. It took three hours.")
    assert (rescue.about, call.about) == ("length of rescue", "length of talk")


def test_an_aside_in_reported_speech_is_vouched_for_by_nobody() -> None:
    text = "Lund demanded answers about the ferry, which sank with 142 people on board."
    quote = QuoteMark("indirect", (Span(text.index("answers"), len(text) - 1),), Span(0, 4))
    cast = Cast((), {("r0", Span(0, 4)): "ida-lund"})
    (figure,) = ledger(text, quotes=(quote,), cast=cast)
    assert [r.holder for r in figure.readings] == [None]
    plain = text.replace(", which sank", " that sank")
    quote = QuoteMark("indirect", (Span(plain.index("answers"), len(plain) - 1),), Span(0, 4))
    (figure,) = ledger(plain, quotes=(quote,), cast=cast)
    assert [r.holder for r in figure.readings] == ["ida-lund"]


@pytest.mark.parametrize(
    ("one", "other", "note"),
    [
        (
            "The council approved the harbour line by 31 votes to 14.",
            "The council approved the harbour line by 31 votes to 19.",
            "31 votes to 14; 31 votes to 19",
        ),
        (
            "The dam was to supply power to 300,000 homes.",
            "The dam was to bring electricity to 500,000 homes.",
            "300,000 homes (lowest, no source named) against 500,000 homes",
        ),
        (
            "A fire at the Regent killed seven people in Lorn.",
            "Four people died in a fire at the Regent in Lorn.",
            "Four people (lowest, no source named) against seven people",
        ),
    ],
)
def test_conflicts(one: str, other: str, note: str) -> None:
    assert note in [f.note for f in ledger(one, other) if f.relation == "conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood ruined 120 houses in April.", "The mayor sold 200 houses to a bank."),
        ("The price was $640 million.", "Analysts had expected a price of $700 million."),
        ("Some 12 of the boats sank near the pier.", "Some 20 boats sank near the pier."),
    ],
)
def test_no_conflicts(one: str, other: str) -> None:
    assert [f.relation for f in ledger(one, other)] == ["single", "single"]
