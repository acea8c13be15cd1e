"""Entries made by hand, for the parts of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.records.findings import Reading
from rashomon.records.marks import Measure
from rashomon.records.span import Cite, Span
from rashomon.steps.reconcile.figures.entries import Entry, dimension
from rashomon.steps.reconcile.figures.frame import EMPTY
from rashomon.steps.reconcile.figures.roles import NOTHING
from rashomon.steps.reconcile.figures.setting import PLAIN
from rashomon.steps.reconcile.figures.things import Thing
from rashomon.text.similarity import terms


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """A maker of entries: `entry(article, value, unit=…, counted=…, toll=…, words=…, …)`, numbered as they are made."""
    made: list[Entry] = []

    def make(article: int, value: float, **more: Any) -> Entry:
        unit, counted = more.get("unit"), more.get("counted")
        low, high = more.get("low", value), more.get("high", value)
        kind, worth = dimension(unit)
        kind = more.get("dimension", kind)
        cite = Cite(f"r{article}", 10 * len(made), 10 * len(made) + 2)
        measure = Measure(
            Span(cite.start, cite.end),
            value,
            low,
            high,
            unit,
            more.get("modifier"),
            counted,
            place=more.get("place", "body"),
        )
        reading = Reading(cite, value, low, high, more.get("modifier"), counted, more.get("holder"))
        thing = Thing(
            more.get("toll"),
            more.get("noun", counted),
            more.get("event"),
            more.get("partial", False),
            more.get("each", False),
            frozenset(more.get("scope", ())),
            more.get("share", False),
            more.get("by_share", False),
        )
        made.append(
            Entry(
                len(made), article, measure, reading, thing, kind, value * worth,
                None if low is None else low * worth, None if high is None else high * worth,
                terms(more.get("words", "port fire").split()), frozenset(more.get("names", ())), more.get("other_time"),
                more.get("sentence", 0), more.get("published"), more.get("wording", f"{value:g}"),
                more.get("frame", EMPTY), frozenset(more.get("days", ())), frozenset(more.get("places", ())),
                more.get("owner"), more.get("past"), more.get("verbatim", False), more.get("role", NOTHING),
                frozenset(more.get("doers", ())), more.get("before"),
                more.get("setting", PLAIN), more.get("carried"),
            )
        )  # fmt: skip
        return made[-1]

    return make
