"""The same words put into different mouths.

Decides from quotations of at least two words that are equal word for word in different reports and whose speakers are
both known and unrelated. A spokesman and the one he speaks for are no disagreement, nor is a speaker known only from a
pronoun: better no line than one that rests on our own mistake.
"""

from __future__ import annotations

from collections import defaultdict

from rashomon.records.findings import Quote
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, side_of
from rashomon.text.similarity import stop_words
from rashomon.text.words_of import content_words

LEAST_WORDS = 2
LEAST_CONFIDENCE = 0.5
PRONOUNS = frozenset("he she they it him her them his who i we".split())


def other_speakers(scene: Scene, quotes: tuple[Quote, ...]) -> list[Draft]:
    """A disagreement for each wording with two speakers who have nothing to do with one another."""
    groups: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    texts = {a.id: a.text for a in scene.story.articles}
    for quote in quotes:
        if quote.kind == "indirect" or quote.speaker is None or quote.speaker_cite is None or quote.teaser:
            continue
        if quote.confidence < LEAST_CONFIDENCE or quote.status != "said" or _is_pronoun(quote, texts):
            continue
        for piece in quote.content:
            words = tuple(w.lower() for w in content_words(piece.span.of(texts[piece.article])))
            if len(words) >= LEAST_WORDS and any(w not in stop_words() for w in words):
                groups[words].append(quote)
    return [draft for words, found in sorted(groups.items()) if (draft := _draft(scene, words, found, texts))]


def _is_pronoun(quote: Quote, texts: dict[str, str]) -> bool:
    assert quote.speaker_cite is not None
    return quote.speaker_cite.span.of(texts[quote.article]).lower() in PRONOUNS


def _draft(scene: Scene, words: tuple[str, ...], found: list[Quote], texts: dict[str, str]) -> Draft | None:
    by_speaker: dict[str, list[Quote]] = defaultdict(list)
    for quote in found:
        by_speaker[quote.speaker or ""].append(quote)
    if len(by_speaker) < 2:
        return None
    order = sorted(by_speaker, key=lambda s: (-len({q.article for q in by_speaker[s]}), s))
    first, second = order[0], order[1]
    if scene.kin.related(frozenset({first}), frozenset({second})):
        return None
    if {q.article for q in by_speaker[first]} & {q.article for q in by_speaker[second]}:
        return None
    sides = tuple(
        side_of(f"{scene.name(s)}: “{' '.join(words)}”", s, (c for q in by_speaker[s] for c in (*q.content, *((q.speaker_cite,) if q.speaker_cite else ()))))
        for s in (first, second)
    )
    note = f"The words “{' '.join(words)}” are {scene.name(first)}'s in one place and {scene.name(second)}'s in another."
    return Draft("attribution", "same-words-other-speaker", note, sides)
