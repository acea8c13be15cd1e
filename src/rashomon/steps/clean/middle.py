"""Lines without a sentence end inside the report: subheads, link headlines, or broken text.

A single heading above a paragraph is a subhead, unless it is a whole clause about things of which the report says
nothing: that is the headline of another article. Two or more headlines in a row, or a headline right above a subhead,
are pointers to other articles, as no report stacks its own headings; long ones in full grammar about what the report
tells are captions whose pictures are lost. After a colon, with bullets or
numbers, in lower case or in quotation marks, such lines are lists, posts and broken text and stay text. In a text
where such lines are common (lists, transcripts, speech without punctuation) nothing is decided.
"""

from __future__ import annotations

import re

from rashomon.records.article import BlockKind
from rashomon.steps.clean.lines import Line, headlike
from rashomon.text.tagger import model
from rashomon.text.tokens import tokenize

_ITEM = re.compile(
    r"""["“«(\[]|[-–—•*·▪●◦]|\d{1,3}[.)]\s|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z.]*\s\d|.*?[–—-]{1,2}\s?@?\w+$""",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"(?:here|this|that|these|those|he|she|it|they|we|and|but|so|there|you|i)(?:['’]s|['’]re)?\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_GRAMMAR = re.compile(r"\b(?:the|a|an|his|her|its|their|is|was|were|are|has|have|had)\b")
_PICTURE = re.compile(
    r"\b(?:pictured|is seen|are seen|is shown|are shown|seen here|the scene|looks? on|poses?|posing|arrives? at"
    r"|stands? (?:in|on|near|outside|by))\b|\((?:left|right|centre|center|above|below)\b|, (?:left|right|centre),?\s",
    re.IGNORECASE,
)
_SAYS = re.compile(r"(?:said|says|wrote|writes|tweeted|posted|added|asked|replied|explained|continued|noted|reported)$")
_QUESTION = re.compile(
    r"(?:who|what|when|where|why|how|is|are|was|were|will|can|could|should|did|does|do|has|have)\b", re.IGNORECASE
)


_ROW = "one of several headlines in a row between paragraphs"


def mark_middle(lines: list[Line]) -> None:
    """Label subheads and link headlines among the free lines below the head."""
    free = [n for n, line in enumerate(lines) if line.free]
    first = next((n for n in free if lines[n].paragraph), None)
    if first is None:
        return
    unfinished = sum(lines[n].open for n in free)
    if unfinished * 5 > len(free) * 3 and unfinished > 8:
        return
    stacked = False
    singles: list[int] = []
    told: set[str] = set()
    n = first + 1
    while n < len(lines):
        if not (lines[n].free and headlike(lines[n])):
            n += 1
            continue
        told = told or _told(lines)
        stop = n
        while stop < len(lines) and lines[stop].free and headlike(lines[stop]):
            stop += 1
        if stop - n == 1:
            singles.append(n)
        else:
            stacked |= _judge_run(lines, n, stop, told)
        n = stop
    for n in singles:
        _judge_one(lines, n, stacked, told)


def _is_list(lines: list[Line], start: int, stop: int) -> bool:
    """A list of the report itself: behind a colon, or with the marks of items, tables, posts and quotations."""
    run = lines[start:stop]
    return lines[start - 1].text.endswith(":") or any(x.text.count("|") >= 2 or _ITEM.match(x.text) for x in run)


def _judge_run(lines: list[Line], start: int, stop: int, told: set[str]) -> bool:
    """Decide on the run of headings `[start, stop)`; True when they are no part of the text."""
    run = lines[start:stop]
    wordy = sum(line.text.count(" ") >= 3 for line in run)
    if _is_list(lines, start, stop) or wordy < len(run) - 1 or wordy < 2:
        return False
    if len(run) == 2 and any(_RUNNING.match(line.text) for line in run):
        return False
    pictures = sum(_caption_like(line, told) for line in run) * 2 >= len(run)
    kind: BlockKind = "caption" if lines[start - 1].kind == "caption" or pictures else "teaser"
    why = "captions in a row between paragraphs" if kind == "caption" else _ROW
    # the last of the run may be the subhead of what follows: it is short and opens a paragraph
    last = run[-1]
    heads_text = stop < len(lines) and lines[stop].free and last.text.count(" ") < 3
    for line in run[:-1] if heads_text else run:
        line.mark(kind, why)
    if heads_text:
        last.mark("subhead", "heading above a paragraph")
    return True


def _judge_one(lines: list[Line], n: int, stacked: bool, told: set[str]) -> None:
    """Decide on a heading that stands alone; `stacked`: elsewhere in the report headlines stand in rows."""
    if _is_list(lines, n, n + 1):
        return
    line = lines[n]
    words = line.text.count(" ") + 1
    below = lines[n + 1] if n + 1 < len(lines) else None
    if below is None or not any(x.free for x in lines[n + 1 :]):
        if words >= 5 and stacked and not _RUNNING.match(line.text):
            line.mark("teaser", "headline below the last paragraph, like those in rows above")
        return
    if words >= 6 and below.free and _question_head(below):
        line.mark("teaser", "headline right above a subhead")
    elif words >= 9 and stacked and ":" not in line.text and not _RUNNING.match(line.text):
        if _caption_like(line, told):
            line.mark("caption", "caption like those that stand in rows elsewhere in the report")
        else:
            line.mark("teaser", "headline like those that stand in rows elsewhere in the report")
    elif below.free and words <= 16:
        if _SAYS.search(line.text):
            return  # "Ann Smith of the Herald wrote": a lead-in whose colon is lost
        stems = _stems(line.text)
        if words >= 5 and len(stems) >= 3 and stems.isdisjoint(told) and _has_verb(line.text):
            line.mark("teaser", "headline about things that the report does not tell")
        else:
            line.mark("subhead", "heading above a paragraph")


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words of `text`."""
    return {word[:_STEM] for word in _WORD.findall(text.lower())}


def _told(lines: list[Line]) -> set[str]:
    """The beginnings of the words of the report itself: title, standfirst and the lines that are no headings."""
    own = (x.text for x in lines if x.kind in ("title", "subtitle") or (x.free and not headlike(x)))
    return _stems(" ".join(own))


def _has_verb(text: str) -> bool:
    """True when the tagger finds a finite verb in `text`."""
    return not _FINITE.isdisjoint(model().tag(tokenize(text, 0, len(text)).words))


def _caption_like(line: Line, told: set[str]) -> bool:
    """A long line in full grammar (headlines leave out articles), or with the words of a caption, about the story."""
    stems = _stems(line.text)
    full = line.text.count(" ") >= 10 and _GRAMMAR.search(line.text) is not None
    return (full or _PICTURE.search(line.text) is not None) and len(stems & told) * 5 >= len(stems) * 2 > 0


def _question_head(line: Line) -> bool:
    return len(line.text) <= 60 and line.text.endswith("?") and _QUESTION.match(line.text) is not None
