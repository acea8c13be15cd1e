from __future__ import annotations

import pytest

from rashomon.records.span import Span
from rashomon.steps.reconcile.statements.cover import Cover


@pytest.mark.parametrize(
    ("span", "hidden"),
    [
        (Span(2, 5), True),
        (Span(0, 10), False),
        (Span(8, 12), False),
        (Span(21, 29), True),
        (Span(20, 30), True),
        (Span(40, 41), False),
    ],
)
def test_hides(span: Span, hidden: bool) -> None:
    assert Cover([Span(0, 10), Span(20, 30), Span(20, 35)]).hides(span) is hidden


def test_nothing_hides_nothing() -> None:
    assert not Cover([]).hides(Span(0, 1))
