"""Average linkage over a sparse graph of likeness.

Two clusters merge when the mean likeness of their members, absent pairs counted as zero, is the highest of all and not
below the threshold; of equal means the one with the smallest members first. Connected components are never used: one
bridging article would chain everything together. Clusters that hold two items kept apart by decision never merge.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping


def link(
    size: int,
    edges: Mapping[tuple[int, int], float],
    threshold: float,
    apart: Iterable[tuple[int, int]] = (),
) -> list[int]:
    """For each of `size` items the smallest member of its cluster; `edges` are likenesses of pairs (a < b)."""
    near: list[dict[int, float]] = [{} for _ in range(size)]
    for (a, b), weight in sorted(edges.items()):
        near[a][b] = near[b][a] = weight
    barred: dict[int, set[int]] = {}
    for a, b in apart:
        barred.setdefault(a, set()).add(b)
        barred.setdefault(b, set()).add(a)
    members = [1] * size
    parent = list(range(size))
    age = [0] * size
    heap = [(-weight, a, b, 0, 0) for (a, b), weight in edges.items() if weight >= threshold]
    heapq.heapify(heap)
    while heap:
        _, a, b, age_a, age_b = heapq.heappop(heap)
        if parent[a] != a or parent[b] != b or age[a] != age_a or age[b] != age_b or b in barred.get(a, ()):
            continue
        near[a].pop(b, None)
        near[b].pop(a, None)
        for other, weight in near[b].items():
            near[other].pop(b, None)
            near[a][other] = near[other][a] = near[a].get(other, 0.0) + weight
        near[b] = {}
        _inherit(barred, a, b)
        members[a] += members[b]
        parent[b] = a
        age[a] += 1
        for other, weight in near[a].items():
            mean = weight / (members[a] * members[other])
            if mean >= threshold:
                first, second = sorted((a, other))
                heapq.heappush(heap, (-mean, first, second, age[first], age[second]))
    return [_root(parent, n) for n in range(size)]


def _inherit(barred: dict[int, set[int]], a: int, b: int) -> None:
    """What was kept apart from `b` is kept apart from `a`."""
    for other in barred.pop(b, ()):
        barred[other].discard(b)
        barred[other].add(a)
        barred.setdefault(a, set()).add(other)


def _root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n
