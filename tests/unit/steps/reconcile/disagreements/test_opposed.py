"""Events told the opposite way, in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.deeds import find_deeds
from rashomon.steps.reconcile.disagreements.opposed import opposed_events

CAST = (
    ("Alba", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
    ("Tarn Shipping", "organization", ()),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The city closed the harbour bridge.", "The harbour bridge is open again to lorries."),
        ("Finch welcomed the decision.", "Finch condemned the move."),
        ("The board dismissed Finch.", "The board kept Finch in office."),
        ("Finch resigned.", "Finch refused to step down."),
        ("One worker, Ben Ode, survived.", "Ben Ode was found dead."),
        ("The council cancelled the harbour concert.", "The harbour concert will take place."),
        ("No one was injured.", "There were several injuries."),
        ("The company promised to pay the families.", "The company would not compensate the families."),
        ("The central bank raised its key rate.", "The central bank lowered its key rate."),
        ("Two men are still at large.", "The two men have been caught."),
        ("Finch denied the claim.", "Finch admitted the claim."),
        ("Tarn Shipping has opened an investigation.", "Tarn Shipping is not investigating."),
    ],
)
def test_what_cannot_both_be_true(scene: Callable, one: str, other: str) -> None:
    (draft,) = opposed_events(scene(one, other))
    assert (draft.kind, draft.reason) == ("stance", "opposite-acts")
    assert {c.article for s in draft.sides for c in s.cites} == {"a", "b"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The city closed the harbour bridge.", "The city closed the harbour bridge."),
        ("The city closed the northern bridge.", "The city opened the southern bridge."),
        ("Finch welcomed the decision.", "Ode condemned the decision."),
        ("Finch welcomed the harbour budget.", "Finch condemned the war in the south."),
        ("The city closed the bridge.", "The city may open the bridge."),
        ("The city closed the bridge.", "The city will reopen the bridge."),
        ("The city first closed the bridge, earlier that week.", "The city opened the bridge."),
        ("Finch resigned.", "Ode refused to resign."),
        ("Two men survived.", "Three men died."),
        ("The two men were released.", "Another man was arrested."),
        ("She did not have to pay until May.", "She had to pay by May."),
        ("Finch accepted the offer of Ode.", "Finch rejected the plan to cut the harbour budget."),
    ],
)
def test_what_is_no_contradiction(scene: Callable, one: str, other: str) -> None:
    assert opposed_events(scene(one, other)) == []


@pytest.mark.parametrize(
    ("said", "changed", "other"),
    [
        # Only of a person with a name it is known that both mean the same one.
        ("Finch resigned.", "The harbour pilot resigned.", "Finch refused to step down."),
        # Levels of one thing, not of two.
        ("The price of rye rose.", "The price of oats rose.", "The price of rye fell."),
        (
            "The central bank raised its key rate.",
            "The central bank raised its fees.",
            "The central bank cut its rate.",
        ),
        # What somebody is for, and who it is.
        ("Finch welcomed the harbour toll.", "Finch welcomed the mill fee.", "Finch condemned the harbour toll."),
        ("Finch welcomed the harbour toll.", "Ode welcomed the harbour toll.", "Finch condemned the harbour toll."),
        # Some of them, or the others.
        ("The bridges were closed.", "Most of the bridges were closed.", "The bridges were opened."),
        ("The bridges were closed.", "The other bridges were closed.", "The bridges were opened."),
        # Two things to do.
        (
            "Finch allowed the crew to leave the mill.",
            "Finch allowed the crew to enter the mill.",
            "Finch barred the crew from leaving the mill.",
        ),
        # One verb with and without "not", of one thing.
        (
            "The guard painted the old quay wall.",
            "The guard painted the new mill gate.",
            "The guard did not paint the old quay wall.",
        ),
        # A habit and an earlier time.
        ("Finch welcomed the toll.", "Finch previously welcomed the toll.", "Finch condemned the toll."),
        ("Finch welcomed the toll.", "Finch said she hoped to welcome the toll.", "Finch condemned the toll."),
    ],
)
def test_one_thing_makes_the_dispute(scene: Callable, said: str, changed: str, other: str) -> None:
    assert [d.reason for d in opposed_events(scene(said, other))] == ["opposite-acts"]
    assert opposed_events(scene(changed, other)) == []


def test_a_change_that_one_report_tells_is_none(scene: Callable) -> None:
    changed = "The city closed the harbour bridge. Later it opened the harbour bridge."
    assert opposed_events(scene(changed, "The city closed the harbour bridge.")) == []


def test_two_days_are_two_events(read: Callable) -> None:
    texts = "The city closed the harbour bridge on 3 March.", "The city opened the harbour bridge on 9 March."
    assert opposed_events(read(*texts)) == []


def test_two_parties_may_say_opposite_things(read: Callable) -> None:
    found = read("Orla Finch said the bridge was closed.", "Ben Ode said the bridge was open.")
    assert opposed_events(found) == []


def test_a_state_is_compared_within_one_day(told: Callable, scene: Callable) -> None:
    texts = "The city closed the harbour bridge.", "The city opened the harbour bridge."
    assert len(opposed_events(scene(*texts, published="2025-03-19"))) == 1


def test_deeds_take_the_longest_entry_and_the_noun_of_doing(scene: Callable) -> None:
    found = find_deeds(scene("The crown lost ground. Finch ordered the closure of the mine. Finch defeated Ode."))
    told = [(d.axis.name, d.sign, d.theme.noun if d.theme else None) for d in found]
    assert told == [
        ("level", -1, None),
        ("open", -1, "mine"),
        ("win", 1, "ode"),
        ("win", -1, None),
        ("draw", 1, "ode"),
    ]


@pytest.mark.parametrize(
    "text", ["Might the bridge open?", "Finch could resign.", "The board asked whether Finch had resigned."]
)
def test_a_question_is_no_deed(scene: Callable, text: str) -> None:
    assert [d for d in find_deeds(scene(text)) if not d.axis.own] == []


def test_deeds_of_axes_told_one_way_only_need_not_be_read(scene: Callable) -> None:
    made = scene(
        "Finch ordered the closure of the mine. Finch defeated Ode. Ode walked home. Nobody was hurt.",
        "The mine was opened. Ode walked to work. Two men were hurt. The board reported no injuries.",
    )
    every, both = find_deeds(made), find_deeds(made, both=True)
    assert [d for d in every if d in both] == both
    ways = {(d.axis.name, d.sign) for d in every}
    two = {name for name, sign in ways if (name, -sign) in ways}
    assert "open" in two
    assert "win" in two
    assert [d for d in both if d.axis.name in two] == [d for d in every if d.axis.name in two]
    assert not any(d.claim.act.verb == "walk" for d in both)
