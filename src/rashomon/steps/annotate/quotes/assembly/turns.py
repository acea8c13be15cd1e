"""Words that belong to somebody without quotation marks: transcripts, questions and answers, headlines with a colon.

Decides from the label at the start of a paragraph ("LI:", "Q:", "Ana Ruiz:"): labels in capitals need one other of
their kind in the article, labels in normal letters must come back or stand between two turns. A headline "Name: …" is a
report of what that person said, in the outlet's words. A single label in running text proves nothing and is left alone.
"""

from __future__ import annotations

import re
from collections import Counter

from rashomon.records.reading import Words
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.assembly.drafts import Draft

CAPITALS = re.compile(r"([A-Z][A-Z .'’-]{0,38}[A-Z]|Q|A)( \([^()\n]{1,30}\))?:[ \t]+(?=\S)")
NAMED = re.compile(r"((?:[A-Z][\w.'’-]{0,20} ){0,3}[A-Z][\w'’-]{1,20}):[ \t]+(?=\S)")
HEADLINE = re.compile(r"((?:[A-Z][\w.'’-]{0,20} ){0,3}[A-Z][\w'’-]{1,20}):[ \t]+(?=[A-Z])")
HEADS = frozenset(("title", "subtitle", "subhead"))
MARKS = frozenset("“”\"«»„‘'’")
SMALL = frozenset(("OF", "THE", "FOR", "IN", "ON", "TO", "AND", "VS", "WHAT", "WHO", "WHY", "HOW"))
NO_NAMES = frozenset(
    "update updated exclusive watch video photo photos note editor source sources photograph analysis opinion live "
    "breaking read more date time where when who what why how contact correction caption story tags transcript".split()
)


def find_turns(words: Words) -> dict[int, Draft]:
    """Paragraph number → the turn or headline that fills it."""
    labels: dict[int, re.Match[str]] = {}
    for number, paragraph in enumerate(words.paragraphs):
        if paragraph.kind != "body":
            continue
        found = CAPITALS.match(words.text, paragraph.start, paragraph.end) or NAMED.match(
            words.text, paragraph.start, paragraph.end
        )
        if found is not None and found[1].split()[0].casefold() not in NO_NAMES and not SMALL & set(found[1].split()):
            labels[number] = found
    counts = Counter(match[1] for match in labels.values())
    capitals = sum(n for label, n in counts.items() if label.isupper())
    turns: dict[int, Draft] = {}
    for number, match in labels.items():
        label = match[1]
        if (label.isupper() and capitals >= 2) or counts[label] >= 2:
            turns[number] = _turn(words, number, match)
    for number in [n for n in labels if n not in turns and n - 1 in turns and n + 1 in turns]:
        turns[number] = _turn(words, number, labels[number])
    for number, paragraph in enumerate(words.paragraphs):
        if paragraph.kind in HEADS:
            match_head = HEADLINE.match(words.text, paragraph.start, paragraph.end)
            if match_head is not None and _plain(words.text, match_head, paragraph.end):
                turns[number] = _headline(words, number, match_head)
    return turns


def _plain(text: str, match: re.Match[str], end: int) -> bool:
    """True when no quotation mark follows: marks are read by the rules for quotations."""
    return match[1].split()[0].casefold() not in NO_NAMES and not MARKS & set(text[match.end() : end])


def _turn(words: Words, number: int, match: re.Match[str]) -> Draft:
    paragraph = words.paragraphs[number]
    draft = Draft("direct", number, paragraph.kind, [_content(words.text, match.end(), paragraph.end)])
    if match[1] not in ("Q", "A"):
        draft.speaker = draft.head = Span(*match.span(1))
        draft.proper = True
    if match[1] == "Q":
        draft.status = "asked"
    draft.rule = draft.link = "turn"
    return draft


def _content(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > 2 and text[start] in MARKS and text[end - 1] in MARKS:
        return Span(start + 1, end - 1)
    return Span(start, end)


def _headline(words: Words, number: int, match: re.Match[str]) -> Draft:
    paragraph = words.paragraphs[number]
    draft = Draft("indirect", number, paragraph.kind, [_content(words.text, match.end(), paragraph.end)])
    draft.speaker = draft.head = Span(*match.span(1))
    draft.proper = True
    draft.rule = draft.link = "headline"
    return draft
