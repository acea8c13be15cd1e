"""Puts the articles of a batch into stories, whatever their order.

The articles are read together (`reading`), in an order that depends on their content only, so that another order of
the same articles gives the same stories. A story's id is that of its first article, so it stays the same when more
come behind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from rashomon.steps.group.copies import contained, runs
from rashomon.steps.group.events import Assigned
from rashomon.steps.group.likeness import Report, Story, ordinal
from rashomon.steps.group.reasons import because, copied
from rashomon.steps.group.terms import counts, vector
from rashomon.steps.group.weekdays import weekdays


@dataclass(frozen=True, slots=True)
class Item:
    """What grouping needs of an article; `day` as YYYY-MM-DD or None."""

    text: str
    title: str | None = None
    day: str | None = None
    language: str | None = None


def group(items: Sequence[Item]) -> list[int]:
    """For each item the index of the first item of its story."""
    return [found.story for found in assign(items)]


def assign(items: Sequence[Item]) -> list[Assigned]:
    """For each item its story, named by the index of its first item, and why it belongs there."""
    from rashomon.steps.group.reading import read

    order = sorted(range(len(items)), key=lambda n: _content(items[n]))
    reports = reports_of([items[n] for n in order])
    stories = _first_ones(order, read(reports))
    told: defaultdict[int, Story] = defaultdict(Story)
    by_item = dict(zip(order, reports, strict=True))
    for n, story in enumerate(stories):
        told[story].add(replace(by_item[n], number=n))
    return [Assigned(n, story, _why(n, told[story], items[n])) for n, story in enumerate(stories)]


def _why(number: int, story: Story, item: Item) -> str:
    """Why an item is in a story, nothing for the first one: likeness to those before it, or else to those behind."""
    report = story.members[number]
    before = [r for n, r in story.members.items() if n < number]
    if not before:
        return ""
    copy = max(contained(report.runs, r.runs) for r in before)
    if copy:
        return copied(copy)
    return because(report, story, item.text, item.title)


def _first_ones(order: list[int], places: list[int]) -> list[int]:
    """For each item the first item of its story, from the places in `order`."""
    first: dict[int, int] = {}
    for place, n in zip(places, order, strict=True):
        first[place] = min(first.get(place, n), n)
    story = [0] * len(order)
    for place, n in zip(places, order, strict=True):
        story[n] = first[place]
    return story


def _content(item: Item) -> bytes:
    told = "\0".join((item.title or "", item.day or "", item.text))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def reports_of(items: Sequence[Item]) -> list[Report]:
    """What is remembered of each item, rarity taken over all of them."""
    found = [counts(i.text, i.title) for i in items]
    frequency: Counter[str] = Counter()
    for row in found:
        frequency.update(row.keys())
    return [
        Report(
            n, vector(row, len(items), frequency), ordinal(item.day), runs(item.text), weekdays(item.text, item.title)
        )
        for n, (row, item) in enumerate(zip(found, items, strict=True))
    ]
