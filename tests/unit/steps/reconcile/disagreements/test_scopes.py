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


CONSIDER = "Ode said that Finch agreed to consider Alba's request for rescue boats."
HELP = "Roe said that Finch had agreed to help Alba buy rescue boats."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (CONSIDER, HELP, 1),
        (f"{CONSIDER} {HELP}", "", 0),  # one report tells both
        (f"{CONSIDER} {CONSIDER}", HELP, 1),  # and once is enough
        ("Finch agreed to consider Alba's request for rescue boats.", HELP, 0),  # nobody vouches for it
        (CONSIDER, "Finch had agreed to help Alba buy rescue boats.", 0),
        (CONSIDER, "Roe said that Finch had asked to help Alba buy rescue boats.", 0),  # who asks gives nothing
        (CONSIDER, "Roe said that Berta had agreed with Finch to help Alba buy rescue boats.", 0),
        (CONSIDER.replace("Alba's", "the"), HELP.replace("Alba ", ""), 0),  # of whom, nobody says
    ],
)
def test_what_makes_another_degree(scene: Callable, one: str, other: str, found: int) -> None:
    assert len(other_degree(scene(one, other))) == found


NARROW = "Alba agreed to halt strikes on port facilities for a month."
WIDE = "Alba agreed to halt strikes on port and other civilian facilities."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (NARROW, WIDE, 1),
        (f"{NARROW} {WIDE}", "", 0),
        (NARROW, WIDE.replace("Alba", "Berta"), 0),  # another actor
        (NARROW.replace("Alba", "It"), WIDE, 1),  # who may be the same
        (NARROW, WIDE.replace("agreed to halt strikes on", "painted"), 0),  # another act
        (NARROW.replace("port facilities", "port music"), WIDE, 0),  # not told in both
    ],
)
def test_what_makes_it_wider(scene: Callable, one: str, other: str, found: int) -> None:
    assert len(wider_object(scene(one, other))) == found


TROOPS = "For a truce, Alba demanded a halt to the call-up of troops."
SHIPS = "For a truce, Alba demanded an end to the halting of cargo ships."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (TROOPS, SHIPS, 1),
        (f"{TROOPS} {SHIPS}", "", 0),
        (TROOPS, SHIPS.replace("Alba", "Berta"), 0),
        (TROOPS, SHIPS.replace("demanded", "supported"), 0),
        (TROOPS, "For a truce, Alba demanded a list of cargo ships.", 0),
        (TROOPS, "For a truce, Alba called for an end to the halting of cargo ships.", 1),
    ],
)
def test_what_makes_it_another_condition(scene: Callable, one: str, other: str, found: int) -> None:
    assert len(other_conditions(scene(one, other))) == found


def test_who_tells_of_both_things_ties_the_term_to_neither(scene: Callable) -> None:
    curfew, festival = "Alba accepted a 20-day curfew.", "Alba mocked the 20-day festival."
    assert len(same_term_other_thing(scene(curfew, festival))) == 1
    assert same_term_other_thing(scene(f"{curfew} {festival}", festival)) == []


def test_a_direction_is_told_by_two_reports(scene: Callable) -> None:
    south, west = "The quake hit 40 km south of Tarn.", "The quake hit 40 km west of Tarn."
    assert len(other_direction(scene(south, west))) == 1
    assert other_direction(scene(f"{south} {west}")) == []


def test_a_finer_direction_is_no_other_one(scene: Callable) -> None:
    fine, plain = "The quake hit 40 km southwest of Tarn.", "The quake hit 40 km west of Tarn."
    assert other_direction(scene(fine, fine, plain)) == []
    assert other_direction(scene(fine, plain, plain)) == []
