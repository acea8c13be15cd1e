"""What a shared source is called."""

from __future__ import annotations

import pytest

from rashomon.records.findings import Utterance
from rashomon.steps.reconcile.origins.sources import words_for


@pytest.mark.parametrize(
    ("name", "channel", "source"),
    [
        ("Ida Lund", "Blue Square", "Ida Lund's post on Blue Square"),
        ("Ida Lund", "social media", "Ida Lund's post on social media"),
        ("Ida Lund", "statement", "Ida Lund's statement"),
        ("Tom Reyes", "letter", "Tom Reyes' letter"),
        ("Ida Lund", None, "Ida Lund's words"),
        ("Ida Lund", " ", "Ida Lund's words"),
        (None, "statement", None),
    ],
)
def test_speaker_and_channel(name: str | None, channel: str | None, source: str | None) -> None:
    assert words_for(Utterance("u1", "lund", ("q1",), "same", channel=channel), name) == source
