"""A check in place of those that rules find: tests of what becomes of checks must not hang on weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rashomon.records.dossier import Story
from rashomon.records.findings import Check, Side
from rashomon.records.span import cite
from rashomon.steps.reconcile.figures.entries import Entry


def first_numbers(story: Story, cast: object, entries: Sequence[Entry], *told: Any) -> tuple[Check, ...]:
    """In place of `find_checks`: one check on the first number in the text of two reports, where these differ."""
    firsts = {e.article: e for e in reversed(entries) if e.measure.place == "body"}
    pair = [firsts[n] for n in sorted(firsts)][:2]
    if len({e.base for e in pair}) < 2:
        return ()
    note = " or ".join(f"“{e.wording}”" for e in pair) + "?"
    return (Check("k1", "figure", note, tuple(_side(story, e) for e in pair)),)


def _side(story: Story, e: Entry) -> Side:
    span = story.marks[e.article].words.sentences[e.sentence].span
    article = story.articles[e.article]
    return Side(" ".join(span.of(article.text).split()), None, (cite(article.id, span),), (e.reading.cite,))
