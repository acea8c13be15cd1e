"""What people's decisions change in the stories of a stream: when one is taken, and when an article it names arrives.

A report that a person put beside another moves there; two that are apart share their story out, each other report going
where it is more alike; two that are together make their stories one, under the elder id. Nothing here is applied.
"""

from __future__ import annotations

from rashomon.steps.group.decisions import Decisions
from rashomon.steps.group.events import Apart, Decision, Event, Merged, Moved, Pin, Split
from rashomon.steps.group.ids import Ids
from rashomon.steps.group.likeness import likeness_of
from rashomon.steps.group.memory import Memory
from rashomon.steps.group.repair import changes

DECIDED = "decided by a person"


class Consequences:
    """Reads memory, decisions and ids of one stream, and changes none of them."""

    def __init__(self, memory: Memory, decisions: Decisions, ids: Ids) -> None:
        self._memory, self._decisions, self._ids = memory, decisions, ids

    def barred(self, number: int) -> set[int | None]:
        """The stories that people closed to an article."""
        return {self._ids.story_of(n) for n in (*self._decisions.apart(number), *self._decisions.alone())}

    def parts(self, one: int, other: int) -> bool:
        """Whether people keep two stories from being one."""
        if any(self._ids.story_of(n) in (one, other) for n in self._decisions.alone()):
            return True
        return any(
            {self._ids.story_of(a), self._ids.story_of(b)} == {one, other} for a, b in self._decisions.pairs_apart()
        )

    def of_arrival(self, number: int) -> list[Event]:
        """What earlier decisions change now that this article has arrived."""
        events: list[Event] = []
        story = self._memory.story_of[number]
        for n, beside in self._decisions.pins():
            was = self._ids.story_of(n) if beside == number else None
            if was is not None and was != story:
                events.append(Moved(n, was, story, DECIDED))
        stories = {story, *self._stories_together(number)}
        return [*events, *(Merged(s, min(stories), DECIDED) for s in sorted(stories) if s != min(stories))]

    def story_for(self, number: int) -> int | None:
        """The story that decisions give an article that likeness gives none; the eldest of several."""
        return min(self._stories_together(number), default=None)

    def _stories_together(self, number: int) -> set[int]:
        return {s for n in self._decisions.together(number) if (s := self._ids.story_of(n)) is not None}

    def of_decision(self, decision: Decision) -> list[Event]:
        """What a decision changes; nothing when the story of one of its articles is not known."""
        numbers = (decision.number, decision.beside) if isinstance(decision, Pin) else (decision.one, decision.other)
        one, other = (self._ids.story_of(number) for number in numbers)
        if one is None or other is None:
            return []
        if isinstance(decision, Pin) and decision.number == decision.beside:
            members = self._memory.members(one)
            rest = [n for n in members if n != decision.number]
            parts = sorted([rest, [decision.number]])
            return changes({one: members}, parts, self._ids.is_taken, DECIDED) if rest else []
        if isinstance(decision, Pin):
            return [Moved(decision.number, one, other, DECIDED)] if one != other else []
        if isinstance(decision, Apart):
            return self._shared_out(one, decision) if one == other else []
        return [Merged(max(one, other), min(one, other), DECIDED)] if one != other else []

    def _shared_out(self, story: int, decision: Apart) -> list[Event]:
        """A story cut in two: each report goes where it is more alike, with the elder on a tie."""
        first, second = sorted((decision.one, decision.other))
        if first not in self._memory.story_of or second not in self._memory.story_of:
            left = second if second in self._memory.story_of else first
            return [Split(story, self._ids.free(left), (left,), DECIDED)]
        a, b = self._memory.report(first), self._memory.report(second)
        members = self._memory.members(story)
        parts: tuple[list[int], list[int]] = ([], [])
        for number in members:
            report = self._memory.report(number)
            later = number == second or (number != first and likeness_of(report, b) > likeness_of(report, a))
            parts[later].append(number)
        return changes({story: members}, sorted(parts), self._ids.is_taken, DECIDED)
