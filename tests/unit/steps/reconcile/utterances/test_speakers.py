"""From the words that name a speaker to an actor."""

from __future__ import annotations

import pytest

from rashomon.records.findings import Actor, Form
from rashomon.records.span import Cite, Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.utterances.speakers import Speakers

ACTORS = [
    ("lund", "Ida Lund", "person", None),
    ("reyes", "Tom Reyes", "person", None),
    ("lund2", "Olav Lund", "person", None),
    ("board", "Harbour Board", "organization", None),
    ("town", "Port Ellery", "place", None),
    ("police", "police", "group", None),
    ("guard", "Coast Guard", "organization", None),
    ("norland", "Norland", "place", None),
    ("capital", "Sandvik", "place", "norland"),
]


def speakers(text: str, *mentions: tuple[str, str]) -> Speakers:
    actors = tuple(
        Actor(key, name, kind, (Form(name, (Cite("a", 0, 1),)), Form(name.split()[-1], (Cite("a", 0, 1),))), (), speaks)  # type: ignore[arg-type]
        for key, name, kind, speaks in ACTORS
    )
    of = {("a", Span(text.index(words), text.index(words) + len(words))): actor for words, actor in mentions}
    return Speakers(Cast(actors, of), {"a": text})


@pytest.mark.parametrize(
    ("phrase", "mentions", "expected"),
    [
        ("Ida Lund", [("Ida Lund", "lund")], "lund"),
        ("harbour master Ida Lund", [("Ida Lund", "lund")], "lund"),
        ("Harbour Board chief Ida Lund", [("Harbour Board", "board"), ("Ida Lund", "lund")], "lund"),
        ("Harbour Board chief", [("Harbour Board", "board")], None),
        ("Ida Lund of the Harbour Board", [("Ida Lund", "lund"), ("Harbour Board", "board")], "lund"),
        ("Ida Lund's lawyer", [("Ida Lund", "lund")], None),
        ("Ida Lund’s lawyer Tom Reyes", [("Ida Lund", "lund"), ("Tom Reyes", "reyes")], "reyes"),
        ("police in Port Ellery", [("police", "police"), ("Port Ellery", "town")], "police"),
        ("a fisherman from Port Ellery", [("Port Ellery", "town")], None),
        ("the Harbour Board", [("Harbour Board", "board")], "board"),
        ("the Harbour Board, which owns the pier", [("Harbour Board", "board")], "board"),
        ("a bystander", [], None),
    ],
)
def test_the_head_of_the_phrase_speaks(phrase: str, mentions: list[tuple[str, str]], expected: str | None) -> None:
    text = f"Said {phrase} on Monday"
    start = text.index(phrase)
    assert speakers(text, *mentions).actor("a", Span(start, start + len(phrase))) == expected


def test_a_name_that_the_report_resolved_finds_its_only_bearer() -> None:
    known = speakers("She said so")
    assert known.actor("a", Span(0, 3), "Tom Reyes") == "reyes"
    assert known.actor("a", None, "  tom   REYES ") == "reyes"


def test_a_name_that_two_bear_needs_the_mention() -> None:
    text = "Lund said so"
    assert speakers(text, ("Lund", "lund2")).actor("a", Span(0, 4), "Lund") == "lund2"
    assert speakers(text).actor("a", Span(0, 4), "Lund") is None


def test_no_words_no_speaker() -> None:
    assert speakers("He said so").actor("a", None) is None
    assert speakers("He said so").actor("b", Span(0, 2)) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("lund", "lund", "same"),
        ("lund", "reyes", "other"),
        ("lund", None, "open"),
        (None, None, "open"),
        ("lund", "board", "open"),
        ("board", "guard", "other"),
        ("police", "guard", "open"),
        ("norland", "capital", "open"),
        ("lund", "unknown", "open"),
    ],
)
def test_agreement_of_two_speakers(one: str | None, other: str | None, expected: str) -> None:
    assert speakers("").agree(one, other) == expected
    assert speakers("").agree(other, one) == expected
