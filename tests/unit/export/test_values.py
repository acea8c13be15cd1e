"""Values in words at their edges: no digit lost, no day that is none, no plural that nobody writes."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.export.excerpt import excerpt
from rashomon.export.formats.names import dossier_digest, line_uri, moment, text_uri
from rashomon.export.markdown import escape
from rashomon.export.view import View, teaser_only
from rashomon.export.words import clipped, count, day, number, period, plural, reading, short_day, via
from rashomon.records.article import digest


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1_234_567_000, "1,234.567 million"),
        (987_654_000, "987.654 million"),
        (1_234_000_000_000, "1.234 trillion"),
        (1e18, "1,000,000 trillion"),
        (999_999, "999,999"),
        (1_000_000, "1 million"),
        (-2_500_000, "-2.5 million"),
        (0.1, "0.1"),
        (1.005, "1.005"),
        (-0.0, "0"),
        (19 / 20, "0.95"),
        (1 / 21, "0.04761904762"),
    ],
)
def test_no_digit_is_lost(value: float, words: str) -> None:
    assert number(value) == words


SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}


@given(st.integers(-(10**13), 10**13))
@settings(max_examples=60, deadline=None)
def test_a_whole_number_in_words_is_the_same_number(value: int) -> None:
    figure, _, scale = number(value).replace(",", "").partition(" ")
    assert Fraction(figure) * SCALES.get(scale, 1) == value


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("German", "Germans"),
        ("Roman", "Romans"),
        ("woman", "women"),
        ("policewoman", "policewomen"),
        ("grandchild", "grandchildren"),
        ("midwife", "midwives"),
        ("crisis", "crises"),
        ("analysis", "analyses"),
        ("bus", "buses"),
        ("church", "churches"),
        ("box", "boxes"),
        ("toy", "toys"),
        ("Person", "people"),
        ("children", "children"),
        ("policemen", "policemen"),
        ("women", "women"),
        ("policewomen", "policewomen"),
        ("specimen", "specimens"),
    ],
)
def test_plurals_that_news_writes(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    "noun", "hour person German bus city crew aircraft fisherman dollar child half boss day crisis wife tooth".split()
)
def test_a_plural_stays_as_it_is(noun: str) -> None:
    assert plural(plural(noun)) == plural(noun)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ({"value": -4, "low": -4, "high": -4}, "USD", "-$4"),
        ({"value": -2.5e6, "low": None, "high": None}, "GBP", "-£2.5 million"),
        ({"value": -4, "low": -4, "high": -4}, "degree-celsius", "-4 °C"),
        ({"value": 5, "low": 5, "high": None, "modifier": "at least"}, "hour", "at least 5 hours"),
        ({"value": 0, "low": 0, "high": 0, "counted": "person"}, None, "0 people"),
        ({"value": 1, "low": 1, "high": 2, "counted": "day"}, None, "1–2 days"),
        ({"value": 3, "low": 3, "high": 3}, "kilowatt-hour", "3 kilowatt hours"),
        ({"value": None, "low": None, "high": None, "counted": "boat"}, "metre", "? metres"),
    ],
)
def test_readings_at_the_edges(value: dict[str, Any], unit: str | None, words: str) -> None:
    assert reading({"modifier": None, "counted": None, **value}, unit) == words


@pytest.mark.parametrize(
    "value",
    ["2025-02-31", "0000-01-01", "2025-00", "2025-13", "2025-W12", "2025-Q1", "20250318", "199", "", "٢٠٢٥-٠٣-١٨"],
)
def test_what_is_no_day_stays_as_it_is(value: str) -> None:
    assert day(value) == value
    assert short_day(value) == value


@given(st.dates(min_value=date(1000, 1, 1)))
@settings(max_examples=40)
def test_a_day_in_words_is_that_day(when: date) -> None:
    name, number_, month, year = day(when.isoformat()).split()
    assert (name, int(number_), month, int(year)) == (when.strftime("%A"), when.day, when.strftime("%B"), when.year)
    assert short_day(f"{when}T10:00Z") == f"{when.day} {month[:3]}"


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2023-03-01", "2024-03-31", "year", "2023 – 2024"),
        ("1990-01-01", "1999-12-31", "year", "1990 – 1999"),
        ("2025-01-01", "2025-03-31", "month", "January 2025 – March 2025"),
        ("2025-03-18T16:00", "2025-03-18T16:59", "hour", "Tuesday 18 March 2025, 16:00"),
        ("2025-03-18T16:38", "2025-03-18T16:38", "day", "Tuesday 18 March 2025"),
        ("2025-03-18", "2025-03-18", "minute", "Tuesday 18 March 2025"),
        ("2025-03-18", "2025-03-19", "part-of-day", "Tuesday 18 March 2025 – Wednesday 19 March 2025"),
    ],
)
def test_a_period_is_no_more_precise_than_what_is_known(start: str, end: str, precision: str, words: str) -> None:
    assert period(start, end, precision) == words


@given(st.text("ab ", max_size=30), st.integers(3, 20))
@settings(max_examples=60)
def test_a_clipped_text_fits(text: str, limit: int) -> None:
    got = clipped(text, limit)
    assert len(got) <= limit or got == text
    assert got == text or (got.endswith(" …") and text.startswith(got[:-2]))


def test_a_word_longer_than_the_limit_is_cut() -> None:
    assert clipped("a" * 500, 10) == "a" * 8 + " …"


@pytest.mark.parametrize(
    ("channel", "words"),
    [("X", "on X"), ("e-mail", "in an e-mail"), ("testimony", "in testimony"), ("Coast Radio 1", "to Coast Radio 1")],
)
def test_channels(channel: str, words: str) -> None:
    assert via(channel) == words


def test_nothing_is_counted_in_the_plural() -> None:
    assert (count(0, "report"), count(1, "person"), count(1000, "person")) == ("0 reports", "1 person", "1,000 people")


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-02-31", None),
        ("0000-01-01", None),
        ("2025-03-19T25:00", None),
        ("2025-03-19T10:61", None),
        ("2025-03-19T10:00+25:00", None),
        ("2024-02-29", "2024-02-29T00:00:00Z"),
        ("2025-03-19T20:10Z", "2025-03-19T20:10:00Z"),
        ("2025-03-19T20:10:33.123-05:30", "2025-03-19T20:10:00-05:30"),
        ("19 March 2025", None),
        ("", None),
    ],
)
def test_a_moment_is_one_of_the_calendar(published: str, expected: str | None) -> None:
    assert moment(published) == expected


@given(st.text(max_size=40))
@settings(max_examples=60)
def test_names_of_lines_and_texts_are_plain_ascii(text: str) -> None:
    article = {"sha256": digest(text)}
    assert text_uri(article).isascii()
    assert len(text_uri(article)) == len("ni:///sha-256;") + 43
    named = line_uri({"articles": [article]}, text.encode("utf-8", "replace").decode())
    assert named.isascii()
    assert " " not in named
    assert named.count("/") == 1


def test_a_dossier_is_named_by_its_texts_only() -> None:
    one, two = {"sha256": "00" * 32}, {"sha256": "ff" * 32}
    assert dossier_digest({"articles": [one, two]}) == dossier_digest({"articles": [two, one]})
    assert dossier_digest({"articles": [one]}) != dossier_digest({"articles": [one, two]})
    assert len(dossier_digest({"articles": []})) == 32


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("&lt;b&gt; and &#60; but A & B", "\\&lt;b\\&gt; and \\&\\#60; but A & B"),
        ("- He left", "\\- He left"),
        ("+ one", "\\+ one"),
        ("1. The ferry", "1\\. The ferry"),
        ("12) The ferry", "12\\) The ferry"),
        ("2025 was warm. 3. It rained", "2025 was warm. 3. It rained"),
        ("well-known -5 °C", "well-known -5 °C"),
        ("a\\b `c` ~d~ |e|", "a\\\\b \\`c\\` \\~d\\~ \\|e\\|"),
        ("  two\n\nlines\t", "two lines"),
        ("", ""),
    ],
)
def test_nothing_of_a_text_is_markup(text: str, plain: str) -> None:
    assert escape(text) == plain


@given(st.text(max_size=40))
@settings(max_examples=60)
def test_what_is_escaped_reads_as_before(text: str) -> None:
    assert re.sub(r"\\([\\`*_{}\[\]<>#|~&+=.)-])", r"\1", escape(text)) == " ".join(text.split())


WORDS = st.lists(st.sampled_from("the ferry sank “it had” . stopped ! he said, \n Nobody".split(" ")), max_size=25)


@given(WORDS, st.integers(0, 60), st.integers(1, 40))
@settings(max_examples=80, deadline=None)
def test_an_excerpt_adds_only_characters_of_its_source(words: list[str], start: int, length: int) -> None:
    text = " ".join(words)
    chosen = text[start : start + length]
    if not chosen.strip():
        return
    article = {"id": "a", "text": text, "path": "a.txt", "outlet": None}
    view = View({"articles": [article], "actors": [], "quotes": []})
    got = excerpt(view, chosen, [{"article": "a", "start": start, "end": start + len(chosen)}])
    assert got.text == " ".join(chosen.split())
    source = " ".join(text.split())
    before, after = got.before.removeprefix("… "), got.after.removesuffix(" …")
    assert before.strip() in source
    assert after.strip() in source


def test_a_figure_of_headlines_alone_is_named_once() -> None:
    readings = [
        {"value": 150, "kind": "teaser", "n": 1},
        {"value": 140, "kind": "report", "n": 2},
        {"value": 150, "kind": "teaser", "n": 3},
        {"value": 140, "kind": "teaser", "n": 4},
        {"value": 120, "kind": "teaser", "n": 5},
    ]
    assert [r["n"] for r in teaser_only({"readings": readings})] == [5, 1]
