"""Runs of a few words as numbers: what two texts have in common, found without comparing every pair.

Decides nothing by itself. A shingle is the stable 32-bit number of `size` words in a row; a sample keeps those whose
number falls into a fixed share of all numbers, so that two texts keep the same shingles of a passage they share, on
every machine. Containment is the share of the smaller sample that the other one has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar
from zlib import crc32

Name = TypeVar("Name", bound=Hashable)


def shingles(words: Sequence[str], size: int = 5) -> list[int]:
    """The number of each run of `size` words, by the position it starts at; empty for shorter texts."""
    coded = [word.encode("utf-8", "surrogatepass") for word in words]
    return [crc32(b"\0".join(coded[n : n + size])) for n in range(len(coded) - size + 1)]


def sample(numbers: Iterable[int], one_in: int) -> frozenset[int]:
    """The numbers that fall into one of `one_in` equal shares; all of them when `one_in` is 1."""
    return frozenset(n for n in numbers if n % one_in == 0)


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """Share of the smaller set that the other one has; 0 when one is empty."""
    small = min(len(a), len(b))
    return len(a & b) / small if small else 0.0


def pairs_sharing(
    sets: Mapping[Name, frozenset[int]], least: int = 1, most_holders: int | None = None
) -> dict[tuple[Name, Name], int]:
    """The pairs of names that share at least `least` numbers, with how many, in the order of `sets`.

    A number that more than `most_holders` names hold says little about any two of them and is passed over.
    """
    order = {name: n for n, name in enumerate(sets)}
    holders: dict[int, list[Name]] = defaultdict(list)
    for name, numbers in sets.items():
        for number in numbers:
            holders[number].append(name)
    shared: Counter[tuple[Name, Name]] = Counter()
    for names, times in Counter(tuple(names) for names in holders.values() if len(names) > 1).items():
        if most_holders is not None and len(names) > most_holders:
            continue
        for n, first in enumerate(names):
            for second in names[n + 1 :]:
                shared[first, second] += times
    kept = [(pair, count) for pair, count in shared.items() if count >= least]
    return dict(sorted(kept, key=lambda item: (order[item[0][0]], order[item[0][1]])))
