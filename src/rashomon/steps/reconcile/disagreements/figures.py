"""Figures that do not fit together: one side per value.

Decides nothing new: the figure ledger has found the conflict; teasers do not count as reports.
"""

from __future__ import annotations

from rashomon.records.findings import Figure, Reading
from rashomon.steps.reconcile.disagreements.claims import Draft, side_of


def figure_conflicts(figures: tuple[Figure, ...]) -> list[Draft]:
    """A disagreement for each figure in conflict."""
    out = []
    for figure in figures:
        if figure.relation != "conflict":
            continue
        by_value: dict[float, list[Reading]] = {}
        for reading in figure.readings:
            if reading.kind == "report":
                by_value.setdefault(reading.value, []).append(reading)
        if len(by_value) < 2:
            continue
        sides = tuple(
            side_of(_says(value, figure.unit, readings), _holder(readings), (r.cite for r in readings))
            for value, readings in sorted(by_value.items(), key=lambda x: (-len({r.cite.article for r in x[1]}), x[0]))
        )
        values = " or ".join(s.says for s in sides)
        out.append(Draft("figure", "figures-exclude-each-other", f"{figure.about or 'A figure'}: {values}.", sides))
    return out


def _says(value: float, unit: str | None, readings: list[Reading]) -> str:
    number = f"{value:,.10g}" if abs(value) < 1e15 else f"{value:g}"
    modifier = next((r.modifier for r in readings if r.modifier), None)
    return " ".join(w for w in (modifier, number, unit or readings[0].counted) if w)


def _holder(readings: list[Reading]) -> str | None:
    holders = {r.holder for r in readings}
    return next(iter(holders)) if len(holders) == 1 else None
