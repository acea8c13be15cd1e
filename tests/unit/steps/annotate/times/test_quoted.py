"""Inside a quotation the anchor is the day of the utterance."""

from typing import Any

import pytest

from rashomon.records.span import Span
from rashomon.steps.annotate.times.quoted import quote_zones


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('She said: "It fell." Then silence.', ['"It fell."']),
        ("She said: “It fell.” Then “silence”.", ["“It fell.”", "“silence”"]),
        ('He began: "It never ends', ['"It never ends']),
        ("`` It fell , '' she said .", ["`` It fell , ''"]),
        ("No marks at all.", []),
        ("A stray mark ” in the middle.", []),
        ("”It opens the paragraph“ by mistake.", ["”It opens the paragraph“ by mistake."]),
    ],
)
def test_zones(text: str, inside: list[str]) -> None:
    assert [z.of(text) for z in quote_zones(text, 0, len(text))] == inside


def test_zones_keep_to_their_paragraph() -> None:
    text = 'One "two\nthree" four'
    assert quote_zones(text, 9, len(text)) == [Span(14, len(text))]


def test_the_day_of_the_saying_is_the_anchor(read: Any) -> None:
    text = "He told reporters on Monday: “The depot burned yesterday and we leave tomorrow.”"
    assert read(text) == [("Monday", "2025-03-17"), ("yesterday", "2025-03-16"), ("tomorrow", "2025-03-18")]


def test_a_day_of_something_else_is_not(read: Any) -> None:
    text = "The depot burned on Monday, to the horror of the whole town of Alba. “We leave tomorrow,” the mayor said."
    assert read(text) == [("Monday", "2025-03-17"), ("tomorrow", "2025-03-20")]


def test_else_it_is_the_publication_day(read: Any) -> None:
    assert read('"The depot burned yesterday," she said.') == [("yesterday", "2025-03-18")]


def test_a_past_evening_in_a_quotation_is_the_one_before(read: Any) -> None:
    found = read("“In the evening and overnight our teams met,” she said.")
    assert found == [("the evening", "2025-03-18TEV"), ("overnight", "2025-03-18TNI")]


def test_a_day_told_in_a_quotation_does_not_move_the_story(read: Any) -> None:
    text = "The envoy left on Monday. “I was here on Friday,” she said. The next day he landed."
    assert read(text)[-1] == ("The next day", "2025-03-18")
