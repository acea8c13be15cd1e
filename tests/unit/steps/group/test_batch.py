from __future__ import annotations

from rashomon.steps.group import Item, group
from rashomon.steps.group.likeness import nearness
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
    assert nearness(None, (5, 5)) == nearness((5, 5), (4, 9)) == 1.0
    assert nearness((-3, 0), (30, 31)) == nearness((30, 31), (-3, 0)) == 0.5
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
    assert 0.6 < cosine(row, row) < 0.7  # three terms are little to go by
