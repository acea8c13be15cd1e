"""Marks come out of their bytes as they went in, whatever is in them."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from rashomon.records.article import Article, Block, BlockKind, Page
from rashomon.records.marks import (
    Act,
    ActorType,
    Marks,
    Measure,
    Mention,
    MentionForm,
    Mode,
    Polarity,
    QuoteKind,
    QuoteMark,
    QuoteStatus,
    TimeMark,
    TimeType,
)
from rashomon.records.packed import pack_article, pack_marks, pack_page, unpack_article, unpack_marks, unpack_page
from rashomon.records.reading import Paragraph, Sentence, Tokens, Words
from rashomon.records.span import Span

NUMBERS = st.integers(0, 10**6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SPANS = st.builds(Span, NUMBERS, NUMBERS)
MAYBE = st.none() | SPANS
MAYBE_TEXT = st.none() | TEXTS
VALUES = st.floats(allow_nan=False) | st.integers(-(10**20), 10**20)
PLACES = st.sampled_from(get_args(BlockKind))


def one_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(kind))


MENTIONS = st.builds(
    Mention, SPANS, one_of(ActorType), TEXTS, one_of(MentionForm), MAYBE, st.sampled_from(["f", "m", ""])
)
TIMES = st.builds(TimeMark, SPANS, one_of(TimeType), TEXTS, MAYBE_TEXT, MAYBE_TEXT, MAYBE_TEXT, TEXTS, PLACES)
MEASURES = st.builds(
    Measure,
    SPANS,
    VALUES,
    st.none() | VALUES,
    st.none() | VALUES,
    MAYBE_TEXT,
    MAYBE_TEXT,
    MAYBE_TEXT,
    MAYBE,
    MAYBE,
    PLACES,
)
PIECES = st.lists(SPANS, max_size=3).map(tuple)
QUOTES = st.builds(
    QuoteMark,
    one_of(QuoteKind),
    PIECES,
    MAYBE,
    MAYBE_TEXT,
    MAYBE,
    PIECES,
    MAYBE_TEXT,
    MAYBE,
    one_of(QuoteStatus),
    MAYBE_TEXT,
    st.floats(0, 1),
    MAYBE,
    PLACES,
)
ACTS = st.builds(Act, SPANS, TEXTS, MAYBE_TEXT, MAYBE, MAYBE, MAYBE, one_of(Polarity), one_of(Mode), PLACES)
BLOCKS = st.lists(st.builds(Block, NUMBERS, NUMBERS, PLACES, TEXTS), max_size=4).map(tuple)
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
TOKEN = st.tuples(NUMBERS, NUMBERS, TEXTS, st.sampled_from(["NN", "VB", "''"]), TEXTS)


def several(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(of, max_size=4).map(tuple)


@st.composite
def marks(draw: st.DrawFn) -> Marks:
    article = Article("a1", "p", draw(TEXTS), ())
    rows = draw(st.lists(TOKEN, max_size=8))
    tokens = Tokens(*(list(column) for column in zip(*rows, strict=True))) if rows else Tokens()
    paragraphs = several(st.builds(Paragraph, NUMBERS, NUMBERS, PLACES, NUMBERS, NUMBERS))
    sentences = several(st.builds(Sentence, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS))
    words = Words(article, draw(paragraphs), draw(sentences), tokens)
    return Marks(words, *(draw(several(of)) for of in (MENTIONS, TIMES, MEASURES, QUOTES, ACTS)))


@given(marks())
def test_marks_come_back(given_marks: Marks) -> None:
    data = pack_marks(given_marks)
    again = unpack_marks(data, given_marks.words.article)
    assert again == given_marks
    assert repr(again) == repr(given_marks)  # 1 is not 1.0, a tuple no list
    assert pack_marks(again) == data


@given(TEXTS, BLOCKS, MAYBE_TEXT, LISTS, LISTS, st.booleans(), st.booleans())
def test_articles_and_pages_come_back(
    text: str, blocks: Any, field: str | None, some: Any, more: Any, flag: bool, other: bool
) -> None:
    article = Article("i", "p", text, blocks, field, field, field, some, field, "text", field, more, flag, other)
    assert repr(unpack_article(pack_article(article), text)) == repr(article)
    page = Page("p", text, "html", field, field, field, field, some, field, None, field, more, blocks, flag)
    assert repr(unpack_page(pack_page(page), text)) == repr(page)
