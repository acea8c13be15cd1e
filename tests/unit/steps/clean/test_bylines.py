from __future__ import annotations

import pytest

from rashomon.steps.clean.bylines import Head, read_byline, read_joined, read_names
from rashomon.steps.clean.lines import split_lines

P = "The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement."


def below(text: str) -> tuple[list[str | None], Head]:
    """The kinds of the lines of `text` between a title and a paragraph."""
    lines = split_lines(f"{text}\n{P}")
    head = Head(title="Ferry runs aground")
    for n in range(len(lines) - 1):
        if not read_byline(lines[n], head):
            read_names(lines, n, head)
    return [line.kind for line in lines[:-1]], head


@pytest.mark.parametrize(
    ("text", "authors", "outlet"),
    [
        ("Anna Dunmore\nThe Lantern", ["Anna Dunmore"], "The Lantern"),
        ("Zorvan Quillifer\nThe Lantern", ["Zorvan Quillifer"], "The Lantern"),
        ("Zorvan Quillifer\nSallow Courier", ["Zorvan Quillifer"], "Sallow Courier"),
        ("Anna Dunmore in Sallow\nThe Lantern", ["Anna Dunmore"], "The Lantern"),
        ("Anna Dunmore and Peter Rusk\nThe Lantern", ["Anna Dunmore", "Peter Rusk"], "The Lantern"),
        ("Anna Dunmore\nRadio Sallow", ["Anna Dunmore"], "Radio Sallow"),
        ("The Lantern\nAnna Dunmore", ["Anna Dunmore"], "The Lantern"),
        ("By Anna Dunmore\nThe Lantern", ["Anna Dunmore"], "The Lantern"),
        ("Anna Dunmore\nTransport Correspondent", ["Anna Dunmore"], None),
        ("Anna Dunmore", ["Anna Dunmore"], None),
        ("Anna Dunmore | The Lantern", ["Anna Dunmore"], "The Lantern"),
        ("Anna Dunmore, The Lantern", ["Anna Dunmore"], "The Lantern"),
        ("Anna Dunmore, Chief Reporter, The Lantern", ["Anna Dunmore"], "The Lantern"),
        ("By Anna Dunmore, Chief Reporter", ["Anna Dunmore"], None),
        ("Von Anna Dunmore", ["Anna Dunmore"], None),
        ("Our Special Correspondent", [], None),
        ("By our foreign staff", [], None),
        ("By a staff reporter", [], None),
        ("By Special Correspondent", [], None),
        ("By Staff and agencies", [], None),
        ("By Lantern News Desk", ["Lantern News Desk"], None),
    ],
)
def test_bylines(text, authors, outlet):
    kinds, head = below(text)
    assert kinds == ["byline"] * len(kinds)
    assert (head.authors, head.outlet) == (authors, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "Rough Seas\nThe Rescue",  # two subheads
        "Port Sallow",  # a place
        "Zorvan Quillifer",  # an unknown name without anything beside it
        "The Lantern",  # a name of that form alone proves nothing
        "By Monday the harbour was open",
        "By the quay it was quiet",
        "A Long Night At Sea",
    ],
)
def test_no_bylines(text):
    kinds, head = below(text)
    assert kinds == [None] * len(kinds)
    assert (head.authors, head.outlet) == ([], None)


def test_a_person_the_report_tells_of_is_no_author():
    lines = split_lines(f"Anna Dunmore\n{P} Anna Dunmore, who was on deck, said it was over in a minute.")
    assert not read_names(lines, 0, Head(title="Ferry runs aground"))


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("By Sallow Wire", ["Sallow Wire"]),
        ("By The Associated Press", ["Associated Press"]),
        ("Sallow News Agency", ["Sallow News Agency"]),
        ("dpa", ["dpa"]),
    ],
)
def test_agencies_are_sources_and_no_authors(text, sources):
    kinds, head = below(text)
    assert kinds == ["byline"]
    assert (head.authors, head.sources) == ([], sources)


@pytest.mark.parametrize(
    ("text", "authors", "outlet", "days"),
    [
        ("Anna Dunmore | 4 May 2031", ["Anna Dunmore"], None, ["2031-05-04"]),
        ("Anna Dunmore · The Lantern · May 4, 2031", ["Anna Dunmore"], "The Lantern", ["2031-05-04"]),
        ("Anna Dunmore - Sallow Courier", ["Anna Dunmore"], "Sallow Courier", []),
    ],
)
def test_names_and_dates_on_one_line(text, authors, outlet, days):
    head = Head()
    assert read_joined(split_lines(text)[0], head)
    assert (head.authors, head.outlet, [s.day for s in head.stamps]) == (authors, outlet, days)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Dunmore",
        "Anna Dunmore | said so",
        "Sallow | Anna Dunmore",
        "Anna Dunmore, the mayor, said no.",
        "A | B | C",
    ],
)
def test_other_lines_with_bars_are_no_bylines(text):
    assert not read_joined(split_lines(text)[0], Head())
