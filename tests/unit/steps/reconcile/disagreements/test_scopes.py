from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.scopes import (
    other_conditions,
    other_degree,
    other_direction,
    same_term_other_thing,
    wider_object,
)

CAST = (
    ("Alba", "place", ()),
    ("Berta", "place", ()),
    ("Tarn", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
    ("Ida Roe", "person", ("Roe",)),
)


def test_considered_or_helped(scene: Callable) -> None:
    (draft,) = other_degree(
        scene(
            "Ode said that Finch agreed to consider Alba's request for rescue boats.",
            "Roe said that Finch had agreed to help Alba buy rescue boats.",
        )
    )
    assert (draft.kind, draft.reason) == ("scope", "other-degree-of-commitment")
    assert [s.holder for s in draft.sides] == ["Ben Ode", "Ida Roe"]
    assert "consider" in draft.sides[0].says
    assert "help" in draft.sides[1].says


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same step, one holder, another actor, another matter
        (
            "Ode said that Finch agreed to consider boats for Alba.",
            "Roe said that Finch agreed to study boats for Alba.",
        ),
        (
            "Ode said that Finch agreed to consider boats for Alba.",
            "Ode said that Finch agreed to help Alba buy boats.",
        ),
        (
            "Ode said that Finch agreed to consider boats for Alba.",
            "Roe said that Berta agreed to help Alba buy boats.",
        ),
        (
            "Ode said that Finch agreed to consider boats for Alba.",
            "Roe said that Finch agreed to help Alba pave roads.",
        ),
    ],
)
def test_what_is_no_other_degree(scene: Callable, one: str, other: str) -> None:
    assert other_degree(scene(one, other)) == []


def test_a_wider_object(scene: Callable) -> None:
    (draft,) = wider_object(
        scene(
            "Alba agreed to halt strikes on port facilities for a month.",
            "Alba agreed to halt strikes on port and other civilian facilities.",
        )
    )
    assert (draft.kind, draft.reason) == ("scope", "wider-object")
    assert [c.article for s in draft.sides for c in s.cites] == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alba sold port facilities.", "Alba agreed to halt strikes on port and other civilian facilities."),
        ("Finch missed people hearing music.", "Finch missed people and hearing music."),
        ("Alba halted strikes on ports.", "Alba halted strikes on ports and roads."),
    ],
)
def test_what_is_no_wider_object(scene: Callable, one: str, other: str) -> None:
    assert wider_object(scene(one, other)) == []


def test_other_conditions_of_one_actor(scene: Callable) -> None:
    (draft,) = other_conditions(
        scene(
            "For a truce, Alba demanded a halt to the call-up of troops.",
            "For a truce, Alba demanded an end to the halting of cargo ships.",
        )
    )
    assert (draft.kind, draft.reason) == ("scope", "other-condition")


def test_one_condition_twice_is_no_dispute(scene: Callable) -> None:
    told = scene("Alba demanded a halt to cargo flights.", "Alba demanded a halt to all cargo flights.")
    assert other_conditions(told) == []


def test_one_term_of_two_things(scene: Callable) -> None:
    (draft,) = same_term_other_thing(
        scene("Alba accepted a 20-day curfew.", "Alba rejected a 20-day festival.", "Alba mocked the 20-day festival.")
    )
    assert draft.reason == "same-term-other-thing"
    assert draft.note.startswith("20 days of what: ")
    assert [len(s.cites) for s in draft.sides] == [2, 1]


def test_a_term_of_one_thing_is_no_dispute(scene: Callable) -> None:
    assert same_term_other_thing(scene("Alba accepted a 20-day truce.", "Alba rejected a 20-day ceasefire.")) == []
    assert same_term_other_thing(scene("Alba accepted a 20-day curfew.", "Berta held a 20-day festival.")) == []


def test_another_direction(scene: Callable) -> None:
    (draft,) = other_direction(
        scene("The quake hit 40 km south of Tarn.", "The quake struck 40 km west of the town of Tarn.")
    )
    assert (draft.kind, draft.reason) == ("scope", "other-direction")
    assert draft.note == "Where: south of Tarn in one report, west of Tarn in one report."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The quake hit south of Tarn.", "The quake hit southwest of Tarn."),
        ("The quake hit south of Tarn.", "The quake hit south of Tarn."),
        ("The quake hit south of Tarn.", "A camp stands west of Tarn."),
    ],
)
def test_what_is_no_other_direction(scene: Callable, one: str, other: str) -> None:
    assert other_direction(scene(one, other)) == []
