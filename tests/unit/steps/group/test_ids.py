"""Ids of stories: never used twice, led on when stories become one, and bounded."""

from __future__ import annotations

import pytest

from rashomon.steps.group.events import AGAIN, Merged, Moved, Split
from rashomon.steps.group.ids import Ids
from rashomon.steps.group.likeness import Report
from rashomon.steps.group.memory import Memory


@pytest.fixture
def memory() -> Memory:
    """Articles 1 to 6, each a story of its own."""
    made = Memory()
    for number in range(1, 7):
        made.put(Report(number, {f"w{number}": 1}), number)
    return made


def forget(memory: Memory, ids: Ids, times: int = 1) -> None:
    for _ in range(times):
        story = memory.story_of[memory.order[0]]
        memory.forget()
        ids.close(story)


def test_merged_ids_lead_on_and_stay_taken(memory: Memory) -> None:
    ids = Ids(memory)
    ids.apply([Merged(4, 3), Merged(3, 1)])
    assert memory.members(1) == [1, 3, 4]
    assert (ids.resolve(4), ids.resolve(2), ids.resolve(None)) == (1, 2, None)
    assert [ids.is_taken(n) for n in (1, 3, 4, 7)] == [True, True, True, False]
    assert (ids.free(4), ids.free(7)) == (4 + AGAIN, 7)


def test_a_story_that_all_have_left_keeps_its_id(memory: Memory) -> None:
    ids = Ids(memory)
    ids.apply([Moved(2, 2, 1)])
    assert (ids.left, ids.is_taken(2), ids.free(2)) == ({2}, True, 2 + AGAIN)
    ids.apply([Split(1, 2 + AGAIN, (2,))])
    assert memory.members(2 + AGAIN) == [2]
    assert ids.left == {2}


def test_a_merged_story_is_not_left_as_well(memory: Memory) -> None:
    ids = Ids(memory)
    ids.apply([Merged(2, 1)])
    assert (ids.merged, ids.left) == ({2: 1}, set())


def test_an_id_stays_taken_while_its_article_is_remembered_elsewhere(memory: Memory) -> None:
    ids = Ids(memory)
    ids.apply([Moved(1, 1, 5), Moved(5, 5, 6), Moved(2, 2, 4)])
    assert memory.members(5) == [1]
    forget(memory, ids)
    assert memory.members(5) == []
    assert (ids.is_taken(5), ids.left) == (True, {1, 2, 5})
    ids.prune()
    assert ids.left == {2, 5}


def test_of_a_forgotten_article_only_what_a_decision_names_is_kept(memory: Memory) -> None:
    ids = Ids(memory)
    ids.decided = {2: 2, 3: 3}
    ids.apply([Merged(5, 4), Merged(4, 3), Merged(3, 2), Merged(2, 1)])
    forget(memory, ids, 4)
    assert (ids.story_of(2), ids.story_of(4), ids.story_of(5)) == (1, None, 1)
    ids.prune()
    assert ids.decided == {2: 1, 3: 1}
    assert ids.merged == {5: 3, 3: 2, 2: 1}
    assert (ids.story_of(2), ids.resolve(5)) == (1, 1)


def test_pruning_changes_no_answer_about_what_is_remembered(memory: Memory) -> None:
    ids = Ids(memory)
    ids.apply([Merged(2, 1), Moved(3, 3, 4), Split(1, 2 + AGAIN, (2,)), Merged(6, 5)])
    forget(memory, ids, 3)

    def answers() -> list[object]:
        numbers = sorted(memory.story_of)
        return [[ids.story_of(n), ids.free(n), ids.resolve(n)] for n in numbers]

    before = answers()
    ids.prune()
    assert answers() == before
    assert (ids.merged, ids.left) == ({6: 5}, set())
