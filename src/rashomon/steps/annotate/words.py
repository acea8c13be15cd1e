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


def split_words(article: Article, tag_with: str = "rashomon") -> Words:
    """The words of the readable blocks of `article`, tagged by the tagger called `tag_with`."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    tokens = Tokens()
    for block in article.of_kind(READ_KINDS):
        for line in LINE.finditer(article.text, block.start, block.end):
            for part in _parts(split_sentences(article.text, line.start(), line.end())):
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


def _parts(sentences: list[Span]) -> list[list[Span]]:
    """The sentences of a line in stretches of at most `LONGEST` characters; one longer sentence stays whole."""
    parts: list[list[Span]] = [[]]
    for span in sentences:
        if parts[-1] and span.end - parts[-1][0].start > LONGEST:
            parts.append([])
        parts[-1].append(span)
    return parts
