"""Puts articles into stories as they arrive, in bounded memory, for hours in one process or for years in many.

A near-copy joins the story of what it copies. Another article joins the remembered story to whose members it is most
alike on the mean, when that reaches the threshold; else it opens a story. When it shows two stories to be one (the mean
likeness between their members reaches the threshold), the younger is merged into the elder. `repair` reads all that is
remembered again, as a batch is read: it is what makes the stories good, and a keeper calls it every now and then. What
people decided wins over both; an article that a person put somewhere draws no others there. Stories of which no report
is among the last `window` are forgotten, and reopened only by a decision.

How a desk uses it (article numbers are the desk's own and grow; a story id is the number of the article that opened
it, plus a multiple of `AGAIN` for a story split off under a used number)::

    stream = Stream()                                  # or Stream(decisions=[...]) to replay people's decisions
    stream.add(item, number=17) -> list[Event]         # Assigned(17, story, why), then Merged(old, into, why) if any
    stream.repair() -> list[Event]                     # Merged, Split(story, new, numbers, why) and
                                                       # Moved(number, was, story, why)
    stream.decide(Pin(17, beside=4)) -> list[Event]    # article 17 belongs to the story of article 4, now and later
    stream.decide(Pin(17, beside=17)) -> list[Event]   # article 17 is a story of its own; nothing joins it
    stream.decide(Together(17, 30)) -> list[Event]     # the stories of articles 17 and 30 are one
    stream.decide(Apart(17, 30)) -> list[Event]        # articles 17 and 30 are never in one story
    stream.decide(decision, known={30: 12})            # the same; the desk tells the stories of forgotten articles
    stream.state() -> bytes                            # versioned, no pickle; same bytes for the same past
    Stream.restore(state) -> Stream                    # ValueError for bytes that are no state of this version
    Stream.recall(rows, decisions, merged) -> Stream   # from the desk's rows (number, story, Item), decisions, old ids
    stream.story_of(17) -> int | None                  # None when forgotten
    stream.stories() -> dict[int, tuple[int, ...]]     # remembered members by story

Event = Assigned | Merged | Moved | Split, Decision = Pin | Together | Apart (`rashomon.steps.group.events`). Applying
the events in order to a table of memberships keeps it equal to `stories` for all remembered articles. After a decision
`decide` tells at once what it changes; rebuilding with all decisions known from the start honours them all as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.steps.group.batch import Item
from rashomon.steps.group.copies import runs
from rashomon.steps.group.decisions import Decisions
from rashomon.steps.group.events import AGAIN, Apart, Assigned, Decision, Event, Merged, Moved, Pin, Split
from rashomon.steps.group.likeness import Report, likeness_of, ordinal
from rashomon.steps.group.memory import Memory
from rashomon.steps.group.reasons import because, copied
from rashomon.steps.group.repair import changes, parts
from rashomon.steps.group.state import decode, encode, from_decision, to_decision
from rashomon.steps.group.terms import Rarities, counts, rounded, vector

THRESHOLD = 0.2
"""Mean likeness from which an article joins a story."""
WINDOW = 5000
"""Articles that are remembered."""
DECIDED = "decided by a person"
READ_AGAIN = "all reports read again"


class Stream:
    """The memory of a stream of articles; the module says how to use it."""

    def __init__(self, threshold: float = THRESHOLD, window: int = WINDOW, decisions: Iterable[Decision] = ()) -> None:
        self.threshold, self.window = threshold, window
        self._decisions = Decisions(decisions)
        self._memory = Memory()
        self._next = 0
        self._frequency: Counter[str] = Counter()
        self._documents = 0
        self._merged: dict[int, int] = {}
        self._decided: dict[int, int] = {}

    def add(self, item: Item, number: int | None = None) -> list[Event]:
        """The story of `item`, and every merge that it brings about; ValueError for a number not above all before."""
        report = self._report(item, self._next if number is None else number)
        barred = self._barred(report.number)
        means = {story: mean for story, mean in self._memory.likeness(report).items() if story not in barred}
        story, why = self._choice(report, means, barred, item)
        self._put(report, story)
        events: list[Event] = [Assigned(report.number, story, why)]
        for event in self._owed(report.number):
            self._apply(event)
            events.append(event)
        for other in sorted(s for s, mean in means.items() if mean >= self.threshold):
            here = self._memory.story_of[report.number]
            if other != here and self._fit(here, other):
                merged = Merged(max(here, other), min(here, other), f"article {report.number} belongs to both")
                self._apply(merged)
                events.append(merged)
        self._forget()
        return events

    def decide(self, decision: Decision, known: Mapping[int, int] | None = None) -> list[Event]:
        """Take a person's decision, and what changes by it; it holds from now on, also for articles still to come.

        `known` tells the stories of articles that the stream has forgotten.
        """
        self._decisions.add(decision)
        numbers = (decision.number, decision.beside) if isinstance(decision, Pin) else (decision.one, decision.other)
        for number in numbers:
            story = self.story_of(number)
            if story is None and known:
                story = self._resolve(known.get(number))
            if story is not None:
                self._decided[number] = story
        one, other = (self.story_of(number) for number in numbers)
        if one is None or other is None:
            return []
        events = self._consequences(decision, one, other)
        for event in events:
            self._apply(event)
        if isinstance(decision, Pin) and decision.number in self._memory.story_of:
            self._memory.silence(decision.number)
        return events

    def repair(self) -> list[Event]:
        """Average linkage over all that is remembered; ids stay with the part that keeps most of their reports."""
        events = changes(self.stories(), parts(self._memory, self._decisions), self._taken, READ_AGAIN)
        for event in events:
            self._apply(event)
        return events

    def story_of(self, number: int) -> int | None:
        """The story of an article, or None when it is forgotten."""
        story = self._memory.story_of.get(number)
        return story if story is not None else self._resolve(self._decided.get(number))

    def stories(self) -> dict[int, tuple[int, ...]]:
        """The remembered members of each remembered story."""
        return {name: tuple(sorted(story.members)) for name, story in sorted(self._memory.stories.items())}

    def state(self) -> bytes:
        """All that is remembered, for `restore`."""
        reports = ((n, self._memory.report(n)) for n in self._memory.order)
        return encode({
            "threshold": self.threshold, "window": self.window, "next": self._next, "documents": self._documents,
            "reports": [[n, self._memory.story_of[n], r.day, r.terms, sorted(r.runs)] for n, r in reports],
            "frequency": self._frequency, "merged": sorted(self._merged.items()),
            "decided": sorted(self._decided.items()), "decisions": [from_decision(d) for d in self._decisions],
        })  # fmt: skip

    @classmethod
    def restore(cls, state: bytes) -> Stream:
        """The stream as it was; ValueError when the bytes are no state of this version."""
        record = decode(state)
        try:
            return cls._of(record)
        except (KeyError, TypeError, AttributeError) as problem:
            raise ValueError(f"these bytes are no state of a stream: {problem!r}") from None

    @classmethod
    def _of(cls, record: Mapping[str, Any]) -> Stream:
        """The stream that `state` wrote down as this record."""
        stream = cls(record["threshold"], record["window"], [to_decision(row) for row in record["decisions"]])
        for number, story, day, terms, noted in record["reports"]:
            stream._memory.put(Report(number, terms, day, frozenset(noted)), story)
        stream._next, stream._documents = record["next"], record["documents"]
        stream._frequency = Counter(record["frequency"])
        stream._merged, stream._decided = dict(record["merged"]), dict(record["decided"])
        return stream

    @classmethod
    def recall(
        cls,
        rows: Iterable[tuple[int, int, Item]],
        decisions: Iterable[Decision] = (),
        merged: Mapping[int, int] | None = None,
    ) -> Stream:
        """A stream that remembers the articles of `rows` (number, story, item), in order, in these stories.

        `merged` tells for each story that was merged into another the other.
        """
        stream = cls(decisions=decisions)
        stream._merged.update(merged or {})
        for number, story, item in rows:
            stream._put(stream._report(item, number), story)
            stream._forget()
        return stream

    def _report(self, item: Item, number: int) -> Report:
        if number < self._next:
            raise ValueError(f"article numbers must grow: {number} after {self._next - 1}")
        self._next = number + 1
        found = counts(item.text, item.title)
        self._documents += 1
        # Pairs of words count only where an article keeps them: all of them would fill the memory.
        self._frequency.update([name for name in found if " " not in name])
        terms = vector(found, Rarities(rounded(self._documents), self._frequency))
        self._frequency.update([name for name in terms if " " in name])
        if self._documents >= 2 * self.window:
            # What was long ago counts half, and less each time; what was rare then is forgotten.
            self._documents //= 2
            self._frequency = Counter({name: n // 2 for name, n in self._frequency.items() if n > 1})
        return Report(number, terms, ordinal(item.day), runs(item.text))

    def _put(self, report: Report, story: int) -> None:
        self._memory.put(report, story)
        if self._decisions.names(report.number):
            self._decided[report.number] = story

    def _barred(self, number: int) -> set[int | None]:
        """The stories that people closed to an article."""
        return {self.story_of(n) for n in (*self._decisions.apart(number), *self._decisions.alone())}

    def _choice(self, report: Report, means: dict[int, float], barred: set[int | None], item: Item) -> tuple[int, str]:
        """The story of a report that arrives, and why."""
        number = report.number
        beside = self._decisions.beside(number)
        if beside == number:
            return number, DECIDED
        story = None if beside is None else self.story_of(beside)
        if story is not None:
            return story, DECIDED
        copy = self._memory.copy(report)
        if copy and self._memory.story_of[copy[0]] not in barred:
            return self._memory.story_of[copy[0]], copied(copy[1])
        best = max(means, key=lambda s: (means[s], -s), default=None)
        if best is not None and means[best] >= self.threshold:
            return best, because(report, self._memory.stories[best], item.text, item.title)
        same = [story for n in self._decisions.together(number) if (story := self.story_of(n)) is not None]
        return (min(same), DECIDED) if same else (number, "")

    def _owed(self, number: int) -> list[Event]:
        """What earlier decisions change now that the article has arrived."""
        events: list[Event] = []
        story = self._memory.story_of[number]
        if self._decisions.beside(number) is not None:
            self._memory.silence(number)
        for n, beside in self._decisions.pins():
            was = self.story_of(n) if beside == number else None
            if was is not None and was != story:
                events.append(Moved(n, was, story, DECIDED))
        stories = {story} | {s for n in self._decisions.together(number) if (s := self.story_of(n)) is not None}
        return [*events, *(Merged(s, min(stories), DECIDED) for s in sorted(stories) if s != min(stories))]

    def _fit(self, one: int, other: int) -> bool:
        """Whether two stories are one by likeness, and nobody decided otherwise."""
        if one not in self._memory.stories or other not in self._memory.stories:
            return False
        if any(self.story_of(n) in (one, other) for n in self._decisions.alone()):
            return False
        if any({self.story_of(a), self.story_of(b)} == {one, other} for a, b in self._decisions.pairs_apart()):
            return False
        return self._memory.between(one, other) >= self.threshold

    def _consequences(self, decision: Decision, one: int, other: int) -> list[Event]:
        """What a decision changes whose two articles are in the stories `one` and `other`."""
        if isinstance(decision, Pin) and decision.number == decision.beside:
            members = self._members(one)
            rest = [n for n in members if n != decision.number]
            return changes({one: members}, sorted([rest, [decision.number]]), self._taken, DECIDED) if rest else []
        if isinstance(decision, Pin):
            return [Moved(decision.number, one, other, DECIDED)] if one != other else []
        if isinstance(decision, Apart):
            return self._shared_out(one, decision) if one == other else []
        return [Merged(max(one, other), min(one, other), DECIDED)] if one != other else []

    def _shared_out(self, story: int, decision: Apart) -> list[Event]:
        """A story cut in two: each report goes where it is more alike, with the elder on a tie."""
        first, second = sorted((decision.one, decision.other))
        members = self._members(story)
        if first not in self._memory.story_of or second not in self._memory.story_of:
            left = second if second in self._memory.story_of else first
            return [Split(story, self._free(left), (left,), DECIDED)]
        a, b = self._memory.report(first), self._memory.report(second)
        parts: tuple[list[int], list[int]] = ([], [])
        for number in members:
            report = self._memory.report(number)
            later = number == second or (number != first and likeness_of(report, b) > likeness_of(report, a))
            parts[later].append(number)
        return changes({story: members}, sorted(parts), self._taken, DECIDED)

    def _members(self, story: int) -> list[int]:
        return sorted(self._memory.stories[story].members) if story in self._memory.stories else []

    def _apply(self, event: Event) -> None:
        """Make the memory as the event says."""
        if isinstance(event, Merged):
            self._merged[event.old] = event.into
            numbers, story = self._members(event.old), event.into
        elif isinstance(event, Split):
            numbers, story = list(event.numbers), event.new
        else:
            numbers, story = [event.number], event.story
        for number in numbers:
            if number in self._memory.story_of:
                self._memory.move(number, story)
            if number in self._decided:
                self._decided[number] = story

    def _resolve(self, story: int | None) -> int | None:
        while story in self._merged:
            story = self._merged[story]
        return story

    def _taken(self, story: int) -> bool:
        return story in self._memory.stories or story in self._merged or story in self._decided.values()

    def _free(self, number: int) -> int:
        """The first id of an article that no story has had."""
        story = number
        while self._taken(story):
            story += AGAIN
        return story

    def _forget(self) -> None:
        while len(self._memory.order) > self.window:
            self._memory.forget()
        if len(self._merged) > 4 * self.window:
            # Ids of articles that are no longer remembered cannot come back, so they need no guard.
            named = set(self._decided.values())
            self._merged = {
                old: into
                for old, into in self._merged.items()
                if old in named or old % AGAIN in self._memory.story_of or into in self._memory.stories
            }
