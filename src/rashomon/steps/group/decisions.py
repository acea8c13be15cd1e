"""The decisions of people on stories, and what they ask for and forbid; of two on the same articles the last holds.

Decisions name articles, never stories, so that they mean the same on every rebuild. They may come before their
articles, and stay when the articles have left the memory. Nothing here looks at likeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon.steps.group.events import Apart, Decision, Pin, Together


class Decisions:
    """All decisions in the order they were taken, found by article."""

    def __init__(self, given: Iterable[Decision] = ()) -> None:
        self._all: dict[tuple[int, int], Decision] = {}
        self._partners: defaultdict[int, dict[int, bool]] = defaultdict(dict)
        self._pins: dict[int, int] = {}
        self._named: set[int] = set()
        for decision in given:
            self.add(decision)

    def __iter__(self) -> Iterator[Decision]:
        return iter(self._all.values())

    def add(self, decision: Decision) -> None:
        """Take a decision; an earlier one of its kind on the same articles is dropped."""
        if isinstance(decision, Pin):
            key = (decision.number, -1)
            self._pins[decision.number] = decision.beside
            self._named |= {decision.number, decision.beside}
        else:
            one, other = sorted((decision.one, decision.other))
            key = (one, other)
            self._partners[one][other] = self._partners[other][one] = isinstance(decision, Together)
            self._named |= {one, other}
        self._all.pop(key, None)
        self._all[key] = decision

    def names(self, number: int) -> bool:
        """True when some decision names this article."""
        return number in self._named

    def beside(self, number: int) -> int | None:
        """The article in whose story a person put this one: itself when it is to stay alone."""
        return self._pins.get(number)

    def alone(self) -> list[int]:
        """The articles that nothing joins and that join nothing."""
        return [n for n, beside in self._pins.items() if n == beside]

    def together(self, number: int) -> list[int]:
        """Articles whose story is this one's."""
        return [n for n, same in self._partners.get(number, {}).items() if same]

    def apart(self, number: int) -> list[int]:
        """Articles that are never in its story."""
        return [n for n, same in self._partners.get(number, {}).items() if not same]

    def pins(self) -> list[tuple[int, int]]:
        """Each article that a person put beside another, with the other."""
        return [(n, beside) for n, beside in self._pins.items() if n != beside]

    def pairs_together(self) -> list[tuple[int, int]]:
        """All pairs of articles whose stories are one, in the order of the decisions."""
        return [(d.one, d.other) for d in self._all.values() if isinstance(d, Together)]

    def pairs_apart(self) -> list[tuple[int, int]]:
        """All pairs of articles that are never in one story."""
        return [(d.one, d.other) for d in self._all.values() if isinstance(d, Apart)]
