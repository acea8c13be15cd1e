"""What is known while an article is read from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.steps.annotate.quotes.assembly.drafts import Draft
from rashomon.steps.annotate.quotes.tagging.cues import CueTable
from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.phrases import Phrase
from rashomon.steps.annotate.quotes.tagging.tag import Tag


@dataclass(slots=True)
class State:
    """What is known while reading an article from top to bottom."""

    text: str
    table: CueTable
    drafts: list[Draft] = field(default_factory=list)
    active: Draft | None = None
    """The last quotation with a speaker: floating paragraphs go on with it."""
    colon: tuple[int, Tag | None, Phrase | None, Frame] | None = None
    """A sentence that ends in a colon and nothing quoted after it: (paragraph, tag, phrase, frame)."""
    used: set[tuple[int, int]] = field(default_factory=set)
    frames: list[tuple[Frame, list[Tag]]] = field(default_factory=list)
