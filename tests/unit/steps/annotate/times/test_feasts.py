"""Feasts: the day in the year that is written, else the nearest one the tense allows. Reports are of 19 March 2025."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rashomon.steps.annotate.times.values.feasts import feast_day
from rashomon.text.lexicon import lexicon

FEASTS = {name: entry for entry in lexicon("calendar")["holidays"] for name in entry["names"]}


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Epiphany", 2025, date(2025, 1, 6)),
        ("Remembrance Day", 2024, date(2024, 11, 11)),
        ("Easter", 2024, date(2024, 3, 31)),
        ("Shrove Tuesday", 2025, date(2025, 3, 4)),
        ("Ash Wednesday", 2025, date(2025, 3, 5)),
        ("Maundy Thursday", 2025, date(2025, 4, 17)),
        ("Good Friday", 2025, date(2025, 4, 18)),
        ("Holy Saturday", 2025, date(2025, 4, 19)),
        ("Ascension Day", 2025, date(2025, 5, 29)),
        ("Pentecost", 2025, date(2025, 6, 8)),
        ("Whit Monday", 2025, date(2025, 6, 9)),
        ("Thanksgiving", 2025, date(2025, 11, 27)),
        ("Memorial Day", 2025, date(2025, 5, 26)),
        ("Columbus Day", 2025, date(2025, 10, 13)),
        ("Martin Luther King Day", 2025, date(2025, 1, 20)),
    ],
)
def test_the_day_in_a_year(name: str, year: int, day: date) -> None:
    assert feast_day(FEASTS[name], year) == day


@pytest.mark.parametrize("year", [0, -4, 10_000])
def test_no_day_in_a_year_without_a_calendar(year: int) -> None:
    assert {feast_day(entry, year) for entry in FEASTS.values()} == {None}


def test_every_feast_has_one_way_to_its_day() -> None:
    for entry in FEASTS.values():
        assert len(entry.keys() & {"day", "easter", "weekday"}) == 1
        assert feast_day(entry, 2025) is not None


def test_no_name_has_two_days() -> None:
    names = [name for entry in lexicon("calendar")["holidays"] for name in entry["names"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pool closed on Boxing Day.", "2024-12-26"),
        ("The pool will close on Boxing Day.", "2025-12-26"),
        ("The pool opens on Whit Monday.", "2025-06-09"),
        ("The pool closed last Christmas.", "2024-12-25"),
        ("The pool will open next Easter.", "2025-04-20"),
        ("The pool burned down on Bonfire Night.", "2024-11-05"),
        ("The pool opened on Easter Sunday 2019.", "2019-04-21"),
    ],
)
def test_the_year_follows_the_clause(text: str, value: str, read: Any) -> None:
    assert [v for _, v in read(text)] == [value]


def test_a_report_without_a_date_leaves_the_year_open(read: Any) -> None:
    assert read("The pool closed on Boxing Day.", None) == [("Boxing Day", "XXXX-12-26")]
    assert read("The pool closed at Easter.", None) == []


def test_a_feast_that_every_country_keeps_on_another_day_is_not_dated(read: Any) -> None:
    assert read("The pool was open on Independence Day.") == []
