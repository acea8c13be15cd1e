"""Reading again: which events turn the old stories into the new ones, and what decisions ask of the parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.steps.group.decisions import Decisions
from rashomon.steps.group.events import AGAIN, Apart, Decision, Event, Merged, Moved, Pin, Split, Together
from rashomon.steps.group.likeness import Report
from rashomon.steps.group.memory import Memory
from rashomon.steps.group.repair import changes, parts
from rashomon.steps.group.terms import UNIT

WHY = "read again"


def turned(before: dict[int, list[int]], after: list[list[int]], *taken: int) -> list[Event]:
    return changes(before, after, lambda story: story in before or story in taken, WHY)


@pytest.mark.parametrize(
    ("before", "after", "events"),
    [
        ({}, [], []),
        ({0: [0, 1]}, [[0, 1]], []),
        ({0: [0], 1: [1]}, [[0, 1]], [Merged(1, 0, WHY)]),
        ({0: [0, 1, 2]}, [[0, 1], [2]], [Split(0, 2, (2,), WHY)]),
        ({0: [0, 1, 2]}, [[0], [1, 2]], [Split(0, AGAIN, (0,), WHY)]),
        ({0: [0, 1], 2: [2, 3, 4]}, [[0, 1, 2], [3, 4]], [Moved(2, 2, 0, WHY)]),
        ({0: [0, 1, 2], 3: [3, 4, 5]}, [[0, 1], [2, 5], [3, 4]], [Split(0, 2, (2,), WHY), Moved(5, 3, 2, WHY)]),
        ({0: [0, 1], 5: [5]}, [[0], [1, 5]], [Moved(1, 0, 5, WHY)]),
        ({0: [0, 1]}, [[0], [1]], [Split(0, 1, (1,), WHY)]),
    ],
)
def test_the_events_between_two_states(
    before: dict[int, list[int]], after: list[list[int]], events: list[Event]
) -> None:
    assert turned(before, after) == events


def test_an_id_that_was_ever_used_is_passed_over() -> None:
    assert turned({0: [0, 1, 2]}, [[0, 1], [2]], 2) == [Split(0, 2 + AGAIN, (2,), WHY)]
    assert turned({0: [0, 1, 2]}, [[0, 1], [2]], 2, 2 + AGAIN) == [Split(0, 2 + 2 * AGAIN, (2,), WHY)]


@st.composite
def cuts(draw: st.DrawFn) -> tuple[dict[int, list[int]], list[list[int]]]:
    """Numbers in stories named by their first, and the same numbers in other parts."""
    size = draw(st.integers(1, 9))
    stories, pieces = (draw(st.lists(st.integers(0, 3), min_size=size, max_size=size)) for _ in range(2))
    before = [[n for n in range(size) if stories[n] == k] for k in range(4)]
    after = [[n for n in range(size) if pieces[n] == k] for k in range(4)]
    return {part[0]: part for part in before if part}, sorted(part for part in after if part)


@given(cuts())
@settings(max_examples=100, deadline=None)
def test_applying_the_events_gives_the_parts(given_cuts: tuple[dict[int, list[int]], list[list[int]]]) -> None:
    before, after = given_cuts
    rows = {n: story for story, members in before.items() for n in members}
    for event in turned(before, after):
        if isinstance(event, Merged):
            rows = {n: event.into if s == event.old else s for n, s in rows.items()}
        elif isinstance(event, Split):
            assert event.new not in rows.values()
            rows |= dict.fromkeys(event.numbers, event.new)
        elif isinstance(event, Moved):
            assert rows[event.number] == event.was
            rows[event.number] = event.story
    assert sorted(sorted(n for n in rows if rows[n] == s) for s in set(rows.values())) == after


def remembered(*terms: str) -> Memory:
    """A memory of one story for each article, whose terms are one word each."""
    memory = Memory()
    for number, word in enumerate(terms):
        memory.put(Report(number, {word: UNIT}), number)
    return memory


@pytest.mark.parametrize(
    ("decisions", "found"),
    [
        ([], [[0, 1], [2, 3]]),
        ([Together(1, 2)], [[0, 1, 2, 3]]),
        ([Apart(0, 1)], [[0], [1], [2, 3]]),
        ([Pin(1, 2)], [[0], [1, 2, 3]]),
        ([Pin(0, 0)], [[0], [1], [2, 3]]),
        ([Pin(1, 2), Pin(2, 0)], [[0, 1, 2], [3]]),
        ([Pin(0, 2), Pin(2, 0)], [[0, 1, 2], [3]]),
        ([Together(0, 2), Apart(0, 2)], [[0, 1], [2, 3]]),
        ([Together(0, 99), Apart(98, 0), Pin(97, 1), Pin(1, 96)], [[0, 1], [2, 3]]),
    ],
)
def test_parts_are_as_people_decided(decisions: list[Decision], found: list[list[int]]) -> None:
    assert parts(remembered("ferry", "ferry", "quake", "quake"), Decisions(decisions)) == found


def test_nothing_remembered_has_no_parts() -> None:
    assert parts(Memory(), Decisions([Pin(1, 2), Together(3, 4)])) == []
