"""Marks in every style and every kind of disorder; each expectation is the exact inner text."""

from __future__ import annotations

import re

import pytest

from rashomon.records.span import Span
from rashomon.text.quotemarks import Region, pair_marks


def paragraphs(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def regions(text: str) -> list[Region]:
    return [region for found in pair_marks(text, paragraphs(text)) for region in found]


def inner(text: str) -> list[str]:
    return [region.inner.of(text) for region in regions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are late,” she said.", ["We are late,"]),
        ('"We are late," she said.', ["We are late,"]),
        ('"We are late," she said, "and tired."', ["We are late,", "and tired."]),
        ("‘We are late,’ she said.", ["We are late,"]),
        ("'We are late,' she said.", ["We are late,"]),
        ("«We are late», she said.", ["We are late"]),
        ("« We are late », she said.", ["We are late"]),
        ("„We are late“, she said.", ["We are late"]),
        ("„We are late”, she said.", ["We are late"]),
        ("`` We are late , '' she said .", ["We are late ,"]),
        ('" We are late , " she said , " and tired . "', ["We are late ,", "and tired ."]),
        ("She called it “late”, “tired” and “over”.", ["late", "tired", "over"]),
        ("No marks at all.", []),
        ("Empty “” marks.", []),
        ("", []),
    ],
)
def test_styles(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We’re late and the drivers’ union isn’t.",
        "We're late and the drivers' union isn't.",
        "The ’90s were loud, the '80s louder.",
        "Rock ’n’ roll, ’tis said.",
        "He is 6'2\" tall.",
        'A 12" pipe and a 5\'10" player.',
        "O'Neil's and D’Arcy’s boats.",
        '<a href="x" class="y">',
    ],
)
def test_apostrophes_inches_and_markup_are_no_marks(text: str) -> None:
    assert inner(text) == []


def test_inches_do_not_open_a_quotation() -> None:
    assert inner('Tom, 6\'2" tall, said: "I am not short."') == ["I am not short."]


def test_apostrophe_inside_single_marks() -> None:
    assert inner("‘We’re late,’ he said of the officials’ plan.") == ["We’re late,"]
    assert inner("'We're late,' he said of the officials' plan.") == ["We're late,"]


def test_a_plural_apostrophe_closes_only_when_nothing_better_follows() -> None:
    assert inner("They said ‘the officials’ plan is bad’ today.") == ["the officials’ plan is bad"]
    assert inner("They praised ‘the officials’ today.") == ["the officials"]


def test_nested_marks_are_inside_their_host() -> None:
    text = "“He told me ‘go home’ and I did,” she said."
    (outer,) = regions(text)
    (nested,) = outer.inside
    assert (outer.level, nested.level) == (1, 2)
    assert nested.inner.of(text) == "go home"
    assert nested.single and not outer.single


def test_nested_marks_of_the_same_kind() -> None:
    assert inner("“He said “go home” and left,” she said.") == ["He said “go home” and left,"]


def test_opening_mark_repeated_at_every_paragraph() -> None:
    text = "He wrote: “First point.\n“Second point.\n“Third point.”"
    found = regions(text)
    assert [r.inner.of(text) for r in found] == ["First point.", "Second point.", "Third point."]
    assert [r.follows for r in found] == [False, True, True]
    assert [r.open_end for r in found] == [True, True, False]
    assert not any(r.doubtful for r in found)


def test_straight_marks_over_paragraphs() -> None:
    text = 'He wrote: "First point.\n"Second point."'
    found = regions(text)
    assert [r.follows for r in found] == [False, True]


def test_a_closing_mark_that_slipped_into_the_next_paragraph() -> None:
    text = "He said: “One. Two.\n”The minister added: “Three.”"
    found = regions(text)
    assert [r.inner.of(text) for r in found] == ["One. Two.", "Three."]
    assert [r.doubtful for r in found] == [True, False]


def test_the_same_with_straight_marks() -> None:
    text = 'He said: "One. Two.\n"The minister added: "Three."'
    assert inner(text) == ["One. Two.", "Three."]


def test_a_missing_closing_mark_ends_with_the_paragraph_and_is_doubtful() -> None:
    text = "He said, “never again\nHe went home."
    (region,) = regions(text)
    assert region.inner.of(text) == "never again"
    assert region.doubtful and region.open_end


def test_a_missing_closing_mark_before_another_opening_one() -> None:
    text = "“We are late, the mayor said. “And tired.”"
    found = regions(text)
    assert [r.inner.of(text) for r in found] == ["We are late, the mayor said.", "And tired."]
    assert [r.doubtful for r in found] == [True, False]


def test_a_missing_opening_mark_gives_nothing() -> None:
    assert inner("We are late,” the mayor said.") == []


def test_turned_marks_pair_with_doubt() -> None:
    text = "She said ”never“ twice."
    (region,) = regions(text)
    assert region.inner.of(text) == "never"
    assert region.doubtful


def test_different_marks_at_both_ends() -> None:
    text = 'He was “having a talk." and left.'
    assert inner(text) == ["having a talk."]


def test_outer_holds_the_marks_and_inner_does_not() -> None:
    text = 'She said "no".'
    (region,) = regions(text)
    assert (region.outer.of(text), region.inner.of(text)) == ('"no"', "no")


def test_a_single_mark_far_from_its_partner_is_no_quotation() -> None:
    assert inner("The 'late " + "long " * 200 + "train' left.") == []


def test_single_marks_outside_and_double_ones_inside() -> None:
    text = "‘He told me “go home” and I did,’ she said."
    (outer,) = regions(text)
    (nested,) = outer.inside
    assert outer.inner.of(text) == "He told me “go home” and I did,"
    assert (nested.inner.of(text), nested.level) == ("go home", 2)


def test_a_stray_apostrophe_does_not_swallow_a_quotation() -> None:
    assert inner("The port of 'Ash said \"no\" to the drivers' union.") == ["no"]
