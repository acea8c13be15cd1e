"""What stands between the marks: a quotation or something nobody said."""

from __future__ import annotations

import pytest

from rashomon.steps.annotate.quotes.assembly.choose import choose
from rashomon.steps.annotate.quotes.assembly.segments import classify
from rashomon.steps.annotate.quotes.tagging.cues import table
from rashomon.steps.annotate.quotes.tagging.tags import find_tags

from .test_frames import frames


def classes(text: str) -> list[str]:
    found = []
    for frame in frames(text):
        tags = find_tags(frame, table())
        for place in frame.places:
            tag, link = choose(frame, tags, place)
            found.append(classify(frame, place, tag, link, text))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are late,” Weber said.", ["quotation"]),
        ("Weber said: “We are late.”", ["quotation"]),
        ("Weber called the port “late.”", ["partial"]),
        ("Weber said the port was “late” and “shut.”", ["partial", "partial"]),
        ("Weber said “yes.”", ["partial"]),
        ("The “smart” meter failed.", ["scare"]),
        ("The “very late” train left.", ["scare"]),
        ("The so-called “smart” meter failed.", ["term"]),
        ("The term “late” is old.", ["term"]),
        ("The word “late” is old.", ["term"]),
        ("The film “Ash” opens.", ["title"]),
        ("She hosts “Morning in Ash” now.", ["title"]),
        ("A novel titled “The Long Wait” won.", ["title"]),
        ("The “Harbour Lights” actress left.", ["title"]),
        ("The ship is named “Morning.”", ["title"]),
        ("A man known as “Shorty” left.", ["nickname"]),
        ("Tom “Chico” Ruiz left.", ["nickname"]),
        ("It was, they felt, “a very long and bitter wait.”", ["partial"]),
        ("“Resign!”", ["quotation"]),
    ],
)
def test_classes(text: str, expected: list[str]) -> None:
    assert classes(text) == expected
