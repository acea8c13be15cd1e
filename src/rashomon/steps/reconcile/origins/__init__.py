"""What several reports took from one place: texts they copy, and sources they quote.

Decides `copies` on own words (quotations set apart) and `shares-source` on long quotations. Short common phrases,
titles and furniture prove nothing. Every passage shows its share of words in common, so that a reader can judge.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records.dossier import Story
from rashomon.records.findings import Origin, Quote, Utterance
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.origins.copies import TOGETHER, copies_of, pairs_of
from rashomon.steps.reconcile.origins.quoting import shared_sources
from rashomon.steps.reconcile.origins.sources import agency_of
from rashomon.steps.reconcile.origins.telling import telling

__all__ = ["find_origins"]


def find_origins(
    story: Story, quotes: Sequence[Quote] = (), utterances: Sequence[Utterance] = (), cast: Cast | None = None
) -> tuple[Origin, ...]:
    """The origins of `story`: copies first, then shared sources, each in dossier order."""
    told = [
        telling(article, marks, n)
        for n, (article, marks) in enumerate(zip(story.articles, story.marks, strict=True))
        if not article.stray
    ]
    pairs = pairs_of(told)
    found: list[Origin] = []
    by_id = {t.article.id: t.article for t in told}
    for passages in copies_of(told, pairs):
        source = agency_of(by_id[name] for name in sorted({c.article for p in passages for c in p.cites}))
        found.append(Origin(f"o{len(found) + 1}", "copies", source, passages))
    copy_of: dict[str, str] = {}
    for (a, b), pair in sorted(pairs.items()):
        first = copy_of.get(told[a].article.id, told[a].article.id)
        if pair.share >= TOGETHER:
            copy_of.setdefault(told[b].article.id, first)
    articles = [t.article for t in told]
    for source, shared in shared_sources(articles, quotes, utterances, cast or Cast(), copy_of):
        found.append(Origin(f"o{len(found) + 1}", "shares-source", source, shared))
    return tuple(found)
