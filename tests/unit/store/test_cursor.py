"""A cursor comes back as it was given, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from rashomon.errors import UsageError
from rashomon.store import cursor


def test_a_cursor_carries_its_key() -> None:
    word = cursor.write("stories", "2026-03-04", 17)
    assert word.isascii() and "=" not in word
    assert cursor.read("stories", word, str, int) == ["2026-03-04", 17]
    assert cursor.read("stories", None, str, int) is None


@pytest.mark.parametrize(
    "word",
    [
        cursor.write("articles", "2026-03-04", 17),
        cursor.write("stories", "2026-03-04"),
        cursor.write("stories", 17, "2026-03-04"),
        cursor.write("stories", "2026-03-04", True),
        cursor.write("stories", "2026-03-04", 2**63),
        cursor.write("stories", "2026-03-04", 17, 18),
        "",
        "====",
        "WzE",
        "bnVsbA",
        "eyIwIjoxfQ",
        "W1tbW1tbW1tb" * 1000,
        "\ud800",
    ],
)
def test_another_word_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="begin again without it"):
        cursor.read("stories", word, str, int)


def test_sizes() -> None:
    assert [cursor.size(n) for n in (1, 1000)] == [1, 1000]
    for wrong in (0, 1001, -5):
        with pytest.raises(UsageError):
            cursor.size(wrong)
