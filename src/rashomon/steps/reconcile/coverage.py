"""Which report has which statement."""

from __future__ import annotations

from rashomon.records.dossier import Story
from rashomon.records.findings import CoverageRow, Disagreement, Statement


def find_coverage(
    story: Story, statements: tuple[Statement, ...], disagreements: tuple[Disagreement, ...]
) -> tuple[CoverageRow, ...]:
    """One row per statement that at least one report has."""
    return ()
