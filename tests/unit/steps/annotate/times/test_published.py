"""Where the publication day comes from when the record has none."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("top", "value"),
    [
        ("Fire in Alba\n19 March 2025\n", "2025-03-18"),
        ("Fire in Alba\nWednesday, March 19, 2025\n", "2025-03-18"),
        ("Fire in Alba\nPublished: 2025-03-19\n", "2025-03-18"),
        ("ALBA, March 19, 2025 (Agency) — Nothing is known.\n", "2025-03-18"),
        ("Fire in Alba\nMarch 19\n", "PAST_REF"),
        (
            "Fire in Alba\nThe fair of 19 March 2024 was the last that anybody in the whole town remembers.\n",
            "PAST_REF",
        ),
        ("Fire in Alba\n31 February 2025\n", "PAST_REF"),
    ],
)
def test_a_date_line_tells_the_day(top: str, value: str, read: Any) -> None:
    assert ("yesterday", value) in read(top + "The depot burned yesterday.", None)


def test_the_record_comes_first(read: Any) -> None:
    assert ("yesterday", "2025-01-01") in read("19 March 2025\nThe depot burned yesterday.", "2025-01-02")


def test_a_date_far_down_proves_nothing(read: Any) -> None:
    text = "Nothing is known of it.\n" * 100 + "19 March 2025\nThe depot burned yesterday."
    assert ("yesterday", "PAST_REF") in read(text, None)
