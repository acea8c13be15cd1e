from __future__ import annotations

import pytest

from rashomon.text.names.compare import acronym, family_score, one_edit, same_given, same_name

SAME = [
    ("Petrenko", "Oleksandr Petrenko"),
    ("Mr Petrenko", "President Oleksandr Petrenko"),
    ("Oleksandr Petrenko", "Alexander Petrenko"),
    ("Karolina Brandt", "Caroline Brandt"),
    ("Zavorsky", "Zavorskyy"),
    ("Zavorskiy", "Mykola Zavorskyi"),
    ("Mohammed al-Rashidi", "Muhammad Al Rashidi"),
    ("José Peña", "Jose Pena"),
    ("J.T. Warden", "JT Warden"),
    ("J. Warden", "Jacob Warden"),
    ("Bill Okafor", "William Okafor"),
    ("Park Min-jun", "Park Min Jun"),
    ("Lin Weiming", "Weiming Lin"),
    ("Amina Sani", "Amina Sani Bello"),
    ("Petrenko’s", "Petrenko"),
    ("stepmother Ana Reyes", "Ana Reyes"),
    ("Ana Reyes, the minister", "Ana Reyes"),
    ("“Ana Reyes”", "ANA REYES"),
    ("Anna-Lena Vogt", "Anna Lena Vogt"),
    ("Ana\u200f Reyes\u202c", "Ana Reyes"),
    ("Lopez Garcia", "Maria Lopez Garcia"),
]
DIFFERENT = [
    ("Ana Reyes", "Luis Reyes"),
    ("Mr Reyes", "Mrs Reyes"),
    ("Ana Reyes", "Ana Torres"),
    ("Smith", "Smyth-Jones Baker"),
    ("Ana Reyes Sr.", "Ana Reyes Jr."),
    ("J. Warden", "Peter Warden"),
    ("", "Reyes"),
    ("   ", "Reyes"),
    ("doctor", "Ana Doctor"),
    ("9th Regent", "10th Regent"),
    ("Carter", "Carver"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_names_of_one_person(a: str, b: str) -> None:
    assert same_name(a, b).same, same_name(a, b)
    assert same_name(b, a).same


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_names_of_two_persons(a: str, b: str) -> None:
    assert not same_name(a, b).same, same_name(a, b)
    assert not same_name(b, a).same


@pytest.mark.parametrize(
    ("a", "b", "kind", "same"),
    [
        ("US", "United States", "place", True),
        ("U.S.", "America", "place", True),
        ("Kyiv", "Kiev", "place", True),
        ("Niger", "Nigeria", "place", False),
        ("Sudan", "South Sudan", "place", False),
        ("Khal Darun", "Khal Daroun", "place", True),
        ("WHO", "World Health Organization", "organization", True),
        ("RLA", "Riverside Lifeboat Association", "organization", True),
        ("Acme Inc.", "Acme", "organization", True),
        ("Acme Incorporated Steel", "Acme Glass", "organization", False),
        ("Ministry of Works", "Works Ministry", "organization", True),
        ("Marsh Valley Hospital", "Marsh Valley Council", "organization", False),
    ],
)
def test_places_and_bodies(a: str, b: str, kind: str, same: bool) -> None:
    assert same_name(a, b, kind).same is same


def test_an_acronym_is_read_as_a_person_too() -> None:
    assert same_name("RLA", "Riverside Lifeboat Association").same


def test_equal_names_score_one_and_a_surname_less() -> None:
    assert same_name("Ana Reyes", "ana reyes").score == 1.0
    assert same_name("Reyes", "Ana Reyes").score == pytest.approx(0.85)
    assert same_name("Ana Reyes", "Luis Reyes").score == 0.0


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("WFP", "World Food Programme", True),
        ("MoW", "Ministry of Works", True),
        ("MW", "Ministry of Works", True),
        ("W", "Works", False),
        ("wfp", "World Food Programme", False),
        ("WFP", "World Health Programme", False),
    ],
)
def test_acronyms(short: str, long: str, fits: bool) -> None:
    assert acronym(short, long) is fits


@pytest.mark.parametrize(
    ("a", "b", "score"),
    [("Ana", "Ana", 1.0), ("Serhiy", "Sergei", 0.9), ("A.", "Ana", 0.8), ("Bob", "Robert", 0.9), ("Ana", "Eva", 0.0)],
)
def test_given_names(a: str, b: str, score: float) -> None:
    assert same_given(a, b) == score


def test_family_names_by_key_and_compound() -> None:
    assert family_score(("al-Harun",), ("Harun",)) == 0.98
    assert family_score(("Zavorsky",), ("Zavorskij",)) == 0.95
    assert family_score(("Lopez-Garcia",), ("Garcia",)) == 0.8
    assert family_score(("Reyes",), ("Torres",)) == 0.0


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("abcd", "abcd", True),
        ("abcd", "abd", True),
        ("abcd", "abxd", True),
        ("abcd", "acbd", True),
        ("abcd", "badc", False),
    ],
)
def test_one_edit(a: str, b: str, near: bool) -> None:
    assert one_edit(a, b) is near


def test_family_names_in_front() -> None:
    assert same_name("President Moon", "Moon Tae-il").same
    assert same_name("Park", "Park Min-jun").same
    assert not same_name("Park Il-Sung", "Park Jong-il").same
    assert not same_name("Tae-il Moon", "Tae-il Park").same
