from __future__ import annotations

import pytest

from rashomon.follow.schedule import later, look_again, moment, next_time, stamp, try_again

NOW = "2026-11-22T09:00:00Z"
URL = "https://post.example/feed"


def minutes(**given: object) -> float:
    later = next_time(URL, NOW, **given)  # type: ignore[arg-type]
    return (moment(later) - moment(NOW)).total_seconds() / 60


def test_times_are_written_in_utc() -> None:
    assert stamp(moment("2026-11-22T10:00:00+01:00")) == NOW


def test_a_list_that_changes_is_asked_often() -> None:
    assert 15.0 <= minutes(changed=True) <= 16.5
    assert 5.0 <= minutes(changed=True, every=5.0) <= 5.5


def test_a_list_that_does_not_change_is_asked_less_and_less() -> None:
    assert 22.5 <= minutes(changed=False, before=15.0) <= 24.8
    assert 240.0 <= minutes(changed=False, before=200.0) <= 264.0
    assert 15.0 <= minutes(changed=True, before=200.0) <= 16.5


@pytest.mark.parametrize(
    ("failures", "least"), [(1, 30.0), (2, 60.0), (3, 120.0), (6, 960.0), (9, 1440.0), (99, 1440.0)]
)
def test_a_list_that_fails_is_asked_ever_later_up_to_a_day(failures: int, least: float) -> None:
    assert least <= minutes(changed=False, failures=failures) <= least * 1.1


def test_never_before_the_server_wants() -> None:
    assert minutes(changed=False, failures=1, wait=7200.0) == 120.0


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        ("2026-11-22T09:00:00Z", "2026-11-22T09:04:59Z", False),
        ("2026-11-22T09:00:00Z", "2026-11-22T09:05:00Z", True),
        ("2026-11-22T09:05:00Z", "2026-11-22T09:10:00Z", True),
        ("2026-11-22T09:10:00Z", "2026-11-22T09:19:59Z", False),
        ("2026-11-22T09:10:00Z", "2026-11-22T09:20:00Z", True),
        ("2026-11-22T21:00:00Z", "2026-11-23T08:59:59Z", False),
        ("2026-11-22T21:00:00Z", "2026-11-23T09:00:00Z", True),
    ],
)
def test_what_is_missing_is_asked_for_after_pauses_as_long_as_it_has_been_missing(
    last: str, now: str, due: bool
) -> None:
    assert try_again("2026-11-22T09:00:00Z", last, now) is due


def test_a_wait_is_never_cut_short() -> None:
    assert later("2026-11-22T09:00:00Z", 59.2) == "2026-11-22T09:01:00Z"
    assert later("2026-11-22T09:00:00Z", 0.0) == "2026-11-22T09:00:00Z"


def test_two_sources_do_not_fall_into_step() -> None:
    assert next_time("https://a.example/", NOW, changed=True) != next_time("https://b.example/", NOW, changed=True)
    assert next_time(URL, NOW, changed=True) == next_time(URL, NOW, changed=True)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        ("2026-11-22T09:00:00Z", "2026-11-22T09:59:00Z", False),
        ("2026-11-22T09:00:00Z", "2026-11-22T10:00:00Z", True),
        ("2026-11-22T10:01:00Z", "2026-11-22T14:00:00Z", False),
        ("2026-11-22T10:01:00Z", "2026-11-22T15:00:00Z", True),
        ("2026-11-24T09:00:00Z", "2026-12-24T09:00:00Z", False),
    ],
)
def test_a_report_is_looked_at_again_while_it_is_young(last: str, now: str, due: bool) -> None:
    assert look_again("2026-11-22T09:00:00Z", last, now) is due
