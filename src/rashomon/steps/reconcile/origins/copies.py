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


Pairs = dict[tuple[int, int], Pair]
"""Pairs of positions in the tellings of a story, the smaller first."""


def pairs_of(tellings: Sequence[Telling]) -> Pairs:
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


def copies_of(tellings: Sequence[Telling], pairs: Pairs) -> list[tuple[Passage, ...]]:
    """The passages of each group of reports that carry one text, then of reports across groups."""
    groups = groups_of(len(tellings), pairs)
    home = {n: number for number, members in enumerate(groups) for n in members}
    found = []
    for number, members in enumerate(groups):
        if len(members) > 1:
            inside = {pair: p for pair, p in pairs.items() if home[pair[0]] == home[pair[1]] == number}
            found.append(tuple(passages_of(inside, tellings)))
    across = {pair: p for pair, p in pairs.items() if home[pair[0]] != home[pair[1]]}
    return found + _by_reports(passages_of(across, tellings))


def _by_reports(passages: list[Passage]) -> list[tuple[Passage, ...]]:
    """Passages that the same reports share, together; a passage of some of them stands with that of most."""
    sets = sorted({frozenset(c.article for c in p.cites) for p in passages}, key=lambda s: (-len(s), sorted(s)))
    found: dict[frozenset[str], list[Passage]] = defaultdict(list)
    for passage in passages:
        held = frozenset(c.article for c in passage.cites)
        found[next(wider for wider in sets if held <= wider)].append(passage)
    return [tuple(of_set) for of_set in found.values()]


def groups_of(size: int, pairs: Pairs) -> list[list[int]]:
    """All reports in groups by average share; a report that belongs to no other is a group of its own."""
    groups: dict[int, list[int]] = {n: [n] for n in range(size)}
    between = {pair: found.share for pair, found in pairs.items()}
    while between:
        best = max(between, key=lambda p: (between[p], -p[0], -p[1]))
        if between[best] < TOGETHER:
            break
        _merge(groups, between, *best)
    return [sorted(members) for members in groups.values()]


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


def passages_of(pairs: Pairs, tellings: Sequence[Telling]) -> list[Passage]:
    """The passages that the reports of these pairs share, each with one cite per report, earliest report first."""
    segments: list[tuple[int, int, int]] = []
    links: list[tuple[int, int, Match]] = []
    for (a, b), pair in pairs.items():
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
    rank = {n: place for place, n in enumerate(in_time(range(len(tellings)), tellings))}
    out = [_passage([segments[n] for n in bundle], shares[head], tellings, rank) for head, bundle in bundles.items()]
    place = {tellings[n].article.id: p for n, p in rank.items()}
    return sorted(out, key=lambda p: (place[p.cites[0].article], p.cites[0].start, p.cites[0].end, len(p.cites)))


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
