from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.statements.told import clauses_told

CAST = (("Orla Finch", "person", ("Finch",)), ("Ben Ode", "person", ("Ode",)))


@pytest.fixture
def clauses(told: Callable) -> Callable[..., list[str]]:
    def build(text: str, **more: object) -> list[str]:
        story, _ = told({"a": text}, CAST, **more)
        return [span.of(text) for span, _ in clauses_told(story.marks[0])]

    return build


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finch sold the tram and Ode bought the harbour.", ["Finch sold the tram", "Ode bought the harbour"]),
        ("Finch said that Ode sold the tram.", ["Ode sold the tram"]),
        ("Ode sold the tram, Finch said.", ["Ode sold the tram"]),
        ("Finch denied that Ode sold the tram.", ["Ode sold the tram"]),
        ("Finch agreed that Ode would sell the tram.", ["Finch agreed that Ode would sell the tram"]),
        ("Finch must mend the wall before anyone sleeps well.", ["Finch must mend the wall before anyone sleeps well"]),
        (
            "Finch mended the wall before Ode sold the harbour.",
            ["Finch mended the wall", "before Ode sold the harbour"],
        ),
        ("A long night in the old harbour.", ["A long night in the old harbour."]),
        ("", []),
    ],
)
def test_which_clauses_are_told(clauses: Callable, text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_the_clauses_of_a_report_are_found_once(told: Callable) -> None:
    story, _ = told({"a": "Finch sold the tram."}, CAST)
    assert clauses_told(story.marks[0]) is clauses_told(story.marks[0])
