"""Days that reports without a date name: every way to write them, other years, plans, days that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records.article import Article, Block
from rashomon.steps.group.dating import date_by_story

DAY = "2031-05-07"  # a Wednesday


def dated(text: str, *days: str) -> tuple[str | None, str | None]:
    """The day of an undated report of a story whose other reports are of `days`, and where it is from."""

    def report(words: str, published: str | None) -> Article:
        return Article("a", "a.txt", words, (Block(0, len(words), "body"),), published=published, language="en")

    found = date_by_story([*(report("A report.", day) for day in days), report(text, None)])[-1]
    return found.published, found.published_from


@pytest.mark.parametrize(
    "told",
    [
        "7 May",
        "7th May",
        "7th of May",
        "May 7",
        "May 7th",
        "May 7, 2031",
        "7 May 2031",
        "Wednesday, 7 May",
        "Wednesday",
    ],
)
def test_every_way_to_write_the_day(told: str) -> None:
    assert dated(f"The ferry sank on {told}.", DAY) == (DAY, "story")


@pytest.mark.parametrize(
    "told",
    [
        "8 May",
        "7 May 2030",
        "Wednesday, 8 May",
        "Thursday",
        "next Wednesday",
        "last Wednesday",
        "every Wednesday",
        "31 February",
        "99 May",
        "May",
        "the 7th",
        "7/5/31",
    ],
)
def test_what_names_another_day_or_none(told: str) -> None:
    assert dated(f"The ferry sank on {told}.", DAY) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "It will sail on Wednesday.",
        "Talks are due Wednesday.",
        "It is shut until Wednesday.",
        "A vote is scheduled for Wednesday.",
    ],
)
def test_a_day_to_come_is_no_day_of_publication(text: str) -> None:
    assert dated(text, DAY) == (None, None)


def test_a_plan_in_the_sentence_before_does_not_count() -> None:
    assert dated("It will sail again. The ferry sank on Wednesday.", DAY) == (DAY, "story")


@pytest.mark.parametrize("day", ["2031", "2031-05", "2031-02-31", "soon", ""])
def test_a_story_dated_to_no_day_dates_nobody(day: str) -> None:
    assert dated("The ferry sank on Wednesday.", day) == (None, None)


@given(st.text(max_size=80), st.sampled_from([DAY, "2031-02-28", "0001-01-01", "9999-12-31"]))
@settings(max_examples=60, deadline=None)
def test_a_report_takes_a_day_of_its_story_or_none(text: str, day: str) -> None:
    assert dated(text, day) in ((None, None), (day, "story"))
