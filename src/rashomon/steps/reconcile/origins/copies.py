"""Which reports carry one text: groups of reports and the passages they share.

Decides from the share of the shorter report that both have. Reports are grouped by the average share (never by a chain
of two-by-two likenesses); two reports of different groups that share a passage are shown as a pair of their own. Who
was first is told only by publication times; where these do not tell, the order is that of the dossier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records.findings import Passage
from rashomon.records.span import cite
from rashomon.steps.reconcile.origins.passages import Match, passages
from rashomon.steps.reconcile.origins.telling import Telling, letters
from rashomon.text.shingles import pairs_sharing, sample, shingles

ENOUGH = 25
"""Shared words, over all passages, from which two reports have a text in common."""
ENOUGH_SHARE = 0.3
"""Or this share of the shorter one, for very short reports."""
TOGETHER = 0.12
"""Average share from which reports are one group."""
SAMPLED = 20_000
"""Words of a story from which only one shingle in four is looked at to find pairs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports with a text in common; `share` of the shorter one."""

    matches: tuple[Match, ...]
    share: float


def pairs_of(tellings: Sequence[Telling]) -> dict[tuple[int, int], Pair]:
    """The pairs of positions in `tellings` that have a text in common."""
    one_in = 4 if sum(t.size for t in tellings) > SAMPLED else 1
    sets = {n: sample(shingles(t.keys, 5), one_in) for n, t in enumerate(tellings)}
    found = {}
    for a, b in pairs_sharing(sets, least=2 if one_in > 1 else 8):
        matches = passages(tellings[a], tellings[b])
        shared = sum(m.words for m in matches)
        share = shared / max(1, min(tellings[a].size, tellings[b].size))
        if shared >= ENOUGH or (matches and share >= ENOUGH_SHARE):
            found[a, b] = Pair(tuple(matches), share)
    return found


def groups_of(size: int, pairs: dict[tuple[int, int], Pair]) -> list[list[int]]:
    """Groups of two and more reports by average share, then the pairs across groups that are left."""
    share = {pair: found.share for pair, found in pairs.items()}
    groups: dict[int, list[int]] = {n: [n] for n in range(size)}
    between = dict(share)
    while between:
        best = max(between, key=lambda p: (between[p], -p[0], -p[1]))
        if between[best] < TOGETHER:
            break
        keep, gone = best
        _merge(groups, between, keep, gone)
    home = {n: g for g, members in groups.items() for n in members}
    across: dict[tuple[int, int], set[int]] = defaultdict(set)
    for a, b in sorted(pairs):
        if home[a] != home[b]:
            across[_outsider(a, b, groups, home)] |= {a, b}
    return [sorted(members) for members in [*(g for g in groups.values() if len(g) > 1), *across.values()]]


def _outsider(a: int, b: int, groups: dict[int, list[int]], home: dict[int, int]) -> tuple[int, int]:
    """What a pair across groups is listed under: a lone report and a group it shares with, or the two groups."""
    if len(groups[home[a]]) == 1 or len(groups[home[b]]) == 1:
        lone, other = (a, b) if len(groups[home[a]]) == 1 else (b, a)
        return lone, -1 - home[other]
    return min(home[a], home[b]), max(home[a], home[b])


def _merge(groups: dict[int, list[int]], between: dict[tuple[int, int], float], keep: int, gone: int) -> None:
    """Join group `gone` to `keep`; shares to the others become the average over all members."""
    sizes = len(groups[keep]), len(groups[gone])
    del between[keep, gone]
    sums: dict[int, float] = defaultdict(float)
    for (a, b), value in list(between.items()):
        for mine, other, weight in ((a, b, sizes), (b, a, sizes)):
            if mine in (keep, gone):
                sums[other] += value * (weight[0] if mine == keep else weight[1])
                between.pop((a, b), None)
    for other, total in sorted(sums.items()):
        between[min(keep, other), max(keep, other)] = total / (sizes[0] + sizes[1])
    groups[keep] += groups.pop(gone)


def passages_of(
    members: Sequence[int], tellings: Sequence[Telling], pairs: dict[tuple[int, int], Pair]
) -> list[Passage]:
    """The passages that the reports of one group share, each with one cite per report, earliest report first."""
    segments: list[tuple[int, int, int]] = []
    links: list[tuple[int, int, Match]] = []
    for (a, b), pair in pairs.items():
        if a in members and b in members:
            for m in pair.matches:
                links.append((len(segments), len(segments) + 1, m))
                segments += [(a, m.a, m.a_end), (b, m.b, m.b_end)]
    root = _joined(segments, links)
    bundles: dict[int, list[int]] = defaultdict(list)
    for n in range(len(segments)):
        bundles[root[n]].append(n)
    shares: dict[int, list[Match]] = defaultdict(list)
    for first, _, match in links:
        shares[root[first]].append(match)
    rank = {n: place for place, n in enumerate(in_time(members, tellings))}
    out = [_passage([segments[n] for n in bundle], shares[head], tellings, rank) for head, bundle in bundles.items()]
    place = {tellings[n].article.id: p for n, p in rank.items()}
    return sorted(out, key=lambda p: (place[p.cites[0].article], p.cites[0].start, p.cites[0].end))


def _joined(segments: list[tuple[int, int, int]], links: list[tuple[int, int, Match]]) -> list[int]:
    """For each segment the number of its bundle: linked segments, and those that overlap by half of the longer one."""
    parent = list(range(len(segments)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for first, second, _ in links:
        parent[root(second)] = root(first)
    by_article: dict[int, list[int]] = defaultdict(list)
    for n, (article, _, _) in enumerate(segments):
        by_article[article].append(n)
    for members in by_article.values():
        members.sort(key=lambda n: segments[n][1:])
        for k, n in enumerate(members):
            for m in members[k + 1 :]:
                if segments[m][1] >= segments[n][2]:
                    break
                both = min(segments[n][2], segments[m][2]) - segments[m][1]
                longer = max(segments[x][2] - segments[x][1] for x in (n, m))
                if 2 * both >= longer:
                    parent[root(m)] = root(n)
    return [root(n) for n in range(len(segments))]


def _passage(
    bundle: list[tuple[int, int, int]], matches: list[Match], tellings: Sequence[Telling], rank: dict[int, int]
) -> Passage:
    longest: dict[int, tuple[int, int]] = {}
    for article, start, end in sorted(bundle):
        if article not in longest or end - start > longest[article][1] - longest[article][0]:
            longest[article] = (start, end)
    cites = [
        cite(tellings[n].article.id, letters(tellings[n], *longest[n])) for n in sorted(longest, key=rank.__getitem__)
    ]
    words = sum(m.words for m in matches)
    return Passage(tuple(cites), words / sum(max(m.a_end - m.a, m.b_end - m.b) for m in matches))


def in_time(members: Sequence[int], tellings: Sequence[Telling]) -> list[int]:
    """The members by publication time; those without one, and equal ones, in dossier order."""
    return sorted(members, key=lambda n: (tellings[n].article.published or "~", n))
