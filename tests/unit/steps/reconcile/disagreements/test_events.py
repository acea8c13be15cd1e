from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.clocks import other_clock
from rashomon.steps.reconcile.disagreements.events import one_or_several, undone_or_not

CAST = (("Alba", "place", ()), ("Tarn", "place", ()))


def test_one_bomb_or_two(scene: Callable) -> None:
    (draft,) = one_or_several(
        scene("A car bomb killed nine people in Alba.", "A twin bombing killed nine people in Alba on market day.")
    )
    assert (draft.kind, draft.reason) == ("figure", "one-or-several")
    assert draft.note == "How many: one bombing in one report, more than one in one report."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A car bomb killed nine people in Alba.", "A bombing killed nine people in Alba."),
        ("A car bomb killed nine people. Two bombs went off.", "A twin bombing killed nine people in Alba."),
        ("A bomb shelter opened in Alba.", "A twin bombing killed nine people in Alba."),
    ],
)
def test_what_is_one_event_either_way(scene: Callable, one: str, other: str) -> None:
    assert one_or_several(scene(one, other)) == []


def test_closed_or_open_again(scene: Callable) -> None:
    (draft,) = undone_or_not(
        scene(
            "The bridge has been closed for checks by engineers.",
            "The bridge was closed for hours, but engineers cleared it to reopen at dawn.",
        )
    )
    assert (draft.kind, draft.reason) == ("stance", "undone-or-not")
    assert draft.note == "The bridge: only “close” in one report, “reopen” in one report."


def test_closed_everywhere_is_no_dispute(scene: Callable) -> None:
    assert undone_or_not(scene("The bridge was closed at noon.", "The bridge has been closed for checks.")) == []
    assert undone_or_not(scene("The bridge was closed at noon.", "The school will reopen on Monday.")) == []


def test_one_clock_in_two_zones(scene: Callable) -> None:
    (draft,) = other_clock(
        scene("A strong quake struck Tarn at 7:37 a.m. local time.", "A strong quake struck Tarn at 0737 GMT.")
    )
    assert (draft.kind, draft.reason) == ("time", "other-clock")
    assert draft.note == "When by the clock: 7:37 GMT in one report, 7:37 local time in one report."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A strong quake struck Tarn at 2:37 p.m. local time.", "A strong quake struck Tarn at 0737 GMT."),
        ("A strong quake struck Tarn at 7:37 a.m. local time.", "A strong quake struck Tarn at 7:40 a.m. local time."),
        ("A strong quake struck Tarn at 7:30 a.m. local time.", "Trains stopped at 0730 GMT."),
        ("A strong quake struck Wales at 7:37 a.m. local time.", "A strong quake struck Wales at 0737 GMT."),
    ],
)
def test_what_may_be_one_moment(scene: Callable, one: str, other: str) -> None:
    assert other_clock(scene(one, other)) == []


def test_two_times_in_one_zone(scene: Callable) -> None:
    told = scene("A strong quake struck Tarn at 0737 GMT.", "A strong quake struck Tarn at 0837 UTC.")
    assert [d.reason for d in other_clock(told)] == ["other-clock"]
    series = scene("The first strong quake struck Tarn at 0737 GMT.", "A strong quake struck Tarn at 0837 UTC.")
    assert other_clock(series) == []
    hours = scene("A strong quake struck Tarn at 0437 GMT.", "A strong quake struck Tarn at 0837 UTC.")
    assert other_clock(hours) == []
