"""Stories of own-written texts with their entries, and entries made by hand."""

from __future__ import annotations

from typing import NamedTuple

from tests.unit.steps.reconcile.figures.conftest import entry

from rashomon.records.dossier import Story
from rashomon.steps.annotate import annotate
from rashomon.steps.clean import clean
from rashomon.steps.read import read_mapping
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.checks.passages import Passages
from rashomon.steps.reconcile.figures.entries import Entry, gather

__all__ = ["Scene", "entry", "scene"]


class Scene(NamedTuple):
    """A story with what the checks look at."""

    story: Story
    cast: Cast
    entries: list[Entry]
    passages: Passages

    def of(self, wording: str, report: int | None = None) -> Entry:
        """The entry that is written so, in a report."""
        (found,) = (e for e in self.entries if e.wording == wording and report in (None, e.article))
        return found


def scene(*texts: str) -> Scene:
    """Reports of these texts: `r0`, `r1` …"""
    articles = [
        clean(read_mapping({"id": f"r{n}", "text": text, "outlet": f"Post {n}", "date": "2031-05-07"}, f"r{n}"))
        for n, text in enumerate(texts)
    ]
    story = Story(tuple(articles), tuple(annotate(a) for a in articles))
    cast = find_actors(story)
    entries = gather(story, cast)
    return Scene(story, cast, entries, Passages(story, cast, entries))
