"""Reads many reports at once: which of them tell one event.

Likeness is the cosine of terms, less for reports published days apart or naming other weekdays (a missing one is
neutral), reread with the nearest reports and set back where it is dense (`nearby`); near-copies count as alike as they
are copies. Average linkage makes the stories. The more reports there are, the more of them are alike by accident, so
the threshold grows with the logarithm of their number; it is the same for all kinds of news.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from rashomon.steps.group.copies import copies
from rashomon.steps.group.likeness import WINDOW, Report
from rashomon.steps.group.linkage import link
from rashomon.steps.group.nearby import settled
from rashomon.steps.group.products import ONE, Edges, products
from rashomon.steps.group.terms import logarithm
from rashomon.steps.group.weekdays import AGREE, DISAGREE

FEW = 400
"""Reports up to which the threshold is lowest."""
LOWEST = 0.18
GROWTH = 0.0375
"""Growth of the threshold each time the number of reports doubles."""
HIGHEST = 0.45
FLOOR = 0.2
"""Of the threshold: likeness in rarer terms below which a pair is not kept."""


def threshold(size: int) -> float:
    """Mean likeness from which two clusters of `size` reports are one story."""
    doublings = (logarithm(max(size, FEW)) - logarithm(FEW)) / 256
    return min(HIGHEST, LOWEST + GROWTH * doublings)


def read(reports: Sequence[Report], apart: Iterable[tuple[int, int]] = ()) -> list[int]:
    """For each report the place of the first report of its story; `apart` are places that must not meet."""
    if not reports:
        return []
    least = threshold(len(reports)) * ONE
    edges = settled(_dated(products([r.terms for r in reports], int(FLOOR * least)), reports))
    pairs = dict(zip(zip(edges.columns.tolist(), edges.rows.tolist(), strict=True), edges.values.tolist(), strict=True))
    for one, other, share in copies([r.runs for r in reports]):
        pairs[one, other] = max(pairs.get((one, other), 0.0), float(int(share * ONE)))
    return link(len(reports), within(len(reports), pairs, least), least, apart)


def _dated(edges: Edges, reports: Sequence[Report]) -> Edges:
    """Likeness by how many days lie between, and by the weekdays that both name."""
    known = np.array([r.day is not None for r in reports])
    days = np.array([r.day or 0 for r in reports], dtype=np.float64)
    gaps = np.abs(days[edges.rows] - days[edges.columns]) * (known[edges.rows] & known[edges.columns])
    named = np.array([r.weekdays for r in reports])
    one, other = named[edges.rows], named[edges.columns]
    told = np.where((one == 0) | (other == 0), 10, np.where(one & other, AGREE, DISAGREE))
    return Edges(edges.size, edges.rows, edges.columns, np.floor(edges.values * told * WINDOW / (10 * (WINDOW + gaps))))


def within(size: int, pairs: dict[tuple[int, int], float], least: float) -> dict[tuple[int, int], float]:
    """The pairs that can matter: clusters merge only along a pair that reaches the threshold."""
    root = list(range(size))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for (a, b), value in pairs.items():
        if value >= least:
            one, other = find(a), find(b)
            root[max(one, other)] = min(one, other)
    return {pair: value for pair, value in pairs.items() if find(pair[0]) == find(pair[1])}
