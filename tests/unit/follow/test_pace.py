from __future__ import annotations

from rashomon.follow.pace import Pace


def test_a_host_is_asked_with_pauses_and_others_do_not_wait_for_it() -> None:
    now = [0.0]
    slept: list[float] = []
    pace = Pace(least=2.0, most=10.0, clock=lambda: now[0], sleep=slept.append)
    assert pace.wait("a") == 0.0
    assert pace.wait("a") == 2.0
    assert pace.wait("b") == 0.0
    now[0] = 3.0
    assert pace.wait("a") == 1.0
    assert slept == [2.0, 1.0]


def test_a_site_may_ask_for_more_up_to_a_bound() -> None:
    pace = Pace(least=1.0, most=10.0, clock=lambda: 0.0, sleep=lambda _: None)
    pace.wait("a", 5.0)
    assert pace.wait("a", 3600.0) == 5.0
    assert pace.wait("a") == 15.0
