"""The head of a dossier: title, day, languages, how many reports and how many independent origins.

The title is the shortest title among the reports that are no strays (ties: alphabetical), the day the one most
reports were published on (ties: earliest). Copies of one text add no origin.
"""

from __future__ import annotations

from collections import Counter

from rashomon.records.article import Article
from rashomon.records.dossier import Findings, Head


def head_of(findings: Findings) -> Head:
    """The head for `findings`."""
    reports = [a for a in findings.articles if not a.stray] or list(findings.articles)
    titles = sorted((a.title for a in reports if a.title), key=lambda t: (len(t), t))
    days = Counter(a.day for a in reports if a.day)
    return Head(
        title=titles[0] if titles else _first_words(reports),
        date=min(days, key=lambda d: (-days[d], d)) if days else None,
        languages=tuple(sorted({a.language for a in reports if a.language})),
        reports=len(findings.articles),
        origins=_origins(findings, reports),
    )


def _first_words(reports: list[Article]) -> str:
    for article in reports:
        for block in article.of_kind(frozenset({"body"})):
            return " ".join(block.span.of(article.text).split()[:12])
    return "untitled"


def _origins(findings: Findings, reports: list[Article]) -> int:
    """Reports, less those that an origin of kind `copies` shows to repeat another one for the most part."""
    parent = {a.id: a.id for a in reports}

    def root(x: str) -> str:
        while parent[x] != x:
            x = parent[x]
        return x

    for origin in findings.origins:
        if origin.kind != "copies":
            continue
        for passage in origin.passages:
            ids = sorted({c.article for c in passage.cites} & parent.keys())
            if passage.shared >= 0.5:
                for other in ids[1:]:
                    parent[root(other)] = root(ids[0])
    return len({root(x) for x in parent})
