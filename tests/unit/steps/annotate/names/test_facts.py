"""What an article shows of a name beyond its letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.annotate.names.facts import Facts, roots
from rashomon.steps.annotate.names.split import Found, form_at

Named = Callable[..., list[tuple[str, str, str | None]]]


def facts(marked: object, *names: tuple[str, str]) -> Facts:
    """The facts of an article with these names of one word, each at its first place."""
    tokens = marked.tokens.words  # type: ignore[attr-defined]
    found = [Found(tokens.index(word), tokens.index(word) + 1, kind) for word, kind in names]  # type: ignore[arg-type]
    return Facts(marked, found, [form_at(marked, f.first, f.stop) for f in found])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Tellson fell.",
        "The spokesman for Tellson left.",
        "On Monday Tellson's shares fell.",
        "On Monday Tellson shareholders met.",
    ],
)
def test_a_name_with_a_companys_things_is_a_body(words: Callable, text: str) -> None:
    assert facts(words(text), ("Tellson", "other")).kind("tellson") == "organization"


@pytest.mark.parametrize("text", ["The prime minister of Tellson left.", "They stood on the border of Tellson."])
def test_what_has_an_office_or_a_border_is_a_place(words: Callable, text: str) -> None:
    assert facts(words(text), ("Tellson", "other")).kind("tellson") == "place"


def test_a_title_before_the_name_shows_what_it_is_of(words: Callable) -> None:
    marked = words("President Reyes of Tellson left.")
    found = [Found(1, 2, "person", True, (0, 1)), Found(3, 4, "other")]
    assert Facts(marked, found, ["Reyes", "Tellson"]).kind("tellson") == "place"
    marked = words("Coach Reyes of Tellson left.")
    assert Facts(marked, found, ["Reyes", "Tellson"]).kind("tellson") is None


def test_nothing_is_shown_of_a_bare_name(words: Callable) -> None:
    assert facts(words("They saw Tellson there."), ("Tellson", "other")).kind("tellson") is None


def test_a_people_is_a_group_and_its_country_a_place(words: Callable) -> None:
    shown = facts(words("The Tellsonian army left. Few Tellsonians stayed in Tellson."), ("Tellson", "other"))
    assert shown.kind("tellson") == "place"
    assert shown.kind("tellsonians") == "group"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He lives in Hamilton.", True),
        ("He lives near Hamilton.", True),
        ("On Monday Hamilton police left.", True),
        ("On Monday Hamilton residents left.", True),
        ("It was Hamilton, Ohio, at last.", True),
        ("On Monday Hamilton smiled.", False),
        ("They saw Hamilton, 45, there.", False),
    ],
)
def test_what_makes_a_surname_a_city(words: Callable, text: str, place: bool) -> None:
    marked = words(text)
    at = marked.tokens.words.index("Hamilton")
    f = Found(at, at + 1, "place")
    shown = Facts(marked, [f], ["Hamilton"])
    assert shown.is_place(f, "Hamilton") is place
    assert shown.is_city(f, "Hamilton") is not place


@pytest.mark.parametrize("name", ["Norway", "Oslo", "Tellson"])
def test_only_a_city_that_is_no_capital_can_be_somebodys_surname(words: Callable, name: str) -> None:
    marked = words(f"They saw {name} there.")
    f = Found(2, 3, "place")
    assert not Facts(marked, [f], [name]).is_city(f, name)


@pytest.mark.parametrize("word", ["", "a", "an", "ian", "ese", "Ian", "Iran", "Susan", "Jonathan", "Christian"])
def test_short_words_and_given_names_have_no_roots(word: str) -> None:
    assert roots(word) == frozenset()


def test_facts_reach_the_types(named: Named) -> None:
    text = "Talks began on Monday. President Ana Reyes of Maravia spoke. Maravia agreed."
    assert named(text) == [
        ("Ana Reyes", "person", "President"),
        ("Maravia", "place", None),
        ("Maravia", "place", None),
    ]
