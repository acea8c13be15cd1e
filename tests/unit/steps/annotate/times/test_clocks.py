"""Clock times whose day is named behind them in their sentence."""

from __future__ import annotations

from typing import Any

import pytest


def clocks(found: Any) -> list[str]:
    return [value for _, value in found if ":" in value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Planes dropped four crates at 3:20 p.m. in the north on Monday.", "2025-03-17T15:20"),
        ("The siren at 6 a.m. woke the whole of Alba yesterday.", "2025-03-18T06:00"),
        ("It rang at 4 p.m. on the pier, on 11 March 2025.", "2025-03-11T16:00"),
    ],
)
def test_the_one_day_behind_a_clock_time_is_its_day(text: str, value: str, read: Any) -> None:
    assert clocks(read(text)) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rang at 4 p.m., officials said on Monday.", ["2025-03-19T16:00"]),
        ("It rang at 4 p.m. after the vote on Monday and the strike on Sunday.", ["2025-03-19T16:00"]),
        ("On Monday it rang at 4 p.m. before the vote on Tuesday.", ["2025-03-17T16:00"]),
        ("It fell just before 6 a.m. (2100 GMT Monday) near Alba.", ["2025-03-19T06:00", "2025-03-19T21:00Z"]),
        ("It rang at 4 p.m. The vote is on Friday.", ["2025-03-19T16:00"]),
        ("It rang at 4 p.m. Tuesday. The vote is on Friday.", ["2025-03-18T16:00"]),
    ],
)
def test_else_it_stays_where_it_was(text: str, values: list[str], read: Any) -> None:
    assert clocks(read(text)) == values
