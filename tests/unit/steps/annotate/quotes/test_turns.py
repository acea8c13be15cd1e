"""Words without marks that belong to somebody: transcripts, questions and answers, headlines."""

from __future__ import annotations

import pytest

from rashomon.records.article import BlockKind

from .reading import brief, read

PEOPLE = ("Ana Weber/f", "Tom Ruiz/m")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "WEBER: We are late.\nRUIZ: You are not.",
            [("direct", ["We are late."], "WEBER", "WEBER"), ("direct", ["You are not."], "RUIZ", "RUIZ")],
        ),
        (
            "Ana Weber: We are late.\nTom Ruiz: Why?\nAna Weber: It rained.",
            [
                ("direct", ["We are late."], "Ana Weber", "Ana Weber"),
                ("direct", ["Why?"], "Tom Ruiz", "Tom Ruiz"),
                ("direct", ["It rained."], "Ana Weber", "Ana Weber"),
            ],
        ),
        (
            "Q: Are you late?\nA: We are.",
            [("direct", ["Are you late?"], None, None), ("direct", ["We are."], None, None)],
        ),
        ("Update: the port is shut.\nUpdate: it is open.", []),
        ("Weather: it rains.", []),
        ("NOTE: the port is shut.", []),
    ],
)
def test_turns(text: str, expected: list[tuple[str, list[str], str | None, str | None]]) -> None:
    people = PEOPLE if "Ana" in text else ()
    assert brief(text, *people) == expected


def test_a_question_is_asked_and_an_answer_said() -> None:
    assert [m.status for m in read("Q: Are you late?\nA: We are.")] == ["asked", "said"]


@pytest.mark.parametrize("kind", ["title", "subtitle", "subhead"])
def test_a_headline_with_a_name_and_a_colon_is_a_report(kind: BlockKind) -> None:
    text = "Weber: We will shut the port"
    (mark,) = read(text, "Ana Weber/f", kinds={0: kind})
    assert (mark.kind, mark.content[0].of(text), mark.speaker_name) == (
        "indirect",
        "We will shut the port",
        "Ana Weber",
    )
    assert mark.confidence == 0.5


@pytest.mark.parametrize(
    "text", ["Watch: We will shut the port", "Live: Port shut", "weber: We will", "Port shut: Weber"]
)
def test_other_colons_in_headlines_are_no_reports(text: str) -> None:
    assert not [m for m in read(text, "Ana Weber/f", kinds={0: "title"}) if m.speaker_name == "Ana Weber"]


def test_a_place_before_the_colon_of_a_headline_says_nothing() -> None:
    text = "Port Ash: Ferry hits pier"
    assert read(text, "Port Ash//place", kinds={0: "title"}) == ()
    (mark,) = read("Radio Ash: Ferry hits pier", "Radio Ash//organization", kinds={0: "title"})
    assert mark.speaker_name == "Radio Ash"
