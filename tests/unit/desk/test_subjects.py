"""Subjects of decisions, made from what stands on the page."""

from __future__ import annotations

import pytest
from tests.unit.desk.conftest import FERRY, reports

from rashomon.api import compare
from rashomon.desk.subjects import contradiction, speaker, split
from rashomon.errors import NotFound, UsageError

FOUND = compare(reports(FERRY)).to_dict()
QUOTE = next(q for q in FOUND["quotes"] if q["article"] == "times")


def test_a_quotation_becomes_a_place_in_a_text() -> None:
    subject = speaker(FOUND, QUOTE["id"], "Orla Finch")
    article = next(a for a in FOUND["articles"] if a["id"] == "times")
    assert subject["sha256"] == article["sha256"]
    assert article["text"][subject["start"] : subject["end"]] == subject["words"]
    assert (subject["article"], subject["name"]) == ("times", "Orla Finch")
    assert speaker(FOUND, QUOTE["id"], None)["name"] is None


@pytest.mark.parametrize("name", ["orla  finch", "ORLA FINCH", "Norhavn Lines", "Divers"])
def test_a_name_that_stands_in_some_report_will_do(name: str) -> None:
    assert speaker(FOUND, QUOTE["id"], name)["name"] == name


@pytest.mark.parametrize("name", ["Nils Aker", " ", "ferr", "(", "Finch)"])
def test_a_name_no_report_has_will_not(name: str) -> None:
    with pytest.raises(UsageError, match="no report of this story names"):
        speaker(FOUND, QUOTE["id"], name)


def test_a_disagreement_becomes_its_passages() -> None:
    subject = contradiction(FOUND, "d1")
    assert subject["kind"] == "figure"
    assert subject["sides"] == [["12 people"], ["14 people"]]
    assert subject["articles"] == ["post", "times"]
    assert subject["note"] == FOUND["disagreements"][0]["note"]


@pytest.mark.parametrize("name", ["d2", "", "q1"])
def test_a_line_that_is_not_there(name: str) -> None:
    with pytest.raises(NotFound, match="it has d1 to d1"):
        contradiction(FOUND, name)


CHECKED = {
    "articles": [{"id": "a", "text": "Of 12 boats 3 sank."}, {"id": "b", "text": "It had 9 boats; 4 sank."}],
    "disagreements": FOUND["disagreements"],
    "checks": [
        {
            "id": "k1",
            "kind": "figure",
            "note": "Boats: “12” or “9”?",
            "sides": [
                {
                    "cites": [{"article": "a", "start": 0, "end": 19}],
                    "values": [{"article": "a", "start": 3, "end": 5}],
                },
                {
                    "cites": [{"article": "b", "start": 0, "end": 14}, {"article": "b", "start": 16, "end": 23}],
                    "values": [{"article": "b", "start": 7, "end": 8}],
                },
            ],
        }
    ],
}


def test_a_check_becomes_its_values_in_their_passages() -> None:
    assert contradiction(CHECKED, "k1") == {
        "kind": "figure",
        "sides": [["“12” in “Of 12 boats 3 sank.”"], ["“9” in “It had 9 boats”"]],
        "note": "Boats: “12” or “9”?",
        "articles": ["a", "b"],
    }


def test_a_check_that_is_not_there() -> None:
    with pytest.raises(NotFound, match="no check 'k2'; it has k1 to k1"):
        contradiction(CHECKED, "k2")
    with pytest.raises(NotFound, match="no check 'k1'; it has none"):
        contradiction({key: CHECKED[key] for key in ("articles", "disagreements")}, "k1")


def test_an_empty_section_is_said_to_be_empty() -> None:
    with pytest.raises(NotFound, match="it has none"):
        contradiction({**FOUND, "disagreements": []}, "d1")


def test_reports_leave_and_the_rest_stays() -> None:
    assert split("s1", ["a1", "a2", "a3"], ["a3", "a1", "a3"]) == {"story": "s1", "articles": [["a3", "a1"], ["a2"]]}


@pytest.mark.parametrize(("leaving", "told"), [([], "not none"), (["a1", "a2"], "not all")])
def test_some_leave_and_some_stay(leaving: list[str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        split("s1", ["a1", "a2"], leaving)


def test_a_stranger_cannot_leave() -> None:
    with pytest.raises(NotFound, match="no report a9"):
        split("s1", ["a1", "a2"], ["a1", "a9"])
