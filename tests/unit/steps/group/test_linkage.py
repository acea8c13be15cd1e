from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.steps.group.linkage import link


def test_nothing_alike_stays_apart() -> None:
    assert link(3, {}, 0.2) == [0, 1, 2]
    assert link(3, {(0, 1): 0.1}, 0.2) == [0, 1, 2]


def test_the_most_alike_merge_first() -> None:
    assert link(4, {(0, 1): 0.9, (2, 3): 0.8, (1, 2): 0.3}, 0.2) == [0, 0, 2, 2]


def test_a_bridge_does_not_chain_two_stories() -> None:
    edges = {(0, 1): 0.8, (0, 2): 0.8, (1, 2): 0.8, (3, 4): 0.8, (3, 5): 0.8, (4, 5): 0.8, (2, 3): 0.7}
    assert link(6, edges, 0.2) == [0, 0, 0, 3, 3, 3]


def test_three_who_are_all_alike_are_one() -> None:
    assert link(3, {(0, 1): 0.5, (0, 2): 0.4, (1, 2): 0.4}, 0.3) == [0, 0, 0]


def by_definition(size: int, edges: dict[tuple[int, int], float], threshold: float) -> list[int]:
    """Average linkage written down as it is defined, without any cleverness."""
    clusters = [[n] for n in range(size)]

    def mean(a: list[int], b: list[int]) -> float:
        return sum(edges.get((min(x, y), max(x, y)), 0.0) for x in a for y in b) / (len(a) * len(b))

    while True:
        options = [(-mean(a, b), min(a), min(b)) for n, a in enumerate(clusters) for b in clusters[n + 1 :]]
        if not options or -min(options)[0] < threshold:
            return [min(next(c for c in clusters if n in c)) for n in range(size)]
        _, first, second = min(options)
        one, other = (next(c for c in clusters if min(c) == m) for m in (first, second))
        clusters.remove(other)
        one += other


@given(
    st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.integers(1, 64))
)
def test_it_is_average_linkage(weights: dict[tuple[int, int], int]) -> None:
    # Sixty-fourths add up exactly, so both see the same ties and break them alike: by the smallest members.
    edges = {pair: weight / 64 for pair, weight in weights.items()}
    assert link(8, edges, 0.25) == by_definition(8, edges, 0.25)
