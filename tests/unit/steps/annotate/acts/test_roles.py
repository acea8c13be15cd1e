from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.marks import Marks, QuoteMark
from rashomon.records.reading import Tokens
from rashomon.records.span import Span
from rashomon.steps.annotate.acts.clauses import split_clauses
from rashomon.steps.annotate.acts.holders import Holders, according_to, frame_holder
from rashomon.steps.annotate.acts.nominal import nominal_acts
from rashomon.steps.annotate.acts.roles import agent, characters, contact, object_range, phrase, subject

Read = Callable[..., Marks]


def words(tokens: Tokens, text: str, reach: tuple[int, int] | None) -> str | None:
    span = characters(tokens, reach)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("The old board of Alba resigned.", ["The old board of Alba"]),
        ("On Monday, the board resigned.", ["the board"]),
        ("In a letter on 4 May the board resigned.", ["the board"]),
        ("Ida Roe, the harbour chief, resigned.", ["Ida Roe"]),
        ("Residents of Tarn in the north protested.", ["Residents of Tarn"]),
        ("However, the board resigned.", ["the board"]),
        ("Alba rejected the tax and sold the wall.", ["Alba", "Alba"]),
        ("The tax, which Alba proposed, failed.", ["Alba", "The tax"]),
        ("The mayor, whose wife left, resigned.", ["wife", "The mayor"]),
        ("The bridge, which opened in May, fell.", ["The bridge", "The bridge"]),
        ("On Monday the owner, who had fled, said no.", ["the owner", "the owner"]),
        ("The mayor said the tax failed, adding that Alba had erred.", ["The mayor", "the tax", "The mayor", "Alba"]),
    ],
)
def test_the_subject_of_each_clause(read: Read, text: str, subjects: list[str]) -> None:
    tokens = read(text).words.tokens
    clauses = split_clauses(tokens, 0, len(tokens))
    assert [words(tokens, text, subject(tokens, clauses, n)) for n in range(len(clauses))] == subjects


def test_an_object_ends_at_a_comma(read: Read) -> None:
    text = "Alba sold the old wall, a ruin."
    tokens = read(text).words.tokens
    (clause,) = split_clauses(tokens, 0, len(tokens))
    assert words(tokens, text, object_range(tokens, clause, clause.groups[0])) == "the old wall"


def test_a_verb_at_the_end_has_no_object(read: Read) -> None:
    tokens = read("The board resigned.").words.tokens
    (clause,) = split_clauses(tokens, 0, len(tokens))
    assert object_range(tokens, clause, clause.groups[0]) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The wall was sold by Alba in May.", "Alba"),
        ("The wall was sold by selling shares.", None),
        ("The wall was sold by 2019.", None),
        ("The wall was sold in May.", None),
    ],
)
def test_the_agent_of_a_passive(read: Read, text: str, who: str | None) -> None:
    tokens = read(text).words.tokens
    (clause, *_) = split_clauses(tokens, 0, len(tokens))
    assert words(tokens, text, agent(tokens, clause, clause.groups[0])) == who


def test_a_noun_that_takes_up_what_was_said(read: Read) -> None:
    text = "a demand the firms reject"
    tokens = read(text).words.tokens
    found = contact(tokens, (0, 4))
    assert found is not None
    assert [words(tokens, text, reach) for reach in found] == ["a demand", "the firms"]
    assert contact(tokens, (2, 4)) is None


def test_no_phrase_in_nothing_but_a_conjunction(read: Read) -> None:
    tokens = read("and , but").words.tokens
    assert phrase(tokens, 0, 3) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alba's offer of talks failed.", [("offer", "Alba", "talks")]),
        ("Its demand for talks failed.", [("demand", "Its", "talks")]),
        ("The offer failed.", []),
        ("The offer letter of Alba failed.", []),
        ("Roe hailed a deal backed by Alba.", [("support", "Alba", "deal")]),
        ("Roe hailed an Alba-backed deal.", [("support", "Alba-backed", "deal")]),
        ("Alba's readiness to help the miners is known.", [("offer", "Alba", "help the miners")]),
    ],
)
def test_nominal_acts(read: Read, text: str, found: list[tuple[str, str, str]]) -> None:
    tokens = read(text).words.tokens
    (clause, *_) = split_clauses(tokens, 0, len(tokens))
    acts = [
        (a.sense, words(tokens, text, a.actor), words(tokens, text, a.object)) for a in nominal_acts(tokens, clause)
    ]
    assert acts == found


def test_according_to(read: Read) -> None:
    text = "The wall fell, according to the harbour police, on Monday."
    tokens = read(text).words.tokens
    span = according_to(tokens, 0, len(tokens))
    assert span is not None
    assert span.of(text) == "the harbour police"
    assert according_to(tokens, 0, 3) is None


def test_a_frame_with_a_fact_for_subject_is_passed_over(read: Read) -> None:
    text = "The mayor said the photographs showed that the wall fell."
    tokens = read(text).words.tokens
    clauses = split_clauses(tokens, 0, len(tokens))
    span = frame_holder(tokens, clauses, len(clauses) - 1)
    assert span is not None
    assert span.of(text) == "The mayor"


def test_the_innermost_quotation_counts(read: Read) -> None:
    marks = read("x" * 60)
    inner = QuoteMark("direct", (Span(20, 30),))
    outer = QuoteMark("indirect", (Span(10, 50),), confidence=0.7)
    marks.quotes = (outer, inner)
    holders = Holders.of(marks)
    assert holders.quote_at(25) is inner
    assert holders.quote_at(35) is outer
    assert holders.quote_at(55) is None
    assert holders.quote_at(5) is None


def test_what_no_verb_of_saying_governs_is_nobodys_words(read: Read) -> None:
    text = "Vega and Holm spoke for an hour on Monday but the mayor rejected the plan of the union."
    marks = read(text)
    talk = Span(text.index("for an hour"), len(text) - 1)
    marks.quotes = (QuoteMark("indirect", (talk,), Span(0, 13), confidence=0.25),)
    assert Holders.of(marks).quote_at(text.index("rejected")) is None
