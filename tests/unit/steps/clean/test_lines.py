from __future__ import annotations

import pytest

from rashomon.steps.clean.lines import Line, headlike, split_lines


def line(text: str) -> Line:
    return Line(0, len(text), text, False)


def test_lines_are_trimmed_and_keep_their_place():
    text = "\n  One \n\t\nTwo\u00a0\n"
    found = split_lines(text)
    assert [(x.start, x.end, x.text, x.gap) for x in found] == [(3, 6, "One", True), (10, 13, "Two", True)]
    assert all(text[x.start : x.end] == x.text for x in found)


def test_gaps():
    assert [x.gap for x in split_lines("a\nb\n\nc")] == [False, False, True]
    assert split_lines(" \n\n") == []


@pytest.mark.parametrize(
    ("text", "is_open", "full"),
    [
        ("It sank.", False, True),
        ("It sank.”", False, True),
        ("It sank . ''", False, True),
        ("It sank…", False, True),
        ("Who sank it?", False, True),
        ("“It sank”", False, False),
        ("He said:", False, False),
        ("It sank", True, False),
        ("Ferry leaves U.S.", False, False),
        ("Ferry sinks (again)", True, False),
        ("They like SpaceX.", False, True),
    ],
)
def test_how_lines_end(text, is_open, full):
    found = line(text)
    assert (found.open, found.full) == (is_open, full)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank.", False),
        ("The ferry sank on Monday off Lorvik " * 3 + "as was said.", True),
        ("The ferry sank on Monday. " + "Nobody was hurt in the accident off the coast of Lorvik " * 2, True),
        ("word " * 100, True),
        ("Ferry sinks off Lorvik on Monday", False),
    ],
)
def test_paragraphs(text, expected):
    assert line(text.strip()).paragraph is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry sinks off Lorvik", True),
        ("5 things to know", True),
        ("'We are safe': crew of ferry speaks", True),
        ("and then it sank", False),
        ("It sank. Nobody was hurt", False),
        ("See https://fjord.example", False),
        ("Ada Lund (@ada) May 4", False),
        ("#ferry", False),
        ("It sank.", False),
        ("Word " * 30, False),
    ],
)
def test_headlines(text, expected):
    assert headlike(line(text.strip())) is expected


def test_the_first_label_stays():
    found = line("Advertisement")
    found.mark("advert", "one")
    found.mark("links", "two")
    assert (found.kind, found.reason, found.free) == ("advert", "one", False)
