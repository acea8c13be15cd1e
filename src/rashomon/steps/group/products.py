"""Likeness of all pairs of articles at once: sparse products with numpy, which is loaded only when grouping.

All sums are sums of whole numbers below 2**53 held in floating point, so they are exact in any order and on every
machine; what follows is done element by element with operations whose rounding is fixed (+, -, *, /, square root).
Decides nothing but what is too little to keep.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rashomon.steps.group.terms import UNIT, Vector

Array = Any
ONE = 1 << 14
"""Likeness of an article to itself."""
CELLS = 1 << 20
"""Cells of the working table."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Likenesses of pairs `rows[n] > columns[n]`, in order of row and column."""

    size: int
    rows: Array
    columns: Array
    values: Array


def spread(starts: Array, lengths: Array) -> tuple[Array, Array]:
    """The numbers `starts[n] ... starts[n] + lengths[n] - 1` of all n in a row, and for each of them its n."""
    owner = np.repeat(np.arange(len(lengths)), lengths)
    before = np.cumsum(lengths) - lengths
    return np.arange(len(owner)) - before[owner] + starts[owner], owner


def products(vectors: Sequence[Vector], floor: int) -> Edges:
    """The cosine of every pair of vectors, times `ONE`, where it reaches `floor`.

    Terms that more than a twentieth of many vectors have are left out: they weigh little and cost most.
    """
    size = len(vectors)
    number: dict[str, int] = {}
    terms = np.array([number.setdefault(t, len(number)) for row in vectors for t in row], dtype=np.int64)
    weights = np.array([w for row in vectors for w in row.values()], dtype=np.float64)
    rows = np.repeat(np.arange(size), [len(row) for row in vectors])
    common = np.bincount(terms, minlength=len(number)) > max(1000, size // 20)
    if common.any():
        kept = ~common[terms]
        terms, weights, rows = terms[kept], weights[kept], rows[kept]
    order = np.argsort(terms, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(terms, minlength=len(number)))))
    place = np.empty(len(terms), dtype=np.int64)
    place[order] = np.arange(len(terms))
    # Only the articles before one's own in the list of a term: every pair once.
    first = starts[terms]
    return collected(size, rows, first, place - first, rows[order], weights, weights[order], UNIT**2 // ONE, floor)


def collected(
    size: int,
    rows: Array,
    first: Array,
    lengths: Array,
    columns: Array,
    mine: Array,
    theirs: Array,
    unit: int,
    floor: int,
) -> Edges:
    """Sums of mine[e] * theirs[p] for each row and column, over the places p of each entry e, in units of `unit`."""
    found: list[tuple[Array, Array, Array]] = []
    ends = np.searchsorted(rows, np.arange(size + 1))
    work = np.concatenate(([0], np.cumsum(lengths)))
    at = 0
    while at < size:
        until = min(size, at + max(1, CELLS // size))
        while until > at + 1 and work[ends[until]] - work[ends[at]] > CELLS:
            until = (at + until) // 2
        part = slice(ends[at], ends[until])
        places, owner = spread(first[part], lengths[part])
        keys = (rows[part][owner] - at) * size + columns[places]
        table = np.bincount(keys, weights=mine[part][owner] * theirs[places], minlength=(until - at) * size)
        kept = np.flatnonzero(table >= floor * unit)
        found.append((kept // size + at, kept % size, np.floor(table[kept] / unit)))
        at = until
    empty = np.zeros(0, dtype=np.int64)
    pairs = [np.concatenate([empty, *(f[n] for f in found)]) for n in range(2)]
    return Edges(size, pairs[0], pairs[1], np.concatenate([empty.astype(np.float64), *(f[2] for f in found)]))
