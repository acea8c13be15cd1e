"""The times of a story as they are held side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rashomon.records.dossier import Story
from rashomon.steps.reconcile.checks.dated import Dated, dated
from rashomon.steps.reconcile.checks.days import samples
from rashomon.steps.reconcile.checks.likeness import Likeness

from .conftest import Scene, scene


def times(found: Scene) -> list[Dated]:
    return dated(found.story, found.passages.landmarks())


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [(t.wording, t.precision, str(t.first), str(t.last)) for t in times(scene(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lock shut on 4 June 2031.", [("4 June 2031", "day", "2031-06-04", "2031-06-04")]),
        (
            "The lock shut at 10:40 on 4 June 2031.",
            [(w, "day", "2031-06-04", "2031-06-04") for w in ("10:40", "4 June 2031")],
        ),
        ("The lock shut in June 2029.", [("June 2029", "month", "2029-06-01", "2029-06-30")]),
        ("The lock shut in 1931.", [("1931", "year", "1931-01-01", "1931-12-31")]),
        ("The lock was shut for two weeks.", []),
        ("The lock shuts every Monday.", []),
        ("The lock will be shut in the 2030s.", []),
        ("The lock is shut.", []),
        # What only points back, or at a season, names no time.
        ("The lock opened on that day.", []),
        ("The lock opened the day after the storm.", []),
        ("The lock opened in the winter.", []),
        ("The lock opened in 2029-30.", []),
        ("The lock opened last week.", [("last week", "day", "2031-04-28", "2031-05-04")]),
    ],
)
def test_days_months_and_years_are_held_and_nothing_else(text: str, expected: list[tuple[str, ...]]) -> None:
    assert told(text) == expected


def test_a_time_stands_where_its_words_stand() -> None:
    found = scene("The board met. Work begins on 4 June at Merrow.")
    (t,) = times(found)
    text = found.story.articles[0].text
    assert t.span.of(text) == t.wording
    assert (t.article, t.sentence, t.verb) == (0, 1, "begin")


@pytest.mark.parametrize(
    ("text", "verb", "ahead"),
    [
        ("The lock opened on 4 June 2031.", "open", False),
        ("The lock has been shut since 4 June 2031.", "shut", False),
        ("The lock may open on 4 June 2031.", "open", True),
        ("The board must open the lock on 4 June 2031.", "open", False),
        ("The board plans to open the lock on 4 June 2031.", "open", True),
        ("The lock opened in May 2029.", "open", False),  # the month is no verb
        # The verb of its own clause, and the nearest of two.
        ("The lock opened on 4 June 2031, and boats paid.", "open", False),
        ("Boats paid on 4 June 2031 as the lock opened.", "pay", False),
        ("The board said the lock opened on 4 June 2031.", "open", False),
        ("On 4 June 2031 the lock opened that the board shut.", "open", False),
        ("4 June 2031: a lock.", "", False),
    ],
)
def test_the_verb_of_a_time_and_whether_it_looks_ahead(text: str, verb: str, ahead: bool) -> None:
    (t,) = times(scene(text))
    assert (t.verb, t.ahead) == (verb, ahead)


def test_numbers_and_times_are_no_words_of_a_passage() -> None:
    (t,) = times(scene("Boats pay forty crowns a day at the lock from 4 June 2031, and barges wait."))
    assert sorted(t.words) == ["barge", "boat", "lock", "pay", "wait"]
    assert sorted(t.clause) == ["boat", "lock", "pay"]


def test_what_stands_in_furniture_is_no_time_of_the_report() -> None:
    found = scene("The lock shut on 4 June 2031.")
    (mark,) = found.story.marks[0].times
    for place, told in (("body", 1), ("title", 1), ("teaser", 0), ("boilerplate", 0)):
        marks = replace(found.story.marks[0], times=(replace(mark, place=place),))
        story = replace(found.story, marks=(marks,))
        assert len(dated(story, {})) == told


@pytest.mark.parametrize("change", [{"type": "SET"}, {"earliest": None}, {"latest": None}, {"anchor": "event"}])
def test_a_time_without_bounds_or_from_an_event_that_nobody_dated_is_none(change: dict[str, Any]) -> None:
    found = scene("The lock shut on 4 June 2031.")
    (mark,) = found.story.marks[0].times
    marks = replace(found.story.marks[0], times=(replace(mark, **change),))
    assert dated(replace(found.story, marks=(marks,)), {}) == []


def test_the_days_of_a_report_are_numbered_on() -> None:
    found = scene("The lock shut on 4 June 2031. It opened on 6 June 2031.", "The lock shut on 5 June 2031.")
    assert [t.number for t in times(found)] == [0, 1, 2]


def test_what_is_to_come_is_told_from_what_was() -> None:
    found = scene("The board met in May. It talked. The lock will reopen on 4 June. The gates broke on 2 May.")
    assert [t.ahead for t in times(found)] == [False, True, False]
    assert [t.lead for t in times(found)] == [True, False, False]


def test_a_report_of_something_else_has_no_times_here() -> None:
    found = scene("The lock shut on 4 June 2031.", "The lock shut on 5 June 2031.")
    one, other = found.story.articles
    story = Story((one, replace(other, stray=True)), found.story.marks)
    assert [t.article for t in dated(story, {})] == [0]


def test_samples_are_pairs_of_one_exactness_in_two_reports() -> None:
    found = scene(
        "The lock shut on 4 June 2031. It was built in 1931.",
        "The lock shut on 6 June 2031. It opened again on 4 June 2031. It was built in 1931.",
    )
    likeness = Likeness([m.words for m in found.story.marks])
    made = [(a.wording, b.wording) for a, b, _ in samples(times(found), found.passages, likeness)]
    assert made == [
        ("4 June 2031", "6 June 2031"),
        ("4 June 2031", "4 June 2031"),
        ("1931", "1931"),
    ]
