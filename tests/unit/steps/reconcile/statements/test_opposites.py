from __future__ import annotations

import pytest

from rashomon.records.marks import Act
from rashomon.records.span import Span
from rashomon.steps.reconcile.statements.opposites import OF_SENSE, axes, leaves_open, way, weak, wholly
from rashomon.text.similarity import term

TEXT = "Finch rejected the harbour tax. The bridge is open. The bridge is closed. Finch declared an emergency."


def act(verb: str, sense: str | None = None, target: str | None = None, polarity: str = "affirmed") -> Act:
    start = TEXT.index(target) if target else 0
    span = Span(start, start + len(target)) if target else None
    return Act(Span(0, len(TEXT)), verb, sense, None, span, None, polarity)  # type: ignore[arg-type]


def test_every_word_stands_on_one_axis() -> None:
    assert axes()["accept"] == ("accept", 1)
    assert axes()["reject"] == ("accept", -1)
    assert axes()["open"] == ("open", 1)
    assert axes()["shut"] == ("open", -1)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (act("reject"), ("accept", -1)),
        (act("reject", polarity="denied"), ("accept", 1)),
        (act("accept"), ("accept", 1)),
        (act("accept", polarity="denied"), ("accept", -1)),
        (act("accept", polarity="hedged"), None),
        (act("be", target="open"), ("open", 1)),
        (act("be", target="closed"), ("be", 1)),
        (act("be", target="open", polarity="denied"), ("open", -1)),
        (act("say"), None),
        (act("make"), None),
        (act("declare", target="an emergency"), (f"v {term('declare')}", 1)),
        (act("paint"), (f"v {term('paint')}", 1)),
        (act("paint", polarity="denied"), (f"v {term('paint')}", -1)),
    ],
)
def test_the_way_of_an_act(found: Act, expected: tuple[str, int] | None) -> None:
    assert way(found, TEXT) == expected


def test_a_verb_on_no_axis_goes_by_its_sense() -> None:
    sense = next(s for s in OF_SENSE if OF_SENSE[s][1] == 1)
    assert way(act("unlisted", sense), TEXT) == OF_SENSE[sense]


@pytest.mark.parametrize("words", ["if it rains", "it might rain", "it may rain", "Did it rain?", "either or"])
def test_what_is_open_settles_nothing(words: str) -> None:
    assert not wholly(words)


def test_what_is_told_of_a_part_is_not_told_of_all() -> None:
    assert not leaves_open("only the pier was closed")
    assert not wholly("only the pier was closed")
    assert leaves_open("the pier would have closed")
    assert not wholly("the pier would have closed")


@pytest.mark.parametrize("words", ["in May it rained", "it rained"])
def test_what_is_told_is_settled(words: str) -> None:
    assert wholly(words)
    assert not leaves_open(words)


def test_weak_verbs_are_on_no_axis() -> None:
    assert not weak() & axes().keys() - {"let", "keep", "want", "expect"}
