"""A line of the dossier with as much of its sentence as a reader needs to understand it.

A statement can be a clause: "it had ceased targeting the port". Where it begins in mid-sentence, is very short or
holds one half of a pair of quotation marks, the words around it in the source are given too, apart from it, so that
they can be shown dimmed. They are the source's own characters; nothing is completed or rephrased.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from rashomon.export.view import View

_STOP = re.compile(r"[.!?][\"”’')]*\s+|\n")
_CLOSING = re.compile(r"[\"”’')\].,;:!?]*")
_BEFORE, _AFTER = 110, 70
_SHORT = 6


class Excerpt(NamedTuple):
    """Words of a line, and the words before and after them in the same sentence of the source."""

    before: str
    text: str
    after: str


def excerpt(view: View, words: str, cites: list[dict[str, Any]]) -> Excerpt:
    """`words` with their context from the first of `cites` that has them to the letter; bare when none has."""
    plain = " ".join(words.split())
    unpaired = plain.count("“") != plain.count("”") or plain.count('"') % 2 == 1
    short = len(plain.split()) < _SHORT and not plain.endswith((".", "!", "?", "”"))
    if not (plain[:1].islower() or unpaired or short):
        return Excerpt("", plain, "")
    for cite in cites:
        text = view.text(cite["article"])
        start = text.find(words, cite["start"], cite["end"])
        if start < 0:
            start = text.find(words, max(0, cite["start"] - 200), cite["end"] + 200)
        if start >= 0:
            end = start + len(words)
            after = _after(text, end) if short or unpaired else ""
            return Excerpt(_before(text, start), plain, after)
    return Excerpt("… " if plain[:1].islower() else "", plain, "")


def _before(text: str, start: int) -> str:
    window = text[max(0, start - 400) : start]
    stops = list(_STOP.finditer(window))
    sentence = window[stops[-1].end() :] if stops else window
    whole = bool(stops) or start <= 400
    lead = " ".join(sentence.split())
    if len(lead) > _BEFORE or not whole:
        lead = "… " + lead[-_BEFORE:].split(" ", 1)[-1]
    space = " " if sentence[-1:].isspace() else ""
    return lead + space if lead else ""


def _after(text: str, end: int) -> str:
    window = text[end : end + 300]
    stop = _STOP.search(window)
    rest = window[: stop.end()] if stop else window
    closing = _CLOSING.match(window)
    tail = " ".join(rest.split())
    if len(tail) > _AFTER:
        tail = tail[:_AFTER].rsplit(" ", 1)[0] + " …"
    elif not tail:
        tail = closing.group() if closing else ""
    return (" " if rest[:1].isspace() and tail else "") + tail
