"""The words in which one version differs from the one before."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from rashomon.serve.revisions import ALIGNED, difference

TEXTS = st.lists(st.sampled_from(["crane", "fell", "harbour", " ", "\n", ".", "12", "é"]), max_size=40).map("".join)


def test_words_not_letters_differ() -> None:
    assert difference("The crane fell at noon.\nNobody died.\n", "The crane fell at ten.\nNobody died.\n") == [
        ("same", "The crane fell at "),
        ("gone", "noon"),
        ("new", "ten"),
        ("same", ".\nNobody died.\n"),
    ]


def test_paragraphs_come_and_go() -> None:
    assert difference("One.\nTwo.\n", "One.\nNew here.\nTwo.\n") == [
        ("same", "One.\n"),
        ("new", "New here.\n"),
        ("same", "Two.\n"),
    ]
    assert difference("a", "a") == [("same", "a")]
    assert difference("", "") == []


def test_a_very_long_stretch_is_not_aligned() -> None:
    old, new = "a " * 3 * ALIGNED, "b " * 3 * ALIGNED
    assert difference(old, new) == [("gone", old), ("new", new)]


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_from_it(old: str, new: str) -> None:
    parts = difference(old, new)
    assert "".join(text for kind, text in parts if kind != "new") == old
    assert "".join(text for kind, text in parts if kind != "gone") == new
    assert all(a[0] != b[0] for a, b in itertools.pairwise(parts))
