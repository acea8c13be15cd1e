from __future__ import annotations

import pytest

from rashomon.text.stamps import iso, local, shifted, stamp_at, whole_stamp


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
        ("4 May 2031 07:09 GMT", "2031-05-04T07:09Z"),
        ("2031-13-04", None),
        ("03/04/2031", None),
        ("soon", None),
        ("", None),
    ],
)
def test_metadata_dates(value, found):
    assert iso(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Sun, 04 May 2031 12:28 EDT", "2031-05-04T12:28-04:00"),
        ("May 4, 2031 9:10 PM CET", "2031-05-04T21:10+01:00"),
        ("May 4, 2031 9:10 PM IST", "2031-05-04T21:10"),
        ("May 4, 2031 9:10 PM ET", "2031-05-04T21:10"),
        ("4 May 2031 EDT", "2031-05-04"),
    ],
)
def test_named_zones_of_metadata_are_offsets_where_they_have_one_meaning(value, found):
    assert iso(value) == found


def test_a_date_line_with_a_named_zone_is_local_time():
    stamp = whole_stamp("May 4, 2031 11:30 PM EDT")
    assert stamp is not None
    assert (stamp.value, stamp.day, stamp.zone) == ("2031-05-04T23:30", "2031-05-04", "-04:00")


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (["2031-05-04T22:30Z", "2031-05-05T00:30+02:00"], "2031-05-05T00:30+02:00"),
        (["2031-05-05T00:30+02:00", "2031-05-04T22:30Z"], "2031-05-05T00:30+02:00"),
        (["2031-05-04T22:30Z", "2031-05-05T00:31+02:00"], "2031-05-04T22:30Z"),
        (["2031-05-04T22:30Z", "2031-05-04T22:30+00:00"], "2031-05-04T22:30Z"),
        (["2031-05-04T22:30Z", "2031-05"], "2031-05-04T22:30Z"),
        (["2031-05-04"], "2031-05-04"),
        ([], None),
    ],
)
def test_of_two_times_of_one_instant_the_local_one(values, found):
    assert local(values) == found


@pytest.mark.parametrize(
    ("value", "line", "found"),
    [
        ("2031-05-04T22:30Z", "5 May 2031 00:30", "2031-05-05T00:30+02:00"),
        ("2031-05-04T22:30Z", "May 4, 2031 6:30 pm", "2031-05-04T18:30-04:00"),
        ("2031-05-04T22:30Z", "5 May 2031 04:15", "2031-05-05T04:15+05:45"),
        ("2031-05-04T22:30Z", "5 May 2031 00:15", None),
        ("2031-05-04T22:30Z", "5 May 2031 22:30", None),
        ("2031-05-04T22:30Z", "4 May 2031 22:30", None),
        ("2031-05-04T22:30Z", "5 May 2031", None),
        ("2031-05-04T22:30Z", "Updated: 5 May 2031 00:30", None),
        ("2031-05-04T22:30+02:00", "5 May 2031 00:30", None),
        ("2031-05-04", "5 May 2031 00:30", None),
    ],
)
def test_the_date_line_tells_the_local_time_of_metadata(value, line, found):
    stamp = whole_stamp(line)
    assert stamp is not None
    assert shifted(value, stamp) == found
