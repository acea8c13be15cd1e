"""On which axes an act is: the longest entry of its words, a noun of doing, or the verb alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.steps.reconcile.disagreements.deeds import find_deeds
from rashomon.steps.reconcile.disagreements.opposed import opposed_events

CAST = (
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
)

TURNED = [
    # The "no" of "said no" is a word of the entry and denies nothing; that of "gave no support" does.
    ("Finch said no to the harbour plan.", "Finch said yes to the harbour plan.", "Finch backed the harbour plan."),
    ("Finch gave no support to the plan.", "Finch gave support to the plan.", "Finch backed the plan."),
    # No full support may be some.
    ("Finch gave no support to the plan.", "Finch gave no full support to the plan.", "Finch backed the plan."),
    # A verb on no axis is turned round by "not", unless it says nothing by itself.
    ("The board did not paint the hall.", "The board did not like the hall.", "The board painted the hall."),
    # A particle makes another verb: to give up is no giving.
    ("Finch gave up the harbour claim.", "Finch gave the harbour claim.", "Finch kept the harbour claim."),
    # What is left of the object behind the words of the entry is what it is done to.
    ("Finch came out against the quay.", "Finch came out against the dam.", "Finch came out in favour of the quay."),
    # Nobody in particular, and a person with a name.
    ("Nobody was hurt.", "Finch was not hurt.", "Two men were hurt."),
    # A report of harm, and one of something else; a verb that tells no harm.
    ("Police reported no injuries.", "Police reported no delays.", "Two men were hurt."),
    ("Police recorded no injuries.", "Police caused no injuries.", "Two men were hurt."),
    # "There" tells that there was none.
    ("There were no injuries.", "The cranes were no injuries.", "Two men were hurt."),
    ("There were no injuries.", "There was no bed for injuries.", "Two men were hurt."),
]


@pytest.mark.parametrize(("said", "changed", "other"), TURNED)
def test_one_thing_makes_the_dispute(scene: Callable, said: str, changed: str, other: str) -> None:
    assert [d.reason for d in opposed_events(scene(said, other))] == ["opposite-acts"]
    assert opposed_events(scene(changed, other)) == []


@pytest.mark.parametrize("verb", ["make", "take"])
def test_verbs_of_no_meaning_are_no_axis(scene: Callable, verb: str) -> None:
    found = find_deeds(scene(f"The board did not {verb} the harbour hall."))
    assert [d.axis.name for d in found if d.axis.own] == []


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("The council voted down the bill.", [("pass", -1, "bill"), ("bill", -1, "bill"), ("appointed", -1, "bill")]),
        # The longest entry wins over the verb alone, and reaches over a few words only.
        ("The council left the rate unchanged.", [("hold level", -1, "rate")]),
        ("The court found the harbour pilot guilty.", [("verdict", 1, "pilot")]),
        (
            "The court found the frail old harbour pilot guilty.",
            [("missing", 1, "guilty"), ("v find", 1, "guilty")],
        ),
        # The noun of doing, one or many, and what is done to; a name is none.
        ("The council ordered the closure of the mine.", [("open", -1, "mine")]),
        ("The council ordered closures of mills.", [("open", -1, "mills")]),
        ("The council ordered Closure.", [("v order", 1, "closure")]),
        ("The council ordered a closure hall.", [("v order", 1, "hall")]),
        ("Finch made no apology.", [("apology", -1, None)]),
        # The same word in the subject is not the verb.
        ("The cut crews cut off the village.", [("supply", -1, "village")]),
        # A word of the entry is not what it is done to.
        ("The crown lost ground.", [("level", -1, None)]),
    ],
)
def test_axes_of_an_act(scene: Callable, text: str, ways: list[tuple[str, int, str | None]]) -> None:
    found = find_deeds(scene(text))
    assert [(d.axis.name, d.sign, d.theme.noun if d.theme else None) for d in found] == ways


@pytest.mark.parametrize(("verb", "days_apart"), [("paint", 1), ("close", 0)])
def test_a_verb_of_an_axis_changes_from_day_to_day(scene: Callable, verb: str, days_apart: int) -> None:
    made = scene(f"The city did {verb} the harbour bridge.", f"The city did not {verb} the harbour bridge.")
    assert len(opposed_events(made)) == 1
    days = ("2031-03-18", "2031-03-19")
    dated = [
        replace(a, published=day, published_from="given") for a, day in zip(made.story.articles, days, strict=True)
    ]
    made.story = replace(made.story, articles=tuple(dated))
    assert len(opposed_events(made)) == days_apart
