"""How many places a line comes from: reports that took it from one text count once.

Decides passage by passage: two reports are one origin for a line when the words they are cited with lie, for the most
part, in one passage that both carry. A report that copies elsewhere and tells this in its own words counts on its own.
Reports that quote one source are no copies: each was free to check it. Reports of one outlet are one origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.records.article import Article
from rashomon.records.findings import Origin
from rashomon.records.span import Cite


def count(origins: Iterable[Origin], articles: Iterable[Article], cites: Sequence[Cite]) -> int:
    """The independent origins of a line with these cites; cites of articles that are not given count by their id."""
    outlets = {a.id: a.outlet or a.id for a in articles}
    parent = {outlets.get(c.article, c.article): outlets.get(c.article, c.article) for c in cites}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for origin in origins:
        for passage in origin.passages if origin.kind == "copies" else ():
            held = {c.article: c for c in passage.cites}
            inside = [root(outlets.get(c.article, c.article)) for c in cites if _mostly(c, held.get(c.article))]
            for name in inside[1:]:
                first, second = sorted((root(inside[0]), root(name)))
                parent[second] = first
    return len({root(name) for name in parent})


def _mostly(cite: Cite, passage: Cite | None) -> bool:
    """Whether at least half of the characters of `cite` lie in the passage."""
    if passage is None:
        return False
    return 2 * (min(cite.end, passage.end) - max(cite.start, passage.start)) >= cite.end - cite.start
