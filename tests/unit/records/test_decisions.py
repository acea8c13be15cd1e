"""Decisions name passages by what they say."""

from __future__ import annotations

import pytest

from rashomon.records.decisions import NOTHING, Decided, RightSpeaker, fingerprint


def test_a_fingerprint_knows_no_order_and_no_line_breaks() -> None:
    assert fingerprint("figure", "12 killed", "14 killed") == fingerprint("figure", " 14\nkilled", "12  killed")
    assert len(fingerprint("figure", "12 killed", "14 killed")) == 32


@pytest.mark.parametrize(
    "other", [("time", "12 killed", "14 killed"), ("figure", "12 killed", "15 killed"), ("figure", "12", "killed 14")]
)
def test_another_kind_or_passage_has_another_fingerprint(other: tuple[str, str, str]) -> None:
    assert fingerprint(*other) != fingerprint("figure", "12 killed", "14 killed")


def test_broken_letters_have_a_fingerprint_too() -> None:
    assert fingerprint("figure", "12 \ud800", "14") != fingerprint("figure", "12", "14")


def test_one_settled_pair_of_passages_settles_two_sides() -> None:
    decided = Decided(settled=frozenset({fingerprint("figure", "12", "14")}))
    assert decided.settles("figure", ["12", "a dozen"], ["14"])
    assert decided.settles("figure", iter(["14"]), iter(["twelve", "12"]))
    assert not decided.settles("figure", ["12"], ["15"])
    assert not decided.settles("time", ["12"], ["14"])


def test_nothing_decided_settles_nothing() -> None:
    assert not NOTHING.settles("figure", ["12"], ["14"])
    assert Decided() == NOTHING


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4)])
def test_a_quotation_has_characters(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        RightSpeaker("00", start, end, "Ana Vega")
