"""Lines of a page: where each non-blank line stands, how it ends, and what it has been labelled as so far.

A line is the unit of every decision, as dumps have one paragraph a line. Decides nothing about kinds; it only
measures.
"""

from __future__ import annotations

import re

from rashomon.records.article import BlockKind

_END = re.compile(r"""[.!?…:;,]\s?["'”’»)\]]*$|["”»]$""")
_FULL = re.compile(r"""(?<![.\s(][A-Z])[.!?…]["'”’»)\]]*$|[.!?…]\s?["'”’»)\]]+$""")
_INNER = re.compile(r"""[a-z0-9)"'”’][.!?]["'”’)]*\s+["'“‘(]*[A-Z0-9]""")
_HEAD_START = re.compile(r"""["'“‘]?[^\W_a-z]|["'“‘]?\d|[#$€£]""")


class Line:
    """A non-blank line without the white space around it. `gap`: a blank line stands before it."""

    __slots__ = ("end", "full", "gap", "kind", "open", "reason", "start", "text")

    def __init__(self, start: int, end: int, text: str, gap: bool) -> None:
        self.start, self.end, self.text, self.gap = start, end, text, gap
        self.kind: BlockKind | None = None
        self.reason = ""
        last = text[-1]
        if last.isalnum():  # the last character settles most lines; the expressions look at the rest
            self.open, self.full = True, False
            return
        tail = text[-4:]
        self.open = _END.search(tail) is None
        self.full = not self.open and _FULL.search(tail) is not None

    def mark(self, kind: BlockKind, reason: str) -> None:
        """Label the line; the first label stays."""
        if self.kind is None:
            self.kind, self.reason = kind, reason

    @property
    def free(self) -> bool:
        """True while the line has no label."""
        return self.kind is None

    @property
    def paragraph(self) -> bool:
        """A line of running text: it ends a sentence and is long, or holds several sentences."""
        size = self.end - self.start
        return size > 400 or (self.full and size >= 80) or (size >= 120 and _INNER.search(self.text) is not None)


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of `text`, in order."""
    lines: list[Line] = []
    position, gap = 0, False
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = position + raw.index(bare[0])
            lines.append(Line(start, start + len(bare), bare, gap))
            gap = False
        else:
            gap = True
        position += len(raw) + 1
    return lines


def headlike(line: Line) -> bool:
    """A line in the form of a headline or heading: one phrase, no sentence end, at most 24 words, not a list item.

    Lines that begin in lower case are broken text, lines with an address or an account name are posts.
    """
    text = line.text
    if len(text) > 180 or not line.open or not _HEAD_START.match(text):
        return False
    if text.count(" ") > 23 or "http" in text or "(@" in text or " @" in text or "pic." in text:
        return False
    return text[0] not in "#" and _INNER.search(text) is None
