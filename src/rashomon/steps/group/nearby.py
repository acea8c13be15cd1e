"""Makes likeness fit to decide on: each report is read with its two nearest, and dense neighbourhoods are set back.

Two reports of one event may share few words, yet both be like a third: every report is compared by its own terms and,
by how near they are, those of its two nearest reports. Where many reports are alike (one election, one epidemic) the
same cosine says less: likeness is divided by how alike each of the two is to its three nearest, by the geometric mean
of the two. Where few are alike it says more, but only among many reports: among a few, having none near says nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from rashomon.steps.group.products import ONE, Edges, collected

Array = Any
READ_WITH = 2
SHARE = 450
"""Of `WHOLE`: what a report as near as can be counts beside the report itself."""
WHOLE = 1024
CROWD = 3
USUAL = 0.4
"""Mean likeness to the nearest three that leaves likeness as it is."""
LEAST = 0.32
"""Mean likeness below which a neighbourhood counts as empty, among `MANY` reports; among fewer it is nearer `USUAL`."""
MANY = 400
CLOSEST = 40
"""Pairs kept for each report before that: those it is most alike with."""
KEPT = 0.08
"""Likeness below which a pair is dropped."""


def settled(edges: Edges) -> Edges:
    """The likenesses of pairs, reread with their neighbours and divided by the density around them."""
    if not len(edges.rows):
        return edges
    return _thinned(_read_together(_closest(edges)))


def _closest(edges: Edges) -> Edges:
    """The pairs that are among the `CLOSEST` of one of the two."""
    rows, columns, _ = both = _both_ways(edges)
    near = _nearest(edges.size, *both, CLOSEST)
    keys = np.zeros(len(edges.rows), dtype=bool)
    wanted = np.maximum(rows[near], columns[near]) * edges.size + np.minimum(rows[near], columns[near])
    keys[np.searchsorted(edges.rows * edges.size + edges.columns, wanted)] = True
    return Edges(edges.size, edges.rows[keys], edges.columns[keys], edges.values[keys])


def _both_ways(edges: Edges) -> tuple[Array, Array, Array]:
    """Each pair from both sides, by row and then by column."""
    rows = np.concatenate((edges.rows, edges.columns))
    columns = np.concatenate((edges.columns, edges.rows))
    order = np.argsort(rows * edges.size + columns, kind="stable")
    return rows[order], columns[order], np.concatenate((edges.values, edges.values))[order]


def _nearest(size: int, rows: Array, columns: Array, values: Array, most: int) -> Array:
    """Places of the `most` highest values of each row; of equals the lower column, as rows are in order of columns."""
    order = np.argsort(rows * (4 * ONE) - values.astype(np.int64), kind="stable")
    rank = np.arange(len(order)) - np.searchsorted(rows, np.arange(size))[rows]
    return np.sort(order[rank < most])


def _read_together(edges: Edges) -> Edges:
    """The cosine of each two reports read with their nearest, times `ONE`."""
    size = edges.size
    every = np.arange(size)
    rows, columns, values = _both_ways(edges)
    near = _nearest(size, rows, columns, values, READ_WITH)
    # Who is read with whom: (reader, read, share), each with itself too.
    readers = np.concatenate((every, rows[near]))
    read = np.concatenate((every, columns[near]))
    share = np.concatenate((np.full(size, float(WHOLE)), np.floor(values[near] * SHARE / ONE)))
    order = np.lexsort((read, readers))
    readers, read, share = readers[order], read[order], share[order]
    # All likenesses with those of each report to itself.
    rows, columns = np.concatenate((every, rows)), np.concatenate((every, columns))
    values = np.concatenate((np.full(size, float(ONE)), values))
    order = np.lexsort((columns, rows))
    rows, columns, values = rows[order], columns[order], values[order]
    starts = np.searchsorted(rows, np.arange(size + 1))
    half = collected(size, readers, starts[read], np.diff(starts)[read], columns, share, values, WHOLE, 1)
    # The same from the other side: for each report those that are read with it.
    order = np.lexsort((readers, read))
    by_read, by_reader, by_share = read[order], readers[order], share[order]
    first = np.searchsorted(by_read, half.columns)
    earlier = np.searchsorted(by_read * size + by_reader, half.columns * size + half.rows) - first
    own = np.searchsorted(half.rows * size + half.columns, readers * size + read)
    length = np.sqrt(np.bincount(readers, weights=share * half.values[own], minlength=size))
    whole = collected(size, half.rows, first, earlier, by_reader, half.values, by_share, 1, 1)
    cosines = np.floor(whole.values / length[whole.rows] / length[whole.columns] * ONE)
    kept = cosines >= KEPT * ONE
    return Edges(size, whole.rows[kept], whole.columns[kept], cosines[kept])


def _thinned(edges: Edges) -> Edges:
    """Likeness divided by how dense it is around the two; square roots only, which every machine rounds alike."""
    least = USUAL - (USUAL - LEAST) * min(edges.size, MANY) / MANY
    rows, columns, values = _both_ways(edges)
    near = _nearest(edges.size, rows, columns, values, CROWD)
    mean = np.bincount(rows[near], weights=values[near], minlength=edges.size) / (CROWD * ONE)
    density = np.sqrt(np.maximum(mean, least) / USUAL)
    values = np.floor(edges.values / density[edges.rows] / density[edges.columns])
    return Edges(edges.size, edges.rows, edges.columns, values)
