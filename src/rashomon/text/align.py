"""Lines up two passages word by word.

Decides which words of one passage stand, in the same order, in the other: first the longest common run, then, on both
sides of it, the next longest, and so on (Ratcliff and Obershelp). A run of words that carry little ("of the") between
two long stretches that differ is not taken as common ground. Work is bounded by a budget: two hostile passages cost no
more than two ordinary long ones, and what the budget did not reach counts as different. Same input, same alignment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

BUDGET = 200_000
"""Steps one alignment may cost; a pair of passages of 400 different words each needs about 20,000."""
COMMON = 40
"""A word that stands more often than this in the second passage starts no run, it only continues one."""


class Run(NamedTuple):
    """`size` words that are equal, from word `a` of the first passage and word `b` of the second."""

    a: int
    b: int
    size: int


class Gap(NamedTuple):
    """Words `[a, a_end)` of the first passage against words `[b, b_end)` of the second; either may be empty."""

    a: int
    a_end: int
    b: int
    b_end: int


def align(a: Sequence[str], b: Sequence[str], weak: Callable[[str], bool] | None = None) -> list[Run]:
    """The runs that `a` and `b` have in common, in the order of both.

    `weak` tells words that carry little: a run of such words only, shorter than both stretches around it, is dropped.
    """
    places: dict[str, list[int]] = {}
    for j, word in enumerate(b):
        places.setdefault(word, []).append(j)
    if len(b) > COMMON:
        places = {word: where for word, where in places.items() if len(where) <= COMMON}
    left = [BUDGET]
    runs: list[Run] = []
    head = _common_head(a, b)
    if head:
        runs.append(Run(0, 0, head))
    todo = [(head, len(a), head, len(b))]
    while todo:
        a_low, a_high, b_low, b_high = todo.pop()
        run = _longest(a, b, places, (a_low, a_high, b_low, b_high), left)
        if run.size:
            runs.append(run)
            todo.append((a_low, run.a, b_low, run.b))
            todo.append((run.a + run.size, a_high, run.b + run.size, b_high))
    runs = _joined(sorted(runs))
    return _without_weak(runs, a, len(a), len(b), weak) if weak else runs


def _common_head(a: Sequence[str], b: Sequence[str]) -> int:
    size = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        size += 1
    return size if size >= 3 else 0


def _longest(
    a: Sequence[str], b: Sequence[str], places: dict[str, list[int]], box: tuple[int, int, int, int], left: list[int]
) -> Run:
    """The longest run inside the box, the earliest of several; size 0 when there is none or the budget is spent."""
    a_low, a_high, b_low, b_high = box
    best = Run(a_low, b_low, 0)
    if a_low >= a_high or b_low >= b_high:
        return best
    lengths: dict[int, int] = {}
    for i in range(a_low, a_high):
        now: dict[int, int] = {}
        where = places.get(a[i], ())
        left[0] -= len(where) + 1
        if left[0] < 0:
            break
        for j in where:
            if b_low <= j < b_high:
                size = now[j] = lengths.get(j - 1, 0) + 1
                if size > best.size:
                    best = Run(i - size + 1, j - size + 1, size)
        lengths = now
    return _extended(a, b, best, box) if best.size else best


def _extended(a: Sequence[str], b: Sequence[str], run: Run, box: tuple[int, int, int, int]) -> Run:
    """`run` with the equal words on both sides that were too common to start a run."""
    a_low, a_high, b_low, b_high = box
    i, j, size = run
    while i > a_low and j > b_low and a[i - 1] == b[j - 1]:
        i, j, size = i - 1, j - 1, size + 1
    while i + size < a_high and j + size < b_high and a[i + size] == b[j + size]:
        size += 1
    return Run(i, j, size)


def _joined(runs: list[Run]) -> list[Run]:
    out: list[Run] = []
    for run in runs:
        if out and out[-1].a + out[-1].size == run.a and out[-1].b + out[-1].size == run.b:
            out[-1] = Run(out[-1].a, out[-1].b, out[-1].size + run.size)
        else:
            out.append(run)
    return out


def _without_weak(
    runs: list[Run], a: Sequence[str], a_size: int, b_size: int, weak: Callable[[str], bool]
) -> list[Run]:
    kept: list[Run] = []
    for n, run in enumerate(runs):
        a_before, b_before = (kept[-1].a + kept[-1].size, kept[-1].b + kept[-1].size) if kept else (0, 0)
        a_after, b_after = (runs[n + 1].a, runs[n + 1].b) if n + 1 < len(runs) else (a_size, b_size)
        before = max(run.a - a_before, run.b - b_before)
        after = max(a_after - run.a - run.size, b_after - run.b - run.size)
        alone = min(before, after) >= max(2, run.size)
        if alone and all(weak(word) for word in a[run.a : run.a + run.size]):
            continue
        kept.append(run)
    return kept


def gaps(runs: Sequence[Run], a_size: int, b_size: int) -> list[Gap]:
    """What stands between, before and after the runs, where either side has words."""
    out: list[Gap] = []
    i = j = 0
    for run in [*runs, Run(a_size, b_size, 0)]:
        if run.a > i or run.b > j:
            out.append(Gap(i, run.a, j, run.b))
        i, j = run.a + run.size, run.b + run.size
    return out


def common(runs: Sequence[Run]) -> int:
    """How many words the runs have in common."""
    return sum(run.size for run in runs)
