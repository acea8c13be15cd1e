"""Nearness of words: which pairs are near, what is unknown, and that the table is read as it was written."""

from __future__ import annotations

import pytest

from rashomon.text.vectors import Vectors, bits, near, vectors


@pytest.mark.parametrize(
    ("one", "other"),
    [("miners", "workers"), ("vessel", "ship"), ("trapped", "stranded"), ("blaze", "fire"), ("killed", "dead")],
)
def test_words_of_like_things_are_near(one: str, other: str) -> None:
    assert near(one, other) > 0.4


@pytest.mark.parametrize(("one", "other"), [("workers", "metres"), ("company", "hospital"), ("homes", "injured")])
def test_words_of_unlike_things_are_not(one: str, other: str) -> None:
    assert near(one, other) < 0.3


@pytest.mark.parametrize(("one", "other"), [("closed", "reopened"), ("convicted", "acquitted"), ("rose", "fell")])
def test_opposites_are_told_of_like_things(one: str, other: str) -> None:
    assert near(one, other) > near(one, "cheese")


def test_nearness_is_the_same_both_ways_and_whatever_the_case() -> None:
    assert near("Ferry", "boats") == near("boats", "ferry")
    assert near("Ferry", "ferry") == 1.0


def test_an_unknown_word_is_near_to_itself_alone() -> None:
    assert bits("qzxv") == -1
    assert near("qzxv", "QZXV") == 1.0
    assert near("qzxv", "ferry") == 0.0
    assert near("qzxv", "zzqv") == 0.0


@pytest.mark.parametrize(("word", "plain"), [("evacuations", "evacuation"), ("tramways", "tramway")])
def test_endings_that_the_table_lacks_are_taken_off(word: str, plain: str) -> None:
    assert vectors().bits(word) == -1
    assert bits(word) == vectors().bits(plain) != -1


def test_a_table_is_read_as_it_was_written() -> None:
    table = Vectors(b"8 3\nbread\nrolls\nsteel\n" + bytes([0b11110000, 0b11110001, 0b00001111]))
    assert [table.bits(w) for w in ("bread", "rolls", "steel", "water")] == [240, 241, 15, -1]
    assert table.angles[0] == 1.0
    assert table.angles[4] < 1e-9
    assert table.angles[8] == 0.0


def test_the_shipped_table_is_whole() -> None:
    table = vectors()
    assert table.size == 64
    assert len(table.rows) == table.size * len(table.words)
