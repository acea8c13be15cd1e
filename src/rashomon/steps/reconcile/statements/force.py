"""How a clause tells what it tells: as a fact, as open, as wished for, as possible or as only suspected, and when.

Decides from how the clause opens, from its first verbs, from the frame that stands around it ("they suspect that …")
and from the words right before it ("it is unclear [who ordered it]"). Where nothing of that kind is found, the clause
is told as a fact of no particular time; it refuses to guess a frame beyond the sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from rashomon.records.marks import Act
from rashomon.records.reading import Tokens
from rashomon.records.span import Span
from rashomon.text.lexicon import lexicon

Force = Literal["told", "open", "ought", "can", "held"]
Tense = Literal["past", "ahead"]
OUGHT = frozenset({"should", "must", "ought"})
CAN = frozenset({"can", "could", "may", "might", "cannot", "ca"})
AHEAD = frozenset({"will", "wo", "shall", "'ll", "’ll"})
HAVE = frozenset({"has", "have", "'ve", "’ve"})
VERB = "VB"
NEGATION = re.compile(
    r"(?<!but )(?<!, )\bnot\b(?! (?:only|just|merely|to mention))|\b(?:never|none|neither|nobody|cannot)\b|n['’]t\b",
    re.I,
)
IF = re.compile(r"\W*(?:If|Unless)\b")
ASKS = r"(?:whether|who|whom|whose|what|which|why|how|where|when|if)\b"
QUESTION = re.compile(r"\?[\"”’')\]]*\s*$")
LEAD = 60
"""Characters before a clause in which the verb stands that asks it."""


def force(tokens: Tokens, text: str, span: Span, sentence: Span, acts: tuple[Act, ...], frame: str | None) -> Force:
    """What the clause `span` of `text` is told as; `frame` is the verb of the clause that reports it."""
    words, whole = span.of(text), sentence.of(text)
    if _opening().match(words) or QUESTION.search(words) or QUESTION.search(whole) or IF.match(whole):
        return "open"
    before = text[max(sentence.start, span.start - LEAD) : span.start]
    if _is_asked(before, words) or _unbelieved().search(before + words):
        return "open"
    inside = tokens.within(span.start, span.end)
    if inside.stop < len(tokens) and tokens.words[inside.stop].lower() == "until" and NEGATION.search(words):
        return "open"  # "did not decide until June": he did
    if _undecided().search(words):
        return "can"
    told = {frame, acts[0].verb if acts else None}
    if told & wishes() or (acts and acts[0].sense == "demand"):
        return "ought"
    if told & doubts():
        return "held"
    return _by_modal(tokens, inside)


def _by_modal(tokens: Tokens, inside: range) -> Force:
    for n in inside:
        word = tokens.words[n].lower()
        if tokens.tags[n] == "MD":
            return "ought" if word in OUGHT else "can" if word in CAN else "told"
        if tokens.tags[n].startswith(VERB):
            break
    return "told"


def _is_asked(before: str, words: str) -> bool:
    """As in "it is unclear [who ordered it]", "he did not say [why …]": an indirect question."""
    if not _asking_words().match(words):
        return False
    return bool(_asking().search(before)) or (bool(_telling().search(before)) and bool(NEGATION.search(before)))


@cache
def _asking_words() -> re.Pattern[str]:
    return re.compile(ASKS, re.I)


def _listed(name: str) -> list[str]:
    found: list[str] = lexicon("tellings")["force"][name]
    return sorted(found, key=lambda w: (-len(w), w))


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _listed('asking')))})\s*$", re.I)


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _listed('telling')))})\s*$", re.I)


@cache
def _unbelieved() -> re.Pattern[str]:
    """As in "I don't think [he won]": the clause is not told as so, and its denial stands outside it."""
    belief = lexicon("acts")["belief"]
    listed = "|".join(map(re.escape, (*belief["verbs"], *belief["forms"])))
    return re.compile(
        rf"(?:\b(?:not|never|cannot)|n['’]t) (?:\w+ly )?(?:{listed})(?: that)?(?: \w+){{0,4}}(?:\s*$| \w)", re.I
    )


@cache
def _undecided() -> re.Pattern[str]:
    """As in "are weighing whether", "remains unclear who"."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _listed('asking')))})(?: over)? {ASKS}", re.I)


@cache
def _opening() -> re.Pattern[str]:
    listed = "|".join(map(re.escape, _listed("open")))
    return re.compile(rf"\W*(?:(?:but|and|or|so|then|that),? )?(?:{listed})\b", re.I)


@cache
def wishes() -> frozenset[str]:
    """Verbs whose clause is only wished for."""
    return frozenset(_listed("wishes"))


@cache
def doubts() -> frozenset[str]:
    """Verbs whose clause is only suspected."""
    return frozenset(_listed("doubts"))


def tense(tokens: Tokens, inside: range) -> Tense | None:
    """Whether the first verb of the clause tells of what was or of what is to come; None for all else."""
    for n in inside:
        word, tag = tokens.words[n].lower(), tokens.tags[n]
        if tag == "MD":
            return "ahead" if word in AHEAD else None
        if tag == "TO" and n + 1 in inside and tokens.tags[n + 1] == VERB:
            return "past" if tokens.words[n + 1].lower() == "have" else "ahead"
        if tag == "VBD" or word in HAVE:
            return "past"
        if tag.startswith(VERB):
            return None
    return None
