"""Who gives a figure: the words that name the source of the sentence it stands in.

Decides on "according to …" and on a verb of saying with its subject right beside it ("police said", "said the ministry").
A sentence with two sources gives each figure the one whose clause it stands in, or none; a pronoun is a
holder as well (who it is, is for the cast to say). Without such words the outlet itself vouches: None.
"""

from __future__ import annotations

import re

from rashomon.records.reading import Sentence, Words
from rashomon.records.span import Span

_SAY = r"(?:said|says|told|reported|reports|announced|confirmed|added|estimated|estimates|claimed|claims|stated|put|wrote|insisted|disclosed|revealed)"
_ACCORDING = re.compile(
    r"\b[Aa]ccording to\s+(?P<who>[^,.;:()\"“”]{2,90})|\b(?:citing|quoting)\s+(?P<cited>[^,.;:()\"“”]{2,60})"
)
_AFTER = re.compile(
    rf"[,\"”’]\s*(?P<who>[^,.;:()\"“”]{{2,70}}?)\s+(?:also |later |then )?{_SAY}\b|[,\"”]\s*(?:said|says|added)\s+(?P<by>[^,.;:()\"“”]{{2,70}})"
)
_BEFORE = re.compile(
    rf"^\W*(?P<who>[^,.;:()\"“”]{{2,70}}?)(?:,[^,]{{2,60}},)?\s+(?:has |have |had |also |later |earlier )*{_SAY}\b"
)
_CUT = re.compile(
    r"\s+(?:on|in|at|that|who|which|as|after|before|and|but|while|cited|via|late|earlier|yesterday|today|told|said|has|have|had)\b.*$|\s+\(.*$",
    re.DOTALL,
)
_NOBODY = re.compile(r"(?:it|there|which|who|that|what|and|but|as|he also|also)\b", re.IGNORECASE)


def holder_at(words: Words, sentence: Sentence, start: int, end: int) -> Span | None:
    """The words that name who gives the figure at `[start, end)`; None for the outlet itself."""
    text = words.text
    for found in _ACCORDING.finditer(text, sentence.start, sentence.end):
        group = "who" if found["who"] else "cited"
        if found.start(group) >= end or found.end(group) <= start:
            return _trim(text, found.start(group), found.end(group))
    for found in _AFTER.finditer(text, end, sentence.end):
        group = "who" if found["who"] else "by"
        who = _trim(text, found.start(group), found.end(group))
        if who and not _NOBODY.match(text, who.start, who.end) and len(text[who.start : who.end].split()) <= 8:
            return who
    found_before = _BEFORE.match(text[sentence.start : start])
    if found_before and not _NOBODY.match(found_before["who"]) and len(found_before["who"].split()) <= 8:
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
