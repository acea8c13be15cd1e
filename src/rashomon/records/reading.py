"""The words of one article: paragraphs, sentences and tokens, as every annotator sees them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from rashomon.records.article import Article, BlockKind
from rashomon.records.span import Span


@dataclass(slots=True)
class Tokens:
    """The tokens of a text as parallel lists, in text order; `tags` are Penn Treebank tags, `lemmas` lower-case."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, start: int, end: int) -> range:
        """Indices of the tokens that lie wholly inside `[start, end)`."""
        first = bisect_left(self.starts, start)
        return range(first, max(first, bisect_right(self.ends, end)))

    def at(self, offset: int) -> int:
        """Index of the token that covers or follows the character at `offset`; `len(self)` past the last one."""
        return bisect_right(self.ends, offset)

    def span(self, first: int, stop: int) -> Span:
        """Characters from token `first` up to, not including, token `stop`."""
        return Span(self.starts[first], self.ends[stop - 1])


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its characters, its tokens `[first, stop)` and the paragraph it stands in."""

    start: int
    end: int
    first: int
    stop: int
    paragraph: int

    @property
    def span(self) -> Span:
        """The characters of the sentence."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or paragraph of a readable block: its characters, its block's kind, its sentences `[first, stop)`."""

    start: int
    end: int
    kind: BlockKind
    first: int
    stop: int

    @property
    def span(self) -> Span:
        """The characters of the paragraph."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class Words:
    """An article split into paragraphs, sentences and tokens (only blocks of `READ_KINDS`)."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tokens: Tokens
    _sentence_starts: list[int] = field(init=False, repr=False, compare=False)
    _paragraph_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._paragraph_starts = [paragraph.start for paragraph in self.paragraphs]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers the character at `offset`, or None."""
        n = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[n] if n >= 0 and offset < self.sentences[n].end else None

    def paragraph_of(self, sentence: Sentence) -> Paragraph:
        """The paragraph that holds `sentence`."""
        return self.paragraphs[sentence.paragraph]

    def kind_at(self, offset: int) -> BlockKind | None:
        """The kind of the readable block at `offset`, or None."""
        n = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[n].kind if n >= 0 and offset < self.paragraphs[n].end else None
