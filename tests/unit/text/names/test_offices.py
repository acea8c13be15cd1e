from __future__ import annotations

import pytest

from rashomon.text.names.known import world
from rashomon.text.names.offices import Office, country_of, office, one_office
from rashomon.text.names.titles import titles


@pytest.mark.parametrize(
    ("text", "head", "owner"),
    [
        ("Norwegian President", "state", "Norway"),
        ("Norwegian leader", "state", "Norway"),
        ("head of the White House", "state", "White House"),
        ("Kremlin leader", "state", "Kremlin"),
        ("U.S. president", "state", "United States"),
        ("President of Chile", "state", "Chile"),
        ("prime minister", "government", ""),
        ("British Prime Minister", "government", "United Kingdom"),
        ("White House spokeswoman", "spokesperson", "White House"),
        ("Kremlin spokesman", "spokesperson", "Kremlin"),
        ("Secretary of State", "secretary of state", ""),
        ("US State Secretary", "secretary of state", "United States"),
        ("Norwegian counterpart", "counterpart", "Norway"),
        ("South Korean leader", "state", "South Korea"),
        ("foreign minister of Peru", "foreign minister", "Peru"),
    ],
)
def test_offices(text: str, head: str, owner: str) -> None:
    found = office(text)
    assert found is not None
    assert (found.head, found.owner) == (head, owner)


def test_a_vice_president_is_no_president() -> None:
    assert office("US Vice President") == Office("state", "United States", frozenset({"vice"}))
    assert office("former Norwegian president") == Office("state", "Norway", frozenset({"former"}))
    assert office("ex-president") == Office("state", "", frozenset({"former"}))


def test_no_office() -> None:
    assert office("tall building") is None
    assert office("") is None


def test_seats_speak_for_their_country() -> None:
    assert country_of("Kremlin") == "Russia"
    assert country_of("Chile") == "Chile"


def test_known_names_are_found_by_exact_spelling() -> None:
    assert world().names("U.S.") == "United States"
    assert world().names("us") is None
    assert world().names("Kiev") == "Kyiv"
    assert world().adjectives["Norwegian"] == "Norway"
    assert world().capitals["Oslo"] == "Norway"
    assert world().peoples["Norwegians"] == "Norway"


def test_titles_tell_gender() -> None:
    assert titles().gender_of("White House spokeswoman") == "f"
    assert titles().gender_of("Mr") == "m"
    assert titles().gender_of("President") == ""
    assert titles().is_address("Mr") and not titles().is_address("President")


def test_an_owner_that_no_gazetteer_knows_is_kept() -> None:
    assert office("spokesman for the Lifeboat Project") == Office("spokesperson", "Lifeboat Project")
    assert office("National Security Advisor") == Office("adviser")


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Chilean president", "President of Chile", True),
        ("Chilean president", "President Ana Reyes of Chile", False),
        ("Chilean president", "Chilean President Ana Reyes", True),
        ("Chilean president", "Peruvian president", False),
        ("Chilean president", "Chilean vice president", False),
        ("former Chilean president", "Chilean president", False),
        ("Chilean president", "Chilean foreign minister", False),
        ("the president", "the president", False),
        ("the Peruvian prime minister", "Peruvian Prime Minister Ana Reyes", True),
        ("Prime Minister", "Peruvian Prime Minister Ana Reyes", False),
        ("Ana Reyes", "Luis Marsh", False),
        ("", "", False),
        ("", "Chilean president", False),
    ],
)
def test_one_office_of_one_country(a: str, b: str, one: bool) -> None:
    assert one_office(a, b) is one
    assert one_office(b, a) is one
