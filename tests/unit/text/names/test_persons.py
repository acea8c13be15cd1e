"""Orders of names, look-alikes, genders and slips of the pen."""

from __future__ import annotations

import pytest

from rashomon.text.names.near import one_edit, same_sounds, swapped
from rashomon.text.names.parts import person
from rashomon.text.names.persons import family_score, given_score, near, orders, person_score, same_given


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Mohammed", "Muhamad", True),
        ("Mohammed", "Mahmoud", False),
        ("Husain", "Hossein", True),
        ("Hassan", "Hussein", False),
        ("Khaled", "Khalid", True),
        ("Jamal", "Jamil", False),
        ("Nasser", "Nasir", True),
        ("Ahmad", "Ahmed", True),
        ("Hansen", "Hanson", False),
        ("Reyes", "Torres", False),
    ],
)
def test_two_romanisations_of_one_word(a: str, b: str, same: bool) -> None:
    assert same_sounds(a, b) is same
    assert same_sounds(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "edit", "swap"),
    [
        ("marsh", "mrash", True, True),
        ("marsh", "march", True, False),
        ("marsh", "marshs", True, False),
        ("marsh", "marsh", True, True),
        ("marsh", "harms", False, False),
        ("a", "", True, False),
    ],
)
def test_slips_of_the_pen(a: str, b: str, edit: bool, swap: bool) -> None:
    assert one_edit(a, b) is edit
    assert swapped(a, b) is swap


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("REYES Ana", [("Ana", "REYES")]),
        ("Petrov Ivan Sergeyevich", [("Ivan Sergeyevich", "Petrov")]),
        ("Nguyen Van Hung", [("Hung Van", "Nguyen"), ("Hung", "Nguyen")]),
        ("Ana Reyes", []),
        ("Reyes", []),
        ("ANA REYES", []),
    ],
)
def test_other_orders(name: str, read: list[tuple[str, str]]) -> None:
    assert [(" ".join(p.given), " ".join(p.family)) for p in orders(person(name))] == read


@pytest.mark.parametrize(
    ("a", "b", "score"),
    [
        ("Martin", "Martina", 0.0),
        ("Carl", "Carla", 0.0),
        ("Daniel", "Danielle", 0.0),
        ("Alexander", "Alexandra", 0.0),
        ("Alexander", "Sasha", 0.9),
        ("Alexandra", "Sasha", 0.9),
        ("Kolya", "Nikolai", 0.9),
        ("Abdul Karim", "Abdel-Karim", 1.0),
        ("Abdurrahman", "Abdulrahman", 1.0),
        ("M", "Maria", 0.8),
        ("M", "Ana", 0.0),
        ("", "Ana", 0.0),
        ("Christopher", "Christpoher", 0.7),
        ("John", "Joan", 0.0),
    ],
)
def test_given_names(a: str, b: str, score: float) -> None:
    assert same_given(a, b) == same_given(b, a) == score


@pytest.mark.parametrize(
    ("a", "b", "score"),
    [
        (("de", "la", "Cruz"), ("Delacruz",), 0.98),
        (("van", "den", "Berg"), ("Vandenberg",), 0.98),
        (("O'Hara",), ("OHara",), 0.98),
        (("Keller-Braun",), ("Keller",), 0.8),
        (("Whitfield",), ("Whitfeild",), 0.7),
        (("Jäger",), ("Jaeger",), 0.95),
        (("Carter",), ("Carver",), 0.0),
        (("Hansen",), ("Hanson",), 0.0),
    ],
)
def test_family_names(a: tuple[str, ...], b: tuple[str, ...], score: float) -> None:
    assert family_score(a, b) == family_score(b, a) == score


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("JT Warden", "Jacob Thomas Warden", True),
        ("J.T. Warden", "Jacob Warden", True),
        ("JT Warden", "Peter Thomas Warden", False),
        ("Petrova", "Ivan Petrov", False),
        ("Petrov", "Anna Petrova", False),
        ("Olga Petrov", "Olga Petrova", True),
        ("Mary Cartre", "Mary Carter", True),
        ("J.T. WARDEN", "JACOB WARDEN", True),
        ("Doctor", "eleventh Doctor", False),
        ("Ms Keller", "Mr Keller", False),
    ],
)
def test_persons(a: str, b: str, same: bool) -> None:
    assert (person_score(person(a), person(b)) >= 0.5) is same
    assert (person_score(person(b), person(a)) >= 0.5) is same


def test_conflicting_middle_names_are_two_persons() -> None:
    assert given_score(person("Ana Luz Reyes"), person("Ana Pia Reyes")) == pytest.approx(0.3)
    assert given_score(person("Ana Luz Reyes"), person("Ana Reyes")) == 1.0
    assert near("Halloway", "Haloway")
    assert not near("Reyes", "Reyer")
