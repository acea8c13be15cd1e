"""Puts the articles of a batch into stories.

Likeness of two articles is the cosine of their terms, less for reports published days apart (a missing date is
neutral). Candidates come from an inverted index over each article's best terms; average linkage with one threshold for
all kinds of news makes the stories. A story's id is that of its first article, so it stays the same when more come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.steps.group.linkage import link
from rashomon.steps.group.terms import Vector, counts, vector

THRESHOLD = 0.14
"""Mean likeness from which two clusters are one story."""
FLOOR = 0.04
"""Likeness below which a pair is not kept."""
CROWD = 400
"""Terms that more articles than this have in their best terms lead to no candidates by themselves."""
WINDOW = 30
"""Days after which likeness is halved."""


@dataclass(frozen=True, slots=True)
class Item:
    """What grouping needs of an article; `day` as YYYY-MM-DD or None."""

    text: str
    title: str | None = None
    day: str | None = None
    language: str | None = None


def group(items: Sequence[Item], threshold: float = THRESHOLD) -> list[int]:
    """For each item the index of the first item of its story."""
    vectors = vectors_of(items)
    return link(len(items), likenesses(vectors, [ordinal(i.day) for i in items]), threshold)


def vectors_of(items: Sequence[Item]) -> list[Vector]:
    """The weighted terms of each item, rarity taken over all of them."""
    found = [counts(i.text, i.title) for i in items]
    frequency: Counter[str] = Counter()
    for row in found:
        frequency.update(row.keys())
    return [vector(row, len(items), frequency) for row in found]


def likenesses(vectors: Sequence[Vector], days: Sequence[int | None]) -> dict[tuple[int, int], float]:
    """Likeness of every pair that shares terms and reaches `FLOOR`."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    edges: dict[tuple[int, int], float] = {}
    for n, row in enumerate(vectors):
        scores: dict[int, float] = defaultdict(float)
        for term, weight in row.items():
            posted = postings[term]
            for other, theirs in posted if len(posted) <= CROWD else posted[-CROWD:]:
                scores[other] += weight * theirs
            posted.append((n, weight))
        for other, score in scores.items():
            likeness = score * nearness(days[n], days[other])
            if likeness >= FLOOR:
                edges[other, n] = likeness
    return edges


def nearness(a: int | None, b: int | None) -> float:
    """1 for reports of one day, less with every day between them; 1 when a date is missing."""
    if a is None or b is None:
        return 1.0
    return float(1.0 / (1.0 + abs(a - b) / WINDOW))


def ordinal(day: str | None) -> int | None:
    """The day as a number of days, None when it is missing or no date."""
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None
