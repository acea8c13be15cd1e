"""The same words put into different mouths.

Decides from quotations of at least two words that are equal word for word in different reports and whose speakers are
both known and unrelated. A spokesman and the one he speaks for are no disagreement, nor is a speaker known only from
a pronoun: better no line than one that rests on our own mistake.
"""

from __future__ import annotations

from collections import defaultdict

from rashomon.records.findings import Actor, Quote
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, side_of
from rashomon.text.similarity import stop_words
from rashomon.text.words_of import content_words

LEAST_WORDS = 2
LEAST_CONFIDENCE = 0.5
SURE = 0.8
MOUTHS = ("spokes", "press", "lawyer", "attorney", "representative", "aide")


def other_speakers(scene: Scene, quotes: tuple[Quote, ...]) -> list[Draft]:
    """A disagreement for each wording with two speakers who have nothing to do with one another."""
    groups: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    texts = {a.id: a.text for a in scene.story.articles}
    names = {a.id: frozenset(w.lower() for f in a.spellings for w in content_words(f.text)) for a in scene.cast.actors}
    can_speak = {a.id for a in scene.cast.actors if _speaks(a)}
    named = set()
    for quote in quotes:
        if quote.kind == "indirect" or quote.teaser or quote.speaker not in can_speak or quote.status != "said":
            continue
        if _is_named(quote, names, texts):
            named.add(quote.id)
        for piece in quote.content:
            said = content_words(piece.span.of(texts[piece.article]))
            words = tuple(w.lower() for w in said)
            if all(w[0].isupper() for w in said if w.lower() not in stop_words()):
                continue  # the title of a work, or a name
            if len(words) >= LEAST_WORDS and any(w not in stop_words() for w in words):
                groups[words].append(quote)
    return [draft for words, found in sorted(groups.items()) if (draft := _draft(scene, words, found, named))]


def _speaks(actor: Actor) -> bool:
    """A person or a body with a name of its own; a place only where it stands for a government."""
    if not actor.name[:1].isupper():
        return False
    return actor.type in ("person", "organization") or actor.speaks_for is not None


def _stands_for(scene: Scene, one: str, other: str) -> bool:
    """One is the mouth of the other: a spokeswoman and her ministry, a seat and its government."""
    by_id = {a.id: a for a in scene.cast.actors}
    a, b = by_id[one], by_id[other]
    if a.speaks_for == other or b.speaks_for == one or (a.speaks_for and a.speaks_for == b.speaks_for):
        return True
    voices = any(w.startswith(MOUTHS) for x in (a, b) for f in x.labels for w in f.text.lower().split())
    return voices and scene.kin.related(frozenset({one}), frozenset({other}))


def _is_named(quote: Quote, names: dict[str, frozenset[str]], texts: dict[str, str]) -> bool:
    """The last word that tells who speaks is a word of the speaker's name: no pronoun, no "resident"."""
    if quote.speaker is None or quote.speaker_cite is None or quote.cue is None:
        return False
    if quote.confidence < (LEAST_CONFIDENCE if quote.kind == "mixed" else SURE):
        return False
    said = content_words(quote.speaker_cite.span.of(texts[quote.article]))
    return bool(said) and said[-1].lower() in names.get(quote.speaker, frozenset())


def _draft(scene: Scene, words: tuple[str, ...], found: list[Quote], named: set[str]) -> Draft | None:
    by_speaker: dict[str, list[Quote]] = defaultdict(list)
    for quote in found:
        by_speaker[quote.speaker or ""].append(quote)
    by_speaker = {s: told for s, told in by_speaker.items() if any(q.id in named for q in told)}
    order = sorted(by_speaker, key=lambda s: (-len({q.article for q in by_speaker[s]}), s))
    if len(order) < 2:
        return None
    first, second = order[0], order[1]
    if _stands_for(scene, first, second):
        return None
    if {q.article for q in by_speaker[first]} & {q.article for q in by_speaker[second]}:
        return None
    sides = tuple(
        side_of(
            f"{scene.name(s)}: “{' '.join(words)}”",
            s,
            (c for q in by_speaker[s] for c in (*q.content, *((q.speaker_cite,) if q.speaker_cite else ()))),
        )
        for s in (first, second)
    )
    note = (
        f"The words “{' '.join(words)}” are {scene.name(first)}'s in one place and {scene.name(second)}'s in another."
    )
    return Draft("attribution", "same-words-other-speaker", note, sides)
