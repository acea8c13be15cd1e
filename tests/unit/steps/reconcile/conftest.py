"""Small own-written stories for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Story
from rashomon.records.findings import Actor, Form
from rashomon.records.marks import Marks, Mention, QuoteMark
from rashomon.records.span import Cite, Span
from rashomon.steps.annotate.acts import find_acts
from rashomon.steps.annotate.words import split_words
from rashomon.steps.reconcile.cast import Cast

Report: TypeAlias = "tuple[str, Sequence[dict[str, Any]]]"
"""A text and its quotations: `pieces`, and any of `speaker` (words behind them), `kind`, fields of the mark."""


def find(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def build(reports: Sequence[Report], people: Sequence[tuple[str, str]] = (), **fields: Any) -> tuple[Story, Cast]:
    """A story of these reports (ids a, b, c …) and the cast of `people`: (name, type), found by their last word."""
    articles, marks, of = [], [], {}
    cites: dict[str, list[Cite]] = {name: [] for name, _ in people}
    for letter, (text, said) in zip("abcdefghijklmnop", reports, strict=False):
        article = Article(letter, f"{letter}.txt", text, (Block(0, len(text), "body"),), language="en", **fields)
        found = Marks(split_words(article))
        found.quotes = tuple(_mark(text, s) for s in said)
        articles.append(article)
        marks.append(found)
        for name, _ in people:
            at = text.find(name.split()[-1])
            while at >= 0:
                span = Span(at, at + len(name.split()[-1]))
                of[letter, span] = name
                cites[name].append(Cite(letter, *span))
                at = text.find(name.split()[-1], at + 1)
    actors = [
        Actor(name, name, kind, (Form(name, tuple(cites[name]) or (Cite("a", 0, 1),)),))  # type: ignore[arg-type]
        for name, kind in people
    ]
    return Story(tuple(articles), tuple(marks)), Cast(tuple(actors), of)


def _mark(text: str, said: dict[str, Any]) -> QuoteMark:
    fields = {"kind": "direct", "confidence": 0.8, **said}
    pieces, words = fields.pop("pieces"), fields.pop("speaker", None)
    content = tuple(find(text, piece) for piece in ([pieces] if isinstance(pieces, str) else pieces))
    behind = text.find(words, content[-1].end) if words else -1
    speaker = find(text, words, max(behind, 0)) if words else None
    clause = fields.pop("clause", None)
    return QuoteMark(content=content, speaker=speaker, clause=find(text, clause) if clause else None, **fields)


@pytest.fixture
def make_story() -> Callable[..., tuple[Story, Cast]]:
    return build


People = Sequence[tuple[str, str, Sequence[str]]]
"""Name, type and further spellings of each actor."""


def tell(
    reports: dict[str, str], people: People, quotes: dict[str, Sequence[dict[str, Any]]] | None = None, **fields: Any
) -> tuple[Story, Cast]:
    """A story of one body block per report, its acts found, with mentions and a cast for the names in `people`."""
    articles, marks = [], []
    of: dict[tuple[str, Span], str] = {}
    spelt: dict[str, list[Form]] = {name: [] for name, _, _ in people}
    for key, text in reports.items():
        article = Article(key, f"{key}.txt", text, (Block(0, len(text), "body"),), language="en", **fields)
        found = Marks(split_words(article))
        found.quotes = tuple(_mark(text, s) for s in (quotes or {}).get(key, ()))
        mentions = []
        forms = sorted(
            ((form, n) for n, (name, _, more) in enumerate(people) for form in (name, *more)), key=lambda f: -len(f[0])
        )
        taken: list[Span] = []
        for form, n in forms:
            at = text.find(form)
            while at >= 0:
                span = Span(at, at + len(form))
                if not any(span.overlaps(t) for t in taken) and not text[span.end : span.end + 1].isalpha():
                    name, kind, _ = people[n]
                    taken.append(span)
                    of[key, span] = name
                    spelt[name].append(Form(form, (Cite(key, *span),)))
                    mentions.append(Mention(span, kind, name))  # type: ignore[arg-type]
                at = text.find(form, at + 1)
        found.mentions = tuple(sorted(mentions, key=lambda m: m.span))
        found.acts = find_acts(found)
        articles.append(article)
        marks.append(found)
    actors = tuple(
        Actor(name, name, kind, tuple(spelt[name]) or (Form(name, (Cite(next(iter(reports)), 0, 1),)),))  # type: ignore[arg-type]
        for name, kind, _ in people
    )
    return Story(tuple(articles), tuple(marks)), Cast(actors, of)


@pytest.fixture
def told() -> Callable[..., tuple[Story, Cast]]:
    """Builds a story whose acts are really found and whose actors are given."""
    return tell
