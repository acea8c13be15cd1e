"""A line without a cite cannot be built."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.errors import Uncited
from rashomon.records.findings import (
    Actor,
    Check,
    Disagreement,
    Figure,
    Form,
    Origin,
    Passage,
    Position,
    Quote,
    Side,
    Statement,
    TimelineEntry,
    Utterance,
    WordingRow,
)
from rashomon.records.span import Cite

UNCITED: list[Callable[[], object]] = [
    lambda: Form("Sorokina", ()),
    lambda: Actor("sorokina", "Sorokina", "person", ()),
    lambda: Quote("q1", "a1", "direct", ()),
    lambda: Utterance("u1", None, (), "single"),
    lambda: Figure("f1", "people on board", None, (), "single"),
    lambda: TimelineEntry("t1", "2025-10-14", "2025-10-14", "day", "the ferry ran aground", ()),
    lambda: Statement("s1", "the ferry ran aground", (), "single"),
    lambda: Position("sorokina", "demands", "an inquiry", ()),
    lambda: Side("no pilot was aboard", None, ()),
    lambda: Passage((), 1.0),
    lambda: Origin("o1", "copies", None, ()),
    lambda: WordingRow("label", "sorokina", "a1", "minister", ()),
    lambda: Disagreement("d1", "stance", "", (Side("yes", None, (Cite("a1", 0, 3),)),)),
    lambda: Check("k1", "figure", "", (Side("40 crowns", None, (Cite("a1", 0, 9),)),)),
]


@pytest.mark.parametrize("build", UNCITED)
def test_nothing_is_built_without_a_cite(build: Callable[[], object]) -> None:
    with pytest.raises(Uncited):
        build()


def test_an_actor_may_have_labels_only() -> None:
    label = Form("the harbour master", (Cite("a1", 0, 18),))
    assert Actor("x", "the harbour master", "person", (), (label,)).labels == (label,)


def test_a_disagreement_has_two_sides() -> None:
    sides = (Side("yes", None, (Cite("a1", 0, 3),)), Side("no", None, (Cite("a2", 0, 3),)))
    assert len(Disagreement("d1", "stance", "was a pilot aboard?", sides).sides) == 2
