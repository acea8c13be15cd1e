"""Puts items of several reports together that tell the same event.

The days must fit, and so must what is told: enough of the words and actors, weighted by how rare they are in the
story. On one and the same day a meeting of the same people, or in one night the same kind of act, is enough; the day
alone never is. A clause without a time joins only where nearly all of it is told with one.
"""

from __future__ import annotations

from functools import cache

from rashomon.steps.reconcile.timeline.items import Item
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Rarity, likeness, term

ALIKE = 0.5
"""Likeness of two items whose days only overlap."""
SAME_DAY = 0.42
"""Likeness of two items of the same day."""
UNDATED = 0.62
"""Likeness a clause without a time needs."""
LEAST_KNOWN = 0.5
"""Share of the members of a group that a new member must be alike with."""
LEAST_TOLD = 0.34
"""Share of the dated members of a group that a clause without a time must be alike with."""
SCALE = {"a:": 0.8, "k:": 0.35}


COARSE = frozenset({"month", "year"})
SURE = 0.7
"""Likeness of an item told to the month and one told to the day."""
LEAST_SHARED = 2
"""Words and actors two items must share, one of them a word."""


@cache
def kind_terms(kind: str) -> frozenset[str]:
    """Classes of the words that tell one kind of event."""
    return frozenset(t for w in lexicon("timeline")["kinds"][kind] if (t := term(w)))


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of events that are known, sorted."""
    return tuple(sorted(lexicon("timeline")["kinds"]))


def of_kind(kind: str, one: Item, other: Item) -> bool:
    """True when both tell an event of this kind."""
    known = kind_terms(kind)
    return not known.isdisjoint(one.words) and not known.isdisjoint(other.words)


def times_fit(one: Item, other: Item) -> bool:
    """True when both can be the same time; one may be told more exactly."""
    a, b = one.days
    c, d = other.days
    if (one.end == "") != (other.end == "") or (one.precision == "year") != (other.precision == "year"):
        return False
    return a <= (d or c) and c <= (b or a)


def same_time(one: Item, other: Item) -> bool:
    """True when both begin on the same day and neither is longer than a night."""
    coarse = {one.precision, other.precision} & COARSE
    return one.days == other.days if coarse else one.days[0] == other.days[0]


class Judge:
    """Compares items by what is rare in their story."""

    def __init__(self, items: list[Item]) -> None:
        self.rarity = Rarity((i.terms for i in items), SCALE)
        self.totals = [self.rarity.total(i.terms) for i in items]
        self.items = items
        self.kinds = [frozenset(k for k in kinds() if not kind_terms(k).isdisjoint(i.words)) for i in items]

    def score(self, i: int, j: int) -> float:
        """0 to 1: how much two items tell alike; 0 when they cannot be the same event."""
        one, other = self.items[i], self.items[j]
        if one.of != other.of:
            return 0.0
        kindred = self._minute(one, other)
        if not self.kinds[i].isdisjoint(self.kinds[j]):
            kindred = max(kindred, self._meeting(one, other), self._night(one, other), self._struck(one, other))
        shared = one.words & other.words
        if not shared or len(shared) + len(one.actors & other.actors) < LEAST_SHARED:
            return kindred
        found = likeness(self.rarity.total(one.terms & other.terms), self.totals[i], self.totals[j])
        if not (one.times and other.times):
            clash = one.figures and other.figures and not one.figures & other.figures
            return found if one.verb == other.verb and len(shared) >= LEAST_SHARED and not clash else 0.0
        if (one.precision in COARSE) != (other.precision in COARSE) and found < SURE:
            return 0.0
        return max(found, kindred)

    @staticmethod
    def _meeting(one: Item, other: Item) -> float:
        """The same two people talking to one another on the same day; for a plan, one of them and two words."""
        if one.of != "event" or not same_time(one, other) or not of_kind("meeting", one, other):
            return 0.0
        both, shared = len(one.actors & other.actors), len(one.words & other.words)
        planned = one.mode == other.mode == "planned"
        return 0.6 if both >= 2 else 0.5 if planned and both and shared >= 2 else 0.0

    @staticmethod
    def _night(one: Item, other: Item) -> float:
        """The same night and one kind of act."""
        night = one.precision == other.precision == "part-of-day" and one.days == other.days
        return 0.5 if night and any(of_kind(k, one, other) for k in kinds()) else 0.0

    @staticmethod
    def _struck(one: Item, other: Item) -> float:
        """One kind of blow on the same day, with a name and two further words in common, and no other count."""
        if one.of != "event" or not same_time(one, other) or "planned" in (one.mode, other.mode):
            return 0.0
        if {one.precision, other.precision} & COARSE or (
            one.figures and other.figures and not one.figures & other.figures
        ):
            return 0.0
        alike = [k for k in kinds() if k != "meeting" and of_kind(k, one, other)]
        told = (one.words & other.words).difference(*(kind_terms(k) for k in alike)) if alike else frozenset()
        return 0.5 if len(told) >= 2 and one.actors & other.actors else 0.0

    @staticmethod
    def _minute(one: Item, other: Item) -> float:
        """The same minute of the same day."""
        return 0.5 if one.precision == other.precision == "minute" and one.start == other.start else 0.0


def join(dated: list[Item], undated: list[Item]) -> list[list[Item]]:
    """Groups of items that tell one event; each dated item is in one of them."""
    items = dated + undated
    judge = Judge(items)
    pairs = _pairs(items, len(dated), judge)
    group_of = {n: n for n in range(len(dated))}
    members = {n: [n] for n in range(len(dated))}
    scores = {(i, j): s for s, i, j in pairs}
    for _, i, j in sorted((p for p in pairs if p[2] < len(dated)), key=lambda p: (-p[0], p[1], p[2])):
        a, b = sorted((group_of[i], group_of[j]))
        if a != b and _fit(items, members[a], members[b], scores):
            for n in members.pop(b):
                group_of[n] = a
                members[a].append(n)
    near: dict[int, list[tuple[float, int]]] = {}
    for found, i, j in pairs:
        if j >= len(dated):
            near.setdefault(j, []).append((found, i))
    for n in sorted(near):
        _attach(n, items, near[n], group_of, members)
    return [[items[n] for n in sorted(group)] for _, group in sorted(members.items())]


def _pairs(items: list[Item], dated: int, judge: Judge) -> list[tuple[float, int, int]]:
    """Pairs that may be one event, from an index over shared words and actors."""
    index: dict[str, list[int]] = {}
    for n, item in enumerate(items):
        known = {f"kind:{k}" for k in judge.kinds[n]}
        known |= {f"minute:{item.start}"} if item.precision == "minute" else set()
        for word in item.words | {f"a:{a}" for a in item.actors} | known:
            index.setdefault(word, []).append(n)
    seen: set[tuple[int, int]] = set()
    for word in sorted(index):
        holders = index[word]
        if len(holders) <= MOST_HOLDERS:
            seen.update((i, j) for k, i in enumerate(holders) if i < dated for j in holders[k + 1 :])
    out = []
    days = [item.days for item in items]
    for i, j in sorted(seen):
        if j < dated:
            (a, b), (c, d) = days[i], days[j]
            if not (a <= (d or c) and c <= (b or a)) or not times_fit(items[i], items[j]):
                continue  # the first is a part of the second: most pairs end here
        if j >= dated and items[i].article == items[j].article:
            continue
        found = judge.score(i, j)
        near = j < dated and same_time(items[i], items[j])
        if found >= (UNDATED if j >= dated else SAME_DAY if near else ALIKE):
            out.append((round(found, 6), i, j))
    return out


MOST_HOLDERS = 80
"""A word in more items than this opens no pairs."""


def _fit(items: list[Item], one: list[int], other: list[int], scores: dict[tuple[int, int], float]) -> bool:
    """True when most of the pairs between two groups are alike and all their times fit."""
    if not all(times_fit(items[i], items[j]) for i in one for j in other):
        return False
    known = sum((min(i, j), max(i, j)) in scores for i in one for j in other)
    return known >= LEAST_KNOWN * len(one) * len(other)


def _attach(
    n: int, items: list[Item], near: list[tuple[float, int]], group_of: dict[int, int], members: dict[int, list[int]]
) -> None:
    """Let a clause without a time join the one group it is most alike with; `near`: scores and the dated items."""
    if not near or items[n].of != "event":
        return
    group = members[group_of[max(near, key=lambda p: (p[0], -p[1]))[1]]]
    dated = {k for k in group if items[k].times}
    alike = sum(i in dated for _, i in near)
    if alike >= LEAST_TOLD * len(dated) and all(items[k].article != items[n].article for k in group):
        group.append(n)
