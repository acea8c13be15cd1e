"""Garbage is searched for seldom while a story is compared, and as before when that is done."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from rashomon.run.garbage import SELDOM, seldom_searched


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_thresholds_are_as_before_afterwards() -> None:
    with seldom_searched():
        assert gc.get_threshold() == (SELDOM, 10, 10)
        with seldom_searched():
            assert gc.get_threshold() == (SELDOM, 10, 10)
        assert gc.get_threshold() == (SELDOM, 10, 10)
    assert gc.get_threshold() == (700, 10, 10)


def test_and_after_an_error() -> None:
    with pytest.raises(KeyError), seldom_searched():
        raise KeyError
    assert gc.get_threshold() == (700, 10, 10)


def test_of_several_threads_the_last_puts_it_back() -> None:
    first, second = seldom_searched(), seldom_searched()  # as two threads do: neither lies within the other
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold() == (SELDOM, 10, 10)
    second.__exit__(None, None, None)
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("chosen", [(0, 10, 10), (100_000, 5, 5)])
def test_what_somebody_has_chosen_stays(chosen: tuple[int, int, int]) -> None:
    gc.set_threshold(*chosen)
    with seldom_searched():
        assert gc.get_threshold() == chosen
    assert gc.get_threshold() == chosen


def test_a_function_can_be_decorated() -> None:
    @seldom_searched()
    def threshold() -> int:
        return gc.get_threshold()[0]

    assert [threshold(), threshold(), gc.get_threshold()[0]] == [SELDOM, SELDOM, 700]
