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


def test_a_name_above_the_title_that_the_report_gives_again_is_the_site():
    text = f"The Bugler\nFerry runs aground off Lorvik\n{P}\nThe mayor told the Bugler that she was glad."
    found, lines = head(text)
    assert (lines[0].kind, lines[0].reason) == ("furniture", "name of the site, named again in the report")
    assert (found.outlet, found.title) == ("The Bugler", "Ferry runs aground off Lorvik")


def test_a_title_of_two_words_is_no_site():
    found, _ = head(f"The Long Night\nHow a town lost its harbour and its ferry\n{P}")
    assert (found.outlet, found.title) == (None, "The Long Night")
    found, _ = head(f"The Night\nHow a town lost its harbour and its ferry\n{P}\nThe mayor said the night was long.")
    assert (found.outlet, found.title) == (None, "The Night")


@pytest.mark.parametrize("name", ["Radio Vestmark", "The Daily Bugler", "Sallow Evening Post", "Channel Nine"])
def test_sites_by_the_words_they_begin_or_end_with(name):
    found, lines = head(f"{name}\nFerry runs aground off Lorvik\n{P}")
    assert lines[0].kind == "furniture"
    assert (found.outlet, found.title) == (name, "Ferry runs aground off Lorvik")


def test_the_site_below_a_label():
    lines = split_lines(f"Menu\nKestrel News\nFerry runs aground off Lorvik\n{P}")
    lines[0].mark("furniture", "label of the page")
    found = read_head(lines, None)
    assert [x.kind for x in lines] == ["furniture", "furniture", "title", None]
    assert found.outlet == "Kestrel News"
