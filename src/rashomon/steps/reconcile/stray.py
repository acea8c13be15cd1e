"""Marks reports that seem to be about something else."""

from __future__ import annotations

from rashomon.records.dossier import Story


def mark_strays(story: Story) -> Story:
    """`story` with `stray` set on articles that share too little with the others."""
    return story
