"""One quotation made ready for comparison with others: its words folded, its cuts noted, its surroundings known.

Decides which words are the speaker's: what stands in square brackets is the outlet's and is left out of the
comparison; an ellipsis, a bracket and the border between two pieces are places where words may be missing. For a
mixed quote the whole reported clause is kept beside the verbatim pieces, as that is what a paraphrase is compared with.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from rashomon.records.findings import Quote
from rashomon.records.reading import Words
from rashomon.text.folding import Folded, content, fold, folded, keys_of, stems

Folds = dict[int, tuple[list[int], list[Folded]]]
"""Folded sentences of one article, by their first character: where the words start, and the words."""
BRACKET = re.compile(r"\[[^\[\]\n]{0,200}\]")
ELLIPSIS = re.compile(r"\.\s?\.\s?\.+|…")
SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+")
PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "we", "i", "who", "his", "their"})
PAPERS = frozenset(
    {"statement", "report", "letter", "tweet", "post", "filing", "memo", "transcript", "release", "email"}
)
"""What words are read from: "a statement" alone does not say whose."""
NEAR = 300
"""Characters of a sentence, on both sides of a quotation, that tell what it is about."""
HEADINGS = frozenset({"title", "subtitle", "subhead"})
NEGATIONS = frozenset({"not", "no", "never", "nothing", "nobody", "none", "neither", "nor", "without"})


@dataclass(frozen=True, slots=True, eq=False)
class Saying:
    """A quotation with everything that comparing it needs.

    `said`: the pieces joined with one blank, the string that differing words are taken from; `words` point into it.
    `cuts`: word positions before which words may be missing; `stops`: where a piece or a sentence begins. `stems`:
    meaning of the clause (or the content), `names` the part of it that names bear, `units` the same sentence by
    sentence, `own` that of the verbatim words alone. `around`: meaning of the sentences it stands in, without the
    quotation. `named`: the report names its speaker, not by a pronoun; `described`: it says who speaks in words that
    lead to no actor of the story. `heading`: it stands in a title or subtitle, which repeats what the body tells.
    """

    quote: Quote
    place: int
    said: str
    words: tuple[Folded, ...]
    keys: tuple[str, ...]
    cuts: frozenset[int]
    stems: frozenset[str]
    units: tuple[frozenset[str], ...]
    around: frozenset[str]
    own: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    content: int
    named: bool
    described: bool
    heading: bool = False
    stops: frozenset[int] = frozenset()

    @property
    def verbatim(self) -> bool:
        """True when the words claim to be the speaker's own."""
        return self.quote.kind != "indirect"


def saying(quote: Quote, place: int, words: Words, folds: Folds | None = None) -> Saying:
    """The saying of `quote`, number `place` in dossier order, in the article that `words` split.

    `folds` keeps folded sentences from one quote of an article to the next.
    """
    text = words.text
    pieces = [text[c.start : c.end] for c in quote.content]
    said = " ".join(pieces)
    own, cuts = _words(said, pieces)
    keys = tuple(word.key for word in own)
    clause = fold(text, quote.clause.start, quote.clause.end) if quote.clause else own
    clause_keys = [word.key for word in clause]
    units = tuple(u for u in (stems(keys_of(part)) for part in SENTENCE.split(said)) if u)
    meaning = stems(clause_keys)
    return Saying(
        quote=quote,
        place=place,
        said=said,
        words=tuple(own),
        keys=keys,
        cuts=cuts,
        stems=meaning,
        units=(meaning,) if quote.clause or not units else units,
        around=_around(quote, words, {} if folds is None else folds),
        own=stems(keys),
        names=stems(w.key for w in clause if _inner_capital(text if quote.clause else said, w)),
        numbers=frozenset(key for key in clause_keys if key[0].isdigit()),
        negated=any(key in NEGATIONS for key in clause_keys),
        content=len(content(keys)),
        named=_named(quote, text),
        described=_described(quote, text),
        heading=words.kind_at(quote.content[0].start) in HEADINGS,
        stops=_stops(said, pieces, own),
    )


def _named(quote: Quote, text: str) -> bool:
    """Whether the report itself names or describes the speaker; a pronoun leaves that to whoever reads it."""
    if quote.speaker is None or quote.speaker_cite is None:
        return False
    return text[quote.speaker_cite.start : quote.speaker_cite.end].casefold() not in PRONOUNS


def _described(quote: Quote, text: str) -> bool:
    """Whether the report says who speaks in words that lead to no actor of the story."""
    if quote.speaker is not None or quote.speaker_cite is None:
        return False
    words = text[quote.speaker_cite.start : quote.speaker_cite.end].casefold().split()
    return words[-1:] != [] and words[-1] not in PRONOUNS | (PAPERS if len(words) < 3 else frozenset())


def _inner_capital(text: str, word: Folded) -> bool:
    """Whether a word is capitalised inside a sentence, as names are."""
    return text[word.start].isupper() and text[max(0, word.start - 2) : word.start].strip(" \n\"'“‘") not in (
        "",
        ".",
        "!",
        "?",
    )


def _words(said: str, pieces: list[str]) -> tuple[list[Folded], frozenset[int]]:
    brackets = [match.span() for match in BRACKET.finditer(said)]
    found = [w for w in folded(said) if not any(start <= w.start < end for start, end in brackets)]
    marks = [start for start, _ in brackets] + [match.start() for match in ELLIPSIS.finditer(said)]
    at = 0
    for piece in pieces[:-1]:
        at += len(piece) + 1
        marks.append(at)
    starts = [w.start for w in found]
    return found, frozenset(sum(start < mark for start in starts) for mark in marks)


def _stops(said: str, pieces: list[str], own: list[Folded]) -> frozenset[int]:
    """Positions in `own` of the words that begin a piece or a sentence, without the first."""
    marks = [match.end() for match in SENTENCE.finditer(said)]
    at = 0
    for piece in pieces[:-1]:
        at += len(piece) + 1
        marks.append(at)
    starts = [w.start for w in own]
    return frozenset(n for mark in marks if 0 < (n := bisect_left(starts, mark)) < len(own))


def _around(quote: Quote, words: Words, folds: Folds) -> frozenset[str]:
    """Meaning of the sentences that the quotation stands in, without it, its speaker, and names."""
    parts = [(c.start, c.end) for c in quote.content]
    hidden = [*parts, *((c.start, c.end) for c in (quote.speaker_cite, quote.cue) if c)]
    seen: set[str] = set()
    for start, end in parts[:3]:
        sentence = words.sentence_at(start)
        if sentence is None:
            continue
        if sentence.start not in folds:
            found = fold(words.text, sentence.start, sentence.end)
            folds[sentence.start] = ([w.start for w in found], found)
        starts, inside = folds[sentence.start]
        for w in inside[bisect_left(starts, start - NEAR) : bisect_left(starts, end + NEAR)]:
            if not words.text[w.start].isupper() and not any(low <= w.start < high for low, high in hidden):
                seen.add(w.key)
    return stems(seen)
