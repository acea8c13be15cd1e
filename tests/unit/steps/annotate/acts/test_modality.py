"""Polarity, mode and who vouches: every way to say that something is so, is not, may be, will be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.marks import Act, Marks
from rashomon.steps.annotate.acts import find_acts

Read = Callable[..., Marks]


def act(marks: Marks, verb: str) -> Act:
    (found,) = [a for a in find_acts(marks) if a.verb == verb]
    return found


@pytest.mark.parametrize(
    ("text", "polarity", "mode"),
    [
        ("The board approved the plan.", "affirmed", "happened"),
        ("The board has approved the plan.", "affirmed", "happened"),
        ("The board didn't approve the plan.", "denied", "happened"),
        ("The board didn’t approve the plan.", "denied", "happened"),
        ("The board has never approved the plan.", "denied", "happened"),
        ("The board has not yet approved the plan.", "denied", "happened"),
        ("The board could not approve the plan.", "denied", "happened"),
        ("The board cannot approve the plan.", "denied", "happened"),
        ("The board won't approve the plan.", "denied", "planned"),
        ("The board will not approve the plan.", "denied", "planned"),
        ("The board will approve the plan.", "affirmed", "planned"),
        ("The board shall approve the plan.", "affirmed", "planned"),
        ("The board might approve the plan.", "hedged", "happened"),
        ("The board allegedly approved the plan.", "hedged", "happened"),
        ("The board reportedly approved the plan.", "hedged", "happened"),
        ("No board approved the plan.", "denied", "happened"),
        ("None of the boards approved the plan.", "denied", "happened"),
        ("Nobody approved the plan.", "denied", "happened"),
        ("The board approved no plan.", "denied", "happened"),
        ("The plan was not approved by the board.", "denied", "happened"),
        ("The plan was never approved.", "denied", "happened"),
    ],
)
def test_polarity_and_mode_of_a_plain_clause(read: Read, text: str, polarity: str, mode: str) -> None:
    found = act(read(text), "approve")
    assert (found.polarity, found.mode) == (polarity, mode)


@pytest.mark.parametrize(
    "text",
    [
        "The board approved the plan no later than Monday.",
        "The board approved no fewer than ten plans.",
        "A board with no chairman approved the plan.",
        "There is no doubt, and the board approved the plan.",
        "No sooner had he left, the board approved the plan.",
    ],
)
def test_a_no_elsewhere_turns_nothing_round(read: Read, text: str) -> None:
    assert act(read(text), "approve").polarity == "affirmed"


@pytest.mark.parametrize(
    ("text", "polarity", "holder"),
    [
        ("Vega said the board approved the plan.", "affirmed", "Vega"),
        ("Vega said that the board did not approve the plan.", "denied", "Vega"),
        ("Vega denied that the board approved the plan.", "denied", "Vega"),
        ("Vega never denied that the board approved the plan.", "affirmed", "Vega"),
        ("Vega warned that the board may approve the plan.", "hedged", "Vega"),
        ("The board approved the plan, according to two officials.", "affirmed", "two officials"),
        ("The board approved the plan, Vega told reporters.", "affirmed", "Vega"),
        (
            "Two officials familiar with the talks said the board approved the plan.",
            "affirmed",
            "Two officials familiar",
        ),
    ],
)
def test_what_somebody_vouches_for_is_reported(read: Read, text: str, polarity: str, holder: str) -> None:
    marks = read(text)
    found = act(marks, "approve")
    assert (found.polarity, found.mode) == (polarity, "reported")
    assert found.holder is not None
    assert found.holder.of(text) == holder


@pytest.mark.parametrize(
    ("text", "inner", "polarity"),
    [
        ("Vega refused to sign the pact.", "sign", "denied"),
        ("Vega did not refuse to sign the pact.", "sign", "affirmed"),
        ("Vega failed to sign the pact.", "sign", "denied"),
        ("Vega agreed to sign the pact.", "sign", "affirmed"),
        ("Vega did not agree to sign the pact.", "sign", "denied"),
        ("Vega denied signing the pact.", "sign", "denied"),
        ("Vega ruled out signing the pact.", "sign", "denied"),
        ("Vega may agree to sign the pact.", "sign", "hedged"),
    ],
)
def test_the_act_inside_an_infinitive(read: Read, text: str, inner: str, polarity: str) -> None:
    found = act(read(text), inner)
    assert (found.polarity, found.mode) == (polarity, "planned")
    assert found.actor is not None
    assert found.actor.of(text) == "Vega"


@pytest.mark.parametrize("verb", ["urged", "ordered", "asked"])
def test_who_is_told_to_act_is_the_one_who_acts(read: Read, verb: str) -> None:
    text = f"Vega {verb} the board to sign the pact."
    found = act(read(text), "sign")
    assert found.actor is not None
    assert (found.actor.of(text), found.mode) == ("the board", "planned")


def test_the_sentence_before_vouches_for_nothing(read: Read) -> None:
    text = "Vega said the talks went well. The board approved the plan."
    assert act(read(text), "approve").holder is None


def test_a_quotation_without_known_speaker_has_no_holder_but_its_frame_is_not_used(read: Read) -> None:
    text = "Vega said: “The board approved the plan.”"
    marks = read(text, (("The board approved the plan.", "Vega"),))
    found = act(marks, "approve")
    assert found.holder is not None
    assert (found.holder.of(text), found.mode) == ("Vega", "reported")


@pytest.mark.parametrize(
    ("text", "verb", "holder"),
    [
        ("Inspectors suspect the driver fell asleep.", "fall", "Inspectors"),
        ("The mayor, she suspected, had taken the money.", "take", "she"),
        ("The bridge, Weber feared, had been sold.", "sell", "Weber"),
        ("Rumours that the mayor had resigned spread quickly.", "resign", "Rumours"),
        ("The belief that he had fled was wrong.", "flee", "The belief"),
        ("She feared the mayor left.", "leave", "She"),
    ],
)
def test_what_is_only_in_somebodys_mind_is_no_fact(read: Read, text: str, verb: str, holder: str) -> None:
    marks = read(text)
    found = act(marks, verb)
    assert (found.mode, found.holder and found.holder.of(text)) == ("reported", holder)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("She feared he would come, so she fled.", "flee"),
        ("The mayor, whose son, it was suspected, lied, left the town.", "leave"),
        ("A suspected arsonist burned the barn.", "burn"),
        ("The mayor, who was suspected, had paid.", "pay"),
    ],
)
def test_beside_a_frame_of_belief_the_outlet_still_tells_facts(read: Read, text: str, verb: str) -> None:
    assert act(read(text), verb).mode == "happened"
