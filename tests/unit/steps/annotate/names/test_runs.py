from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.reading import Words
from rashomon.steps.annotate.names.runs import (
    CAPITAL,
    Capital,
    believed,
    find_runs,
    habits,
    is_compound,
    is_loud,
    looks_like_name,
)
from rashomon.steps.annotate.names.split import form_at, split_run
from rashomon.steps.annotate.words import split_words


def read(text: str) -> Words:
    return split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),), language="en"))


def runs(text: str) -> list[str]:
    words = read(text)
    seen = habits(words)
    return [form_at(words, a, b) for n in range(len(words.sentences)) for a, b in find_runs(words, n, seen)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday Ana Reyes met the mayor of Port Ellery.", ["Ana Reyes", "Port Ellery"]),
        ("The Ministry of Fisheries said so.", ["Ministry of Fisheries"]),
        ("He joined the Securities and Harbour Commission in May.", ["Securities and Harbour Commission"]),
        ("They saw Pieter van der Hoek and Lotte de Wit.", ["Pieter van der Hoek", "Lotte de Wit"]),
        ("Van der Hoek said the dyke would hold.", ["Van der Hoek"]),
        ("Van drivers met in Ellery.", ["Ellery"]),
        ("It was Khalid al-Mansouri who called.", ["Khalid al-Mansouri"]),
        ("It was J. T. Warden who called.", ["J. T. Warden"]),
        ("It was Zhou Mei-ling who called.", ["Zhou Mei-ling"]),
        ("A London-based firm called Dr. Osei.", ["Dr. Osei"]),
        ("She flew on Flight 312 from Ellery.", ["Flight 312", "Ellery"]),
        ("We met Smith & Dunn of Ellery.", ["Smith & Dunn", "Ellery"]),
        ("We met on Monday in May.", []),
        ("He played for the Ellery Lions and Sandvik Bears.", ["Ellery Lions", "Sandvik Bears"]),
        ("Then Theresa May spoke. May left.", ["Theresa May", "May"]),
        ("Nobody of note was there.", []),
    ],
)
def test_runs(text: str, found: list[str]) -> None:
    assert runs(text) == found


def test_a_headline_is_believed_where_the_text_agrees() -> None:
    text = "Mayor Reyes Opens New Bridge In Ellery\nThe mayor, Ana Reyes, opened a new bridge in Ellery on Monday."
    assert runs(text) == ["Reyes", "Ellery", "Ana Reyes", "Ellery"]


def test_a_name_too_long_is_none() -> None:
    assert runs(f"It was {'A' + 'b' * 499} who called.") == []
    assert runs("It was " + " ".join(["Abcdefghi"] * 13) + " who called.") == []


@pytest.mark.parametrize(
    ("line", "loud"),
    [
        ("Mayor Opens New Bridge In Ellery", True),
        ("MAYOR OPENS NEW BRIDGE IN ELLERY.", True),
        ("Share this article", True),
        ("The mayor opened a bridge in Ellery.", False),
        ("The mayor opened it", False),
        ("Ana Reyes, Luis Marsh, Olav Lund and Ida Falk came.", False),
    ],
)
def test_lines_whose_capitals_prove_nothing(line: str, loud: bool) -> None:
    words = read(line)
    assert is_loud(words, words.sentences[0]) is loud


def test_habits_of_an_article() -> None:
    seen = habits(read("The mayor met Reyes. Reyes and Falk left Ellery with the mayor. Falk smiled."))
    assert seen.capital == {"Reyes": 1, "Falk": 1, "Ellery": 1}
    assert {"mayor", "met", "left"} <= seen.lower
    assert (seen.may, seen.loud) == (False, set())
    assert believed("Reyes", seen)
    assert believed("REYES", seen)
    assert not believed("Mayor", seen)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Reyes", True),
        ("al-Nour", True),
        ("d'Arcy", True),
        ("reyes", False),
        ("Monday", False),
        ("STATEMENT", False),
        ("London-based", False),
        ("R-Ohio", False),
        ("3M", False),
    ],
)
def test_words_that_look_like_names(word: str, name: bool) -> None:
    assert looks_like_name(word) is name


@pytest.mark.parametrize(
    ("word", "compound"), [("Ellery-based", True), ("Russia-Ukraine", True), ("Mei-Ling", False), ("Two-Way", True)]
)
def test_compounds(word: str, compound: bool) -> None:
    assert is_compound(word) is compound


def test_the_table_of_capitals_stays_small() -> None:
    table = Capital({str(n): False for n in range(50_000)})
    assert table["Reyes"] is True
    assert len(table) == 1
    assert CAPITAL["al-Nour"] is True
    assert CAPITAL["bridge"] is False


def split(text: str) -> list[tuple[str, str, str | None]]:
    words = read(text)
    seen = habits(words)
    return [
        (form_at(words, f.first, f.stop), "role" if f.role else f.type, form_at(words, *f.label) if f.label else None)
        for a, b in find_runs(words, 0, seen)
        for f in split_run(words, a, b)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then President Ana Reyes spoke.", [("Ana Reyes", "person", "President")]),
        (
            "Then US State Secretary Luis Marsh spoke.",
            [("US", "place", None), ("Luis Marsh", "person", "US State Secretary")],
        ),
        (
            "Then the White House Press Secretary spoke.",
            [("White House", "organization", None), ("White House Press Secretary", "role", None)],
        ),
        ("Then Norwegian Ana Reyes spoke.", [("Ana Reyes", "person", None)]),
        ("Then the Norwegian Navy sailed.", [("Norwegian Navy", "organization", None)]),
        ("They met in Brack Sundal hospital.", [("Brack Sundal hospital", "organization", None)]),
        ("They met at the King Power Stadium.", [("King Power Stadium", "place", None)]),
        ("Then the trawler Ana Reyes sank.", [("Ana Reyes", "other", None)]),
        ("Then USS Marsh sailed.", [("USS Marsh", "other", None)]),
        ("Then Hurricane Ana struck.", [("Hurricane Ana", "other", None)]),
        ("Then Ellery Rovers won.", [("Ellery Rovers", "organization", None)]),
        ("Then Lantern Lines spoke.", [("Lantern Lines", "organization", None)]),
        ("Then Mr Reyes spoke.", [("Reyes", "person", "Mr")]),
    ],
)
def test_a_run_is_divided_into_titles_and_names(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert split(text) == found
