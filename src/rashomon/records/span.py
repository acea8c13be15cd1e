"""Where something stands: a stretch of one text, and the same stretch together with its article.

All positions are Unicode code points, half open: `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when both share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Cite:
    """The proof of a line: characters `[start, end)` of the text of the article with this id."""

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a cite needs 0 <= start < end, got {self.start}..{self.end} in {self.article!r}")

    @property
    def span(self) -> Span:
        """The stretch without its article."""
        return Span(self.start, self.end)


@lru_cache(maxsize=32768)
def cite(article: str, span: Span) -> Cite:
    """The cite of `span` in `article`."""
    return Cite(article, span.start, span.end)
