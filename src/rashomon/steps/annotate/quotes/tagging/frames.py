"""Sentences with every quotation folded into one item, the form in which tags are looked for.

`“We left at noon. It rained,” Weber said, “and then it stopped.”` becomes `Q Weber said , Q .`: what stands inside a
quotation can then neither be a cue nor a speaker of it. Decides where such a folded sentence ends; a question or
exclamation mark inside a quotation ends it only when no tag follows.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from rashomon.records.reading import Tokens, Words
from rashomon.records.span import Span
from rashomon.text.quotemarks import Region

QUOTE = "\0Q"
PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "you", "who"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
HELPERS = frozenset(("been", "being", "be", "having", "by", "as", "when", "if"))
STOPS = frozenset((".", "!", "?", "…"))


@dataclass(slots=True)
class Frame:
    """One folded sentence: parallel lists of its items; `quotes[n]` is the region folded into item n, if any."""

    paragraph: int
    kind: str
    words: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: list[Region | None] = field(default_factory=list)
    phrases: dict[tuple[int, int], list[object]] = field(default_factory=dict, repr=False, compare=False)
    """Noun phrases of a part of the frame, kept by `ranker` because neighbouring quotations ask for the same."""

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """Characters from item `first` to item `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def item(self, offset: int) -> int:
        """Index of the item that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    @property
    def places(self) -> list[int]:
        """Indices of the items that are quotations."""
        return [n for n, region in enumerate(self.quotes) if region is not None]


def fold(words: Words, number: int, regions: list[Region], cues: frozenset[str]) -> list[Frame]:
    """The folded sentences of paragraph `number`."""
    paragraph = words.paragraphs[number]
    tokens = words.tokens
    if paragraph.first >= paragraph.stop:
        return []
    sentences = words.sentences[paragraph.first : paragraph.stop]
    ends = [s.end for s in sentences]
    frames: list[Frame] = []
    frame = Frame(number, paragraph.kind)
    at, sentence, n = 0, 0, sentences[0].first
    stop = sentences[-1].stop
    while n < stop or at < len(regions):
        if sentence < len(ends) and (at >= len(regions) or regions[at].outer.start >= ends[sentence]):
            if n < sentences[sentence].stop:
                extend(frame, tokens, n, sentences[sentence].stop)
                n = sentences[sentence].stop
            sentence += 1
            if len(frame):
                frames.append(_finite(frame))
                frame = Frame(number, paragraph.kind)
            continue
        start = tokens.starts[n] if n < stop else paragraph.end
        if at < len(regions) and (n >= stop or tokens.ends[n] > regions[at].outer.start):
            outer = regions[at].outer
            add_item(frame, QUOTE, "Q", outer.start, outer.end, regions[at])
            at += 1
            while n < stop and tokens.starts[n] < outer.end:
                n += 1
            last = outer.end
        else:
            add_item(frame, tokens.words[n], tokens.tags[n], start, tokens.ends[n], None)
            last = tokens.ends[n]
            n += 1
        passed = False
        closing = last - 1 if frame.quotes[-1] is not None else start
        while sentence < len(ends) and ends[sentence] <= last:
            # A sentence that ends inside a quotation ends nothing outside it.
            passed = passed or ends[sentence] >= closing
            sentence += 1
        if passed and not (
            frame.quotes[-1] is not None and _tag_follows(tokens.words, n, stop, cues, words.text[last - 3 : last])
        ):
            frames.append(_finite(frame))
            frame = Frame(number, paragraph.kind)
    if len(frame):
        frames.append(_finite(frame))
    return frames


def _finite(frame: Frame) -> Frame:
    """A sentence needs a verb: where none is tagged finite, the first bare participle is taken for its past tense."""
    if any(tag in FINITE for tag in frame.tags):
        return frame
    for n, tag in enumerate(frame.tags):
        if tag == "VBN" and n and frame.low[n - 1] not in HELPERS:
            frame.tags[n] = "VBD"
            break
    return frame


def extend(frame: Frame, tokens: Tokens, first: int, stop: int) -> None:
    """Add the tokens `[first, stop)`, none of which is quoted."""
    words = tokens.words[first:stop]
    frame.words += words
    frame.low += [word.lower() for word in words]
    frame.tags += tokens.tags[first:stop]
    frame.starts += tokens.starts[first:stop]
    frame.ends += tokens.ends[first:stop]
    frame.quotes += [None] * len(words)


def add_item(frame: Frame, word: str, tag: str, start: int, end: int, region: Region | None) -> None:
    """Add one item: a token, or a folded region."""
    frame.words.append(word)
    frame.low.append(word.lower())
    frame.tags.append(tag)
    frame.starts.append(start)
    frame.ends.append(end)
    frame.quotes.append(region)


def _tag_follows(words: list[str], n: int, stop: int, cues: frozenset[str], text: str) -> bool:
    """True when a short `Weber asked` or `asked Weber` belongs to the quotation that ends `text`.

    After a question or exclamation mark that is the rule; after a full stop only when the tag is all that follows.
    """
    stopped = text.rstrip("”\"'’").endswith(".")
    for k in range(n, min(n + 7, stop)):
        word = words[k].lower()
        if word in cues:
            after = words[k + 1 : min(k + 3, stop)]
            if not after:
                return True
            if stopped:
                return after[0] == "."
            return after[0] not in ("that", "“", '"', ":", "‘") and not (
                after[0] == "," and len(after) > 1 and after[1] in ("“", '"', "‘")
            )
        if word in STOPS or word in (";", ":", "“", '"'):
            return False
    return False
