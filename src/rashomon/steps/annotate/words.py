"""Splits an article into paragraphs, sentences and tagged tokens.

Looks only into blocks of `READ_KINDS`: link lists, adverts and furniture are never read as news. Each line of a block
is a paragraph of its own, as dumps have one paragraph a line.
"""

from __future__ import annotations

import re

from rashomon.records.article import READ_KINDS, Article
from rashomon.records.reading import Paragraph, Sentence, Tokens, Words
from rashomon.text.plugins import tagger
from rashomon.text.sentences import split_sentences
from rashomon.text.tokens import tokenize

LINE = re.compile(r"[^\n]*\S[^\n]*")


def split_words(article: Article, tag_with: str = "rashomon") -> Words:
    """The words of the readable blocks of `article`, tagged by the tagger called `tag_with`."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    tokens = Tokens()
    for block in article.of_kind(READ_KINDS):
        for line in LINE.finditer(article.text, block.start, block.end):
            first = len(sentences)
            for span in split_sentences(article.text, line.start(), line.end()):
                begun = len(tokens)
                _extend(tokens, tokenize(article.text, span.start, span.end))
                sentences.append(Sentence(span.start, span.end, begun, len(tokens), len(paragraphs)))
            paragraphs.append(Paragraph(line.start(), line.end(), block.kind, first, len(sentences)))
    tagger(tag_with)(tokens, [(s.first, s.stop) for s in sentences])
    return Words(article, tuple(paragraphs), tuple(sentences), tokens)


def _extend(tokens: Tokens, more: Tokens) -> None:
    tokens.starts += more.starts
    tokens.ends += more.ends
    tokens.words += more.words
    tokens.tags += more.tags
    tokens.lemmas += more.lemmas
