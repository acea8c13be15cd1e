"""What holds for any text and any records: nothing is lost, nothing depends on the order of asking."""

from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import packed
from rashomon.records.article import Article, Block, Page, digest
from rashomon.records.codec import number
from rashomon.records.decisions import Decided, fingerprint
from rashomon.records.marks import Act, Marks, Measure, Mention, QuoteMark, TimeMark
from rashomon.records.reading import Paragraph, Sentence, Tokens, Words
from rashomon.records.span import Cite, Span, cite

TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
SPAN = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: Span(*p))
MAYBE = st.none() | SPAN
WORD = st.text(st.characters(codec="utf-8"), max_size=8)
MENTION = st.builds(Mention, SPAN, st.sampled_from(["person", "place"]), WORD, label=MAYBE)
QUOTE = st.builds(
    QuoteMark,
    st.sampled_from(["direct", "mixed"]),
    st.lists(SPAN, max_size=3).map(tuple),
    speaker=MAYBE,
    through=st.lists(SPAN, max_size=2).map(tuple),
    clause=MAYBE,
    confidence=st.floats(0, 1),
)
TIME = st.builds(TimeMark, SPAN, st.just("DATE"), WORD, earliest=st.none() | WORD, event=MAYBE)
MEASURE = st.builds(Measure, SPAN, st.floats(allow_nan=False, allow_infinity=False), st.just(None), st.just(None))
ACT = st.builds(Act, SPAN, WORD, actor=MAYBE, object=MAYBE, holder=MAYBE)


@given(
    st.lists(MENTION, max_size=4), st.lists(QUOTE, max_size=4), st.lists(TIME, max_size=3), st.lists(ACT, max_size=3)
)
@settings(max_examples=40, deadline=None)
def test_marks_come_back_whatever_they_are(
    mentions: list[Mention], quotes: list[QuoteMark], times: list[TimeMark], acts: list[Act]
) -> None:
    article = Article("a", "a.txt", "x" * 40, (Block(0, 40, "body"),))
    marks = Marks(Words(article, (), (), Tokens()), tuple(mentions), tuple(times), (), tuple(quotes), tuple(acts))
    assert packed.unpack_marks(packed.pack_marks(marks), article) == marks


@given(st.lists(MEASURE, max_size=4))
@settings(max_examples=50, deadline=None)
def test_figures_come_back_to_the_last_digit(measures: list[Measure]) -> None:
    article = Article("a", "a.txt", "", ())
    marks = Marks(Words(article, (), (), Tokens()), measures=tuple(measures))
    assert packed.unpack_marks(packed.pack_marks(marks), article) == marks


@given(TEXT, st.lists(WORD, max_size=3), st.none() | WORD)
@settings(max_examples=40, deadline=None)
def test_reports_come_back_whatever_their_letters(text: str, authors: list[str], outlet: str | None) -> None:
    article = Article("a", "a.txt", text, (Block(0, len(text), "body"),), authors=tuple(authors), outlet=outlet)
    page = Page("a.txt", text, authors=tuple(authors), outlet=outlet, hints=article.blocks)
    assert packed.unpack_text(packed.pack_text(text)) == text
    assert packed.unpack_article(packed.pack_article(article), text) == article
    assert packed.unpack_page(packed.pack_page(page), text) == page


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=20,
)


@given(st.lists(JSON, max_size=4))
@settings(max_examples=60, deadline=None)
def test_foreign_data_raises_a_value_error_or_nothing(parts: list[object]) -> None:
    data = zlib.compress(json.dumps([packed.FORMAT, *parts]).encode())
    article = Article("a", "a.txt", "abc", ())
    for unpack in (packed.unpack_marks, packed.unpack_article, packed.unpack_page):
        try:
            unpack(data, article if unpack is packed.unpack_marks else "abc")  # type: ignore[operator]
        except ValueError:
            continue


@given(st.binary(max_size=40))
def test_foreign_bytes_raise_a_value_error(data: bytes) -> None:
    for unpack in (packed.unpack, packed.unpack_text):
        with pytest.raises(ValueError):
            unpack(data)


@given(SPAN, SPAN)
def test_two_stretches_share_a_character_or_do_not(one: Span, other: Span) -> None:
    here, there = set(range(*one)), set(range(*other))
    if here and there:
        assert one.overlaps(other) is bool(here & there)
        assert one.covers(other) is (there <= here)
    assert one.overlaps(other) is other.overlaps(one)


@given(st.text(max_size=30), st.integers(0, 30), st.integers(1, 30))
def test_a_cite_and_its_span_name_the_same_characters(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    assert cite("a", span).span == span
    assert span.of(text) == text[start : start + length]


@st.composite
def read(draw: st.DrawFn) -> Words:
    """Words of one letter with gaps, in sentences and paragraphs."""
    gaps = draw(st.lists(st.integers(0, 2), min_size=1, max_size=20))
    starts, at = [], 0
    for gap in gaps:
        starts.append(at + gap)
        at += gap + 1
    cuts = sorted(draw(st.sets(st.integers(1, len(gaps)), max_size=4)) | {len(gaps)})
    sentences, first = [], 0
    for cut in cuts:
        sentences.append(Sentence(starts[first], starts[cut - 1] + 1, first, cut, len(sentences)))
        first = cut
    paragraphs = tuple(Paragraph(s.start, s.end, "body", n, n + 1) for n, s in enumerate(sentences))
    tokens = Tokens(starts, [s + 1 for s in starts], ["x"] * len(starts), ["NN"] * len(starts), ["x"] * len(starts))
    return Words(Article("a", "a.txt", "x" * at, ()), paragraphs, tuple(sentences), tokens)


@given(read(), st.integers(-1, 70), st.integers(-1, 70))
@settings(max_examples=60, deadline=None)
def test_looking_up_a_place_finds_what_covers_it(words: Words, start: int, end: int) -> None:
    tokens = words.tokens
    inside = [n for n in range(len(tokens)) if start <= tokens.starts[n] and tokens.ends[n] <= end]
    assert list(tokens.within(start, end)) == inside
    assert tokens.at(start) == next((n for n in range(len(tokens)) if tokens.ends[n] > start), len(tokens))
    covering = [s for s in words.sentences if s.start <= start < s.end]
    assert words.sentence_at(start) == (covering[0] if covering else None)
    assert words.kind_at(start) == ("body" if covering else None)
    for sentence in words.sentences:
        assert words.paragraph_of(sentence).span == sentence.span == tokens.span(sentence.first, sentence.stop)


@given(st.floats(allow_nan=False) | st.integers(-(10**18), 10**18))
def test_a_number_keeps_its_value(value: float) -> None:
    assert number(value) == value
    assert str(number(value)) == "0" or not str(number(value)).endswith(".0") or abs(value) >= 1e15


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_settled_pair_is_settled_both_ways_and_for_one_kind(one: str, other: str) -> None:
    decided = Decided(settled=frozenset({fingerprint("figure", one, other)}))
    assert decided.settles("figure", [one], [other])
    assert decided.settles("figure", [other], [one])
    assert not decided.settles("time", [one], [other])
    assert not decided.settles("figure", [], [other])


@given(st.text(max_size=12), st.text(max_size=12))
def test_texts_have_one_digest_only_when_equal(one: str, other: str) -> None:
    assert (digest(one) == digest(other)) is (one == other)


@pytest.mark.parametrize("text", ["", "\ud800", "é", "e\u0301", "\x00"])
def test_every_text_has_a_digest_of_64_digits(text: str) -> None:
    assert len(digest(text)) == 64
    assert int(digest(text), 16) >= 0


def test_a_given_digest_is_not_worked_out_again() -> None:
    assert Article("a", "a.txt", "text", (), sha256="00").sha256 == "00"


@pytest.mark.parametrize("bad", [-1, 0, 3])
def test_a_cite_before_or_without_its_characters_is_refused(bad: int) -> None:
    with pytest.raises(ValueError, match=rf"got 3\.\.{bad} in 'a'"):
        Cite("a", 3, bad)
