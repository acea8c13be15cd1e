"""Whose age a number is."""

from __future__ import annotations

import re

import pytest

from rashomon.steps.reconcile.figures.owner import owner_of

PEOPLE = {"Lund": "ida", "Berg": "jon"}


def owner(text: str, number: str) -> str | None:
    persons = sorted((*m.span(), PEOPLE[m[1]]) for m in re.finditer(r"\b(?:Ida |Jon )?(Lund|Berg)\b", text))
    start = text.index(number)
    sentence = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    return owner_of(text, start, start + len(number), sentence, persons)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Ida Lund, 52, left.", "52", "ida"),
        ("Ida Lund (52) left.", "52", "ida"),
        ("Ida Lund is 52.", "52", "ida"),
        ("The 52-year-old coach Ida Lund left.", "52-year-old", "ida"),
        ("Ida Lund left. The Norwegian, 52, had led the club.", "52", "ida"),
        ("Ida Lund left. “It is time,” the 52-year-old said.", "52-year-old", "ida"),
        ("Ida Lund left Jon Berg. The 52-year-old said so.", "52-year-old", None),
        ("Ida Lund met a 52-year-old.", "52-year-old", None),
        ("The 52-year-old left.", "52-year-old", None),
    ],
)
def test_owner(text: str, number: str, expected: str | None) -> None:
    assert owner(text, number) == expected
