from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.records.marks import Measure
from rashomon.records.span import Span
from rashomon.steps.reconcile.statements.asserted import Assertion
from rashomon.steps.reconcile.statements.deeds import Count
from rashomon.steps.reconcile.statements.sameness import _other_numbers

KILL, HURT = "c:kill", "c:hurt"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Finch rejected the harbour tax.", "The harbour tax was refused by Finch."),
        ("Alba sold the tram depot to Berta.", "Berta bought the tram depot from Alba."),
        ("Finch did not accept the harbour plan.", "Finch rejected the harbour plan."),
        ("A quake hit the harbour district of Alba.", "The harbour district of Alba was struck by a quake."),
        ("The ferry had 312 passengers on its upper deck.", "There were 312 passengers on the upper deck."),
        ("Finch met Ode in the harbour office.", "Ode and Finch held talks in the harbour office."),
        ("Finch cancelled the harbour race.", "Finch called off the harbour race."),
    ],
)
def test_the_same_in_other_words(why: Callable, one: str, other: str) -> None:
    assert why(one, other) is None
    assert why(other, one) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Two clerks spoke on condition of anonymity.", "The clerk spoke on condition of anonymity.", "credit"),
        ("Finch sold the harbour tram.", "If Finch sold the harbour tram, Berta would protest.", "force"),
        ("Finch sold the harbour tram.", "Did Finch sell the harbour tram?", "force"),
        ("Finch sells the harbour tram.", "Finch should sell the harbour tram.", "force"),
        ("Finch sold the harbour tram.", "Finch did not sell the harbour tram.", "polarity"),
        ("The harbour bridge remains closed.", "Engineers cleared the harbour bridge to reopen.", "polarity"),
        ("A tram hit the harbour wall.", "The previous tram hit the harbour wall.", "time"),
        ("Alba attacked Berta with rockets.", "Berta attacked Alba with rockets.", "roles"),
        ("Finch accused Ode of fraud.", "Ode accused Finch of fraud.", "roles"),
        ("Alba sold the tram depot.", "Alba bought the tram depot.", "roles"),
        ("Finch painted the old harbour wall.", "Finch photographed the harbour of Berta.", "deed"),
        ("The fire destroyed the harbour hall.", "The fire damaged the harbour hall.", "deed"),
        ("Finch resumed the harbour survey.", "Finch maintained the harbour survey.", "deed"),
        ("Finch saved the harbour archive.", "Finch saved the harbour organ.", "object"),
        ("Finch opened the new harbour hall.", "Ode opened the harbour hall in the north of Berta.", "subject"),
        ("A tram came.", "The tram came through a long tunnel at dawn.", "little"),
    ],
)
def test_near_and_not_the_same(why: Callable, one: str, other: str, reason: str) -> None:
    assert why(one, other) == reason
    assert why(other, one) == reason


def test_what_two_say_of_themselves_is_not_the_same(why: Callable) -> None:
    quotes = {
        "a": [{"pieces": "My prayers are with the victims", "speaker": "Finch"}],
        "b": [{"pieces": "My prayers are with the victims", "speaker": "Ode"}],
    }
    one, other = (f'"My prayers are with the victims," said {who}.' for who in ("Finch", "Ode"))
    assert why(one, other, quotes=quotes) == "roles"


def count(value: float, *, thing: str | None = None, deed: str | None = None, unit: str | None = None) -> Count:
    return Count(unit, thing, deed, value, value, value, loose=False)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ([count(5, deed=KILL)], [count(5, deed=KILL)], False),
        ([count(5, deed=KILL)], [count(6, deed=KILL)], True),
        ([count(5, deed=KILL)], [count(6, deed=HURT)], False),
        ([count(5, deed=KILL), count(6, deed=HURT)], [count(5, deed=KILL), count(8, deed=HURT)], True),
        ([count(4, thing="boat")], [count(7, thing="boat")], True),
        ([count(4, thing="boat")], [count(7, thing="car")], False),
        ([count(4, thing="boat")], [count(4, thing="boat"), count(7, thing="boat")], False),
        ([count(2, unit="USD", thing="ransom")], [count(5, unit="USD", thing="ransom")], True),
        ([count(2, unit="USD", thing="ransom")], [count(5, unit="EUR", thing="ransom")], False),
        ([count(2, unit="hour")], [count(5, unit="hour")], False),
        ([count(4)], [count(7)], False),
        ([], [count(7)], False),
    ],
)
def test_numbers_of_one_thing(one: list[Count], other: list[Count], differ: bool) -> None:
    assert _other_numbers(tuple(one), tuple(other)) is differ
    assert _other_numbers(tuple(other), tuple(one)) is differ


def test_at_least_three_and_five_fit() -> None:
    least = Count(None, None, KILL, 3, 3, float("inf"), loose=True)
    assert not _other_numbers((least,), (count(5, deed=KILL),))
    assert _other_numbers((least,), (count(2, deed=KILL),))


def test_rounded_numbers_fit() -> None:
    about = Count(None, "home", None, 40_000, 40_000, 40_000, loose=True)
    assert not _other_numbers((about,), (count(41_000, thing="home"),))
    assert _other_numbers((count(40_000, thing="home"),), (count(41_000, thing="home"),))


def test_counts_are_read_with_the_deed_beside_them(told: Callable) -> None:
    from rashomon.steps.reconcile.statements.asserted import assertion

    text = "The fire killed five people and injured nine."
    story, _ = told({"a": text}, ())
    words = story.marks[0].words
    five, nine = (Span(text.index(w), text.index(w) + len(w)) for w in ("five people", "nine"))
    measures = (Measure(five, 5, 5, 5, counted="person"), Measure(nine, 9, 9, 9))
    whole = Span(0, len(text) - 1)
    found: Assertion = assertion(words.tokens, text, whole, whole, (), measures, (), False)
    assert [(c.thing, c.value) for c in found.counts] == [(None, 5), (None, 9)]
    killed, hurt = (c.deed for c in found.counts)
    assert killed != hurt
    assert None not in (killed, hurt)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Finch urged Ode to sell the harbour tram.", "Finch called on Ode to sell the harbour tram."),
        ("Alba halted the night trains.", "The night trains were suspended by Alba."),
        ("The board dismissed the harbour director.", "The harbour director was sacked by the board."),
        ("Police arrested the harbour clerk.", "The harbour clerk was detained by police."),
        ("The storm wrecked nine harbour cranes.", "Nine harbour cranes were destroyed by the storm."),
        ("Alba lost the harbour final to Berta.", "Berta beat Alba in the harbour final."),
    ],
)
def test_more_of_the_same_in_other_words(why: Callable, one: str, other: str) -> None:
    assert why(one, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Finch opened the harbour bridge.", "Finch closed the harbour bridge."),
        ("The harbour court acquitted Finch of fraud.", "The harbour court convicted Finch of fraud."),
        ("Nobody died in the harbour fire.", "Nine people died in the harbour fire."),
        ("The harbour clerk is alive.", "The harbour clerk is dead."),
        ("Finch will sell the harbour tram.", "Finch will never sell the harbour tram."),
        ("Alba bombed the harbour of Berta.", "Berta bombed the harbour of Alba."),
        ("Finch painted the harbour wall red.", "Ode said he would like to see the town hall."),
        ("The fire killed two cats in the harbour.", "The flood killed two dogs in the village."),
    ],
)
def test_more_that_is_near_and_not_the_same(why: Callable, one: str, other: str) -> None:
    assert why(one, other) is not None
    assert why(other, one) is not None


def test_what_is_the_same_to_the_letter_is_the_same(why: Callable) -> None:
    text = "Finch sold the old harbour tram to Berta in the spring."
    assert why(text, text) is None
