"""What is worked out for the marks of a report is worked out once for a cast."""

from __future__ import annotations

from rashomon.steps.reconcile.cast import Cast


def test_it_is_made_once_for_each_marks_and_each_cast() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("x")
        return f"{len(made)}"

    cast, one, other = Cast(), object(), object()
    assert [cast.once("a", one, make), cast.once("a", one, make), cast.once("b", one, make)] == ["1", "1", "2"]
    assert [cast.once("a", other, make), Cast().once("a", one, make)] == ["3", "4"]
