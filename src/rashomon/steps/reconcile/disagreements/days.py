"""On which day: one report tells another day than the others for the same event.

Decides from clauses that do the same thing (the same verb or noun of an event, seen through synonyms) with the same
people and things in them, whose days or months cannot both be right. It refuses to guess where time zones or the night
between two days may explain it, where one report tells both days or several such events, where a plan may have been
changed, where the same weekday of another week is meant, and where a day hangs on a publication day that is not known.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache

from rashomon.records.findings import Side
from rashomon.records.span import Cite
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, reports, side_of
from rashomon.steps.reconcile.timeline.happenings import LIMIT, Happening, find_happenings
from rashomon.steps.reconcile.timeline.heads import classes_of
from rashomon.text.similarity import Rarity, Terms, terms

ALIKE = 0.33
"""Likeness of two clauses, or of their sentences, that tell one event on two days."""
ALIKE_COARSE, ALIKE_MIXED = 0.4, 0.55
"""The same for months and years, and for a month held beside a day."""
ALIKE_ONLY = 0.15
"""The same where every report tells the thing once and all but one agree on its day."""
SURE = 0.4
"""The same for two days side by side that two reports alone tell."""
FAR_DAYS, FAR_MONTHS, FAR_YEARS = 31, 330, 40 * 366
"""Days further apart are two events, or history."""
WEEK = 7
PLANS = terms(("plan", "schedule", "expect", "intend", "hope", "aim"))
"""Verbs that look ahead, whatever day a weekday is read as."""


def other_day(scene: Scene) -> list[Draft]:
    """The disagreements about the day of one event."""
    found = [h for h in find_happenings(scene.story, scene.cast, scene.kin) if h.firm]
    judge = _Judge(found, scene)
    drafts, used = [], set[int]()
    for _, i, j in judge.pairs():
        if i not in used and j not in used and (draft := judge.draft(i, j, used)):
            drafts.append(draft)
    return drafts


class _Judge:
    """Holds the happenings of a story side by side."""

    def __init__(self, found: list[Happening], scene: Scene) -> None:
        self.found, self.scene = found, scene
        self.rarity = Rarity(h.wide | h.heads for h in found)
        self.people = {a.id for a in scene.cast.actors if a.type == "person"}
        self.places = {a.id for a in scene.cast.actors if a.type == "place"}
        self.by_head: dict[str, list[int]] = defaultdict(list)
        for n, happening in enumerate(found):
            for head in sorted(happening.heads):
                self.by_head[head].append(n)
        self.serial = {head for head, held in self.by_head.items() if len(held) > MOST or self._is_serial(held)}

    def _is_serial(self, held: list[int]) -> bool:
        """One report tells it on two days: such a thing happens more than once."""
        by_report: dict[int, list[Happening]] = defaultdict(list)
        for n in held:
            by_report[self.found[n].item.article].append(self.found[n])
        return any(
            apart(one, other)
            and near(one, other)
            and (one.item.precision != "year" or self.likely(one, other) >= ALIKE)
            and (one.item.mode, one.phases, one.told) == (other.item.mode, other.phases, other.told)
            for told in by_report.values()
            for k, one in enumerate(told)
            for other in told[k + 1 :]
        )

    def pairs(self) -> list[tuple[float, int, int]]:
        """Pairs of different reports that tell one event on two days, the most alike first."""
        seen = {
            (i, j)
            for head in sorted(self.by_head)
            if head not in self.serial
            for k, i in enumerate(self.by_head[head])
            for j in self.by_head[head][k + 1 :]
        }
        out = []
        for i, j in sorted(seen):
            one, other = self.found[i], self.found[j]
            if not self._may_differ(one, other):
                continue
            score = self.alike(one, other)
            if score >= least(one, other) or (self.likely(one, other) >= ALIKE_ONLY and self._alone(one, other)):
                out.append((round(score, 6), i, j))
        return sorted(out, key=lambda p: (-p[0], p[1], p[2]))

    def _may_differ(self, one: Happening, other: Happening) -> bool:
        """False when another reason than an error may explain two days."""
        heads = (one.heads & other.heads) - self.serial
        if one.item.article == other.item.article or not heads or one.phases != other.phases:
            return False
        planned = {h.item.mode == "planned" or h.item.verb in PLANS for h in (one, other)}
        if (len(planned) > 1 and LIMIT not in one.phases) or one.told != other.told:
            return False
        if not apart(one, other) or not near(one, other) or same_name(one, other):
            return False
        if self._exclusive(one, other, self.people) or self._exclusive(one, other, self.places):
            return False
        figures = one.item.figures, other.item.figures
        return not (all(figures) and not figures[0] & figures[1])

    def _exclusive(self, one: Happening, other: Happening, kind: set[str]) -> bool:
        """Each names somebody (or some place) the other does not."""
        a, b = one.item.actors & kind, other.item.actors & kind
        return bool(a - b and b - a and not self.scene.kin.related(a - b, b - a))

    def alike(self, one: Happening, other: Happening) -> float:
        """0 to 1: how much the clauses, or their sentences, tell alike."""
        return self.likely(one, other) if len(self._shared(one, other)) >= LEAST else 0.0

    def _alone(self, one: Happening, other: Happening) -> bool:
        """Every report tells the thing on one day, and all but one of three and more agree on which."""
        told = [
            self.found[n]
            for head in sorted((one.heads & other.heads) - self.serial)
            for n in self.by_head[head]
            if self.found[n].phases == one.phases and self.found[n].told == one.told
        ]
        days_by: dict[int, set[tuple[str, str]]] = defaultdict(set)
        for h in told:
            days_by[h.item.article].add(h.day)
        if one.item.precision != other.item.precision:
            return False
        counts = [sum(days == {h.day} for days in days_by.values()) for h in (one, other)]
        return len(days_by) == sum(counts) >= AGREED and min(counts) == 1 and not one.told

    def likely(self, one: Happening, other: Happening) -> float:
        """The likeness of two clauses or of their sentences, however little they share."""
        return max(
            self.rarity.likeness(one.heads | one.around, other.heads | other.around),
            self.rarity.likeness(one.heads | one.wide, other.heads | other.wide),
        )

    def _shared(self, one: Happening, other: Happening) -> Terms:
        return (one.heads | one.wide | one.phases) & (other.heads | other.wide | other.phases)

    def draft(self, i: int, j: int, used: set[int]) -> Draft | None:
        """The disagreement of a pair with all that tell the same on either side; None when a report tells both."""
        one, other = self.found[i], self.found[j]
        heads = (one.heads & other.heads) - self.serial
        sides: tuple[list[Happening], list[Happening]] = ([], [])
        for n in sorted({n for head in heads for n in self.by_head[head]}):
            told = self.found[n]
            if told.phases != one.phases or told.told != one.told:
                continue
            for side, mine in zip(sides, (one, other), strict=True):
                if told is mine or (not apart(told, mine) and self.alike(told, mine) >= ALIKE):
                    side.append(told)
                    used.add(n)
        if {h.item.article for h in sides[0]} & {h.item.article for h in sides[1]}:
            return None
        count = [len({h.item.article for h in side}) for side in sides]
        if beside(one, other) and max(count) < 2 and self._may_be_one_night(one, other):
            return None
        first, then = sides if one.day < other.day else sides[::-1]
        made = self._side(first), self._side(then)
        days = [f"{day_of(side[0])} in {reports(m)}" for side, m in zip((first, then), made, strict=True)]
        return Draft("time", "other-day", f"When {gist_of([*first, *then])}: {days[0]}, {days[1]}.", made)

    def _may_be_one_night(self, one: Happening, other: Happening) -> bool:
        """Two days side by side may be one night or two time zones, unless it is a plan or a deed of office hours."""
        if one.item.mode == "planned" or LIMIT in one.phases:
            return False
        part = any(h.item.precision == "part-of-day" and h.day[0] != h.day[1] for h in (one, other))
        return (
            part
            or not (one.heads | other.heads).isdisjoint(classes_of("anyhour.words"))
            or (self.alike(one, other) < SURE)
        )

    @staticmethod
    def _side(told: list[Happening]) -> Side:
        holders = {h.holder for h in told}
        best = min(told, key=lambda h: (len(h.item.text), h.item.cite))
        cites: list[Cite] = [h.item.cite for h in told]
        return side_of(best.item.text, next(iter(holders)) if len(holders) == 1 else None, cites)


LEAST = 2
"""Terms that both must tell."""
AGREED = 3
"""Reports that must tell a thing for one of them to stand alone."""
MOST = 80
"""What is told more often than this in a story is no single event."""


def _days(told: Happening) -> tuple[date, date]:
    return _date(told.day[0]), _date(told.day[1])


@lru_cache(maxsize=4096)
def _date(day: str) -> date:
    return date.fromisoformat(day)


def apart(one: Happening, other: Happening) -> bool:
    """True when the two times cannot both be right."""
    return one.day[1] < other.day[0] or other.day[1] < one.day[0]


def gap(one: Happening, other: Happening) -> int:
    """Days between the nearest ends of two times."""
    (a, b), (c, d) = _days(one), _days(other)
    return max((c - b).days, (a - d).days)


def least(one: Happening, other: Happening) -> float:
    """How alike two clauses must be: the longer ago and the coarser the time, the more."""
    coarse = [h.item.precision in ("month", "year") for h in (one, other)]
    return ALIKE_COARSE if all(coarse) else ALIKE_MIXED if any(coarse) else ALIKE


def near(one: Happening, other: Happening) -> bool:
    """True when the times are not so far apart that one must be history."""
    if one.item.precision == other.item.precision == "year":
        return gap(one, other) <= FAR_YEARS
    if "year" in (one.item.precision, other.item.precision):
        return False
    months = one.item.precision == "month" or other.item.precision == "month"
    return gap(one, other) <= (FAR_MONTHS if months else FAR_DAYS)


def beside(one: Happening, other: Happening) -> bool:
    """True for two days of which one follows the other."""
    return gap(one, other) <= 1 and not {one.item.precision, other.item.precision} & {"month", "year"}


def same_name(one: Happening, other: Happening) -> bool:
    """True when the days have one name: the same weekday of another week; a year on, they are too far apart."""
    (a, b), (c, d) = _days(one), _days(other)
    if one.item.precision == "year":
        return False
    return one.said == other.said and gap(one, other) % WEEK == 0 and a == b and c == d


def gist_of(told: list[Happening]) -> str:
    """The words that say most plainly what happened: a clause with its subject, then the shortest."""

    def order(gist: str) -> tuple[bool, bool, bool, int, str]:
        return gist.split()[0].lower() in VAGUE, gist.endswith(" said"), len(gist) > LONG, len(gist), gist

    return min({h.gist for h in told}, key=order)


LONG = 100
"""Characters of what happened in a note."""
VAGUE = frozenset("he she it they who which that this these those his her its their until since".split())


def day_of(told: Happening) -> str:
    """As in "Monday 12 May" or "June"."""
    first, last = _days(told)
    if first == last:
        return f"{DAYS[first.weekday()]} {first.day} {MONTHS[first.month - 1]}"
    if told.item.precision == "year" and first.year == last.year:
        return str(first.year)
    if told.item.precision == "month" and first.month == last.month:
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{first.day} {MONTHS[first.month - 1]} to {last.day} {MONTHS[last.month - 1]}"


DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
