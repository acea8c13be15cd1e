"""Which story ids are in use or used up, and what became of them; an id never changes its meaning.

An id can only come back under the number of an article that is still remembered, or that a decision names, so only
the ids of these are kept: what is guarded is bounded by the window and the decisions, however long the stream runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.steps.group.events import AGAIN, Event, Merged, Moved, Split
from rashomon.steps.group.memory import Memory


class Ids:
    """Ids of stories: `merged` leads to the story each became part of, `left` are those that all reports have left.

    `decided` tells the story of each article that a decision names, also when the memory has forgotten it.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.merged: dict[int, int] = {}
        self.left: set[int] = set()
        self.decided: dict[int, int] = {}

    def story_of(self, number: int) -> int | None:
        """The story of an article, or None when it is forgotten."""
        story = self._memory.story_of.get(number)
        return story if story is not None else self.resolve(self.decided.get(number))

    def resolve(self, story: int | None) -> int | None:
        """The story that this one is part of now."""
        while story in self.merged:
            story = self.merged[story]
        return story

    def is_taken(self, story: int) -> bool:
        """Whether a story has this id or ever had it."""
        return (
            story in self._memory.stories
            or story in self.merged
            or story in self.left
            or story in self.decided.values()
        )

    def free(self, number: int) -> int:
        """The first id of an article that no story has had."""
        story = number
        while self.is_taken(story):
            story += AGAIN
        return story

    def apply(self, events: Iterable[Event]) -> None:
        """Make memory and ids as the events say."""
        for event in events:
            if isinstance(event, Merged):
                self.merged[event.old] = event.into
                self._move(self._memory.members(event.old), event.old, event.into)
            elif isinstance(event, Split):
                self._move(event.numbers, event.story, event.new)
            elif isinstance(event, Moved):
                self._move([event.number], event.was, event.story)

    def _move(self, numbers: Iterable[int], was: int, story: int) -> None:
        for number in numbers:
            if number in self._memory.story_of:
                self._memory.move(number, story)
            if number in self.decided:
                self.decided[number] = story
        self.close(was)

    def close(self, story: int) -> None:
        """Note a story that may have no remembered report any more."""
        if story not in self._memory.stories and story not in self.merged and self._can_return(story):
            self.left.add(story)

    def prune(self) -> None:
        """Drop the ids that cannot come back; what led to another story through them leads there at once."""
        self.decided = {number: story for number in self.decided if (story := self.story_of(number)) is not None}
        self.merged = {old: self._lasting(into) for old, into in self.merged.items() if self._can_return(old)}
        self.left = {story for story in self.left if self._can_return(story)}

    def _lasting(self, story: int) -> int:
        """The first story on the way of a merged one whose id can come back, or the one at its end."""
        while story in self.merged and not self._can_return(story):
            story = self.merged[story]
        return story

    def _can_return(self, story: int) -> bool:
        return story % AGAIN in self._memory.story_of or story % AGAIN in self.decided

    def keep(self, merged: Mapping[int, int], decided: Mapping[int, int], left: Iterable[int] = ()) -> None:
        """Take over what was kept elsewhere."""
        self.merged, self.decided, self.left = dict(merged), dict(decided), set(left)
