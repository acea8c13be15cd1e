"""Which agency the reports credit for their text."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.reconcile.origins.sources import agency_of

BODY = "The lock of Merrow was shut on Tuesday."


def article(name: str, text: str = BODY, **more: object) -> Article:
    return Article(name, f"{name}.txt", text, (Block(0, len(text), "body"),), **more)  # type: ignore[arg-type]


def test_nobody_is_credited() -> None:
    assert agency_of([article("a"), article("b")]) is None
    assert agency_of([]) is None


def test_the_agency_most_reports_credit() -> None:
    reports = [article("a", sources=("Reuters",)), article("b", sources=("Reuters",)), article("c", sources=("AFP",))]
    assert agency_of(reports) == "Reuters"


def test_two_credited_alike_are_none() -> None:
    assert agency_of([article("a", sources=("Reuters",)), article("b", sources=("AFP",))]) is None


@pytest.mark.parametrize(
    "text",
    [
        "MERROW, Alba (AP) — The lock was shut on Tuesday.",
        "MERROW (AP) - The lock was shut on Tuesday.",
    ],
)
def test_a_dateline_credits(text: str) -> None:
    found = agency_of([article("a", text)])
    assert found in ("Associated Press", "AP", "The Associated Press")


def test_who_was_told_is_credited_last() -> None:
    told = article("a", "The lock is shut, the owner told Reuters on Tuesday.")
    assert agency_of([told]) == "Reuters"


def test_an_agency_that_publishes_itself_is_credited() -> None:
    assert agency_of([article("a", outlet="Reuters"), article("b", sources=("Reuters",))]) == "Reuters"
