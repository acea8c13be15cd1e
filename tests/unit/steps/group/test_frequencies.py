"""Rarity in a stream that never ends: what is counted, and what is forgotten again."""

from __future__ import annotations

from collections import Counter

import pytest

from rashomon.steps.group import frequencies
from rashomon.steps.group.frequencies import Frequencies


def test_words_count_everywhere_and_pairs_where_they_are_kept() -> None:
    found = Frequencies(window=10)
    many = {f"word{n}": 9 for n in range(200)} | {"port merrow": 9, "ferry halcyon": 1}
    terms = found.weigh(many)
    assert found.documents == 1
    assert {name for name in found.seen if " " in name} == {name for name in terms if " " in name}
    assert len([name for name in found.seen if " " not in name]) == 200


def test_what_many_articles_have_weighs_less() -> None:
    found = Frequencies(window=100)
    for n in range(40):
        found.weigh({"halcyon": 1, f"n{n}": 1})
    terms = found.weigh({"halcyon": 1, "tamarua": 1})
    assert terms["halcyon"] < terms["tamarua"]


def test_counts_are_halved_when_the_window_has_been_filled_twice() -> None:
    found = Frequencies(window=4)
    for n in range(7):
        found.weigh({"halcyon": 1, f"n{n // 3}": 1})
    assert (found.documents, found.seen) == (7, Counter(halcyon=7, n0=3, n1=3, n2=1))
    found.weigh({"halcyon": 1, "n9": 1})
    assert (found.documents, found.seen) == (4, Counter(halcyon=4, n0=1, n1=1))


def test_counts_are_halved_when_there_are_too_many_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frequencies, "MOST", 50)
    found = Frequencies(window=1000)
    for n in range(100):
        found.weigh({"halcyon": 1} | {f"n{n}x{k}": 1 for k in range(9)})
        assert len(found.seen) <= 50
    assert found.seen["halcyon"] >= 1
    assert found.documents < 12


def test_one_article_of_endless_words_is_forgotten_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frequencies, "MOST", 50)
    found = Frequencies(window=1000)
    found.weigh({f"n{k}": 1 for k in range(60)})
    assert (found.documents, found.seen) == (1, Counter())


def test_what_was_counted_before_goes_on() -> None:
    one = Frequencies(window=4)
    for n in range(3):
        one.weigh({"halcyon": 1, f"n{n}": 1})
    two = Frequencies(4, one.documents, one.seen)
    assert [two.weigh({"halcyon": 2, "n1": 1}) for _ in range(3)] == [
        one.weigh({"halcyon": 2, "n1": 1}) for _ in range(3)
    ]
    assert (two.documents, two.seen) == (one.documents, one.seen)
