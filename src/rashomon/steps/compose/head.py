"""The head of a dossier: title, day, languages, how many reports and how many independent origins.

The title is the one among the reports' own titles whose words the other titles share most (strays apart; ties: the
shorter, then alphabetical), the day the one most reports were published on (ties: earliest). Copies of one text add no
origin.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

from rashomon.records.article import Article
from rashomon.records.dossier import Findings, Head

TOLD = frozenset({"body", "subtitle"})
MOSTLY = 0.5
"""Share of a report's own text that it must have in common with another to be no origin of its own."""


def head_of(findings: Findings) -> Head:
    """The head for `findings`."""
    reports = [a for a in findings.articles if not a.stray] or list(findings.articles)
    days = Counter(a.day for a in reports if a.day)
    return Head(
        title=_title([a.title for a in reports if a.title]) or _first_words(reports),
        date=min(days, key=lambda d: (-days[d], d)) if days else None,
        languages=tuple(sorted({a.language for a in reports if a.language})),
        reports=len(findings.articles),
        origins=_origins(findings, reports),
    )


def _title(titles: list[str]) -> str | None:
    """The most central title: the sum of its word overlap (Jaccard) with every other title is largest."""
    bags = [frozenset(w for w in re.findall(r"\w+", t.casefold()) if len(w) > 3) for t in titles]

    def overlap(bag: frozenset[str]) -> float:
        return sum(len(bag & other) / max(1, len(bag | other)) for other in bags)

    ranked = sorted(zip(titles, bags, strict=True), key=lambda row: (-round(overlap(row[1]), 9), len(row[0]), row[0]))
    return ranked[0][0] if ranked else None


def _first_words(reports: list[Article]) -> str:
    for article in reports:
        for block in article.of_kind(frozenset({"body"})):
            return " ".join(block.span.of(article.text).split()[:12])
    return "untitled"


def _origins(findings: Findings, reports: list[Article]) -> int:
    """Reports, less those that passages of kind `copies` show to repeat another one for the most part."""
    parent = {a.id: a.id for a in reports}
    told = {a.id: sum(b.end - b.start for b in a.of_kind(TOLD)) for a in reports}
    shared: Counter[tuple[str, str, str]] = Counter()

    def root(x: str) -> str:
        while parent[x] != x:
            x = parent[x]
        return x

    for origin in findings.origins:
        for passage in origin.passages if origin.kind == "copies" else ():
            sizes = {c.article: round((c.end - c.start) * passage.shared) for c in passage.cites if c.article in parent}
            for one, other in combinations(sorted(sizes), 2):
                for side in (one, other):
                    shared[one, other, side] += sizes[side]
    for (one, other, side), size in sorted(shared.items()):
        if size >= MOSTLY * max(1, told[side]):
            parent[root(other)] = root(one)
    return len({root(x) for x in parent})
