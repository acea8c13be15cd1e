"""Pairs what two reports leave over: each passage with the one passage of the other report that fits it best.

Decides on the weight of every pair of a report pair; a pair stands when it is the heaviest of both its members. Where
a report has so many passages that a pair proves nothing, none is made.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Left = TypeVar("Left")
TABLE = 400
"""Pairs of two reports beyond which they hold tables, and nothing is paired."""


def pairs_of(
    one: Sequence[Left], other: Sequence[Left], weight: Callable[[Left, Left], float | None], least: float
) -> list[tuple[float, Left, Left]]:
    """The mutually best pairs of `one` and `other` that weigh at least `least`; a weight of None rules a pair out."""
    if len(one) * len(other) > TABLE:
        return []
    weighed = [(w, n, k) for n, a in enumerate(one) for k, b in enumerate(other) if (w := weight(a, b)) is not None]
    best_one, best_other = _best((n, w) for w, n, _ in weighed), _best((k, w) for w, _, k in weighed)
    return [(w, one[n], other[k]) for w, n, k in weighed if w >= least and best_one[n] <= w and best_other[k] <= w]


def crowd(one: int, other: int, usual: int) -> float:
    """What a pair must weigh more where two reports leave over `one` and `other`: of many, some fit by accident.

    `usual`: the number of pairs of two short reports.
    """
    return max(0.0, math.log(one * other / usual)) / 2


def _best(rows: Iterable[tuple[int, float]]) -> dict[int, float]:
    found: dict[int, float] = {}
    for n, w in rows:
        found[n] = max(w, found.get(n, w))
    return found
