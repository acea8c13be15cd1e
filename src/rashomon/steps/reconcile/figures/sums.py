"""Totals that other figures of a report add up to: 175 + 175 + 22 = 372.

Looks for two to four neighbouring counts of one report whose sum, "each" counted twice, is exactly the value of another figure
of the same kind. Only counts of people, of one noun or of one currency are added, and only totals of at least `LEAST`, so that
chance hits stay out.
"""

from __future__ import annotations

from itertools import combinations

from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.things import known

LEAST = 10
NEAR = 4
"""Sentences between which addends of one report lie."""
MANY = 14
"""Counts of one report that are tried; beyond it a table, not a story."""
Group = list[Entry]


def find_sums(groups: list[Group]) -> list[tuple[list[int], int, str]]:
    """Sums among `groups`: indices of the addends' groups, index of the total's, and the sum written out."""
    totals: dict[tuple[str, float], list[int]] = {}
    home = {e.number: k for k, members in enumerate(groups) for e in members}
    for k, members in enumerate(groups):
        for e in members:
            totals.setdefault((e.dimension, e.base), []).append(k)
    by_article: dict[int, list[Entry]] = {}
    for members in groups:
        for e in members:
            by_article.setdefault(e.article, []).append(e)
    found: list[tuple[list[int], int, str]] = []
    taken: set[int] = set()
    for _, entries in sorted(by_article.items()):
        entries = sorted(_addable(entries), key=lambda e: e.number)[:MANY]
        for size in (2, 3, 4):
            for addends in combinations(entries, size):
                hit = _sum(addends, totals, home, groups, taken)
                if hit:
                    found.append(hit)
                    taken.update((*hit[0], hit[1]))
    return found


def _addable(entries: list[Entry]) -> list[Entry]:
    return [
        e
        for e in entries
        if e.base >= 2
        and float(e.base).is_integer()
        and e.measure.low == e.measure.high
        and (e.dimension == "count" or e.dimension.isupper())
    ]


def _sum(
    addends: tuple[Entry, ...],
    totals: dict[tuple[str, float], list[int]],
    home: dict[int, int],
    groups: list[Group],
    taken: set[int],
) -> tuple[list[int], int, str] | None:
    if addends[-1].sentence - addends[0].sentence > NEAR or len({e.dimension for e in addends}) > 1:
        return None
    parts = [e.base for e in addends]
    if len(set(parts)) < len(parts) and len(addends) < 3:
        return None
    for doubled in (False, True):
        terms = [v for e, v in zip(addends, parts, strict=True) for _ in range(2 if doubled and e.thing.each else 1)]
        if doubled and len(terms) == len(parts):
            break
        total = sum(terms)
        if total < LEAST:
            continue
        for k in totals.get((addends[0].dimension, total), ()):
            places = [home[e.number] for e in addends]
            if k in places or k in taken or any(p in taken for p in places):
                continue
            if any(_kin(addends, t) for t in groups[k] if t.base == total):
                return sorted(set(places)), k, f"{' + '.join(f'{v:,.10g}' for v in terms)} = {total:,.10g}"
    return None


def _kin(addends: tuple[Entry, ...], total: Entry) -> bool:
    """True when all are of one kind: one toll, one noun, people with the total's noun among them, or one money."""
    if total.measure.low != total.measure.high:
        return False
    if total.dimension != "count":
        scope = total.thing.scope
        near = all(e.article == total.article and abs(e.sentence - total.sentence) <= 2 for e in addends)
        return all(e.thing.scope == scope for e in addends) and (near or bool(scope))
    if total.thing.toll and all(e.thing.toll == total.thing.toll for e in addends):
        return True
    nouns = {e.thing.noun for e in (*addends, total)}
    if len(nouns) == 1 and None not in nouns:
        return bool(addends[0].words & total.words)
    people = all((e.measure.counted or "").lower() in known().kinds for e in (*addends, total))
    return people and (
        any(e.thing.noun == total.thing.noun for e in addends)
        or bool(total.names & addends[0].names)
        or any(e.article == total.article for e in addends)
    )
