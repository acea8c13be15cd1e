"""Times that count from an anchor. Reports are of Wednesday, 19 March 2025."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The council met on Tuesday.", "Tuesday", "2025-03-18"),
        ("The council met on Wednesday.", "Wednesday", "2025-03-19"),
        ("The council met on Thursday.", "Thursday", "2025-03-13"),
        ("The council will meet on Thursday.", "Thursday", "2025-03-20"),
        ("The council is due to meet on Monday.", "Monday", "2025-03-24"),
        ("The council met last Wednesday.", "last Wednesday", "2025-03-12"),
        ("The council meets next Friday.", "next Friday", "2025-03-21"),
        ("They spoke yesterday.", "yesterday", "2025-03-18"),
        ("They speak today.", "today", "2025-03-19"),
        ("They will speak tomorrow.", "tomorrow", "2025-03-20"),
        ("They speak the day after tomorrow.", "the day after tomorrow", "2025-03-21"),
        ("They spoke the day before yesterday.", "the day before yesterday", "2025-03-17"),
        ("They spoke last night.", "last night", "2025-03-18TNI"),
        ("They speak tonight.", "tonight", "2025-03-19TNI"),
        ("They spoke this morning.", "this morning", "2025-03-19TMO"),
        ("They will speak tomorrow evening.", "tomorrow evening", "2025-03-20TEV"),
        ("They spoke on Monday afternoon.", "Monday afternoon", "2025-03-17TAF"),
        ("Three depots burned overnight.", "overnight", "2025-03-18TNI"),
        ("Three depots burned overnight into Tuesday.", "overnight into Tuesday", "2025-03-17TNI"),
        ("Three depots burned this night.", "this night", "2025-03-18TNI"),
        ("After a night of rain the river rose.", "a night", "2025-03-18TNI"),
        ("Prices rose last week.", "last week", "2025-W11"),
        ("Prices rise this week.", "this week", "2025-W12"),
        ("Prices rose last month.", "last month", "2025-02"),
        ("Prices rise next year.", "next year", "2026"),
        ("Peace is possible this year.", "this year", "2025"),
        ("Profit fell in the fourth quarter.", "the fourth quarter", "2024-Q4"),
        ("Profit fell in the third quarter of 2024, and the Eagles scored.", "the third quarter of 2024", "2024-Q3"),
        # words that a match has and business too
        ("After a rebound in the third quarter turnover rose.", "the third quarter", "2024-Q3"),
        ("Ten directors left in the fourth quarter.", "the fourth quarter", "2024-Q4"),
        ("Its yards were tied up in the fourth quarter.", "the fourth quarter", "2024-Q4"),
        ("Ten minutes later Orla Holm left in the fourth quarter.", "the fourth quarter", "2024-Q4"),
        ("Profit fell in the first quarter of last year.", "the first quarter of last year", "2024-Q1"),
        ("Profit fell last quarter.", "last quarter", "2024-Q4"),
        ("Exports grew in the second half of 2024.", "the second half of 2024", "2024-H2"),
        ("The dam filled last summer.", "last summer", "2024-SU"),
        ("It snowed in the winter of 2023.", "the winter of 2023", "2023-WI"),
        ("The storm passed last weekend.", "last weekend", "2025-W11-WE"),
        ("It was shut three days ago.", "three days ago", "2025-03-16"),
        ("It was shut two weeks ago.", "two weeks ago", "2025-W10"),
        ("It was shut five months ago.", "five months ago", "2024-10"),
        ("It was shut ten years ago.", "ten years ago", "2015"),
        ("It was shut two decades ago.", "two decades ago", "2005"),
        ("It was shut years ago.", "years ago", "PAST_REF"),
        ("It opens two weeks from now.", "two weeks from now", "2025-W14"),
        ("Teams will meet in the coming days.", "the coming days", "FUTURE_REF"),
        ("The road is now open.", "now", "PRESENT_REF"),
        ("It was recently painted.", "recently", "PAST_REF"),
        ("A decision will come soon.", "soon", "FUTURE_REF"),
    ],
)
def test_relative_times(text: str, span: str, value: str, read: Any) -> None:
    assert (span, value) in read(text)


def test_a_night_lasts_into_the_next_day(marks: Any) -> None:
    (mark,) = marks("Shots were heard on Tuesday night.")
    assert (mark.type, mark.earliest, mark.latest) == ("TIME", "2025-03-18", "2025-03-19")


def test_the_coming_days_begin_tomorrow_and_end_openly(marks: Any) -> None:
    (mark,) = marks("Teams will meet in the coming days.")
    assert (mark.earliest, mark.latest) == ("2025-03-20", None)


@pytest.mark.parametrize(
    ("after", "span", "value"),
    [
        ("The next day he met the mayor.", "The next day", "2025-03-18"),
        ("Later that day he met the mayor.", "Later that day", "2025-03-17"),
        ("Later in the day he met the mayor.", "Later in the day", "2025-03-17"),
        ("Two days later he met the mayor.", "Two days later", "2025-03-19"),
        ("In the evening he met the mayor.", "the evening", "2025-03-17TEV"),
        ("He met the mayor at 9 p.m. in Alba.", "9 p.m.", "2025-03-17T21:00"),
        ("That night he met the mayor.", "That night", "2025-03-17TNI"),
    ],
)
def test_the_day_last_told_of_is_the_anchor(after: str, span: str, value: str, read: Any) -> None:
    assert read("The envoy left on Monday. " + after) == [("Monday", "2025-03-17"), (span, value)]


def test_hours_later_lies_within_a_day_of_what_was_told(marks: Any) -> None:
    _, mark = marks("The truce began on Monday. Hours later it was broken.")
    assert (mark.type, mark.value, mark.anchor) == ("DURATION", "PTXH", "event")
    assert (mark.earliest, mark.latest) == ("2025-03-17", "2025-03-18")


def test_later_in_the_day_does_not_go_back_to_a_distant_day(read: Any) -> None:
    found = read("The bridge fell on 3 May 2011. Earlier in the day the mayor wept.")
    assert found[1] == ("Earlier in the day", "2025-03-19")


def test_without_a_publication_day_values_stay_open(marks: Any) -> None:
    found = marks("They met on Tuesday and parted on March 3; yesterday it rained.", None)
    assert [(m.value, m.earliest) for m in found] == [("XXXX-WXX-2", None), ("XXXX-03-03", None), ("PAST_REF", None)]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("They met on Tuesday.", "document"),
        ("It opened in 1931.", "none"),
        ('"We met on Tuesday," she said.', "quote"),
    ],
)
def test_anchors_are_named(text: str, anchor: str, marks: Any) -> None:
    assert [m.anchor for m in marks(text)] == [anchor]


def test_given_day_stands_in_for_a_missing_one() -> None:
    from rashomon.records.article import Article, Block
    from rashomon.steps.annotate.times import find_times
    from rashomon.steps.annotate.words import split_words

    text = "They met yesterday."
    words = split_words(Article("a", "a.txt", text, (Block(0, len(text), "body"),)))
    assert [m.value for m in find_times(words, "2025-03-19")] == ["2025-03-18"]
    assert [m.value for m in find_times(words, "nonsense")] == ["PAST_REF"]


def test_the_kind_of_block_is_kept() -> None:
    from rashomon.records.article import Article, Block
    from rashomon.steps.annotate.times import find_times
    from rashomon.steps.annotate.words import split_words

    text = "They met on Tuesday.\nAlso read: They met on Monday."
    cut = text.index("Also")
    blocks = (Block(0, cut - 1, "body"), Block(cut, len(text), "teaser"))
    marks = find_times(split_words(Article("a", "a.txt", text, blocks, published="2025-03-19")))
    assert [(m.value, m.place) for m in marks] == [("2025-03-18", "body"), ("2025-03-17", "teaser")]


def test_link_lists_are_never_read() -> None:
    from rashomon.records.article import Article, Block
    from rashomon.steps.annotate.times import find_times
    from rashomon.steps.annotate.words import split_words

    text = "More news\n29 April 2025"
    article = Article("a", "a.txt", text, (Block(0, len(text), "links"),), published="2025-03-19")
    assert find_times(split_words(article)) == ()


def test_a_date_that_follows_explains_the_next_day(read: Any) -> None:
    found = read("The envoy left. The next day, Monday 17 March, he landed.")
    assert found == [("The next day", "2025-03-17"), ("Monday 17 March", "2025-03-17")]


def test_a_clock_time_keeps_the_night_it_belongs_to(read: Any) -> None:
    text = "A bomb went off at 10:40 p.m. local time on Saturday night. The following morning troops came."
    assert read(text) == [
        ("10:40 p.m. local time on Saturday night", "2025-03-15T22:40"),
        ("The following morning", "2025-03-16TMO"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Eagles tied the match with six minutes left in the third quarter.",
        "They fell behind with ten minutes remaining in the fourth quarter.",
        "Holm ran 40 yards in the second quarter.",
    ],
)
def test_quarters_of_a_match_are_none_of_a_year(text: str, marks: Any) -> None:
    assert [m for m in marks(text) if m.type == "DATE"] == []
