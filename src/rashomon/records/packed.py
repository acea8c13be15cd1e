"""Articles and marks as compressed bytes, to the letter: `unpack(pack(x)) == x`.

JSON under zlib, so that a file stays readable with any tool and can run no code. What the text already says is not
written again: a token's word is the text between its two positions, its lemma mostly the word in lower case. Data that
was not written by `pack_…` raises ValueError.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import accumulate, islice, starmap
from typing import Any, TypeVar

from rashomon.records.article import Article, Block, Page
from rashomon.records.marks import Act, Marks, Measure, Mention, QuoteMark, TimeMark
from rashomon.records.reading import Paragraph, Sentence, Tokens, Words
from rashomon.records.span import Span

FORMAT = 1
"""Version of the shapes below; data of another one is refused, never guessed at."""
LEVEL = 6

Fields = list[tuple[str, str]]
"""Names of a record's fields with their shapes: `span`, `spans`, `tuple`, `steps` for growing numbers, or nothing."""
T = TypeVar("T")

_SHAPES = {"Span": "span", "Span | None": "span", "tuple[Span, ...]": "spans"}
_GROWING = {"start", "end", "first", "stop", "paragraph"}


def _fields(kind: type[Any], growing: frozenset[str] | set[str] = frozenset()) -> Fields:
    """The fields of a record as it is now: what is added to one is packed as well."""
    return [
        (f.name, "steps" if f.name in growing else _SHAPES.get(str(f.type), "tuple" * str(f.type).startswith("tuple")))
        for f in fields(kind)
    ]


_PARAGRAPH = _fields(Paragraph, _GROWING)
_SENTENCE = _fields(Sentence, _GROWING)
_KINDS: dict[str, type[Any]] = {
    "mentions": Mention,
    "times": TimeMark,
    "measures": Measure,
    "quotes": QuoteMark,
    "acts": Act,
}
_FIELDS: dict[str, tuple[type[Any], Fields]] = {name: (kind, _fields(kind)) for name, kind in _KINDS.items()}


@contextmanager
def _shaped() -> Iterator[None]:
    """Makes one ValueError of all that records raise over data of another shape."""
    try:
        yield
    except (TypeError, KeyError, IndexError, AttributeError) as problem:
        raise ValueError(f"damaged data: {problem}") from problem


def pack(data: Any) -> bytes:
    """JSON-ready data as bytes."""
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), LEVEL)


def unpack(data: bytes) -> Any:
    """What `pack` was given; raises ValueError for other bytes."""
    try:
        return json.loads(zlib.decompress(data))
    except (zlib.error, RecursionError) as problem:
        raise ValueError(f"damaged data: {problem}") from problem


def pack_text(text: str) -> bytes:
    """A text as bytes; raises ValueError (UnicodeEncodeError) for half a surrogate pair."""
    return zlib.compress(text.encode(), LEVEL)


def unpack_text(data: bytes) -> str:
    """The text `pack_text` was given."""
    try:
        return zlib.decompress(data).decode()
    except zlib.error as problem:
        raise ValueError(f"damaged data: {problem}") from problem


def pack_article(article: Article) -> bytes:
    """All of an article but its text."""
    return pack([FORMAT, _plain(article, ("text", "blocks")), _blocks(article.blocks)])


def unpack_article(data: bytes, text: str) -> Article:
    """The article `pack_article` was given, over its text; ValueError for other bytes."""
    plain, blocks = _opened(data, 2)
    with _shaped():
        return Article(text=text, blocks=tuple(Block(*block) for block in blocks), **_tuples(Article, plain))


def pack_page(page: Page) -> bytes:
    """All of a page but its text."""
    return pack([FORMAT, _plain(page, ("text", "hints")), _blocks(page.hints)])


def unpack_page(data: bytes, text: str) -> Page:
    """The page `pack_page` was given, over its text; ValueError for other bytes."""
    plain, hints = _opened(data, 2)
    with _shaped():
        return Page(text=text, hints=tuple(Block(*hint) for hint in hints), **_tuples(Page, plain))


def pack_marks(marks: Marks) -> bytes:
    """All of an article's marks; the article itself is not in them."""
    words = marks.words
    paragraphs = _columns(words.paragraphs, _PARAGRAPH)
    sentences = _columns(words.sentences, _SENTENCE)
    found = {name: _columns(getattr(marks, name), row) for name, (_, row) in _FIELDS.items()}
    return pack([FORMAT, paragraphs, sentences, _tokens(words.tokens, words.text), found])


def unpack_marks(data: bytes, article: Article) -> Marks:
    """The marks `pack_marks` was given, over their article; ValueError for other bytes."""
    paragraphs, sentences, tokens, found = _opened(data, 4)
    with _shaped():
        words = Words(
            article,
            _records(Paragraph, paragraphs, _PARAGRAPH),
            _records(Sentence, sentences, _SENTENCE),
            _opened_tokens(tokens, article.text),
        )
        return Marks(words, **{name: _records(kind, found[name], row) for name, (kind, row) in _FIELDS.items()})


def _opened(data: bytes, parts: int) -> list[Any]:
    rows = unpack(data)
    if not isinstance(rows, list) or len(rows) != parts + 1 or rows[0] != FORMAT:
        raise ValueError("the data was written in another format")
    return rows[1:]


def _plain(record: Any, without: tuple[str, ...]) -> dict[str, Any]:
    return {f.name: getattr(record, f.name) for f in fields(record) if f.name not in without}


def _tuples(kind: type[Any], plain: dict[str, Any]) -> dict[str, Any]:
    """The fields with lists as tuples where the record has tuples; one the record no longer has is left out."""
    shapes = dict(_fields(kind))
    return {name: tuple(value) if shapes[name] == "tuple" else value for name, value in plain.items() if name in shapes}


def _blocks(blocks: tuple[Block, ...]) -> list[list[Any]]:
    return [[b.start, b.end, b.kind, b.reason] for b in blocks]


def _columns(records: Sequence[Any], row: Fields) -> list[Any]:
    """Records field by field: equal things side by side take less room. Spans as steps from the one before."""
    columns: list[Any] = [len(records)]
    for name, shape in row:
        values = [getattr(record, name) for record in records]
        if shape == "steps":
            columns.append(_steps(values))
        elif shape == "span":
            columns.append(_spans(values))
        elif shape == "spans":
            columns.append([[len(value) for value in values], _spans([span for value in values for span in value])])
        else:
            columns.append(values)
    return columns


def _records(kind: type[T], columns: list[Any], row: Fields) -> tuple[T, ...]:
    count, *columns = columns
    lists: list[Iterable[Any]] = []
    for (_, shape), column in zip(row, columns, strict=True):
        if shape == "steps":
            lists.append(accumulate(column))
        elif shape == "span":
            lists.append(_opened_spans(column))
        elif shape == "spans":
            spans = iter(_opened_spans(column[1]))
            lists.append([tuple(islice(spans, length)) for length in column[0]])
        elif shape == "tuple":
            lists.append(tuple(value) for value in column)
        else:
            lists.append(column)
    records = tuple(starmap(kind, zip(*lists, strict=True)))
    if len(records) != count:
        raise ValueError("damaged data: columns of unequal length")
    return records


def _steps(values: list[int]) -> list[int]:
    return [b - a for a, b in zip([0, *values], values, strict=False)]


def _spans(spans: list[Any]) -> list[Any]:
    """Which are there, the steps between their starts, their lengths."""
    given = [span for span in spans if span is not None]
    missing = [n for n, span in enumerate(spans) if span is None]
    return [len(spans), missing, _steps([start for start, _ in given]), [end - start for start, end in given]]


def _opened_spans(column: list[Any]) -> list[Span | None]:
    count, missing, steps, lengths = column
    starts = accumulate(steps)
    given = (Span(start, start + length) for start, length in zip(starts, lengths, strict=True))
    if not missing:
        return list(given)
    holes = set(missing)
    return [None if n in holes else next(given) for n in range(count)]


def _tokens(tokens: Tokens, text: str) -> list[Any]:
    """Gaps and lengths, tags by number, and only those words and lemmas that the text does not tell."""
    starts, ends = tokens.starts, tokens.ends
    gaps = [start - end for start, end in zip(starts, [0, *ends], strict=False)]
    lengths = [end - start for start, end in zip(starts, ends, strict=True)]
    names = sorted(set(tokens.tags))
    number = {name: n for n, name in enumerate(names)}
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    odd_words = [n for n, (word, own) in enumerate(zip(words, tokens.words, strict=True)) if word != own]
    lemmas = [word.lower() for word in tokens.words]
    odd_lemmas = [n for n, (lemma, own) in enumerate(zip(lemmas, tokens.lemmas, strict=True)) if lemma != own]
    return [
        gaps,
        lengths,
        names,
        [number[tag] for tag in tokens.tags],
        [_steps(odd_words), [tokens.words[n] for n in odd_words]],
        [_steps(odd_lemmas), [tokens.lemmas[n] for n in odd_lemmas]],
    ]


def _opened_tokens(data: list[Any], text: str) -> Tokens:
    gaps, lengths, names, tags, odd_words, odd_lemmas = data
    starts, ends, last = [], [], 0
    for gap, length in zip(gaps, lengths, strict=True):
        starts.append(last + gap)
        last += gap + length
        ends.append(last)
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    for n, word in zip(accumulate(odd_words[0]), odd_words[1], strict=True):
        words[n] = word
    lemmas = [word.lower() for word in words]
    for n, lemma in zip(accumulate(odd_lemmas[0]), odd_lemmas[1], strict=True):
        lemmas[n] = lemma
    return Tokens(starts, ends, words, [names[tag] for tag in tags], lemmas)
