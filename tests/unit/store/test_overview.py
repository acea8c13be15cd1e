"""What lists need to know of the whole desk: days of stories, outlets, the outlets of one story."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.errors import NotFound
from rashomon.records.desk import Filter, OutletRow
from rashomon.store import Store

Make = Callable[..., Any]
AT, LATER = "2026-11-22T09:00:00Z", "2026-11-22T10:00:00Z"


@pytest.fixture
def filled(store: Store, report: Make) -> Store:
    """Three stories on two days, one of them without a date."""
    for story, outlet, day, text in (
        ("s1", "Post", "2026-11-17", "Crane falls\nA crane fell."),
        ("s1", "Times", "2026-11-18T07:00", "Crane fell\nA crane fell down."),
        ("s1", None, "2026-11-16", "A crane\nThe crane stood there."),
        ("s2", "Post", "2026-11-18", "Mill sold\nA mill was sold."),
        ("s3", "Radio", None, "Snow\nIt snowed."),
    ):
        row, _ = store.put_article(
            report(text, outlet=outlet, published=day, url=f"https://x.example/{text}"), added=AT
        )
        store.assign(row.id, story, "made up", AT)
    return store


def test_days_are_those_of_the_newest_report(filled: Store) -> None:
    assert [(day, many) for day, many, _ in filled.story_days()] == [("2026-11-22", 1), ("2026-11-18", 2)]


def test_a_list_begins_at_a_day(filled: Store) -> None:
    days = {day: cursor for day, _, cursor in filled.story_days()}
    assert [s.id for s in filled.stories(cursor=days["2026-11-22"]).items] == ["s3", "s2", "s1"]
    assert [s.id for s in filled.stories(cursor=days["2026-11-18"]).items] == ["s2", "s1"]


@pytest.mark.parametrize(
    ("only", "days"),
    [
        (Filter(outlet="Post"), [("2026-11-18", 2)]),
        (Filter(outlet="Times"), [("2026-11-18", 1)]),
        (Filter(reports=2), [("2026-11-18", 1)]),
        (Filter(outlet="Nobody"), []),
    ],
)
def test_days_can_be_narrowed_like_the_list(filled: Store, only: Filter, days: list[tuple[str, int]]) -> None:
    assert [(day, many) for day, many, _ in filled.story_days(only)] == days
    assert sum(many for _, many in days) == len(filled.stories(only).items)


def test_a_merged_story_has_no_day(filled: Store) -> None:
    filled.merge_story("s2", "s1", "the same", LATER)
    assert [(day, many) for day, many, _ in filled.story_days()] == [("2026-11-22", 1), ("2026-11-18", 1)]


def test_outlets_with_their_reports(filled: Store) -> None:
    assert filled.outlets() == (
        OutletRow("Post", 2, "2026-11-18", AT),
        OutletRow(None, 1, "2026-11-16", AT),
        OutletRow("Radio", 1, None, AT),
        OutletRow("Times", 1, "2026-11-18", AT),
    )


def test_a_replaced_version_does_not_count(filled: Store, report: Make) -> None:
    again = report("Snow\nIt snowed more.", outlet="Radio", url="https://x.example/Snow\nIt snowed.")
    _, arrival = filled.put_article(again, added=LATER)
    assert arrival == "revision"
    assert OutletRow("Radio", 1, None, LATER) in filled.outlets()


def test_outlets_of_a_story_the_earliest_first(filled: Store) -> None:
    assert filled.outlets_of("s1") == (None, "Post", "Times")
    assert filled.outlets_of("s3") == ("Radio",)
    filled.merge_story("s2", "s1", "the same", LATER)
    assert filled.outlets_of("s2") == (None, "Post", "Times")
    with pytest.raises(NotFound):
        filled.outlets_of("s9")


def test_an_empty_desk(store: Store) -> None:
    assert store.story_days() == ()
    assert store.outlets() == ()
