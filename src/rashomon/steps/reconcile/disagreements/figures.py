"""Figures that do not fit together: one side per value.

Decides nothing new: the figure ledger has found the conflict; teasers do not count as reports. Where the ledger lets
two numbers stand together (one is later, a part, or of another scope), no other rule may call them a conflict.
"""

from __future__ import annotations

from rashomon.records.findings import Figure, Reading
from rashomon.records.span import Cite
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, side_of

ROUNDING = 0.02
"""Values that lie closer than this are one value, rounded."""


def figure_conflicts(scene: Scene, figures: tuple[Figure, ...]) -> list[Draft]:
    """A disagreement for each figure in conflict."""
    texts = {a.id: a.text for a in scene.story.articles}
    out = []
    for figure in figures:
        if figure.relation != "conflict":
            continue
        by_value: dict[float, list[Reading]] = {}
        for reading in sorted((r for r in figure.readings if r.kind == "report"), key=lambda r: (r.value, r.cite)):
            home = next(
                (v for v in by_value if abs(v - reading.value) <= ROUNDING * max(abs(v), abs(reading.value))), None
            )
            by_value.setdefault(reading.value if home is None else home, []).append(reading)
        if len(by_value) < 2:
            continue
        sides = tuple(
            side_of(_says(readings, texts), _holder(readings), (r.cite for r in readings))
            for _, readings in sorted(by_value.items(), key=lambda x: (-len({r.cite.article for r in x[1]}), x[0]))
        )
        values = " or ".join(f"“{s.says}”" for s in sides)
        out.append(Draft("figure", "figures-exclude-each-other", f"{figure.about or 'A figure'}: {values}.", sides))
    return out


def fits_together(draft: Draft, figures: tuple[Figure, ...]) -> bool:
    """A figure of the ledger that is no conflict has a number of each side of `draft`."""
    if draft.kind != "figure" or not draft.values:
        return False
    known = [[r.cite for r in f.readings] for f in figures if f.relation != "conflict"]
    return any(all(any(_overlap(v, c) for v in side for c in told) for side in draft.values) for told in known)


def _overlap(one: Cite, other: Cite) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _says(readings: list[Reading], texts: dict[str, str]) -> str:
    best = min(readings, key=lambda r: (-(r.cite.end - r.cite.start), r.cite))
    return best.cite.span.of(texts[best.cite.article])


def _holder(readings: list[Reading]) -> str | None:
    holders = {r.holder for r in readings}
    return next(iter(holders)) if len(holders) == 1 else None
