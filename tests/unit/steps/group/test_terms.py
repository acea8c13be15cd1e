"""Terms and their weights: whole numbers that every machine finds."""

from __future__ import annotations

import math

import pytest

from rashomon.steps.group.terms import (
    KEPT,
    UNIT,
    background,
    counts,
    logarithm,
    rarity,
    rounded,
    term,
    vector,
)


@pytest.mark.parametrize("number", [1, 2, 3, 400, 5517, 10**6, 2**40 - 1])
def test_logarithms_are_whole_and_near(number: int) -> None:
    assert logarithm(number) == pytest.approx(256 * math.log2(number), abs=2)


def test_logarithms_of_powers_of_two_are_exact() -> None:
    assert [logarithm(2**n) for n in range(60)] == [256 * n for n in range(60)]


def test_what_fewer_have_is_rarer() -> None:
    found = [rarity(100, here, 0) for here in (0, 1, 2, 10, 50, 100)]
    assert found == sorted(found, reverse=True)
    assert rarity(2, 2, 0) > rarity(2, 2, 400)


def test_the_rarity_is_that_of_the_mixed_shares() -> None:
    total, _ = background()
    share = (30 + 200 * 40 / total) / (1000 + 200) + 0.5 / (1000 + total)
    assert rarity(1000, 30, 40) == pytest.approx(-256 * math.log2(share), abs=2)


def test_common_words_and_single_letters_are_no_terms() -> None:
    assert [term(w) for w in ("the", "a", "s", "halcyon", "ferries")] == ["", "", "", "halcyon", "ferri"]


def test_pairs_count_in_title_and_lead_only() -> None:
    filler = "tamarua " * 70
    found = counts(f"port merrow {filler} garrick holm", "Ferry Halcyon")
    assert found["port merrow"] == 1
    assert "garrick holm" not in found
    assert (found["ferry halcyon"], found["halcyon"], found["port"], found["garrick"]) == (1, 2, 2, 1)


def test_a_vector_has_its_length_and_no_more_than_the_best_terms() -> None:
    found = counts(" ".join(f"word{n}x" for n in range(300)), None)
    row = vector(found, 1, found)
    assert len(row) == KEPT
    assert math.sqrt(sum(w * w for w in row.values())) == pytest.approx(UNIT, rel=0.01)
    assert list(row.values()) == sorted(row.values(), reverse=True)
    assert vector({}, 1, {}) == {}


def test_numbers_of_documents_are_rounded_down_to_five_digits() -> None:
    assert [rounded(n) for n in (0, 1, 31, 32, 33, 1000, 1023)] == [0, 1, 31, 32, 32, 992, 992]
