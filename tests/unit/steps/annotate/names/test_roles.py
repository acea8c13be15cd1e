"""Titles before and behind names, roles that stand alone, and what must not become one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Named = Callable[..., list[tuple[str, str, str | None]]]
Roles = Callable[..., list[tuple[str, str, str]]]
ANA, LUIS = "Ana Reyes", "Luis Marsh"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("On Monday former president Ana Reyes spoke.", "former president"),
        ("On Monday Prime Minister Ana Reyes spoke.", "Prime Minister"),
        ("On Monday Prime Minister-designate Ana Reyes spoke.", "Prime Minister-designate"),
        ("On Monday Vice President Ana Reyes spoke.", "Vice President"),
        ("On Monday Deputy Foreign Minister Ana Reyes spoke.", "Deputy Foreign Minister"),
        ("On Monday Defence Secretary Ana Reyes spoke.", "Defence Secretary"),
        ("On Monday Professor Ana Reyes spoke.", "Professor"),
        ("On Monday Dr. Ana Reyes spoke.", "Dr."),
        ("On Monday Ms Ana Reyes spoke.", "Ms"),
        ("On Monday Judge Ana Reyes spoke.", "Judge"),
        ("On Monday Sgt. Ana Reyes spoke.", "Sgt."),
        ("On Monday Sen. Ana Reyes spoke.", "Sen."),
        ("On Monday police chief Ana Reyes spoke.", "police chief"),
        ("On Monday coach Ana Reyes spoke.", "coach"),
        ("On Monday opposition leader Ana Reyes spoke.", "opposition leader"),
        ("On Monday Chilean striker Ana Reyes spoke.", "Chilean striker"),
        ("On Monday union leader Ana Reyes spoke.", "union leader"),
        ("On Monday Governor Ana Reyes spoke.", "Governor"),
    ],
)
def test_a_title_before_a_name_is_its_label(named: Named, text: str, label: str) -> None:
    assert (ANA, "person", label) in named(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ana Reyes, a spokeswoman for the ministry, spoke.", "spokeswoman"),
        ("Ana Reyes, the mayor of Oslo, spoke.", "mayor of Oslo"),
        ("Ana Reyes, the chief executive of Norda Metals, spoke.", "chief executive of Norda Metals"),
        ("Ana Reyes, its chairwoman, spoke.", "chairwoman"),
        ("Ana Reyes (the prosecutor) spoke.", "prosecutor"),
        ("Ana Reyes — the lawyer — spoke.", "lawyer"),
        ("Ana Reyes, 51, the head of the clinic, spoke.", "head"),
    ],
)
def test_an_apposition_behind_a_name_is_its_label(named: Named, text: str, label: str) -> None:
    assert (ANA, "person", label) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reyes, who met the mayor, spoke.",
        "Ana Reyes, speaking to the minister, smiled.",
        "Ana Reyes, however, disagreed with the mayor.",
        "Ana Reyes, Luis Marsh and the mayor spoke.",
        "Ana Reyes met the mayor.",
        "Ana Reyes said the minister had left.",
        "Ana Reyes, in a letter to the president, agreed.",
        "When the president left, Ana Reyes stayed.",
    ],
)
def test_somebody_elses_office_is_no_label(named: Named, text: str) -> None:
    assert named(text)[0] == (ANA, "person", None)


def test_two_names_two_labels(named: Named) -> None:
    text = "President Ana Reyes and Foreign Minister Luis Marsh met the envoy, Olav Lund."
    assert named(text) == [
        (ANA, "person", "President"),
        (LUIS, "person", "Foreign Minister"),
        ("Olav Lund", "person", "envoy"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Chilean president left.", [("Chilean president", "person", "")]),
        ("The French foreign ministry agreed.", [("French foreign ministry", "organization", "")]),
        ("On Monday his wife left.", [("wife", "person", "f")]),
        ("On Monday her husband left.", [("husband", "person", "m")]),
        ("Her spokeswoman left.", [("spokeswoman", "person", "f")]),
        ("Chile's spokesman left.", [("Chile's spokesman", "person", "m")]),
        ("Police left.", [("Police", "organization", "")]),
        ("Officials and residents agreed.", [("Officials", "group", ""), ("residents", "group", "")]),
    ],
)
def test_roles_that_name_somebody(roles: Roles, text: str, found: list[tuple[str, str, str]]) -> None:
    assert roles(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A minister left.",
        "Any president can do so.",
        "Every mayor was asked.",
        "No spokesman was there.",
        "The presidential palace burned.",
        "He heads the board.",
        "She chairs the board.",
        "They led the field.",
        "It was a leading role.",
        "It was a former Chilean minister.",
    ],
)
def test_roles_that_name_nobody(roles: Roles, text: str) -> None:
    assert [r for r in roles(text) if r[1] == "person"] == []


def test_a_title_used_up_by_a_name_is_no_role_of_its_own(roles: Roles) -> None:
    assert roles("The Chilean president, Ana Reyes, left.") == []
    assert roles("Ana Reyes, the Chilean president, left.") == []
    assert roles("Chilean President Ana Reyes left.") == []


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs Torp spoke.", "f"),
        ("Mr Torp spoke.", "m"),
        ("Chairman Torp spoke.", "m"),
        ("Queen Torp spoke.", "f"),
        ("President Torp spoke.", ""),
        ("Spokeswoman Torp spoke.", "f"),
    ],
)
def test_the_title_tells_the_gender_and_only_it(mentions: Callable, text: str, gender: str) -> None:
    (mention,) = mentions(text)
    assert (mention.name, mention.gender) == ("Torp", gender)
