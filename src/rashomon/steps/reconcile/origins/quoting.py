"""Reports that quote one source: a post, a statement, an interview that several of them carry.

Decides on long utterances only: at least a dozen verbatim words that two reports share. Reports that are copies of
one another count once, as one of them alone may have had the source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.records.article import Article
from rashomon.records.findings import Passage, Quote, Utterance
from rashomon.records.span import Cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.origins.sources import words_for
from rashomon.text.align import align, common
from rashomon.text.folding import fold

LEAST = 12
"""Verbatim words two reports must share."""


def shared_sources(
    articles: Sequence[Article],
    quotes: Sequence[Quote],
    utterances: Sequence[Utterance],
    cast: Cast,
    copy_of: Mapping[str, str],
) -> list[tuple[str | None, tuple[Passage, ...]]]:
    """Source name and passages of each source that reports of different origin quote.

    `copy_of` gives one article of its group of copies for each article id that is in one.
    """
    by_id = {q.id: q for q in quotes}
    texts = {a.id: a.text for a in articles}
    order = {a.id: (a.published or "~", n) for n, a in enumerate(articles)}
    names = {actor.id: actor.name for actor in cast.actors}
    found: dict[tuple[object, str | None], list[Passage]] = {}
    for u in utterances:
        passage = _passage([by_id[q] for q in u.quotes], texts, order, copy_of)
        if passage is None:
            continue
        source = words_for(u, names.get(u.speaker or ""))
        # One post is one source; words without a channel are one where the same reports have them.
        same: object = u.channel or frozenset(c.article for c in passage.cites)
        found.setdefault((same if source else u.id, source), []).append(passage)
    return [(source, tuple(passages)) for (_, source), passages in found.items()]


def _passage(
    quotes: list[Quote], texts: Mapping[str, str], order: Mapping[str, tuple[str, int]], copy_of: Mapping[str, str]
) -> Passage | None:
    """The passage of one utterance: per report its longest piece, when reports of two origins share enough of it."""
    pieces: dict[str, Cite] = {}
    for quote in quotes:
        if quote.kind == "indirect" or quote.teaser:
            continue
        longest = max(quote.content, key=lambda c: (c.end - c.start, -c.start))
        held = pieces.get(quote.article)
        if held is None or longest.end - longest.start > held.end - held.start:
            pieces[quote.article] = longest
    keys = {a: [w.key for w in fold(texts[a], c.start, c.end)] for a, c in pieces.items()}
    base = max(pieces, key=lambda a: (len(keys[a]), [-order[a][1]]), default=None)
    if base is None or len(keys[base]) < LEAST:
        return None
    kept = {base: 1.0}
    for article in sorted(pieces, key=order.__getitem__):
        shared = common(align(keys[article], keys[base])) if article != base else 0
        if shared >= LEAST:
            kept[article] = shared / min(len(keys[article]), len(keys[base]))
    if len({copy_of.get(a, a) for a in kept}) < 2:
        return None
    others = [share for a, share in kept.items() if a != base]
    return Passage(tuple(pieces[a] for a in sorted(kept, key=order.__getitem__)), sum(others) / len(others))
