"""What the world calls its places and bodies: every table holds together, and a spelling means one thing."""

from __future__ import annotations

import re

import pytest

from rashomon.text.lexicon import lexicon
from rashomon.text.names.known import listed, world


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("U.K.", "United Kingdom"),
        ("U. K.", "United Kingdom"),
        ("Republic of Poland", "Poland"),
        ("Kingdom of Sweden", "Sweden"),
        ("St. Lucia", "Saint Lucia"),
        ("Timor-Leste", "East Timor"),
        ("Kiev", "Kyiv"),
        ("Bombay", "Mumbai"),
        ("W.T.O.", "World Trade Organization"),
        ("NTSB", "National Transportation Safety Board"),
        ("No. 10", "Downing Street"),
        ("Unicef", "UNICEF"),
        ("Hamburg", "Hamburg"),
        ("Bavaria Works", None),
        ("usa", None),
        ("", None),
    ],
)
def test_the_usual_name(form: str, name: str | None) -> None:
    assert world().names(form) == name


@pytest.mark.parametrize(
    ("table", "word", "country"),
    [
        ("adjectives", "Peruvian", "Peru"),
        ("adjectives", "Dutchman", "Netherlands"),
        ("peoples", "Peruvians", "Peru"),
        ("peoples", "Samoans", "Samoa"),
        ("adjectives", "Nordic", ""),
        ("peoples", "Europeans", ""),
        ("capitals", "Abidjan", "Ivory Coast"),
        ("capitals", "Port Vila", "Vanuatu"),
        ("seats", "Casa Rosada", "Argentina"),
        ("head_seats", "Kremlin", "Russia"),
    ],
)
def test_words_of_a_country(table: str, word: str, country: str) -> None:
    assert getattr(world(), table)[word] == country


def test_an_adjective_is_not_a_people() -> None:
    assert not set(world().adjectives) & set(world().peoples)


def test_every_seat_speaks_for_a_country() -> None:
    known = set(world().countries.values())
    assert {c for c in world().seats.values() if c not in known} == set()
    assert {c for c in world().head_seats.values() if c not in known} == set()


def test_no_spelling_belongs_to_two_bodies() -> None:
    seen: dict[str, str] = {}
    for name, forms in lexicon("institutions")["known"].items():
        for form in (name, *forms):
            assert seen.setdefault(form, name) == name


def test_no_spelling_belongs_to_two_countries() -> None:
    seen: dict[str, str] = {}
    for name, line in lexicon("countries")["countries"].items():
        aliases, _, _ = (listed(part) for part in line.split("|"))
        for form in (name, *aliases):
            assert seen.setdefault(form, name) == name


def test_no_capital_belongs_to_two_countries() -> None:
    seen: dict[str, str] = {}
    for name, line in lexicon("countries")["countries"].items():
        for seat in listed(line.split("|")[2]):
            assert seen.setdefault(seat, name) == name


def test_all_members_of_the_united_nations_are_known() -> None:
    # 193 members; those of the United Kingdom, and a few states that are no members, stand in the list as well.
    more = {"England", "Scotland", "Wales", "Northern Ireland", "Soviet Union", "Greenland", "Hong Kong", "Kosovo"}
    more |= {"Palestine", "Taiwan", "Tibet", "Vatican City"}
    names = set(lexicon("countries")["countries"])
    assert more <= names
    assert len(names - more) == 193


def test_nicknames_that_share_a_line_name_one_person() -> None:
    nicknames = world().nicknames
    assert nicknames["bob"] & nicknames["roberto"]
    assert not nicknames["bob"] & nicknames["william"]


def test_items_of_a_list_may_run_over_lines() -> None:
    assert listed(" Alba,\nBassano ,, Cles\n") == ["Alba", "Bassano", "Cles"]


def test_lists_of_heads_are_lower_case_words() -> None:
    for words in (world().organization_heads, world().place_heads, world().company_heads, world().other_heads):
        assert {w for w in words if not re.fullmatch(r"[a-z][a-z. -]*", w)} == set()
