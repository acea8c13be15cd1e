"""Who gives a figure: the words that name the source of the sentence it stands in.

Decides on "according to …" and on a verb of saying with its subject right beside it ("police said", "said the court").
A sentence with two sources gives each figure the one whose clause it stands in, or none; a pronoun is a
holder as well (who it is, is for the cast to say). Without such words the outlet itself vouches: None.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.records.reading import Sentence, Words
from rashomon.records.span import Span
from rashomon.text.lexicon import lexicon

_ACCORDING = re.compile(
    r"\b[Aa]ccording to\s+(?P<who>[^,.;:()\"“”]{2,90})|\b(?:citing|quoting)\s+(?P<cited>[^,.;:()\"“”]{2,60})"
)
_WHO = r"[^,.;:()\"“”]{2,70}"
REACH = 400
"""Characters on either side of a figure in which its source is looked for."""
LONGEST_NAME = 8
"""Words that the name of a source may have."""
_CUT = re.compile(
    r"\s+(?:on|in|at|that|who|which|as|after|before|and|but|while|cited|via|late|earlier|yesterday|today|told|said|has|have|had)\b.*$|\s+\(.*$",
    re.DOTALL,
)
_NOBODY = re.compile(r"(?:it|there|which|who|that|what|and|but|as|he also|also)\b", re.IGNORECASE)


@cache
def _saying(language: str = "en") -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a source with its verb: behind a figure, and at the head of its sentence."""
    say = "|".join(lexicon("hedges", language)["source"]["verbs"])
    after = rf"[,\"”’]\s*(?P<who>{_WHO}?)\s+(?:also |later |then )?(?:{say})\b"
    inverted = rf"[,\"”]\s*(?:said|says|added)\s+(?P<by>{_WHO})"
    before = rf"^\W{{0,5}}(?P<who>{_WHO}?)(?:,[^,]{{2,60}},)?\s+(?:has |have |had |also |later |earlier )?(?:{say})\b"
    return re.compile(f"{after}|{inverted}"), re.compile(before)


def holder_at(words: Words, sentence: Sentence, start: int, end: int) -> Span | None:
    """The words that name who gives the figure at `[start, end)`; None for the outlet itself."""
    text = words.text
    floor, stop = max(sentence.start, start - REACH), min(sentence.end, end + REACH)
    for found in _ACCORDING.finditer(text, floor, stop):
        group = "who" if found["who"] else "cited"
        if found.start(group) >= end or found.end(group) <= start:
            return _trim(text, found.start(group), found.end(group))
    behind, head = _saying()
    for found in behind.finditer(text, end, stop):
        group = "who" if found["who"] else "by"
        who = _trim(text, found.start(group), found.end(group))
        if (
            who
            and not _NOBODY.match(text, who.start, who.end)
            and len(text[who.start : who.end].split()) <= LONGEST_NAME
        ):
            return who
    found_before = head.match(text[sentence.start : min(start, sentence.start + REACH)])
    if found_before and not _NOBODY.match(found_before["who"]) and len(found_before["who"].split()) <= LONGEST_NAME:
        return _trim(text, sentence.start + found_before.start("who"), sentence.start + found_before.end("who"))
    return None


def _trim(text: str, start: int, end: int) -> Span | None:
    """The name without what follows it ("police on Monday": police)."""
    found = _CUT.search(text[start:end])
    end = start + found.start() if found else end
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return Span(start, end) if end > start else None
