"""Events that two reports tell the opposite way, found by who takes part in them and not by the words used.

Decides on deeds (`deeds.py`) of one axis with opposite signs whose participants fit (`roles.py`): the one that matters
on the axis must be the same, the other must not be somebody else. It refuses deeds of other days or of an earlier
time, a plan held beside what happened, what two parties say against one another, what one report tells both ways,
and, for a state that changes, reports of different days.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from rashomon.records.findings import Side
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, fair_cut, grouped, reports, side_of
from rashomon.steps.reconcile.disagreements.deeds import Deed, find_deeds
from rashomon.steps.reconcile.disagreements.ground import as_fact, bare, one_ground, other_doing
from rashomon.steps.reconcile.disagreements.roles import (
    HEAD,
    KIND,
    MORE,
    SAME,
    UNKNOWN,
    WORD,
    Company,
    Role,
    fit,
    generic,
    one_of_many,
)
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, terms
from rashomon.text.words_of import lower_words

MOST = 120
"""Deeds one way on one axis that are compared, as many of each report."""
YEAR = re.compile(r"\b[Ii]n (?:19|20)\d\d\b")
CONTEXT = 2
"""Terms beside the participants that two clauses must share where only one participant is known."""


def opposed_events(scene: Scene) -> list[Draft]:
    """One disagreement for each event that is told both ways."""
    judge = _Judge(scene)
    by_axis: dict[str, list[Deed]] = defaultdict(list)
    for deed in find_deeds(scene, both=True):
        by_axis[deed.axis.name].append(deed)
        judge.told[deed.axis.name] += 1
    drafts = []
    seen: set[tuple[int, int]] = set()
    for axis in sorted(by_axis):
        yes, no = (
            fair_cut([d for d in by_axis[axis] if d.sign == sign], MOST, lambda d: d.claim.article) for sign in (1, -1)
        )
        alike = [(a, b) for a in yes for b in no if judge.same(a, b)]
        changed = {id(d) for a, b in alike if a.claim.article == b.claim.article for d in (a, b)}
        pairs = [(a, b) for a, b in alike if not {id(a), id(b)} & changed and judge.against(a, b)]
        pairs = [p for p in pairs if not {_key(p), _key(p[::-1])} & seen]  # one pair may stand on two axes
        seen |= {_key(p) for p in pairs}
        drafts += [judge.draft(a, b) for a, b in grouped(pairs)]
    return drafts


def _key(pair: tuple[Deed, Deed]) -> tuple[int, int]:
    return id(pair[0].claim.act), id(pair[1].claim.act)


class _Judge:
    """Holds two deeds side by side."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.company = Company.of(scene.cast, scene.kin)
        self.told: Counter[str] = Counter()
        self.earlier_told: dict[str, bool] = {}
        self.used: dict[int, Terms] = {}
        self.earlier = frozenset(lexicon("events")["other-time"]["words"])

    def fit(self, one: Role | None, other: Role | None) -> int:
        """How two participants fit."""
        return fit(self.company, one, other)

    def same(self, one: Deed, other: Deed) -> bool:
        """Both are about one event, whatever they say of it."""
        if not one.modes & other.modes or self._other_time(one, other):
            return False
        if (one.axis.persons or one.axis.things) and one.axis.persons != self._one_person(one, other):
            return False
        if one_of_many(one.main, other.main):
            return False
        doer, theme = self.fit(one.doer, other.doer), self.fit(one.theme, other.theme)
        main, second = self.fit(one.main, other.main), self.fit(one.second, other.second)
        fitting = min(doer, theme) >= UNKNOWN if one.axis.own else (doer if one.axis.role == "doer" else main) >= KIND
        if not fitting and not one.axis.none:
            return False
        shared = self._context(one, other)
        if one.axis.strict and not shared and not (one.lead and other.lead):
            return False
        if one.axis.none:
            return (one.lead and other.lead) or shared >= CONTEXT
        if one.axis.own:
            rare = self.told[one.axis.name] <= len(self.scene.story.articles)
            return self._same_verb(one, other, doer, theme, shared + rare)
        if one.axis.role == "doer":
            return self._same_object(one, other, theme, shared)
        if second < UNKNOWN:
            return False
        if second >= KIND or main >= MORE:
            return True
        if one.axis.name == "level":  # levels of one noun are many: the price of this and of that
            return main >= HEAD and shared > 0 and one.theme is other.theme
        return main >= HEAD or shared >= CONTEXT

    @staticmethod
    def _same_verb(one: Deed, other: Deed, doer: int, theme: int, shared: int) -> bool:
        """One verb with and without "not": who does it and to what must both be told and fit."""
        if min(doer, theme) < UNKNOWN or (one.theme is other.theme and (one.unread or other.unread)):
            return False
        if doer == SAME and theme >= WORD:
            return True
        if one.theme is None and other.theme is None:
            return doer >= HEAD and shared > 0
        if one.doer is None or other.doer is None:
            return theme >= MORE or (theme >= HEAD and shared > 0)
        if not _told(one.theme) or not _told(other.theme):
            bare = all(t is None or t.noun in generic() for t in (one.theme, other.theme))
            return bare and doer >= HEAD and shared > 0
        return doer >= KIND and theme >= KIND and (min(doer, theme) >= HEAD or shared > 0)

    @staticmethod
    def _same_object(one: Deed, other: Deed, theme: int, shared: int) -> bool:
        """What somebody is for or against; a bare "the decision" is what the report is about."""
        if one.unread or other.unread or theme < UNKNOWN:
            return False
        if one.theme is None or other.theme is None:
            return one.theme is other.theme or (one.axis.bare and shared >= CONTEXT)
        if one.theme.points or other.theme.points:
            return one.theme.points == other.theme.points or shared > 0
        return theme >= KIND

    def _one_person(self, one: Deed, other: Deed) -> bool:
        """Somebody with a name, not one of many."""
        a, b = (d.main.actors if d.main else frozenset() for d in (one, other))
        return bool(a & self.company.persons and b & self.company.persons)

    def _context(self, one: Deed, other: Deed) -> int:
        """How many terms the sentences share beside names and participants."""
        return len((one.topic & other.topic) - self._used(one) - self._used(other))

    def _used(self, deed: Deed) -> Terms:
        """The terms of its verb and its participants; each deed is held beside many."""
        known = self.used.get(id(deed))
        if known is None:
            words = (role.words for role in (deed.doer, deed.theme) if role)
            known = self.used[id(deed)] = terms(deed.claim.act.verb.split()).union(*words)
        return known

    def _other_time(self, one: Deed, other: Deed) -> bool:
        a, b = one.claim.unit, other.claim.unit
        if not one.axis.own and _years(a.text) != _years(b.text):
            return True  # one of them is history
        if a.days and b.days:
            return not any(x <= d and c <= y for x, y in a.days for c, d in b.days)
        return self._tells_earlier(a.text) != self._tells_earlier(b.text)

    def _tells_earlier(self, text: str) -> bool:
        known = self.earlier_told.get(text)
        if known is None:
            known = self.earlier_told[text] = not self.earlier.isdisjoint(lower_words(text))
        return known

    def against(self, one: Deed, other: Deed) -> bool:
        """Two reports say so, and not two parties; what changes is compared within one day."""
        a, b = one.claim, other.claim
        if a.article == b.article or not (as_fact(a.unit) and as_fact(b.unit)):
            return False
        if not one.axis.none and not self._one_ground(one, other):
            return False
        if (one.denied or other.denied) and not (a.unit.holder and b.unit.holder):
            return False  # a party denies it, or the clause before has the "no"
        if a.unit.holder and b.unit.holder:
            holders = frozenset({a.unit.holder}), frozenset({b.unit.holder})
            if not self.scene.kin.related(*holders):
                return False
        free = one.axis.own and not one.axis.placed and not other.axis.placed
        return free or self._one_day(a.unit.article, b.unit.article)

    def _one_ground(self, one: Deed, other: Deed) -> bool:
        """The clauses share enough to be about one thing, or say too little to be about two."""
        main = self.fit(one.main, other.main)
        a, b = (d.claim.unit.text for d in (one, other))
        if one_ground(a, b, UNKNOWN if one.axis.own else main):
            return not other_doing(*(self._object(d) for d in (one, other)))
        return main >= HEAD and all(_bare(d) for d in (one, other))

    def _object(self, deed: Deed) -> str:
        span = deed.claim.act.object
        return span.of(self.scene.story.articles[deed.claim.unit.article].text) if span else ""

    def _one_day(self, one: int, other: int) -> bool:
        days = [a.day for a in (self.scene.story.articles[one], self.scene.story.articles[other])]
        return None in days or days[0] == days[1]

    def draft(self, yes: list[Deed], no: list[Deed]) -> Draft:
        """The disagreement of the deeds of both ways."""
        sides = _side(yes), _side(no)
        told = "; ".join(f"{reports(side)}: “{side.says}”" for side in sides)
        return Draft("stance", "opposite-acts", f"{told}.", sides)


@lru_cache(maxsize=8192)
def _years(text: str) -> frozenset[str]:
    return frozenset(YEAR.findall(text))


def _bare(deed: Deed) -> bool:
    """It says who and what, and hardly more."""
    act = deed.claim.act
    named = deed.doer is not None and act.actor is not None and act.clause.covers(act.actor)
    return named and bare(deed.claim.unit.text, deed.doer.words if deed.doer else frozenset())


def _told(role: Role | None) -> bool:
    return role is not None and not role.points


def _side(deeds: list[Deed]) -> Side:
    best = min((d.claim.unit for d in deeds), key=lambda u: (not u.stands, len(u.text), u.cite))
    holders = {d.claim.unit.holder for d in deeds}
    holder = next(iter(holders)) if len(holders) == 1 else None
    return side_of(best.text, holder, (d.claim.unit.cite for d in deeds))
