"""Types of names: by their words, by what stands beside them, by what the rest of the article shows."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.marks import Mention
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.names.facts import roots
from rashomon.steps.annotate.words import split_words


def mentions(text: str) -> list[Mention]:
    article = Article("a", "a.txt", text, (Block(0, len(text), "body"),), language="en")
    return list(find_mentions(split_words(article)))


def types(text: str) -> list[tuple[str, str]]:
    """(words, type) of the mentions by name, in text order."""
    return [(m.span.of(text), m.type) for m in mentions(text) if m.form == "name"]


def roles(text: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.type) for m in mentions(text) if m.form == "role"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry Star of Orrin sank. The Star of Orrin had left at noon.", [("Star of Orrin", "other")] * 2),
        ("The MV Ocean Dawn left. The Ocean Dawn was late.", [("MV Ocean Dawn", "other"), ("Ocean Dawn", "other")]),
        ("USS Bergvik Bay fired. The Bergvik Bay sailed on.", [("USS Bergvik Bay", "other"), ("Bergvik Bay", "other")]),
        ("The Saturn V rocket and the Falcon 9 stood there.", [("Saturn V", "other"), ("Falcon 9", "other")]),
        ("They met at the Brazilian Grand Prix.", [("Brazilian Grand Prix", "other")]),
    ],
)
def test_ships_and_things(text: str, found: list[tuple[str, str]]) -> None:
    assert types(text) == found


@pytest.mark.parametrize(
    "name",
    ["Norda Metals", "Bergvik Biotech", "Norda Steel", "Orrin Foods", "Brook Capital", "Sorin Air", "Orrin Devices NV"],
)
def test_the_last_word_shows_a_company(name: str) -> None:
    assert types(f"Late on Monday {name} said it would close.") == [(name, "organization")]


@pytest.mark.parametrize("name", ["Ana Steel", "Ana Church", "Ana Power", "Ana Hill"])
def test_a_given_name_before_a_word_that_is_a_surname_too_shows_a_person(name: str) -> None:
    assert types(f"Late on Monday {name} said so.") == [(name, "person")]


def test_a_given_name_does_not_make_a_navy_a_person() -> None:
    assert types("He joined the Royal Navy in May.") == [("Royal Navy", "organization")]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Tellson said no. A spokesman for Tellson confirmed it.",
        "On Monday Tellson said no. Later Tellson shares fell.",
        "On Monday Tellson said no. Later Tellson’s employees left.",
        "On Monday Tellson said no. The chief executive of Tellson left.",
    ],
)
def test_what_stands_beside_a_name_shows_a_company(text: str) -> None:
    assert types(text) == [("Tellson", "organization")] * 2


def test_a_surname_stays_a_person_whatever_stands_beside_it() -> None:
    text = "On Monday Ana Tellson said no. A spokesman for Tellson confirmed it."
    assert types(text) == [("Ana Tellson", "person"), ("Tellson", "person")]


def test_a_surname_wins_over_a_city_of_the_same_name() -> None:
    text = "Lewis Hamilton won. Hamilton said he was tired. He trains in Hamilton. Hamilton police cheered."
    assert types(text) == [
        ("Lewis Hamilton", "person"),
        ("Hamilton", "person"),
        ("Hamilton", "place"),
        ("Hamilton", "place"),
    ]
    assert types("They met in Hamilton. Hamilton is small.") == [("Hamilton", "place")] * 2


def test_adjectives_that_no_list_has_are_no_names() -> None:
    text = "The Maravian president spoke. Maravian officials left. Then Maravia agreed. The Maravians cheered."
    assert types(text) == [("Maravia", "place"), ("Maravians", "group")]
    assert roles(text) == [("Maravian president", "person"), ("Maravian officials", "group")]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Maravian", {"maravia", "marav", "maravi"}),
        ("Toledan", {"toleda", "toled"}),
        ("Orrinese", {"orrin", "orrina"}),
        ("Orrin", set()),
        ("Adrian", set()),
    ],
)
def test_roots_of_adjectives(word: str, found: set[str]) -> None:
    assert roots(word) == found


def test_groups_of_allies_and_bodies_called_by_their_head() -> None:
    text = "On Monday European allies rejected it. The Ministry of Works agreed. Later the Ministry left."
    assert roles(text) == [("European allies", "group"), ("Ministry", "organization")]


def test_a_verb_before_a_people_is_no_part_of_the_role() -> None:
    assert ("rescue Japanese victims", "group") not in roles("They will rescue Japanese victims.")


@pytest.mark.parametrize(
    ("word", "kind"), [("TfL", "organization"), ("TfN", "organization"), ("NKVO", "organization"), ("A42", "other")]
)
def test_letters(word: str, kind: str) -> None:
    assert types(f"On Monday {word} was closed.") == [(word, kind)]


@pytest.mark.parametrize("word", ["HIV", "GDP", "BCE", "DNA"])
def test_abbreviations_that_name_nobody(word: str) -> None:
    assert types(f"On Monday the {word} was the theme.") == []


def test_a_picture_agency_that_is_a_given_name() -> None:
    assert types("On Monday Rex Tillman spoke.") == [("Rex Tillman", "person")]
