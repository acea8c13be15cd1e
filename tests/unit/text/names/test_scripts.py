"""Names in other scripts, letter by letter; all names are invented or of ordinary words."""

from __future__ import annotations

import pytest

from rashomon.text.names.scripts import bones, is_abjad, is_hangul, korean_bones, letters, romanise


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Ana Reyes", "Ana Reyes"),
        ("José Peña", "José Peña"),
        ("Иван Петров", "Ivan Petrov"),
        ("ИВАН ПЕТРОВ", "IVAN PETROV"),
        ("Юлия Щукина", "Yuliya Shchukina"),
        ("Фёдор Ёлкин", "Fyodor Yolkin"),
        ("Пётр Хрущёв", "Pyotr Khrushchyov"),
        ("Ольга Соловьёва", "Olga Solovyova"),
        ("Григорій Гнатюк", "Hryhoriy Gnatyuk"),
        ("Ђорђе Њежић", "Djordje Njezhic"),
        ("Γιώργος Παπαδάκης", "Giorgos Papadakis"),
        ("Μπάμπης Ντούλας", "Babis Ntoulas"),
        ("გიორგი ბერიძე", "Giorgi Beridze"),
        ("Արամ Պետրոսյան", "Aram Petrosyan"),
        ("محمد الرشيد", "Mhmd al-Rshyd"),
        ("مُحَمَّد", "Mhmd"),
        ("דוד", "Dvd"),
        ("박민준", "Park Minjun"),
        ("남궁민수", "Namgungminsu"),
        ("王伟", "Wang Wei"),
        ("王小明", "Wang Xiaoming"),
        ("歐陽小明", "Ouyang Xiaoming"),
        ("吕强", "Lu Qiang"),
        ("田中太郎", "田中太郎"),
        ("王某某某某某", "王某某某某某"),
        ("ООО Сокол", "OOO Sokol"),
        ("Company Сокол", "Company Sokol"),
    ],
)
def test_latin_letters(name: str, latin: str) -> None:
    assert romanise(name) == latin


@pytest.mark.parametrize("script", ["cyrillic", "greek", "georgian", "armenian", "arabic", "hebrew", "ukrainian"])
def test_every_letter_has_latin_letters_or_none(script: str) -> None:
    table = letters(script)
    assert table
    assert all(value.isascii() and (value.isalpha() or not value) for value in table.values())
    assert all(1 <= len(letter) <= 2 for letter in table)


def test_scripts_are_known() -> None:
    assert is_abjad("محمد")
    assert is_abjad("דוד")
    assert not is_abjad("Иван")
    assert is_hangul("박민준")
    assert not is_hangul("王伟")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mhmd", "Mohammed"),
        ("al-Rshyd", "al-Rashid"),
        ("al-Rshyd", "Rashid"),
        ("Ywsf", "Youssef"),
        ("Nwr", "Noor"),
        ("Hsyn", "Hossein"),
        ("al-Njar", "al-Najjar"),
    ],
)
def test_bones_agree(a: str, b: str) -> None:
    assert bones(a) == bones(b) != ""


@pytest.mark.parametrize(("a", "b"), [("Mohammed", "Ahmed"), ("Rashid", "Rahim"), ("Hassan", "Hamad")])
def test_bones_differ(a: str, b: str) -> None:
    assert bones(a) != bones(b)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Kim Yeongsu", "Kim Young-soo", True),
        ("Jung Minji", "Chung Min-ji", True),
        ("Park Minjun", "Pak Min Jun", True),
        ("Lee Suji", "Yi Su-ji", True),
        ("Park Minjun", "Park Yo-hun", False),
        ("Kim Yeongsu", "Kim Min-su", False),
    ],
)
def test_bones_of_korean_names(a: str, b: str, same: bool) -> None:
    assert (korean_bones(a) == korean_bones(b)) is same
