"""Likeness of all pairs of articles at once: sparse products with numpy, which is loaded only when grouping.

All sums are sums of whole numbers below 2**53 held in floating point, so they are exact in any order and on every
machine; what follows is done element by element with operations whose rounding is fixed (+, -, *, /, square root).

Common words cost most and tell least, so there is a budget of work: the rarest terms within it bring pairs together,
the commoner ones add to the likeness of these pairs. Decides nothing but what is too little to keep.
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
SCALE = UNIT**2 // ONE
"""Product of two weights for each unit of likeness."""
CELLS = 1 << 20
"""Cells of the working table."""
WORK = 1500
"""Products an article that the terms may cost that bring pairs together."""
COMMON = 512
"""Commoner terms that count where rarer ones bring a pair together; what is commoner still is left out."""


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
    """The cosine of every pair of vectors, times `ONE`, where its rarer terms alone reach `floor`.

    The rarer terms are those that cost no more than `WORK` products an article; in a small batch they are all terms.
    """
    size = len(vectors)
    number: dict[str, int] = {}
    terms = np.array([number.setdefault(t, len(number)) for row in vectors for t in row], dtype=np.int64)
    weights = np.array([w for row in vectors for w in row.values()], dtype=np.float64)
    rows = np.repeat(np.arange(size), [len(row) for row in vectors])
    held = np.bincount(terms, minlength=len(number))
    by_rarity = np.argsort(held, kind="stable")
    rare = int(np.searchsorted(np.cumsum((held * (held - 1) // 2)[by_rarity]), WORK * size, side="right"))
    place = np.full(len(number), COMMON)
    place[by_rarity[:rare]] = -1
    place[by_rarity[rare : rare + COMMON]] = np.arange(len(by_rarity[rare : rare + COMMON]))
    common = place[terms]
    led = common < 0
    brought = _brought(size, terms[led], weights[led], rows[led], floor)
    if rare < len(number):
        told = (common >= 0) & (common < COMMON)
        table = np.zeros((size, min(COMMON, len(number) - rare)), dtype=np.float32)
        table[rows[told], common[told]] = weights[told]
        _add(brought.values, table, brought.rows, brought.columns)
    return Edges(size, brought.rows, brought.columns, np.floor(brought.values / SCALE))


def _brought(size: int, terms: Array, weights: Array, rows: Array, floor: int) -> Edges:
    """The products of all pairs that reach `floor`, not yet in units of `ONE`, from the entries of the vectors."""
    held = np.bincount(terms)
    order = np.argsort(terms, kind="stable")
    starts = np.concatenate(([0], np.cumsum(held)))
    place = np.empty(len(terms), dtype=np.int64)
    place[order] = np.arange(len(terms))
    # Only the articles before one's own in the list of a term: every pair once.
    first = starts[terms]
    return collected(size, rows, first, place - first, rows[order], weights, weights[order], 1, floor * SCALE)


def _add(values: Array, table: Array, rows: Array, columns: Array) -> None:
    """Add to each value the product of two rows of a table of whole numbers."""
    step = max(1, CELLS // table.shape[1])
    for at in range(0, len(values), step):
        part = slice(at, at + step)
        one, other = (table[of[part]].astype(np.float64) for of in (rows, columns))
        values[part] += np.einsum("ij,ij->i", one, other)


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
        met = columns[places]
        width = int(met.max(initial=0)) + 1
        keys = (rows[part][owner] - at) * width + met
        table = np.bincount(keys, weights=mine[part][owner] * theirs[places])
        kept = np.flatnonzero(table >= floor * unit)
        found.append((kept // width + at, kept % width, np.floor(table[kept] / unit)))
        at = until
    empty = np.zeros(0, dtype=np.int64)
    pairs = [np.concatenate([empty, *(f[n] for f in found)]) for n in range(2)]
    return Edges(size, pairs[0], pairs[1], np.concatenate([empty.astype(np.float64), *(f[2] for f in found)]))
