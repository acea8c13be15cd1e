"""The utterance ledger: one thing somebody said = one record with every outlet's version."""

from __future__ import annotations

from rashomon.records.dossier import Story
from rashomon.records.findings import Quote, Utterance
from rashomon.steps.reconcile.cast import Cast


def find_utterances(story: Story, cast: Cast) -> tuple[tuple[Quote, ...], tuple[Utterance, ...]]:
    """The quotes of `story` in dossier order, and the utterances they belong to."""
    return (), ()
