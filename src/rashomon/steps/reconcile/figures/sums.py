"""Totals that other figures of a report add up to: 175 + 175 + 22 = 372.

Looks for two to four neighbouring counts of one report whose sum, "each" counted twice, is exactly the value of
another figure of the same kind. Only counts of one toll, of one noun, of kinds of people or of one currency are added,
and only totals of at least `LEAST`, so that chance hits stay out.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.things import known

LEAST = 10
NEAR = 4
"""Sentences between which addends of one report lie."""
MANY = 14
"""Counts of one report that are tried; beyond it a table, not a story."""
Group = list[Entry]


class Sum(NamedTuple):
    """Indices of the addends' groups, index of the total's group, and the sum written out."""

    addends: tuple[int, ...]
    total: int
    written: str


def find_sums(groups: list[Group]) -> list[Sum]:
    """The sums among `groups`; each group takes part in one at most. The total that most outlets give goes first."""
    totals: dict[tuple[str, float], list[int]] = {}
    home = {e.number: k for k, members in enumerate(groups) for e in members}
    by_article: dict[int, list[Entry]] = {}
    for k, members in enumerate(groups):
        for e in members:
            totals.setdefault((e.dimension, e.base), []).append(k)
            by_article.setdefault(e.article, []).append(e)
    options: list[Sum] = []
    for _, entries in sorted(by_article.items()):
        addable = sorted((e for e in entries if _addable(e)), key=lambda e: e.number)[:MANY]
        for size in (2, 3, 4):
            for addends in combinations(addable, size):
                options += _sums(addends, totals, home, groups)
    options.sort(key=lambda s: (-len({e.article for e in groups[s.total]}), -len(s.addends), s.addends, s.total))
    taken: set[int] = set()
    found: list[Sum] = []
    for option in options:
        if not taken & {*option.addends, option.total}:
            found.append(option)
            taken.update((*option.addends, option.total))
    return found


def _addable(e: Entry) -> bool:
    """True for plain whole numbers of things and for plain amounts of money."""
    plain = e.measure.low == e.measure.high and e.base >= 2 and float(e.base).is_integer()
    return plain and (e.dimension == "count" or e.dimension.isupper())


def _sums(
    addends: tuple[Entry, ...], totals: dict[tuple[str, float], list[int]], home: dict[int, int], groups: list[Group]
) -> list[Sum]:
    """The totals that these addends make."""
    places = [home[e.number] for e in addends]
    if addends[-1].sentence - addends[0].sentence > NEAR or len({e.dimension for e in addends}) > 1:
        return []
    if len(set(places)) < len(places):
        return []
    found = []
    for doubled in (False, True):
        terms = [e.base for e in addends for _ in range(2 if doubled and e.thing.each else 1)]
        if doubled and len(terms) == len(addends):
            break
        total = sum(terms)
        for k in dict.fromkeys(totals.get((addends[0].dimension, total), ()) if total >= LEAST else ()):
            if k not in places and any(_kin(addends, t) for t in groups[k] if t.base == total):
                written = f"{' + '.join(f'{v:,.12g}' for v in terms)} = {total:,.12g}"
                found.append(Sum(tuple(sorted(places)), k, written))
    return found


def _kin(addends: tuple[Entry, ...], total: Entry) -> bool:
    """True when all are of one kind: one toll, one noun, people with the total's noun among them, or one money."""
    if total.measure.low != total.measure.high:
        return False
    if total.dimension != "count":
        scope = total.thing.scope
        near = all(e.article == total.article and abs(e.sentence - total.sentence) <= 2 for e in addends)
        return all(e.thing.scope == scope for e in addends) and (near or bool(scope))
    tolls = {e.thing.toll for e in (*addends, total)}
    if len(tolls) == 1 and None not in tolls:
        return True
    told_apart = all(_sort(e) in known().kinds - known().anybody for e in (*addends, total))
    if len(tolls - {None}) > 1 and not told_apart:
        return False
    nouns = {e.thing.noun for e in (*addends, total)}
    if len(nouns) == 1 and None not in nouns:
        return bool(addends[0].words & total.words)
    if not all(_sort(e) in known().kinds and _sort(e) not in ("person", "other") for e in addends):
        return False
    near = any(e.article == total.article for e in addends) or bool(total.names & addends[0].names)
    return _sort(total) in known().kinds and (any(e.thing.noun == total.thing.noun for e in addends) or near)


def _sort(e: Entry) -> str:
    return (e.measure.counted or "").lower()
