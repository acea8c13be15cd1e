"""What a report tells in its own words: the body without quotations, folded, with where each word stands.

Decides which words may show copying. Quotations are set apart, as two outlets that quote one speech have not copied
one another; so are titles, captions, credits and furniture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records.article import Article
from rashomon.records.marks import Marks
from rashomon.records.span import Span
from rashomon.text.folding import Folded, fold
from rashomon.text.quotemarks import pair_marks

BODY = frozenset({"body", "subtitle"})
LONGEST = 20_000
"""Words of one report that are looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """The own words of one report. Where a quotation was taken out a key stands that no other report has."""

    article: Article
    words: tuple[Folded, ...]
    keys: tuple[str, ...]
    size: int


def telling(article: Article, marks: Marks, number: int) -> Telling:
    """The own words of `article`, which is number `number` of its story."""
    bodies = tuple((b.start, b.end) for b in article.of_kind(BODY))
    words: list[Folded] = []
    size = 0
    for found in marks.once(("own words", bodies), lambda: _own_words(article, marks, bodies)):
        if isinstance(found, Span):
            words.append(Folded(f"\x00{number}:{found.start}", *found))
        else:
            words += found
            size += len(found)
    return Telling(article, tuple(words), tuple([w.key for w in words]), size)


def _own_words(article: Article, marks: Marks, bodies: tuple[tuple[int, int], ...]) -> list[list[Folded] | Span]:
    """The words of the body in stretches, and where quotations stood between them."""
    hidden = _quoted(article, marks)
    out: list[list[Folded] | Span] = []
    count = 0
    for start, end in bodies:
        at = start
        for span in [*(h for h in hidden if start <= h.start < end), Span(end, end)]:
            if span.start > at:
                found = fold(article.text, at, span.start)
                out.append(found)
                count += len(found)
            if span.end > span.start:
                out.append(Span(span.start, min(span.end, end)))
                count += 1
            at = max(at, span.end)
        if count > LONGEST:
            break
    return out


def _quoted(article: Article, marks: Marks) -> list[Span]:
    """The stretches inside quotation marks, in text order, none inside another."""
    paragraphs = [p.span for p in marks.words.paragraphs]
    spans = [region.outer for regions in pair_marks(article.text, paragraphs) for region in regions]
    spans += [piece for q in marks.quotes if q.kind != "indirect" for piece in q.content]
    out: list[Span] = []
    for span in sorted(set(spans)):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def letters(told: Telling, first: int, stop: int) -> Span:
    """The characters from word `first` up to, not including, word `stop`."""
    return Span(told.words[first].start, told.words[stop - 1].end)


def carried(keys: Sequence[str]) -> int:
    """How many of the keys are words of the report itself, not places where a quotation stood."""
    return sum(not key.startswith("\x00") for key in keys)
