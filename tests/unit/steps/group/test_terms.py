"""Terms and their weights: whole numbers that every machine finds."""

from __future__ import annotations

import math

import pytest

from rashomon.steps.group.terms import (
    KEPT,
    LONGEST,
    TOLD_FIRST,
    UNIT,
    background,
    counts,
    eased,
    logarithm,
    plain,
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
    assert math.sqrt(sum(w * w for w in row.values())) == pytest.approx(UNIT, rel=0.03)
    assert list(row.values()) == sorted(row.values(), reverse=True)
    assert vector({}, 1, {}) == {}


def test_numbers_of_documents_are_rounded_down_to_five_digits() -> None:
    assert [rounded(n) for n in (0, 1, 31, 32, 33, 1000, 1023)] == [0, 1, 31, 32, 32, 992, 992]


def length(row: dict[str, int]) -> float:
    return math.sqrt(sum(w * w for w in row.values())) / UNIT


def test_a_vector_grows_with_the_eighth_root_of_what_a_report_says() -> None:
    one, many = ({f"word{n}x": 1 for n in range(size)} for size in (4, 64))
    assert length(vector(many, 1, many)) / length(vector(one, 1, one)) == pytest.approx(4 ** (1 / 8), rel=0.01)
    assert length(vector({"halcyon": 1}, 1, {"halcyon": 1})) < 0.75


@pytest.mark.parametrize("rare", [1, 300, 1024, 2560, 10240])
def test_rarity_counts_less_than_in_full(rare: int) -> None:
    assert eased(rare) == pytest.approx(16 * rare**0.625, rel=0.01, abs=1)


def test_nothing_is_worth_nothing() -> None:
    assert (eased(0), vector({"halcyon": 1, "": 0}, 1, {}).get("", 0)) == (0, 0)


def test_a_figure_counts_more_than_a_word_as_rare() -> None:
    row = vector({"zq7341": 1, "7341": 1, "7341 zq7341": 1, "zq7341 7341": 1}, 1, {})
    assert row["7341"] / row["zq7341"] == pytest.approx(8 / 5, rel=0.01)
    assert row["7341 zq7341"] / row["zq7341 7341"] == pytest.approx(8 / 5, rel=0.01)
    assert row["zq7341"] > row["7341 zq7341"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.N. and the D.C. office", "The UN  and the DC  office"),
        ("At U.N., Anna B. Holm spoke.", "At UN , Anna B. Holm spoke."),
        ("719K claims, 719,000 claims, 719 k claims", "719000 claims, 719000 claims, 719000 claims"),
        ("1.9 trillion, 1.9T, $4.5 billion, 2.75m, 12 million", "1900000000000, 1.9T, $4500000000, 2750000, 12000000"),
        ("on May 3,4 and 12,345,678", "on May 3,4 and 12345678"),
        ("3.1.5 million, 5 kilometres, 5 mm", "3.1.5 million, 5 kilometres, 5 mm"),
        ("7 Million, 4.5bn, 3 Thousand, 2 crore", "7000000, 4500000000, 3000, 20000000"),
        ("5 hundred, two million, 3 millions", "5 hundred, two million, 3 millions"),
        ("", ""),
    ],
)
def test_initials_and_numbers_are_read_as_one_word_each(text: str, found: str) -> None:
    assert plain(text) == found


def test_one_number_written_in_two_ways_is_one_term() -> None:
    assert counts("Fees rose to 719,000 a week.", None)["719000"] == counts("Fees at 719K", None)["719000"] == 2


def test_a_headline_is_read_like_the_text() -> None:
    found = counts("The U.N. gives $4.5 billion to Merrow.", "Merrow Gets $4.5 Billion From UN")
    assert (found["4500000000"], found["un"], found["billion"]) == (4, 4, 0)


def test_a_pair_counts_for_two_fifths_of_its_rarity() -> None:
    row = vector({"zqmerrow": 1, "zqmerrow zqholm": 1}, 1, {})
    assert row["zqmerrow zqholm"] / row["zqmerrow"] == pytest.approx((2 / 5) ** 0.625, rel=0.01)


def test_a_word_is_not_cut_where_the_beginning_ends_and_no_more_than_the_longest_text_is_read() -> None:
    assert counts("x" * (TOLD_FIRST - 4) + " halcyon 719K", None)["halcyon"] == 2
    found = counts("x" * (LONGEST - 4) + " ab halcyon", None)
    assert (found["ab"], found["halcyon"]) == (2, 0)
    found = counts("x" * LONGEST + " halcyon", None)
    assert (found["x" * LONGEST], found["halcyon"]) == (2, 0)


def test_numbers_far_from_the_beginning_are_read_as_they_stand() -> None:
    found = counts("tamarua " * 80 + "719K", None)
    assert ("719000" in found, found["719k"]) == (False, 1)
    assert counts("x" * 700 + " 719K", None)["719k"] == 2
