"""A day or a number that one report alone puts where the others put another one."""

from __future__ import annotations

from rashomon.steps.reconcile.disagreements.claims import Draft, Scene
from rashomon.steps.reconcile.disagreements.placed_days import PlacedDays, day_slots
from rashomon.steps.reconcile.disagreements.placed_numbers import PlacedNumbers, number_slots


def other_values(scene: Scene) -> list[Draft]:
    """The days first, then the numbers."""
    return PlacedDays(scene, day_slots(scene)).drafts() + PlacedNumbers(scene, number_slots(scene)).drafts()
