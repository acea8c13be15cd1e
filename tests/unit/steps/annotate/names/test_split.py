"""A run of capitals taken apart: where the title ends, which known names stand inside, which side by side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.annotate.names.kinds import is_demonym, kind_of, known_kind
from rashomon.steps.annotate.names.split import form_at, known_inside, split_run, title_stop


def run(words: Callable, text: str) -> tuple[object, int, int]:
    """The words of "Then TEXT spoke." and the tokens of TEXT."""
    marked = words(f"Then {text} spoke.")
    return marked, 1, len(marked.tokens) - 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("President Ana Reyes", "President"),
        ("Foreign Minister Ana Reyes", "Foreign Minister"),
        ("Secretary of State Ana Reyes", "Secretary of State"),
        ("Minister for Fisheries Ana Reyes", "Minister for Fisheries"),
        ("President of Chile Ana Reyes", "President of Chile"),
        ("Sgt. Ana Reyes", "Sgt."),
        ("Ana Reyes", ""),
        ("Press Secretary", "Press Secretary"),
        ("White House Press Secretary", "White House Press Secretary"),
        ("Ana King", ""),
    ],
)
def test_where_a_title_ends(words: Callable, text: str, title: str) -> None:
    marked, first, stop = run(words, text)
    end = title_stop(marked, first, stop)  # type: ignore[arg-type]
    assert (form_at(marked, first, end) if end > first else "") == title  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("US State Secretary", [("US", "place")]),
        ("White House Press Secretary", [("White House", "organization")]),
        ("President of Chile", [("Chile", "place")]),
        ("New Zealand Prime Minister", [("New Zealand", "place")]),
        ("Foreign Minister", []),
    ],
)
def test_known_names_inside_a_title(words: Callable, text: str, found: list[tuple[str, str]]) -> None:
    marked, first, stop = run(words, text)
    inside = known_inside(marked, first, stop)  # type: ignore[arg-type]
    assert [(form_at(marked, f.first, f.stop), f.type) for f in inside] == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("London AP", ["London", "AP"]),
        ("Getty Images Ana Reyes", ["Getty Images", "Ana Reyes"]),
        ("Reuters Ana Reyes", ["Reuters", "Ana Reyes"]),
        ("Chile Peru", ["Chile", "Peru"]),
        ("Ana Reyes", ["Ana Reyes"]),
        ("Ana Maria Reyes Marsh", ["Ana Maria Reyes Marsh"]),
        ("Norda Metals", ["Norda Metals"]),
    ],
)
def test_names_side_by_side(words: Callable, text: str, names: list[str]) -> None:
    marked, first, stop = run(words, text)
    found = split_run(marked, first, stop)  # type: ignore[arg-type]
    assert [form_at(marked, f.first, f.stop) for f in found] == names  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Norwegian", "South Korean", "Chilean"])
def test_an_adjective_alone_is_no_name(words: Callable, text: str) -> None:
    marked, first, stop = run(words, text)
    assert split_run(marked, first, stop) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("Chile", "place"),
        ("Oslo", "place"),
        ("Ohio", "place"),
        ("Norwegians", "group"),
        ("White House", "organization"),
        ("Reuters", "organization"),
        ("Truth Social", "organization"),
        ("Republic of Chile", "place"),
        ("U. S.", "place"),
        ("chile", None),
        ("Reyes", None),
        ("", None),
    ],
)
def test_what_the_gazetteers_know(form: str, kind: str | None) -> None:
    assert known_kind(form) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lake Orrin", "place"),
        ("Mount Orrin", "place"),
        ("Orrin River", "place"),
        ("Strait of Orrin", "place"),
        ("Orrin Ministry", "organization"),
        ("Orrin University", "organization"),
        ("Smith & Dunn", "organization"),
        ("J. Orrin", "person"),
        ("Ana Orrin", "person"),
        ("Falcon 9", "other"),
    ],
)
def test_what_a_name_shows_by_itself(words: Callable, text: str, kind: str) -> None:
    marked, first, stop = run(words, text)
    assert kind_of(marked, first, stop, False) == (kind, True)  # type: ignore[arg-type]


def test_a_title_makes_any_name_a_person(words: Callable) -> None:
    marked, first, stop = run(words, "Orrin River")
    assert kind_of(marked, first, stop, True) == ("person", True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met in Orrin Vale.", "place"),
        ("They saw Orrin Vale, 45, there.", "person"),
        ("They saw the Orrin Vale there.", "organization"),
    ],
)
def test_what_stands_around_an_unknown_name(words: Callable, text: str, kind: str) -> None:
    marked = words(text)
    at = marked.tokens.words.index("Orrin")
    assert kind_of(marked, at, at + 2, False)[0] == kind


@pytest.mark.parametrize(
    ("text", "word", "demonym"),
    [
        ("The Maravian army left.", "Maravian", True),
        ("The Norwegian left.", "Norwegian", True),
        ("They saw Maravian Reyes.", "Maravian", False),
        ("They saw Vivian officials.", "Vivian", False),
        ("The MARAVIAN army left.", "MARAVIAN", False),
        ("The guardian angel left.", "guardian", False),
    ],
)
def test_adjectives_of_places(words: Callable, text: str, word: str, demonym: bool) -> None:
    marked = words(text)
    assert is_demonym(marked, marked.tokens.words.index(word)) is demonym
