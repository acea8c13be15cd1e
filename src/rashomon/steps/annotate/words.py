"""Splits an article into paragraphs, sentences and tagged tokens.

Looks only into blocks of `READ_KINDS`: link lists, adverts and furniture are never read as news. Each line of a block
is a paragraph of its own, as dumps have one paragraph a line.
"""

from __future__ import annotations

import re

from rashomon.records.article import READ_KINDS, Article
from rashomon.records.reading import Paragraph, Sentence, Tokens, Words
from rashomon.records.span import Span
from rashomon.text.plugins import tagger
from rashomon.text.sentences import split_sentences
from rashomon.text.tokens import add_tokens

LINE = re.compile(r"[^\n]*\S[^\n]*")
LONGEST = 40_000
"""Characters of a paragraph. A longer line (a dump without line breaks) is cut at sentence ends, so that the work of
the annotators, which read paragraph by paragraph, stays in proportion to the length of the text."""

LONGEST_SENTENCE = 3_000
"""Characters of a sentence. A longer one (a table, a list, a text without full stops) is cut at a mark or a space: what
reads a sentence as a whole looks from each word over all others."""
BORDER = re.compile(r"[;:|•](?=\s)|[,–—](?=\s)|\s")


def split_words(article: Article, tag_with: str = "rashomon") -> Words:
    """The words of the readable blocks of `article`, tagged by the tagger called `tag_with`."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    tokens = Tokens()
    for block in article.of_kind(READ_KINDS):
        for line in LINE.finditer(article.text, block.start, block.end):
            for part in _parts(_sentences(article.text, line.start(), line.end())):
                first = len(sentences)
                for span in part:
                    begun = len(tokens)
                    add_tokens(tokens, article.text, span.start, span.end)
                    sentences.append(Sentence(span.start, span.end, begun, len(tokens), len(paragraphs)))
                start, end = (part[0].start, part[-1].end) if part else (line.start(), line.end())
                paragraphs.append(Paragraph(start, end, block.kind, first, len(sentences)))
    tokens.tags = [""] * len(tokens)
    tokens.lemmas = [word.lower() for word in tokens.words]
    tagger(tag_with)(tokens, [(s.first, s.stop) for s in sentences])
    return Words(article, tuple(paragraphs), tuple(sentences), tokens)


def _sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a line, none longer than `LONGEST_SENTENCE`."""
    out: list[Span] = []
    for span in split_sentences(text, start, end):
        begin = span.start
        while span.end - begin > LONGEST_SENTENCE:
            stop = _border(text, begin)
            out.append(Span(begin, stop))
            begin = stop + len(text[stop : span.end]) - len(text[stop : span.end].lstrip())
        out.append(Span(begin, span.end))
    return out


def _border(text: str, begin: int) -> int:
    """Where to cut a sentence that is too long: behind its last mark, else its last word, in the second half."""
    half, stop = begin + LONGEST_SENTENCE // 2, begin + LONGEST_SENTENCE
    last: dict[str, int] = {}
    for found in BORDER.finditer(text, half, stop):
        last[" " if found[0].isspace() else "," if found[0] in ",–—" else ";"] = found.end()
    cut = next((last[mark] for mark in (";", ",", " ") if mark in last), stop)
    return begin + len(text[begin:cut].rstrip())


def _parts(sentences: list[Span]) -> list[list[Span]]:
    """The sentences of a line in stretches of at most `LONGEST` characters."""
    parts: list[list[Span]] = [[]]
    for span in sentences:
        if parts[-1] and span.end - parts[-1][0].start > LONGEST:
            parts.append([])
        parts[-1].append(span)
    return parts
