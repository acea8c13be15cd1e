from __future__ import annotations

import pytest

from rashomon.records.span import Cite, Span, cite


def test_span_gives_its_characters() -> None:
    assert Span(4, 9).of("the ferry left") == "ferry"


@pytest.mark.parametrize(
    ("a", "b", "overlaps", "covers"),
    [
        ((0, 5), (5, 9), False, False),
        ((0, 5), (4, 9), True, False),
        ((0, 9), (4, 9), True, True),
        ((4, 9), (0, 9), True, False),
    ],
)
def test_span_relations(a: tuple[int, int], b: tuple[int, int], overlaps: bool, covers: bool) -> None:
    assert Span(*a).overlaps(Span(*b)) is overlaps
    assert Span(*b).overlaps(Span(*a)) is overlaps
    assert Span(*a).covers(Span(*b)) is covers


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_cite_needs_characters(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="start < end"):
        Cite("a1", start, end)


def test_cites_sort_by_article_then_place() -> None:
    cites = [Cite("b", 0, 4), Cite("a", 9, 12), Cite("a", 2, 5)]
    assert sorted(cites) == [Cite("a", 2, 5), Cite("a", 9, 12), Cite("b", 0, 4)]


def test_cite_of_a_span_and_back() -> None:
    assert cite("a1", Span(2, 5)).span == Span(2, 5)
