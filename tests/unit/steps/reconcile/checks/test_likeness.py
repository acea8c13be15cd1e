"""Likeness of passages whose words differ."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.reading import Words
from rashomon.steps.annotate import annotate
from rashomon.steps.reconcile.checks.likeness import Likeness, content


def words(text: str) -> Words:
    article = Article(id="a", path="a", text=text, blocks=(Block(0, len(text), "body", ""),), language="en")
    return annotate(article).words


def likeness(one: str, other: str, *more: str) -> float:
    a, b = words(one), words(other)
    judge = Likeness([a, b, *(words(m) for m in more)])
    return judge.of(content(a, 0, len(one)), content(b, 0, len(other)))


def test_content_words_are_lemmas_without_stop_words_and_numbers() -> None:
    text = "The miners were trapped for 17 hours, he said."
    assert list(content(words(text), 0, len(text))) == ["miner", "trap", "hour"]


def test_stretches_and_the_counted_noun_are_left_out() -> None:
    text = "Nineteen miners were trapped under the hill."
    assert list(content(words(text), 0, len(text), [(0, 8)], "miners")) == ["trap", "hill"]


def test_the_same_words_are_wholly_alike() -> None:
    assert likeness("The tunnel collapsed.", "A tunnel collapsed.") == 1.0


def test_near_words_count_in_part() -> None:
    near = likeness("The workers were trapped.", "The miners were stranded.")
    assert 0.3 < near < 1.0


@pytest.mark.parametrize("other", ["The cheese was recalled.", "It was.", ""])
def test_words_of_other_things_count_nothing(other: str) -> None:
    assert likeness("The workers were trapped.", other) == 0.0


def test_a_rare_word_counts_more() -> None:
    often = ["The ferry sailed."] * 6
    rare = likeness("The ferry capsized.", "The yacht capsized.", *often)
    common = likeness("The ferry capsized.", "The ferry sailed.", *often)
    assert rare > common


def test_likeness_is_the_same_both_ways() -> None:
    one, other = "Divers searched the wreck at night.", "The ship was searched by a team."
    assert likeness(one, other) == pytest.approx(likeness(other, one))
