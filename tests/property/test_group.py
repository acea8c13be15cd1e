"""What holds for every stream of articles and decisions: events tell all, decisions win, states come back."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

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
)  # fmt: skip

WORDS = ("halcyon", "merrow", "tamarua", "alba", "corvo", "quarry", "senator", "ferry")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
days = st.sampled_from([None, "2031-05-06", "2031-05-09", "2031-09-01"])
items = st.builds(Item, texts, st.none(), days)
numbers = st.integers(0, 9)
decisions = st.one_of(
    st.builds(Pin, numbers, numbers),
    st.builds(Apart, numbers, numbers).filter(lambda d: d.one != d.other),
    st.builds(Together, numbers, numbers).filter(lambda d: d.one != d.other),
)
steps = st.lists(st.one_of(items, items, items, decisions, st.just("repair")), max_size=16)


def run(stream: Stream, plan: list[Item | Decision | str]) -> list[Event]:
    events: list[Event] = []
    for step in plan:
        if isinstance(step, Item):
            events += stream.add(step)
        elif isinstance(step, str):
            events += stream.repair()
        else:
            events += stream.decide(step)
    return events


def table(events: list[Event]) -> dict[int, int]:
    """Story by article, as a keeper writes it down from the events alone."""
    rows: dict[int, int] = {}
    for event in events:
        if isinstance(event, Assigned):
            assert event.number not in rows
            rows[event.number] = event.story
        elif isinstance(event, Merged):
            assert event.into < event.old
            rows = {n: event.into if s == event.old else s for n, s in rows.items()}
        elif isinstance(event, Moved):
            assert rows[event.number] == event.was != event.story
            rows[event.number] = event.story
        else:
            assert isinstance(event, Split)
            assert event.new not in rows.values()
            assert {rows[n] for n in event.numbers} == {event.story}
            rows |= dict.fromkeys(event.numbers, event.new)
    return rows


@settings(deadline=None)
@given(steps)
def test_events_tell_all_that_changes(plan: list[Item | Decision | str]) -> None:
    stream = Stream()
    rows = table(run(stream, plan))
    assert rows == {n: story for story, members in stream.stories().items() for n in members}


@settings(deadline=None)
@given(steps)
def test_no_id_is_used_twice(plan: list[Item | Decision | str]) -> None:
    opened = [
        story
        for event in run(Stream(), plan)
        for story in ([event.story] if isinstance(event, Assigned) and event.story == event.number else
                      [event.new] if isinstance(event, Split) else [])
    ]  # fmt: skip
    assert len(opened) == len(set(opened))


@settings(deadline=None)
@given(st.lists(items, min_size=2, max_size=10), decisions)
def test_a_decision_holds_whenever_it_is_taken(given_items: list[Item], decision: Decision) -> None:
    for at in range(len(given_items) + 1):
        stream = Stream()
        run(stream, [*given_items[:at], decision, *given_items[at:], "repair"])
        pair = (decision.number, decision.beside) if isinstance(decision, Pin) else (decision.one, decision.other)
        one, other = (stream.story_of(n) for n in pair)
        if one is None or other is None:
            continue
        if pair[0] == pair[1]:
            assert stream.stories()[one] == (pair[0],)
        else:
            assert (one == other) is not isinstance(decision, Apart)


@settings(deadline=None)
@given(steps, steps)
def test_a_restored_stream_goes_on(first: list[Item | Decision | str], then: list[Item | Decision | str]) -> None:
    one = Stream(window=4)
    run(one, first)
    two = Stream.restore(one.state())
    assert run(two, then) == run(one, then)
    assert two.state() == one.state()


@settings(deadline=None)
@given(st.lists(items, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_a_batch_does_not_matter(given_items: list[Item], random: Random) -> None:
    order = list(range(len(given_items)))
    random.shuffle(order)
    stories = group([given_items[n] for n in order])
    found = {frozenset(given_items[n] for n, s in zip(order, stories, strict=True) if s == story) for story in stories}
    plain = group(given_items)
    assert found == {frozenset(i for i, s in zip(given_items, plain, strict=True) if s == story) for story in plain}
