"""The passages two reports have in common, in their own words.

Decides from shared runs of five words, joined over small edits, which stretches of two reports are one text. A stretch
counts with at least a dozen shared words, some of which say something: shorter ones, names with titles and stock
phrases come out alike without copying.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from rashomon.steps.reconcile.origins.telling import Telling, carried
from rashomon.text.folding import content
from rashomon.text.shingles import shingles

SHINGLE = 5
REACH = 10
"""Words of an edit over which two runs are still one passage."""
MOST_PLACES = 20
"""Places of one run of words in a report that are tried."""
LEAST = 12
"""Shared words a passage needs."""
LEAST_CONTENT = 5
"""Different words, of those, that say something and are no names."""


class Match(NamedTuple):
    """Words `[a, a_end)` of one report match words `[b, b_end)` of another; `words` of them are shared."""

    a: int
    a_end: int
    b: int
    b_end: int
    words: int

    @property
    def share(self) -> float:
        """Share of the longer side that both have."""
        return self.words / max(self.a_end - self.a, self.b_end - self.b)


def passages(x: Telling, y: Telling) -> list[Match]:
    """The passages that `x` and `y` share, in the order of `x`."""
    joined: list[Match] = []
    for run in _runs(x, y):
        last = joined[-1] if joined else None
        if last and 0 <= run.a - last.a_end <= REACH and 0 <= run.b - last.b_end <= REACH:
            joined[-1] = Match(last.a, run.a_end, last.b, run.b_end, last.words + run.words)
        else:
            joined.append(run)
    return [m for m in joined if m.words >= LEAST and _says(x, m)]


def _says(x: Telling, match: Match) -> bool:
    """Whether a passage tells something: names, titles and "there was no comment" come out alike without copying."""
    text = x.article.text
    low = {w.key for w in x.words[match.a : match.a_end] if text[w.start].islower()}
    return len(content(sorted(low))) >= LEAST_CONTENT


def _runs(x: Telling, y: Telling) -> list[Match]:
    """Runs of at least five equal words, each word of `x` in one run, the run that carries on the last one first."""
    places: dict[int, list[int]] = defaultdict(list)
    for j, number in enumerate(shingles(y.keys, SHINGLE)):
        if len(places[number]) < MOST_PLACES:
            places[number].append(j)
    runs: list[Match] = []
    numbers = shingles(x.keys, SHINGLE)
    i, after = 0, 0
    while i < len(numbers):
        where = [j for j in places.get(numbers[i], ()) if x.keys[i : i + SHINGLE] == y.keys[j : j + SHINGLE]]
        if not where:
            i += 1
            continue
        size, j = max((_reach(x, y, i, j), -abs(j - after), j) for j in where)[::2]
        runs.append(Match(i, i + size, j, j + size, carried(x.keys[i : i + size])))
        i, after = i + size, j + size
    return runs


def _reach(x: Telling, y: Telling, i: int, j: int) -> int:
    size = SHINGLE
    while i + size < len(x.keys) and j + size < len(y.keys) and x.keys[i + size] == y.keys[j + size]:
        size += 1
    return size
