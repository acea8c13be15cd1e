"""Builds pages: bounds the text, joins title and paragraphs, cleans what metadata say about authors and dates.

The text of a plain report is never touched beyond NFC and line ends. Composed texts (HTML, ninjs) get their title as
first line and know which of their lines are title, subhead or link.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from rashomon.records.article import Block, BlockKind
from rashomon.settings import Settings
from rashomon.steps.read.decode import normal
from rashomon.text.stamps import iso

_TAG = re.compile(r"<[^<>]{1,500}>")
_WS = re.compile(r"\s+")


def bound(text: str, settings: Settings) -> tuple[str, bool]:
    """`text` cut at the last line end (else the last space) before `settings.max_characters`; True when cut."""
    limit = settings.max_characters
    if len(text) <= limit:
        return text, False
    cut = text.rfind("\n", 0, limit)
    if cut <= 0:
        cut = text.rfind(" ", max(0, limit - 10_000), limit)
    return text[: cut if cut > 0 else limit], True


def join(title: str | None, parts: Iterable[tuple[str, BlockKind | None]]) -> tuple[str, tuple[Block, ...]]:
    """Title and paragraphs with a blank line between them, and hints for those whose kind is known."""
    pieces: list[tuple[str, BlockKind | None, str]] = []
    wanted = _key(title) if title else ""
    for text, kind in parts:
        text = normal(text).strip()
        if not text:
            continue
        if wanted and not pieces and _key(text) == wanted:
            title = text
            continue
        pieces.append((text, kind, "marked so in the source"))
    if title:
        pieces.insert(0, (normal(title).strip(), "title", "the title that the source gives"))
    hints: list[Block] = []
    position = 0
    for text, kind, reason in pieces:
        if kind:
            hints.append(Block(position, position + len(text), kind, reason))
        position += len(text) + 2
    return "\n\n".join(text for text, _, _ in pieces), tuple(hints)


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def line_of(value: Any) -> str | None:
    """A metadata value as one clean line, or None: no tags, no entities, no template variables."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    text = _WS.sub(" ", html.unescape(_TAG.sub(" ", value))).strip()
    text = normal(text)
    return (
        None
        if not text or text.startswith(("{{", "${", "[object")) or text.lower() in ("null", "none", "undefined")
        else text
    )


def name_of(value: Any) -> str | None:
    """A name: no address, no account, at most 120 characters."""
    text = line_of(value)
    if text is None or len(text) > 120 or re.match(r"(?:https?:)?//|www\.|@", text):
        return None
    return text


def authors_of(value: Any) -> tuple[str, ...]:
    """Author names from a string (`By A and B`), a list, or objects with `name`."""
    names: list[str] = []
    for item in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(item, dict):
            names += authors_of(item.get("name"))
            continue
        text = name_of(item)
        if text is None:
            continue
        text = re.sub(r"^(?:by|from|author)\s*:?\s+", "", text, flags=re.IGNORECASE)
        for part in re.split(r"\s*(?:;| and | & |\||,(?=\s*[A-Z][\w.'’-]+ [A-Z]))\s*", text):
            part = re.sub(r",\s*[\w-]+\.(?:com|org|net|co\.\w\w|\w\w)$", "", part.strip(" ,.|"), flags=re.IGNORECASE)
            if 1 < len(part) <= 80 and "@" not in part:
                names.append(part)
    return tuple(dict.fromkeys(names))


def date_of(value: Any) -> str | None:
    """A publication date of metadata as ISO 8601; years before 1900 are program left-overs. Unix seconds are read."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 3e8 < value < 4e9:
        from datetime import UTC, datetime

        return datetime.fromtimestamp(int(value), UTC).strftime("%Y-%m-%dT%H:%MZ")
    found = iso(value) if isinstance(value, str) and len(value) <= 80 else None
    return found if found and found >= "1900" else None


def url_of(value: Any) -> str | None:
    """A web address, or None."""
    text = line_of(value)
    return text if text and re.match(r"https?://[^\s/]+", text) and len(text) <= 2000 else None


def language_of(value: Any) -> str | None:
    """`en` from `en-US`, `en_GB` or `English`; None for anything else."""
    text = (line_of(value) or "").lower()
    if text in ("english", "eng"):
        return "en"
    if text in ("german", "deutsch", "deu", "ger"):
        return "de"
    match = re.match(r"([a-z]{2})(?:[-_][a-z0-9]{2,8})*$", text)
    return match[1] if match else None
