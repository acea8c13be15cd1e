from __future__ import annotations

import pytest

from rashomon.steps.clean.header import Head, read_head
from rashomon.steps.clean.lines import Line, split_lines

P = "The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement."


def head(text: str, title: str | None = None) -> tuple[Head, list[Line]]:
    lines = split_lines(text)
    return read_head(lines, title), lines


def kinds(text: str) -> list[str | None]:
    return [line.kind for line in head(text)[1]]


@pytest.mark.parametrize(
    ("first", "outlet"),
    [
        ("Fjordblad. World", "Fjordblad"),
        ("Fjordblad | News", "Fjordblad"),
        ("Fjordblad - Politics", "Fjordblad"),
        ("The Fjord Herald", "The Fjord Herald"),
        ("World | News", None),
    ],
)
def test_site_lines(first, outlet):
    found, lines = head(f"{first}\nFerry runs aground off Lorvik\n{P}")
    assert lines[0].kind == "furniture"
    assert (found.outlet, found.title) == (outlet, "Ferry runs aground off Lorvik")


def test_a_headline_with_a_bar_or_stop_is_no_site():
    assert kinds(f"Ferry aground | Harbour closed\n{P}") == ["title", None]
    assert kinds(f"Ferry sinks. Mayor weeps\n{P}") == ["title", None]


def test_sections_are_furniture():
    assert kinds(f"World\nFerry runs aground off Lorvik\nPolitics\n{P}") == ["furniture", "title", "furniture", None]


def test_a_sentence_between_title_and_byline_is_a_standfirst():
    assert kinds(f"Ferry runs aground\n{P}\nBy Per Moe\n{P}") == ["title", "subtitle", "byline", None]
    assert kinds(f"Ferry runs aground\n{P}\n4 May 2031\n{P}") == ["title", "subtitle", "date", None]


def test_the_role_below_a_byline():
    found, lines = head(f"Ferry runs aground\nBy Per Moe\nTransport correspondent\n{P}")
    assert [x.kind for x in lines] == ["title", "byline", "byline", None]
    assert found.authors == ["Per Moe"]


def test_a_byline_with_a_date_behind_it():
    found, _ = head(f"Ferry runs aground\nBy Per Moe | 4 May 2031\n{P}")
    assert [s.value for s in found.stamps] == ["2031-05-04"]


def test_a_surname_that_ends_outlets_is_no_outlet():
    found, _ = head(f"Ferry runs aground\nBy Ada Lund and Emily Post\n{P}")
    assert (found.authors, found.outlet) == (["Ada Lund", "Emily Post"], None)


def test_nothing_below_the_first_paragraph_is_head():
    assert kinds(f"Ferry runs aground\n{P}\nBy the quay it was quiet\n4 May 2031\n{P}")[2] is None


def test_the_given_title_wins():
    found, lines = head(f"Our best reads\nFerry runs aground\n{P}", "Ferry runs aground")
    assert lines[1].kind == "title"
    assert found.title == "Ferry runs aground"


@pytest.mark.parametrize("text", ["", "Ferry", "By", "By Ada", "4 May 2031", "World", "- one\n- two"])
def test_heads_without_a_report(text):
    found, _ = head(text)
    assert found.title is None
