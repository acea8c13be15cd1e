"""What the page of a report shows: its text block by block, a passage that is pointed at, its versions."""

from __future__ import annotations

from typing import Any

from rashomon.export.html.context import KIND_WORDS, STORY
from rashomon.serve.desks import Reader
from rashomon.serve.pages.shown import readable
from rashomon.serve.revisions import versions

Data = dict[str, Any]
AROUND = 160
"""Characters of unchanged text that are shown on each side of a change."""


def report(desk: Reader, article: str, start: int, end: int) -> Data:
    """A report; characters `start` to `end` are marked when they are some. Raises NotFound."""
    row, found = desk.article(article)
    story = desk.store.story(row.story) if row.story else None
    chain = versions(desk, article) if row.revises or row.revised_by else []
    text = readable(found.text)
    return {
        "row": row,
        "article": found,
        "story": story,
        "blocks": _blocks(text, found.blocks, start, end),
        "from_feed": desk.store.page(row.id).format == "feed",
        "pointed": 0 <= start < end <= len(text),
        "versions": [
            {"row": version, "words": shortened(words) if n else [], "first": n == 0}
            for n, (version, words) in enumerate(chain)
        ],
    }


def _blocks(text: str, blocks: Any, start: int, end: int) -> list[Data]:
    out, before = [], ""
    for b in blocks:
        kind = KIND_WORDS[b.kind]
        left, right = max(start, b.start), min(end, b.end)
        marked = left < right
        parts = [(text[b.start : left], text[left:right], text[right : b.end])] if marked else []
        out.append(
            {
                "kind": b.kind,
                "hint": f"{kind}: {b.reason}" if b.reason else kind,
                "label": kind if b.kind not in STORY and b.kind != before else "",
                "dim": b.kind not in STORY,
                "text": text[b.start : b.end],
                "parts": parts,
                "first": marked and start >= b.start,
            }
        )
        before = b.kind
    return out


def shortened(words: list[tuple[Any, str]]) -> list[tuple[str, str]]:
    """A difference without the long stretches in which nothing changed; `cut` stands where one was."""
    out: list[tuple[str, str]] = []
    for n, (kind, text) in enumerate(words):
        text = readable(text)
        if kind != "same" or len(text) <= 2 * AROUND:
            out.append((kind, text))
            continue
        if n:
            out.append(("same", text[:AROUND].rpartition(" ")[0]))
        out.append(("cut", ""))
        if n + 1 < len(words):
            out.append(("same", text[-AROUND:].partition(" ")[2]))
    return out
