"""The figure ledger: readings of one quantity across outlets, and how they relate.

Two readings are compared only when object, event and scope fit; equal numbers need less proof than different ones, as a
false conflict is the costliest mistake. Every reading of a report that is no stray stands in exactly one figure.
Policy for what stays open: the lowest well-sourced figure first, the dispute in the note, never a silent merge.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from rashomon.records.dossier import Story
from rashomon.records.findings import Figure, FigureRelation, Reading
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.figures.about import describe
from rashomon.steps.reconcile.figures.entries import Entry, dimension, gather
from rashomon.steps.reconcile.figures.link import Evidence, Pairs, group
from rashomon.steps.reconcile.figures.parts import Wholes
from rashomon.steps.reconcile.figures.relation import relate
from rashomon.steps.reconcile.figures.sums import find_sums

__all__ = ["find_figures"]


def find_figures(
    story: Story, cast: Cast, entries: list[Entry] | None = None, sure: Pairs = frozenset()
) -> tuple[Figure, ...]:
    """The figures of `story`, by the number of outlets that give them and then in text order.

    `entries`: its readings, when they are known already; `sure`: readings of different value known to be of one figure.
    """
    entries = gather(story, cast) if entries is None else entries
    groups = group(entries, Evidence(entries, sure))
    ledger: list[tuple[list[Entry], FigureRelation, str]] = []
    summed: set[int] = set()
    for addends, total, written in find_sums(groups):
        one_value = len({e.base for e in groups[total]}) == 1
        whole = groups[total] if one_value else []
        members = sorted([e for k in addends for e in groups[k]] + whole, key=lambda e: e.number)
        ledger.append((members, "sum", written))
        summed.update((*addends, total) if one_value else addends)
    wholes = Wholes(entries)
    for k, members in enumerate(groups):
        if k not in summed:
            relation, note = relate(members)
            larger = wholes.of(members) if relation == "single" else None
            ledger.append((members, "part", f"part of {larger.wording}") if larger else (members, relation, note))
    ledger.sort(key=lambda row: (-len({e.article for e in row[0]}), row[0][0].number))
    actors = {actor.id: actor for actor in cast.actors}
    return tuple(
        _figure(f"f{n}", members, relation, note, describe(story, members, actors))
        for n, (members, relation, note) in enumerate(ledger, 1)
    )


def _figure(name: str, members: list[Entry], relation: FigureRelation, note: str, about: str) -> Figure:
    units = Counter(e.measure.unit for e in members)
    unit = min(units, key=lambda u: (-units[u], u or ""))
    return Figure(name, about, _shown(unit), tuple(_in(unit, e) for e in members), relation, note)


def _shown(unit: str | None) -> str | None:
    """The unit of a figure: an age is in years."""
    return unit.removesuffix(" of age") if unit else None


def _in(unit: str | None, e: Entry) -> Reading:
    """The reading of `e` in the unit of its figure."""
    worth = dimension(e.measure.unit)[1] / dimension(unit)[1]
    if worth == 1:
        return e.reading
    return replace(
        e.reading,
        value=_tidy(e.reading.value * worth),
        low=None if e.reading.low is None else _tidy(e.reading.low * worth),
        high=None if e.reading.high is None else _tidy(e.reading.high * worth),
    )


def _tidy(value: float) -> float:
    return round(value) if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)) else round(value, 6)
