"""Which deed the words of a clause name: by the verbs that say something, and beside each number of it.

Decides from tags, the acts of the clause and `lexicons/en/tellings.toml`: weak verbs, verbs of saying and those that
only lead to another deed name none. The deed of a number is the nearest verb or fate before its phrase ends; it refuses
to reach over a comma or an "and".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.records.marks import Act, Measure
from rashomon.records.reading import Tokens
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, term

VERB = "VB"
NEAR = 5
"""Tokens between a number and the deed it counts."""
LINKS = frozenset("according following including regarding concerning excluding pending barring".split())
STOPS = frozenset({",", ";", ":", "(", ")", "and", "or", "but", "while", "as", "."})
NOBODY = frozenset({"person", "people", "other", "more", "man", "woman", "victim"})
"""Counted things that do not say what is counted of them: the deed does ("people killed")."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a clause: what it counts, the deed beside it, and the bounds its words allow."""

    unit: str | None
    thing: str | None
    deed: str | None
    value: float
    low: float
    high: float
    loose: bool


@cache
def weak() -> frozenset[str]:
    """Verbs that say too little to name a deed: weak ones, those that lead to another, those of saying."""
    speech = lexicon("acts")["speech"]["verbs"]
    senses = {v for entry in lexicon("acts")["senses"].values() for v in entry["verbs"]}
    listed = lexicon("tellings")["verbs"]
    return frozenset(listed["weak"]) | frozenset(listed["leading"]) | frozenset(v for v in speech if v not in senses)


@cache
def alike() -> dict[str, frozenset[int]]:
    """Term of a verb → the sets of verbs that tell one deed it stands in."""
    table: dict[str, set[int]] = {}
    for n, group in enumerate(lexicon("tellings")["verbs"]["alike"]):
        for verb in group:
            table.setdefault(term(verb) or verb, set()).add(n)
    return {verb: frozenset(found) for verb, found in table.items()}


@cache
def converse() -> frozenset[tuple[str, str]]:
    """Pairs of verbs that tell one deed from either side, in both orders."""
    pairs = [tuple(term(verb) or verb for verb in pair) for pair in lexicon("tellings")["verbs"]["converse"]]
    return frozenset((x, y) for one, other in pairs for x, y in ((one, other), (other, one)))


def verbs_of(tokens: Tokens, inside: range, acts: tuple[Act, ...]) -> Terms:
    """What is done: the verbs that say something, as classes."""
    found = {lemma(tokens, n) for n in inside if tokens.tags[n].startswith(VERB) and not _stands_by(tokens, n)}
    found |= {a.verb for a in acts if a.mode != "reported" or a.holder}
    kept = {term(verb) or verb for verb in found if verb not in weak() and verb[:1].isalpha()}
    phrasal = {_of_sense(a.sense) for a in acts if a.sense and " " in a.verb}
    return frozenset(kept | phrasal)


@cache
def _of_sense(sense: str) -> str:
    """The class of the first verb of a sense, for verbs of two words: "call off" is in that of "halt"."""
    verb = lexicon("acts")["senses"][sense]["verbs"][0]
    return term(verb) or verb


def _stands_by(tokens: Tokens, n: int) -> bool:
    """It stands for a preposition, or by a noun as in "the poisoned wells"."""
    before = tokens.tags[n - 1] if n else ""
    by_noun = (
        tokens.tags[n] == "VBN" and before in ("DT", "PRP$", "POS") and tokens.tags[n + 1 : n + 2] in (["NN"], ["NNS"])
    )
    return by_noun or links(tokens, n)


def links(tokens: Tokens, n: int) -> bool:
    """A participle that stands for a preposition."""
    return tokens.words[n].lower() in LINKS


def lemma(tokens: Tokens, n: int) -> str:
    """The lemma of the token `n`, its word where none is known."""
    return tokens.lemmas[n] or tokens.words[n]


def count_of(tokens: Tokens, measure: Measure) -> Count:
    """The number `measure` with what it counts and the deed beside it; a fate ("nine dead") is its deed."""
    first = tokens.within(measure.span.start, measure.span.end)
    begin, end = (first.start, first.stop) if len(first) else (0, 0)
    counted = (measure.counted or "").lower()
    thing = term(counted) if counted and counted not in NOBODY else None
    deed = _deed(tokens, range(end, min(len(tokens), end + NEAR)))
    deed = deed or _deed(tokens, range(begin - 1, max(-1, begin - NEAR), -1))
    if thing in _fates():
        thing, deed = None, thing
    low = measure.low if measure.low is not None else float("-inf")
    high = measure.high if measure.high is not None else float("inf")
    return Count(measure.unit, thing, deed, measure.value, low, high, measure.modifier is not None or low != high)


def _deed(tokens: Tokens, places: range) -> str | None:
    """The nearest verb, or word for a fate, before the phrase ends."""
    for n in places:
        if tokens.words[n].lower() in STOPS:
            return None
        word = term(lemma(tokens, n))
        if word and (tokens.tags[n].startswith(VERB) or word in _fates()) and lemma(tokens, n) not in weak():
            return word
    return None


@cache
def _fates() -> frozenset[str]:
    return frozenset(t for t in map(term, ("dead", "injured", "wounded", "missing", "arrested", "homeless")) if t)
