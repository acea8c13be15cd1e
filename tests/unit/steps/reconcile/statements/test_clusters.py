from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.clusters import cluster
from rashomon.steps.reconcile.statements.pairs import Pair
from rashomon.steps.reconcile.statements.units import Unit, find_units


@pytest.fixture
def four(told: Callable) -> tuple[list[Unit], Kin]:
    texts = dict.fromkeys("abcd", "Finch sold the old tram depot.")
    story, cast = told(texts, (("Orla Finch", "person", ("Finch",)),))
    kin = Kin(cast)
    return find_units(story, cast, kin), kin


def groups(four: tuple[list[Unit], Kin], *pairs: Pair) -> list[list[int]]:
    return cluster(four[0], list(pairs), four[1])


def test_without_pairs_every_clause_is_alone(four: tuple[list[Unit], Kin]) -> None:
    assert groups(four) == [[0], [1], [2], [3]]


def test_pairs_make_groups(four: tuple[list[Unit], Kin]) -> None:
    assert groups(four, Pair(0, 1, 0.9), Pair(2, 3, 0.8)) == [[0, 1], [2, 3]]


def test_a_chain_does_not_grow(four: tuple[list[Unit], Kin]) -> None:
    assert groups(four, Pair(0, 1, 0.9), Pair(1, 2, 0.8), Pair(2, 3, 0.7)) == [[0, 1], [2, 3]]


def test_a_group_grows_when_most_of_its_pairs_are_known(four: tuple[list[Unit], Kin]) -> None:
    all_pairs = [Pair(a, b, 0.8) for a in range(4) for b in range(a + 1, 4)]
    assert groups(four, *all_pairs) == [[0, 1, 2, 3]]


def test_what_speaks_against_a_pair_keeps_groups_apart(four: tuple[list[Unit], Kin]) -> None:
    pairs = [Pair(0, 1, 0.9), Pair(0, 2, 0.8), Pair(1, 2, 0.7, against=True)]
    assert groups(four, *pairs) == [[0, 1], [2], [3]]


def test_the_opposite_told_almost_alike_is_one_dispute(four: tuple[list[Unit], Kin]) -> None:
    assert groups(four, Pair(0, 1, 0.9), Pair(1, 2, 0.8, opposed=True)) == [[0, 1, 2], [3]]


def test_the_opposite_told_less_alike_stays_apart(four: tuple[list[Unit], Kin]) -> None:
    assert groups(four, Pair(0, 1, 0.9), Pair(1, 2, 0.5, opposed=True)) == [[0, 1], [2], [3]]


def test_a_weak_pair_is_no_group(four: tuple[list[Unit], Kin]) -> None:
    assert groups(four, Pair(0, 1, 0.1)) == [[0], [1], [2], [3]]
