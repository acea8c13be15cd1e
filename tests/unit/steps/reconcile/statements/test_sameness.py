from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.records.marks import Measure
from rashomon.records.span import Span
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.asserted import Assertion
from rashomon.steps.reconcile.statements.deeds import Count
from rashomon.steps.reconcile.statements.sameness import _other_numbers, differs, disputed
from rashomon.steps.reconcile.statements.units import Unit, find_units

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
        # The same thing, and another deed: they count something else, unless it is an amount.
        ([count(5, thing="boat", deed=KILL)], [count(6, thing="boat", deed=KILL)], True),
        ([count(5, thing="boat", deed=KILL)], [count(6, thing="boat", deed=HURT)], False),
        ([count(5, unit="USD", thing="boat", deed=KILL)], [count(6, unit="USD", thing="boat", deed=HURT)], True),
        # An amount of nobody knows what, a thing on one side only, a fate on one side only.
        ([count(2, unit="hour", deed=KILL)], [count(5, unit="hour", deed=KILL)], False),
        ([count(4, thing="boat", deed=KILL)], [count(7, deed=KILL)], False),
        ([count(5, deed=KILL)], [count(6)], False),
        # Two things with one deed: one that fits does not hide the other.
        (
            [count(4, thing="boat", deed=KILL), count(7, thing="car", deed=KILL)],
            [count(4, thing="boat", deed=KILL), count(9, thing="car", deed=KILL)],
            True,
        ),
        # Amounts are rounded, counts are not.
        ([count(100, unit="m", thing="wall")], [count(105, unit="m", thing="wall")], False),
        ([count(100, unit="m", thing="wall")], [count(120, unit="m", thing="wall")], True),
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
    assert not _other_numbers((count(41_000, thing="home"),), (about,))
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


@pytest.mark.parametrize(
    ("text", "same", "other", "reason"),
    [
        # A question that asks the same, and one that asks more.
        (
            "Did Finch sell the harbour tram?",
            "Did Finch sell the harbour tram in May?",
            "Did Finch sell the old harbour tram to Berta?",
            "force",
        ),
        # "reopened" as a strong verb, against what it is and what it is not.
        (
            "Engineers cleared the bridge over the harbour to reopen.",
            "The bridge over the harbour is open.",
            "The bridge over the harbour is closed.",
            "polarity",
        ),
        # One opposite is enough, whatever else goes the same way.
        (
            "The bridge over the harbour is safe and open.",
            "The bridge over the harbour was old and open.",
            "The bridge over the harbour is safe but closed.",
            "polarity",
        ),
        # Another deed, told of as to come, is another deed and no other time.
        (
            "Finch will mend the harbour wall.",
            "Finch will mend the old wall.",
            "Finch mended the harbour wall.",
            "time",
        ),
        ("Finch will mend the harbour wall.", "Finch will mend the harbour wall.", "Finch opened the harbour.", "deed"),
        # The same agent does it to two things; another agent does it to one of them.
        (
            "The dog chased the harbour clerk in May.",
            "The harbour clerk was chased by the dog in May.",
            "The harbour clerk chased the dog in May.",
            "roles",
        ),
        # Who is accused and who accuses.
        ("Finch was accused of fraud.", "Ode accused Finch of fraud.", "Finch accused Ode of fraud.", "roles"),
        # Those who meet meet one another; those who attack do not.
        (
            "Finch met Ode in the harbour office.",
            "Ode met Finch in the harbour office.",
            "Finch met Berta in the harbour office.",
            "object",
        ),
        ("Alba shelled Berta at dawn.", "Berta was shelled by Alba at dawn.", "Berta shelled Alba at dawn.", "roles"),
        # A talk of the same two is one talk; of one of them with somebody else it is not.
        (
            "Finch met Ode in the harbour office.",
            "Ode and Finch held talks in the harbour office.",
            "Finch visited Berta in the harbour office.",
            "deed",
        ),
        # A talk is no other deed of the same two.
        (
            "Finch called Ode about the harbour plan.",
            "Finch had a call with Ode about the harbour plan.",
            "Finch bought the harbour tram from Ode.",
            "deed",
        ),
        # Two states of one thing.
        ("The harbour board is small and poor.", "The harbour board is poor.", "The poor board is to blame.", "deed"),
        # What something has, told beside a deed; one word of it is too little.
        (
            "The ferry with the red funnel hit a buoy.",
            "The ferry had a red funnel.",
            "The ferry has a buoy.",
            "deed",
        ),
        # A caption or headline without a verb.
        (
            "Red funnel of the ferry in the bay.",
            "The ferry with the red funnel sank in the bay.",
            "The ferry with the red hull sank in the storm.",
            "deed",
        ),
        # A weak verb beside a strong one.
        (
            "The board accepted the harbour plan.",
            "The harbour board accepted the plan.",
            "The board has a harbour plan for the old town.",
            "deed",
        ),
        # Who undergoes it is named on one side only, or is another one.
        (
            "Orla Finch was charged with theft.",
            "Berta charged Orla Finch with theft.",
            "Ben Ode was charged with theft.",
            "subject",
        ),
        # A passenger is one of many, the passengers are all of them.
        (
            "Passengers left the harbour ferry at noon.",
            "The passengers left the harbour ferry at noon.",
            "A passenger left the burning ferry at the pier.",
            "subject",
        ),
        # So much in common that another thing among others is a word for the same.
        (
            "Finch saved the harbour archive and the organ of the town hall from the flood.",
            "Finch saved the harbour archive and the piano of the town hall from the flood.",
            "Finch saved the harbour archive and the piano of the school from a fire.",
            "object",
        ),
        # Who won is told elsewhere.
        (
            "Won the harbour title again.",
            "Finch won the harbour title again.",
            "Finch won the harbour title in a close race of nine boats.",
            "little",
        ),
        # All of the shorter, and half of it.
        (
            "Ode resigned from the harbour board.",
            "Ode has resigned.",
            "Ode left the old tram.",
            "little",
        ),
    ],
)
def test_the_same_and_one_thing_changed(why: Callable, text: str, same: str, other: str, reason: str) -> None:
    assert (why(text, same), why(same, text)) == (None, None)
    assert (why(text, other), why(other, text)) == (reason, reason)


@pytest.mark.parametrize(
    ("text", "other", "reason"),
    [
        ("The decision came.", "The launch in the harbour came.", "little"),
        ("The launch came just hours.", "The launch in the harbour came.", "little"),
        ("The launch came after a storm in the harbour.", "The launch in the harbour came.", None),
    ],
)
def test_what_says_nothing_is_told_by_nobody(why: Callable, text: str, other: str, reason: str | None) -> None:
    assert (why(text, other), why(other, text)) == (reason, reason)


def said(words: str, *speakers: str | None) -> tuple[list[str], dict[str, object]]:
    """The words as two speakers say them, and the quotations; None where nobody is known to say them."""
    texts = [f'"{words}," said {who}.' if who else f"{words}." for who in speakers]
    quotes = {key: [{"pieces": words, "speaker": who}] for key, who in zip("ab", speakers, strict=True) if who}
    return texts, {"quotes": quotes}


@pytest.mark.parametrize(
    ("words", "one", "other", "reason"),
    [
        ("My prayers are with the divers of the lost ferry", "Finch", "Finch", None),
        ("My prayers are with the divers of the lost ferry", "Finch", "Ode", "roles"),
        ("The prayers are with the divers of the lost ferry", "Finch", "Ode", None),  # of nobody's own
        ("My prayers are with the divers of the lost ferry", "Finch", None, None),  # nobody else is known to say so
    ],
)
def test_what_somebody_says_of_himself(
    why: Callable, words: str, one: str | None, other: str | None, reason: str | None
) -> None:
    texts, quotes = said(words, one, other)
    assert why(*texts, **quotes) == reason
    texts, quotes = said(words, other, one)
    assert why(*texts, **quotes) == reason


CAST = (("Alba", "place", ()), ("Orla Finch", "person", ("Finch",)), ("Ben Ode", "person", ("Ode",)))


@pytest.fixture
def first_of_two(told: Callable) -> Callable[[str, str], tuple[Unit, Unit, Kin]]:
    def build(one: str, other: str) -> tuple[Unit, Unit, Kin]:
        story, cast = told({"a": one, "b": other}, CAST)
        kin = Kin(cast)
        units = find_units(story, cast, kin)
        return units[0], next(u for u in units if u.article == 1), kin

    return build


@pytest.mark.parametrize(
    ("one", "other", "is_disputed"),
    [
        ("Finch sold the harbour tram.", "Finch did not sell the harbour tram.", True),
        ("Finch sold the harbour tram.", "Ode did not sell the harbour tram.", False),
        ("Finch sold the harbour tram.", "The harbour tram was not sold.", False),
        ("Finch sold the harbour tram.", "Finch should not sell the harbour tram.", False),
        ("Did Finch sell the harbour tram?", "Did Finch not sell the harbour tram?", False),
        ("Jobs in the harbour are at stake.", "Jobs in the harbour are not at stake if Alba wins.", False),
        ("Jobs in the harbour are at stake.", "Jobs in the harbour are not at stake.", True),
        ("The harbour tram burned.", "The harbour tram did not burn.", True),
        ("The harbour tram burned.", "The harbour ferry did not burn.", False),
        ("It burned in the harbour.", "It did not burn in the harbour.", False),
    ],
)
def test_only_a_fact_of_the_same_subject_is_disputed(
    first_of_two: Callable, one: str, other: str, is_disputed: bool
) -> None:
    assert disputed(*first_of_two(one, other)) is is_disputed
    b, a, kin = first_of_two(one, other)
    assert disputed(a, b, kin) is is_disputed


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [(5, 5, None), (5, 6, "number")],
)
def test_another_number_of_one_thing(first_of_two: Callable, one: int, other: int, reason: str | None) -> None:
    a, b, kin = first_of_two("The fire killed guests in the harbour.", "The fire killed guests in the harbour.")
    a, b = (replace(u, asserted=replace(u.asserted, counts=(count(n, deed=KILL),))) for u, n in ((a, one), (b, other)))
    assert differs(a, b, 1.0, 1.0, kin) == reason


def test_the_same_talks_with_others_are_other_talks(why: Callable) -> None:
    one = "Finch spoke with the envoy of Berta about the ferry before the talks in Alba."
    assert why(one, "Finch spoke with the families of the crew after the talks in Alba.") is not None
    assert why("Finch met Ode before the talks in Alba.", "Ode met Finch before the talks in Alba.") is None
