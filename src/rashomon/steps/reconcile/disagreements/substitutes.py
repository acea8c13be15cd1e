"""A day or a number that one report alone puts where the others put another one.

Decides from the place, not from the value (`slots.py`): two clauses or sentences of two reports that are alike in
words, participants and events, the best match there is. The value must be told by one report only, and that report
must nowhere tell what the others tell. It refuses a plan held beside what happened, a limit beside a day, values that
can both be right, another thing counted, and places that fit several values.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial

from rashomon.records.article import STORY_KINDS
from rashomon.records.findings import DisagreementKind, Side
from rashomon.records.marks import Measure, TimeMark
from rashomon.records.span import Cite, Span
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, reports, side_of
from rashomon.steps.reconcile.disagreements.roles import kinds
from rashomon.steps.reconcile.disagreements.slots import (
    EXPECTING,
    LONGEST,
    PLANS,
    Slot,
    Surroundings,
    events,
    far,
    running,
    unlike,
)
from rashomon.steps.reconcile.figures.apart import differ
from rashomon.steps.reconcile.figures.entries import dimension
from rashomon.steps.reconcile.figures.roles import kind_of
from rashomon.steps.reconcile.figures.setting import is_name, setting_of
from rashomon.text.datelines import after_dateline
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Rarity, likeness, term

SCALE = {"g:": 0.5, "a:": 0.8}
ALIKE, AGREED, EVENT = 0.3, 0.24, 0.24
"""Likeness of two places where one report, or several, put the other day; and where one does that shares an event."""
ALIKE_COUNT, AGREED_COUNT, ALIKE_ONLY = 0.5, 0.25, 0.15
"""The same for numbers, and for numbers that are the only ones of their kind in both reports."""
ALIKE_MONEY = 0.4
"""The same for shares, sums and plain counts, of which a report tells many."""
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
PLAIN = 0.38
"""Likeness that needs no event in common."""
TERMS = 2
"""Words that the places share, beside kinds, where they share no event."""
ROUNDED = 0.03
"""Values that lie closer than this are one value, rounded."""
MOST = 200
"""Values of a story beyond which it is a table."""
FAR = {"day": 31, "month": 330, "year": 40 * 366}
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sept sep oct nov dec"
).split()
LOOSE = frozenset("ago last next this same earlier later previous following past coming early late mid mid- or".split())
SOME = frozenset({"child", "woman"})
"""Of people some: fifty people and thirty children can both be right."""
NIGHT = frozenset("night evening early midnight dawn morning".split())
LIMITS = frozenset({"until", "till", "before"})
ALONE = frozenset("another more further additional extra half third quarter two-thirds".split())
VAGUE = ("hundreds", "thousands", "dozens", "scores", "millions", "billions", "tens")
ORDINALS = frozenset(t for t in map(term, "third fourth fifth sixth seventh eighth ninth tenth another".split()) if t)
MOVING = frozenset(t for t in map(term, ("share", "stock", "index", "trading")) if t)
"""What moves by the hour: two of its values can both be right."""
PERIOD = re.compile(
    r"\b(?:in|over|for|within|during|past|last|first|after) "
    r"(?:(?:his|her|its|their|the|past|last|first|about|all) ){0,2}"
    r"(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:season|year|month|week|day|game|decade)s\b",
    re.I,
)
AGE = "year of age"
BEFORE = 40
"""Characters before a value that say how it is meant."""
PART = re.compile(r"\b(?:includ(?:es|ed|ing)|among them|of whom|of them|of which|compared with|up from|down from)\b")
MANY = 2
MORE = 3
"""Words of two clauses that tell no event in common before their days are days of one thing; with one, one word."""


def other_values(scene: Scene) -> list[Draft]:
    """The days first, then the numbers."""
    return _Judge(scene, _days(scene), "time").drafts() + _Judge(scene, _numbers(scene), "figure").drafts()


@cache
def people() -> frozenset[str]:
    """Nouns that count people."""
    nouns = [n for n in lexicon("events")["none"]["people"] if n not in SOME]
    return frozenset(f for n in nouns for f in (n, n + "s", n[:-3] + "men" if n.endswith("man") else n))


def _days(scene: Scene) -> list[Slot]:
    def slot(around: Surroundings, mark: TimeMark) -> Slot | None:
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
        group = "day" if length <= MANY else "month" if 27 <= length <= 31 else "year" if 360 <= length <= 366 else ""
        weekday = next((w for w in words if w in WEEKDAYS), "")
        high = low if weekday else high  # "Sunday night" is named after Sunday
        if group == "day" and not weekday and not any(len(w) == 4 and w.isdigit() for w in words):
            shift = _nearest(low, around.article.day)
            low, high = low + shift, high + shift
        nightly = mark.type == "TIME" or not NIGHT.isdisjoint(words)
        found = _slot(around, mark, group, low, high, f"{weekday}|{said}") if group else None
        return replace(found, nightly=nightly) if found else None

    return _slots(scene, lambda around: [s for t in around.marks.times if (s := slot(around, t))])


def _nearest(day: int, published: str | None) -> int:
    """Days to add to a date without a year for the one nearest to publication."""
    if not published:
        return 0
    return min((0, -365, 365), key=lambda s: (abs(day + s - date.fromisoformat(published).toordinal()), abs(s)))


def _numbers(scene: Scene) -> list[Slot]:
    def slot(around: Surroundings, mark: Measure) -> Slot | None:
        said = mark.span.of(around.article.text).lower()
        glued = around.article.text[max(0, mark.span.start - 1) : mark.span.start]
        if glued.isalpha() or glued == "-":
            return None  # "F-15" is a name
        if mark.value in (0, 1) or ALONE & set(said.split()) or mark.unit == AGE or said.startswith(VAGUE):
            return None
        low = mark.low if mark.low is not None else float("-inf")
        high = mark.high if mark.high is not None else float("inf")
        noun = (mark.counted or "").lower()
        about = {t for t in (term(noun),) if t} | {f"g:{k}" for k in kinds().get(noun, ())} if noun else set()
        if noun in people():
            about.add("people")
        if is_name(around.article.text, mark):
            return None
        found = _slot(around, mark, mark.unit or "count", low, high, said, frozenset(about))
        sentence = around.marks.words.sentence_at(mark.span.start)
        if found is None or sentence is None:
            return None
        timed = kind_of(dimension(mark.unit)[0]) == "time"
        told = setting_of(around.marks.words, mark, sentence, found.clause.start, found.clause.end, timed)
        return replace(found, value=mark.value, setting=told, dated=around.article.day is not None)

    return _slots(scene, lambda around: [s for m in around.marks.measures if (s := slot(around, m))])


def _slots(scene: Scene, read: Callable[[Surroundings], list[Slot]]) -> list[Slot]:
    out = []
    for number, (article, marks) in enumerate(zip(scene.story.articles, scene.story.marks, strict=True)):
        if not article.stray:
            around = scene.cast.once("surroundings", marks, partial(Surroundings, number, marks, scene.cast))
            out += read(around)
    return out


def _slot(
    around: Surroundings,
    mark: TimeMark | Measure,
    group: str,
    low: float,
    high: float,
    said: str,
    counted: frozenset[str] = frozenset(),
) -> Slot | None:
    sentence, clause = around.marks.words.sentence_at(mark.span.start), around.clause(mark.span)
    if sentence is None or clause is None or sentence.end - sentence.start > LONGEST:
        return None
    if mark.place not in STORY_KINDS or around.in_quotation(mark.span):
        return None
    if mark.span.start < after_dateline(around.article.text, sentence.start, sentence.end):
        return None
    ahead = around.article.text[max(clause.start, mark.span.start - BEFORE) : mark.span.start].lower()
    if PART.search(ahead):
        return None  # "including 40 children" counts some of them
    before = ahead.split()
    after = bool(before) and before[-1] == "since" and group != "year"
    return Slot(
        around.number, mark.span, clause, group, low, high, said, around.terms(clause), around.terms(sentence.span),
        clause.start < around.lead, _ahead(around, mark, clause, low), bool(before) and before[-1] in LIMITS, after,
        isinstance(mark, Measure) and around.is_past(sentence), around.is_clocked(sentence.span), counted=counted,
    )  # fmt: skip


@cache
def _begun() -> frozenset[str]:
    """The event of a beginning: "on strike since Monday", "a strike that began on Monday"."""
    single, _ = events()
    return single["begin"] | single["appoint"]


def _ahead(around: Surroundings, mark: TimeMark | Measure, clause: Span, low: float) -> bool:
    """It is still to come, or was only expected."""
    if isinstance(mark, Measure):
        return around.is_planned(clause, EXPECTING)
    day = around.article.day
    return around.is_planned(clause, PLANS) or (day is not None and low > date.fromisoformat(day).toordinal())


class _Judge:
    """Holds the places of a story side by side."""

    def __init__(self, scene: Scene, slots: list[Slot], kind: str) -> None:
        self.scene, self.kind = scene, kind
        self.slots = slots if len(slots) <= MOST else []
        self.rarity = Rarity((s.wide for s in self.slots), SCALE)
        self.totals: dict[frozenset[str], float] = {}
        self.persons = {f"a:{a.id}" for a in scene.cast.actors if a.type == "person"}
        self.bodies = {f"a:{a.id}" for a in scene.cast.actors if a.type != "person"}
        self.places = {f"a:{a.id}" for a in scene.cast.actors if a.type == "place"}
        self.by_group: dict[str, list[Slot]] = {}
        for slot in self.slots:
            self.by_group.setdefault(slot.group, []).append(slot)

    def drafts(self) -> list[Draft]:
        """One disagreement for each value that one report puts in the place of another."""
        found = []
        for group in sorted(self.by_group):
            slots = self.by_group[group]
            found += [(slot, rival) for slot in slots if (rival := self._rival(slot, slots)) is not None]
        drafts: list[Draft] = []
        told: list[list[Slot]] = []
        for slot, rival in found:
            if not any(slot in known and rival in known for known in told):
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
            if other.article != slot.article and self._comparable(slot, other) and self._apart(slot, other)
            and all(apart(s, other) and (s.value is None or s.value != other.value) for s in mine)
        ]  # fmt: skip
        if not scored:
            return None
        best, _, other = max(scored, key=lambda s: s[:2])
        if shared and (best < SURE or any(self.alike(slot, s) >= SAME_PLACE for s in shared)):
            return None
        if any(score >= RIVAL * best and apart(third, other) for score, _, third in scored):
            return None
        if any(apart(s, slot) and self._comparable(s, other) and self.alike(s, other) >= best for s in mine):
            return None
        near = min(SAME_PLACE, NEARLY * best)
        agreed = len({s.article for score, _, s in scored if score >= near and not apart(s, other)})
        sure = best >= self._bar(slot, other, agreed) and self._evident(slot, other, best, agreed)
        return other if sure else None

    def _apart(self, one: Slot, other: Slot) -> bool:
        """They cannot both be right, and not by rounding either."""
        if not apart(one, other):
            return False
        near = max(abs(v) for v in (one.low, other.low, one.high, other.high) if abs(v) != float("inf"))
        space = max(other.low - one.high, one.low - other.high)
        return self.kind == "time" or space > ROUNDED * near

    def _evident(self, one: Slot, other: Slot, best: float, agreed: int) -> bool:
        """They share an event, or words enough."""
        shared = (one.near & other.near) | (one.wide & other.wide if best >= SURE else frozenset())
        if self.kind == "figure" and MOVING & (one.wide | other.wide) and (one.clocked or other.clocked):
            return False
        if one.group == "percent" and bool(MOVING & one.wide) != bool(MOVING & other.wide):
            return False  # a share price, and something else
        if self.kind == "figure" and self._periods(one, other):
            return False
        there = one.wide & self.places, other.wide & self.places
        if all(there) and not there[0] & there[1] and one.near & self.places and other.near & self.places:
            return False  # each tells it of another place
        lone = self.kind == "figure" and agreed < MANY
        if (one.wide & ORDINALS) ^ (other.wide & ORDINALS) and best < SURE:
            return False  # the sixth of them is not the fifth
        for kind in (self.persons, self.bodies) if lone else (self.persons,):
            if (one.near & kind) - other.wide and (other.near & kind) - one.wide:
                return False  # each tells it of somebody else
        if self.kind == "figure" and best < PLAIN and not any(t[:2] not in ("e:", "g:") for t in shared):
            return False  # they only share what happens, not what it happens to
        if self.kind == "time":
            both = one.near & other.near
            told = sum(t[:2] not in ("e:", "g:") for t in both)
            return best >= SURE or told >= (1 if any(t[:2] == "e:" for t in both) else MORE)
        return any(t[:2] == "e:" for t in shared) or sum(t[:2] != "g:" for t in shared) >= TERMS or best >= PLAIN

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

    def _bar(self, slot: Slot, other: Slot, agreed: int) -> float:
        """How alike the places must be: the less, the more reports put the other value there."""
        if agreed >= MANY:
            return AGREED if self.kind == "time" else AGREED_COUNT
        event = any(t[:2] == "e:" for t in slot.near & other.near)
        if self.kind == "time":
            return EVENT if event else ALIKE
        alone = all(
            not apart(s, mine)
            for mine in (slot, other)
            for s in self.by_group[slot.group]
            if s.article == mine.article and (s.group != "count" or s.counted & mine.counted - {"people"})
        )
        only = ALIKE_ONLY if slot.group not in ("count", "percent") and not slot.group.isupper() else ALIKE_MONEY
        named = slot.group != "count" or bool(slot.counted & other.counted - {"people"})
        return (only if event else ALIKE) if alone and named else ALIKE_COUNT

    def _comparable(self, one: Slot, other: Slot) -> bool:
        if self.kind == "time":
            weekdays = [s.said.partition("|")[0] for s in (one, other)]
            return (
                abs(one.low - other.low) <= FAR[one.group]
                and (one.planned == other.planned or not any(weekdays))
                and one.limit == other.limit
                and (one.since == other.since or not _begun().isdisjoint(one.near | other.near))
                and not (abs(one.low - other.low) <= 1 and (one.nightly or other.nightly))
                and not (weekdays[0] and weekdays[0] == weekdays[1])
            )
        if one.planned != other.planned or one.past != other.past or far(one, other):
            return False
        if differ(one.setting, other.setting, one.group == "count") or running(one, other) or unlike(one, other):
            return False
        return one.group != "count" or bool(one.counted & other.counted) or not (one.counted and other.counted)

    def alike(self, one: Slot, other: Slot) -> float:
        """0 to 1: how alike the clauses are, or their sentences."""
        bonus = COUNTED if one.counted & other.counted - {"people"} else 0.0
        return bonus + max(self._likeness(a, b) for a, b in ((one.near, other.near), (one.wide, other.wide)))

    def _likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        return likeness(self.rarity.total(a & b), self._total(a), self._total(b))

    def _total(self, passage: frozenset[str]) -> float:
        if passage not in self.totals:
            self.totals[passage] = self.rarity.total(passage)
        return self.totals[passage]

    def _others(self, slot: Slot, rival: Slot) -> list[Slot]:
        """All that put what `rival` tells in the place of `slot`."""
        return [
            s
            for s in self.by_group[slot.group]
            if s is rival or (s.article != slot.article and not apart(s, rival) and self.alike(slot, s) >= SAME_PLACE)
        ]

    def _draft(self, slot: Slot, rival: Slot, others: list[Slot]) -> Draft:
        sides = self._side([slot]), self._side(others)
        words = [f"“{_shown(s)}” in {reports(side)}" for s, side in zip((slot, rival), sides, strict=True)]
        ask = "When" if self.kind == "time" else "How many"
        reason = "other-day" if self.kind == "time" else "figures-exclude-each-other"
        values = tuple(tuple(self._value(s) for s in told) for told in ([slot], others))
        kind: DisagreementKind = "time" if self.kind == "time" else "figure"
        return Draft(kind, reason, f"{ask}: {words[0]}, {words[1]}.", sides, values)

    def _value(self, slot: Slot) -> Cite:
        return Cite(self.scene.story.articles[slot.article].id, slot.span.start, slot.span.end)

    def _side(self, slots: list[Slot]) -> Side:
        articles = self.scene.story.articles
        best = min(slots, key=lambda s: (s.clause.end - s.clause.start, s.article, s.clause))
        cites = [Cite(articles[s.article].id, s.clause.start, s.clause.end) for s in slots]
        return side_of(best.clause.of(articles[best.article].text), None, cites)


def _shown(slot: Slot) -> str:
    said = slot.said.partition("|")[2] or slot.said
    return " ".join(w.capitalize() if w in WEEKDAYS or w in MONTHS else w for w in said.split())


def apart(one: Slot, other: Slot) -> bool:
    """True when the two values cannot both be right."""
    return one.high < other.low or other.high < one.low
