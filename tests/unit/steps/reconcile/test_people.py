from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.span import Span
from rashomon.steps.reconcile.people import People

CAST = (
    ("Alba", "place", ()),
    ("Berta", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Harbour Board", "organization", ()),
)


def reader(told: Callable, text: str) -> People:
    story, cast = told({"a": text}, CAST)
    return People(story.marks[0], cast)


@pytest.mark.parametrize(
    ("phrase", "actors"),
    [
        ("Alba", {"Alba"}),
        ("Both Alba and Berta", {"Alba", "Berta"}),
        ("Alba's allies", set()),
        ("officials in Alba", set()),
        ("Orla Finch of the Harbour Board", {"Orla Finch"}),
        ("nobody", set()),
    ],
)
def test_whom_a_phrase_names(told: Callable, phrase: str, actors: set[str]) -> None:
    assert reader(told, f"{phrase} agreed.").of(Span(0, len(phrase))) == actors


def test_i_and_we_are_the_speaker(told: Callable) -> None:
    people = reader(told, "We agreed.")
    assert people.of(Span(0, 2), "Orla Finch") == {"Orla Finch"}
    assert people.of(Span(0, 2)) == frozenset()


def test_us_in_capitals_is_no_pronoun(told: Callable) -> None:
    assert reader(told, "us against them").of(Span(0, 2), "Orla Finch") == {"Orla Finch"}
    assert reader(told, "US against them").of(Span(0, 2), "Orla Finch") == frozenset()


def test_it_is_a_speaking_body_never_a_person(told: Callable) -> None:
    people = reader(told, "it agreed with Alba and Finch")
    assert people.of(Span(0, 2), "Alba") == {"Alba"}
    assert people.of(Span(0, 2), "Orla Finch") == frozenset()


def test_one_actor_of_a_holder(told: Callable) -> None:
    people = reader(told, "Finch of the Harbour Board agreed.")
    assert people.one(Span(0, 26)) == "Orla Finch"
    assert people.one(Span(27, 33)) is None
    assert people.one(None) is None


def test_a_part_of_a_name_is_its_actor(told: Callable) -> None:
    assert reader(told, "Orla Finch agreed.").one(Span(5, 10)) == "Orla Finch"


def test_a_name_within_a_longer_mention_is_not_its_head(told: Callable) -> None:
    story, cast = told({"a": "The Alba leader agreed."}, (("Alba leader", "person", ()), ("Alba", "place", ())))
    assert People(story.marks[0], cast).of(Span(0, 15)) == {"Alba leader"}
