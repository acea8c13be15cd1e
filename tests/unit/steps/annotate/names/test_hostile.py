"""Texts that break readers of names: capitals, control characters, lists, tables, endless words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.names import find_mentions
from rashomon.steps.annotate.words import split_words

Named = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was Ana Reyes\u200b who spoke.", ["Ana Reyes"]),
        ("It was Zoë Ångström who spoke.", ["Zoë Ångström"]),
        ("It was Zoe\u0308 Reyes who spoke.", ["Zoe\u0308 Reyes"]),
        ("It was Ana\u00a0Reyes who spoke.", ["Ana\u00a0Reyes"]),
        ("It was “Ana Reyes” who spoke.", ["Ana Reyes"]),
        ("It was (Ana Reyes) who spoke.", ["Ana Reyes"]),
        ("It was Ana Reyes, Luis Marsh; Olav Lund.", ["Ana Reyes", "Luis Marsh", "Olav Lund"]),
        ("It was Ana O'Reyes and Luis d'Arcy who spoke.", ["Ana O'Reyes", "Luis d'Arcy"]),
    ],
)
def test_odd_characters_in_and_around_names(named: Named, text: str, names: list[str]) -> None:
    assert [row[0] for row in named(text)] == names


def test_a_name_never_runs_over_the_end_of_a_line(named: Named) -> None:
    assert ("Ana\nReyes", "person", None) not in named("It was Ana\nReyes who spoke.")


@pytest.mark.parametrize("mark", ["\u202e", "\u200f", "\u2067", "\x00", "\x1b", "\ufeff"])
def test_direction_marks_and_control_characters_never_stand_in_a_name_alone(named: Named, mark: str) -> None:
    for words, _, label in named(f"On Monday {mark}Ana Reyes{mark} spoke. {mark} {mark}{mark}"):
        assert words.strip(mark)
        assert label is None


def test_a_table_of_results_gives_no_person(named: Named) -> None:
    rows = "\n".join(f"{n} {n + 1} {n + 2}" for n in range(40))
    assert named("1,2,3\n4,5,6\n" + rows) == []


def test_a_line_of_capitals_with_a_known_country(named: Named) -> None:
    assert named("STORM KILLS MANY IN NORWAY TOWN\nIt rained.") == [("NORWAY", "place", None)]


def test_a_body_all_in_capitals_makes_no_people(named: Named) -> None:
    assert [row for row in named("THE MAYOR ANA REYES SPOKE TO THE CROWD ON MONDAY.") if row[1] == "person"] == []


@pytest.mark.parametrize("count", [1, 60, 400])
def test_many_names_in_one_sentence(named: Named, count: int) -> None:
    text = "They saw " + ", ".join(["Ana Reyes"] * count) + "."
    assert named(text) == [("Ana Reyes", "person", None)] * count


def test_a_name_of_five_hundred_letters_is_none(named: Named) -> None:
    long = "R" + "e" * 499
    assert named(f"They saw Ana Reyes and Luis {long} there.")[0] == ("Ana Reyes", "person", None)
    assert not any(long in row[0] for row in named(f"They saw {long} there. President {long} left."))


PIECES = st.sampled_from(
    "Ana Reyes Luis Marsh President Norway Norwegian Ministry of the . , ' ’s “ ” ( ) - & and said in 45 USS Hurricane "
    "ANA police his May \u202e \u0000 \n".split(" ")
)


@given(st.lists(PIECES, max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_names_do_not_overlap_and_hold_no_edge_space(text: str) -> None:
    article = Article("a", "a.txt", text, (Block(0, len(text), "body"),) if text else (), language="en")
    found = find_mentions(split_words(article))
    names = [m for m in found if m.form == "name"]
    for one, other in pairwise(names):
        assert one.span.end <= other.span.start
    for m in found:
        assert m.span.of(text) == m.span.of(text).strip()
        assert "\n" not in m.span.of(text)
        assert m.label is None or m.span.end <= m.label.start or m.label.end <= m.span.start
    assert find_mentions(split_words(article)) == found
