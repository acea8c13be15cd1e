from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.statements.deeds import Count, alike, converse
from rashomon.text.similarity import term


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Finch sold the harbour tram.", "told"),
        ("Finch will sell the harbour tram.", "told"),
        ("Finch should sell the harbour tram.", "ought"),
        ("Finch must sell the harbour tram.", "ought"),
        ("Finch could sell the harbour tram.", "can"),
        ("Finch may sell the harbour tram.", "can"),
        ("Finch sold the harbour tram in May.", "told"),
        ("Finch is considering whether to sell the harbour tram.", "can"),
        ("Finch is considering the harbour tram.", "told"),
        ("So, if Finch sold the tram, Berta won.", "open"),
        ("Did Finch sell the harbour tram?", "open"),
        ("If Finch sells the harbour tram, Berta will protest.", "open"),
        ("Unless Finch sells the harbour tram, Berta will protest.", "open"),
        ("Even if Finch sold the harbour tram.", "open"),
        ("Finch did not sell the tram until June.", "told"),
    ],
)
def test_force(asserts: Callable, text: str, force: str) -> None:
    assert asserts(text).force == force


def test_what_hangs_on_a_condition_is_marked(asserts: Callable) -> None:
    assert asserts("Jobs in the harbour are at stake if Alba wins").conditional
    assert not asserts("Jobs in the harbour are at stake").conditional


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Finch sold the harbour tram.", False),
        ("Finch did not sell the harbour tram.", True),
        ("Finch never sold the harbour tram.", True),
        ("Finch hasn't sold the harbour tram.", True),
        ("There were no dead in the harbour fire.", True),
        ("None of the trams was sold in the harbour.", True),
        ("Never a tram in the old harbour.", True),  # without a verb
        ("Still a tram in the old harbour.", False),
        ("Finch sold not only the tram but the bus depot.", False),
        ("Finch sold the tram but not the bus depot.", False),
    ],
)
def test_denied(asserts: Callable, text: str, denied: bool) -> None:
    assert asserts(text).denied is denied


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The two officials spoke on condition of anonymity about the harbour.", True),
        ("A clerk of the harbour declined to be named by reporters.", True),
        ("Finch told harbour reporters.", True),
        ("Finch told reporters to leave the harbour.", False),  # what they should do
        ("Finch told reporters at length about the old harbour tram of Alba.", False),
        ("Finch sold the harbour tram.", False),
        ("Finch spoke with Ode about harbour trams and sold the depot.", False),
    ],
)
def test_a_bare_attribution_asserts_nothing(asserts: Callable, text: str, credit: bool) -> None:
    assert asserts(text).credit is credit


def test_strong_verbs_are_told_as_classes(asserts: Callable) -> None:
    assert asserts("Finch sold the harbour tram.").verbs == {term("sell")}
    assert asserts("Finch went to the harbour tram.").verbs == frozenset()
    assert asserts("Finch went to the harbour tram.").deeds == {"go"}


def test_a_verb_of_two_words_has_the_class_of_its_sense(asserts: Callable) -> None:
    assert term("halt") in asserts("Finch called off the harbour race.").verbs


def test_a_preposition_in_ing_is_no_verb(asserts: Callable) -> None:
    assert asserts("According to Ode, Finch sold the tram following a dispute.").verbs == {term("sell")}


def test_subject_and_object_are_head_nouns(asserts: Callable) -> None:
    found = asserts("The old owner of the harbour sold a red tram to Berta.")
    assert (found.subject, found.object) == (term("owner"), term("tram"))


def test_of_a_passive_the_subject_is_what_it_is_done_to(asserts: Callable) -> None:
    found = asserts("The red tram was sold by the harbour.")
    assert found.subject in (term("tram"), term("harbour"))
    assert found.object is None


def test_a_pronoun_is_no_subject(asserts: Callable) -> None:
    assert asserts("He sold the harbour tram.").subject is None


@pytest.mark.parametrize("text", ["Finch injured people in the harbour.", "Finch sold 40 trams of the harbour."])
def test_people_and_numbers_are_no_object(asserts: Callable, text: str) -> None:
    assert asserts(text).object is None


def test_there_is_a_subject_of_its_own(asserts: Callable) -> None:
    assert asserts("There was blood everywhere in the tram.").subject == "there"


def test_a_state_says_what_something_is_or_has(asserts: Callable) -> None:
    found = asserts("The ferry had a red funnel.")
    assert found.state
    assert found.complement == {"red", term("funnel")}
    assert not asserts("The ferry hit a red buoy.").state


def test_words_of_names_are_no_things(asserts: Callable) -> None:
    assert asserts("Orla Finch sold the tram in Alba.").things == {term("sell"), term("tram")}


def test_first_persons_are_its_speaker(asserts: Callable) -> None:
    assert asserts("We sold the harbour tram.").own
    assert not asserts("They sold the harbour tram.").own


def test_ways_are_of_verbs_and_adjectives(asserts: Callable) -> None:
    assert ("open", -1) in asserts("The harbour bridge remains closed.").ways
    assert ("open", 1) in asserts("Engineers cleared the bridge to reopen.").ways
    assert asserts("The bridge was open in May and closed in June.").ways == frozenset()


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("In 2009 a tram hit the harbour wall.", True),
        ("A tram hit the harbour wall two years ago.", True),
        ("The previous tram hit the harbour wall.", True),
        ("A tram hit the harbour wall on Monday.", False),
        ("A tram hit the harbour wall.", False),
    ],
)
def test_earlier_by_its_words(asserts: Callable, text: str, earlier: bool) -> None:
    found = asserts(text)
    assert found.earlier is (earlier and "2009" not in text)  # without the marks of `annotate` a year is no time


def test_sets_of_verbs() -> None:
    assert alike()[term("strike") or ""] & alike()[term("hit") or ""]
    assert (term("sell"), term("buy")) in converse()
    assert (term("buy"), term("sell")) in converse()


def test_a_count_is_a_fact_of_its_own() -> None:
    count = Count(None, None, term("kill"), 5, 5, 5, loose=False)
    assert count == Count(None, None, term("die"), 5, 5, 5, loose=False)


@pytest.mark.parametrize(
    ("text", "hollow"),
    [
        ("The launch came just hours.", True),
        ("The decision came.", True),
        ("The latest came in the morning.", True),
        ("The launch came in Alba.", False),  # a place is something
        ("The launch was hours.", False),  # what it is
        ("The launch came after a storm in the harbour.", False),
        ("The launch destroyed the harbour.", False),
        ("The launch was a success.", False),
    ],
)
def test_a_weak_verb_and_a_time_are_hollow(asserts: Callable, text: str, hollow: bool) -> None:
    assert asserts(text).hollow is hollow


@pytest.mark.parametrize("text", ["Finch urged Ode to sell the tram.", "Finch demanded the sale of the tram."])
def test_what_is_only_wished_is_not_told(asserts: Callable, text: str) -> None:
    assert asserts(text).force == "ought"


def test_days_are_no_object(asserts: Callable) -> None:
    assert asserts("Alba attacked on Wednesday the harbour wall.").object != "wednesday"


def test_a_clause_that_begins_with_its_verb_is_bare(asserts: Callable) -> None:
    text = "Finch closed the port, was sacked by the board and went home."
    assert [asserts(text, n).bare for n in (0, 1)] == [False, True]


@pytest.mark.parametrize(
    ("text", "complement"),
    [
        ("The ferry took 40 trams.", {"tram"}),  # numbers are counted elsewhere
        ("The ferry had a red funnel from the yard of the old town by the bay.", {"red", "funnel", "yard"}),
        ("The ferry hit a red buoy.", {"ferry", "hit", "red", "buoy"}),  # a strong verb says it itself
    ],
)
def test_what_a_weak_verb_says(asserts: Callable, text: str, complement: set[str]) -> None:
    assert asserts(text).complement == {term(word) for word in complement}
