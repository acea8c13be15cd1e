"""Passages that several reports took from one place."""

from __future__ import annotations

from rashomon.records.dossier import Story
from rashomon.records.findings import Origin


def find_origins(story: Story) -> tuple[Origin, ...]:
    """The origins of `story`."""
    return ()
