"""Sentences that are none, and properties that hold for all."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.records.marks import Marks
from rashomon.steps.annotate.acts import LONGEST_SENTENCE, find_acts
from rashomon.steps.annotate.acts.clauses import split_clauses
from rashomon.steps.annotate.acts.groups import verb_groups
from rashomon.steps.annotate.words import split_words

Read = Callable[..., Marks]


@pytest.mark.parametrize(
    "text",
    [
        "1,2,3\n4,5,6",
        ", , , ; : — .",
        "\u202e\u200f\x00",
        "“” “” ‘’",
        "THE",
        "The old board of the town of Alba",
        "Results: Alba 3, Berta 1",
        "A" * 500,
        "9" * 400 + ".",
    ],
)
def test_what_has_no_verb_tells_no_act(read: Read, text: str) -> None:
    assert find_acts(read(text)) == ()


def test_the_longest_sentence_is_still_read(read: Read) -> None:
    words = "The board approved the plan of " + "the old town of " * ((LONGEST_SENTENCE - 8) // 4) + "Alba."
    marks = read(words)
    assert len(marks.words.tokens) <= LONGEST_SENTENCE
    assert find_acts(marks)[0].verb == "approve"


@pytest.mark.parametrize("mark", ["\u200f", "\u202e", "\u2067"])
def test_a_direction_mark_does_not_move_the_spans(read: Read, mark: str) -> None:
    text = f"{mark} The board approved the plan."
    (act,) = find_acts(read(text))
    assert act.actor is not None
    assert act.object is not None
    assert act.actor.of(text).strip(f"{mark} ") == "The board"
    assert act.object.of(text) == "the plan"


def test_acts_stand_in_the_order_of_sentences(read: Read) -> None:
    acts = find_acts(read("Alba sold the wall. Berta bought it. Cora left."))
    assert [a.verb for a in acts] == ["sell", "buy", "leave"]
    assert [a.clause.start for a in acts] == [0, 20, 37]


WORDS = st.sampled_from(
    "the The board Alba union said that and but which who after , . ; – “ ” to not no will may was approved by sign "
    "reject signing 's demand plan-backed never refused on Monday 12 if - according".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


def marks_of(text: str) -> Marks:
    return Marks(split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),), language="en")))


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_clauses_cover_a_sentence_without_overlap(text: str) -> None:
    marks = marks_of(text)
    for sentence in marks.words.sentences:
        clauses = split_clauses(marks.words.tokens, sentence.first, sentence.stop)
        assert clauses[0].first == sentence.first
        assert clauses[-1].stop == sentence.stop
        for n, clause in enumerate(clauses):
            assert clause.first <= clause.stop
            assert n == 0 or clauses[n - 1].stop == clause.first
            assert clause.parent is None or 0 <= clause.parent < n
            assert clause.frame is None or clause.frame != n
            assert clause.subject[0] <= clause.subject[1]


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_groups_stand_in_order_and_acts_are_the_same_each_time(text: str) -> None:
    marks = marks_of(text)
    tokens = marks.words.tokens
    groups = verb_groups(tokens, 0, len(tokens))
    assert all(0 <= g.start <= g.main < len(tokens) for g in groups)
    assert all(a.main < b.start for a, b in pairwise(groups))
    assert find_acts(marks) == find_acts(marks_of(text))
