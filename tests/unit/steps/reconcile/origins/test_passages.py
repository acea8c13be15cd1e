"""Own words of reports, and the passages two of them share."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.records.findings import Passage
from rashomon.records.span import Cite
from rashomon.steps.reconcile.origins.copies import Pair, _by_reports, copies_of, groups_of, pairs_of
from rashomon.steps.reconcile.origins.passages import Match, passages
from rashomon.steps.reconcile.origins.telling import Telling, letters, telling

FIRST = "Rescue boats brought forty passengers ashore within two hours and nobody aboard was hurt in the heavy fog"
SECOND = "Divers will look closely at the damaged hull before a small tug pulls the vessel free at high tide"
FILLER = "Some people on the quay said that they had never seen anything quite like it before in all their lives"


@pytest.fixture
def tell(make_story: Any) -> Any:
    def run(*texts: str) -> list[Telling]:
        story, _ = make_story([(text, []) for text in texts])
        return [telling(a, m, n) for n, (a, m) in enumerate(zip(story.articles, story.marks, strict=True))]

    return run


def test_quotations_are_taken_out_but_leave_a_mark(tell: Any) -> None:
    (told,) = tell('The mayor said "we will rebuild it all" and left.')
    words = [k for k in told.keys if not k.startswith("\x00")]
    assert words == ["the", "mayor", "said", "and", "left"]
    assert told.size == 5
    assert sum(k.startswith("\x00") for k in told.keys) == 1


def test_two_reports_have_no_mark_in_common(tell: Any) -> None:
    one, two = tell('He said "yes".', 'He said "yes".')
    assert one.keys[-1] != two.keys[-1]


def test_letters_give_the_characters_of_words(tell: Any) -> None:
    (told,) = tell(FIRST)
    assert letters(told, 0, 2) == (0, 12)


def test_one_passage_over_a_small_edit(tell: Any) -> None:
    one, two = tell(f"{FIRST}.", FIRST.replace("two hours", "three hours"))
    (match,) = passages(one, two)
    assert (match.a, match.a_end, match.b, match.b_end) == (0, 18, 0, 18)
    assert match.words == 17
    assert match.share == pytest.approx(17 / 18)


def test_passages_far_apart_are_two(tell: Any) -> None:
    one, two = tell(f"{FIRST}. {SECOND}.", f"{FIRST}. {FILLER}. {SECOND}.")
    assert [m.a for m in passages(one, two)] == [0, 18]


def test_passages_in_another_order_are_found(tell: Any) -> None:
    one, two = tell(f"{FIRST}. {FILLER}. {SECOND}.", f"{SECOND}. And more. {FIRST}.")
    assert sorted(m.words for m in passages(one, two)) == [18, 19]


@pytest.mark.parametrize("part", ["nobody aboard was hurt in the heavy fog", "Rescue boats brought forty passengers"])
def test_a_dozen_shared_words_are_needed(tell: Any, part: str) -> None:
    one, two = tell(FIRST, f"{FILLER}. {part}.")
    assert passages(one, two) == []


def test_one_word_ten_thousand_times_is_no_passage_and_no_burden(tell: Any) -> None:
    one, two = tell("boat " * 10_000, "boat " * 9_000)
    assert passages(one, two) == []
    assert pairs_of([one, two]) == {}


def test_empty_reports(tell: Any) -> None:
    one, two = tell("", "one two")
    assert passages(one, two) == []
    assert pairs_of([one, two]) == {}
    assert copies_of([one, two], {}) == []


def pair(share: float) -> Pair:
    return Pair((Match(0, 20, 0, 20, 20),), share)


def test_groups_by_average_share_never_by_a_chain() -> None:
    assert groups_of(3, {(0, 1): pair(0.9), (1, 2): pair(0.2)}) == [[0, 1], [2]]
    assert groups_of(3, {(0, 1): pair(0.9), (1, 2): pair(0.9)}) == [[0, 1, 2]]
    assert groups_of(3, {(0, 1): pair(0.1)}) == [[0], [1], [2]]
    assert groups_of(0, {}) == []


def test_a_tie_is_decided_by_the_order_of_reports() -> None:
    found = groups_of(3, {(0, 1): pair(0.2), (1, 2): pair(0.2)})
    assert found == [[0, 1], [2]]


def test_passages_of_the_same_reports_stand_together() -> None:
    def shared(*names: str, at: int = 0) -> Passage:
        return Passage(tuple(Cite(n, at, at + 9) for n in names), 1.0)

    ab, abc, cd = shared("a", "b", at=5), shared("a", "b", "c"), shared("c", "d")
    assert _by_reports([ab, cd, abc]) == [(ab, abc), (cd,)]
