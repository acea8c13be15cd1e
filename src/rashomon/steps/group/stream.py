"""Puts articles into stories as they arrive, in bounded memory, for hours in one process or for years in many.

A near-copy joins the story of what it copies. Another article joins the remembered story to whose members it is most
alike on the mean, when that reaches the threshold; else it opens a story. When it shows two stories to be one (the mean
likeness between their members reaches the threshold), the younger is merged into the elder. `repair` reads all that is
remembered again, as a batch is read: it is what makes the stories good, and a keeper calls it every now and then. What
people decided wins over both; an article that a person put somewhere draws no others there.

What is kept is bounded by the window, however long the stream runs: the terms and runs of the last `window` articles,
their stories, how often words came lately (`frequencies`), and the ids that could come back (`ids`); only decisions are
kept for ever. A story of which no report is among the last `window` is forgotten: a late report of it opens a new one,
and nothing but a decision joins the two. A story that goes on longer is known by its last reports only, so it drifts
with the news: late reports need not be like the first ones.

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

from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.steps.group.batch import Item
from rashomon.steps.group.consequences import DECIDED, Consequences
from rashomon.steps.group.copies import runs
from rashomon.steps.group.decisions import Decisions
from rashomon.steps.group.events import Assigned, Decision, Event, Merged, Pin
from rashomon.steps.group.frequencies import Frequencies
from rashomon.steps.group.ids import Ids
from rashomon.steps.group.likeness import Report, ordinal
from rashomon.steps.group.memory import Memory
from rashomon.steps.group.reasons import because, copied
from rashomon.steps.group.repair import changes, parts
from rashomon.steps.group.state import decode, encode, from_decision, to_decision
from rashomon.steps.group.terms import counts
from rashomon.steps.group.weekdays import weekdays

THRESHOLD = 0.22
"""Mean likeness from which an article joins a story."""
WINDOW = 5000
"""Articles that are remembered."""
READ_AGAIN = "all reports read again"


class Stream:
    """The memory of a stream of articles; the module says how to use it."""

    def __init__(self, threshold: float = THRESHOLD, window: int = WINDOW, decisions: Iterable[Decision] = ()) -> None:
        self.threshold, self.window = threshold, window
        self._next = 0
        self._decisions = Decisions(decisions)
        self._memory = Memory()
        self._frequencies = Frequencies(window)
        self._ids = Ids(self._memory)
        self._decided = Consequences(self._memory, self._decisions, self._ids)

    def add(self, item: Item, number: int | None = None) -> list[Event]:
        """The story of `item`, and every merge that it brings about; ValueError for a number not above all before."""
        report = self._report(item, self._next if number is None else number)
        barred = self._decided.barred(report.number)
        means = {story: mean for story, mean in self._memory.likeness(report).items() if story not in barred}
        story, why = self._choice(report, means, barred, item)
        self._put(report, story)
        events: list[Event] = [Assigned(report.number, story, why)]
        if self._decisions.beside(report.number) is not None:
            self._memory.silence(report.number)
        owed = self._decided.of_arrival(report.number)
        self._ids.apply(owed)
        events += owed
        for other in sorted(s for s, mean in means.items() if mean >= self.threshold):
            here = self._memory.story_of[report.number]
            if other != here and self._fit(here, other):
                merged = Merged(max(here, other), min(here, other), f"article {report.number} belongs to both")
                self._ids.apply([merged])
                events.append(merged)
        self._forget()
        return events

    def decide(self, decision: Decision, known: Mapping[int, int] | None = None) -> list[Event]:
        """Take a person's decision, and what changes by it; it holds from now on, also for articles still to come.

        `known` tells the stories, by all events so far, of articles that the stream has forgotten.
        """
        self._decisions.add(decision)
        numbers = (decision.number, decision.beside) if isinstance(decision, Pin) else (decision.one, decision.other)
        for number in numbers:
            story = self._ids.story_of(number)
            if story is None and known:
                story = self._ids.resolve(known.get(number))
            if story is not None:
                self._ids.decided[number] = story
        events = self._decided.of_decision(decision)
        self._ids.apply(events)
        is_known = all(self.story_of(number) is not None for number in numbers)
        if isinstance(decision, Pin) and is_known and decision.number in self._memory.story_of:
            self._memory.silence(decision.number)
        return events

    def repair(self) -> list[Event]:
        """Average linkage over all that is remembered; ids stay with the part that keeps most of their reports."""
        events = changes(self.stories(), parts(self._memory, self._decisions), self._ids.is_taken, READ_AGAIN)
        self._ids.apply(events)
        return events

    def story_of(self, number: int) -> int | None:
        """The story of an article, or None when it is forgotten."""
        return self._ids.story_of(number)

    def stories(self) -> dict[int, tuple[int, ...]]:
        """The remembered members of each remembered story."""
        return {name: tuple(self._memory.members(name)) for name in sorted(self._memory.stories)}

    def state(self) -> bytes:
        """All that is remembered, for `restore`."""
        reports = ((n, self._memory.report(n)) for n in self._memory.order)
        return encode({
            "threshold": self.threshold, "window": self.window, "next": self._next,
            "documents": self._frequencies.documents, "frequency": self._frequencies.seen,
            "reports": [[n, self._memory.story_of[n], r.day, r.terms, sorted(r.runs), r.weekdays] for n, r in reports],
            "merged": sorted(self._ids.merged.items()), "left": sorted(self._ids.left),
            "decided": sorted(self._ids.decided.items()), "decisions": [from_decision(d) for d in self._decisions],
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
        for number, story, day, terms, noted, named in record["reports"]:
            stream._memory.put(Report(number, terms, day, frozenset(noted), named), story)
        stream._next = record["next"]
        stream._frequencies = Frequencies(stream.window, record["documents"], record["frequency"])
        stream._ids.keep(dict(record["merged"]), dict(record["decided"]), record["left"])
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
        stream._ids.keep(merged or {}, {})
        for number, story, item in rows:
            stream._put(stream._report(item, number), story)
            stream._forget()
        return stream

    def _report(self, item: Item, number: int) -> Report:
        if number < self._next:
            raise ValueError(f"article numbers must grow: {number} after {self._next - 1}")
        self._next = number + 1
        terms = self._frequencies.weigh(counts(item.text, item.title))
        return Report(number, terms, ordinal(item.day), runs(item.text), weekdays(item.text, item.title))

    def _put(self, report: Report, story: int) -> None:
        self._memory.put(report, story)
        if self._decisions.names(report.number):
            self._ids.decided[report.number] = story

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
        same = self._decided.story_for(number)
        return (number, "") if same is None else (same, DECIDED)

    def _fit(self, one: int, other: int) -> bool:
        """Whether two stories are one by likeness, and nobody decided otherwise."""
        if one not in self._memory.stories or other not in self._memory.stories:
            return False
        return not self._decided.parts(one, other) and self._memory.between(one, other) >= self.threshold

    def _forget(self) -> None:
        while len(self._memory.order) > self.window:
            story = self._memory.story_of[self._memory.order[0]]
            self._memory.forget()
            self._ids.close(story)
        if len(self._ids.merged) + len(self._ids.left) > 4 * self.window:
            self._ids.prune()
