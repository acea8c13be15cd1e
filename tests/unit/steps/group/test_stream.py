"""The stream of articles: stories, merges, reasons, decisions, and a memory that stays bounded."""

from __future__ import annotations

import pytest

from rashomon.steps.group import (
    Apart,
    Assigned,
    Decision,
    Event,
    Item,
    Merged,
    Moved,
    Pin,
    Split,
    Stream,
    Together,
    group,
)
from rashomon.steps.group.events import AGAIN
from rashomon.steps.group.likeness import Report

FERRY = "The ferry Halcyon ran aground off Port Merrow on Tuesday, and lifeboats took its passengers ashore."
RESCUE = "Lifeboats reached the ferry Halcyon, aground off Port Merrow, and took its passengers ashore on Tuesday."
QUAKE = "An earthquake of magnitude 6.4 killed 11 people on the island of Tamarua, the geology office said."
TEXTS = (FERRY, QUAKE, RESCUE, QUAKE, FERRY)
DECIDED = "decided by a person"


def add(stream: Stream, *texts: str) -> list[Event]:
    return [event for text in texts for event in stream.add(Item(text))]


def stories(events: list[Event]) -> list[int]:
    return [event.story for event in events if isinstance(event, Assigned)]


def test_articles_are_numbered_in_order_of_arrival() -> None:
    events = add(Stream(), *TEXTS)
    assert [(e.number, e.story) for e in events if isinstance(e, Assigned)] == [(0, 0), (1, 1), (2, 0), (3, 1), (4, 0)]
    assert len(events) == 5


def test_the_keeper_may_number_them_as_long_as_numbers_grow() -> None:
    stream = Stream()
    assert stream.add(Item(FERRY), number=40) == [Assigned(40, 40)]
    (joined,) = stream.add(Item(RESCUE), number=70)
    assert (joined.number, joined.story) == (70, 40)  # type: ignore[union-attr]
    with pytest.raises(ValueError, match="article numbers must grow: 70 after 70"):
        stream.add(Item(QUAKE), number=70)
    assert stream.add(Item(QUAKE)) == [Assigned(71, 71)]


def test_a_stream_agrees_with_the_batch() -> None:
    assert stories(add(Stream(), *TEXTS)) == group([Item(text) for text in TEXTS]) == [0, 1, 0, 1, 0]


def test_a_join_says_what_is_shared_in_the_words_of_the_article() -> None:
    stream = Stream()
    stream.add(Item(FERRY, day="2031-05-06"))
    (event,) = stream.add(Item(RESCUE, day="2031-05-06"))
    assert isinstance(event, Assigned)
    kind, _, told = event.why.partition(": ")
    words = told.split(", ")
    assert kind == "share"
    assert words[-1] == "6 May"
    assert len(words) == 4
    assert all(word in RESCUE for word in words[:-1])


def test_a_story_is_forgotten_after_the_window_and_not_reopened() -> None:
    assert stories(add(Stream(window=2), FERRY, QUAKE, QUAKE, RESCUE)) == [0, 1, 1, 3]


def test_a_story_that_goes_on_stays_in_the_window() -> None:
    assert stories(add(Stream(window=2), FERRY, RESCUE, FERRY, RESCUE)) == [0] * 4


@pytest.mark.parametrize("window", [1, 3, 10])
def test_the_memory_holds_no_more_than_the_window(window: int) -> None:
    stream = Stream(window=window)
    for n in range(40):
        add(stream, f"{TEXTS[n % 5]} Report number{n} told of it.")
        assert sum(map(len, stream.stories().values())) == len(stream._memory.order) == min(n + 1, window)


def given(stream: Stream, monkeypatch: pytest.MonkeyPatch, means: list[dict[int, float]], between: float) -> None:
    """Give the likeness of each article to the stories."""
    left = iter(means)
    monkeypatch.setattr(stream._memory, "likeness", lambda report: next(left))
    monkeypatch.setattr(stream._memory, "between", lambda one, other: between)


def test_an_article_between_two_stories_merges_the_younger_into_the_elder(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(threshold=0.5)
    given(stream, monkeypatch, [{}, {0: 0.1}, {0: 0.6, 1: 0.9}, {0: 0.7}], 0.5)
    assert add(stream, "a", "b", "c", "d") == [
        Assigned(0, 0), Assigned(1, 1), Assigned(2, 1), Merged(1, 0, "article 2 belongs to both"), Assigned(3, 0),
    ]  # fmt: skip
    assert stream.stories() == {0: (0, 1, 2, 3)}


def test_stories_that_are_not_alike_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(threshold=0.5)
    given(stream, monkeypatch, [{}, {0: 0.1}, {0: 0.6, 1: 0.9}], 0.49)
    assert stories(add(stream, "a", "b", "c")) == [0, 1, 1]
    assert stream.stories() == {0: (0,), 1: (1, 2)}


def test_an_article_may_join_three_stories_to_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(threshold=0.5)
    given(stream, monkeypatch, [{}, {}, {}, {0: 0.6, 1: 0.6, 2: 0.9}], 0.8)
    why = "article 3 belongs to both"
    assert add(stream, "a", "b", "c", "d")[3:] == [Assigned(3, 2), Merged(2, 0, why), Merged(1, 0, why)]
    assert stream.stories() == {0: (0, 1, 2, 3)}


def test_of_two_stories_that_fit_as_well_the_elder_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(threshold=0.5)
    given(stream, monkeypatch, [{}, {}, {1: 0.8, 0: 0.8}, {0: 0.5}, {0: 0.4999}], 0.0)
    assert stories(add(stream, "a", "b", "c", "d", "e")) == [0, 1, 0, 0, 4]


class TestDecisions:
    def test_an_article_is_pinned_beside_another_and_stays_there(self) -> None:
        stream = Stream()
        add(stream, FERRY, QUAKE, RESCUE)
        assert stream.decide(Pin(2, beside=1)) == [Moved(2, 0, 1, DECIDED)]
        assert stream.decide(Pin(2, beside=1)) == []
        stream.repair()
        assert stream.stories() == {0: (0,), 1: (1, 2)}

    def test_an_article_that_is_to_stay_alone_does(self) -> None:
        stream = Stream()
        add(stream, FERRY, RESCUE, FERRY)
        assert stream.decide(Pin(1, beside=1)) == [Split(0, 1, (1,), DECIDED)]
        assert stories(add(stream, RESCUE)) == [0]
        assert stream.repair() == []
        assert stream.stories() == {0: (0, 2, 3), 1: (1,)}

    def test_two_articles_kept_apart_share_their_story_out(self) -> None:
        stream = Stream()
        add(stream, FERRY, RESCUE, FERRY, RESCUE)
        assert stream.decide(Apart(0, 1)) == [Split(0, 1, (1, 3), DECIDED)]
        assert stories(add(stream, RESCUE, FERRY)) == [1, 0]
        stream.repair()
        assert stream.story_of(0) != stream.story_of(1)

    def test_stories_said_to_be_one_are_one(self) -> None:
        stream = Stream()
        add(stream, FERRY, QUAKE, RESCUE, QUAKE)
        assert stream.decide(Together(3, 2)) == [Merged(1, 0, DECIDED)]
        assert stories(add(stream, QUAKE)) == [0]
        assert stream.repair() == []

    @pytest.mark.parametrize(
        ("decision", "found"),
        [
            (Pin(2, beside=1), {0: (0, 4), 1: (1, 2, 3)}),
            (Pin(0, beside=3), {1: (0, 1, 3), 2: (2, 4)}),
            (Pin(2, beside=2), {0: (0, 4), 1: (1, 3), 2: (2,)}),
            (Apart(2, 4), {0: (0, 2), 1: (1, 3), 4: (4,)}),
            (Together(3, 4), {0: (0, 1, 2, 3, 4)}),
        ],
    )
    def test_decisions_may_come_first(self, decision: Decision, found: dict[int, tuple[int, ...]]) -> None:
        stream = Stream(decisions=[decision])
        add(stream, *TEXTS)
        assert stream.stories() == found
        stream.repair()
        assert sorted(map(len, stream.stories().values())) == sorted(map(len, found.values()))

    def test_an_id_whose_story_was_left_is_never_used_again(self) -> None:
        stream = Stream()
        add(stream, FERRY, QUAKE, QUAKE)
        assert stream.decide(Pin(0, beside=1)) == [Moved(0, 0, 1, DECIDED)]
        assert stream.decide(Pin(0, beside=0)) == [Split(1, AGAIN, (0,), DECIDED)]

    def test_the_last_decision_on_two_articles_holds(self) -> None:
        stream = Stream()
        add(stream, FERRY, QUAKE)
        assert stream.decide(Together(0, 1)) == [Merged(1, 0, DECIDED)]
        assert stream.decide(Apart(1, 0)) == [Split(0, 1 + AGAIN, (1,), DECIDED)]
        assert len(list(stream._decisions)) == 1

    def test_a_decision_on_a_forgotten_article_needs_its_story(self) -> None:
        stream = Stream(window=1)
        add(stream, FERRY, QUAKE)
        assert stream.decide(Pin(1, beside=0)) == []
        assert stream.decide(Pin(1, beside=0), known={0: 0}) == [Moved(1, 1, 0, DECIDED)]
        assert stories(add(stream, QUAKE)) == [2]


class TestRepair:
    def test_ids_stay_and_merges_are_said(self) -> None:
        stream = Stream()
        for number, story in ((0, 0), (1, 1), (2, 2), (3, 1)):
            terms = {"halcyon": 4096} if number != 2 else {"tamarua": 4096}
            stream._memory.put(Report(number, terms), story)
        assert stream.repair() == [Merged(1, 0, "all reports read again")]
        assert stream.stories() == {0: (0, 1, 3), 2: (2,)}
        assert stream.repair() == []

    def test_what_does_not_belong_is_split_off_under_an_id_of_its_own(self) -> None:
        stream = Stream()
        for number in range(5):
            stream._memory.put(Report(number, {"halcyon" if number in (1, 2, 4) else "tamarua": 4096}), 0)
        assert stream.repair() == [Split(0, AGAIN, (0, 3), "all reports read again")]
        assert stream.stories() == {0: (1, 2, 4), AGAIN: (0, 3)}

    def test_a_report_moves_to_the_story_it_is_like(self) -> None:
        stream = Stream()
        for number, story, term in ((0, 0, "a"), (1, 0, "a"), (2, 0, "b"), (3, 3, "b"), (4, 3, "b")):
            stream._memory.put(Report(number, {term: 4096}), story)
        assert stream.repair() == [Moved(2, 0, 3, "all reports read again")]


class TestState:
    def test_a_restored_stream_goes_on_as_if_nothing_had_been(self) -> None:
        one = Stream(decisions=[Apart(0, 9)])
        add(one, *TEXTS)
        one.decide(Together(0, 1))
        two = Stream.restore(one.state())
        assert two.state() == one.state()
        assert add(two, *TEXTS) == add(one, *TEXTS)
        assert two.repair() == one.repair()
        assert two.state() == one.state()

    @pytest.mark.parametrize("state", [b"", b"no state", b"\x80\x04N."])
    def test_other_bytes_are_refused(self, state: bytes) -> None:
        with pytest.raises(ValueError, match="these bytes are no state of a stream"):
            Stream.restore(state)

    def test_rows_of_the_keeper_do_as_well(self) -> None:
        stream = Stream.recall([(3, 3, Item(FERRY)), (4, 4, Item(QUAKE)), (9, 3, Item(RESCUE))], merged={4: 3})
        assert stream.stories() == {3: (3, 9), 4: (4,)}
        assert stories(add(stream, FERRY)) == [3]
