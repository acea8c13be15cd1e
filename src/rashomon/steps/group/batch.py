"""Puts the articles of a batch into stories.

Average linkage over their likeness with one threshold for all kinds of news makes the stories. A story's id is that of
its first article, so it stays the same when more come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.steps.group.likeness import Report, Story, ordinal, summed
from rashomon.steps.group.linkage import link
from rashomon.steps.group.terms import Vector, counts, vector

THRESHOLD = 0.14
"""Mean likeness from which two clusters are one story."""


@dataclass(frozen=True, slots=True)
class Item:
    """What grouping needs of an article; `day` as YYYY-MM-DD or None."""

    text: str
    title: str | None = None
    day: str | None = None
    language: str | None = None


def group(items: Sequence[Item], threshold: float = THRESHOLD) -> list[int]:
    """For each item the index of the first item of its story."""
    nodes = []
    for n, (terms, item) in enumerate(zip(vectors_of(items), items, strict=True)):
        node = Story()
        node.add(Report(n, terms, ordinal(item.day)))
        nodes.append(node)
    return link([1] * len(nodes), summed(nodes), threshold)


def vectors_of(items: Sequence[Item]) -> list[Vector]:
    """The weighted terms of each item, rarity taken over all of them."""
    found = [counts(i.text, i.title) for i in items]
    frequency: Counter[str] = Counter()
    for row in found:
        frequency.update(row.keys())
    return [vector(row, len(items), frequency) for row in found]
