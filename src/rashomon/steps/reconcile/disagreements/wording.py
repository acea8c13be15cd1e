"""Words that differ inside quotation marks.

Decides from the utterance ledger: only direct quotations, only words of content or of obligation ("must" / "should"),
never spelling, marks, or words that one outlet left out. A name for a name is no difference of wording.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from rashomon.records.findings import Quote, Utterance
from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, side_of
from rashomon.text.similarity import stem, stop_words
from rashomon.text.words_of import content_words

MODALS = frozenset("must should shall will would can could may might cannot not never".split())
WINDOW = 140
LEAST_COMMON = 0.5
"""Share of words two quotations must have in common: else one is a translation or a paraphrase of much more."""


def wording_differences(scene: Scene, quotes: tuple[Quote, ...], utterances: tuple[Utterance, ...]) -> list[Draft]:
    """A disagreement for each utterance whose quotations differ in words that matter."""
    by_id = {q.id: q for q in quotes}
    texts = {a.id: a.text for a in scene.story.articles}
    out = []
    for utterance in utterances:
        found = _difference(utterance, by_id, texts)
        if found is None:
            continue
        one, other, pairs = found
        words = "; ".join(f"“{a}” / “{b}”" for a, b in pairs)
        who = scene.name(utterance.speaker) if utterance.speaker else "a speaker"
        sides = tuple(
            side_of(_near(_says(q, texts), pairs[0][n]), q.speaker, q.content) for n, q in enumerate((one, other))
        )
        out.append(
            Draft("wording", "quoted-words-differ", f"The same words of {who} are quoted differently: {words}.", sides)
        )
    return out


def _difference(
    utterance: Utterance, by_id: dict[str, Quote], texts: dict[str, str]
) -> tuple[Quote, Quote, list[tuple[str, str]]] | None:
    for difference in utterance.differences:
        one, other = by_id.get(difference.quotes[0]), by_id.get(difference.quotes[1])
        if one is None or other is None or one.article == other.article or "indirect" in (one.kind, other.kind):
            continue
        if one.teaser or other.teaser or not _alike(_says(one, texts), _says(other, texts)):
            continue
        pairs = [(a, b) for a, b in difference.words if _matters(a, b)]
        if pairs:
            return one, other, pairs
    return None


def _says(quote: Quote, texts: dict[str, str]) -> str:
    return " … ".join(c.span.of(texts[c.article]) for c in quote.content)


def _near(says: str, words: str) -> str:
    """The part of a long quotation around the words that differ."""
    at = says.find(words)
    if len(says) <= WINDOW or at < 0:
        return says
    begin = says.rfind(" ", 0, max(1, at - WINDOW // 2)) + 1 if at > WINDOW // 2 else 0
    end = says.find(" ", begin + WINDOW)
    return ("… " if begin else "") + says[begin : end if end > 0 else None].strip() + (" …" if end > 0 else "")


def _alike(one: str, other: str) -> bool:
    a, b = content_words(one.lower()), content_words(other.lower())
    shared = sum(m.size for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return len(a) >= 4 and len(b) >= 4 and shared >= LEAST_COMMON * min(len(a), len(b))


def _matters(one: str, other: str) -> bool:
    a, b = content_words(one.lower()), content_words(other.lower())
    if not a or not b or max(len(a), len(b)) > 5:
        return False
    if any(w[0].isupper() for w in (*content_words(one), *content_words(other))):
        return False
    if set(a) & MODALS and set(b) & MODALS and set(a) & MODALS != set(b) & MODALS:
        return True
    left, right = {stem(w) for w in a if w not in stop_words()}, {stem(w) for w in b if w not in stop_words()}
    return bool(left and right) and not left & right and not _spelling("".join(a), "".join(b))


def _spelling(one: str, other: str) -> bool:
    """As in "organise" and "organize", "min" and "minute": nearly the same letters, or one cut short."""
    if one.startswith(other) or other.startswith(one):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.8
