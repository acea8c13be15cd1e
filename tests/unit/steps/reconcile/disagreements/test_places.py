"""What is decided of any value from its place: who else tells it, what else would fit, of whom and where it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.placed_days import PlacedDays, day_slots
from rashomon.steps.reconcile.disagreements.substitutes import other_values

FILLER = " Sheep were grazing on the meadows above the village. The bakery had sold all its bread."
MONDAY = "The tunnel at Tarn collapsed on Monday."
FRIDAY = MONDAY.replace("Monday", "Friday")
WEAK = "The tunnel at Tarn collapsed on Monday, the mayor was told.", "A tunnel gave way on Friday near the harbour."
"""Two days in places that are little alike."""
LINE = "When: “Monday” in one report, “Friday” in one report."


def lines(read: Callable, *texts: str) -> list[str]:
    scene = read(*(t + FILLER for t in texts))
    return [d.note for d in PlacedDays(scene, day_slots(scene)).drafts()]


def test_the_others_stand_together(read: Callable) -> None:
    texts = (
        "The ferry sank off Tarn on Monday.",
        "The ferry went down near Tarn on Monday.",
        "The ferry sank near Tarn on Friday.",
    )
    (draft,) = other_values(read(*(t + FILLER for t in texts)))
    assert sorted(len(s.cites) for s in draft.sides) == [1, 2]


def test_a_story_of_one_report_has_none(read: Callable) -> None:
    assert other_values(read("The tunnel collapsed on Monday. The tunnel collapsed on Friday.")) == []


def test_only_those_who_put_it_there_stand_together(read: Callable) -> None:
    scene = read(MONDAY, FRIDAY, "A festival of song ended on Friday.")
    (draft,) = PlacedDays(scene, day_slots(scene)).drafts()
    assert [[c.article for c in s.cites] for s in draft.sides] == [["r0"], ["r1"]]
    scene = read(MONDAY, FRIDAY, "At Tarn a tunnel caved in on Friday. A festival of song ended on Friday.")
    (draft,) = PlacedDays(scene, day_slots(scene)).drafts()
    assert [[(c.article, c.start) for c in s.cites] for s in draft.sides] == [[("r0", 0)], [("r1", 0), ("r2", 0)]]


def test_a_report_that_tells_both_days_contradicts_nobody(read: Callable) -> None:
    """Unless the two places are much alike: then it tells the other day of something else."""
    assert lines(read, WEAK[0] + " Divers were called in on Thursday.", WEAK[1]) == [LINE]
    assert lines(read, WEAK[0] + " Divers were called in on Friday.", WEAK[1]) == []
    assert lines(read, MONDAY + " Divers were called in on Friday.", FRIDAY) == [
        "When: “Friday” in one report, “Monday” in one report."
    ]


def test_three_days_in_one_place_are_no_pair(read: Callable) -> None:
    assert lines(read, MONDAY, FRIDAY, "Parliament was dissolved on Sunday.") == [LINE]
    assert lines(read, MONDAY, FRIDAY, MONDAY.replace("Monday", "Sunday")) == []


def test_of_two_days_of_a_report_the_one_told_of_the_same(read: Callable) -> None:
    old = "The old brewery tunnel at Tarn collapsed on Sunday. "
    assert lines(read, old + MONDAY, FRIDAY) == [LINE]
    assert lines(read, old, FRIDAY) == [LINE.replace("Monday", "Sunday")]


def test_two_days_that_a_third_report_tells_of_something_else(read: Callable) -> None:
    """Doubt only where the two places are little alike."""
    assert lines(read, *WEAK, "Divers were called in on Tuesday. A festival ended on Sunday.") == [LINE]
    assert lines(read, *WEAK, "Divers were called in on Monday. A festival ended on Friday.") == []
    assert lines(read, MONDAY, FRIDAY, "Divers were called in on Monday. A festival ended on Friday.") == [LINE]


def test_a_day_that_a_third_report_tells_of_the_same_is_not_of_one_alone(read: Callable) -> None:
    both = f"{MONDAY} The lake village tunnel collapsed on Friday."
    assert lines(read, MONDAY, FRIDAY, "The lake village tunnel collapsed on Thursday.") == [LINE]
    assert lines(read, MONDAY, FRIDAY, both) == []


@pytest.mark.parametrize(
    ("told", "apart", "other"),
    [
        # another town
        ("A bridge in Tarn collapsed on Monday.", "A bridge in Lunby collapsed on Monday.",
         "A bridge in Tarn collapsed on Friday."),
        # another woman
        ("Orla Finch won a medal on Monday.", "Dana Lowe won a medal on Monday.", "Orla Finch won a medal on Friday."),
        # another of a row
        ("The fifth trial of the rebels began on Monday.", "The sixth trial of the rebels began on Monday.",
         "The fifth trial of the rebels began on Friday."),
        ("A woman with a red hat won the prize in Tarn on Monday.",
         "A woman with a red hat won the fifth prize in Tarn on Monday.",
         "A girl of twelve took home a prize from the court on Friday, with a red hat."),
    ],
)  # fmt: skip
def test_told_of_another_place_another_person_another_of_a_row(
    read: Callable, told: str, apart: str, other: str
) -> None:
    assert lines(read, told, other) == [LINE]
    assert lines(read, apart, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a town that only one of them names, or that is not where it happened
        ("A bridge collapsed on Monday.", "A bridge in Tarn collapsed on Friday."),
        ("Orla Finch came to Lunby when a bridge collapsed on Monday.", "A bridge in Tarn collapsed on Friday."),
        ("A bridge in Tarn collapsed on Monday.", "Orla Finch came to Lunby when a bridge collapsed on Friday."),
        # a person whom only one of them names
        ("Orla Finch won a medal on Monday.", "A teacher won a medal on Friday."),
        ("A teacher won a medal on Monday.", "Orla Finch won a medal on Friday."),
        # one of a row that only one of them counts, or that is among those of the other
        ("The trial of the rebels began on Monday.", "The fifth trial of the rebels began on Friday."),
        ("The fifth and sixth trials of the rebels began on Monday.", "The fifth trial of the rebels began on Friday."),
    ],
)
def test_told_of_what_may_be_the_same(read: Callable, one: str, other: str) -> None:
    assert lines(read, one, other) == [LINE]


def test_a_plan_of_the_report_is_not_what_it_tells_of_the_same(read: Callable) -> None:
    plan, old = "The new tunnel at Tarn will open on Saturday.", "The old tunnel at Tarn opened on Monday."
    new = "The new tunnel at Tarn opened on Friday."
    assert lines(read, f"{plan} {old}", new) == [LINE]
    assert lines(read, f"{plan.replace('will open', 'opened')} {old}", new) == [LINE.replace("Monday", "Saturday")]


def test_one_of_two_in_the_report_is_about_as_many(read: Callable) -> None:
    """A number that the report tells roughly, of something else, is the other number."""
    one, other = "The fire at the Tarn mill destroyed {} engines.", "The fire at the Tarn mill destroyed 60 engines."
    found = other_values(read(one.format(40) + " Some 75 engines stood there." + FILLER, other + FILLER))
    assert [d.note for d in found] == ["How many: “40 engines” in one report, “60 engines” in one report."]
    assert other_values(read(one.format(40) + " Nearly 60 engines stood there." + FILLER, other + FILLER)) == []
