"""Whatever the text: no time raises, leaves the text, overlaps another, or has bounds in the wrong order."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.records.marks import TimeMark
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words
from rashomon.text.dates import bounds

WORDS = st.sampled_from(
    (
        "March May 31 30 19 2025 0 1999 99999 first second last next this the a an of in on at since yesterday today"
        " Tuesday night morning overnight hour hours days year years quarter decade century ago later earlier , . - ("
        " ) ' : / “ ” \" 18:00 p.m. GMT UTC 2025-02-31 03/04/2025 1990s 5th half several every weekly Easter end"
        " early mid said will was \n from between and to about almost over three twenty hundred now soon coming"
    ).split(" ")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120)
DAYS = st.none() | st.dates().map(str)


def times(text: str, day: str | None) -> tuple[TimeMark, ...]:
    blocks = (Block(0, len(text), "body"),) if text else ()
    return find_times(split_words(Article("a", "a.txt", text, blocks, published=day)))


@settings(max_examples=150, deadline=None)
@given(TEXTS, DAYS)
def test_marks_are_well_formed(text: str, day: str | None) -> None:
    found = times(text, day)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(m.value for m in found)
    assert all(m.earliest[:10] <= m.latest[:10] for m in found if m.earliest and m.latest)


@settings(max_examples=50, deadline=None)
@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_times(text: str, day: str | None) -> None:
    assert times(text, day) == times(text, day)


@given(st.dates())
def test_a_day_has_itself_as_bounds(day: object) -> None:
    assert bounds(str(day)) == (str(day), str(day))


@given(st.text(max_size=20))
def test_bounds_never_raise(value: str) -> None:
    found = bounds(value)
    assert found is None or found[0] <= found[1]
