"""Splits a paragraph of news into sentences.

Decides from the end mark, what follows it and the abbreviation list; a full stop after an abbreviation or an initial
ends no sentence. Marks and brackets that close after the full stop belong to the sentence.
"""

from __future__ import annotations

import re

from rashomon.records.span import Span

END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Prof|Rev|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|"
    r"vs|Inc|Ltd|Co|Corp|approx)|\b[A-Z]|(?:\b[A-Za-z]\.)+[A-Za-z])\.$"
)


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]` as spans of `text`, without the white space between them."""
    spans, begin = [], start
    for match in END.finditer(text, start, end):
        if ABBREVIATION.search(text, max(begin, match.start() - 12), match.start() + 1):
            continue
        spans.append(Span(begin, match.start() + len(match[0].rstrip())))
        begin = match.end()
    tail = text[begin:end].rstrip()
    if tail:
        spans.append(Span(begin, begin + len(tail)))
    return spans
