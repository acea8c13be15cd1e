"""The versions of one utterance with the words marked that differ from the reference version.

The words come from the dossier; this module only finds where in each version they stand. Where a word occurs more than
once, the occurrence counts that an alignment with the reference version does not pair with the same word.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

from rashomon.export.view import Data, View

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_ALIGNED = 400
"""Longest version, in words, that is aligned; in longer ones the first occurrence counts."""


def marked_versions(view: View, utterance: Data) -> list[Data]:
    """For each quote of `utterance`: its id and its text in parts `{"text", "differs"}`."""
    texts = {q: view.quoted(view.quotes[q]) for q in utterance["quotes"]}
    spans: dict[str, set[tuple[int, int]]] = {q: set() for q in texts}
    for difference in utterance["differences"]:
        left, right = difference["quotes"]
        if left not in texts or right not in texts:
            continue
        unpaired = _unpaired(texts[left], texts[right])
        for quote, side in ((left, 0), (right, 1)):
            for pair in difference["words"]:
                span = _find(texts[quote], pair[side], unpaired[side])
                if span:
                    spans[quote].add(span)
    return [{"quote": q, "parts": _parts(text, sorted(spans[q]))} for q, text in texts.items()]


def extent(text: str, reference: str) -> list[tuple[float, float]]:
    """Which parts of `reference` are in `text`: start and width of each in per cent of its words."""
    words = [[m.group().lower() for m in _WORD.finditer(t)] for t in (text, reference)]
    if not words[1] or max(len(w) for w in words) > _ALIGNED:
        return []
    least = min(2, len(words[0]))
    each = 100 / len(words[1])
    blocks = SequenceMatcher(None, words[0], words[1], autojunk=False).get_matching_blocks()
    return [(round(b.b * each, 1), round(b.size * each, 1)) for b in blocks if b.size and b.size >= least]


def _unpaired(left: str, right: str) -> tuple[set[int], set[int]]:
    """Starts of the words of each text that the other does not have in the same place."""
    words = [list(_WORD.finditer(text)) for text in (left, right)]
    starts = ({m.start() for m in words[0]}, {m.start() for m in words[1]})
    if max(len(w) for w in words) > _ALIGNED:
        return starts
    forms = [[m.group().lower() for m in w] for w in words]
    for block in SequenceMatcher(None, forms[0], forms[1], autojunk=False).get_matching_blocks():
        for n in range(block.size):
            starts[0].discard(words[0][block.a + n].start())
            starts[1].discard(words[1][block.b + n].start())
    return starts


def _find(text: str, word: str, unpaired: set[int]) -> tuple[int, int] | None:
    """`word` in `text` as whole words, pieces of a quotation in between allowed; an unpaired occurrence first."""
    if not word.strip():
        return None
    pattern = r"(?<!\w)" + r"\s+(?:\[…\]\s+)?".join(re.escape(w) for w in word.split()) + r"(?!\w)"
    found = [m.span() for m in re.finditer(pattern, text)]
    free = [span for span in found if any(span[0] <= start < span[1] for start in unpaired)]
    return next(iter(free or found), None)


def _parts(text: str, spans: list[tuple[int, int]]) -> list[dict[str, Any]]:
    parts, at = [], 0
    for start, end in spans:
        if start < at:
            continue
        parts += [{"text": text[at:start], "differs": False}, {"text": text[start:end], "differs": True}]
        at = end
    parts.append({"text": text[at:], "differs": False})
    return [p for p in parts if p["text"]]
