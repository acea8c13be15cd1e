"""Numbers that may contradict one another: what two reports leave over once the numbers they share are put aside.

Decides on elimination first: a number that the other report gives as well is no difference. Of the rest, pairs of one
unit are weighed (`weighing.py`) and each number keeps its best partner. It refuses numbers that fit together by their
hedges or by rounding, the killed beside the injured, far larger ones, other ages, strengths of earthquakes, headlines
where the text has the number, what is told of another month or year, nouns that have nothing to do with one another, a
part beside its sum, and what the figure ledger has linked or put in conflict already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.records.findings import Figure
from rashomon.records.span import Cite
from rashomon.steps.reconcile.checks.likeness import Likeness
from rashomon.steps.reconcile.checks.pairing import crowd, pairs_of
from rashomon.steps.reconcile.checks.passages import Passages
from rashomon.steps.reconcile.checks.weighing import Features, number_features, weigh
from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.relation import fitting
from rashomon.text.vectors import near

FARTHEST = 3.5
"""How many times larger one of two numbers may be."""
USUAL = 6
"""Pairs of left-over numbers of two short reports; the more there are, the likelier one fits by accident."""
KINDRED = 0.4
"""Nearness from which two counted nouns may name one thing."""
Pair = tuple[float, Entry, Entry]


def number_pairs(
    entries: Sequence[Entry], figures: Sequence[Figure], passages: Passages, likeness: Likeness, least: float
) -> list[Pair]:
    """Weight and both readings of each pair, heaviest first."""
    linked, known = _linked(entries, figures), [*_parts(figures), *_disputed(figures)]
    found: list[Pair] = []
    for one, other in _left_over(entries):
        left = len({e.base for e in one}) - 1, len({e.base for e in other}) - 1
        more = crowd(len(one), len(other), USUAL)

        def weight(a: Entry, b: Entry, left: tuple[int, int] = left, more: float = more) -> float | None:
            if linked[a.number] & linked[b.number] or not comparable(a, b):
                return None
            if any(_holds(k, a, b) or _holds(k, b, a) for k in known):
                return None
            return weigh("number", number_features(a, b, left, passages, likeness)) - more

        found += pairs_of(one, other, weight, least)
    return sorted(found, key=lambda p: (-p[0], p[1].number, p[2].number))


def comparable(a: Entry, b: Entry) -> bool:
    """True for two values that exclude one another and are not too far apart."""
    least, most = min(a.base, b.base), max(a.base, b.base)
    if a.measure.unit != b.measure.unit or most > FARTHEST * least:
        return False
    if a.thing.toll and b.thing.toll and a.thing.toll != b.thing.toll:
        return False  # 19 killed and 23 injured
    return a.past == b.past and not _of_other_kinds(a, b) and not fitting([a, b])


def _of_other_kinds(a: Entry, b: Entry) -> bool:
    """True for drones and prisoners: both nouns are told, and no class, role or meaning joins them."""
    one, other = (e.measure.counted or "" for e in (a, b))
    if not one or not other or (a.role.people and b.role.people) or a.role.counts & b.role.counts:
        return False
    return near(one.split()[-1], other.split()[-1]) < KINDRED


def samples(
    entries: Sequence[Entry], passages: Passages, likeness: Likeness
) -> Iterator[tuple[Entry, Entry, Features]]:
    """All pairs of one dimension in two reports, with their features; for training."""
    kinds = _kinds(entries)
    for (report, dimension), one in kinds.items():
        for (another, same), other in kinds.items():
            if report >= another or same != dimension:
                continue
            mine, theirs = {e.base for e in one}, {e.base for e in other}
            for a in one:
                for b in other:
                    left = len(mine - theirs - {a.base}), len(theirs - mine - {b.base})
                    yield a, b, number_features(a, b, left, passages, likeness)


def _left_over(entries: Sequence[Entry]) -> Iterator[tuple[list[Entry], list[Entry]]]:
    """For each two reports and each dimension the numbers that only one of the two gives."""
    kinds = _kinds(entries)
    reports = sorted({report for report, _ in kinds})
    dimensions = sorted({dimension for _, dimension in kinds})
    for one, other in combinations(reports, 2):
        for dimension in dimensions:
            mine, theirs = kinds.get((one, dimension), []), kinds.get((other, dimension), [])
            values = {e.base for e in mine} & {e.base for e in theirs}
            left = [e for e in mine if e.base not in values], [e for e in theirs if e.base not in values]
            if left[0] and left[1]:
                yield left


def _kinds(entries: Sequence[Entry]) -> dict[tuple[int, str], list[Entry]]:
    """The readings by report and dimension; a headline's only where the text has no number of the kind."""
    bodies = {(e.article, e.dimension) for e in entries if e.measure.place != "title"}
    kinds: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    for e in entries:
        aged = bool(e.measure.unit and e.measure.unit.endswith("of age"))
        if aged or e.dimension == "magnitude" or e.measure.place == "teaser" or _no_count(e):
            continue
        if e.measure.place != "title" or (e.article, e.dimension) not in bodies:
            kinds[e.article, e.dimension].append(e)
    return kinds


def _no_count(e: Entry) -> bool:
    """True for "dozens", which nothing contradicts, and for the tail of a torn number ("4, 051")."""
    vague = bool(e.low) and e.high == 10 * (e.low or 0)
    return vague or (e.wording[:1] == "0" and e.wording[1:2].isdigit())


Known = tuple[set[float], set[float], str | None]
"""Values of one side and of the other, and their unit, of which the ledger has told how they stand to one another."""


def _parts(figures: Sequence[Figure]) -> list[Known]:
    """For each sum the values of its parts, and beside them all values that reports give for the whole."""
    found = []
    for figure in figures:
        if figure.relation == "sum":
            parts, total = {r.value for r in figure.readings}, _total(figure)
            wholes = [{r.value for r in f.readings} for f in figures if any(r.value == total for r in f.readings)]
            found.append((parts, {total, *parts}.union(*wholes), figure.unit))
    return found


def _total(figure: Figure) -> float:
    """The total of a sum, as its note writes it ("175 + 175 + 22 = 372"); else that of its different values."""
    written = figure.note.rpartition("= ")[2].replace(",", "")
    try:
        return float(written)
    except ValueError:
        return sum({r.value for r in figure.readings})


def _disputed(figures: Sequence[Figure]) -> list[Known]:
    """The values of each figure in conflict: whoever else gives two of them, the dispute is told."""
    values = [({r.value for r in f.readings}, f.unit) for f in figures if f.relation == "conflict"]
    return [(found, found, unit) for found, unit in values]


def _holds(known: Known, a: Entry, b: Entry) -> bool:
    one, other, unit = known
    return a.measure.unit == unit and a.reading.value in one and b.reading.value in other


def _linked(entries: Sequence[Entry], figures: Sequence[Figure]) -> dict[int, frozenset[str]]:
    """The figures of several readings that hold each reading."""
    of: dict[Cite, set[str]] = defaultdict(set)
    for figure in figures:
        if len(figure.readings) > 1:
            for reading in figure.readings:
                of[reading.cite].add(figure.id)
    return {e.number: frozenset(of.get(e.reading.cite, ())) for e in entries}
