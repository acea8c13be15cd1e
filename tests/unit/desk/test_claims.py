"""What dossiers say of a claim: lines with passages, and no verdict of their own."""

from __future__ import annotations

import pytest
from tests.unit.desk.conftest import FERRY, SMELTER, reports

from rashomon.api import compare
from rashomon.desk.claims import Line, lines_on, query

FERRIES = compare(reports(FERRY)).to_dict()
SMELTERS = compare(reports(SMELTER)).to_dict()


def find(claim: str, section: str) -> list[Line]:
    return [line for line in lines_on(claim, "s1", FERRIES) if line.section == section]


def test_the_figures_of_a_claim_meet_those_of_the_reports() -> None:
    (line, *_) = find("14 people were killed", "figures")
    assert line.numbers == "same"
    assert line.verdict == "conflict"
    assert {c["outlet"] for c in line.cites} == {"The Post", "The Times"}


def test_other_figures_are_said_to_be_other() -> None:
    (line, *_) = find("99 people were killed", "figures")
    assert line.numbers == "other"


def test_one_word_and_another_number_are_not_enough() -> None:
    """Many lines give a number of people."""
    lines = lines_on("14 people were injured by the crane", "s2", SMELTERS)
    assert [line.text for line in lines if "300" in line.text] == []
    assert [line.text for line in lines_on("Kesten employs 500 people", "s2", SMELTERS) if "300" in line.text] != []


def test_a_disagreement_is_named() -> None:
    (line,) = find("12 people were killed", "disagreements")
    assert (line.verdict, line.numbers, line.origins) == ("figure", "same", None)


def test_passages_are_to_the_letter() -> None:
    texts = {a["id"]: a["text"] for a in FERRIES["articles"]}
    for line in lines_on("The minister promised an inquiry after the ferry Alma ran aground", "s1", FERRIES):
        for cite in line.cites:
            assert " ".join(texts[cite["article"]][cite["start"] : cite["end"]].split()) == cite["text"]
            assert cite["url"].startswith("https://")


def test_a_quotation_is_found_with_its_speaker() -> None:
    lines = find("Anna Vega wants to learn the whole truth about the night", "utterances")
    assert lines[0].text == "Anna Vega: “We must learn the whole truth about this night,”"


def test_a_claim_about_something_else_meets_nothing() -> None:
    assert lines_on("The smelter was sold to Brightwell Steel", "s1", FERRIES) == []
    assert lines_on("The smelter was sold to Brightwell Steel", "s2", SMELTERS) != []


@pytest.mark.parametrize("claim", ["", "  ", "of the and", "!?", "\ud800"])
def test_a_claim_of_no_words_meets_nothing(claim: str) -> None:
    assert lines_on(claim, "s1", FERRIES) == []


def test_the_closest_line_comes_first() -> None:
    lines = lines_on("Divers searched the hull of the ferry Alma", "s1", FERRIES)
    assert lines[0].score == 1.0
    assert [line.score for line in lines] == sorted((line.score for line in lines), reverse=True)


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        ("The ferry ran aground", '"ferry" OR "ran" OR "aground"'),
        ("ferry, ferry!", '"ferry"'),
        ("of the", ""),
        ("", ""),
    ],
)
def test_the_search_for_reports_asks_for_any_telling_word(claim: str, asked: str) -> None:
    assert query(claim) == asked


def test_a_long_claim_is_a_search_still() -> None:
    assert query(" ".join(f"word{n}" for n in range(500))).count(" OR ") == 23
