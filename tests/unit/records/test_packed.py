"""Articles, pages and marks come out of their bytes as they went in; other bytes are refused."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from rashomon.records import packed
from rashomon.records.article import Article, Block, Page
from rashomon.records.marks import Marks, Mention, QuoteMark
from rashomon.records.reading import Paragraph, Sentence, Tokens, Words
from rashomon.records.span import Span
from rashomon.steps.annotate import annotate
from rashomon.steps.clean import clean
from rashomon.steps.read import read_path

FERRY = Path(__file__).parents[3] / "examples" / "ferry"
TEXT = "Élan said \x00 “safe”.\nHe didn't."
ARTICLE = Article("a1", "a.txt", TEXT, (Block(0, 19, "title", "first line"), Block(20, len(TEXT), "body")), "u", "Post")


@pytest.mark.parametrize("path", sorted(FERRY.glob("*.txt")), ids=lambda path: path.name)
def test_real_reports_come_back(path: Path) -> None:
    ((page,), _) = read_path(str(path))
    article = clean(page)
    marks = annotate(article)
    assert marks.mentions and marks.acts
    assert packed.unpack_page(packed.pack_page(page), page.text) == page
    assert packed.unpack_article(packed.pack_article(article), article.text) == article
    data = packed.pack_marks(marks)
    again = packed.unpack_marks(data, article)
    assert again == marks
    assert again.words.sentence_at(marks.words.sentences[1].start) == marks.words.sentences[1]
    assert {type(mention.span) for mention in again.mentions} == {Span}
    assert packed.pack_marks(again) == data


def test_every_field_comes_back() -> None:
    page = Page(
        "p", TEXT, "html", "i", "u", "o", "t", ("a", "b"), "2026", "metadata", "en", ("s",), ARTICLE.blocks, True
    )
    assert packed.unpack_page(packed.pack_page(page), TEXT) == page
    full = Article("i", "p", TEXT, ARTICLE.blocks, "u", "o", "t", ("a",), "2026", "story", "en", ("s",), False, True)
    assert packed.unpack_article(packed.pack_article(full), TEXT) == full
    assert packed.unpack_text(packed.pack_text(TEXT)) == TEXT


def test_words_that_are_not_their_text_come_back() -> None:
    tokens = Tokens(
        [0, 5, 24, 27],
        [4, 9, 27, 30],
        ["Elan", "said", "did", "not"],
        ["NN", "VB", "VB", "NN"],
        ["élan", "say", "do", "not"],
    )
    words = Words(ARTICLE, (Paragraph(0, 19, "title", 0, 1),), (Sentence(0, 19, 0, 4, 0),), tokens)
    assert packed.unpack_marks(packed.pack_marks(Marks(words)), ARTICLE) == Marks(words)


def test_empty_lists_and_missing_spans_come_back() -> None:
    words = Words(ARTICLE, (), (), Tokens())
    quote = QuoteMark("direct", (Span(3, 9), Span(1, 2)), through=(Span(0, 1),), confidence=0.1 + 0.2)
    silent = QuoteMark("indirect", (), speaker=Span(0, 0))
    marks = Marks(words, quotes=(quote, silent), mentions=(Mention(Span(9, 4), "person", "x", label=Span(0, 2)),))
    again = packed.unpack_marks(packed.pack_marks(marks), ARTICLE)
    assert again == marks
    assert again.quotes[0].confidence == 0.30000000000000004


def test_no_field_is_left_out() -> None:
    """Fields are read off the records; what has a list of its own here must be told when it grows."""
    assert [field.name for field in fields(Marks) if field.init] == ["words", *packed._FIELDS]
    assert [field.name for field in fields(Tokens)] == ["starts", "ends", "words", "tags", "lemmas"]
    assert [field.name for field in fields(Block)] == ["start", "end", "kind", "reason"]
    odd = {
        str(field.type)
        for kind in (*packed._KINDS.values(), Article, Page)
        for field in fields(kind)
        if "Span" in str(field.type) or "tuple" in str(field.type) or "[" in str(field.type)
    }
    assert {text for text in odd if not text.startswith("Literal")} <= {
        *packed._SHAPES,
        "tuple[str, ...]",
        "tuple[Block, ...]",
    }


@dataclass(frozen=True, slots=True)
class Odd:
    """A record with a field of each shape."""

    start: int
    span: Span
    maybe: Span | None
    pieces: tuple[Span, ...]
    names: tuple[str, ...]
    flag: bool = False


def test_every_shape_of_a_field() -> None:
    shapes = packed._fields(Odd, {"start"})
    assert [shape for _, shape in shapes] == ["steps", "span", "span", "spans", "tuple", ""]
    records = (
        Odd(5, Span(1, 2), None, (), ("a", "b")),
        Odd(3, Span(0, 9), Span(4, 4), (Span(1, 2), Span(0, 1)), (), True),
    )
    assert packed._records(Odd, json.loads(json.dumps(packed._columns(records, shapes))), shapes) == records


def test_a_field_a_record_no_longer_has_is_left_out() -> None:
    data = packed.unpack(packed.pack_article(ARTICLE))
    data[1]["mood"] = "grim"
    assert packed.unpack_article(packed.pack(data), TEXT) == ARTICLE


def squeezed(data: object) -> bytes:
    return zlib.compress(json.dumps(data).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not zlib",
        zlib.compress(b"not json"),
        zlib.compress(b"[" * 100_000),
        squeezed({}),
        squeezed([]),
        squeezed([2, [], [], [], {}]),
        squeezed([1, [], []]),
        squeezed(
            [1, [3, [1], [1], ["body"], [0], [0]], [0, [], [], [], [], []], [[], [], [], [], [[], []], [[], []]], {}]
        ),
    ],
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        packed.unpack_marks(data, ARTICLE)


@pytest.mark.parametrize(
    "data",
    [
        [1, {}, []],
        [1, [], []],
        [1, 3, 4],
        [1, {"id": "a", "path": "b"}, [[1]]],
        [1, {"id": "a", "path": "b"}, 5],
        [1, {"id": "a", "path": "b", "authors": 4}, []],
        [1, {"id": "a", "path": "b"}, [[0, 1, "body", "", "more"]]],
        ["1", {}, []],
        None,
        "abc",
    ],
)
def test_an_article_or_page_of_another_shape_is_refused(data: object) -> None:
    for unpack in (packed.unpack_article, packed.unpack_page):
        with pytest.raises(ValueError, match=r"damaged data|another format"):
            unpack(squeezed(data), TEXT)


def shape(change: object, *at: int) -> bytes:
    """The bytes of marks of one word in which the value at the place `at` is another one."""
    words = Words(
        ARTICLE,
        (Paragraph(0, 4, "title", 0, 1),),
        (Sentence(0, 4, 0, 1, 0),),
        Tokens([0], [4], ["Élan"], ["NN"], ["élan"]),
    )
    data = packed.unpack(packed.pack_marks(Marks(words)))
    spot = data
    for n in at[:-1]:
        spot = spot[n]
    spot[at[-1]] = change
    return squeezed(data)


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ([], (1,)),
        ([0, 1], (1, 1)),
        (9, (2, 0)),
        (None, (3,)),
        ([7], (3, 3)),
        ([[1], ["odd"]], (3, 4)),
        ([[5], ["odd"]], (3, 5)),
        ({}, (4,)),
        ([], (4,)),
    ],
)
def test_marks_of_another_shape_are_refused(change: object, at: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        packed.unpack_marks(shape(change, *at), ARTICLE)


def test_a_text_that_is_no_text_is_refused() -> None:
    with pytest.raises(ValueError, match="damaged data"):
        packed.unpack_text(b"no zlib")
    with pytest.raises(UnicodeEncodeError):
        packed.pack_text("\ud800")
