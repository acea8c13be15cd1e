"""Ids of stories, both ways."""

from __future__ import annotations

import pytest

from rashomon.desk.story_ids import name_of, story_of
from rashomon.steps.group.events import AGAIN


@pytest.mark.parametrize(("story", "name"), [(7, "s7"), (7 + AGAIN, "s7-2"), (12 + 3 * AGAIN, "s12-4")])
def test_a_story_has_one_name(story: int, name: str) -> None:
    assert name_of(story) == name
    assert story_of(name) == story


@pytest.mark.parametrize("name", ["", "7", "s", "s7-", "s7-2-3", "S7", "s 7"])
def test_other_names_are_none(name: str) -> None:
    with pytest.raises(ValueError, match="no id of a story"):
        story_of(name)
