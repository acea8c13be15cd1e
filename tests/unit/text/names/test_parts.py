from __future__ import annotations

import pytest

from rashomon.text.names.fold import fold
from rashomon.text.names.keys import key, skeleton
from rashomon.text.names.parts import person


@pytest.mark.parametrize(
    ("name", "titles", "given", "family"),
    [
        ("Ana Reyes", (), ("Ana",), ("Reyes",)),
        ("Reyes", (), (), ("Reyes",)),
        ("Prime Minister Ana Reyes", ("Prime", "Minister"), ("Ana",), ("Reyes",)),
        ("Lt. Gen. Ana M. Reyes", ("Lt.", "Gen."), ("Ana", "M."), ("Reyes",)),
        ("Ana van der Berg", (), ("Ana",), ("van", "der", "Berg")),
        ("Ana Reyes Jr.", (), ("Ana",), ("Reyes",)),
        ("Ana Reyes (D-Ohio)", (), ("Ana",), ("Reyes",)),
        ("", (), (), ()),
    ],
)
def test_parts_of_a_name(name: str, titles: tuple[str, ...], given: tuple[str, ...], family: tuple[str, ...]) -> None:
    parts = person(name)
    assert (parts.titles, parts.given, parts.family) == (titles, given, family)


def test_suffix_nickname_and_gender() -> None:
    assert person("Ana Reyes Jr.").suffix == "jr"
    assert person("Luis “Lucho” Reyes").nick == "Lucho"
    assert person("Mrs Reyes").gender == "f"
    assert person("spokesman K. Reyes").gender == "m"
    assert person("Anna Reyes").gender == "f"
    assert person("Xylo Reyes").gender == ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zavorsky", "Zavorskyy"),
        ("Zavorsky", "Zavorskiy"),
        ("Zavorsky", "Zavorskyi"),
        ("Dmitriev", "Dmitryev"),
        ("Khalimov", "Halimov"),
        ("Kosharov", "Kosharow"),
        ("Philipov", "Filipov"),
        ("Caroline", "Karoline"),
    ],
)
def test_romanisations_have_one_key(a: str, b: str) -> None:
    assert key(a) == key(b)


def test_keys_tell_different_names_apart() -> None:
    assert len({key(w) for w in ("Zavorsky", "Savorin", "Reyes", "Torres", "Okafor")}) == 5


def test_a_skeleton_has_no_inner_vowels() -> None:
    assert skeleton("Mohammed") == skeleton("Muhamad")


def test_fold_drops_marks_and_hidden_characters() -> None:
    assert fold("Peña\u200f O’Łukasz\u0000") == "pena o'lukasz"
