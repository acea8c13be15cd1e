"""Whether two noun phrases mean one participant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.span import Span
from rashomon.steps.reconcile.disagreements.claims import Scene
from rashomon.steps.reconcile.disagreements.roles import (
    HEAD,
    KIND,
    MORE,
    OTHER,
    SAME,
    UNKNOWN,
    UNLIKE,
    WORD,
    Casting,
    Company,
    Role,
    fit,
    one_of_many,
)

CAST = (
    ("Alba", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
    ("Tarn Shipping", "organization", ()),
)


def role(scene: Scene, number: int, words: str) -> Role | None:
    text = scene.story.articles[number].text
    start = text.index(words)
    return Casting(scene.story.marks[number], scene.cast).role(Span(start, start + len(words)))


@pytest.fixture
def fits(scene: Callable) -> Callable[[str, str], int]:
    def run(one: str, other: str) -> int:
        built = scene(f"Yesterday {one} moved.", f"Yesterday {other} moved.")
        company = Company.of(built.cast, built.kin)
        return fit(company, role(built, 0, one), role(built, 1, other))

    return run


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Orla Finch", "Finch", SAME),
        ("Finch", "Ode", OTHER),
        ("the harbour budget", "the new harbour budget", MORE),
        ("the bridge", "a bridge", HEAD),
        ("the northern bridge", "the southern bridge", WORD),
        ("the ferry", "the tanker", KIND),
        ("two men", "three men", OTHER),
        ("one man", "another man", OTHER),
        ("the decision", "the harbour budget", UNKNOWN),
        ("she", "the court", UNKNOWN),
        ("the whale", "the runway", UNLIKE),
        ("Tarn Shipping", "the whale", UNKNOWN),
    ],
)
def test_how_two_participants_fit(fits: Callable, one: str, other: str, expected: int) -> None:
    assert fits(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("his licence", "40 licences", True), ("his licence", "the licences", False), ("his licence", "40 men", False)],
)
def test_one_thing_and_a_number_of_them(scene: Callable, one: str, other: str, expected: bool) -> None:
    built = scene(f"Yesterday {one} was lost.", f"Yesterday {other} were lost.")
    assert one_of_many(role(built, 0, one), role(built, 1, other)) is expected


@pytest.mark.parametrize("words", ["on Friday", "by half a point", "per cent", "the same day"])
def test_what_names_no_participant(scene: Callable, words: str) -> None:
    assert role(scene(f"Finch moved {words}."), 0, words) is None


def test_a_name_beside_the_phrase_is_who_is_meant(scene: Callable) -> None:
    found = role(scene("One worker, foreman Ben Ode, survived."), 0, "One worker")
    assert found is not None
    assert found.actors == {"Ben Ode"}
    assert (found.noun, found.count) == ("worker", 1.0)


def test_a_pronoun_is_the_only_person_named_right_before(scene: Callable) -> None:
    one = role(scene("Finch spoke first. Then she left."), 0, "she")
    two = role(scene("Finch met Ode. Then she left."), 0, "she")
    assert one is not None and one.actors == {"Orla Finch"}
    assert two is not None and not two.actors


def test_a_number_alone_stands_for_people(scene: Callable) -> None:
    found = role(scene("Nine were taken to hospital."), 0, "Nine")
    assert found is not None
    assert found.count == 9.0
