"""Opposites found by aligning clauses: what they share decides, not the verb's strict participants."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.aligned import aligned_opposites

CAST = (
    ("Alba", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
    ("Tarn Shipping", "organization", ()),
)

FILLER = (
    " Rain fell on the market. A choir sang three songs. Two geese crossed the lane. The baker sold poppy cake."
    " Children drew chalk stars. A clock struck nine. Farmers spoke of hay. The bus came late."
)
"""Other sentences: what is rare is told by them."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A second verb, which no act holds.
        ("The panel studied the files and upheld the complaint.", "The panel has dismissed the complaint."),
        ("Tarn Shipping said it was sorry but ruled out a new ferry.", "Tarn Shipping is weighing a new ferry."),
        # Words for one outcome.
        ("He was found guilty of smuggling harbour rum.", "He was cleared of smuggling harbour rum."),
        ("The thief Ben Ode remains free.", "The thief Ben Ode was led from the dock straight to a cell."),
        ("The union gave up the late harbour shift.", "The union did not give way on the late harbour shift."),
        ("Orla Finch came on Monday.", "Orla Finch did not attend the ceremony."),
        ("The libraries are to open as usual.", "The libraries stay closed."),
        ("As member he voted with all the others for the harbour tunnel.", "He voted against the harbour tunnel."),
        # One verb, a state, an adjective, with a word that turns it round.
        ("Several grave injuries were linked to the toy.", "No grave injuries were linked to the toy."),
        ("The tank holds oil. Oil has leaked into the bay.", "The tank is whole and no oil has leaked."),
        ("The harbour wall was necessary.", "The harbour wall was unnecessary."),
        ("The harbour ledger was complete.", "The harbour ledger was not complete."),
        ("The insurer has not given up its claim.", "The insurer has given up its rights."),
        ("The harbour barge was insured.", "The harbour barge was uninsured."),
        ("The harbour pilot was licensed.", "The harbour pilot was unlicensed."),
        ("The harbour nurses were vaccinated.", "The harbour nurses were unvaccinated."),
        ("The harbour crew was trained.", "The harbour crew was untrained."),
        (
            "The villages in the harbour valley have power again.",
            "The villages in the harbour valley are without power.",
        ),
    ],
)
def test_what_cannot_both_be_true(scene: Callable, one: str, other: str) -> None:
    drafts = aligned_opposites(scene(one + FILLER, other + FILLER))
    assert [(d.kind, d.reason) for d in drafts] == [("stance", "opposite-acts")]
    assert {c.article for s in drafts[0].sides for c in s.cites} == {"a", "b"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The panel upheld the complaint.", "The panel upheld the complaint."),
        ("The harbour crew was insured.", "The harbour crew was untrained."),
        ("The harbour crew was vaccinated.", "The harbour crew was unlicensed."),
        ("The panel upheld the complaint.", "The panel dismissed the idea of a harbour fair."),
        ("Finch accepted the harbour offer.", "Ode rejected the harbour offer."),  # two parties
        ("The council wants to close the harbour pool.", "The harbour pool is open."),  # wanted
        ("Finch was accused of closing the harbour pool.", "The harbour pool is open."),  # alleged
        ("Why was the harbour pool closed?", "The harbour pool is open."),  # asked
        ("The harbour pool will not open until Friday.", "The harbour pool will open on Friday."),
        ("The northern bridge is closed.", "The southern bridge is open."),
        ("Three bridges are closed.", "Two bridges are open."),
        ("The harbour pool may close.", "The harbour pool is open."),
        ("Finch was not unhappy with the harbour plan.", "Finch was happy with the harbour plan."),
        ("Finch was not happy with the harbour plan.", "Finch was unhappy with the harbour plan."),
        ("In 2011 the harbour pool was closed.", "The harbour pool is open."),  # history
        ("The harbour pool was closed, but it is open again.", "The harbour pool is open."),
    ],
)
def test_what_is_no_contradiction(scene: Callable, one: str, other: str) -> None:
    assert aligned_opposites(scene(one + FILLER, other + FILLER)) == []


def test_a_report_that_tells_the_change_itself_contradicts_nobody(scene: Callable) -> None:
    change = "The harbour pool was closed in the night. At noon the harbour pool was opened."
    assert aligned_opposites(scene(change, "The harbour pool was opened.")) == []


def test_sides_say_the_clause_to_the_letter(scene: Callable) -> None:
    (draft,) = aligned_opposites(scene("The libraries are to open as usual.", "The libraries stay closed."))
    assert [s.says for s in draft.sides] == ["The libraries are to open", "The libraries stay closed"]
    assert draft.note == "one report: “The libraries are to open”; one report: “The libraries stay closed”."


def test_clauses_that_answer_the_same_one_are_one_dispute(scene: Callable) -> None:
    (draft,) = aligned_opposites(
        scene("The harbour pool is open.", "The harbour pool is closed.", "The harbour pool is shut.")
    )
    assert sorted(len(s.cites) for s in draft.sides) == [1, 2]


def test_the_order_of_reports_does_not_matter(scene: Callable) -> None:
    one, other = "The harbour pool is open.", "The harbour pool is closed."
    first, second = (aligned_opposites(scene(*texts))[0] for texts in ((one, other), (other, one)))
    assert {s.says for s in first.sides} == {s.says for s in second.sides}
