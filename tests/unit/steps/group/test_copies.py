"""Near-copies: shared runs of words outside quotations."""

from __future__ import annotations

from rashomon.steps.group import copies as module
from rashomon.steps.group.copies import HOLDERS, LEAST, Runs, contained, copies, runs

NAMES = ("alba", "corvo", "dunmore", "elstead", "farrow", "garrick", "holm", "ivel", "jarrow", "kestrel")
STORY = " ".join(f"{name}{n} met {NAMES[-n % 10]}" for n, name in enumerate(NAMES * 12))
OTHER = " ".join(f"quarry{n} fell" for n in range(200))


def test_a_copy_inside_a_longer_text_is_found() -> None:
    whole = f"{OTHER}. {STORY}. {OTHER}"
    assert len(runs(STORY)) >= LEAST
    assert contained(runs(STORY), runs(whole)) > 0.8
    assert contained(runs(OTHER), runs(STORY)) == 0.0


def test_the_shorter_one_counts() -> None:
    a, b = frozenset(range(10)), frozenset(range(5, 105))
    assert contained(a, b) == 0.5
    assert contained(b, a) == 0.5
    assert contained(frozenset(range(11)), frozenset(range(6, 106))) == 0.0


def test_few_shared_runs_are_no_copy() -> None:
    assert contained(frozenset({1, 2, 3}), frozenset({1, 2, 3})) == 0.0
    assert contained(frozenset(), frozenset()) == 0.0


def test_quotations_are_passed_over() -> None:
    assert runs(f"“{STORY[:500]}”") == runs(f'"{STORY[:500]}"') == frozenset()


def test_odd_texts_have_no_runs() -> None:
    assert runs("") == runs("a b c") == runs("\ud800 \x00") == frozenset()


def test_pairs_are_told_with_the_elder_first() -> None:
    one, two = frozenset(range(8)), frozenset(range(100, 108))
    noted: list[Runs] = [one, two, one, frozenset([*range(4), *range(200, 204)])]
    assert list(copies(noted)) == [(0, 2, 1.0), (0, 3, 0.5), (2, 3, 0.5)]


def test_what_very_many_hold_tells_nothing() -> None:
    note = frozenset(range(10))
    found = list(copies([note] * (HOLDERS + 3)))
    assert max(younger for _, younger, _ in found) == HOLDERS
    assert not list(module.candidates(note, {n: list(range(HOLDERS + 1)) for n in note}))
