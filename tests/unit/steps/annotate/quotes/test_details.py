"""Channel and day, only where the tag tells them."""

from __future__ import annotations

import pytest

from rashomon.records.marks import TimeMark
from rashomon.records.span import Span

from .reading import read


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“We are late,” Ana Weber wrote on X.", "X"),
        ("“We are late,” Ana Weber posted on the platform X.", "X"),
        ("“We are late,” Ana Weber wrote on Truth Social.", "Truth Social"),
        ("“We are late,” Ana Weber wrote on Facebook.", "Facebook"),
        ("“We are late,” Ana Weber tweeted.", "Twitter"),
        ("“We are late,” Ana Weber said in a statement.", "statement"),
        ("“We are late,” Ana Weber told a news conference.", "press conference"),
        ("“We are late,” Ana Weber said at a briefing.", "briefing"),
        ("“We are late,” Ana Weber said in an interview with Radio Ash.", "interview"),
        ("“We are late,” Ana Weber said in a post on social media.", "social media"),
        ("“We are late,” Ana Weber wrote in a letter to the council.", "letter"),
        ("“We are late,” Ana Weber said at a rally in Oslo.", "rally"),
        ("“We are late,” Ana Weber said.", None),
        ("“We saw it on X and Facebook,” Ana Weber said.", None),
        ("Ana Weber said the post on Facebook was wrong.", None),
        ("Vitamin X is late, Ana Weber said.", None),
    ],
)
def test_channel(text: str, channel: str | None) -> None:
    (mark,) = read(text, "Ana Weber/f")
    assert mark.channel == channel


def test_a_floating_quotation_keeps_the_channel_of_its_speaker() -> None:
    text = "Ana Weber said in a statement: “We are late.”\n“The port is shut for the week.”"
    assert [m.channel for m in read(text, "Ana Weber/f")] == ["statement", "statement"]


def day(text: str, words: str, value: str = "2025-03-18", kind: str = "DATE") -> TimeMark:
    at = text.index(words)
    return TimeMark(Span(at, at + len(words)), kind, value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("“We are late,” Ana Weber said on Tuesday.", "Tuesday", "2025-03-18"),
        ("Ana Weber told reporters on Tuesday: “We are late.”", "Tuesday", "2025-03-18"),
        ("Ana Weber said the port shut on Tuesday.", "Tuesday", None),
        ("“We shut on Tuesday,” Ana Weber said.", "Tuesday", None),
        ("“We are late,” said Ana Weber, mayor since Tuesday.", "Tuesday", None),
    ],
)
def test_day_of_the_utterance(text: str, words: str, expected: str | None) -> None:
    (mark,) = read(text, "Ana Weber/f", times=(day(text, words),))
    assert mark.when == expected


def test_a_vague_time_is_no_day() -> None:
    text = "“We are late,” Ana Weber said in March."
    (mark,) = read(text, "Ana Weber/f", times=(day(text, "March", "2025-03"),))
    assert mark.when is None


def test_two_days_leave_the_day_open() -> None:
    text = "“We are late,” Ana Weber said on Monday and on Tuesday."
    times = (day(text, "Monday", "2025-03-17"), day(text, "Tuesday"))
    (mark,) = read(text, "Ana Weber/f", times=times)
    assert mark.when is None


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("Ana Weber told reporters the port was shut.", "reporters"),
        ("Ana Weber told Tom Ruiz: “We are late.”", "Tom Ruiz"),
        ("“We are late,” Ana Weber told the council.", "the council"),
        ("“We are late,” Ana Weber said to him.", "him"),
        ("Ana Weber warned the port may shut.", None),
        ("“We are late,” Ana Weber said.", None),
    ],
)
def test_listener(text: str, listener: str | None) -> None:
    (mark,) = read(text, "Ana Weber/f", "Tom Ruiz/m")
    assert (mark.addressee.of(text) if mark.addressee else None) == listener
