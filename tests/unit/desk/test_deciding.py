"""What decisions mean: for a dossier, for grouping, for whoever reads the list."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.desk.deciding import KINDS, bonds, checked, decided, readable
from rashomon.errors import UsageError
from rashomon.records.decisions import NOTHING, RightSpeaker, fingerprint
from rashomon.records.desk import Decision

QUOTE = {"sha256": "ff", "start": 3, "end": 9, "name": "Anna Vega", "words": "We must"}
CLASH = {"kind": "figure", "sides": [["12 killed", "a dozen"], ["14 killed"]], "articles": ["a1"], "note": "12 or 14"}


def decision(number: int, what: Any, **subject: Any) -> Decision:
    return Decision(number, "2026-11-22T12:00:00Z", what, subject)


def test_names_hold_everywhere_or_in_their_story() -> None:
    given = [
        decision(1, "same-actor", a="Anna Vega", b="Vega"),
        decision(2, "not-same-actor", a="Lars Holm", b="L. Holm", story="s1", articles=["a1"]),
        decision(3, "same-actor", a="Piet Dorn", b="Dorn", story="s2", articles=["a9"]),
    ]
    found, ids = decided(given, ["a1", "a2"], ["00"])
    assert (found.same, found.apart, ids) == ((("Anna Vega", "Vega"),), (("Lars Holm", "L. Holm"),), [1, 2])


def test_of_two_on_one_pair_the_later_holds_whatever_the_order_and_case() -> None:
    given = [
        decision(1, "same-actor", a="Anna Vega", b="Vega"),
        decision(4, "not-same-actor", a="vega", b="ANNA  VEGA"),
    ]
    found, ids = decided(given, [], [])
    assert (found.same, found.apart, ids) == ((), (("vega", "ANNA  VEGA"),), [4])


def test_a_speaker_holds_for_the_very_report() -> None:
    given = [decision(1, "speaker", **QUOTE), decision(2, "speaker", **{**QUOTE, "name": None})]
    found, ids = decided(given, [], ["ff"])
    assert (found.speakers, ids) == ((RightSpeaker("ff", 3, 9, None),), [2])
    assert decided(given, [], ["00"]) == (NOTHING, [])


def test_every_pair_of_passages_across_the_sides_is_settled() -> None:
    found, ids = decided([decision(1, "not-a-contradiction", **CLASH)], ["a1"], [])
    pairs = {fingerprint("figure", one, "14 killed") for one in ("12 killed", "a dozen")}
    assert (found.settled, ids) == (frozenset(pairs), [1])
    assert decided([decision(1, "not-a-contradiction", **CLASH)], ["a2"], []) == (NOTHING, [])


def test_stories_are_no_business_of_a_dossier() -> None:
    assert decided([decision(1, "merge-stories", articles=[["a1"], ["a2"]])], ["a1"], []) == (NOTHING, [])


def test_a_merge_ties_all_reports_together() -> None:
    merge = decision(1, "merge-stories", articles=[["a1", "a3"], ["a2"]])
    assert bonds([merge]) == [("a1", "a2", True), ("a2", "a3", True)]


def test_a_split_ties_both_sides_and_keeps_them_apart() -> None:
    split = decision(1, "split-story", articles=[["a1", "a2"], ["a4", "a3"]])
    assert bonds([split]) == [
        ("a1", "a2", True),
        ("a3", "a4", True),
        ("a1", "a3", False),
        ("a1", "a4", False),
        ("a2", "a3", False),
        ("a2", "a4", False),
    ]


def test_a_split_after_a_merge_undoes_what_it_crosses() -> None:
    merge = decision(1, "merge-stories", articles=[["a1", "a3"], ["a2", "a4"]])
    split = decision(2, "split-story", articles=[["a2"], ["a1", "a3"]])
    assert bonds([merge, split]) == [("a3", "a4", True), ("a1", "a3", True), ("a1", "a2", False), ("a2", "a3", False)]


def test_a_merge_after_a_split_undoes_it() -> None:
    split = decision(1, "split-story", articles=[["a2"], ["a1"]])
    merge = decision(2, "merge-stories", articles=[["a1"], ["a2"]])
    assert bonds([split, merge]) == [("a1", "a2", True)]
    assert bonds([decision(1, "same-actor", a="A B", b="C D")]) == []


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("same-actor", {}),
        ("same-actor", {"a": "Anna Vega", "b": " "}),
        ("same-actor", {"a": "Anna Vega", "b": "anna  VEGA"}),
        ("same-actor", {"a": "Anna Vega", "b": "Vega", "articles": []}),
        ("not-same-actor", {"a": "Anna Vega", "b": 7}),
        ("speaker", {"sha256": "ff", "start": 3, "end": 3}),
        ("speaker", {"sha256": "ff", "start": "3", "end": 9}),
        ("speaker", {"start": 3, "end": 9}),
        ("speaker", {**QUOTE, "name": " "}),
        ("not-a-contradiction", {"kind": "figure", "sides": [["12"]], "articles": ["a1"]}),
        ("not-a-contradiction", {"kind": "figure", "sides": [["12"], []], "articles": ["a1"]}),
        ("not-a-contradiction", {"sides": [["12"], ["14"]], "articles": ["a1"]}),
        ("not-a-contradiction", {"kind": "figure", "sides": [["12"], ["14"]]}),
        ("merge-stories", {"articles": [["a1"]]}),
        ("merge-stories", {"articles": [["a1"], ["a1"]]}),
        ("split-story", {"articles": [[], ["a1"]]}),
        ("split-story", {"articles": "a1"}),
        ("marry", {}),
    ],
)
def test_a_decision_that_cannot_be_meant(kind: str, subject: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=kind):
        checked(kind, subject)


def test_a_good_decision_is_taken_as_it_is() -> None:
    assert checked("speaker", {k: v for k, v in QUOTE.items() if k != "name"})[1] == {**QUOTE, "name": None}
    assert checked("not-a-contradiction", CLASH) == ("not-a-contradiction", CLASH)


@pytest.mark.parametrize(
    ("kind", "subject", "line"),
    [
        ("same-actor", {"a": "Vega", "b": "Anna Vega"}, "“Vega” and “Anna Vega” are one"),
        ("not-same-actor", {"a": "A", "b": "B", "story": "s3"}, "“A” and “B” are two in story s3"),
        ("speaker", QUOTE, "“We must” was said by Anna Vega"),
        ("speaker", {**QUOTE, "name": None}, "“We must” was said by nobody known"),
        ("not-a-contradiction", CLASH, "no contradiction: 12 or 14"),
        ("merge-stories", {"stories": ["s1", "s4"], "articles": [["a1"], ["a4"]]}, "stories s1 and s4 are one"),
        ("split-story", {"story": "s1", "articles": [["a1", "a2"], ["a3"]]}, "story s1 without a1, a2"),
    ],
)
def test_a_decision_reads_as_one_line(kind: str, subject: dict[str, Any], line: str) -> None:
    assert kind in KINDS
    assert readable(decision(1, kind, **subject)) == line
