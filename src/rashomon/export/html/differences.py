"""The versions of one utterance with the words marked that differ from the reference version.

Takes the word pairs of the dossier, finds them again in the text of each version and cuts the text there; it compares
nothing by itself.
"""

from __future__ import annotations

from typing import Any

from rashomon.export.view import Data, View


def marked_versions(view: View, utterance: Data) -> list[Data]:
    """For each quote of `utterance`: its id and its text in parts `{"text", "differs"}`."""
    words: dict[str, list[str]] = {q: [] for q in utterance["quotes"]}
    for difference in utterance["differences"]:
        for pair in difference["words"]:
            for quote, word in zip(difference["quotes"], pair, strict=True):
                if word and quote in words and word not in words[quote]:
                    words[quote].append(word)
    return [{"quote": q, "parts": _parts(view.quoted(view.quotes[q]), words[q])} for q in utterance["quotes"]]


def _parts(text: str, words: list[str]) -> list[dict[str, Any]]:
    spans = sorted(span for word in words if (span := _find(text, " ".join(word.split()))))
    parts, at = [], 0
    for start, end in spans:
        if start < at:
            continue
        parts += [{"text": text[at:start], "differs": False}, {"text": text[start:end], "differs": True}]
        at = end
    parts.append({"text": text[at:], "differs": False})
    return [p for p in parts if p["text"]]


def _find(text: str, word: str) -> tuple[int, int] | None:
    """`word` in `text` as whole words."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return at, end
        at = text.find(word, at + 1)
    return None
