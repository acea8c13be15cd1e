"""Ages written as bare numbers: "aged 25", "who was 10", "turned 40", "Nora Bell, 42, …".

Decides on the words around the number and, for a number between commas, on the tag of the noun before it. A number that
could be anything else is left without a unit.
"""

from __future__ import annotations

import re

from rashomon.records.reading import Words
from rashomon.text.lexicon import words as listed
from rashomon.text.numbers import Number

OLDEST = 122
UNIT = "year of age"
_SAYS_AGE = re.compile(r"\b(?:aged|age|ages|aged between|age of|turned|turns|turning)\s+(?:\w+\s+)?$", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:he|she|who|i|they)(?:\s(?:is|was|were|will be|would be|had been)|['’]s)\s+(?:only\s|just\s|now\s)?$",
    re.IGNORECASE,
)
_END = re.compile(r"[.,;!?)]|$|\s(?:when|at the time|by|and|or|years)\b|\s(?:to|-)\s?\d|[-–]\d")
_APPOSED = re.compile(r"[,(]\s?$")
_CLOSED = re.compile(r"[,;.)]|\s(?:who|was|is|of|has|from)\b|\sand\s[A-Z]")
_CHILDREN = frozenset({"child", "boy", "girl", "man", "woman", "teenager", "twin", "toddler"})
_SUFFIX = frozenset({"jr.", "sr.", "jr", "sr"})
_OF_TWO = re.compile(r"([A-Za-z]+), (\d{1,3}) and (\d{1,3})(?=[,;.)]|$|\s(?:who|were|are|of|from)\b)")


def age(words: Words, number: Number, floor: int, stop: int) -> str | None:
    """`UNIT` when `number` reads as the age of a person, else None."""
    text, start, end = words.text, number.start, number.end
    if not 0 < number.value <= OLDEST or number.form not in ("digits", "words"):
        return None
    before = text[max(floor, start - 24) : start]
    if _SAYS_AGE.search(before) or (_IS.search(before) and _END.match(text, end, stop)):
        return UNIT
    if number.form == "digits" and _APPOSED.search(before) and _CLOSED.match(text, end, stop):
        n = words.tokens.at(start) - 2
        if (
            n >= 0
            and (words.tokens.tags[n] in ("NNP", "NN") or _who(words, n))
            and (words.tokens.words[n][-1:].isalpha() or words.tokens.words[n].lower() in _SUFFIX)
            and _alone(text, start, end)
        ):
            return UNIT
    return UNIT if number.form == "digits" and _of_two(words, number, floor, stop) else None


def _of_two(words: Words, number: Number, floor: int, stop: int) -> bool:
    """True for either number of "his brothers, 17 and 22, were held"."""
    for found in _OF_TWO.finditer(words.text, max(floor, number.start - 40), min(stop, number.end + 16)):
        noun = words.tokens.at(found.start(1))
        if number.start in (found.start(2), found.start(3)) and words.tokens.tags[noun] == "NNS":
            return words.tokens.lemmas[noun].lower().rpartition("-")[2] in listed("titles", "offices.head") | _CHILDREN
    return False


def _who(words: Words, n: int) -> bool:
    """True when token `n` is an adjective of origin that stands for a person: "The Norwegian, 42,"."""
    tokens = words.tokens
    return (
        n > 0
        and tokens.tags[n] in ("JJ", "NNPS", "NNS")
        and tokens.words[n][0].isupper()
        and tokens.words[n - 1].lower() == "the"
    )


def _alone(text: str, start: int, end: int) -> bool:
    """True when no other number stands right beside, as in a list."""
    return not re.search(r"\d[,;]?\s*[,(]?\s?$", text[max(0, start - 8) : start]) and not re.match(
        r"[,;]\s*\d", text[end : end + 4]
    )
