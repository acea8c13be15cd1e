"""Which pairs of quotations are worth comparing, without comparing all of them.

Decides on shared runs of three words and shared rare words: each quotation is held against those it shares most with,
a fixed number at most, so that the work grows with the number of quotations and not with its square. Identical
quotations stand for one another and are compared once.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import lru_cache
from heapq import nsmallest
from operator import neg

from rashomon.steps.reconcile.utterances.likeness import plain
from rashomon.steps.reconcile.utterances.saying import Saying
from rashomon.text.shingles import shingles

MOST_HOLDERS = 60
"""A word or run that more quotations hold is too common to bring two of them together."""
MOST_PARTNERS = 12
"""Quotations that one quotation is compared with."""
SHORT = 6
"""Words of a quotation of which each may bring it together with others, in whatever form."""


def weights_of(sayings: list[Saying]) -> dict[str, float]:
    """How much each stem says: less the more quotations have it."""
    held = Counter(word for s in sayings for word in s.stems)
    return {word: 1 + math.log(1 + len(sayings) / count) for word, count in sorted(held.items())}


def candidates(sayings: list[Saying], weights: dict[str, float]) -> list[tuple[int, int]]:
    """Pairs of positions in `sayings`, the smaller first, sorted."""
    holders: dict[object, list[int]] = defaultdict(list)
    value: dict[object, float] = {}
    for n, s in enumerate(sayings):
        runs, words = _features(s.keys, s.stems)
        for run in runs:
            holders[run].append(n)
            value[run] = 1.0
        for word in words:
            holders[word].append(n)
            value[word] = weights.get(word, 0.5)
    scores: list[dict[int, float]] = [defaultdict(float) for _ in sayings]
    for feature, where in holders.items():
        if not 2 <= len(where) <= MOST_HOLDERS:
            continue
        worth = value[feature]
        for k, first in enumerate(where, start=1):
            row = scores[first]
            for second in where[k:]:
                row[second] += worth
    ranked = [list(zip(map(neg, found.values()), found, strict=True)) for found in scores]
    for n, found in enumerate(scores):
        for m, score in found.items():
            ranked[m].append((-score, n))
    pairs = set()
    for n, partners in enumerate(ranked):
        best = nsmallest(MOST_PARTNERS, partners)
        pairs |= {(min(n, m), max(n, m)) for _, m in best}
    return sorted(pairs)


@lru_cache(maxsize=4096)
def _features(keys: tuple[str, ...], stems: frozenset[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """What brings a quotation together with others: its runs of three words, and its words in a fixed order.

    A story's quotations are held against each other twice where one of them proves to be two.
    """
    own = frozenset(k for k in keys if not plain(k)) if len(keys) <= SHORT else frozenset()
    return tuple(dict.fromkeys(shingles(keys, 3))), tuple(sorted(stems | own))
