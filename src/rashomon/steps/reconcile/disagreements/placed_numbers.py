"""Numbers that one report alone puts where the others put another one.

Two numbers are held against one another where what is counted fits and the places share words enough. It refuses what
was only expected held beside what happened, values that can both be right, another thing counted, lengths of what goes
on, and one number so much larger that it must be of something else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from rashomon.records.marks import Measure
from rashomon.records.span import Span
from rashomon.steps.reconcile.disagreements.claims import Scene
from rashomon.steps.reconcile.disagreements.places import MANY, SURE, Places, event, others
from rashomon.steps.reconcile.disagreements.roles import kinds
from rashomon.steps.reconcile.disagreements.slots import BEFORE, Slot, apart, slot_at, slots_of
from rashomon.steps.reconcile.disagreements.surroundings import Surroundings
from rashomon.steps.reconcile.figures.apart import differ
from rashomon.steps.reconcile.figures.entries import dimension
from rashomon.steps.reconcile.figures.roles import counts_people, kind_of
from rashomon.steps.reconcile.figures.setting import setting_of
from rashomon.steps.reconcile.figures.things import thing_of
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import term

ALIKE = 0.3
"""Likeness of two places where one report puts the other number, the only one of its kind in both reports."""
ALIKE_COUNT, AGREED_COUNT, ALIKE_ONLY = 0.5, 0.25, 0.15
"""The same for all others; where several reports put it; for the only length, weight … where both tell one event."""
ALIKE_MONEY = 0.4
"""The same for shares, sums and plain counts, of which a report tells many."""
PLAIN = 0.38
"""Likeness that needs no event in common."""
TERMS = 2
"""Words that the places share, beside kinds, where they share no event."""
ROUNDED = 0.03
"""Values that lie closer than this are one value, rounded."""
SOME = frozenset({"child", "woman"})
"""Of people some: fifty people and thirty children can both be right."""
MORE = frozenset("another more further additional extra".split())
"""What comes on top: "12 more engines", "an additional 12"."""
ALONE = MORE | frozenset("half third quarter".split())
VAGUE = ("hundreds", "thousands", "dozens", "scores", "millions", "billions", "tens")
MOVING = frozenset(t for t in map(term, ("share", "stock", "index", "trading")) if t)
"""What moves by the hour: two of its values can both be right."""
PERIOD = re.compile(
    r"\b(?:in|over|for|within|during|past|last|first|after) "
    r"(?:(?:his|her|its|their|the|past|last|first|about|all) ){0,2}"
    r"(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:season|year|month|week|day|game|decade)s\b",
    re.I,
)
AGE = "year of age"
EXPECTING = frozenset("expect predict forecast hope project anticipate".split())
OCCASIONS = frozenset({"time", "occasion"})
"""How often is never how many: "shot three times", "two others were shot"."""
FARTHEST = 3.5
"""How many times larger one of two numbers may be."""
SMALL = 10
"""Counts below this one are of anything."""


@cache
def people() -> frozenset[str]:
    """Nouns that count people."""
    nouns = [n for n in lexicon("events")["none"]["people"] if n not in SOME]
    return frozenset(f for n in nouns for f in (n, n + "s", n[:-3] + "men" if n.endswith("man") else n))


class PlacedNumbers(Places):
    """The counts, sums, shares and lengths of a story."""

    kind, reason, asked = "figure", "figures-exclude-each-other", "How many"

    def __init__(self, scene: Scene, slots: list[Slot]) -> None:
        super().__init__(scene, slots)
        self.bodies = frozenset(f"a:{a.id}" for a in scene.cast.actors) - self.persons

    def comparable(self, one: Slot, other: Slot) -> bool:
        """Both expected or both told, both background or neither, and what is counted can be one thing."""
        if one.planned != other.planned or one.past != other.past or _far(one, other):
            return False
        if one.toll != other.toll or differ(one.setting, other.setting, one.group == "count"):
            return False
        if _running(one, other) or _unlike(one, other):
            return False
        return one.group != "count" or bool(one.counted & other.counted) or not (one.counted and other.counted)

    def exclude(self, one: Slot, other: Slot) -> bool:
        """They cannot both be right, and not by rounding either."""
        if not apart(one, other):
            return False
        near = max(abs(v) for v in (one.low, other.low, one.high, other.high) if abs(v) != float("inf"))
        return max(other.low - one.high, one.low - other.high) > ROUNDED * near

    def bar(self, slot: Slot, other: Slot, agreed: int) -> float:
        """The less, the more reports put the other number there, and where no other number could be meant."""
        if agreed >= MANY:
            return AGREED_COUNT
        alone = all(
            not apart(s, mine)
            for mine in (slot, other)
            for s in self.by_group[slot.group]
            if s.article == mine.article and (s.group != "count" or s.counted & mine.counted - {"people"})
        )
        only = ALIKE_ONLY if slot.group not in ("count", "percent") and not slot.group.isupper() else ALIKE_MONEY
        named = slot.group != "count" or bool(slot.counted & other.counted - {"people"})
        return (only if event(slot, other) else ALIKE) if alone and named else ALIKE_COUNT

    def evident(self, one: Slot, other: Slot, best: float, agreed: int) -> bool:
        """They share an event, or words enough."""
        shared = (one.near & other.near) | (one.wide & other.wide if best >= SURE else frozenset())
        if MOVING & (one.wide | other.wide) and (one.clocked or other.clocked):
            return False
        if one.group == "percent" and bool(MOVING & one.wide) != bool(MOVING & other.wide):
            return False  # a share price, and something else
        if self._periods(one, other) or (agreed < MANY and others(one, other, self.bodies)):
            return False
        if best < PLAIN and not any(t[:2] not in ("e:", "g:") for t in shared):
            return False  # they only share what happens, not what it happens to
        return any(t[:2] == "e:" for t in shared) or sum(t[:2] != "g:" for t in shared) >= TERMS or best >= PLAIN

    def shown(self, slot: Slot) -> str:
        """The number with its signs and units as they are told ("60 MW"), without the capitals of a headline."""
        told = slot.span.of(self.scene.story.articles[slot.article].text)
        return " ".join(w.lower() if w[1:].islower() else w for w in told.split())

    def _periods(self, one: Slot, other: Slot) -> bool:
        """Both tell how long it took, and not the same: "50 games in five seasons", "15 games in two seasons"."""
        told = []
        for slot in (one, other):
            text = self.scene.story.articles[slot.article].text
            sentence = self.scene.story.marks[slot.article].words.sentence_at(slot.span.start)
            within = sentence.span if sentence else slot.clause
            found = PERIOD.finditer(text, within.start, within.end)
            told.append({m[1].lower() for m in found if not slot.span.covers(Span(m.start(1), m.end(1)))})
        return bool(told[0]) and bool(told[1]) and not told[0] & told[1]


def number_slots(scene: Scene) -> list[Slot]:
    """The places of the numbers that can be told otherwise: no ages, names, vague numbers."""
    return slots_of(scene, lambda around: [s for m in around.marks.measures if (s := _slot(around, m))])


def _slot(around: Surroundings, mark: Measure) -> Slot | None:
    said = mark.span.of(around.article.text).lower()
    glued = around.article.text[max(0, mark.span.start - 1) : mark.span.start]
    if glued.isalpha() or glued == "-":
        return None  # "F-15" is a name
    if mark.value in (0, 1) or ALONE & set(said.split()) or mark.unit == AGE or said.startswith(VAGUE):
        return None
    ahead = around.article.text[max(0, mark.span.start - BEFORE) : mark.span.start].lower().split()
    if (ahead and ahead[-1] in MORE) or (mark.unit is None and mark.value is not None and mark.value < 1):
        return None  # "another 12 engines"; a share of all
    low = mark.low if mark.low is not None else float("-inf")
    high = mark.high if mark.high is not None else float("inf")
    group = mark.unit or ("occasions" if (mark.counted or "").lower() in OCCASIONS else "count")
    found = slot_at(around, mark, group, (low, high), said)
    sentence = around.marks.words.sentence_at(mark.span.start)
    if found is None or sentence is None:
        return None
    clause, timed = found.clause, kind_of(dimension(mark.unit)[0]) == "time"
    return replace(
        found,
        counted=_counted((mark.counted or "").lower()),
        planned=around.is_planned(clause, EXPECTING),
        past=around.is_past(sentence),
        setting=setting_of(around.marks.words, mark, sentence, clause.start, clause.end, timed),
        toll=_toll(around.article.text, mark, sentence.span),
        dated=around.article.day is not None,
    )


def _toll(text: str, mark: Measure, sentence: Span) -> str | None:
    """What befell those that are counted, up to a semicolon; who comes to a hospital is told in other words as well."""
    start = text.rfind(";", sentence.start, mark.span.start) + 1 or sentence.start
    end = text.find(";", mark.span.end, sentence.end)
    if counts_people((mark.counted or "").lower()):
        mark = replace(mark, counted=None)  # miners are killed as people are
    toll = thing_of(text, mark, start, end if end >= 0 else sentence.end).toll
    return toll if toll != "hospital" else None


def _counted(noun: str) -> frozenset[str]:
    """Term and kinds of a counted noun, and "people" where it counts people."""
    about = {t for t in (term(noun),) if t} | {f"g:{k}" for k in kinds().get(noun, ())} if noun else set()
    return frozenset(about | {"people"} if noun in people() else about)


def _running(one: Slot, other: Slot) -> bool:
    """True for lengths of what goes on, told nobody knows when: "four days of riots" become eight."""
    return one.setting.of and other.setting.of and not (one.dated and other.dated)


def _unlike(one: Slot, other: Slot) -> bool:
    """True where one small count is of things, the other of what is not named: three of them, five engines."""
    if one.group != "count" or max(one.low, other.low) >= SMALL or bool(one.counted) == bool(other.counted):
        return False
    return "people" not in one.counted | other.counted


def _far(one: Slot, other: Slot) -> bool:
    """True when one number is so much larger that it must be of something else."""
    low, high = sorted((one.low, other.low))
    return low > 0 and high > FARTHEST * low
