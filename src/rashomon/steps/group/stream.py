"""Puts articles into stories as they arrive, in bounded memory.

An article joins the story of the window to whose members it is most alike on the mean, when that reaches the threshold
of the batch; else it opens a story. When an article shows two stories to be one (the mean likeness between their
members reaches the threshold), the younger is merged into the elder and said so. Stories that got no article for
`WINDOW` arrivals leave the memory; they are never reopened.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.steps.group.batch import CROWD, THRESHOLD, Item, nearness, ordinal
from rashomon.steps.group.terms import Vector, counts, vector

WINDOW = 5000
"""Articles that are remembered."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """Article `number` (from 0, in order of arrival) belongs to the story of article `story`."""

    number: int
    story: int


@dataclass(frozen=True, slots=True)
class Merged:
    """Story `old` is now part of story `into`."""

    old: int
    into: int


@dataclass(slots=True)
class Stream:
    """The memory of a stream of articles."""

    threshold: float = THRESHOLD
    window: int = WINDOW
    _seen: int = 0
    _frequency: Counter[str] = field(default_factory=Counter)
    _vectors: dict[int, Vector] = field(default_factory=dict)
    _days: dict[int, int | None] = field(default_factory=dict)
    _story: dict[int, int] = field(default_factory=dict)
    _members: dict[int, list[int]] = field(default_factory=dict)
    _postings: dict[str, deque[int]] = field(default_factory=dict)
    _order: deque[int] = field(default_factory=deque)

    def add(self, item: Item) -> Iterator[Assigned | Merged]:
        """The story of `item`, and every merge that it brings about."""
        number, self._seen = self._seen, self._seen + 1
        found = counts(item.text, item.title)
        self._frequency.update(found.keys())
        row, day = vector(found, self._seen, self._frequency), ordinal(item.day)
        means = self._means(row, day)
        best = max(means, key=lambda s: (means[s], -s), default=None)
        story = best if best is not None and means[best] >= self.threshold else number
        self._remember(number, story, row, day)
        yield Assigned(number, story)
        for other in sorted(s for s, mean in means.items() if s != story and mean >= self.threshold):
            old, into = max(story, other), min(story, other)
            if other in self._members and story in self._members and self._between(old, into) >= self.threshold:
                self._merge(old, into)
                yield Merged(old, into)
                story = into
        self._forget()

    def _means(self, row: Vector, day: int | None) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for term, weight in row.items():
            for other in self._postings.get(term, ()):
                scores[other] += weight * self._vectors[other][term]
        sums: dict[int, float] = defaultdict(float)
        for other, score in scores.items():
            sums[self._story[other]] += score * nearness(day, self._days[other])
        return {story: total / len(self._members[story]) for story, total in sums.items()}

    def _between(self, one: int, other: int) -> float:
        """Mean likeness between the members of two stories."""
        pairs = [(a, b) for a in self._members[one] for b in self._members[other]]
        if len(pairs) > 2500:
            pairs = pairs[:: len(pairs) // 2500 + 1]
        total = sum(self._likeness(a, b) for a, b in pairs)
        return total / len(pairs)

    def _likeness(self, a: int, b: int) -> float:
        x, y = sorted((self._vectors[a], self._vectors[b]), key=len)
        return sum(w * y[t] for t, w in x.items() if t in y) * nearness(self._days[a], self._days[b])

    def _remember(self, number: int, story: int, row: Vector, day: int | None) -> None:
        self._vectors[number], self._days[number], self._story[number] = row, day, story
        self._members.setdefault(story, []).append(number)
        self._order.append(number)
        for term in row:
            posted = self._postings.setdefault(term, deque())
            posted.append(number)
            if len(posted) > CROWD:
                posted.popleft()

    def _merge(self, old: int, into: int) -> None:
        for number in self._members.pop(old):
            self._story[number] = into
            self._members[into].append(number)

    def _forget(self) -> None:
        while len(self._order) > self.window:
            number = self._order.popleft()
            for term in self._vectors.pop(number):
                posted = self._postings[term]
                if posted and posted[0] == number:
                    posted.popleft()
                if not posted:
                    del self._postings[term]
            story = self._story.pop(number)
            self._members[story].remove(number)
            if not self._members[story]:
                del self._members[story]
            del self._days[number]
        if len(self._frequency) > 2_000_000:
            # Rare terms of long ago: without them the memory stays flat, and their rarity is the highest anyway.
            self._frequency = Counter({t: n for t, n in self._frequency.items() if n > 1})
