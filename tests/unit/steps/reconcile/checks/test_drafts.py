"""Pairs of passages become lines: what they ask, what each side says and cites."""

from __future__ import annotations

import re

import pytest

from rashomon.records.findings import Side
from rashomon.records.span import Span
from rashomon.steps.reconcile.checks.dated import dated
from rashomon.steps.reconcile.checks.drafts import LONGEST, clip, day_drafts, number_drafts

from .conftest import Scene, scene

ONE = "Nineteen miners were trapped in the Kolmen mine. The mine employs 300 people.\n"
TWO = "In the Kolmen mine 23 miners were trapped. It employs 280 people.\n"
THREE = "Rescuers said 23 miners were trapped in the Kolmen mine.\n"


def words(found: Scene, side: Side) -> list[str]:
    texts = {a.id: a.text for a in found.story.articles}
    return [v.span.of(texts[v.article]) for v in side.values]


def test_pairs_of_two_values_are_one_line_over_all_reports() -> None:
    found = scene(ONE, TWO, THREE)
    few, many = found.of("Nineteen miners"), [found.of("23 miners", n) for n in (1, 2)]
    staff = found.of("300 people"), found.of("280 people")
    drafts = number_drafts(found.story, found.cast, [(2.0, few, many[0]), (1.0, *staff), (0.5, few, many[1])])
    assert [d.kind for d in drafts] == ["figure", "figure"]
    first, second = drafts
    assert first.note.endswith(": “Nineteen miners” or “23 miners”?")
    assert [s.says for s in first.sides] == [
        "Nineteen miners were trapped in the Kolmen mine.",
        "In the Kolmen mine 23 miners were trapped.",
    ]
    assert [sorted({c.article for c in s.cites}) for s in first.sides] == [["r0"], ["r1", "r2"]]
    assert [words(found, s) for s in first.sides] == [["Nineteen miners"], ["23 miners", "23 miners"]]
    assert [s.holder for s in first.sides] == [None, None]
    assert [words(found, s) for s in second.sides] == [["280 people"], ["300 people"]]


def test_every_value_stands_in_a_passage_of_its_side() -> None:
    found = scene(ONE, TWO)
    (draft,) = number_drafts(found.story, found.cast, [(1.0, found.of("300 people"), found.of("280 people"))])
    for side in draft.sides:
        assert all(any(c.article == v.article and c.span.covers(v.span) for c in side.cites) for v in side.values)


def test_things_of_two_kinds_are_a_number() -> None:
    found = scene("Nineteen miners were trapped in the Kolmen mine.", "The Kolmen mine lost 23 tractors.")
    pair = found.of("Nineteen miners"), found.of("23 tractors")
    (draft,) = number_drafts(found.story, found.cast, [(1.0, *pair)])
    assert draft.note == "A number: “Nineteen miners” or “23 tractors”?"


def test_nothing_is_paired_and_nothing_asked() -> None:
    found = scene(ONE)
    assert number_drafts(found.story, found.cast, []) == []


def test_a_number_of_one_class_or_of_which_the_same_is_told_is_named() -> None:
    found = scene("The flood at Kolmen met 19 boats.", "At Kolmen the flood met 23 ships.")
    (draft,) = number_drafts(found.story, found.cast, [(1.0, found.of("19 boats"), found.of("23 ships"))])
    assert draft.note == "Boats (Kolmen): “19 boats” or “23 ships”?"
    found = scene("The flood at Kolmen trapped 19 miners.", "At Kolmen the flood trapped 23 workers.")
    (draft,) = number_drafts(found.story, found.cast, [(1.0, found.of("19 miners"), found.of("23 workers"))])
    assert draft.note == "Miners (Kolmen): “19 miners” or “23 workers”?"


def test_the_same_two_values_of_two_things_are_two_lines() -> None:
    found = scene("Kolmen has 19 homes. It has 19 barns.", "In Kolmen are 23 homes. In Kolmen are 23 barns.")
    pairs = [(1.0, found.of(f"19 {noun}"), found.of(f"23 {noun}")) for noun in ("homes", "barns")]
    drafts = number_drafts(found.story, found.cast, pairs)
    assert [d.note for d in drafts] == [
        "Homes (Kolmen): “19 homes” or “23 homes”?",
        "Barns (Kolmen): “19 barns” or “23 barns”?",
    ]


@pytest.mark.parametrize(
    ("one", "other", "note"),
    [
        ("The lock reopens on 18 July.", "The lock reopens on 28 July.", "A day (reopen): “18 July” or “28 July”?"),
        ("The lock reopens on 28 July.", "The lock reopens on 18 July.", "A day (reopen): “18 July” or “28 July”?"),
        ("The lock reopens on 18 July.", "Boats use it from 28 July.", "A day: “18 July” or “28 July”?"),
        ("18 July: lock day.", "28 July: lock day.", "A day: “18 July” or “28 July”?"),
        ("Masons built it in 1931.", "Masons built it in 1934.", "A month or year (build): “1931” or “1934”?"),
    ],
)
def test_a_line_of_two_days_has_the_earlier_one_first(one: str, other: str, note: str) -> None:
    found = scene(one, other)
    first, second = dated(found.story, {})
    (draft,) = day_drafts(found.story, [(1.0, first, second)])
    assert (draft.kind, draft.note) == ("time", note)
    assert [words(found, s) for s in draft.sides] == [[w] for w in re.findall("“(.*?)”", note)]


# What a side says


def clipped(text: str, value: str) -> str:
    start = text.index(value)
    return clip(text, Span(0, len(text)), Span(start, start + len(value)))


def test_a_sentence_that_fits_is_said_whole_with_single_blanks() -> None:
    assert clipped("The  mine\nlost 19 men.", "19 men") == "The mine lost 19 men."


def test_a_long_sentence_is_cut_behind_a_value_that_stands_early() -> None:
    text = "The mine lost 19 men" + " and the pit was shut" * 20 + "."
    said = clipped(text, "19 men")
    assert said.startswith("The mine lost 19 men and")
    assert said.endswith(" …")
    assert text.startswith(said.removesuffix(" …"))
    assert len(said) <= LONGEST + 2


def test_a_long_sentence_is_cut_before_and_behind_a_value_that_stands_late() -> None:
    text = "The pit was shut " * 20 + "and 19 men" + " went home at once" * 20
    said = clipped(text, "19 men")
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert "and 19 men went home" in said
    assert said.removeprefix("… ").removesuffix(" …") in text
    assert len(said) <= LONGEST + 4


def test_the_end_of_a_long_sentence_is_not_cut() -> None:
    text = "The pit was shut " * 20 + "and 19 men went home."
    assert clipped(text, "19 men").endswith("and 19 men went home.")


def test_a_value_that_fills_a_line_is_kept_whole() -> None:
    value = "9" * LONGEST
    assert clipped("The pit was shut " * 20 + f"and lost {value} men.", value).endswith(f" lost {value} …")


def test_a_value_longer_than_a_line_is_kept_whole() -> None:
    value = "9" * (LONGEST + 50)
    assert clipped(f"The pit lost {value} men and was shut.", value) == f"The pit lost {value} …"
    assert clipped(f"{value} men", value) == f"{value} …"


def test_a_text_without_blanks_is_not_lost() -> None:
    text = "x" * 300 + "19" + "y" * 300
    assert "19" in clipped(text, "19")
