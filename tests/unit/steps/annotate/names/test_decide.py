"""One decision per name and article: short forms, types by votes, what is left out as an ordinary word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from rashomon.steps.annotate.names.decide import decide, drop_ordinary, extends
from rashomon.steps.annotate.names.split import Found

Named = Callable[..., list[tuple[str, str, str | None]]]
Full = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ana Reyes came. Reyes spoke. Ms Reyes left.",
            [("Ana Reyes", "Ana Reyes"), ("Reyes", "Ana Reyes"), ("Reyes", "Ana Reyes")],
        ),
        (  # the short form may stand first
            "On Monday Mr Marsh came. Later Luis Marsh spoke.",
            [("Marsh", "Luis Marsh"), ("Luis Marsh", "Luis Marsh")],
        ),
        (  # two that fit: better nobody than the wrong one
            "Ana Reyes met Luis Reyes. Reyes left.",
            [("Ana Reyes", "Ana Reyes"), ("Luis Reyes", "Luis Reyes"), ("Reyes", "Reyes")],
        ),
        (
            "Lotte de Wit came. De Wit spoke.",
            [("Lotte de Wit", "Lotte de Wit"), ("De Wit", "Lotte de Wit")],
        ),
        (
            "Khalid al-Mansouri came. On Monday al-Mansouri spoke.",
            [("Khalid al-Mansouri", "Khalid al-Mansouri"), ("al-Mansouri", "Khalid al-Mansouri")],
        ),
        (  # one more letter is another name
            "Ana Reyes came. Later Mr Reyesson spoke.",
            [("Ana Reyes", "Ana Reyes"), ("Reyesson", "Reyesson")],
        ),
    ],
)
def test_short_forms_get_the_fullest_name_of_the_article(full: Full, text: str, found: list[tuple[str, str]]) -> None:
    assert full(text) == found


def test_of_two_full_spellings_the_more_common_one_is_the_name(full: Full) -> None:
    text = "Ana Reyes came. Ana Reyes sat. Ana María Reyes stood. Reyes spoke."
    assert full(text)[-1] == ("Reyes", "Ana Reyes")


def test_a_full_name_with_a_word_more_is_not_another_surname() -> None:
    people = Counter({"Ana Reyes": 3, "Ana Reyes Norda": 1})
    assert extends("Ana Reyes Norda", people)
    assert not extends("Ana Reyes", people)
    assert not extends("Norda", people)


def test_a_title_in_one_place_decides_the_name_everywhere(named: Named) -> None:
    text = "On Monday Torp spoke. The crowd saw Torp. Then President Torp left."
    assert named(text) == [("Torp", "person", None), ("Torp", "person", None), ("Torp", "person", "President")]


def test_a_company_form_decides_its_short_form(named: Named) -> None:
    text = "On Monday Norda Ltd said it would close. Workers like Norda."
    assert named(text) == [("Norda Ltd", "organization", None), ("Norda", "organization", None)]


def test_a_country_stays_a_place_beside_a_person_of_that_name(named: Named) -> None:
    text = "Actor Jordan Torp came. She flew to Jordan. In Jordan it rained."
    assert [row[:2] for row in named(text)] == [("Jordan Torp", "person"), ("Jordan", "place"), ("Jordan", "place")]


def test_a_storm_named_once_in_full_is_no_woman_later(named: Named) -> None:
    text = "Hurricane Teresa struck on Monday. Teresa weakened later. Then Teresa left the coast."
    assert named(text) == [("Hurricane Teresa", "other", None), ("Teresa", "other", None), ("Teresa", "other", None)]


def test_two_surnames_with_a_hyphen_are_no_third_person(named: Named) -> None:
    text = "Ana Reyes met Luis Dunn on Monday. Little is known of the Reyes-Dunn talks."
    assert [row[0] for row in named(text)] == ["Ana Reyes", "Luis Dunn"]


def test_a_double_surname_that_is_somebodys_stays(named: Named) -> None:
    assert [row[:2] for row in named("On Monday Ida Falk-Lund spoke.")] == [("Ida Falk-Lund", "person")]


@pytest.mark.parametrize("word", ["Statement", "Inc", "Ltd", "B"])
def test_ordinary_words_and_bare_company_forms_are_left_out(words: Callable, word: str) -> None:
    text = f"They saw {word} there."
    marked = words(text)
    here = [Found(2, 3, "other", False)]
    drop_ordinary(marked, [here])
    assert here == []


def test_an_ordinary_word_stays_where_it_is_somebodys_surname(words: Callable) -> None:
    marked = words("They saw Ana Baker. Then Baker left.")
    first, second = [Found(2, 4, "person")], [Found(6, 7, "other", False)]
    drop_ordinary(marked, [first, second])
    assert (len(first), len(second)) == (1, 1)
    assert decide(marked, [*first, *second]) == {0: "Ana Baker", 1: "Ana Baker"}


def test_roles_have_no_fullest_name(words: Callable) -> None:
    marked = words("They saw the Press Secretary.")
    assert decide(marked, [Found(3, 5, "person", True, None, True)]) == {}
