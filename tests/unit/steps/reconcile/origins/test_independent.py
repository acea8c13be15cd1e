"""How many independent origins a line has."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article
from rashomon.records.findings import Origin, Passage
from rashomon.records.span import Cite
from rashomon.steps.reconcile.origins.independent import count

ARTICLES = [
    Article(name, f"{name}.txt", "x" * 400, (), outlet=outlet)
    for name, outlet in (("a", "The Tern"), ("b", "The Gull"), ("c", None), ("d", "The Tern"), ("e", None))
]


def origin(*cites: Cite, kind: str = "copies") -> Origin:
    return Origin("o1", kind, None, (Passage(cites, 1.0),))  # type: ignore[arg-type]


COPY = origin(Cite("a", 0, 100), Cite("b", 50, 150))


def at(*places: tuple[str, int, int]) -> list[Cite]:
    return [Cite(*place) for place in places]


def test_without_copies_every_outlet_counts() -> None:
    assert count((), ARTICLES, at(("a", 0, 40), ("b", 60, 90), ("c", 0, 40), ("e", 0, 40))) == 4


def test_two_reports_of_one_outlet_are_one() -> None:
    assert count((), ARTICLES, at(("a", 0, 40), ("d", 0, 40))) == 1


def test_a_line_inside_a_shared_passage_counts_once() -> None:
    assert count((COPY,), ARTICLES, at(("a", 0, 40), ("b", 60, 90))) == 1
    assert count((COPY,), ARTICLES, at(("a", 0, 40), ("b", 60, 90), ("c", 0, 40))) == 2


@pytest.mark.parametrize(("cite", "origins"), [(("b", 100, 200), 1), (("b", 101, 201), 2), (("b", 200, 240), 2)])
def test_half_of_the_words_must_lie_in_the_passage(cite: tuple[str, int, int], origins: int) -> None:
    assert count((COPY,), ARTICLES, at(("a", 0, 40), cite)) == origins


def test_a_shared_source_is_no_copy() -> None:
    shared = origin(Cite("a", 0, 100), Cite("b", 50, 150), kind="shares-source")
    assert count((shared,), ARTICLES, at(("a", 0, 40), ("b", 60, 90))) == 2


def test_copies_of_copies_are_one_origin() -> None:
    second = origin(Cite("b", 50, 150), Cite("c", 0, 100))
    line = at(("a", 0, 40), ("b", 60, 90), ("c", 0, 40))
    assert count((COPY, second), ARTICLES, line) == count((second, COPY), ARTICLES, line) == 1


def test_nothing_has_no_origin_and_unknown_articles_count_by_id() -> None:
    assert count((COPY,), ARTICLES, []) == 0
    assert count((COPY,), (), at(("a", 0, 40), ("z", 0, 40))) == 2
