"""Durations, sets and clock times. Reports are of Wednesday, 19 March 2025."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("They talked for two hours.", "PT2H", None),
        ("They talked for about an hour.", "PT1H", "APPROX"),
        ("They talked for approximately one hour.", "PT1H", "APPROX"),
        ("They talked for almost an hour.", "PT1H", "LESS_THAN"),
        ("They talked for over two hours.", "PT2H", "MORE_THAN"),
        ("They talked for at least 40 minutes.", "PT40M", "EQUAL_OR_MORE"),
        ("They talked for up to 40 minutes.", "PT40M", "EQUAL_OR_LESS"),
        ("They talked for less than ten minutes.", "PT10M", "LESS_THAN"),
        ("They talked for no less than ten minutes.", "PT10M", "EQUAL_OR_MORE"),
        ("An hour-long call was held.", "PT1H", None),
        ("A 30-day pause was agreed.", "P30D", None),
        ("A 30 day pause was agreed.", "P30D", None),
        ("A twenty-five-year lease was signed.", "P25Y", None),
        ("They talked for half an hour.", "PT30M", None),
        ("They talked for an hour and a half.", "PT1.5H", None),
        ("They talked for two and a half years.", "P2.5Y", None),
        ("They talked for three decades.", "P30Y", None),
        ("They talked for a fortnight.", "P2W", None),
        ("They talked for 1,000 days.", "P1000D", None),
        ("They talked for several weeks.", "PXW", None),
        ("They talked for days.", "PXD", None),
        ("They talked for decades.", "PXDE", None),
        ("Prices doubled over the past three years.", "P3Y", None),
        ("It rained in the past few days.", "PXD", None),
        ("It was the worst single-day loss.", "P1D", None),
        ("The strike lasted three consecutive days.", "P3D", None),
        ("He paused for one second.", "PT1S", None),
    ],
)
def test_durations(text: str, value: str, mod: str | None, marks: Any) -> None:
    assert [(m.type, m.value, m.mod) for m in marks(text)] == [("DURATION", value, mod)]


def test_the_past_three_days_have_bounds(marks: Any) -> None:
    (mark,) = marks("It rained in the past three days.")
    assert (mark.value, mark.earliest, mark.latest) == ("P3D", "2025-03-16", "2025-03-19")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Inspectors come every month.", "P1M"),
        ("Inspectors come every two weeks.", "P2W"),
        ("Inspectors come every other day.", "P2D"),
        ("Inspectors come each Monday.", "XXXX-WXX-1"),
        ("Inspectors come every morning.", "XXXX-XX-XXTMO"),
        ("Inspectors come every May.", "XXXX-05"),
        ("He holds a weekly briefing.", "P1W"),
        ("The plant builds 15 a year.", "P1Y"),
    ],
)
def test_sets(text: str, value: str, marks: Any) -> None:
    assert [(m.type, m.value) for m in marks(text)] == [("SET", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rang at 4:38 p.m. in Alba.", "2025-03-19T16:38"),
        ("It rang at 12:05 a.m. in Alba.", "2025-03-19T00:05"),
        ("It rang at noon.", "2025-03-19T12:00"),
        ("It rang at midnight.", "2025-03-19T00:00"),
        ("It rang at 5pm.", "2025-03-19T17:00"),
        ("It rang at 18:00 UTC.", "2025-03-19T18:00Z"),
        ("It rang at 0415 GMT.", "2025-03-19T04:15Z"),
        ("It rang at 9 a.m. EST.", "2025-03-19T09:00-05:00"),
        ("It rang at 12:00 UTC Monday.", "2025-03-17T12:00Z"),
        ("It rang at 9 o'clock.", "2025-03-19T09:00"),
        ("It opens at 9 a.m. on April 2.", "2025-04-02T09:00"),
        ("It rang at 4.30pm today.", "2025-03-19T16:30"),
        ("It rang at 7:05:09 yesterday.", "2025-03-18T07:05:09"),
    ],
)
def test_clock_times(text: str, value: str, marks: Any) -> None:
    assert [(m.type, m.value) for m in marks(text)] == [("TIME", value)]


@pytest.mark.parametrize("text", ["It rang at 25:00.", "It rang at 14 p.m. in Alba.", "Chapter 9960 GMT."])
def test_no_clock_shows_these(text: str, marks: Any) -> None:
    assert [m for m in marks(text) if m.type == "TIME"] == []


def test_a_zone_is_kept_only_where_it_is_written(marks: Any) -> None:
    (mark,) = marks("It rang at 6:40 p.m. (GMT +8) in Alba.")
    assert (mark.value, mark.earliest) == ("2025-03-19T18:40", "2025-03-19T18:40")
