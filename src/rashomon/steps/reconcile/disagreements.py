"""What the reports do not agree on."""

from __future__ import annotations

from rashomon.records.dossier import Story
from rashomon.records.findings import Disagreement, Figure, Quote, Statement, Utterance
from rashomon.steps.reconcile.cast import Cast


def find_disagreements(
    story: Story,
    cast: Cast,
    quotes: tuple[Quote, ...],
    utterances: tuple[Utterance, ...],
    figures: tuple[Figure, ...],
    statements: tuple[Statement, ...],
) -> tuple[Disagreement, ...]:
    """The disagreements of `story`."""
    return ()
