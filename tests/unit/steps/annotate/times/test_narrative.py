"""Clock times continue the event just told of. Reports are of Wednesday, 19 March 2025."""

from typing import Any

import pytest

from rashomon.records.article import Article, Block
from rashomon.steps.annotate.times import find_times
from rashomon.steps.annotate.words import split_words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # the day of the event, not of the saying, in the next paragraph too
        ("The ferry sank on Tuesday, the coastguard said on Wednesday.\n\nIt left Alba at 6:05 p.m. in calm weather.",
         ["2025-03-18", "2025-03-19", "2025-03-18T18:05"]),
        # said on Wednesday: the clock time stays with the event of the same paragraph
        ("The ferry sank on Tuesday, the coastguard said on Wednesday. It left Alba at 6:05 p.m. in calm weather.",
         ["2025-03-18", "2025-03-19", "2025-03-18T18:05"]),
        # what lies ahead counts from the publication day
        ("The ferry sank on Tuesday.\n\nThe minister will speak at 6:05 p.m. in Alba.",
         ["2025-03-18", "2025-03-19T18:05"]),
        # an event of last week is no longer continued
        ("The ferry sank on March 10.\n\nThe minister spoke at 6:05 p.m. in Alba.",
         ["2025-03-10", "2025-03-19T18:05"]),
        # midnight ends the day when something happened before it
        ("The ferry sank on Tuesday. The mayor came shortly before midnight.", ["2025-03-18", "2025-03-18T24:00"]),
        ("The ferry sank on Tuesday. The mayor came at midnight.", ["2025-03-18", "2025-03-18T00:00"]),
        # a weekday in an aside of a clause that looks ahead is the nearest one
        ("She will lead the zoo after the resignation of Bruno Keller on Monday.", ["2025-03-17"]),
        ("She will lead the zoo on Monday.", ["2025-03-24"]),
        # the month, not the verb
        ("In May, a patrol found the ship.", ["2024-05"]),
    ],
)  # fmt: skip
def test_which_day_a_time_continues(read: Any, text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)] == values


def test_before_midnight_is_the_last_half_hour_of_the_day(marks: Any) -> None:
    found = marks("The ferry sank on Tuesday. The mayor came shortly before midnight.")[1]
    assert (found.earliest, found.latest) == ("2025-03-18T23:30", "2025-03-18T23:59")


@pytest.mark.parametrize("text", ["Fog closed the port for a second day.", "It was a second defeat for the mayor."])
def test_a_second_day_is_no_second(read: Any, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("published", "source", "value", "earliest"),
    [
        ("2025-03-19T07:15", "metadata", "2025-03-18TNI", "2025-03-18"),
        ("2025-03-19T21:40", "metadata", "2025-03-19TNI", "2025-03-19"),
        ("2025-03-19", "text", "2025-03-19TNI", "2025-03-19"),
        ("2025-03-19", "story", "PRESENT_REF", None),
    ],
)
def test_tonight_in_a_quotation(published: str, source: Any, value: str, earliest: str | None) -> None:
    text = '"They waited tonight," she told reporters on the quay.'
    article = Article("a", "a.txt", text, (Block(0, len(text), "body"),), published=published, published_from=source)
    (found,) = find_times(split_words(article))
    assert (found.value, found.earliest) == (value, earliest)
