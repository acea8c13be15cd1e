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


def test_terms_that_nearly_all_have_lead_to_nothing() -> None:
    many: list[Vector] = [{"all": UNIT // 2} for _ in range(1002)]
    many[0]["two"] = many[1]["two"] = UNIT // 2
    assert rows(products(many, 1)) == [(1, 0, ONE / 4)]


def test_nothing_gives_nothing() -> None:
    assert rows(products([], 1)) == []
    assert rows(products([{}, {}], 1)) == []


def test_ranges_in_a_row() -> None:
    numbers, owners = spread(np.array([5, 0, 9]), np.array([2, 0, 3]))
    assert numbers.tolist() == [5, 6, 9, 10, 11]
    assert owners.tolist() == [0, 0, 2, 2, 2]
