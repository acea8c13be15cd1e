from __future__ import annotations

import pytest

from rashomon.text.names.bodies import body_score
from rashomon.text.names.compare import same_given, same_name, team
from rashomon.text.names.fold import blunt, fold, spelled_out
from rashomon.text.names.keys import guttural, key, skeleton
from rashomon.text.names.parts import person
from rashomon.text.names.persons import given_score


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (("Zavorsky", "Zavorskyy", "Zavorskiy", "Zaworskyj"), "zavorski"),
        (("Yelena", "Jelena", "Elena"), "elena"),
        (("Yulia", "Julia"), "iula"),
        (("Chernov", "Tschernow"), "chernov"),
        (("Nasim", "Naseem"), "nasim"),
        (("Tsvetan", "Zwetan"), "zvetan"),
        (("Al",), "al"),
    ],
)
def test_romanisations_have_one_key(words: tuple[str, ...], value: str) -> None:
    assert {key(w) for w in words} == {value}


@pytest.mark.parametrize(("a", "b"), [("Ian", "Ann"), ("Jan", "Ann"), ("Jun", "Yun"), ("Jens", "Ens"), ("Lee", "Le")])
def test_short_names_keep_their_letters_apart(a: str, b: str) -> None:
    assert same_given(a, b) == 0.0


def test_gutturals_and_skeletons() -> None:
    assert {guttural(w) for w in ("Sorokhina", "Sorokina", "Sorochina", "Sorohina")} == {"sorohina"}
    assert skeleton("Mohammed") == skeleton("Muhamad") == "mhmd"


def test_umlauts() -> None:
    assert [fold("Jäger"), spelled_out("Jäger"), blunt("Jaeger"), blunt("Jäger")] == [
        "jager",
        "jaeger",
        "jager",
        "jager",
    ]
    assert spelled_out("Ja\u0308ger") == "jaeger"
    assert fold("Şenol Işıl Þór Łukasz") == "senol isil thor lukasz"


SAME = [
    ("Yelena Sorokhina", "Elena Sorokina", 0.66, 0.67),
    ("Elena Sorokina", "Jelena Sorochina", 0.7, 0.7),
    ("Serhiy Petrov", "Sergey Petrov", 0.9, 0.9),
    ("Mykhailo Orlov", "Michail Orlov", 0.9, 0.9),
    ("Oleksandr Orlov", "Aleksandr Orlov", 0.9, 0.9),
    ("Youssef Haddad", "Jusuf Haddad", 0.9, 0.9),
    ("Abdel Karim Nasri", "Abdulkarim Nasri", 0.9, 0.9),
    ("Jäger", "Jaeger", 0.85, 0.86),
    ("Jörg Schäufler", "Joerg Schaeufler", 0.8, 0.9),
    ("Pak Jong-hun", "Pak Jong Hun", 0.95, 0.95),
    ("Jong-hun Pak", "Pak Jong Hun", 0.85, 0.85),
    ("Zhou Meiling", "Zhou Mei-ling", 0.95, 0.95),
    ("Varga", "Pedro Varga Molina", 0.6, 0.6),
    ("Lo Bianco", "Gaetano Lo Bianco", 0.9, 0.9),
    ("Gov.Ana Reyes", "Ana Reyes", 0.9, 1.0),
]
OTHERS = [
    ("Pak Jong-hun", "Pak Yo-hun"),
    ("Pak Jong-hun", "Pak Yo Hun"),
    ("Pak Jong Hun", "Pak Yo Hun"),
    ("Maria Becher", "Jan Becker"),
    ("Becher", "Becker"),
    ("Maria", "Ana Maria Lopez"),
    ("Ana Sorokhina", "Elena Sorokina"),
    ("Lars Moller", "Lars Miller"),
]


@pytest.mark.parametrize(("a", "b", "low", "high"), SAME)
def test_one_person(a: str, b: str, low: float, high: float) -> None:
    verdict = same_name(a, b)
    assert verdict.same
    assert low <= verdict.score <= high
    assert same_name(b, a) == verdict


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_two_people(a: str, b: str) -> None:
    assert not same_name(a, b).same
    assert not same_name(b, a).same


def test_given_names_in_one_word_or_two() -> None:
    assert given_score(person("Abdel Karim Nasri"), person("Abdulkarim Nasri")) == 0.9
    assert given_score(person("Abdel Karim Nasri"), person("Khalid Nasri")) == 0.0


@pytest.mark.parametrize(
    ("a", "b", "score"),
    [
        ("U.S. Harbour Survey", "United States Harbour Survey", 0.97),
        ("Advanced Harbour Devices (AHD", "Advanced Harbour Devices Inc.", 0.97),
        ("firm Brightwell Steel", "Brightwell Steel", 0.97),
        ("MSU", "Marine Salvage Union", 0.9),
        ("Marine Salvage Union", "Marine Rescue Union", 0.0),
    ],
)
def test_bodies(a: str, b: str, score: float) -> None:
    assert body_score(a, b) == score


def test_a_team_is_called_by_its_last_word() -> None:
    assert team("Rovers", "Ellery Rovers")
    assert team("Rovers'", "Ellery Rovers")
    assert not team("Rovers", "Rovers")
    assert not team("Steel", "Brightwell Steel")
    assert same_name("Rovers", "Ellery Rovers", "organization") == (True, 0.8)
