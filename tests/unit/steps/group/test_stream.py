"""The stream of articles: stories, merges, and a memory that stays bounded."""

from __future__ import annotations

import pytest

from rashomon.steps.group import Assigned, Item, Merged, Stream, group
from rashomon.steps.group import stream as module

FERRY = "The ferry Halcyon ran aground off Port Merrow on Tuesday, and lifeboats took its passengers ashore."
RESCUE = "Lifeboats reached the ferry Halcyon, aground off Port Merrow, and took its passengers ashore on Tuesday."
QUAKE = "An earthquake of magnitude 6.4 killed 11 people on the island of Tamarua, the geology office said."
TEXTS = (FERRY, QUAKE, RESCUE, QUAKE, FERRY)


def add(stream: Stream, *texts: str) -> list[Assigned | Merged]:
    return [event for text in texts for event in stream.add(Item(text))]


def test_articles_are_numbered_in_order_of_arrival() -> None:
    assert add(Stream(), *TEXTS) == [
        Assigned(0, 0),
        Assigned(1, 1),
        Assigned(2, 0),
        Assigned(3, 1),
        Assigned(4, 0),
    ]


def test_a_stream_agrees_with_the_batch() -> None:
    found = [event.story for event in add(Stream(), *TEXTS) if isinstance(event, Assigned)]
    assert found == group([Item(text) for text in TEXTS]) == [0, 1, 0, 1, 0]


def test_a_story_is_forgotten_after_the_window_and_not_reopened() -> None:
    stream = Stream(window=2)
    assert add(stream, FERRY, QUAKE, QUAKE, RESCUE) == [
        Assigned(0, 0),
        Assigned(1, 1),
        Assigned(2, 1),
        Assigned(3, 3),
    ]


def test_a_story_that_goes_on_stays_in_the_window() -> None:
    assert add(Stream(window=2), FERRY, RESCUE, FERRY, RESCUE) == [Assigned(n, 0) for n in range(4)]


@pytest.mark.parametrize("window", [1, 3, 10])
def test_the_memory_holds_no_more_than_the_window(window: int) -> None:
    stream = Stream(window=window)
    for n in range(40):
        list(stream.add(Item(f"{TEXTS[n % 5]} Report number{n} told of it.")))
        kept = set(stream._vectors)
        assert len(kept) == min(n + 1, window)
        assert set(stream._order) == set(stream._days) == set(stream._story) == kept
        assert {number for members in stream._members.values() for number in members} == kept
        assert {number for posted in stream._postings.values() for number in posted} <= kept
        assert all(stream._postings.values())
        assert set(stream._story.values()) == set(stream._members)


def test_a_crowded_term_is_remembered_for_the_last_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CROWD", 3)
    stream = Stream()
    add(stream, *[FERRY] * 8)
    assert {len(posted) for posted in stream._postings.values()} == {3}
    assert {tuple(posted) for posted in stream._postings.values()} == {(5, 6, 7)}


def likeness(monkeypatch: pytest.MonkeyPatch, means: list[dict[int, float]], between: float) -> Stream:
    """A stream in which the likeness of each article to the stories is given."""
    stream = Stream(threshold=0.5)
    given = iter(means)
    monkeypatch.setattr(Stream, "_means", lambda *_: next(given))
    monkeypatch.setattr(Stream, "_between", lambda *_: between)
    return stream


def test_an_article_between_two_stories_merges_the_younger_into_the_elder(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = likeness(monkeypatch, [{}, {0: 0.1}, {0: 0.6, 1: 0.9}, {0: 0.7}], 0.5)
    assert add(stream, "a", "b", "c", "d") == [
        Assigned(0, 0),
        Assigned(1, 1),
        Assigned(2, 1),
        Merged(1, 0),
        Assigned(3, 0),
    ]
    assert stream._members == {0: [0, 1, 2, 3]}
    assert set(stream._story.values()) == {0}


def test_stories_that_are_not_alike_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = likeness(monkeypatch, [{}, {0: 0.1}, {0: 0.6, 1: 0.9}], 0.49)
    assert add(stream, "a", "b", "c") == [Assigned(0, 0), Assigned(1, 1), Assigned(2, 1)]
    assert stream._members == {0: [0], 1: [1, 2]}


def test_an_article_may_join_three_stories_to_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = likeness(monkeypatch, [{}, {}, {}, {0: 0.6, 1: 0.6, 2: 0.9}], 0.8)
    assert add(stream, "a", "b", "c", "d")[3:] == [Assigned(3, 2), Merged(2, 0), Merged(1, 0)]
    assert sorted(stream._members[0]) == [0, 1, 2, 3]


def test_of_two_stories_that_fit_as_well_the_elder_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = likeness(monkeypatch, [{}, {}, {1: 0.8, 0: 0.8}], 0.0)
    assert add(stream, "a", "b", "c")[2] == Assigned(2, 0)


def test_the_threshold_itself_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = likeness(monkeypatch, [{}, {0: 0.5}, {0: 0.4999}], 0.0)
    assert add(stream, "a", "b", "c") == [Assigned(0, 0), Assigned(1, 0), Assigned(2, 2)]


def test_days_apart_make_reports_less_alike() -> None:
    near, far = Stream(), Stream()
    for stream, day in ((near, "2031-05-06"), (far, "2034-05-06")):
        list(stream.add(Item(FERRY, day="2031-05-06")))
        stream._remember(1, 1, stream._vectors[0], module.ordinal(day))
    assert near._likeness(0, 1) == pytest.approx(1.0)
    assert far._likeness(0, 1) == pytest.approx(1 / (1 + 1096 / 30))
