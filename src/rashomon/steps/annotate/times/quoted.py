"""Where quotations stand in a paragraph, and on which day the words in them were said.

Only quotation marks are judged; a quotation that is not closed runs to the end of the paragraph. The day of the
utterance is the publication day unless the sentence that introduces it dates the act of saying itself ("told
reporters on Tuesday").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date

from rashomon.records.span import Span
from rashomon.steps.annotate.times.frame import Frame, Value, tense_words
from rashomon.steps.annotate.times.values.days import told_day

MARK = re.compile(r"[\"“”„«»]|``|''")
OPENING, CLOSING = frozenset("“„«") | {"``"}, frozenset("”»") | {"''"}
BESIDE = 4
"""Words between a verb of saying and the day behind it ("told reporters in Alba on Monday")."""
REACH = 6
"""Words between a verb of saying and the day it was said."""


def quote_zones(text: str, start: int, end: int) -> list[Span]:
    """The quotations of `text[start:end]`, with their marks."""
    zones: list[Span] = []
    opened = -1
    for found in MARK.finditer(text, start, end):
        mark = found[0]
        if opened < 0 and (mark not in CLOSING or (mark == "”" and found.start() == start)):
            opened = found.start()
        elif opened >= 0 and mark not in OPENING:
            zones.append(Span(opened, found.end()))
            opened = -1
    if opened >= 0:
        zones.append(Span(opened, end))
    return zones


class Zones:
    """Stretches of a paragraph that do not overlap, asked whether they cover a character."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = spans
        self.starts = [s.start for s in spans]

    def cover(self, offset: int) -> bool:
        """True when the character at `offset` lies inside one of them."""
        n = bisect_right(self.starts, offset) - 1
        return n >= 0 and offset < self.spans[n].end

    def meet(self, start: int, end: int) -> bool:
        """True when one of them shares a character with `[start, end)`."""
        n = bisect_left(self.starts, end) - 1
        return n >= 0 and self.spans[n].end > start


def of_saying(frame: Frame, span: Span) -> bool:
    """True when the time stands right behind a verb of saying ("the ministry said on Wednesday")."""
    tokens, say = frame.words.tokens, tense_words().say
    first = tokens.at(span.start)
    for n in range(first - 1, max(-1, first - 1 - BESIDE), -1):
        low = tokens.words[n].lower()
        if low in say:
            return True
        if tokens.tags[n].startswith("VB") or not low[:1].isalpha():
            return False
    return False


def utterance_day(frame: Frame, zones: Zones, found: list[tuple[Span, Value]]) -> date | None:
    """The day on which the quotations of a paragraph were said, when a verb of saying outside them is dated."""
    words, say = frame.words, tense_words().say
    tokens = words.tokens
    for span, value in found:
        day = told_day(value)
        sentence = words.sentence_at(span.start)
        if day is None or sentence is None or (frame.doc and day > frame.doc):
            continue
        first, stop = tokens.at(span.start), tokens.at(span.end - 1) + 1
        near = [*range(max(sentence.first, first - REACH), first), *range(stop, min(sentence.stop, stop + REACH))]
        said = any(tokens.words[n].lower() in say and not zones.cover(tokens.starts[n]) for n in near)
        if said and zones.meet(sentence.start, sentence.end + 3):
            return day
    return None
