"""No alignment is left out that would have found something."""

from __future__ import annotations

from typing import Any, cast
from unittest.mock import Mock

from hypothesis import given
from hypothesis import strategies as st

from rashomon.steps.reconcile.utterances.likeness import _by_words, _may_share, runs_of

WORDS = st.lists(st.sampled_from("harbour boat the captain crew of night".split()), min_size=1, max_size=14)


def saying(words: list[str], article: str) -> Any:
    return Mock(keys=tuple(words), quote=Mock(article=article, kind="direct"), verbatim=True, said="The", cuts=(),
                stops=(), around=frozenset(), stems=frozenset(words), place=0)  # fmt: skip


@given(WORDS, WORDS, st.sampled_from(["same", "open", "other"]))
def test_what_is_passed_over_has_no_link(one: list[str], other: list[str], speakers: str) -> None:
    short, long = sorted((saying(one, "a"), saying(other, "b")), key=lambda s: len(s.keys))
    if not _may_share(short, long, cast(Any, speakers)):
        assert _by_words(short, long, runs_of(short, long), cast(Any, speakers)) is None
