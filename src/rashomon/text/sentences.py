"""Splits a paragraph of news into sentences.

Decides from the end mark, what follows it and the lists of `lexicons/en/abbreviations.toml`; a full stop after a title
or an initial ends no sentence, one after "Inc." or "U.S." only before a word that often begins one. Marks and brackets
that close after the end mark belong to the sentence. Where two sentences touch without a space it cuts only when the
second begins with a capital and small letters. What it cannot tell it leaves together.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.records.span import Span
from rashomon.text.lexicon import words
from rashomon.text.tokens import abbreviations

MARK = re.compile(r"[.!?…]+|[。！？؟۔]+")
CLOSERS = re.compile(r"[\"'”’»)\]]{0,8}(?:\[\d{1,3}\]){0,4}")
LATE_CLOSERS = re.compile(r"\s{1,3}[”’»)\]]{1,4}(?=\s|$)")
LATE_QUOTE = re.compile(r'\s"(?=\s|$)')
SPACE = re.compile(r"\s+")
OPENERS = re.compile(r"[\"'“‘«(\[]{0,8}")
NEXT_WORD = re.compile(r"[^\W\d_](?:[\w'’-]{0,40}\w)?|\d{1,20}")
LAST_WORD = re.compile(r"(?:[^\W_]{1,20}\.){0,6}[^\W_]{1,20}$")
SPOKEN = re.compile(r"(?:[A-Z][\w.'’-]{0,30} ){1,4}([a-z]{2,20})\b")
TOUCHING = re.compile(r"(?:[A-Z][a-z'’]+|[AI])(?=[\s,'’])")
LISTED = re.compile(r"[\s(\[•*-]*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})$")
LOOK_BACK = 48


@cache
def _list(key: str) -> frozenset[str]:
    return words("abbreviations", key)


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]` as spans of `text`, without the white space between them."""
    spans: list[Span] = []
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    counted, quotes = start, 0
    for match in MARK.finditer(text, start, end):
        if match.start() < begin:
            continue
        quotes += text.count('"', counted, match.end())
        counted = match.end()
        stop = _sentence_end(text, begin, match, end, quotes % 2 == 1)
        if stop is not None:
            spans.append(Span(begin, stop))
            gap = SPACE.match(text, stop, end)
            begin = gap.end() if gap else stop
    tail = text[begin:end].rstrip()
    if tail:
        spans.append(Span(begin, begin + len(tail)))
    return spans


def _sentence_end(text: str, begin: int, match: re.Match[str], end: int, quoted: bool) -> int | None:
    """Where the sentence ends that the mark `match` may close, or None; `quoted`: a straight quotation is open."""
    closers = CLOSERS.match(text, match.end(), end)
    stop = closers.end() if closers else match.end()
    if stop >= end:
        return None
    if not text[stop].isspace():
        return _touching(text, begin, match, stop, end, quoted)
    if late := LATE_CLOSERS.match(text, stop, end):
        stop = late.end()
    elif quoted and stop == match.end() and LATE_QUOTE.match(text, stop, end):
        stop += 2
    gap = SPACE.match(text, stop, end)
    if not gap or gap.end() >= end:
        return None
    return stop if _begins(text, gap.end(), end, begin, match, stop) else None


def _begins(text: str, at: int, end: int, begin: int, match: re.Match[str], stop: int) -> bool:
    """Whether a sentence begins at `at`, after the mark `match` and its closing marks."""
    openers = OPENERS.match(text, at, end)
    first = openers.end() if openers else at
    word = NEXT_WORD.match(text, first, end)
    if first >= end or text[first].islower() or text[first] in ",;:)]”":
        return False
    mark = match[0]
    if mark == ".":
        quote = first > at and text[at] not in "(["
        return _stop_ends(text, begin, match.start(), first, word[0] if word else "", quote, stop > match.end())
    if mark[-1] in "!?" and stop > match.end():
        spoken = SPOKEN.match(text, at, min(end, at + 160))
        pronoun = word is not None and word[0].lower() in _list("sentence_starters")
        return pronoun or not (spoken and spoken[1] in _list("speech"))
    if mark[0] in "….":
        return word is None or word[0] not in ("I", "I'm", "I’m", "I'll", "I’ll", "I've", "I’ve")
    return True


def _stop_ends(text: str, begin: int, at: int, first: int, word: str, opened: bool, closed: bool) -> bool:
    """Whether the full stop at `at` ends a sentence when `word`, which begins at `first`, follows."""
    before = text[max(begin, at - LOOK_BACK) : at]
    if at - begin <= LOOK_BACK and LISTED.fullmatch(before):
        return False
    last = LAST_WORD.search(before, max(0, before.rfind(" ")))
    if not last or closed:
        return True
    low = last[0].lower()
    starts = word.lower().replace("’", "'") in _list("sentence_starters") and not _initial(text, first, word)
    if low in _list("before_number") and word[:1].isdigit():
        return False
    if low in _list("before_name"):
        return low in _list("words_too") and last[0].islower() and starts
    if low in _list("calendar"):
        return not word[:1].isdigit() and (starts or opened)
    if low in _list("anywhere") and not (low in _list("words_too") and last[0].islower()):
        return not word[:1].isdigit() and (starts or opened)
    if "." in last[0] and all(len(part) == 1 for part in last[0].split(".")):
        return starts or opened
    if len(last[0]) == 1 and last[0].isalpha() and last[0].isupper():
        return starts or (opened and not word)
    return True


def _initial(text: str, first: int, word: str) -> bool:
    return len(word) == 1 and text[first + 1 : first + 2] == "."


def _touching(text: str, begin: int, match: re.Match[str], stop: int, end: int, quoted: bool) -> int | None:
    """Where a sentence ends that touches the next one without a space, or None when that is not sure."""
    before = text[max(begin, match.start() - LOOK_BACK) : match.start()]
    chunk = before.rpartition(" ")[2]
    if "://" in chunk or "@" in chunk or chunk.lower().startswith("www.") or len(match[0]) > 1:
        return None
    if not (chunk[-1:].islower() and len(chunk) > 1 and "." not in chunk) and chunk[-1:] not in tuple(')”’"%'):
        return None
    if chunk.lower() in abbreviations():
        return None
    closers = text[match.end() : stop]
    if '"' in closers and not quoted:
        stop = match.end() + closers.index('"')
    elif closers and closers[-1] in "'’" and '"' not in closers:
        return None
    opener = OPENERS.match(text, stop, end)
    first = opener.end() if opener else stop
    word = TOUCHING.match(text, first, end)
    return stop if word and word[0].lower() not in _list("domains") else None
