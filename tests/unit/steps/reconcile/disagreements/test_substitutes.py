"""A value that one report puts where the others put another one. Reports are of Wednesday, 19 March 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.substitutes import other_values

FILLER = " Sheep were grazing on the meadows above the village. The bakery had sold all its bread."


def notes(found: list) -> list[tuple[str, str]]:
    return [(d.kind, d.note) for d in found]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "The tunnel at Tarn collapsed on Monday.",
            "On Friday the tunnel near Tarn caved in, the owner said.",
            {"Monday", "Friday"},
        ),
        (
            "The lawmakers will debate the escape on Thursday.",
            "Parliament is to discuss the escape on Saturday.",
            {"Thursday", "Saturday"},
        ),
        ("The mayor took office in 2019.", "The mayor, in office since 2016, laughed.", {"2019", "2016"}),
    ],
)
def test_another_day_in_the_same_place(read: Callable, one: str, other: str, said: set[str]) -> None:
    (draft,) = other_values(read(one + FILLER, other + FILLER))
    assert (draft.kind, draft.reason) == ("time", "other-day")
    assert {word for word in said if f"“{word}”" in draft.note} == said
    assert [len(s.cites) for s in draft.sides] == [1, 1]


def test_the_others_stand_together(read: Callable) -> None:
    texts = (
        "The ferry sank off Tarn on Monday.",
        "The ferry went down near Tarn on Monday.",
        "The ferry sank near Tarn on Friday.",
    )
    (draft,) = other_values(read(*(t + FILLER for t in texts)))
    assert sorted(len(s.cites) for s in draft.sides) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The tunnel collapsed on Monday.", "The tunnel collapsed on Monday."),
        ("The tunnel collapsed on Monday.", "Parliament is to discuss a new tax on Friday."),
        ("The tunnel is closed until Monday.", "The tunnel will reopen on Friday."),
        ("The tunnel collapsed late on Monday night.", "The tunnel collapsed on Tuesday."),
        ("The tunnel had collapsed, the mayor said on Monday.", "The tunnel had collapsed, she said on Friday."),
        ("Orla Finch won a medal in 2002.", "Ben Ode won a medal in 2009."),
    ],
)
def test_days_that_may_both_be_right(read: Callable, one: str, other: str) -> None:
    assert [d for d in other_values(read(one, other)) if d.kind == "time"] == []


def test_another_number_in_the_same_place(read: Callable) -> None:
    texts = (
        "The slick off Tarn is 14 kilometres long.",
        "An oil slick 14 kilometres long drifts off Tarn.",
        "The oil slick off Tarn is 40 kilometres long.",
    )
    (draft,) = other_values(read(*texts))
    assert (draft.kind, draft.reason) == ("figure", "figures-exclude-each-other")
    assert "“40 kilometres” in one report" in draft.note


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The slick is 14 kilometres long.", "The slick is about 14.2 kilometres long."),
        ("The slick is at least 14 kilometres long.", "The slick is 40 kilometres long."),
        ("The bus carried 50 people, including 12 children.", "The bus carried 30 children."),
        ("Shares fell 3 percent at noon.", "Shares fell 5 percent at the close."),
        ("Analysts had expected a price of 90 million euros.", "The price was 70 million euros."),
        ("The slick is 14 kilometres long.", "The mayor walked 40 kilometres."),
    ],
)
def test_numbers_that_may_both_be_right(read: Callable, one: str, other: str) -> None:
    assert [d.note for d in other_values(read(one, other)) if d.kind == "figure"] == []


def test_a_story_of_one_report_has_none(read: Callable) -> None:
    assert other_values(read("The tunnel collapsed on Monday. The tunnel collapsed on Friday.")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Tarn club won 50 games in five seasons.", "The Tarn club won 15 games in the past two years."),
        ("Tarn Shipping reported a 96 percent drop in income.", "Tarn Shipping shares fell 6.6 percent."),
    ],
)
def test_numbers_of_other_periods_and_other_things(read: Callable, one: str, other: str) -> None:
    assert other_values(read(one + FILLER, other + FILLER)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Tarn university's rector will be sworn in on December 8.",
            "The rector of Tarn university is due on December 12.",
        ),
        ("The trial is scheduled for Monday.", "The trial is set to begin on Thursday."),
        ("The museum moves in on December 1.", "The museum is to move in on December 4."),
        ("The owner must pay the fine by October 3.", "The deadline for paying the fine is October 9."),
    ],
)
def test_a_plan_on_two_days(read: Callable, one: str, other: str) -> None:
    assert [d.kind for d in other_values(read(one + FILLER, other + FILLER))] == ["time"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Born in 1923, Finch was one of six.", "Finch left her post as a teacher in 1950."),
        ("Finch joined the harbour guard in 1942.", "Finch was deputy head of the guard in 1972."),
    ],
)
def test_two_years_of_one_life(read: Callable, one: str, other: str) -> None:
    assert other_values(read(one + FILLER, other + FILLER)) == []
