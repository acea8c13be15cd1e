from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.aligned import aligned_opposites
from rashomon.steps.reconcile.disagreements.contradictions import contradictions
from rashomon.steps.reconcile.disagreements.ground import awaited, bare, one_ground, other_doing
from rashomon.steps.reconcile.disagreements.opposed import opposed_events
from rashomon.steps.reconcile.disagreements.roles import HEAD, SAME, UNKNOWN

CAST = (("Orla Finch", "person", ("Finch",)), ("Tarn Shipping", "organization", ()))


@pytest.mark.parametrize(
    ("one", "other", "main", "expected"),
    [
        ("the harbour fence was mended", "the harbour fence was torn down", UNKNOWN, True),
        ("Orla Finch accepted an award", "Orla Finch turned down a seat on the board", SAME, True),
        ("Finch accepted an invitation to speak", "Finch turned down a private dinner", SAME, False),
        ("the beach is open to the public", "the beach remains closed", HEAD, True),
        ("the beach is open to the public", "the beach remains closed", SAME, False),
        ("only two harbours said they would pay", "most harbours opted not to pay", UNKNOWN, False),
        ("several grave injuries were found", "no grave injuries were found", UNKNOWN, True),
        ("others paid the harbour fee", "the pilots did not pay the harbour fee", UNKNOWN, False),
    ],
)
def test_what_two_clauses_must_share(one: str, other: str, main: int, expected: bool) -> None:
    assert one_ground(one, other, main) is expected
    assert one_ground(other, one, main) is expected


def test_what_hardly_says_more_than_who_and_what() -> None:
    finch = frozenset({"finch"})
    assert bare("Finch resigned", finch)
    assert bare("Finch refused to resign", finch)
    assert not bare("Finch lost her bid for the seat of mayor", finch)
    assert not bare("resigned", frozenset())


def test_two_things_to_do() -> None:
    assert other_doing("the pilots to leave early", "pilots from speaking to us")
    assert not other_doing("the pilots to leave early", "the pilots from leaving")
    assert not other_doing("the pilots", "the pilots to leave")


def test_what_has_not_happened_or_nobody_knows() -> None:
    assert awaited("until the plan is approved")
    assert awaited("“Unless the plan is approved")
    assert awaited("why the plan was approved")
    assert not awaited("the plan is approved until June")
    assert not awaited("")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two things of one person.
        ("Finch accepted an invitation to address the harbour guild.", "Finch turned down a dinner with the bishop."),
        ("Finch was released by six.", "Finch was arrested on suspicion of drunk sailing on Monday."),
        # Said so as not to be so, or only thought.
        ("“I don't think Finch won the harbour race,” said the pilot.", "Finch did not win the harbour race."),
        ("Finch will wait until the harbour plan is approved.", "The harbour plan has not been approved."),
        ("Finch wouldn't have placed the ferry on the harbour list.", "Finch placed the ferry on the harbour list."),
        # One way, in two forms.
        ("Tarn Shipping was unable to reach a harbour deal.", "Tarn Shipping failed to reach a harbour deal."),
        ("Finch had no intention of resigning as mayor.", "After Finch resigned as mayor the street was quiet."),
        # Other things to do.
        (
            "The rules would allow pilots to leave the harbour.",
            "The rules would forbid pilots to smoke at the harbour.",
        ),
    ],
)
def test_what_is_not_told_both_ways(scene: Callable, one: str, other: str) -> None:
    story = scene(one, other)
    assert [d.note for check in (contradictions, opposed_events, aligned_opposites) for d in check(story)] == []
