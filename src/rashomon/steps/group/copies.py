"""Near-copies: reports that share whole runs of words outside quotations, however long the one around them is.

A run of five telling words is noted where it starts with one of an eighth of all words, so that two texts note the same
runs of a passage they share. One report copies another when the shorter list is contained in the other by half and by
four runs at least. Quotations are passed over: outlets that quote one statement do not copy each other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from rashomon.steps.group.terms import LONGEST, WORD, term

QUOTED = re.compile(r"“[^”\n]{1,600}”|\"[^\"\n]{1,600}\"")
RUN = 5
LEAST = 4
"""Shared runs from which reports can be copies."""
SHARE = 0.5
"""Share of the shorter one from which they are."""
HOLDERS = 50
"""Reports that hold a run above which it tells nothing: a note that an outlet puts under every text."""

Runs = frozenset[int]


@lru_cache(maxsize=1 << 16)
def _starts(word: str) -> bool:
    return crc32(word.encode("utf-8", "surrogatepass")) % 8 == 0


def runs(text: str) -> Runs:
    """The numbers of the noted runs of a text."""
    words = [t for t in map(term, WORD.findall(QUOTED.sub(" ", text[:LONGEST]).lower())) if t]
    return frozenset(
        crc32(" ".join(words[n : n + RUN]).encode("utf-8", "surrogatepass"))
        for n in range(len(words) - RUN + 1)
        if _starts(words[n])
    )


def contained(a: Runs, b: Runs) -> float:
    """Share of the shorter list that the other has, 0 when they share too little to be copies."""
    shared = len(a & b)
    share = shared / min(len(a), len(b)) if shared >= LEAST else 0.0
    return share if share >= SHARE else 0.0


def copies(noted: Sequence[Runs]) -> Iterator[tuple[int, int, float]]:
    """Each pair (elder, younger) of copies, by place, with the share."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for n, own in enumerate(noted):
        for other in sorted(candidates(own, holders)):
            share = contained(own, noted[other])
            if share:
                yield other, n, share
        for run in own:
            holders[run].append(n)


def candidates(own: Runs, holders: dict[int, list[int]]) -> Iterable[int]:
    """Those who hold enough of the same runs to be copies."""
    counted: Counter[int] = Counter()
    for run in own:
        found = holders.get(run, ())
        if len(found) <= HOLDERS:
            counted.update(found)
    return (n for n, shared in counted.items() if shared >= LEAST)
