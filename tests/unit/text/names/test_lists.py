"""The lists behind the names: titles, ordinary words, folded spellings, known names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.text.names.fold import blunt, fold, spelled_out
from rashomon.text.names.known import listed, world
from rashomon.text.names.offices import Office, office
from rashomon.text.names.titles import plain, titles
from rashomon.text.names.vocabulary import is_common, never


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("ex-president", "president"),
        ("vice-chair", "chair"),
        ("co-founder", "founder"),
        ("then-mayor", "mayor"),
        ("president-elect", "president"),
        ("minister-designate", "minister"),
        ("president", "president"),
        ("co-", ""),
        ("", ""),
    ],
)
def test_a_role_without_its_prefix(word: str, bare: str) -> None:
    assert plain(word) == bare


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("President", True),
        ("EX-PRESIDENT", True),
        ("Mrs", True),
        ("Sgt.", True),
        ("president-elect", True),
        ("presidential", False),
        ("ferry", False),
        ("", False),
    ],
)
def test_words_that_end_a_title(word: str, title: bool) -> None:
    assert titles().is_title(word) is title


@pytest.mark.parametrize(
    ("title", "gender"),
    [("Chairwoman", "f"), ("former chairman", "m"), ("Mrs Justice", "f"), ("Doctor", ""), ("", ""), ("LADY", "f")],
)
def test_the_first_word_that_tells_a_gender_counts(title: str, gender: str) -> None:
    assert titles().gender_of(title) == gender


def test_no_word_tells_both_genders_and_forms_of_address_are_titles() -> None:
    told = titles()
    assert set(told.gender.values()) == {"f", "m"}
    assert all(word == word.lower() for word in (*told.heads, *told.ranks, *told.honorifics, *told.gender))
    assert [len(phrase) for phrase in told.after] == sorted((len(p) for p in told.after), reverse=True)


@pytest.mark.parametrize(
    ("word", "common"),
    [
        ("statement", True),
        ("statements", True),
        ("monday", True),
        ("may", True),
        ("rescuers", True),
        ("firefighters", True),
        ("firefighter", True),
        ("eyewitness", True),
        ("demilitarization", True),
        ("demilitarisation", True),
        ("spanish-language", True),
        ("okafor-language", False),
        ("-language", False),
        ("reyes", False),
        ("okafor", False),
        ("halcyon", False),
        ("", False),
        ("x" * 500, False),
    ],
)
def test_ordinary_words(word: str, common: bool) -> None:
    assert is_common(word) is common


def test_days_and_months_are_never_names() -> None:
    assert {"monday", "sunday", "january", "december", "the", "and"} <= never()


@pytest.mark.parametrize(
    ("text", "folded", "spelled", "blunted"),
    [
        ("Jäger", "jager", "jaeger", "jager"),
        ("Jaeger", "jaeger", "jaeger", "jager"),
        ("Ångström", "angstrom", "aangstroem", "angstrom"),
        ("Łódź", "lodz", "lodz", "lodz"),
        ("Strauß", "strauss", "strauss", "strauss"),
        ("O’Neil", "o'neil", "o'neil", "o'neil"),
        ("Jean‑Luc", "jean-luc", "jean-luc", "jean-luc"),
        ("A\u200bna\u202e", "ana", "ana", "ana"),
        ("ANA", "ana", "ana", "ana"),
        ("", "", "", ""),
    ],
)
def test_spellings_made_comparable(text: str, folded: str, spelled: str, blunted: str) -> None:
    assert (fold(text), spelled_out(text), blunt(text)) == (folded, spelled, blunted)


@given(st.text(max_size=30))
@settings(max_examples=80)
def test_folding_twice_changes_nothing_and_forms_of_unicode_do_not_count(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", "Ångström " + text)) == fold(
        unicodedata.normalize("NFC", "Ångström " + text)
    )


@pytest.mark.parametrize(
    ("text", "items"),
    [("a, b ,c", ["a", "b", "c"]), ("a,\n b c,\n", ["a", "b c"]), (" , ,", []), ("", [])],
)
def test_comma_lists(text: str, items: list[str]) -> None:
    assert listed(text) == items


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Republic of Chile", "Chile"),
        ("Kingdom of Norway", "Norway"),
        ("U. S.", "United States"),
        ("Ohio", "Ohio"),
        ("Republic of Halcyon", None),
        ("chile", None),
        ("", None),
    ],
)
def test_the_usual_name_of_what_is_known(form: str, name: str | None) -> None:
    assert world().names(form) == name


def test_every_capital_adjective_and_people_leads_to_a_country() -> None:
    known = world()
    assert set(known.capitals.values()) <= set(known.countries)
    for table in (known.adjectives, known.peoples):
        assert {c for c in table.values() if c} <= set(known.countries)
    assert all(known.countries[name] == name for name in set(known.countries.values()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("acting Chilean foreign minister", Office("foreign minister", "Chile", frozenset({"acting"}))),
        ("vice-president of Peru", Office("state", "Peru", frozenset({"vice"}))),
        ("Chile's president", Office("state", "Chile")),
        ("head of government", Office("government")),
        ("deputy head of state", Office("state", "", frozenset({"deputy"}))),
        ("of the", None),
        ("\x00", None),
        ("p" * 500, None),
    ],
)
def test_offices_with_their_ranks(text: str, found: Office | None) -> None:
    assert office(text) == found
