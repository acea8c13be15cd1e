"""Turns pairs of passages into checks: pairs of the same two values are one check with a side for each value.

Decides which pairs are one question and how it is put; which pairs there are has been decided before.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rashomon.records.dossier import Story
from rashomon.records.findings import CheckKind, Side
from rashomon.records.span import Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.checks.dated import Dated
from rashomon.steps.reconcile.figures.about import describe
from rashomon.steps.reconcile.figures.entries import Entry

Told = TypeVar("Told", Entry, Dated)
LONGEST = 240
"""Characters of a sentence that a side says."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A check without its number; `weight`: that of its heaviest pair."""

    weight: float
    kind: CheckKind
    note: str
    sides: tuple[Side, ...]


def number_drafts(story: Story, cast: Cast, pairs: Sequence[tuple[float, Entry, Entry]]) -> list[Draft]:
    """One check for all pairs of the same two values of one kind."""
    ordered = [(weight, a, b) if a.base < b.base else (weight, b, a) for weight, a, b in pairs]
    groups = _grouped(ordered, lambda low, high: (low.dimension, low.base, high.base, _about(low, high)))
    actors = {actor.id: actor for actor in cast.actors}
    drafts = []
    for weight, *sides in groups:
        members = [e for side in sides for e in side]
        about = describe(story, members, actors) if _one_kind(members) else "a number"
        values = " or ".join(f"“{side[0].wording}”" for side in sides)
        spans = [[(e.article, e.sentence, e.measure.span) for e in side] for side in sides]
        note = f"{about[:1].upper()}{about[1:]}: {values}?"
        drafts.append(Draft(weight, "figure", note, tuple(_side(story, s) for s in spans)))
    return drafts


def day_drafts(story: Story, pairs: Sequence[tuple[float, Dated, Dated]]) -> list[Draft]:
    """One check for all pairs of the same two times."""
    ordered = [(weight, a, b) if a.first < b.first else (weight, b, a) for weight, a, b in pairs]
    drafts = []
    for weight, *sides in _grouped(ordered, lambda early, late: (early.precision, early.first, late.first)):
        members = [t for side in sides for t in side]
        values = " or ".join(f"“{side[0].wording}”" for side in sides)
        spans = [[(t.article, t.sentence, t.span) for t in side] for side in sides]
        what = "A day" if members[0].precision == "day" else "A month or year"
        verbs = {t.verb for t in members}
        doing = f" ({verbs.pop()})" if len(verbs) == 1 and verbs != {""} else ""
        drafts.append(Draft(weight, "time", f"{what}{doing}: {values}?", tuple(_side(story, s) for s in spans)))
    return drafts


def _grouped(
    pairs: Sequence[tuple[float, Told, Told]], key: Callable[[Told, Told], Hashable]
) -> list[tuple[float, list[Told], list[Told]]]:
    """Pairs of one key together, with the weight of the first; each member once."""
    groups: dict[Hashable, tuple[float, list[Told], list[Told]]] = {}
    for weight, one, other in pairs:
        _, first, second = groups.setdefault(key(one, other), (weight, [], []))
        for side, told in ((first, one), (second, other)):
            if told not in side:
                side.append(told)
    return list(groups.values())


def _about(low: Entry, high: Entry) -> tuple[str, ...]:
    """What two readings are told of: what both roles or classes say, else the nouns themselves."""
    shared = low.role.told & high.role.told or low.role.counts & high.role.counts
    return tuple(sorted(shared or {(e.measure.counted or "").lower() for e in (low, high)}))


def _one_kind(members: list[Entry]) -> bool:
    """True when all count one class of things, or the same is told of all."""
    first = members[0]
    return all(e.role.counts & first.role.counts or e.role.told & first.role.told for e in members)


def _side(story: Story, told: list[tuple[int, int, Span]]) -> Side:
    """These values, by report, sentence and characters; the side says the first sentence, or what is around the value.

    A sentence cut within a value is cited to the end of it.
    """
    spans = []
    for n, k, value in told:
        sentence = story.marks[n].words.sentences[k].span
        spans.append((n, Span(min(sentence.start, value.start), max(sentence.end, value.end)), value))
    article, first, value = spans[0]
    return Side(
        clip(story.articles[article].text, first, value),
        None,
        tuple(sorted({cite(story.articles[n].id, s) for n, s, _ in spans})),
        tuple(sorted({cite(story.articles[n].id, v) for n, _, v in spans})),
    )


def clip(text: str, sentence: Span, value: Span) -> str:
    """A sentence of `text`, white space made single; of a long one what stands around `value`, cut at words."""
    whole = " ".join(sentence.of(text).split())
    if len(whole) <= LONGEST:
        return whole
    at = len(" ".join((text[sentence.start : value.start] + "x").split())) - 1
    stop = at + len(" ".join(value.of(text).split()))
    start = 0 if stop <= LONGEST * 5 // 6 else whole.rfind(" ", 0, max(1, at - LONGEST // 2)) + 1
    end = len(whole) if len(whole) - start <= LONGEST else max(stop, whole.rfind(" ", start, start + LONGEST))
    return f"{'… ' if start else ''}{whole[start:end]}{' …' if end < len(whole) else ''}"
