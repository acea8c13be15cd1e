"""A name beside a description is the speaker; a place, a list or a name that goes on is not."""

from __future__ import annotations

import pytest

from rashomon.records.marks import Mention
from rashomon.records.span import Span

from .reading import brief, read

PEOPLE = ("Tomas Ekberg/m", "Dilan Osei", "Hanne Lund/f", "Lantern Lines//organization")
NAMED = [
    ("“It rained,” its head, Tomas Ekberg, said.", "Tomas Ekberg"),
    ("“It rained,” said its head, Tomas Ekberg.", "Tomas Ekberg"),
    ("“It rained,” said the union's secretary, Dilan Osei, on Monday.", "Dilan Osei"),
    ("“It rained,” the union's secretary, Dilan Osei, told the Gazette.", "Dilan Osei"),
    ("A spokeswoman, Hanne Lund, said it rained.", "Hanne Lund"),
    ("The operator, Lantern Lines, said in a statement that it rained.", "Lantern Lines"),
    ("The head of Lantern Lines, Tomas Ekberg, called it “absurd”.", "Tomas Ekberg"),
    ("Lantern's chief executive, Hanne Lund, said: “It rained.”", "Hanne Lund"),
    ("The road is shut, according to its director, Tomas Ekberg.", "Tomas Ekberg"),
    ("The plan was called “absurd” by the union's leader, Dilan Osei.", "Dilan Osei"),
    ("The strike ended and the union's secretary, Dilan Osei, said it rained.", "Dilan Osei"),
    ("On Monday the union's secretary, Dilan Osei, told reporters that it rained.", "Dilan Osei"),
    ("Hanne Lund, the head of Lantern Lines, said it rained.", "Hanne Lund"),
    ("Dilan Osei of the Seamen's Union said it rained.", "Dilan Osei"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_the_name_beside_a_description_is_the_speaker(text: str, name: str) -> None:
    (found,) = brief(text, *PEOPLE)
    assert (found[2] or "").split(" of ")[0] == name
    assert found[3] == name


def test_the_pieces_do_not_hold_the_name() -> None:
    text = "The road is shut, according to its director, Tomas Ekberg."
    assert brief(text, *PEOPLE) == [("indirect", ["The road is shut"], "Tomas Ekberg", "Tomas Ekberg")]


def test_a_place_after_a_comma_is_no_speaker() -> None:
    text = "“It rained,” the mayor of Santa Vela, New Ostrania, said."
    place = text.index("New Ostrania")
    (mark,) = read(text, labels=(Mention(Span(place, place + 12), "place", "New Ostrania"),))
    assert (mark.speaker and mark.speaker.of(text), mark.speaker_name) == ("the mayor of Santa Vela", None)


@pytest.mark.parametrize(
    "text",
    [
        "“It rained,” two fishermen told the Courier.",
        "“It rained,” a hospital spokesman said.",
        "Residents said it rained.",
        "“It rained,” the mayor, who fell ill, said.",
        "“It rained,” the mayor, visibly moved, said.",
    ],
)
def test_nobody_is_named_where_no_name_stands(text: str) -> None:
    (found,) = brief(text, *PEOPLE)
    assert found[2] is not None and found[3] is None


def test_the_outlet_that_was_told_is_the_channel() -> None:
    told = {
        "“It rained,” two fishermen told the Courier.": "Courier",
        "“It rained,” Hanne Lund told the Ash Times-News.": "Ash Times-News",
        "“It rained,” Hanne Lund told Reuters.": "Reuters",
        "“It rained,” Hanne Lund told the Northern Echo in an interview.": "interview",
        "“It rained,” Hanne Lund told Dilan Osei.": None,
        "“It rained,” Hanne Lund told reporters.": None,
    }
    assert {text: mark.channel for text in told for mark in read(text, *PEOPLE)} == told


def test_a_thing_without_a_verb_is_hardly_a_report() -> None:
    marks = [read(text, *PEOPLE) for text in ("Lantern Lines denied the charge.", "Lantern Lines denied this.")]
    assert [[m.confidence for m in found] for found in marks] == [[0.25], [0.25]]


def test_a_dateline_is_no_part_of_what_was_said() -> None:
    text = "PORT ASH (Ash Wire) - A ferry ran aground, the coastguard said."
    assert brief(text) == [("indirect", ["A ferry ran aground"], "the coastguard", None)]


def test_rubrics_in_capitals_are_no_turns() -> None:
    text = "DRIVER OF THE DAY: Lund stole the show.\nMOVE OF THE DAY: Osei passed two.\nMILK: Ekberg was late."
    assert brief(text, *PEOPLE) == []
