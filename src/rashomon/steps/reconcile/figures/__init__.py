"""The figure ledger: readings of one quantity across outlets, and how they relate."""

from __future__ import annotations

from rashomon.records.dossier import Story
from rashomon.records.findings import Figure
from rashomon.steps.reconcile.cast import Cast


def find_figures(story: Story, cast: Cast) -> tuple[Figure, ...]:
    """The figures of `story`."""
    return ()
