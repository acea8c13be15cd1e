"""Days worth a look, from reports to the lines of the dossier."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.unit.steps.reconcile.checks.conftest import scene

import rashomon
from rashomon.steps.reconcile.checks.dated import dated
from rashomon.steps.reconcile.checks.days import comparable, day_pairs
from rashomon.steps.reconcile.checks.likeness import Likeness

FIRST = """Lock at Merrow to close for repairs

The canal board said on Tuesday that the lock at Merrow needs new gates.

Work begins on 4 June and the lock reopens to barges on 18 July, the board said. The old gates date from 1931.
"""
SECOND = """Barges face long detour

Skippers on the Merrow canal must take the northern arm this summer.

{} Engineers said the gates had been fitted in {} and were rotten.
"""


def checks(told: str, fitted: str = "1931") -> list[dict[str, Any]]:
    reports = [
        {"id": "a", "outlet": "Merrow Post", "text": FIRST, "date": "2031-05-07"},
        {"id": "b", "outlet": "Canal Weekly", "text": SECOND.format(told, fitted), "date": "2031-05-07"},
    ]
    dossier = rashomon.compare(reports).to_dict()
    assert rashomon.verify(dossier).holds
    told_ = [{"kind": d["kind"], "note": "told", "sides": d["sides"]} for d in dossier["disagreements"]]
    return [c for c in [*dossier["checks"], *told_] if c["kind"] == "time"]


@pytest.mark.parametrize(
    "told",
    [
        "Repairs start on 4 June and barges can use the lock again from 18 July.",
        "The lock reopens to barges on July 18.",
        "The lock will be shut from 4 June.",
        "The annual regatta is on 30 August.",
    ],
)
def test_days_that_agree_or_are_of_something_else_are_not_asked_about(told: str) -> None:
    assert checks(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "Barges can use the lock again from 28 July.",
        "Repair work on the lock begins on 14 June.",
        "The board says the lock reopens to barges on 16 August.",
    ],
)
def test_a_changed_day_is_told_or_asked_about(told: str) -> None:
    assert len(checks(told)) == 1


def test_each_side_has_the_sentence_of_its_report() -> None:
    (found,) = checks("Barges can use the lock again from 28 July.")
    assert [{c["article"] for c in s["cites"]} for s in found["sides"]] == [{"a"}, {"b"}]
    assert found["sides"][1]["says"].startswith("Barges can use the lock again")


def test_background_years_need_more_than_two_numbers() -> None:
    assert checks("The first boats passed the canal in 1874.") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A barge sank in the lock on Monday evening, the board said.", "The barge sank in the lock early on Tuesday."),
        ("A barge sank in the lock on Monday.", "The board will send divers to the lock on Friday."),
    ],
)
def test_one_night_and_what_is_still_to_come_are_not_asked_about(one: str, other: str) -> None:
    reports = [
        {"id": "a", "outlet": "Merrow Post", "text": f"Barge sinks at Merrow\n\n{one}\n", "date": "2031-05-07"},
        {"id": "b", "outlet": "Canal Weekly", "text": f"Lock blocked\n\n{other}\n", "date": "2031-05-07"},
    ]
    assert [c for c in rashomon.compare(reports).to_dict()["checks"] if c["kind"] == "time"] == []


@pytest.mark.parametrize("least", [-0.8, -0.5, 0.5])
def test_refusing_a_pair_early_changes_no_pair_that_is_told(least: float) -> None:
    one = scene(
        FIRST,
        SECOND.format("Barges can use the lock again from 28 July. Work begins on 14 June.", "1934"),
        "Canal lock\n\nThe lock at Merrow reopens on 1 August. The board met on 18 July. Old gates of 1931 rot.\n",
    )
    times = dated(one.story, one.passages.landmarks())
    likeness = Likeness([m.words for m in one.story.marks])
    every = day_pairs(times, one.passages, likeness, -99.0)
    assert day_pairs(times, one.passages, likeness, least) == [p for p in every if p[0] >= least]
    assert every[0][0] >= 0.5 > -0.5 > every[-1][0]
    first, again = (dated(one.story, one.passages.landmarks()) for _ in range(2))
    assert first == again == times


def test_the_times_of_a_report_are_read_again_for_another_day() -> None:
    one = scene(FIRST)
    (lock,) = one.story.articles
    later = replace(one.story, articles=(replace(lock, published="2031-08-01"),))
    assert [t.later for t in dated(one.story, {})][-3:] == [True, True, False]
    assert [t.later for t in dated(later, {})][-3:] == [False, False, False]
    assert [t.later for t in dated(one.story, {})][-3:] == [True, True, False]


# Which times are held side by side


def asked(one: str, other: str) -> list[tuple[str, str]]:
    found = scene(one, other)
    times = dated(found.story, found.passages.landmarks())
    likeness = Likeness([m.words for m in found.story.marks])
    return [(a.wording, b.wording) for _, a, b in day_pairs(times, found.passages, likeness, -99.0)]


SHUT = "The lock at Merrow {}."


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        # Too far apart to be of one event.
        ("reopens on 18 July", "reopens on 30 August", True),
        ("reopens on 18 July", "reopens on 5 June", True),
        ("reopens on 18 July", "reopens on 30 September", False),
        ("shut in May 2029", "shut in March 2031", True),
        ("shut in May 2029", "shut in August 2031", False),
        ("was built in 1931", "was built in 1940", True),
        ("was built in 1931", "was built in 1944", False),
        # A month and a year of it, a day and its month, are told less exactly.
        ("shut in May 2029", "shut in 2029", False),
        ("shut in May 2029", "shut in 2028", False),
        ("reopens on 18 July", "reopens in July", False),
        # One night touches two days, and no third one.
        ("was hit on Monday", "was hit on Tuesday", True),
        ("was hit on Monday evening", "was hit on Tuesday", False),
        ("was hit on Monday", "was hit on Tuesday morning", False),
        ("was hit late on Monday", "was hit on Tuesday", False),
        ("was hit on Monday", "was hit in the early hours of Tuesday", False),
        ("was hit at 23:40 on Monday", "was hit on Tuesday", False),
        ("was hit on Sunday evening", "was hit on Tuesday morning", True),
        ("was hit late on Sunday", "was hit early on Tuesday", True),
        ("shut in late May 2029", "shut in early June 2029", True),
        # What is still to come, and what was.
        ("was shut on 2 May", "will be shut on 12 May", False),
        ("was shut on 2 May", "was shut on 12 May", True),
        ("will be shut on 10 May", "will be shut on 12 May", True),
    ],
)
def test_times_that_may_be_of_one_event(one: str, other: str, pair: bool) -> None:
    assert bool(asked(SHUT.format(one), SHUT.format(other))) is pair
    assert bool(asked(SHUT.format(other), SHUT.format(one))) is pair


def test_one_weekday_of_two_weeks_is_not_asked_about() -> None:
    one = scene("The lock was shut on Monday.", "The lock was shut on Monday.")
    first, second = dated(one.story, {})
    week = timedelta(7)
    earlier = replace(second, first=second.first - week, last=second.last - week)
    assert not comparable(first, earlier)
    assert comparable(first, replace(earlier, wording="Monday last week"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The lock at Merrow reopens on 18 July.", "Barges can use the Merrow lock again from 28 July.", 1),
        # A sentence that has both days knows two things.
        ("The lock at Merrow reopens on 18 July.", "Barges can use it from 28 July, and boats from 18 July.", 0),
        ("The lock at Merrow reopens on 18 July, its arm on 28 July.", "Barges can use the lock from 28 July.", 0),
        # A time of the other report that agrees fits better; one that agrees and fits worse takes nothing away.
        (
            "The lock at Merrow reopens on 18 July.",
            "The lock at Merrow reopens on 18 July. Barges pay from 28 July.",
            0,
        ),
        (
            "The lock at Merrow reopens on 18 July.",
            "The lock at Merrow reopens on 28 July. Barges pay from 18 July.",
            1,
        ),
        (
            "The lock at Merrow reopens on 18 July. Barges pay from 28 July.",
            "The lock at Merrow reopens on 28 July.",
            1,
        ),
        (
            "The lock at Merrow reopens on 18 July. Barges pay from 28 July.",
            "The lock at Merrow reopens on 18 July.",
            0,
        ),
    ],
)
def test_a_day_that_the_other_report_has_as_well(one: str, other: str, expected: int) -> None:
    assert len(asked(one, other)) == expected
    assert len(asked(other, one)) == expected
