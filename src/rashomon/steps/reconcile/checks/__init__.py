"""What somebody should look at: passages that may contradict one another and are not sure enough to be a disagreement.

Verdict lines say only what can be shown; a changed number in quite different words is then passed over in silence.
A check is the line between: two passages that by everything around them seem to tell one thing, and give different
values. It says "perhaps". What a disagreement tells already is none, and the heaviest come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.records.dossier import Story
from rashomon.records.findings import Check, Disagreement, Figure
from rashomon.records.span import Cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.checks.dated import dated
from rashomon.steps.reconcile.checks.days import day_pairs
from rashomon.steps.reconcile.checks.drafts import Draft, day_drafts, number_drafts
from rashomon.steps.reconcile.checks.likeness import Likeness
from rashomon.steps.reconcile.checks.numbers import number_pairs
from rashomon.steps.reconcile.checks.passages import Passages
from rashomon.steps.reconcile.figures.apart import apart, background
from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.roles import common

__all__ = ["Around", "around_numbers", "find_checks", "sure_pairs"]

NUMBERS = -0.75
"""Weight from which two numbers are worth a look."""
DAYS = -0.5
"""The same for days; months and years, of which a report tells its background, need more (`days.py`)."""
SURE = 1.25
"""Weight from which two numbers are one figure: what the ledger then says of them is told, not asked."""
TIED = 2
"""Words that the clauses of two such numbers share, beside the nouns they count."""
MOST = 20
"""Checks of one story: nobody looks at more."""


class Around(NamedTuple):
    """What stands around the numbers of a story, and how alike two passages of it are."""

    passages: Passages
    likeness: Likeness


def around_numbers(story: Story, cast: Cast, entries: Sequence[Entry]) -> Around:
    """What both questions about a story's numbers look at."""
    return Around(Passages(story, cast, entries), Likeness([marks.words for marks in story.marks]))


def sure_pairs(entries: Sequence[Entry], around: Around) -> frozenset[tuple[int, int]]:
    """Readings of different value, by their numbers, that weigh enough for the ledger to take them as one figure.

    Counts of one class of which the same is told, and nothing else: a story has many amounts, shares, lengths and
    times, and two of them are hardly ever surely one.
    """
    counts = [e for e in entries if e.dimension == "count" and e.role.told]
    pairs = number_pairs(counts, (), *around, SURE)
    return frozenset((a.number, b.number) for _, a, b in pairs if _one_role(a, b) and _tied(a, b))


def _one_role(a: Entry, b: Entry) -> bool:
    """The same is told of both, and both count one class of things, or people."""
    return bool(a.role.told & b.role.told and (a.role.counts & b.role.counts or (a.role.people and b.role.people)))


def _tied(a: Entry, b: Entry) -> bool:
    """Both are told of what the story is about, and their clauses share words beyond what is counted."""
    if background(a) or apart(a, b) or (a.measure.counted or "").lower() in common():
        return False
    return len((a.frame.near & b.frame.near) - {a.thing.noun, b.thing.noun}) >= TIED


def find_checks(
    story: Story,
    cast: Cast,
    entries: Sequence[Entry],
    figures: Sequence[Figure],
    disagreements: Sequence[Disagreement],
    around: Around,
) -> tuple[Check, ...]:
    """The checks of `story`, the heaviest first, without what `disagreements` tell."""
    drafts = number_drafts(story, cast, number_pairs(entries, figures, *around, NUMBERS))
    drafts += day_drafts(story, day_pairs(dated(story, around.passages.landmarks()), *around, DAYS))
    drafts = [d for d in sorted(drafts, key=lambda d: -d.weight) if not any(_told(d, known) for known in disagreements)]
    return tuple(Check(f"k{n}", d.kind, d.note, d.sides) for n, d in enumerate(drafts[:MOST], start=1))


def _told(draft: Draft, known: Disagreement) -> bool:
    """Every side of `draft` has a passage that `known` tells."""
    told = [c for side in known.sides for c in side.cites]
    return all(any(_overlap(c, t) for c in side.cites for t in told) for side in draft.sides)


def _overlap(one: Cite, other: Cite) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end
