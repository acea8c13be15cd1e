from __future__ import annotations

import pytest

from rashomon.text.stamps import iso, stamp_at, whole_stamp


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("4 May, 2031 Sunday", "2031-05-04"),
        ("date 2031-05-04", "2031-05-04"),
        ("May 4, 2031 07:44", "2031-05-04T07:44"),
        ("on May 04 2031 7:41 AM", "2031-05-04T07:41"),
        ("SUNDAY 04 MAY 2031", "2031-05-04"),
        ("Sun, May 4th, 2031", "2031-05-04"),
        ("Sun May 4, 2031 1:28PM GMT", "2031-05-04T13:28"),
        ("Sun, 04 May 2031 12:28 CDT", "2031-05-04T12:28"),
        ("Published on May 04, 2031 4:22 PM", "2031-05-04T16:22"),
        ("Published May. 4, 2031 at 5:13 p.m. EDT", "2031-05-04T17:13"),
        ("May 4, 2031|12:35 pm", "2031-05-04T12:35"),
        ("Published on: 4 May 2031-11:25am", "2031-05-04T11:25"),
        ("04.05.2031, 12:30", "2031-05-04T12:30"),
        ("2031/05/04", "2031-05-04"),
        ("25/05/2031", "2031-05-25"),
        ("Updated: 2031-05-04 17:52", "2031-05-04"),
        ("Xinhua | Updated: 2031-05-04 17:52", "2031-05-04"),
        ("4 May 2031 Last updated at 13:38 GMT", "2031-05-04"),
    ],
)
def test_whole_lines(line, value):
    stamp = whole_stamp(line)
    assert stamp is not None
    assert stamp.value == value


@pytest.mark.parametrize(
    "line", ["03/04/2031", "11 / 10 / 31 02:39 PM ET", "2 hours ago", "20:10", "Updated at 8:25 a.m."]
)
def test_stamps_without_a_certain_day(line):
    stamp = whole_stamp(line)
    assert stamp is not None
    assert stamp.value is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Sunday",
        "On Tuesday",
        "May be a problem",
        "5 dead",
        "Marching on 4 fronts",
        "31 February 2031 x",
        "4 May",
        "Time for tea",
        "24:30",
    ],
)
def test_no_stamps(line):
    assert whole_stamp(line) is None


def test_impossible_days_are_dated_but_have_no_day():
    stamp = whole_stamp("31 February 2031")
    assert stamp is not None
    assert (stamp.dated, stamp.day) == (True, None)


def test_a_stamp_before_a_title():
    stamp = stamp_at("date 2031-05-04 Ferry sinks")
    assert stamp is not None
    assert (stamp.end, stamp.day) == (15, "2031-05-04")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2031-05-04T18:30:00+02:00", "2031-05-04T18:30+02:00"),
        ("2031-05-04T18:30:00.123Z", "2031-05-04T18:30Z"),
        ("2031-05-04 18:30:00", "2031-05-04T18:30"),
        ("2031-05-04", "2031-05-04"),
        ("2031-05", "2031-05"),
        ("4 May 2031 07:09 GMT", "2031-05-04T07:09"),
        ("2031-13-04", None),
        ("03/04/2031", None),
        ("soon", None),
        ("", None),
    ],
)
def test_metadata_dates(value, found):
    assert iso(value) == found
