"""What a number counts: the head noun of the noun phrase behind it.

Decides on tags and closed lists: the phrase runs over adjectives, participles and nouns and ends with the first plural
noun when more than one is counted ("22 severely wounded soldiers": soldier). Nothing is taken across a mark, a verb or
a preposition other than "of" after an order of magnitude, and no noun is guessed for a number that stands alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.records.reading import Tokens
from rashomon.text.lexicon import lexicon

MAX_PHRASE = 8
_MARKS = frozenset("\"'“”‘’«»")
_PROPER = ("NNP", "NNPS")
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "those", "these", "our", "all", "a", "an"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun phrase: tokens `[first, stop)`, its head token and the head's singular."""

    first: int
    stop: int
    head: int
    noun: str


@dataclass(frozen=True, slots=True)
class _Nouns:
    irregular: dict[str, str]
    invariant: frozenset[str]
    ends: frozenset[str]
    skips: frozenset[str]
    states: frozenset[str]
    not_plural: frozenset[str]


@cache
def _nouns(language: str = "en") -> _Nouns:
    data = lexicon("counted", language)
    return _Nouns(
        data["irregular"],
        frozenset(data["invariant"]["words"]),
        frozenset(data["ends"]["words"]),
        frozenset(data["skips"]["words"]),
        frozenset(data["states"]["words"]),
        frozenset(data["not_plural"]["words"]),
    )


def counted_noun(tokens: Tokens, first: int, stop: int, several: bool, vague: bool = False) -> Counted | None:
    """The noun phrase that begins at token `first`, before token `stop`; `several`: more than one is counted."""
    known = _nouns()
    stop = min(stop, first + MAX_PHRASE)
    n = first
    if n < stop and tokens.words[n].lower() == "of":
        if not vague and not (n + 1 < stop and tokens.words[n + 1].lower() in _DETERMINERS):
            return None
        n += 1
    while n < stop and vague and tokens.words[n].lower() in _DETERMINERS:
        n += 1
    if n > first and n < stop and tokens.words[n].lower() in _DETERMINERS:
        n += 1
    while n < stop and (tokens.words[n] in _MARKS or tokens.words[n].lower() in known.skips):
        n += 1
    begin, head = n, -1
    while n < stop:
        word, tag = tokens.words[n], tokens.tags[n]
        plain = word.lower()
        if word in _MARKS:
            n += 1
            continue
        if plain in ("'s", "’s") and head >= 0:
            begin, head, n = n + 1, -1, n + 1
            continue
        if (plain in known.ends and word != "US") or not word[0].isalpha():
            break
        if plain in known.states and (n + 1 >= stop or not _nominal(tokens, n + 1, known)):
            if head < 0:
                head = n
            break
        if head >= 0 and not several and tag in ("NNS", "VBZ"):
            break
        if (
            tag.startswith("NN")
            or (tag == "VBZ" and n == begin and several)
            or plain in known.irregular
            or plain in known.invariant
        ):
            head = n
            compound = plain in known.invariant and n + 1 < stop and tokens.tags[n + 1] == "NNS"
            if several and plural(word, tag) and not compound:
                if n + 1 < stop and tokens.words[n + 1] in ("'", "’"):
                    return None
                break
        elif (
            (
                (tag.startswith("VB") and tag != "VBG" and tag != "VBN")
                or tag in ("MD", "RP", "TO", "IN", "DT", "PRP", "WDT", "WP")
            )
            or (tag in ("VBN", "VBG") and head >= 0)
            or tag == "POS"
        ):
            break
        n += 1
    if head < 0:
        return None
    if several and begin < head and tokens.tags[begin] == "NN" and not plural(tokens.words[head], tokens.tags[head]):
        head = begin
    return Counted(begin, head + 1, head, singular(tokens.words[head], tokens.tags[head]))


def _nominal(tokens: Tokens, n: int, known: _Nouns) -> bool:
    """True when token `n`, or the one behind a quotation mark there, goes on a noun phrase."""
    if tokens.words[n] in _MARKS and n + 1 < len(tokens):
        n += 1
    plain = tokens.words[n].lower()
    return plain not in known.ends and plain[0].isalpha() and tokens.tags[n][:2] in ("NN", "JJ")


def counts(tokens: Tokens, noun: Counted) -> bool:
    """True when the noun is one of many: a plural or a state of people ("12 dead"), no verb ("bus 43 crashed")."""
    word = tokens.words[noun.head]
    return plural(word, tokens.tags[noun.head]) or word.lower() in _nouns().states


def plural(word: str, tag: str) -> bool:
    """True when `word` is a plural noun by its tag or its form."""
    known, plain = _nouns(), word.lower()
    if plain in known.irregular or plain in known.invariant:
        return plain not in ("person", "man", "woman", "child")
    if word.isupper() and len(word) > 1:
        return False
    if tag in ("NNS", "NNPS"):
        return True
    return (
        tag in ("", "NN", "NNP")
        and plain.endswith("s")
        and len(plain) > 3
        and not plain.endswith(("ss", "us", "is"))
        and plain not in known.not_plural
    )


def singular(word: str, tag: str = "NNS") -> str:
    """The singular of a noun, in lower case unless it is an acronym or a name: "POWs" → "POW"."""
    known, plain = _nouns(), word.lower()
    if plain in known.irregular:
        return known.irregular[plain]
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        return word[:-1]
    shown = word if word[0].isupper() and (tag in _PROPER or word.isupper()) else plain
    if plain in known.invariant or (tag in ("NN", "NNP") and not plural(word, tag)):
        return shown
    if plain.endswith("men") and len(plain) > 5:
        return shown[:-2] + "an"
    if plain.endswith("ies") and len(plain) > 4:
        return shown[:-3] + "y"
    if plain.endswith(("sses", "xes", "ches", "shes", "zes")):
        return shown[:-2]
    if plain.endswith("s") and len(plain) > 3 and not plain.endswith(("ss", "us", "is")):
        return shown[:-1]
    return shown
