"""Opposite tellings, found by aligning clauses first: what do two clauses share, and does one turn the other round?

Decides on predicates (`predicates.py`) of one axis with opposite signs, in two reports, whose participants do not
exclude one another (`roles.py`) and whose clauses share enough rare words; each must be the best that the other
report offers. It refuses where that report also tells the same as this one, days that cannot meet, two parties, and a
plan beside what happened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from operator import itemgetter

from rashomon.records.findings import Side
from rashomon.records.span import cite
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, fair_cut, reports, side_of
from rashomon.steps.reconcile.disagreements.ground import as_fact, one_ground, other_doing
from rashomon.steps.reconcile.disagreements.roles import (
    HEAD,
    KIND,
    MORE,
    OTHER,
    PRONOUNS,
    SAME,
    UNKNOWN,
    WORD,
    Company,
    Role,
    fit,
    one_of_many,
)
from rashomon.steps.reconcile.disagreements.segments import QUANTITIES
from rashomon.steps.reconcile.disagreements.tellings import Found, Telling, Tellings, find_predicates
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms
from rashomon.text.vectors import near
from rashomon.text.words_of import lower_words

MOST = 150
"""Tellings on one axis that are compared, as many of each report."""
SHARE, WHOLE = 0.5, 0.9
"""Shares of the weight of the shorter clause that both have in common."""
LITTLE, SOME, CLEAR = 2.0, 4.0, 5.0
"""Weights of shared words (`Rarity`)."""
NEAR = 0.5
"""Two head nouns as near as this may name one thing."""
AROUND = 0.5
"""What a shared word weighs that stands beside the clause in one report."""


def aligned_opposites(scene: Scene) -> list[Draft]:
    """One disagreement for each thing that aligned clauses of two reports tell both ways."""
    by_axis: dict[str, list[Found]] = defaultdict(list)
    for found in find_predicates(scene):
        by_axis[found[1].axis.name].append(found)
    tellings, judge = Tellings(scene), Judge(scene, {axis: len(found) for axis, found in by_axis.items()})
    pairs: list[tuple[float, Telling, Telling]] = []
    for axis in sorted(by_axis):
        told = fair_cut(by_axis[axis], MOST, itemgetter(0))
        if len({predicate.sign for _, predicate in told}) == 2:  # most axes go one way: who takes part is never read
            pairs += judge.opposites(tellings.of(told))
    return _drafts(scene, pairs)


def _drafts(scene: Scene, pairs: list[tuple[float, Telling, Telling]]) -> list[Draft]:
    """The strongest first; pairs that share a clause are one dispute."""
    groups: list[tuple[list[Telling], list[Telling]]] = []
    for _, a, b in sorted(pairs, key=lambda p: (-p[0], p[1].article, p[1].span, p[2].article, p[2].span)):
        home = next((g for g in groups if _among(a, g[0]) or _among(b, g[1])), None)
        crossed = next((g for g in groups if _among(a, g[1]) or _among(b, g[0])), None)
        if home is None and crossed is not None:
            home, a, b = crossed, b, a
        if home is None:
            home = ([], [])
            groups.append(home)
        for telling, known in ((a, home[0]), (b, home[1])):
            if not _among(telling, known):
                known.append(telling)
    return [_draft(scene, yes, no) for yes, no in groups]


def _among(telling: Telling, known: list[Telling]) -> bool:
    return any(t.article == telling.article and t.span == telling.span for t in known)


def _draft(scene: Scene, yes: list[Telling], no: list[Telling]) -> Draft:
    sides = _side(scene, yes), _side(scene, no)
    told = "; ".join(f"{reports(side)}: “{side.says}”" for side in sides)
    return Draft("stance", "opposite-acts", f"{told}.", sides)


def _side(scene: Scene, tellings: list[Telling]) -> Side:
    best = min(tellings, key=lambda t: (t.points, len(t.text), t.article, t.span))
    holders = {t.unit.holder if t.unit else None for t in tellings}
    holder = next(iter(holders)) if len(holders) == 1 else None
    return side_of(best.text, holder, (cite(scene.story.articles[t.article].id, t.span) for t in tellings))


class Judge:
    """Holds two tellings side by side."""

    def __init__(self, scene: Scene, told: Mapping[str, int]) -> None:
        self.scene, self.told = scene, told
        """`told`: predicates of the story, by axis."""
        self.company = Company.of(scene.cast, scene.kin)
        self.earlier = frozenset(lexicon("events")["other-time"]["words"])

    def weigh(self, words: Terms) -> float:
        """The weight of shared words; a number weighs one."""
        numbers = sum(w.startswith("n:") for w in words)
        return numbers + self.scene.rarity.total(w for w in words if not w.startswith("n:"))

    def fit(self, one: Role | None, other: Role | None) -> int:
        """How two participants fit, with nouns that are near in meaning."""
        found = fit(self.company, one, other)
        if (
            found == OTHER
            and one
            and other
            and one.alone == other.alone
            and (one.noun in PRONOUNS or other.noun in PRONOUNS)
        ):
            return UNKNOWN  # whom a pronoun means is often not clear
        if found < UNKNOWN and found != OTHER and one and other and near(one.noun, other.noun) >= NEAR:
            return KIND
        return found

    def apart(self, one: Telling, other: Telling) -> bool:
        """They tell of different times, or are what two parties say."""
        if not one.modes & other.modes:
            return True
        if one.years != other.years and not one.axis.own:
            return True  # one of them is history
        if one.days and other.days and not any(x <= d and c <= y for x, y in one.days for c, d in other.days):
            return True
        if self.earlier.isdisjoint(lower_words(one.text)) != self.earlier.isdisjoint(lower_words(other.text)):
            return True
        published = [self.scene.story.articles[t.article].day for t in (one, other)]
        if None not in published and published[0] != published[1] and not one.axis.own:
            return True  # what changes is compared within one day
        a, b = (t.unit.holder if t.unit else None for t in (one, other))
        return bool(a and b and a != b and not self.scene.kin.related(frozenset({a}), frozenset({b})))

    def opposites(self, told: list[Telling]) -> list[tuple[float, Telling, Telling]]:
        """Pairs of one axis that turn one another round, with their strength."""
        found: dict[tuple[int, int], float] = {}
        changed: set[int] = set()
        yes, no = ([n for n, t in enumerate(told) if (t.sign > 0) is way] for way in (True, False))
        for i, j in sorted((min(i, j), max(i, j)) for i in yes for j in no):
            one, other = told[i], told[j]
            strength = self.strength(one, other)
            if one.article != other.article:
                found[i, j] = strength
            elif strength > 0 or self.pointed(one, other, self.roles(one)[0], self.roles(other)[0]):
                changed |= {i, j}  # "was closed, but it is open again"
        alike = _Alike(self, told)
        out = []
        for (i, j), strength in found.items():
            if strength <= 0 or i in changed or j in changed or self.apart(told[i], told[j]):
                continue
            if self.meet(told[i], told[j]) and alike.best(i, j, strength) and alike.best(j, i, strength):
                out.append((strength, *((told[i], told[j]) if told[i].sign > 0 else (told[j], told[i]))))
        return out

    def meet(self, one: Telling, other: Telling) -> bool:
        """Both are told as facts, and on one ground."""
        main = self.fit(self.roles(one)[0], self.roles(other)[0])
        if one.axis.role == "theme" and one.theme and other.theme and other_doing(one.text, other.text):
            return False
        return as_fact(one.unit) and as_fact(other.unit) and one_ground(one.text, other.text, main)

    def strength(self, one: Telling, other: Telling) -> float:
        """How surely both are about one thing; 0: not enough."""
        if one.whole.isdisjoint(other.whole):
            return 0.0
        if one.counts and other.counts and one.counts.isdisjoint(other.counts):
            return 0.0  # so many here, so many there
        axis, used = one.axis, one.words | other.words
        mine, theirs = self.roles(one), self.roles(other)
        if one_of_many(mine[0], theirs[0]):
            return 0.0
        main, second = self.fit(mine[0], theirs[0]), self.fit(mine[1], theirs[1])
        if min(main, second) <= OTHER or main < UNKNOWN:
            return 0.0
        direct = (one.bag & other.bag) - used
        beside = ((one.bag & other.around) | (one.around & other.bag)) - used - direct
        weigh = self.weigh if one.numbered or other.numbered else self.scene.rarity.total
        weight = weigh(direct)
        strength = weight + AROUND * weigh(beside)
        least = min(weigh(one.bag - used), weigh(other.bag - used)) if weight else 0.0
        share = weight / least if least else 0.0
        more = sum(not t.startswith("a:") for t in direct)
        if axis.own and any(r is not None and r.noun in QUANTITIES for r in (*mine, *theirs)):
            return 0.0  # "one went off, the others did not"
        if one.broad or other.broad:
            return self.despite(one, other, main, second, strength, share, more, len(direct))
        if one.spent and other.spent and main >= HEAD and axis.role == "doer" and strength >= LITTLE:
            return strength + main
        if main == UNKNOWN and second >= MORE and share >= SHARE and strength >= SOME - 1:
            return strength
        alone = mine[1] is None and theirs[1] is None
        if main >= HEAD and weight > 0 and share >= SHARE:
            if axis.role == "doer" and second < KIND and not alone and not axis.bare:
                return 0.0
            if second < UNKNOWN or (second <= UNKNOWN and not alone and strength < CLEAR and axis.role != "doer"):
                return 0.0
            return strength + main
        if second < UNKNOWN:
            return 0.0
        if main >= KIND and strength >= SOME and share >= SHARE:
            return strength + main
        if main == UNKNOWN and weight >= SOME and strength >= CLEAR and share >= SHARE and more > 1:
            return strength
        if axis.role == "doer" and second < KIND:
            return 0.0
        if self.pointed(one, other, mine[0], theirs[0]):
            if axis.own and self.told[axis.name] <= len(self.scene.story.articles):
                return strength + WORD
            if strength >= SOME - 1 and (direct or len(beside) > 2):
                return strength
        if one.lemma == other.lemma and second >= HEAD and main >= UNKNOWN and strength >= SOME and more:
            return strength  # one verb with and without "not", of one doer
        return 0.0

    @staticmethod
    def despite(
        one: Telling, other: Telling, main: int, second: int, strength: float, share: float, more: int, direct: int
    ) -> float:
        """The same where a verb has many uses: the rest of the clauses must say that they are about one thing."""
        if second < UNKNOWN or share < SHARE:
            return 0.0
        enough = main >= HEAD and (second >= HEAD or (strength >= CLEAR and (second >= KIND or direct > 1)))
        enough = enough or (one.axis.bare and main == SAME and not (one.broad and other.broad))
        enough = enough or (main == UNKNOWN and share >= WHOLE and more > 1 and strength >= CLEAR)
        return strength + main if enough else 0.0

    @staticmethod
    def roles(telling: Telling) -> tuple[Role | None, Role | None]:
        """What the axis is about, and the other participant."""
        if telling.axis.role == "doer":
            return telling.doer, telling.theme
        return telling.theme, telling.doer

    @staticmethod
    def pointed(one: Telling, other: Telling, mine: Role | None, theirs: Role | None) -> bool:
        """One only points to what the other names, and its report names it right there."""
        if one.points == other.points:
            return False
        named, telling = (theirs, one) if one.points else (mine, other)
        if mine is None or theirs is None or named is None or named.points:
            return False
        return bool(named.words & telling.around) or any(near(named.noun, n) >= NEAR for n in telling.nouns)


class _Alike:
    """What reports tell the same way, on one axis: worked out where two others turn it round, which is seldom."""

    def __init__(self, judge: Judge, told: list[Telling]) -> None:
        self.judge, self.told = judge, told
        self._known: dict[tuple[int, int], float] = {}
        self._by_report: dict[tuple[int, int], list[int]] = defaultdict(list)
        for n, telling in enumerate(told):
            self._by_report[telling.article, telling.sign].append(n)

    def best(self, i: int, j: int, found: float) -> bool:
        """The report of `j` does not also tell it as `i` does, as clearly."""
        one, other = self.told[i], self.told[j]
        return not any(
            self.told[k].span != other.span and self._strength(i, k) >= found
            for k in self._by_report[other.article, one.sign]
        )

    def _strength(self, i: int, k: int) -> float:
        pair = min(i, k), max(i, k)
        if pair not in self._known:
            self._known[pair] = self.judge.strength(self.told[pair[0]], self.told[pair[1]])
        return self._known[pair]
