"""No disorder of marks stops the reading, and every span it gives is sound."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.records.marks import QuoteMark
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes import find_quotes
from rashomon.steps.annotate.words import split_words
from rashomon.text.quotemarks import pair_marks

MARKS = [*"“”\"‘’'„«»‹›`", "``", "''", "‚", "‟"]
BITS = [
    *MARKS, "said", "Weber", "she", "told reporters", "that", ",", ".", ":", "?", "—", "(", ")", "\n", "\n\n", " ", " ",
    "according to", "who", "called", "Q:", "LI:", "on X", "6'2\"", "s'", "’90s", "=", "by", "and", "adding", "the road",
]  # fmt: skip
BASE = "“We are late,” Ana Weber said. “And ‘tired’.”\nShe called it “late” and said: “No.\n“Never.”"


def read(text: str) -> tuple[QuoteMark, ...]:
    article = Article("a", "a", text, (Block(0, len(text), "body"),) if text else (), language="en")
    return find_quotes(split_words(article), (), ())


def check(text: str) -> None:
    for mark in read(text):
        assert mark.content
        named = [span for span in (mark.speaker, mark.cue, mark.clause, mark.addressee) if span is not None]
        for span in (*mark.content, *mark.through, *named):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()
        assert list(mark.content) == sorted(mark.content)
        assert 0 <= mark.confidence <= 1


@given(st.lists(st.sampled_from(BITS), max_size=60).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_disorder_of_news_words_is_read(text: str) -> None:
    check(text)


@given(st.text(alphabet="“”\"‘’' \nabA.,:—", max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_disorder_of_marks_is_read(text: str) -> None:
    check(text)


@pytest.mark.parametrize("mark", MARKS)
def test_one_stray_mark_in_every_position(mark: str) -> None:
    for at in range(0, len(BASE) + 1, 2):
        check(BASE[:at] + mark + BASE[at:])


def test_one_missing_character_in_every_position() -> None:
    for at in range(len(BASE)):
        check(BASE[:at] + BASE[at + 1 :])


@given(st.text(alphabet="“”\"‘’'«»„ \nab.", max_size=120))
@settings(max_examples=200, deadline=None)
def test_regions_lie_in_their_paragraph_and_do_not_cross(text: str) -> None:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Span(at, at + len(line)))
        at += len(line) + 1
    for paragraph, regions in zip(paragraphs, pair_marks(text, paragraphs), strict=True):
        last = paragraph.start
        for region in regions:
            assert (
                last <= region.outer.start <= region.inner.start < region.inner.end <= region.outer.end <= paragraph.end
            )
            assert all(region.inner.covers(nested.outer) for nested in region.inside)
            last = region.outer.end


def test_two_hundred_quotations_in_one_article() -> None:
    text = "\n".join(f"“We left pier {n} at noon,” Ana Weber said." for n in range(200))
    marks = read(text)
    assert len(marks) == 200
    assert all(mark.speaker is not None and mark.speaker.of(text) == "Ana Weber" for mark in marks)


def test_two_hundred_quotations_in_one_paragraph() -> None:
    text = " ".join(f"“We left pier {n} at noon,” Ana Weber said." for n in range(200))
    assert len(read(text)) == 200


def test_a_quotation_of_twenty_kilobytes() -> None:
    long = "We left the pier and then we came back. " * 500
    text = f"“{long.strip()}” Ana Weber said."
    (mark,) = read(text)
    assert mark.content == (Span(1, len(long)),)
    assert mark.speaker is not None and mark.speaker.of(text) == "Ana Weber"


def test_an_article_that_is_one_quotation() -> None:
    text = "“First we left the pier.\n“Then we came back.\n“That is all.”"
    (mark,) = read(text)
    assert [piece.of(text) for piece in mark.content] == [
        "First we left the pier.",
        "Then we came back.",
        "That is all.",
    ]
    assert mark.speaker is None


def test_thousands_of_opening_marks() -> None:
    check("“ " * 5000 + "a")
    check("“a " * 3000)
    check("'a " * 3000)
    check('"' * 5000)


def test_the_same_text_gives_the_same_records() -> None:
    assert read(BASE) == read(BASE)


def test_a_teaser_changes_nothing_elsewhere() -> None:
    story, teaser = "“We are late,” Ana Weber said.\n", "Also read: ‘Very much on track’: Weber says"
    text = story + teaser
    blocks = (Block(0, len(story) - 1, "body"), Block(len(story), len(text), "teaser"))
    alone = find_quotes(split_words(Article("a", "a", story, blocks[:1], language="en")), (), ())
    both = find_quotes(split_words(Article("a", "a", text, blocks, language="en")), (), ())
    assert [m for m in both if m.place == "body"] == list(alone)
