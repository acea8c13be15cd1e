from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.claims import Draft
from rashomon.steps.reconcile.disagreements.doers import one_or_both
from rashomon.steps.reconcile.disagreements.stances import accused_or_committed, opposed_parties, stopped_or_not

CAST = (
    ("Alba", "place", ()),
    ("Berta", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
)


def brief(drafts: list[Draft]) -> list[tuple[str, str, list[str | None]]]:
    return [(d.kind, d.reason, [s.holder for s in d.sides]) for d in drafts]


def test_one_rejects_what_another_proposes(scene: Callable) -> None:
    told = scene({"a": "Finch proposed a new harbour tax.", "b": "Ode rejected the new harbour tax."})
    (draft,) = opposed_parties(told)
    assert brief([draft]) == [("stance", "for-and-against", ["Ben Ode", "Orla Finch"])]
    assert draft.note == "Ben Ode rejects what Orla Finch proposes: “the new harbour tax”."
    assert [s.says for s in draft.sides] == [
        "Ben Ode rejects: “the new harbour tax”",
        "Orla Finch proposes: “a new harbour tax”",
    ]
    assert [c.article for s in draft.sides for c in s.cites] == ["b", "a"]


def test_a_side_has_the_words_of_the_report_between_marks_and_not_too_many(scene: Callable) -> None:
    long = "a new harbour tax for the repair of the old lighthouse and the new quay and the long pier and the warehouse"
    told = scene({"a": f"Finch proposed {long}.", "b": "Ode rejected the new harbour tax."})
    (draft,) = opposed_parties(told)
    assert draft.sides[1].says == f"Orla Finch proposes: “{long.removesuffix(' warehouse')} …”"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Finch proposed a new harbour tax.", "Finch rejected the new harbour tax."),
        ("Finch proposed a new harbour tax.", "Ode rejected the old tram depot."),
        ("Finch proposed a deal.", "Ode rejected the deal."),
        ("Finch urged Alba to scrap the harbour tax.", "Ode rejected the harbour tax."),
        ("Finch might support the harbour tax.", "Ode rejected the harbour tax."),
        ("Finch backed talks in North Alba.", "Ode denied a raid on North Alba."),
        ("Finch agreed to melt the old cannons.", "Ode denied the sale of the old cannons."),
    ],
)
def test_what_is_no_dispute_between_parties(scene: Callable, one: str, other: str) -> None:
    assert opposed_parties(scene({"a": one, "b": other})) == []


def test_one_says_it_stopped_another_tells_of_more(scene: Callable) -> None:
    told = scene(
        {
            "a": "Alba claimed it had ceased shelling Berta's rail depots.",
            "b": "Ode said that forty drones struck two rail depots in the night.",
        }
    )
    assert brief(stopped_or_not(told)) == [("stance", "stopped-or-went-on", ["Alba", "Ben Ode"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alba agreed to halt the shelling of rail depots.", "Ode said drones struck two rail depots."),
        ("Alba claimed it had ceased shelling rail depots.", "Drones struck two rail depots, Alba said."),
        ("Alba claimed it had ceased shelling rail depots.", "Ode said drones struck a school."),
    ],
)
def test_a_promise_or_another_target_is_no_dispute(scene: Callable, one: str, other: str) -> None:
    assert stopped_or_not(scene({"a": one, "b": other})) == []


def test_one_is_accused_of_what_it_says_it_would_end(scene: Callable) -> None:
    told = scene(
        {
            "a": "Alba accused Berta of attacking its pipelines.",
            "b": "Berta supports halting strikes on pipelines.",
        }
    )
    assert brief(accused_or_committed(told)) == [("stance", "accused-and-committed", ["Alba", "Berta"])]


def test_accusing_each_other_is_no_answer(scene: Callable) -> None:
    told = scene({"a": "Alba and Berta accused each other of attacks.", "b": "Berta supports halting strikes."})
    assert accused_or_committed(told) == []


def test_one_side_or_both(scene: Callable) -> None:
    told = scene(
        {
            "a": "Hours later both Alba and Berta launched attacks.",
            "b": "Alba attacked Berta with drones in the night.",
        }
    )
    (draft,) = one_or_both(told)
    assert (draft.kind, draft.reason) == ("attribution", "one-side-or-both")
    assert draft.note == "Who attacked: Alba and Berta in one report, only Alba in one report."


def test_a_report_that_tells_both_somewhere_is_not_one_sided(scene: Callable) -> None:
    told = scene(
        {
            "a": "Hours later both Alba and Berta launched attacks.",
            "b": "Alba attacked Berta with drones. Berta attacked Alba at dawn.",
        }
    )
    assert one_or_both(told) == []


def test_strays_take_no_part(scene: Callable) -> None:
    told = scene({"a": "Finch proposed a new harbour tax.", "b": "Ode rejected the new harbour tax."}, stray=True)
    assert opposed_parties(told) == one_or_both(told) == stopped_or_not(told) == []


CEASED = "Alba claimed it had ceased shelling Berta's rail depots."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (CEASED, "Ode said that drones struck two rail depots in the night.", 1),
        (CEASED, "Ode said that Alba struck two rail depots in the night.", 1),
        (CEASED, "Ode said that Finch struck two rail depots in the night.", 0),  # somebody else
        (CEASED, "Drones struck two rail depots in the night.", 0),  # nobody says so
        (CEASED, "Ode said that drones will strike two rail depots in the night.", 0),
        (CEASED, "Ode said that no drones struck two rail depots in the night.", 0),
        (CEASED, "Ode said that painters visited two rail depots in the night.", 0),
        (CEASED, "Ode said that drones struck two schools in the night.", 0),
        ("Finch claimed Alba had ceased shelling rail depots.", "Ode said that drones struck two rail depots.", 0),
        ("Alba claimed it had not ceased shelling rail depots.", "Ode said that drones struck two rail depots.", 0),
        ("Alba claimed it had ceased paying rail depots.", "Ode said that drones struck two rail depots.", 0),
        ("Alba had ceased shelling rail depots.", "Ode said that drones struck two rail depots.", 0),
    ],
)
def test_who_stopped_what(scene: Callable, one: str, other: str, found: int) -> None:
    assert len(stopped_or_not(scene({"a": one, "b": other}))) == found


ACCUSED = "Alba accused Berta of attacking its oil pipelines."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (ACCUSED, "Berta supports halting strikes on pipelines.", 1),
        (ACCUSED, "Finch supports halting strikes on pipelines.", 0),  # who is not accused
        (ACCUSED, "Alba supports halting strikes on pipelines.", 0),  # who accuses
        (ACCUSED, "Berta rejects halting strikes on pipelines.", 0),
        (ACCUSED, "Berta supports strikes on pipelines.", 0),
        (ACCUSED, "Berta supports halting repairs of pipelines.", 0),
        (ACCUSED, "Berta denied an attack on the oil pipelines.", 1),
        (ACCUSED, "Berta denied an attack on the schools.", 0),
        ("Berta was accused of attacking pipelines.", "Berta supports halting strikes on pipelines.", 0),
        ("Alba accused the press of attacking pipelines.", "Berta supports halting strikes on pipelines.", 0),
    ],
)
def test_who_answers_an_accusation(scene: Callable, one: str, other: str, found: int) -> None:
    assert len(accused_or_committed(scene({"a": one, "b": other}))) == found


def test_one_line_for_all_that_one_rejects_of_one_thing(scene: Callable) -> None:
    told = scene(
        {
            "a": "Finch proposed a new harbour tax. Alba demanded a long ferry strike.",
            "b": "Ode rejected the new harbour tax. Ode rejected the long ferry strike.",
            "c": "Ode again rejected the new harbour tax.",
        }
    )
    drafts = opposed_parties(told)
    assert [d.note for d in drafts] == [
        "Ode rejects what Finch proposes: “the new harbour tax”.".replace("Ode", "Ben Ode").replace(
            "Finch", "Orla Finch"
        ),
        "Ben Ode rejects what Alba demands: “the long ferry strike”.",
    ]
    assert [[c.article for c in d.sides[0].cites] for d in drafts] == [["b", "c"], ["b"]]


def test_a_side_holds_one_stance_of_one_actor(scene: Callable) -> None:
    told = scene(
        {
            "a": "Finch proposed a new harbour tax. Alba supported the new harbour tax.",
            "b": "Ode rejected the new harbour tax. Finch supported the new harbour tax.",
        }
    )
    (draft,) = opposed_parties(told)
    assert [(s.holder, len(s.cites)) for s in draft.sides] == [("Ben Ode", 1), ("Orla Finch", 1), ("Alba", 1)]
