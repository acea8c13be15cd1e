"""Labels and verbs of saying that outlets choose differently."""

from __future__ import annotations

from rashomon.records.dossier import Story
from rashomon.records.findings import Quote, WordingRow
from rashomon.steps.reconcile.cast import Cast


def find_wording(story: Story, cast: Cast, quotes: tuple[Quote, ...]) -> tuple[WordingRow, ...]:
    """The wording rows of `story`."""
    return ()
