"""Runs the quotation rules on a text, with names given by hand so that tests do not hang on the name layer."""

from __future__ import annotations

import re

from rashomon.records.article import Article, Block, BlockKind
from rashomon.records.marks import Mention, QuoteMark, TimeMark
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes import find_quotes
from rashomon.steps.annotate.words import split_words

GENDERS = {"f": "f", "m": "m"}


def article(text: str, kinds: dict[int, BlockKind] | None = None) -> Article:
    """`text` as an article; `kinds` gives the block kind of single lines, all others are body."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            blocks.append(Block(at, at + len(line), (kinds or {}).get(number, "body")))
        at += len(line) + 1
    return Article("a", "a", text, tuple(blocks), language="en")


def mentions(text: str, names: list[str]) -> tuple[Mention, ...]:
    """A mention for every place of every name; `Ana Ruiz/f` gives the gender, the surname counts as the name."""
    found: dict[int, Mention] = {}
    for entry in names:
        full, _, rest = entry.partition("/")
        gender, _, kind = rest.partition("/")
        forms = [full] if kind else [full, full.split()[-1]]
        for form in forms:
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                if any(m.span.start <= match.start() < m.span.end for m in found.values()):
                    continue
                found[match.start()] = Mention(
                    Span(*match.span()),
                    kind or "person",
                    full,
                    gender=gender if gender in ("f", "m") else "",  # type: ignore[arg-type]
                )
    return tuple(found[k] for k in sorted(found))


def read(
    text: str,
    *names: str,
    kinds: dict[int, BlockKind] | None = None,
    times: tuple[TimeMark, ...] = (),
    labels: tuple[Mention, ...] = (),
) -> tuple[QuoteMark, ...]:
    """The quotations of `text`."""
    words = split_words(article(text, kinds))
    return find_quotes(words, (*mentions(text, list(names)), *labels), times)


def said(text: str, mark: QuoteMark) -> list[str]:
    """The pieces of a quotation."""
    return [span.of(text) for span in mark.content]


def short(text: str, mark: QuoteMark) -> tuple[str, list[str], str | None, str | None]:
    """Kind, pieces, speaker words, speaker name."""
    return mark.kind, said(text, mark), mark.speaker.of(text) if mark.speaker else None, mark.speaker_name


def brief(
    text: str, *names: str, kinds: dict[int, BlockKind] | None = None
) -> list[tuple[str, list[str], str | None, str | None]]:
    """`short` of every quotation."""
    return [short(text, mark) for mark in read(text, *names, kinds=kinds)]
