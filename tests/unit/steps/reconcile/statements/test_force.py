"""How a clause tells what it tells, in own-written sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.statements.force import doubts, wishes


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Divers suspect the harbour ferry of leaking.", "held"),
        ("Villagers fear the harbour dam has cracked.", "held"),
        ("Villagers hope to open the harbour baths.", "ought"),
        ("The unions want the harbour fee cut.", "ought"),
        ("Divers asked how the harbour ferry sank.", "can"),
        ("The harbour dam has cracked.", "told"),
        ("Divers did not expect the harbour ferry to leave.", "open"),
        ("Divers expected the harbour ferry to leave.", "told"),
    ],
)
def test_force_of_a_clause_by_itself(asserts: Callable, text: str, force: str) -> None:
    assert asserts(text).force == force


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Divers suspect that the harbour ferry had leaked for weeks.", "held"),
        ("Villagers fear that the harbour dam has cracked again.", "held"),
        ("Villagers hope that the harbour dam holds the winter floods.", "ought"),
        ("Divers say that the harbour ferry had leaked for weeks.", "told"),
        ("It remains unclear who sank the harbour ferry.", "open"),
        ("The captain did not say why the harbour ferry sank.", "open"),
        ("Divers are trying to establish who sank the harbour ferry.", "open"),
        ("Engineers are debating whether the harbour dam is safe.", "open"),
        ("Divers do not believe that the harbour dam has cracked.", "open"),
        ("Divers believe that the harbour dam has cracked.", "told"),
        ("Divers met the captain who sank the harbour ferry.", "told"),
    ],
)
def test_force_by_what_stands_around_it(asserts: Callable, text: str, force: str) -> None:
    assert asserts(text, -1).force == force


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Finch sold the harbour tram.", "past"),
        ("Finch has sold the harbour tram.", "past"),
        ("Finch was selling the harbour tram.", "past"),
        ("Finch will sell the harbour tram.", "ahead"),
        ("Finch won't sell the harbour tram.", "ahead"),
        ("Alba to sell harbour tram", "ahead"),
        ("Finch sells the harbour tram.", None),
        ("Finch may sell the harbour tram.", None),
    ],
)
def test_tense(asserts: Callable, text: str, tense: str | None) -> None:
    assert asserts(text).tense == tense


def test_no_verb_both_wishes_and_doubts() -> None:
    assert not wishes() & doubts()
    assert "hope" in wishes()
    assert "suspect" in doubts()


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Alba will open the harbour baths.", "Alba opened the harbour baths.", "time"),
        ("The harbour bus stops at the clinic every ten minutes.", "The harbour bus stops at the clinic.", "time"),
        ("Villagers fear the harbour dam has cracked.", "The harbour dam has cracked.", "force"),
        ("Finch hopes to open the harbour baths.", "Finch opened the harbour baths.", "force"),
        ("The firm fired the harbour workers in May.", "The harbour workers fired the furnace in May.", "roles"),
        ("Finch spoke with the envoy in the harbour.", "Finch spoke with the divers in the harbour.", "object"),
        ("Passengers left the harbour ferry at noon.", "A passenger left the burning ferry at the pier.", "subject"),
    ],
)
def test_why_two_are_not_the_same(why: Callable, one: str, other: str, reason: str) -> None:
    assert why(one, other) == reason
    assert why(other, one) == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alba will open the harbour baths.", "The harbour baths will be opened by Alba."),
        ("The new rules ban the harbour trawlers.", "The new rule bans the harbour trawlers."),
        ("Finch tested the poisoned harbour wells.", "The poisoned harbour wells were tested by Finch."),
    ],
)
def test_what_stays_the_same(why: Callable, one: str, other: str) -> None:
    assert why(one, other) is None


def test_a_participle_by_its_noun_is_no_deed(asserts: Callable) -> None:
    assert asserts("Finch tested the poisoned wells.").verbs == asserts("Finch tested the wells.").verbs


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Alba built a border crossing.", "cross"),
        ("Alba attended the court hearing in May.", "hear"),
        ("Alba saw a man crossing the river.", "man"),
    ],
)
def test_nouns_in_ing_behind_a_noun(asserts: Callable, text: str, head: str) -> None:
    assert asserts(text).patient in (head, asserts(f"Alba saw the {head}.").patient)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla Finch was charged with theft.", "Ben Ode was charged with theft."),
        ("Alba was blamed for the harbour fire.", "Berta was blamed for the harbour fire."),
    ],
)
def test_the_same_done_to_somebody_else(why: Callable, one: str, other: str) -> None:
    assert why(one, other) == "subject"


def test_what_is_done_by_somebody_to_one_in_front(why: Callable) -> None:
    assert why("Orla Finch was charged with theft by Berta.", "Berta charged Orla Finch with theft.") is None


def test_the_parts_of_a_name_count_as_one_thing(asserts: Callable) -> None:
    assert asserts("The clerks of Upper Brook Harbour Board sold an old tram.").proper == {
        *asserts("An old clerk saw Upper Brook Harbour Board.").proper
    }
    assert asserts("Clerks Of Upper Brook Sell Old Harbour Tram").proper == frozenset()


def test_to_have_done_is_past(asserts: Callable) -> None:
    assert asserts("Alba to have sold the harbour tram by May").tense == "past"
    assert asserts("Alba to sell the harbour tram by May").tense == "ahead"


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("It is unclear who sank the ferry.", "open"),
        ("It is unclear at this late hour of the night who sank the ferry.", "told"),  # the verb stands too far off
        ("Ode did not say why the harbour ferry sank.", "open"),
        ("Ode said why the harbour ferry sank.", "told"),
        ("Ode did not leave while the harbour ferry sank.", "told"),  # "leave" asks nothing
        ("Finch opened the baths and the tram must wait.", "ought"),
        ("Finch asked that the board must leave.", "ought"),
        ("Finch left and Ode sold the tram?", "open"),
        ("If Finch left, Ode sold the tram.", "open"),  # nothing of a sentence that opens with "if"
        ("As Finch left, Ode sold the tram.", "told"),
    ],
)
def test_force_of_the_last_clause(asserts: Callable, text: str, force: str) -> None:
    assert asserts(text, -1).force == force


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Finch left and Ode sold the tram?", "open"),  # the mark stands behind the sentence
        ("Finch left and Ode sold the tram.", "told"),
        ("Finch did not decide until Ode sold the tram.", "open"),  # he did decide
        ("Finch did not decide before Ode sold the tram.", "told"),
        ("Finch waited until Ode sold the tram.", "told"),
        ("Finch sold what must burn.", "told"),  # the first verb counts
    ],
)
def test_force_of_the_first_clause(asserts: Callable, text: str, force: str) -> None:
    assert asserts(text).force == force


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Alba sells the tram it had bought.", None),  # the first verb counts
        ("Alba likes to sell trams.", None),
        ("To sell trams Alba lost them.", "ahead"),
        ("Alba to the rescue of the tram that burned", "past"),  # "to" before a noun
        ("Alba, close to the harbour, sold trams.", "past"),
    ],
)
def test_tense_of_the_first_verb(asserts: Callable, text: str, tense: str | None) -> None:
    assert asserts(text).tense == tense
