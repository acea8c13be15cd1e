from __future__ import annotations

import pytest

from rashomon.settings import Settings
from rashomon.steps.read.pages import authors_of, bound, date_of, join, language_of, line_of, name_of, url_of


def test_bound_cuts_at_the_last_line_end():
    assert bound("one\ntwo\nthree", Settings(max_characters=10)) == ("one\ntwo", True)
    assert bound("one\ntwo", Settings(max_characters=10)) == ("one\ntwo", False)
    assert bound("one two three", Settings(max_characters=9)) == ("one two", True)
    assert bound("a" * 20, Settings(max_characters=9)) == ("a" * 9, True)


def test_join_sets_hints_on_exact_characters():
    text, hints = join("Ferry sinks", [("Water", "subhead"), ("It sank.", None), ("Older news", "teaser")])
    assert text == "Ferry sinks\n\nWater\n\nIt sank.\n\nOlder news"
    assert [(text[h.start : h.end], h.kind) for h in hints] == [
        ("Ferry sinks", "title"),
        ("Water", "subhead"),
        ("Older news", "teaser"),
    ]


def test_join_without_title_and_without_parts():
    assert join(None, [("It sank.", None)]) == ("It sank.", ())
    assert join(None, []) == ("", ())
    assert (
        join("Ferry sinks", [("  ", None), ("FERRY SINKS", None), ("It sank.", None)])[0] == "FERRY SINKS\n\nIt sank."
    )


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (" A  b\n c ", "A b c"),
        ("<b>A</b> &amp; b", "A & b"),
        (7, "7"),
        (True, None),
        (None, None),
        ("", None),
        ("{{ title }}", None),
        ("null", None),
        ([], None),
    ],
)
def test_line_of(value, found):
    assert line_of(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Fjord News", "Fjord News"),
        ("https://fjord.example", None),
        ("//fjord.example", None),
        ("www.fjord.example", None),
        ("@fjord", None),
        ("x" * 121, None),
    ],
)
def test_name_of(value, found):
    assert name_of(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("By Ada Lund", ("Ada Lund",)),
        ("Ada Lund and Per Moe", ("Ada Lund", "Per Moe")),
        ("Ada Lund, Per Moe & Ida Vik", ("Ada Lund", "Per Moe", "Ida Vik")),
        ("Ada Lund, Fjord.com", ("Ada Lund",)),
        ("Ada Lund | ada@fjord.example", ("Ada Lund",)),
        ([{"name": "Ada Lund"}, {"name": ["Per Moe"]}, {"url": "x"}], ("Ada Lund", "Per Moe")),
        (["Ada Lund", "Ada Lund"], ("Ada Lund",)),
        ("https://social.example/ada", ()),
        (None, ()),
        ({}, ()),
    ],
)
def test_authors_of(value, found):
    assert authors_of(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2031-05-04T18:30:00Z", "2031-05-04T18:30Z"),
        (1935599400, "2031-05-03T18:30Z"),
        ("0001-01-01T00:00:00Z", None),
        (True, None),
        (12, None),
        ("x" * 100, None),
        (None, None),
    ],
)
def test_date_of(value, found):
    assert date_of(value) == found


def test_url_of_and_language_of():
    assert url_of("https://fjord.example/a") == "https://fjord.example/a"
    assert [url_of(v) for v in ("ftp://x", "/a", "https://", None, "https://" + "x" * 3000)] == [None] * 5
    assert [language_of(v) for v in ("en-GB", "en_US", "English", "deutsch", "de", "xx-", "", None, "123")] == [
        "en",
        "en",
        "en",
        "de",
        "de",
        None,
        None,
        None,
        None,
    ]
