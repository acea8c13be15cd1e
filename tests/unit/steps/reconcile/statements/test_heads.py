"""Who does it and what it is done to, in own-written sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.text.similarity import term


def head(word: str | None) -> str | None:
    return word and (term(word) or word)


@pytest.mark.parametrize(
    ("text", "subject", "agent"),
    [
        ("The board of the harbour sold the tram.", "board", "board"),
        ("The board waiting in Alba sold trams.", "board", "board"),
        ("The tram was sold on Wednesday.", "tram", None),  # nobody is named who does it
        ("On Wednesday the tram was sold.", None, None),  # the tram does not stand in front
        ("Monday brought the board a new tram.", None, None),  # a day does nothing
        ("He left the tram.", None, None),
        ("Finch left the tram.", "finch", "finch"),
        ("The rocket, 40 metres tall, stands at the harbour.", "rocket", "rocket"),
        ("A rocket 40 metres tall hit the harbour.", "metres", None),  # no unit does anything
        ("The border crossing was closed.", "crossing", None),
        ("The court hearing began.", "hearing", "hearing"),
        ("The court hearing a plea began.", "court", "court"),  # "hearing" has an object of its own
    ],
)
def test_who_does_it(read: Callable, text: str, subject: str | None, agent: str | None) -> None:
    told = read(text)[0].asserted
    assert (told.subject, told.agent) == (head(subject), head(agent))


def test_a_subject_of_the_clause_before_is_no_agent(read: Callable) -> None:
    first, second = (u.asserted for u in read("The harbour clerk, who sold the tram, went home."))
    assert (first.subject, first.agent, first.several) == (head("clerk"), head("clerk"), False)
    assert (second.subject, second.agent, second.several) == (head("clerk"), None, None)


@pytest.mark.parametrize(
    ("text", "object_", "patient"),
    [
        ("Finch sold the harbour tram.", "tram", "tram"),
        ("Finch took the harbour tram.", "tram", None),  # a weak verb does little to it
        ("The ferry had a bell.", None, None),  # what something has
        ("The tram was sold on Wednesday.", None, "tram"),
        ("Police on Wednesday arrested the clerk.", "clerk", "clerk"),
        ("Finch sold in the harbour.", None, None),
        ("Finch sold 40 trams of the harbour.", None, None),
        ("Finch injured people in the harbour.", None, None),
        ("Alba saw a clerk crossing the river.", "clerk", None),
        ("Alba sold a border crossing.", "crossing", "crossing"),
    ],
)
def test_what_it_is_done_to(read: Callable, text: str, object_: str | None, patient: str | None) -> None:
    told = read(text)[0].asserted
    assert (told.object, told.patient) == (head(object_), head(patient))


@pytest.mark.parametrize(
    ("who", "several"),
    [
        ("Passengers", True),
        ("Old passengers", True),
        ("The passengers", None),  # those of the story
        ("Nine passengers", None),
        ("The passenger", False),
        ("Finch", None),
        ("He", None),
    ],
)
def test_any_of_a_kind_or_one(read: Callable, who: str, several: bool | None) -> None:
    assert read(f"{who} left the tram.")[0].asserted.several is several
