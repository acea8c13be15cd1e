"""Units of small own-written stories."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.steps.annotate.measures import find_measures
from rashomon.steps.annotate.times import find_times
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.asserted import Assertion
from rashomon.steps.reconcile.statements.pairs import SCALE
from rashomon.steps.reconcile.statements.sameness import differs
from rashomon.steps.reconcile.statements.units import Unit, find_units
from rashomon.text.similarity import Rarity

CAST = (
    ("Alba", "place", ()),
    ("Berta", "place", ()),
    ("Orla Finch", "person", ("Finch",)),
    ("Ben Ode", "person", ("Ode",)),
)


@pytest.fixture
def read(told: Callable) -> Callable[..., list[Unit]]:
    """The units of one report with the times and measures really found in it."""

    def build(text: str, **more: object) -> list[Unit]:
        story, cast = told({"a": text}, CAST, **more)
        (marks,) = story.marks
        marks.times = find_times(marks.words)
        marks.measures = find_measures(marks.words, marks.mentions, marks.times)
        return find_units(story, cast, Kin(cast))

    return build


@pytest.fixture
def asserts(told: Callable) -> Callable[..., Assertion]:
    """What the clause number `n` of a text asserts."""

    def build(text: str, n: int = 0, **more: object) -> Assertion:
        story, cast = told({"a": text}, CAST, **more)
        return find_units(story, cast, Kin(cast))[n].asserted

    return build


@pytest.fixture
def why(told: Callable) -> Callable[..., str | None]:
    """Why the first clauses of two reports do not assert the same, None where they do."""

    def build(one: str, other: str, **more: object) -> str | None:
        story, cast = told({"a": one, "b": other}, CAST, **more)
        kin = Kin(cast)
        units = find_units(story, cast, kin)
        a: Unit = next(u for u in units if u.article == 0)
        b: Unit = next(u for u in units if u.article == 1)
        rarity = Rarity((u.terms for u in units), SCALE)
        shared, sizes = rarity.total(a.terms & b.terms), (rarity.total(a.terms), rarity.total(b.terms))
        return differs(a, b, shared / max(sizes), shared / min(sizes), kin)

    return build
