"""Puts units that tell the same thing together.

Decides pair by pair, best first: two groups become one when their units are alike on average and no pair of them was
refused. Chains do not grow, because every new member is compared with the whole group.
"""

from __future__ import annotations

from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.pairs import STRONG, THRESHOLD, Pair
from rashomon.steps.reconcile.statements.units import Unit

LARGEST_DISPUTE = 12
LEAST_KNOWN = 0.6
"""Share of the pairs between two groups that must be pairs in their own right."""


def cluster(units: list[Unit], pairs: list[Pair], kin: Kin) -> list[list[int]]:
    """Groups of unit indices, each in story order; every unit is in exactly one."""
    scores = {(p.one, p.other): -1.0 if p.opposed or p.against else p.score for p in pairs}
    group_of = list(range(len(units)))
    members = {n: [n] for n in range(len(units))}
    for pair in pairs:
        if pair.opposed or pair.against:
            continue
        a, b = group_of[pair.one], group_of[pair.other]
        if a == b or not _fit(units, members[a], members[b], scores, kin):
            continue
        a, b = min(a, b), max(a, b)
        for n in members.pop(b):
            group_of[n] = a
            members[a].append(n)
    _disputes(pairs, group_of, members)
    return [sorted(m) for _, m in sorted(members.items())]


def _disputes(pairs: list[Pair], group_of: list[int], members: dict[int, list[int]]) -> None:
    """Two that tell the same thing the other way round, and almost alike else, are one statement in dispute."""
    for pair in pairs:
        a, b = group_of[pair.one], group_of[pair.other]
        if pair.opposed and pair.score >= STRONG and a != b and len(members[a]) + len(members[b]) <= LARGEST_DISPUTE:
            a, b = min(a, b), max(a, b)
            for n in members.pop(b):
                group_of[n] = a
                members[a].append(n)


def _fit(units: list[Unit], one: list[int], other: list[int], scores: dict[tuple[int, int], float], kin: Kin) -> bool:
    known, total, count = 0, 0.0, 0
    for i in one:
        for j in other:
            if units[i].article == units[j].article:
                continue
            count += 1
            score = scores.get((min(i, j), max(i, j)))
            if score is not None and score < 0:
                return False
            if score is not None:
                known += 1
                total += score
    if not count:
        return False
    return known / count >= LEAST_KNOWN and total / known >= THRESHOLD
