"""Weekdays as evidence of time: what counts as named, and what agreeing and differing weigh."""

from __future__ import annotations

import math
from random import Random

import pytest

from rashomon.steps.group import Item, group
from rashomon.steps.group.likeness import Report, Story, likeness_of
from rashomon.steps.group.memory import Memory
from rashomon.steps.group.reading import read
from rashomon.steps.group.terms import UNIT
from rashomon.steps.group.weekdays import REACH, tenths, weekdays

MONDAY, TUESDAY, SUNDAY = 1, 2, 64


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("The ferry sank on Monday.", None, MONDAY),
        ("The ferry sank.", "TUESDAY: ferry sinks", TUESDAY),
        ("Sunday's storm hit the ferry that sank on Monday.", "Ferry", MONDAY | SUNDAY),
        ("The sun sat on the ferry; they wed on Mondaybridge.", "Fri thu", 0),
        ("", "", 0),
        ("x" * (REACH - 6) + " Monday", None, 0),
        ("x" * (REACH - 7) + " Monday", None, MONDAY),
    ],
)
def test_weekdays_that_are_spelt_out_where_a_report_begins(text: str, title: str | None, found: int) -> None:
    assert weekdays(text, title) == found


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (0, 0, 10),
        (MONDAY, 0, 10),
        (0, MONDAY, 10),
        (MONDAY, MONDAY, 12),
        (MONDAY | SUNDAY, SUNDAY | TUESDAY, 12),
        (MONDAY, TUESDAY, 8),
    ],
)
def test_only_two_reports_that_name_a_day_can_agree_or_differ(a: int, b: int, found: int) -> None:
    assert tenths(a, b) == tenths(b, a) == found


def test_likeness_of_two_reports_counts_the_day() -> None:
    def report(days: int) -> Report:
        return Report(days, {"halcyon": UNIT}, weekdays=days)

    found = [likeness_of(report(MONDAY), report(day)) for day in (0, MONDAY, TUESDAY)]
    assert found == pytest.approx([1.0, 1.2, 0.8])


@pytest.mark.parametrize(("shared", "found"), [(1180, [[0, 0], [0, 1], [0, 1]]), (1340, [[0, 0], [0, 0], [0, 1]])])
def test_pairs_in_doubt_are_decided_by_the_day(shared: int, found: list[list[int]]) -> None:
    own = math.isqrt(UNIT**2 - shared**2)
    one, other = {"halcyon": shared, "merrow": own}, {"halcyon": shared, "tamarua": own}
    days = [(MONDAY, MONDAY), (0, MONDAY), (TUESDAY, MONDAY)]
    assert [read([Report(0, one, weekdays=a), Report(1, other, weekdays=b)]) for a, b in days] == found


def test_a_story_names_all_days_of_its_members_and_forgets_those_of_who_left() -> None:
    story, random = Story(), Random(5)
    reports = [Report(n, {"a": 1}, weekdays=1 << n % 3) for n in range(9)]
    for report in reports:
        story.add(report)
    assert story.weekdays == 7
    random.shuffle(reports)
    while reports:
        story.drop(reports.pop())
        assert story.weekdays == sum({r.weekdays for r in reports})


def test_a_stream_counts_the_day_for_reports_and_between_stories() -> None:
    memory = Memory()
    memory.put(Report(0, {"halcyon": UNIT}, weekdays=MONDAY), 0)
    memory.put(Report(1, {"halcyon": UNIT}, weekdays=TUESDAY), 1)
    assert memory.likeness(Report(2, {"halcyon": UNIT}, weekdays=MONDAY)) == pytest.approx({0: 1.2, 1: 0.8})
    assert memory.between(0, 1) == pytest.approx(0.8)
    memory.put(Report(3, {"halcyon": UNIT}), 3)
    assert memory.between(0, 3) == 1.0
    memory.silence(0)
    assert memory.stories[0].weekdays == 0


@pytest.mark.parametrize(("day", "found"), [("Monday", [0, 0]), ("noon", [0, 0]), ("Friday", [0, 1])])
def test_two_events_in_one_place_are_told_apart_by_the_day(day: str, found: list[int]) -> None:
    one = "Dockers of Merrow left the quays on Monday over night shifts and pay, their union said after the vote."
    damage = "quays, pier, beacons, cranes, fenders, lamps, ladders, buoys, ropes and bollards"
    other = f"Pilots at Merrow refused to sail on {day} because of storm damage to the {damage}."
    assert group([Item(one), Item(other)]) == found
