"""Numbers that are part of a name by their capitals: "the Big Ten", "the Alba Seven", "Six Nations", "60 Minutes".

Decides on capitals where capitals tell something: inside a sentence that is not written in title case. At the start of
a sentence and in a headline a number is part of a name only when the report writes the same words with capitals in the
middle of a sentence elsewhere. An order of magnitude ("Two Million") is never taken for a name.
"""

from __future__ import annotations

import re

from rashomon.records.reading import Sentence, Words
from rashomon.steps.annotate.measures.counted import counted_noun, counts
from rashomon.steps.annotate.measures.units import unit_after
from rashomon.text.numbers import Number

LOOKS = 20
"""Other places in the report at which the same words are looked up."""
_START = re.compile(r"(?:^|[\"`“”‘’'«»(\[:;–—.!?…*•|/-])\s*$")
_NEXT = re.compile(r"[ -]([A-Z][\w’'-]*)")
_BEFORE = re.compile(r"([A-Z][\w’'-]*)(?: (?:of )?|-)$")
_LOWER_BEFORE = re.compile(r"[a-z]\s$")
_TIMES = re.compile(r"\s(?:Seconds|Minutes|Hours|Days|Weeks|Months|Years)\b")
_SMALL = ("IN", "TO", "CC", "DT", "PRP", "RP", "MD")
WINDOW = 40
AROUND = 40
"""Words on either side that tell whether a line is in title case."""


def in_a_name(words: Words, sentence: Sentence, number: Number) -> bool:
    """True when the capitals of `number`, or of the word behind it, make it part of a name."""
    text, start, end = words.text, number.start, number.end
    if number.scaled > 1:
        return False
    if number.form == "digits":
        return bool(_TIMES.match(text, end, sentence.end)) and not _title_case(words, sentence, start)
    if number.form != "words" or not text[start].isupper() or text[start:end].isupper():
        return False
    plain = not _START.search(text[max(sentence.start, start - 3) : start]) and not _title_case(words, sentence, start)
    return start > sentence.start if plain and not _counting(words, number, sentence) else _elsewhere(text, start, end)


def _counting(words: Words, number: Number, sentence: Sentence) -> bool:
    """True when a plural, a state or a unit in small letters stands behind, as where lines run together."""
    if unit := unit_after(words.text, number.end, sentence.end, digits=False):
        return words.text[unit.start].islower()
    tokens = words.tokens
    noun = counted_noun(tokens, tokens.at(number.end), sentence.stop, number.value != 1)
    return noun is not None and counts(tokens, noun) and (noun.noun.islower() or tokens.words[noun.head].islower())


def _title_case(words: Words, sentence: Sentence, offset: int) -> bool:
    """True when no verb and no long word around `offset` but small ones is written in small letters."""
    tokens = words.tokens
    here = tokens.at(offset)
    return not any(
        tokens.words[n][0].islower()
        and (tokens.tags[n].startswith("VB") or (len(tokens.words[n]) > 3 and not tokens.tags[n].startswith(_SMALL)))
        for n in range(max(sentence.first, here - AROUND), min(sentence.stop, here + AROUND))
    )


def _elsewhere(text: str, start: int, end: int) -> bool:
    """True when the report writes the number and the capitalised word beside it behind a small word elsewhere."""
    before = _BEFORE.search(text, max(0, start - WINDOW), start)
    after = _NEXT.match(text, end)
    phrases = [text[start : after.end()]] if after else []
    phrases += [text[before.start() : end]] if before else []
    for phrase in phrases:
        at = -1
        for _ in range(LOOKS):
            at = text.find(phrase, at + 1)
            if at < 0:
                break
            if at in (start, before and before.start()):
                continue
            if (
                _LOWER_BEFORE.search(text[max(0, at - 2) : at])
                and not text[at + len(phrase) : at + len(phrase) + 1].isalnum()
            ):
                return True
    return False
