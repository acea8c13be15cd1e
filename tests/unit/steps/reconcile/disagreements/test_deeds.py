"""What is done in a clause: the same two reports with the one thing changed that a rule of deeds looks at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.deeds import find_deeds
from rashomon.steps.reconcile.disagreements.opposed import opposed_events

CAST = (
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
    ("Tarn Shipping", "organization", ()),
)
WEATHER = "Rain fell on the market, and the baker of the lane sold poppy cake to the choir. " * 6
"""More than a lead."""

TURNED = [
    # What is decided is told as done; what is hoped for is a plan beside what happened.
    (
        "The city voted to close the harbour bridge.",
        "The city hoped to close the harbour bridge.",
        "The city opened the harbour bridge.",
    ),
    (
        "The city decided to close the harbour bridge.",
        "The city planned to close the harbour bridge.",
        "The city has not closed the harbour bridge.",
    ),
    # Only the verb that governs it, in one clause with it, makes it done.
    (
        "The city voted to close the harbour bridge.",
        "The city voted, and Finch hoped to close the harbour bridge.",
        "The city opened the harbour bridge.",
    ),
    (
        "The city has decided to close the harbour bridge.",
        "The council has decided. The city will close the harbour bridge.",
        "The city opened the harbour bridge.",
    ),
    # What will go on is going on; what will start afresh is not, and what does not last is only a plan.
    ("The ferry line will continue.", "The ferry line will resume.", "The ferry line was halted."),
    ("The ferry line will continue.", "The ferry line continued.", "The city will halt the ferry line."),
    (
        "The council adopted the harbour bill.",
        "The council will adopt the harbour bill.",
        "The council rejected the harbour bill.",
    ),
    # "Not … until" tells when, and "until" that it has not happened.
    (
        "The harbour bridge will not open on Friday.",
        "The harbour bridge will not open until Friday.",
        "The harbour bridge will open.",
    ),
    (
        "The line stays while the city closes the harbour bridge.",
        "The line stays until the city closes the harbour bridge.",
        "The city opened the harbour bridge.",
    ),
    (
        "The harbour bridge is closed until Friday.",
        "The harbour bridge is not open until Friday.",
        "The city opened the harbour bridge.",
    ),
    # A question has "who" before what stands in for a subject.
    (
        "Ode, who closed the harbour bridge, left.",
        "Nobody knows who in the council closed the harbour bridge.",
        "The council, with Ode, opened the harbour bridge.",
    ),
    (
        "The board met Ode, who closed the harbour bridge.",
        "The board asked who, Ode or Finch, closed the harbour bridge.",
        "Ode opened the harbour bridge.",
    ),
    # Nobody: of the lead, or of the same place.
    ("Nobody was hurt.", f"{WEATHER}Nobody was hurt.", "Two men were hurt."),
    (
        f"{WEATHER}Nobody in the harbour shed was hurt.",
        f"{WEATHER}Nobody in the farm lorry was hurt.",
        "Two men in the harbour shed were hurt.",
    ),
    # Who is beaten loses.
    ("Finch defeated Ode.", "Finch greeted Ode.", "Ode won."),
    # A pronoun may mean the decision, a clause does not.
    ("Finch welcomed it.", "Finch welcomed that the lorries left.", "Finch condemned the decision."),
    # "Which" points to what stands before it.
    (
        "The council drew up a plan, which Finch rejected.",
        "The council drew up a plan, and Finch rejected in part.",
        "Finch accepted the plan.",
    ),
    (
        "The council drew up a plan, which Finch rejected.",
        "The council drew up a plan, which Finch rejected in part.",
        "Finch accepted the plan.",
    ),
    # A denial outside the clause is a party's.
    (
        "Tarn Shipping said that it had not closed the harbour mill.",
        "Tarn Shipping denied that it had closed the harbour mill.",
        "Tarn Shipping had closed the harbour mill.",
    ),
    # Who was unable to do it has not done it; who was eager to has not yet.
    (
        "The city was unable to close the harbour bridge.",
        "The city was eager to close the harbour bridge.",
        "The city closed the harbour bridge.",
    ),
    # Nobody of a crowd was hurt, or some whom the report has named: others may have been.
    ("No guards were hurt.", "The guards were not hurt.", "Two men were hurt."),
    ("The blast hurt nobody.", "The blast did not hurt the guards.", "Two men were hurt."),
    # A report that came, and one that never did, say nothing of nobody.
    ("Police reported injuries.", "There was no report of injuries.", "Nobody was hurt."),
    # What may be so is no deed.
    (
        "The city closed the harbour bridge.",
        "Perhaps the city closed the harbour bridge.",
        "The city opened the harbour bridge.",
    ),
    (
        "The city is known to have closed the harbour bridge.",
        "The city is thought to have closed the harbour bridge.",
        "The city opened the harbour bridge.",
    ),
    (
        "The city has closed the harbour bridge.",
        "The city appears to have closed the harbour bridge.",
        "The city opened the harbour bridge.",
    ),
]


@pytest.mark.parametrize(("said", "changed", "other"), TURNED)
def test_one_thing_makes_the_dispute(scene: Callable, said: str, changed: str, other: str) -> None:
    (draft,) = opposed_events(scene(said, other))
    assert [sorted({c.article for c in side.cites}) for side in draft.sides] in ([["a"], ["b"]], [["b"], ["a"]])
    assert opposed_events(scene(changed, other)) == []


@pytest.mark.parametrize(
    ("text", "axis", "deeds"),
    [
        # The particle of a verb is no part of its object.
        ("The council put off repairs.", "go on", [(-1, "council", "repairs")]),
        # Who is beaten loses; what is won has not lost.
        ("Finch defeated Ode.", "win", [(1, "finch", "ode"), (-1, "ode", None)]),
        ("Finch did not defeat Ode.", "win", [(-1, "finch", "ode"), (1, "ode", None)]),
        ("Finch won the race.", "win", [(1, "finch", "race")]),
        # Harm is told by nouns too, but not by what stands behind them.
        ("There were no injuries.", "any injury", [(-1, "there", "injuries")]),
        ("There was no report of injuries.", "any injury", []),
        ("Police reported two deaths.", "any death", [(1, "police", "deaths")]),
        ("Police feared two deaths.", "any death", []),
        # "Which" with an object of its own points to who does it.
        ("The board hired a crew, which closed the bridge.", "open", [(-1, "crew", "bridge")]),
    ],
)
def test_who_does_what_to_whom(scene: Callable, text: str, axis: str, deeds: list[tuple[object, ...]]) -> None:
    found = [
        (d.sign, d.doer.noun if d.doer else None, d.theme.noun if d.theme else None)
        for d in find_deeds(scene(text))
        if d.axis.name == axis
    ]
    assert found == deeds


def test_the_words_of_a_quotation_are_nobodys_deeds(read: Callable) -> None:
    said = "They had opened it."
    verbs = [[d.claim.act.verb for d in find_deeds(read(t))] for t in (said, f'Orla Finch wrote: "{said}"')]
    assert ("open" in verbs[0], "open" in verbs[1]) == (True, False)
