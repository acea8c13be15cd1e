"""Turns pairs of passages into checks: pairs that share a value are one check with a side for each value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records.dossier import Story
from rashomon.records.findings import CheckKind, Side
from rashomon.records.span import cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.figures.about import describe
from rashomon.steps.reconcile.figures.entries import Entry

LONGEST = 240


@dataclass(frozen=True, slots=True)
class Draft:
    """A check without its number."""

    kind: CheckKind
    note: str
    sides: tuple[Side, ...]


def number_drafts(story: Story, cast: Cast, pairs: Sequence[tuple[float, Entry, Entry]]) -> list[Draft]:
    """One check for all pairs of the same two values of one kind, in the order of the heaviest pair."""
    groups: dict[tuple[str, float, float], dict[float, list[Entry]]] = {}
    for _, a, b in pairs:
        low, high = sorted((a, b), key=lambda e: e.base)
        group = groups.setdefault((low.dimension, low.base, high.base), {low.base: [], high.base: []})
        for e in (a, b):
            if e not in group[e.base]:
                group[e.base].append(e)
    actors = {actor.id: actor for actor in cast.actors}
    drafts = []
    for sides in groups.values():
        about = describe(story, [e for side in sides.values() for e in side], actors)
        values = " or ".join(f"“{side[0].wording}”" for side in sides.values())
        drafts.append(
            Draft(
                "figure", f"{about[:1].upper()}{about[1:]}: {values}?", tuple(_side(story, s) for s in sides.values())
            )
        )
    return drafts


def _side(story: Story, entries: list[Entry]) -> Side:
    """The sentences of `entries`; what the side says is the first of them, or its beginning."""
    spans = [(e.article, story.marks[e.article].words.sentences[e.sentence].span) for e in entries]
    article, span = spans[0]
    says = " ".join(span.of(story.articles[article].text).split())
    return Side(
        says if len(says) <= LONGEST else says[: LONGEST - 1].rstrip() + "…",
        None,
        tuple(sorted({cite(story.articles[n].id, s) for n, s in spans})),
    )
