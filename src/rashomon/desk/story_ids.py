"""The ids of stories in a desk: `s17` was opened by report number 17, `s17-2` is a second one under that number."""

from __future__ import annotations

import re

from rashomon.steps.group.events import AGAIN

NAME = re.compile(r"s(\d+)(?:-(\d+))?")


def name_of(story: int) -> str:
    """The id of a story of the stream in the store: `s17`, `s17-2`."""
    again, number = divmod(story, AGAIN)
    return f"s{number}-{again + 1}" if again else f"s{number}"


def story_of(name: str) -> int:
    """The story of the stream with this id; ValueError for another form."""
    match = NAME.fullmatch(name)
    if match is None:
        raise ValueError(f"{name!r} is no id of a story")
    return int(match[1]) + AGAIN * (int(match[2] or 1) - 1)
