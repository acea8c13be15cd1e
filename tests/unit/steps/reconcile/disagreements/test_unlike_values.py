"""Values in one place that are of two things, each beside the pair that is of one. Reports of 19 March 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.reconcile.disagreements.substitutes import other_values

FILLER = " Sheep were grazing on the meadows above the village. The bakery had sold all its bread."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # how often, and how many
        ("A guard shot Ida Holm three times at the bank.", "A guard shot Ida Holm five times at the bank.", 1),
        ("A guard shot Ida Holm three times at the bank.", "A guard shot Ida Holm and five others at the bank.", 0),
        # what befell them is told of one number only
        ("The gunman shot three people at the bank.", "The gunman shot five people at the bank.", 1),
        ("The gunman shot three people at the bank.", "The gunman injured five people at the bank.", 0),
        ("The storm killed 19 people at Tarn.", "The storm killed 23 people at Tarn.", 1),
        ("The storm killed 19 people at Tarn.", "The storm injured 23 people at Tarn.", 0),
        ("The storm killed 19 miners at Tarn.", "The storm injured 23 miners at Tarn.", 0),
        ("The storm tore down 19 houses and killed one.", "The storm tore down 23 houses.", 1),
        ("Nobody died; three people were checked at the bank.", "At the bank five people were checked.", 1),
        # all games, and those of them that he missed
        ("Ida Holm missed nine games with the Eagles.", "Ida Holm missed 10 games with the Eagles.", 1),
        ("Ida Holm missed nine games with the Eagles.", "Ida Holm missed some of the Eagles' 16 games.", 0),
        # somebody's name alone ties nothing together
        ("Ida Holm announced on Sunday the sale of the mill.", "Ida Holm announced on Friday the sale of the mill.", 1),
        ("Ida Holm announced on Sunday who would leave.", "Ida Holm announced it on Friday over all objections.", 0),
    ],
)
def test_one_thing_and_two(read: Callable, one: str, other: str, found: int) -> None:
    assert len(other_values(read(one + FILLER, other + FILLER))) == found


def test_a_number_told_twice_is_held_against_the_other_once(read: Callable) -> None:
    twice = "Guard shot Ida Holm three times\n\nA guard shot Ida Holm three times at the bank."
    (draft,) = other_values(read(twice + FILLER, "A guard shot Ida Holm five times at the bank." + FILLER))
    assert draft.kind == "figure"
