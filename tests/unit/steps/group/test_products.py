"""All pairs at once: the same numbers as one by one, exactly."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.steps.group import products as module
from rashomon.steps.group.products import ONE, Edges, products, spread
from rashomon.steps.group.terms import UNIT, Vector

vectors = st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, UNIT), max_size=4), max_size=7)


def rows(edges: Edges) -> list[tuple[int, int, float]]:
    return list(zip(edges.rows.tolist(), edges.columns.tolist(), edges.values.tolist(), strict=True))


def one_by_one(given_vectors: list[Vector], floor: int) -> list[tuple[int, int, float]]:
    found = []
    for n, a in enumerate(given_vectors):
        for m, b in enumerate(given_vectors[:n]):
            exact = Fraction(sum(w * b[t] for t, w in a.items() if t in b) * ONE, UNIT**2)
            if exact >= floor:
                found.append((n, m, float(exact.__floor__())))
    return found


@given(vectors, st.integers(1, ONE))
def test_they_are_the_cosines_of_the_pairs(given_vectors: list[Vector], floor: int) -> None:
    assert rows(products(given_vectors, floor)) == one_by_one(given_vectors, floor)


@given(vectors)
def test_the_size_of_the_working_table_does_not_matter(given_vectors: list[Vector]) -> None:
    whole = rows(products(given_vectors, 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "CELLS", 3)
        assert rows(products(given_vectors, 1)) == whole


def test_what_costs_too_much_brings_no_pair_together_but_counts_where_rarer_terms_do() -> None:
    """Among 3002 reports the products of one word of all are worth more than the work allowed."""
    many: list[Vector] = [{"all": UNIT // 2} for _ in range(3002)]
    many[0]["two"] = many[1]["two"] = UNIT // 2
    assert rows(products(many, 1)) == [(1, 0, ONE / 2)]
    assert len(products(many[:40], 1).rows) == 40 * 39 // 2


def within_work(given_vectors: list[Vector], work: int, most: int) -> tuple[set[str], set[str]]:
    """The terms that bring pairs together, rarest first, and those that only add."""
    order = {name: n for n, name in enumerate(dict.fromkeys(name for row in given_vectors for name in row))}
    held = {name: sum(name in row for row in given_vectors) for name in order}
    by_rarity = sorted(order, key=lambda name: (held[name], order[name]))
    rare, spent = 0, 0
    for name in by_rarity:
        spent += held[name] * (held[name] - 1) // 2
        if spent > work * len(given_vectors):
            break
        rare += 1
    return set(by_rarity[:rare]), set(by_rarity[rare : rare + most])


@given(vectors, st.integers(1, ONE), st.integers(0, 2), st.integers(1, 3), st.integers(1, 30))
def test_rarer_terms_bring_together_and_commoner_ones_add(
    given_vectors: list[Vector], floor: int, work: int, most: int, cells: int
) -> None:
    rarer, commoner = within_work(given_vectors, work, most)
    told = [{t: w for t, w in row.items() if t in rarer | commoner} for row in given_vectors]
    brought = one_by_one([{t: w for t, w in row.items() if t in rarer} for row in given_vectors], floor)
    values = {(n, m): value for n, m, value in one_by_one(told, 0)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "WORK", work)
        patch.setattr(module, "COMMON", most)
        patch.setattr(module, "CELLS", cells)
        found = rows(products(given_vectors, floor))
    assert found == [(n, m, values[n, m]) for n, m, _ in brought]


def test_what_is_commoner_than_the_commoner_terms_is_left_out() -> None:
    many: list[Vector] = [{"some": UNIT // 4, "all": UNIT // 2} if n % 9 else {"all": 1} for n in range(60)]
    many[1]["two"] = many[2]["two"] = UNIT // 2
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "WORK", 1)
        patch.setattr(module, "COMMON", 1)
        assert rows(products(many, 1)) == [(2, 1, ONE / 4 + ONE / 16)]


def test_nothing_gives_nothing() -> None:
    assert rows(products([], 1)) == []
    assert rows(products([{}, {}], 1)) == []


def test_ranges_in_a_row() -> None:
    numbers, owners = spread(np.array([5, 0, 9]), np.array([2, 0, 3]))
    assert numbers.tolist() == [5, 6, 9, 10, 11]
    assert owners.tolist() == [0, 0, 2, 2, 2]
