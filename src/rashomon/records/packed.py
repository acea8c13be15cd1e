"""Articles and marks as compressed bytes, to the letter: `unpack(pack(x)) == x`.

JSON under zlib, so that a file stays readable with any tool and can run no code. What the text already says is not
written again: a token's word is the text between its two positions, its lemma mostly the word in lower case. Data that
was not written by `pack_…` raises ValueError.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

from rashomon.records.article import Article, Block, Page
from rashomon.records.marks import Act, Marks, Measure, Mention, QuoteMark, TimeMark
from rashomon.records.reading import Paragraph, Sentence, Tokens, Words
from rashomon.records.span import Span

FORMAT = 1
"""Version of the shapes below; data of another one is refused, never guessed at."""
LEVEL = 6

_SHAPES: dict[str, tuple[type[Any], str]] = {
    "mentions": (Mention, "span:1 type name form label:1 gender"),
    "times": (TimeMark, "span:1 type value earliest latest mod anchor place"),
    "measures": (Measure, "span:1 value low high unit modifier counted object:1 holder:1 place"),
    "quotes": (
        QuoteMark,
        "kind content:2 speaker:1 speaker_name cue:1 through:2 channel addressee:1 status when confidence clause:1 "
        "place",
    ),
    "acts": (Act, "clause:1 verb sense actor:1 object:1 holder:1 polarity mode place"),
}
_FIELDS = {
    name: (kind, [(f.split(":")[0], f.partition(":")[2]) for f in fields.split()])
    for name, (kind, fields) in _SHAPES.items()
}


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
    """The article `pack_article` was given, over its text."""
    fields, blocks = _opened(data, 2)
    return Article(text=text, blocks=tuple(Block(*block) for block in blocks), **_tuples(fields, "authors", "sources"))


def pack_page(page: Page) -> bytes:
    """All of a page but its text."""
    return pack([FORMAT, _plain(page, ("text", "hints")), _blocks(page.hints)])


def unpack_page(data: bytes, text: str) -> Page:
    """The page `pack_page` was given, over its text."""
    fields, hints = _opened(data, 2)
    return Page(text=text, hints=tuple(Block(*hint) for hint in hints), **_tuples(fields, "authors", "sources"))


def pack_marks(marks: Marks) -> bytes:
    """All of an article's marks; the article itself is not in them."""
    words = marks.words
    found = {
        name: [[getattr(mark, field) for field, _ in fields] for mark in getattr(marks, name)]
        for name, (_, fields) in _FIELDS.items()
    }
    paragraphs = [[p.start, p.end, p.kind, p.first, p.stop] for p in words.paragraphs]
    sentences = [[s.start, s.end, s.first, s.stop, s.paragraph] for s in words.sentences]
    return pack([FORMAT, paragraphs, sentences, _tokens(words.tokens, words.text), found])


def unpack_marks(data: bytes, article: Article) -> Marks:
    """The marks `pack_marks` was given, over their article."""
    paragraphs, sentences, tokens, found = _opened(data, 4)
    words = Words(
        article,
        tuple(Paragraph(*row) for row in paragraphs),
        tuple(Sentence(*row) for row in sentences),
        _opened_tokens(tokens, article.text),
    )
    return Marks(words, **{name: tuple(_mark(name, row) for row in found[name]) for name in _FIELDS})


def _opened(data: bytes, parts: int) -> list[Any]:
    rows = unpack(data)
    if not isinstance(rows, list) or len(rows) != parts + 1 or rows[0] != FORMAT:
        raise ValueError("the data was written in another format")
    return rows[1:]


def _plain(record: Any, without: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__ if name not in without}


def _tuples(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {**fields, **{name: tuple(fields[name]) for name in names}}


def _blocks(blocks: tuple[Block, ...]) -> list[list[Any]]:
    return [[b.start, b.end, b.kind, b.reason] for b in blocks]


def _mark(name: str, row: list[Any]) -> Any:
    kind, fields = _FIELDS[name]
    values = []
    for (_, shape), value in zip(fields, row, strict=True):
        if shape == "1" and value is not None:
            value = Span(*value)
        elif shape == "2":
            value = tuple(Span(*pair) for pair in value)
        values.append(value)
    return kind(*values)


def _tokens(tokens: Tokens, text: str) -> list[Any]:
    """Gaps and lengths, tags by number, and only those words and lemmas that the text does not tell."""
    gaps, lengths, last = [], [], 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        gaps.append(start - last)
        lengths.append(end - start)
        last = end
    names = sorted(set(tokens.tags))
    number = {name: n for n, name in enumerate(names)}
    odd_words, odd_lemmas = {}, {}
    for n, (start, end, word, lemma) in enumerate(
        zip(tokens.starts, tokens.ends, tokens.words, tokens.lemmas, strict=True)
    ):
        if word != text[start:end]:
            odd_words[n] = word
        if lemma != word.lower():
            odd_lemmas[n] = lemma
    return [
        gaps,
        lengths,
        names,
        [number[tag] for tag in tokens.tags],
        list(odd_words.items()),
        list(odd_lemmas.items()),
    ]


def _opened_tokens(data: list[Any], text: str) -> Tokens:
    gaps, lengths, names, tags, odd_words, odd_lemmas = data
    starts, ends, last = [], [], 0
    for gap, length in zip(gaps, lengths, strict=True):
        starts.append(last + gap)
        last += gap + length
        ends.append(last)
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    for n, word in odd_words:
        words[n] = word
    lemmas = [word.lower() for word in words]
    for n, lemma in odd_lemmas:
        lemmas[n] = lemma
    return Tokens(starts, ends, words, [names[tag] for tag in tags], lemmas)
