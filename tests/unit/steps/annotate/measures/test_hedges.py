"""Modifiers beside a number and the interval they leave."""

from __future__ import annotations

import pytest

from rashomon.steps.annotate.measures.hedges import Hedge, bounds, hedge_after, hedge_before


def before(text: str, number: str) -> Hedge | None:
    return hedge_before(text, text.index(number), 0)


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("about 40", "about", "about "),
        ("About the 40", "about", "About the "),
        ("at least another 40", "at least", "at least another "),
        ("no fewer than 40", "at least", "no fewer than "),
        ("no more than 40", "up to", "no more than "),
        ("as many as 40", "up to", "as many as "),
        ("slightly more than 40", "just over", "slightly more than "),
        ("in the region of 40", "about", "in the region of "),
        ("an estimated 40", "estimated", "an estimated "),
        ("~40", "about", "~"),
        ("(about 40", "about", "about "),
    ],
)
def test_in_front(text: str, name: str, written: str) -> None:
    hedge = before(text, "40")
    assert hedge is not None
    assert (hedge.name, text[hedge.start : hedge.end]) == (name, written)


@pytest.mark.parametrize(
    "text", ["they saw 40", "talked about boats for 40", "40", "handed over 40", "turned around 40"]
)
def test_none_in_front(text: str) -> None:
    assert before(text, "40") is None


def test_nothing_before_the_floor_is_read() -> None:
    assert hedge_before("about 40", 6, 6) is None


@pytest.mark.parametrize(
    ("text", "name", "end"),
    [
        ("40 or so", "about", 8),
        ("40-odd", "about", 6),
        ("40+", "more than", 3),
        ("40 or more", "at least", 10),
        ("40 or fewer", "up to", 11),
        ("40 and counting", "at least", 15),
    ],
)
def test_behind(text: str, name: str, end: int) -> None:
    hedge = hedge_after(text, 2, len(text))
    assert hedge is not None
    assert (hedge.name, hedge.end) == (name, end)


@pytest.mark.parametrize("text", ["40 boats", "40", "40 plus 3", "40 moreover"])
def test_none_behind(text: str) -> None:
    assert hedge_after(text, 2, len(text)) is None


@pytest.mark.parametrize(
    ("hedge", "expected"),
    [
        (None, (100, 100)),
        (Hedge("about", 0.9, 1.1, 0, 5), (90, 110)),
        (Hedge("at least", 1.0, None, 0, 8), (100, None)),
        (Hedge("up to", None, 1.0, 0, 5), (None, 100)),
    ],
)
def test_bounds(hedge: Hedge | None, expected: tuple[float | None, float | None]) -> None:
    assert bounds(100, 100, hedge) == expected


def test_bounds_have_no_dust() -> None:
    assert bounds(12_000_000_000, 12_000_000_000, Hedge("about", 0.9, 1.1, 0, 5)) == (10_800_000_000, 13_200_000_000)


def test_three_digits_are_nearly_exact() -> None:
    assert bounds(146, 146, Hedge("about", 0.9, 1.1, 0, 5)) == (144.54, 147.46)
    assert bounds(1460, 1460, Hedge("at least", 1.0, None, 0, 8)) == (1460, None)


def test_bounds_of_a_negative_number_stay_in_order() -> None:
    low, high = bounds(-10, -10, Hedge("about", 0.9, 1.1, 0, 5))
    assert low is not None
    assert high is not None
    assert low <= high
