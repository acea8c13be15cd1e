"""Whom "he" and "she" may mean."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rashomon.steps.reconcile.genders import fits, genders_of

PEOPLE = (("Ana Weber", "person", ("Weber",)), ("Tom Ruiz", "person", ("Ruiz",)))


def test_genders_are_those_that_names_show(told: Any) -> None:
    story, cast = told({"a": "Ana Weber met Tom Ruiz. Weber left."}, PEOPLE)
    marks = story.marks[0]
    marks.mentions = tuple(replace(m, gender="f") if m.name == "Ana Weber" else m for m in marks.mentions)
    assert genders_of(story, cast) == {"Ana Weber": "f"}


def test_a_name_with_both_genders_has_none(told: Any) -> None:
    story, cast = told({"a": "Ana Weber met Tom Ruiz. Weber left."}, PEOPLE)
    first, *rest = story.marks[0].mentions
    story.marks[0].mentions = (replace(first, gender="f"), *(replace(m, gender="m") for m in rest))
    assert genders_of(story, cast) == {"Tom Ruiz": "m"}


@pytest.mark.parametrize(
    ("word", "actor", "expected"),
    [
        ("she", "ana", True),
        ("He", "ana", False),
        ("he", "unknown", True),
        ("they", "ana", True),
        ("Weber", "ana", True),
    ],
)
def test_fits(word: str, actor: str, expected: bool) -> None:
    assert fits(word, actor, {"ana": "f"}) is expected
