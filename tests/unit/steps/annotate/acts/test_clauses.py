from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.marks import Marks
from rashomon.steps.annotate.acts.clauses import Clause, split_clauses

Read = Callable[..., Marks]


def clauses(read: Read, text: str) -> tuple[list[str], list[Clause]]:
    tokens = read(text).words.tokens
    found = split_clauses(tokens, 0, len(tokens))
    return [tokens.span(c.first, c.stop).of(text) for c in found], found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The board met.", ["The board met."]),
        ("The board met and the union protested.", ["The board met", "and the union protested."]),
        ("The union rejected the offer but accepted talks.", ["The union rejected the offer", "but accepted talks."]),
        ("The mayor said that the bridge fell.", ["The mayor said that", "the bridge fell."]),
        ("The mayor said the bridge fell.", ["The mayor said", "the bridge fell."]),
        ("The bridge fell, the mayor said.", ["The bridge fell,", "the mayor said."]),
        ("The bridge fell after a lorry hit it.", ["The bridge fell", "after a lorry hit it."]),
        ("The bridge, which opened in May, fell.", ["The bridge, which opened in May,", "fell."]),
        ("A bomb exploded, killing ten.", ["A bomb exploded,", "killing ten."]),
        ("The board met; the union protested.", ["The board met;", "the union protested."]),
    ],
)
def test_where_clauses_begin(read: Read, text: str, parts: list[str]) -> None:
    found, _ = clauses(read, text)
    assert found == parts


def test_two_subjects_of_one_verb_are_not_torn(read: Read) -> None:
    parts, _ = clauses(read, "Hours later both Alba and Berta launched attacks.")
    assert len(parts) == 1


def test_a_subject_of_two_after_an_introduction_stays_whole(read: Read) -> None:
    parts, _ = clauses(read, "Just hours after the truce was announced, Alba and Berta accused each other.")
    assert parts[-1] == "Alba and Berta accused each other."


def test_that_before_a_noun_is_no_border(read: Read) -> None:
    parts, _ = clauses(read, "The war would not have begun if he had been head of state at that time.")
    assert parts[-1].endswith("at that time.")


def test_a_frame_governs_what_it_reports(read: Read) -> None:
    _, found = clauses(read, "The mayor said that the bridge fell and that two people died.")
    assert found[0].kind == "frame"
    assert [c.frame for c in found[1:]] == [0, 0]


def test_a_trailing_frame_governs_what_stands_before(read: Read) -> None:
    _, found = clauses(read, "The bridge fell and two people died, the mayor said.")
    assert found[-1].kind == "frame"
    assert [c.frame for c in found[:-1]] == [2, 2]


def test_a_hyphen_with_spaces_is_a_dash(read: Read) -> None:
    parts, _ = clauses(read, "The strike ends if wages rise - a demand the firms have rejected.")
    assert parts[-1] == "a demand the firms have rejected."


def test_a_sentence_without_a_verb_is_one_clause(read: Read) -> None:
    parts, found = clauses(read, "No comment from the board")
    assert parts == ["No comment from the board"]
    assert found[0].groups == ()
