"""A report as it was read (`Page`) and as it was labelled (`Article`)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from rashomon.records.span import Cite, Span

BlockKind = Literal[
    "title",
    "subtitle",
    "byline",
    "date",
    "body",
    "subhead",
    "caption",
    "advert",
    "teaser",
    "links",
    "credit",
    "furniture",
]
PublishedFrom = Literal["metadata", "text", "story", "given"]

STORY_KINDS: frozenset[str] = frozenset({"title", "subtitle", "body", "subhead"})
"""Blocks in which the outlet itself tells the story."""
READ_KINDS: frozenset[str] = STORY_KINDS | {"caption", "teaser"}
"""Blocks that annotators look into; what they find in a teaser stays marked as such."""


@dataclass(frozen=True, slots=True)
class Page:
    r"""What `read` gives: decoded text (NFC, `\n` line ends) and what the container itself said about it.

    A field the source does not state is None: an outlet is never invented. `hints` are spans of `text`
    whose kind the format already tells (the title of an HTML page, say); `clean` keeps them.
    """

    path: str
    text: str
    format: Literal["text", "html", "jsonl", "ninjs", "given", "feed"] = "text"
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    sources: tuple[str, ...] = ()
    """Agencies or publications that metadata name as the origin of the report."""
    hints: tuple[Block, ...] = ()
    truncated: bool = False
    """True when only the first `Settings.max_characters` were kept, or when it is a feed's text of a page not read."""


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of an article. `reason` says, in plain words or as a rule name, why it has its kind."""

    start: int
    end: int
    kind: BlockKind
    reason: str = ""

    @property
    def span(self) -> Span:
        """The stretch without its label."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One report, labelled block by block. Nothing of `text` is ever removed."""

    id: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601, as precise as known: `2025-03-19` or `2025-03-19T20:10`."""
    published_from: PublishedFrom | None = None
    language: str | None = None
    sources: tuple[str, ...] = ()
    """Agencies credited for the report, from credit lines or metadata."""
    captured: bool = True
    """False when the report was cut off (limit, paywall, mostly furniture): absence proves nothing then."""
    stray: bool = False
    sha256: str = field(default="")

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", digest(self.text))

    @property
    def day(self) -> str | None:
        """The publication day `YYYY-MM-DD`, or None when not known to the day."""
        return self.published[:10] if self.published and len(self.published) >= 10 else None

    def of_kind(self, kinds: frozenset[str]) -> Iterator[Block]:
        """The blocks of these kinds, in text order."""
        return (block for block in self.blocks if block.kind in kinds)

    def cite(self, span: Span) -> Cite:
        """The cite of `span` in this article; raises ValueError when it leaves the text."""
        if span.end > len(self.text):
            raise ValueError(
                f"span {span.start}..{span.end} leaves the text of {self.id} ({len(self.text)} characters)"
            )
        return Cite(self.id, span.start, span.end)


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, as hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
