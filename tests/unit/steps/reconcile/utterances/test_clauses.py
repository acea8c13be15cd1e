"""Which reported clauses are clauses."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.marks import QuoteMark
from rashomon.records.reading import Words
from rashomon.records.span import Span
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.utterances.clauses import is_clause, telling_mark


def words_of(text: str) -> Words:
    return split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),), language="en"))


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def judged(text: str, part: str, verb: str = "") -> bool:
    return is_clause(words_of(text).tokens, span_of(text, part), verb)


@pytest.mark.parametrize(
    ("verb", "text", "part"),
    [
        ("say", "Lund said the pier would be closed.", "the pier would be closed"),
        ("say", "Lund said the board, which met on Monday, had known.", "the board, which met on Monday, had known"),
        ("say", "Lund said that when the barge sank nobody was aboard.", "when the barge sank nobody was aboard"),
        ("ask", "Lund asked who had ordered it.", "who had ordered it"),
        ("demand", "Lund demanded that the ferries stay in port.", "the ferries stay in port"),
        ("promise", "Lund promised to publish every letter.", "to publish every letter"),
        ("ask", "Lund asked the court to stop the sale.", "the court to stop the sale"),
        ("decide", "Lund has not decided whether to leave.", "whether to leave"),
        ("deny", "Lund denied hiding the letters.", "hiding the letters"),
        ("accuse", "Lund accused the line of hiding the letters.", "the line of hiding the letters"),
    ],
)
def test_clauses(verb: str, text: str, part: str) -> None:
    assert judged(text, part, verb)


@pytest.mark.parametrize(
    ("verb", "text", "part"),
    [
        ("deny", "The board denied this.", "this"),
        ("ask", "The captain never asked for one.", "for one"),
        ("reject", "The board rejected the criticism.", "the criticism"),
        ("demand", "Lund demanded answers from the board.", "answers from the board"),
        ("demand", "Lund demanded answers from the line, which owns it.", "answers from the line, which owns it"),
        ("apologize", "The line apologized to the men who were hurt.", "to the men who were hurt"),
        ("warn", "They warned twice about charts before it sank.", "twice about charts before it sank"),
        ("announce", "The line announced plans to sell the barge.", "plans to sell the barge"),
        ("claim", "A group claimed responsibility for the fire.", "responsibility for the fire"),
    ],
)  # fmt: skip
def test_noun_phrases_and_fragments(verb: str, text: str, part: str) -> None:
    assert not judged(text, part, verb)


def test_nothing_is_no_clause() -> None:
    assert not is_clause(words_of("It sank.").tokens, Span(3, 3))


def test_a_long_clause_is_judged_by_its_beginning() -> None:
    text = "said " + "the old grey barge of the harbour and " * 3000 + "it sank."
    assert not is_clause(words_of(text).tokens, Span(5, len(text)))


def mark(text: str, part: str, cue: str, **more: object) -> QuoteMark:
    return QuoteMark("indirect", (span_of(text, part),), cue=span_of(text, cue), **more)  # type: ignore[arg-type]


def test_a_dateline_is_no_part_of_a_clause() -> None:
    text = "ALBA (Tern Wire) - The barge was lost on Monday, the coastguard said."
    found = telling_mark(mark(text, "ALBA (Tern Wire) - The barge was lost on Monday", "said"), words_of(text))
    assert found is not None
    assert found.content == (span_of(text, "The barge was lost on Monday"),)


def test_a_bare_object_is_left_out_and_a_refusal_is_kept() -> None:
    text = "The board denied this and declined to comment on the letters."
    assert telling_mark(mark(text, "this", "denied"), words_of(text)) is None
    refusal = mark(text, "to comment on the letters", "declined", status="declined")
    assert telling_mark(refusal, words_of(text)) == refusal


def test_quotations_with_marks_are_never_left_out() -> None:
    text = 'Lund called it "absurd".'
    quoted = QuoteMark("mixed", (span_of(text, "absurd"),))
    assert telling_mark(quoted, words_of(text)) == quoted


def test_without_a_cue_the_clause_alone_decides() -> None:
    text = "Old charts. The barge had old charts."
    assert telling_mark(QuoteMark("indirect", (span_of(text, "Old charts"),)), words_of(text)) is None
    told = QuoteMark("indirect", (span_of(text, "The barge had old charts"),))
    assert telling_mark(told, words_of(text)) == told
