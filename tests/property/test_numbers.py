"""Whatever the text, numbers are read without an error, in order, finite and inside the text."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.words import split_words
from rashomon.text.numbers import find_numbers

WORDS = (
    "1|22|1,250|0.5|½| million| and |-|–| to |$|€| per cent|%|km|m|bn| two | half |a |dozens| of |about |at least "
    "| people|.|,|/|×10|^| third|s|\n|'|“| hundred|e9|old"
)
PIECES = st.sampled_from(WORDS.split("|"))
NEWSLIKE = st.lists(PIECES, max_size=25).map("".join)


@given(st.one_of(st.text(max_size=80), NEWSLIKE))
def test_numbers_are_ordered_finite_and_inside(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert math.isfinite(number.value)
        assert number.low <= number.value <= number.high
        end = number.end


@given(st.integers(min_value=0, max_value=999_999_999))
def test_grouped_digits_come_back(value: int) -> None:
    text = f"They counted {value:,} boats."
    assert [n.value for n in find_numbers(text)] == [value]


@given(st.integers(min_value=1, max_value=99), st.sampled_from(["thousand", "million", "billion"]))
def test_scales_multiply(value: int, scale: str) -> None:
    worth = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    assert [n.value for n in find_numbers(f"{value} {scale} boats")] == [value * worth]


@settings(deadline=None)
@given(NEWSLIKE)
def test_measures_are_ordered_finite_and_inside(text: str) -> None:
    article = Article("a", "a", text, (Block(0, len(text), "body"),) if text else ())
    end = -1
    for measure in find_measures(split_words(article), (), ()):
        assert 0 <= measure.span.start < measure.span.end <= len(text)
        assert measure.span.start >= end
        assert math.isfinite(measure.value)
        assert measure.low is None or measure.high is None or measure.low <= measure.high
        end = measure.span.start
