"""Which values have a place that can be held beside another, and what is read around it. Of 19 March 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.substitutes import other_values

FILLER = " Sheep were grazing on the meadows above the village. The bakery had sold all its bread."
FIRE = "The fire at the Tarn mill destroyed "
DAYS = "When: “Monday” in one report, “Friday” in one report."
ENGINES = "How many: “12 engines” in one report, “20 engines” in one report."
FALL = "How many: “3 percent” in one report, “5 percent” in one report."


def lines(read: Callable, *texts: str, **more: str | None) -> list[str]:
    return [d.note for d in other_values(read(*(t + FILLER for t in texts), **more))]


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        # in somebody's own words
        ("The tunnel at Tarn collapsed on Monday, Orla Finch said.",
         "“The tunnel at Tarn collapsed on Monday,” Orla Finch said."),
        # in a list
        ("The tunnel at Tarn collapsed on Monday, as did a barn.",
         "The tunnel at Tarn collapsed on Monday" + ", as did a barn of wood and clay" * 24 + "."),
    ],
)  # fmt: skip
def test_a_day_with_and_without_a_place(read: Callable, told: str, apart: str) -> None:
    assert lines(read, told, "The tunnel at Tarn collapsed on Friday.") == [DAYS]
    assert lines(read, apart, "The tunnel at Tarn collapsed on Friday.") == []


def test_a_dateline_is_no_place(read: Callable) -> None:
    other = "The tunnel collapsed on March 14."
    assert lines(read, "TARN, March 17 (Lunby Press) — The tunnel collapsed.", other) == []
    assert lines(read, "TARN (Lunby Press) — The tunnel collapsed on March 17.", other) == [
        "When: “March 17” in one report, “March 14” in one report."
    ]


def test_the_day_before_which_is_an_end(read: Callable) -> None:
    one, other = "The owner must pay the fine {} Monday.", "The owner must pay the fine on Friday."
    assert lines(read, one.format("on"), other) == [DAYS]
    assert lines(read, one.format("before"), other) == []


def test_a_year_since_which_is_a_year(read: Callable) -> None:
    """A year of a beginning may be told as "since 2016": the years are held against one another."""
    note = "When: “2016” in one report, “2019” in one report."
    assert lines(read, "The tunnel at Tarn has been closed since 2016.", "The tunnel at Tarn was closed in 2019.") == [
        note
    ]


@pytest.mark.parametrize(
    "part",
    [
        "including", "which included", "which includes", "among them", "some of them", "some of which", "some of whom",
        "compared with", "up from", "down from",
    ],
)  # fmt: skip
def test_some_of_what_is_counted(read: Callable, part: str) -> None:
    assert lines(read, f"{FIRE}the roof, and 12 engines.", f"{FIRE}20 engines.") == [ENGINES]
    assert lines(read, f"{FIRE}the roof, {part} 12 engines.", f"{FIRE}20 engines.") == []


@pytest.mark.parametrize(
    ("when", "past"),
    [("on 3 February", True), ("on 3 March", False), ("in January", True), ("in March", False), ("in 2019", True)],
)
def test_well_before_publication_is_background(read: Callable, when: str, past: bool) -> None:
    one = f"A fire at the Tarn mill destroyed 12 engines {when}."
    assert lines(read, one, f"{FIRE}20 engines.") == ([] if past else [ENGINES])
    assert lines(read, one, f"{FIRE}20 engines.", day=None) == [ENGINES]


@pytest.mark.parametrize(
    "hour", ["at noon", "at midday", "in the morning", "at the close", "in the session", "early", "at 9.30 a.m"]
)
def test_prices_of_an_hour(read: Callable, hour: str) -> None:
    other = "Shares of Tarn Shipping fell 5 percent."
    assert lines(read, "Shares of Tarn Shipping fell 3 percent on paper.", other) == [FALL]
    assert lines(read, f"Shares of Tarn Shipping fell 3 percent {hour}.", other) == []


def test_what_is_to_be_lies_ahead(read: Callable) -> None:
    one, other = "The opening of the Tarn tunnel {} on Saturday.", "The opening of the Tarn tunnel {} on Monday."
    note = "When: “Saturday” in one report, “Monday” in one report."
    assert lines(read, one.format("is to be"), other.format("is to be")) == [note]
    assert lines(read, one.format("is to be"), other.format("was")) == []


def test_words_of_an_event_may_stand_apart(read: Callable) -> None:
    """Where they are close: "went at once down" sinks, "went to town and then down" does not."""
    one, other = "A ferry of Tarn {} on Monday.", "The old barge sank off the coast of Tarn on Friday, near a ferry."
    assert lines(read, one.format("went at once down"), other) == [DAYS]
    assert lines(read, one.format("went to town and down"), other) == []


def test_a_compound_shares_its_parts(read: Callable) -> None:
    other = "The owner of a ship bought cloth on Friday from Lunby."
    assert lines(read, "The ship-owner sold wool on Monday.", other) == [DAYS]
    assert lines(read, "The wool-spinner sold wool on Monday.", other) == []
