"""Times that count from an event: its day from the article, or open with the event named."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.steps.annotate.times.events import event_classes
from rashomon.text.similarity import term


def counted(text: str, marks: Any) -> list[tuple[str, str | None, str | None, str]]:
    """Words, bounds and event of every time that names an event."""
    return [(m.span.of(text), m.earliest, m.latest, m.event.of(text)) for m in marks(text, "2025-03-21") if m.event]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The council held the vote on Thursday. Two days before the vote, the mayor resigned.",
            ("Two days", "2025-03-18", "2025-03-18", "the vote"),
        ),
        (
            "Rebels attacked the port on Monday. Hours after the attack, it was shut.",
            ("Hours", "2025-03-17", "2025-03-18", "the attack"),
        ),
        (
            "The summit opened on Friday. Shortly before the summit the king fell ill.",
            ("Shortly before the summit", "2025-03-20", "2025-03-21", "the summit"),
        ),
        (
            "The rivals spoke by phone on Tuesday. He wrote it just after their conversation.",
            ("just after their conversation", "2025-03-18", "2025-03-19", "their conversation"),
        ),
        (
            "Monday's crash killed two. Three days after the crash the road was opened.",
            ("Three days", "2025-03-20", "2025-03-20", "the crash"),
        ),
        (
            "The trial began on 3 March. A week after the trial he fled.",
            ("A week", "2025-03-07", "2025-03-13", "the trial"),
        ),
        (
            "He had left two days before the vote. The vote on Thursday was calm.",
            ("two days", "2025-03-18", "2025-03-18", "the vote"),
        ),
    ],
)
def test_the_day_of_the_event_gives_the_day(text: str, found: tuple[str, ...], marks: Any) -> None:
    assert counted(text, marks) == [found]


def test_an_event_without_a_day_leaves_the_time_open_and_named(marks: Any) -> None:
    text = "She left hours after the wedding. The strike began on Monday."
    assert counted(text, marks) == [("hours", None, None, "the wedding")]


def test_of_several_days_the_one_last_told_before_counts(marks: Any) -> None:
    text = "The quake on Sunday cut the road. The quake on Tuesday was weaker. Hours after the quake it rained."
    assert counted(text, marks) == [("Hours", "2025-03-18", "2025-03-19", "the quake")]


def test_two_days_told_only_later_leave_it_open(marks: Any) -> None:
    text = "Hours after the quake it rained. The quake on Sunday cut the road. The quake on Tuesday was weaker."
    assert counted(text, marks) == [("Hours", None, None, "the quake")]


@pytest.mark.parametrize(
    "text",
    [
        "The two days before the vote on Thursday were calm.",
        "He waited for two days after the vote on Thursday.",
        "The road was shut after the vote on Thursday.",
        "Two days before the mayor of Alba resigned it rained.",
        "Shortly after 6 a.m. on Monday the vote began.",
        "He sold it just after noon on the day of the vote.",
    ],
)
def test_what_counts_from_no_event(text: str, marks: Any) -> None:
    assert counted(text, marks) == []


def test_a_hedged_or_long_offset_only_names_its_event(marks: Any) -> None:
    text = "The vote was held on Thursday. About two days before the vote it rained."
    text += " Four months before the vote it snowed."
    assert [(e, a) for _, a, _, e in counted(text, marks)] == [("the vote", None), ("the vote", None)]


def test_what_lies_ahead_is_marked_so(marks: Any) -> None:
    text = "The vote will be held on Sunday. Shortly after the vote the polls will close."
    (mark,) = [m for m in marks(text, "2025-03-21") if m.event]
    assert (mark.value, mark.type, mark.anchor, mark.earliest) == ("FUTURE_REF", "DATE", "event", "2025-03-23")


def test_marks_stay_in_text_order(marks: Any) -> None:
    text = "The vote was on Thursday. Just after the vote on Thursday it rained until Friday."
    spans = [m.span for m in marks(text, "2025-03-21")]
    assert spans == sorted(spans)


def test_classes_of_events() -> None:
    assert {term("vote"), term("wedding"), term("call")} <= event_classes()
    assert term("mayor") not in event_classes()
