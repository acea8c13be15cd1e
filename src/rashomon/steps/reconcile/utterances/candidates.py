"""Which pairs of quotations are worth comparing, without comparing all of them.

Decides on shared runs of three words and shared rare words: each quotation is held against those it shares most with,
a fixed number at most, so that the work grows with the number of quotations and not with its square. Identical
quotations stand for one another and are compared once.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from heapq import nsmallest

from rashomon.steps.reconcile.utterances.likeness import plain
from rashomon.steps.reconcile.utterances.saying import Saying
from rashomon.text.shingles import shingles

MOST_HOLDERS = 60
"""A word or run that more quotations hold is too common to bring two of them together."""
MOST_PARTNERS = 12
"""Quotations that one quotation is compared with."""


def weights_of(sayings: list[Saying]) -> dict[str, float]:
    """How much each stem says: less the more quotations have it."""
    held = Counter(word for s in sayings for word in s.stems)
    return {word: 1 + math.log(1 + len(sayings) / count) for word, count in sorted(held.items())}


def candidates(sayings: list[Saying], weights: dict[str, float]) -> list[tuple[int, int]]:
    """Pairs of positions in `sayings`, the smaller first, sorted."""
    holders: dict[object, list[int]] = defaultdict(list)
    value: dict[object, float] = {}
    for n, s in enumerate(sayings):
        for run in dict.fromkeys(shingles(s.keys, 3)):
            holders[run].append(n)
            value[run] = 1.0
        for word in sorted(s.stems | frozenset(k for k in s.keys if len(s.keys) <= 6 and not plain(k))):
            holders[word].append(n)
            value[word] = weights.get(word, 0.5)
    scores: list[dict[int, float]] = [{} for _ in sayings]
    for feature, where in holders.items():
        if not 2 <= len(where) <= MOST_HOLDERS:
            continue
        worth = value[feature]
        for k, first in enumerate(where):
            row = scores[first]
            for second in where[k + 1 :]:
                row[second] = row.get(second, 0) + worth
    ranked: list[list[tuple[float, int]]] = [[] for _ in sayings]
    for n, found in enumerate(scores):
        for m, score in found.items():
            ranked[n].append((-score, m))
            ranked[m].append((-score, n))
    pairs = set()
    for n, partners in enumerate(ranked):
        best = nsmallest(MOST_PARTNERS, partners)
        pairs |= {(min(n, m), max(n, m)) for _, m in best}
    return sorted(pairs)
