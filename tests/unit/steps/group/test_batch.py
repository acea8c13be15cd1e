from __future__ import annotations

from rashomon.steps.group import Assigned, Item, Merged, Stream, group
from rashomon.steps.group.batch import nearness
from rashomon.steps.group.terms import cosine, counts, stem, vector

FERRY = (
    Item("The ferry Halcyon ran aground off Port Merrow on Tuesday with 142 people on board.", "Ferry Halcyon aground"),
    Item("Lifeboats brought 142 people ashore after the Halcyon hit a sandbank off Port Merrow.", "Halcyon rescue"),
    Item("The grounding of the ferry Halcyon off Port Merrow is being investigated.", "Inquiry into Halcyon grounding"),
)
QUAKE = (
    Item("An earthquake of magnitude 6.4 killed 11 people on the island of Tamarua.", "Earthquake kills 11 on Tamarua"),
    Item("Rescuers on Tamarua search for survivors of the magnitude 6.4 earthquake.", "Tamarua searches for survivors"),
)


def test_two_events_are_two_stories_in_any_order() -> None:
    assert group([*FERRY, *QUAKE]) == [0, 0, 0, 3, 3]
    assert group([QUAKE[0], FERRY[0], QUAKE[1], FERRY[1], FERRY[2]]) == [0, 1, 0, 1, 1]


def test_nothing_and_one() -> None:
    assert group([]) == []
    assert group([Item("")]) == [0]
    assert group([Item(""), Item("")]) == [0, 1]


def test_days_apart_are_less_alike_and_a_missing_date_is_neutral() -> None:
    assert nearness(None, 5) == nearness(5, 5) == 1.0
    assert nearness(0, 30) == 0.5
    far = Item(FERRY[1].text, FERRY[1].title, "2019-01-01")
    assert group([Item(FERRY[0].text, FERRY[0].title, "2025-10-14"), far]) == [0, 1]


def test_terms() -> None:
    assert [stem(w) for w in ("Ferries", "rescued", "hitting", "Merrow's", "gas")] == [
        "ferri",
        "rescu",
        "hitt",
        "merrow",
        "gas",
    ]
    found = counts("Halcyon struck.", "Halcyon")
    assert found["halcyon"] == 4
    row = vector(found, 1, found)
    assert abs(cosine(row, row) - 1) < 1e-9


def test_the_stream_gives_the_same_stories() -> None:
    stream = Stream()
    events = [e for item in (*FERRY, *QUAKE) for e in stream.add(item)]
    assert [e for e in events if isinstance(e, Assigned)] == [
        Assigned(0, 0), Assigned(1, 0), Assigned(2, 0), Assigned(3, 3), Assigned(4, 3),
    ]  # fmt: skip


def test_the_stream_merges_when_a_later_report_joins_two() -> None:
    stream = Stream(threshold=0.2)
    one, two = Item("Alba bridge collapse river."), Item("Corvo minister resigns bridge.")
    both = Item("Corvo minister resigns bridge Alba bridge collapse river.")
    events = [e for item in (one, two, both, both) for e in stream.add(item)]
    assert events == [Assigned(0, 0), Assigned(1, 1), Assigned(2, 0), Merged(1, 0), Assigned(3, 0)]


def test_the_memory_of_the_stream_is_bounded() -> None:
    stream = Stream(window=10)
    for n in range(100):
        list(stream.add(Item(f"Report{n} about place{n} and person{n} on the coast")))
    assert len(stream._vectors) == len(stream._story) == 10
    assert sum(map(len, stream._members.values())) == 10
    assert all(number >= 90 for posted in stream._postings.values() for number in posted)
