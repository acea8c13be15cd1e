"""Datelines and what follows them."""

from __future__ import annotations

import pytest

from rashomon.text.datelines import after_dateline


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("PORT ALBA (Tern Wire) - A barge sank.", "A barge sank."),
        ("ALBA, Norrland (Tern) — A barge sank.", "A barge sank."),
        ("ALBA, Norrland, March 3 (Tern) - A barge sank.", "A barge sank."),
        ("Port Alba (Tern Wire) – A barge sank.", "A barge sank."),
        ("ALBA — A barge sank.", "A barge sank."),
        ("ST. ALBA - A barge sank.", "A barge sank."),
    ],
)
def test_words_behind_a_dateline(text: str, rest: str) -> None:
    assert text[after_dateline(text, 0) :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "A barge sank off Alba.",
        "Alba - A barge sank.",
        "The board (founded in 1901) - and nobody else - knew.",
        "ALBA-based fishermen saw it.",
        "ALBA (Tern Wire) - ",
        "Many boats (Tern) left.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert after_dateline(text, 0) == 0


def test_only_inside_the_given_stretch() -> None:
    text = "It said ALBA (Tern) - A barge sank."
    assert after_dateline(text, 0) == 0
    assert after_dateline(text, 8) == text.index("A barge")
    assert after_dateline(text, 8, 16) == 8
