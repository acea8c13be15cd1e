from __future__ import annotations

from rashomon.records.article import Article, Block
from rashomon.records.reading import Paragraph, Sentence, Tokens, Words
from rashomon.records.span import Span

TEXT = "One two. Three four.\nFive six."


def words() -> Words:
    tokens = Tokens(
        starts=[0, 4, 7, 9, 15, 19, 21, 26, 29],
        ends=[3, 7, 8, 14, 19, 20, 25, 29, 30],
        words=["One", "two", ".", "Three", "four", ".", "Five", "six", "."],
    )
    sentences = (Sentence(0, 8, 0, 3, 0), Sentence(9, 20, 3, 6, 0), Sentence(21, 30, 6, 9, 1))
    paragraphs = (Paragraph(0, 20, "body", 0, 2), Paragraph(21, 30, "subhead", 2, 3))
    return Words(Article("a", "x", TEXT, (Block(0, 30, "body"),)), paragraphs, sentences, tokens)


def test_tokens_within_a_stretch() -> None:
    tokens = words().tokens
    assert list(tokens.within(4, 20)) == [1, 2, 3, 4, 5]
    assert list(tokens.within(5, 8)) == [2]
    assert list(tokens.within(8, 9)) == []
    assert tokens.span(3, 6) == Span(9, 20)


def test_token_at_an_offset() -> None:
    tokens = words().tokens
    assert tokens.at(0) == 0
    assert tokens.at(3) == 1
    assert tokens.at(9) == 3
    assert tokens.at(30) == len(tokens)


def test_sentence_paragraph_and_kind_at_an_offset() -> None:
    w = words()
    assert w.sentence_at(10) == w.sentences[1]
    assert w.sentence_at(8) is None
    assert w.sentence_at(99) is None
    assert w.paragraph_of(w.sentences[2]) == w.paragraphs[1]
    assert w.kind_at(22) == "subhead"
    assert w.kind_at(20) is None
