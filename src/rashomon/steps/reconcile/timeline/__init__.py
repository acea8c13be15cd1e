"""The timeline of a story: event time, time of the utterance and time of publication kept apart."""

from __future__ import annotations

from rashomon.records.dossier import Story
from rashomon.records.findings import TimelineEntry
from rashomon.steps.reconcile.cast import Cast


def find_timeline(story: Story, cast: Cast) -> tuple[TimelineEntry, ...]:
    """The timeline of `story`, earliest first."""
    return ()
