"""The places of a story held side by side: what one report alone puts where the others put something else.

Decides from the place, not from the value (`slots.py`): two clauses or sentences of two reports that are alike in
words, participants and events, the best match there is. The value must be told by one report only, and that report
must nowhere tell what the others tell. Days (`placed_days.py`) and numbers (`placed_numbers.py`) say what can be held
against what, and how much the places must share.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from rashomon.records.findings import DisagreementKind, Side
from rashomon.records.span import Cite
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, reports, side_of
from rashomon.steps.reconcile.disagreements.slots import Slot, apart
from rashomon.text.similarity import Rarity, term

SCALE = {"g:": 0.5, "a:": 0.8}
SURE = 0.5
"""Likeness at which a value may be told elsewhere, of something else."""
SAME_PLACE = 0.2
"""Likeness at which a third report tells the same of the same."""
NEARLY = 0.75
"""Share of the best likeness at which a third report does so, where all are told very differently."""
RIVAL = 0.85
"""Share of the best likeness at which another value fits the place as well."""
COUNTED = 0.05
"""What the same noun behind two numbers adds to their likeness."""
MOST = 200
"""Values of a story beyond which it is a table."""
MANY = 2
"""Reports that agree."""
ORDINALS = frozenset(t for t in map(term, "fourth fifth sixth seventh eighth ninth tenth".split()) if t)


class Places(ABC):
    """The places of one kind of value."""

    kind: ClassVar[DisagreementKind]
    reason: ClassVar[str]
    asked: ClassVar[str]

    def __init__(self, scene: Scene, slots: list[Slot]) -> None:
        self.scene = scene
        self.slots = slots if len(slots) <= MOST else []
        self.rarity = Rarity((s.wide for s in self.slots), SCALE)
        self.persons = self._actors(scene, "person")
        self.places = self._actors(scene, "place")
        self.by_group: dict[str, list[Slot]] = {}
        for slot in self.slots:
            self.by_group.setdefault(slot.group, []).append(slot)

    @staticmethod
    def _actors(scene: Scene, kind: str) -> frozenset[str]:
        return frozenset(f"a:{a.id}" for a in scene.cast.actors if a.type == kind)

    @abstractmethod
    def comparable(self, one: Slot, other: Slot) -> bool:
        """Whether the two values can be held against one another at all."""

    @abstractmethod
    def exclude(self, one: Slot, other: Slot) -> bool:
        """Whether they cannot both be right."""

    @abstractmethod
    def bar(self, slot: Slot, other: Slot, agreed: int) -> float:
        """How alike the places must be; `agreed`: the reports that put the other value there."""

    @abstractmethod
    def evident(self, one: Slot, other: Slot, best: float, agreed: int) -> bool:
        """Whether they share an event, or words enough."""

    def drafts(self) -> list[Draft]:
        """One disagreement for each value that one report puts in the place of another."""
        found = []
        for group in sorted(self.by_group):
            slots = self.by_group[group]
            found += [(slot, rival) for slot in slots if (rival := self._rival(slot, slots)) is not None]
        drafts: list[Draft] = []
        told: list[list[Slot]] = []
        for slot, rival in found:
            if not any(_holds(known, slot) and _holds(known, rival) for known in told):
                others = self._others(slot, rival)
                told.append([slot, *others])
                drafts.append(self._draft(slot, rival, others))
        return drafts

    def _rival(self, slot: Slot, slots: list[Slot]) -> Slot | None:
        """What the others put in the place of `slot`; None when nothing fits, or several things."""
        mine = [s for s in slots if s.article == slot.article]
        shared = [s for s in slots if s.article != slot.article and not apart(s, slot)]
        scored = [
            (self.alike(slot, other), -other.span.start, other)
            for other in slots
            if other.article != slot.article and self.comparable(slot, other) and self.exclude(slot, other)
            and all(apart(s, other) for s in mine)
        ]  # fmt: skip
        if not scored:
            return None
        best, _, other = max(scored, key=lambda s: s[:2])
        if shared and (best < SURE or any(self.alike(slot, s) >= SAME_PLACE for s in shared)):
            return None
        if any(score >= RIVAL * best and apart(third, other) for score, _, third in scored):
            return None
        if any(apart(s, slot) and self.comparable(s, other) and self.alike(s, other) >= best for s in mine):
            return None
        near = min(SAME_PLACE, NEARLY * best)
        agreed = len({s.article for score, _, s in scored if score >= near and not apart(s, other)})
        sure = best >= self.bar(slot, other, agreed) and self._evident(slot, other, best, agreed)
        return other if sure else None

    def _evident(self, one: Slot, other: Slot, best: float, agreed: int) -> bool:
        if one.near & self.places and other.near & self.places and not one.wide & other.wide & self.places:
            return False  # each tells it of another place
        which = one.wide & ORDINALS, other.wide & ORDINALS
        if which[0] != which[1] and (best < SURE or (all(which) and not which[0] & which[1])):
            return False  # the sixth of them is not the fifth
        return not others(one, other, self.persons) and self.evident(one, other, best, agreed)

    def alike(self, one: Slot, other: Slot) -> float:
        """0 to 1: how alike the clauses are, or their sentences."""
        bonus = COUNTED if one.counted & other.counted - {"people"} else 0.0
        return bonus + max(self.rarity.likeness(a, b) for a, b in ((one.near, other.near), (one.wide, other.wide)))

    def _others(self, slot: Slot, rival: Slot) -> list[Slot]:
        """All that put what `rival` tells in the place of `slot`."""
        return [
            s
            for s in self.by_group[slot.group]
            if s is rival or (not apart(s, rival) and self.alike(slot, s) >= SAME_PLACE)
        ]

    def _draft(self, slot: Slot, rival: Slot, others: list[Slot]) -> Draft:
        sides = self._side([slot]), self._side(others)
        words = [f"“{self.shown(s)}” in {reports(side)}" for s, side in zip((slot, rival), sides, strict=True)]
        values = tuple(tuple(self._value(s) for s in told) for told in ([slot], others))
        return Draft(self.kind, self.reason, f"{self.asked}: {words[0]}, {words[1]}.", sides, values)

    def shown(self, slot: Slot) -> str:
        """The value in a note."""
        return slot.said

    def _value(self, slot: Slot) -> Cite:
        return Cite(self.scene.story.articles[slot.article].id, slot.span.start, slot.span.end)

    def _side(self, slots: list[Slot]) -> Side:
        articles = self.scene.story.articles
        best = min(slots, key=lambda s: (s.clause.end - s.clause.start, s.article, s.clause))
        cites = [Cite(articles[s.article].id, s.clause.start, s.clause.end) for s in slots]
        return side_of(best.clause.of(articles[best.article].text), None, cites)


def _holds(known: list[Slot], slot: Slot) -> bool:
    """The value is there, or its report tells it once more, as in the headline and below."""
    return any(s.article == slot.article and not apart(s, slot) for s in known)


def others(one: Slot, other: Slot, kind: frozenset[str]) -> bool:
    """Each clause names an actor of `kind` that the other's sentence does not name."""
    return bool((one.near & kind) - other.wide and (other.near & kind) - one.wide)


def event(one: Slot, other: Slot) -> bool:
    """Both clauses tell of one event."""
    return any(t[:2] == "e:" for t in one.near & other.near)
