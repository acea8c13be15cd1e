"""Days, months and years that one report alone puts where the others put another one.

Two days are held against one another where their places tell one event, or share words enough. It refuses a plan held
beside what happened, an end beside a day, a night beside the next morning, and times that are said loosely ("last
month").
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from rashomon.records.marks import TimeMark
from rashomon.steps.reconcile.disagreements.claims import Scene
from rashomon.steps.reconcile.disagreements.places import MANY, SURE, Places, event
from rashomon.steps.reconcile.disagreements.slots import Slot, apart, slot_at, slots_of
from rashomon.steps.reconcile.disagreements.surroundings import Surroundings, events

ALIKE, AGREED, EVENT = 0.3, 0.24, 0.24
"""Likeness of two places where one report, or several, put the other day; and where one does that shares an event."""
MORE = 3
"""Words that two clauses share whose days are of one thing; where they tell one event, one word is enough."""
FAR = {"day": 31, "month": 330, "year": 40 * 366}
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sept sep oct nov dec"
).split()
LOOSE = frozenset("ago last next this same earlier later previous following past coming early late mid mid- or".split())
PLANS = frozenset("plan schedule set expect due aim hope intend call".split())
LONGEST = 2
"""Days from the first to the last of what is one day."""


class PlacedDays(Places):
    """The days, months and years of a story."""

    kind, reason, asked = "time", "other-day", "When"

    def comparable(self, one: Slot, other: Slot) -> bool:
        """Both to come or both past, both an end or neither, and not the two days of one night."""
        weekdays = [s.said.partition("|")[0] for s in (one, other)]
        return (
            abs(one.low - other.low) <= FAR[one.group]
            and (one.planned == other.planned or not any(weekdays))
            and one.limit == other.limit
            and (one.since == other.since or not _begun().isdisjoint(one.near | other.near))
            and not (abs(one.low - other.low) <= 1 and (one.nightly or other.nightly))
            and not (weekdays[0] and weekdays[0] == weekdays[1])
        )

    def exclude(self, one: Slot, other: Slot) -> bool:
        """No day is in both."""
        return apart(one, other)

    def bar(self, slot: Slot, other: Slot, agreed: int) -> float:
        """The less, the more reports put the other day there, and where both tell one event."""
        if agreed >= MANY:
            return AGREED
        return EVENT if event(slot, other) else ALIKE

    def evident(self, one: Slot, other: Slot, best: float, agreed: int) -> bool:
        """They tell one event and share a word, or are much alike, or share more words.

        Somebody's name is no such word: one man announces many things.
        """
        told = sum(t[:2] not in ("e:", "g:") for t in (one.near & other.near) - self.persons)
        return told >= (1 if best >= SURE or event(one, other) else MORE)

    def shown(self, slot: Slot) -> str:
        """The day as it is told, with its capitals."""
        said = slot.said.partition("|")[2]
        return " ".join(w.capitalize() if w.strip(".,") in WEEKDAYS + MONTHS else w for w in said.split())


def day_slots(scene: Scene) -> list[Slot]:
    """The places of the days, months and years that name a weekday, a month or a year."""
    return slots_of(scene, lambda around: [s for t in around.marks.times if (s := _slot(around, t))])


def _slot(around: Surroundings, mark: TimeMark) -> Slot | None:
    said = mark.span.of(around.article.text).lower()
    words = said.replace("-", " ").replace(",", " ").replace(".", " ").split()
    named = any(w in WEEKDAYS or w in MONTHS or (w.isdigit() and len(w) == 4) for w in words)
    if (
        not named
        or LOOSE & set(words)
        or around.is_saying(mark.span)
        or mark.type not in ("DATE", "TIME")
        or not (mark.earliest and mark.latest)
    ):
        return None
    low, high = (date.fromisoformat(d[:10]).toordinal() for d in (mark.earliest, mark.latest))
    length = high - low
    group = "day" if length <= LONGEST else "month" if 27 <= length <= 31 else "year" if 360 <= length <= 366 else ""
    weekday = next((w for w in words if w in WEEKDAYS), "")
    high = low if weekday else high  # "Sunday night" is named after Sunday
    if group == "day" and not weekday and not any(len(w) == 4 and w.isdigit() for w in words):
        shift = _nearest(low, around.article.day)
        low, high = low + shift, high + shift
    found = slot_at(around, mark, group, (low, high), f"{weekday}|{said}") if group else None
    if found is None:
        return None
    day = around.article.day
    ahead = day is not None and low > date.fromisoformat(day).toordinal()
    planned = ahead or around.is_planned(found.clause, PLANS)
    return replace(found, planned=planned, nightly=mark.type == "TIME")


def _nearest(day: int, published: str | None) -> int:
    """Days to add to a date without a year for the one nearest to publication."""
    if not published:
        return 0
    return min((0, -365, 365), key=lambda s: (abs(day + s - date.fromisoformat(published).toordinal()), abs(s)))


@cache
def _begun() -> frozenset[str]:
    """The event of a beginning: "on strike since Monday", "a strike that began on Monday"."""
    single, _ = events()
    return single["begin"] | single["appoint"]
