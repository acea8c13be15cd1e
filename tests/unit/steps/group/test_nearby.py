"""Likeness reread with the nearest reports: what it joins, and what it does not."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.steps.group import nearby as module
from rashomon.steps.group.nearby import settled
from rashomon.steps.group.products import ONE, Edges


def edges(size: int, pairs: dict[tuple[int, int], float]) -> Edges:
    order = sorted(pairs)
    values = [float(int(pairs[p] * ONE)) for p in order]
    return Edges(size, np.array([a for a, _ in order]), np.array([b for _, b in order]), np.array(values))


def likeness(found: Edges) -> dict[tuple[int, int], float]:
    return {
        (int(a), int(b)): value / ONE
        for a, b, value in zip(found.rows, found.columns, found.values, strict=True)
    }  # fmt: skip


def test_nothing_stays_nothing() -> None:
    empty = edges(3, {})
    assert settled(empty) is empty


def test_two_that_are_like_a_third_become_alike() -> None:
    found = likeness(settled(edges(3, {(1, 0): 0.5, (2, 1): 0.5})))
    assert set(found) == {(1, 0), (2, 0), (2, 1)}
    assert 0.2 < found[2, 0] < found[1, 0]


def test_a_pair_by_itself_is_reread_as_the_cosine_of_the_two_sums() -> None:
    # (a + sb).(b + sa) / |a + sb||b + sa| with a.b = 1/2; two reports are too few to tell how dense it is.
    share = 225 / 1024
    cosine = (0.5 + 2 * share + 0.5 * share**2) / (1 + 2 * share * 0.5 + share**2)
    assert likeness(settled(edges(2, {(1, 0): 0.5})))[1, 0] == pytest.approx(cosine, abs=5e-3)


def test_having_none_near_says_more_among_many_reports() -> None:
    found = [likeness(settled(edges(size, {(1, 0): 0.5})))[1, 0] for size in (2, 200, 400, 4000)]
    assert found[1] / found[0] == pytest.approx(0.4 / 0.36, abs=5e-3)
    assert found[2] / found[0] == pytest.approx(0.4 / 0.32, abs=5e-3)
    assert found[3] == found[2]


def test_dense_neighbourhoods_are_set_back() -> None:
    alone = likeness(settled(edges(6, {(1, 0): 0.5})))[1, 0]
    crowd = likeness(settled(edges(6, {(a, b): 0.5 for a in range(6) for b in range(a)})))
    assert len(crowd) == 15
    assert max(crowd.values()) < alone


def test_little_likeness_is_dropped() -> None:
    assert likeness(settled(edges(4, {(1, 0): 0.03, (3, 2): 0.6}))).keys() == {(3, 2)}


def test_only_the_closest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CLOSEST", 1)
    kept = module._closest(edges(4, {(1, 0): 0.9, (2, 0): 0.5, (2, 1): 0.4, (3, 0): 0.3, (3, 2): 0.2}))
    assert likeness(kept).keys() == {(1, 0), (2, 0), (3, 0)}


def test_of_equals_the_first_are_the_nearest() -> None:
    rows, columns, values = module._both_ways(edges(4, {(1, 0): 0.5, (2, 0): 0.5, (3, 0): 0.5}))
    near = module._nearest(4, rows, columns, values, 2)
    assert [(int(rows[n]), int(columns[n])) for n in near] == [(0, 1), (0, 2), (1, 0), (2, 0), (3, 0)]
