"""Sign, scale letter and unit of a number, as the figure of a report shows them."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.words import split_words


def read(text: str) -> list[tuple[str, float, str | None]]:
    """The words, the value and the unit of every figure of `text`."""
    words = split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),)))
    return [(m.span.of(text), m.value, m.unit) for m in find_measures(words, (), ())]


@pytest.mark.parametrize(
    ("text", "shown", "value", "unit"),
    [
        ("It fell to -5 °C at night.", "-5 °C", -5, "degree-celsius"),
        ("It fell to −3.5% that day.", "−3.5%", -3.5, "percent"),
        ("It was minus 12 degrees outside.", "minus 12 degrees", -12, "degree"),
        ("A loss (-12%) came.", "-12%", -12, "percent"),
        ("It was -5 at noon.", "-5", -5, None),
    ],
)
def test_a_sign_belongs_to_the_words_that_are_shown(text: str, shown: str, value: float, unit: str | None) -> None:
    assert read(text) == [(shown, value, unit)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Some 12m people live there.", 12_000_000, None),
        ("Some 12m new jobs are planned.", 12_000_000, None),
        ("It cost 37m of public money.", 37_000_000, None),
        ("It cost $37m to build.", 37_000_000, "USD"),
        ("It cost $2tn to build.", 2_000_000_000_000, "USD"),
        ("It grew by 3bn in a year.", 3_000_000_000, None),
        ("About 200k homes are dark.", 200_000, None),
        ("It sold 5.5k tickets.", 5_500, None),
        ("The wall is 37m away from the road.", 37, "metre"),
        ("The mast is 12m high.", 12, "metre"),
        ("The 1,200m race was called off.", 1_200, "metre"),
    ],
)
def test_a_letter_glued_to_a_number(text: str, value: float, unit: str | None) -> None:
    assert [(v, u) for _, v, u in read(text)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The bag weighs five pounds.", "pound-mass"),
        ("The calf gained five pounds overnight.", "pound-mass"),
        ("The bag cost five pounds.", "GBP"),
        ("He was fined five pounds.", "GBP"),
        ("The bag holds five pounds sterling.", "GBP"),
    ],
)
def test_pounds_are_money_beside_a_word_of_money(text: str, unit: str) -> None:
    assert [u for _, _, u in read(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("A 30-year-old sailor drowned.", 30, "year of age"),
        ("The talk took an hour and a quarter.", 1.25, "hour"),
        ("The talk took an hour and a half.", 1.5, "hour"),
        ("An hour-long talk was held.", 1, "hour"),
        ("They waited for an hour.", 1, "hour"),
        ("It lasted a full day.", 1, "day"),
    ],
)
def test_ages_and_lengths(text: str, value: float, unit: str) -> None:
    assert [(v, u) for _, v, u in read(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text", ["The week was long.", "It was a second day of rain.", "It took a minute-by-minute log.", "He ran a mile."]
)
def test_what_is_no_length(text: str) -> None:
    assert read(text) == []
