"""Cites as the reader sees them: one chip for each source, in it one link for each passage.

A chip carries the number and the short name of the source; the link leads to the block of the source text, so it works
without JavaScript, and carries the characters for the script (`data-c`: source, start, end).
"""

from __future__ import annotations

import bisect
from itertools import groupby
from typing import Any, NamedTuple

from rashomon.export.view import Data, View


class Link(NamedTuple):
    """One passage: the block it leads to and its characters."""

    anchor: str
    code: str


class Chip(NamedTuple):
    """All passages of one source that prove a line."""

    n: int
    name: str
    links: tuple[Link, ...]


class Cites:
    """Makes chips for one dossier."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._starts = {a["id"]: [b["start"] for b in a["blocks"]] for a in view.articles}

    def link(self, cite: Data) -> Link:
        """Where a cite leads."""
        n = self.view.number[cite["article"]]
        block = max(0, bisect.bisect_right(self._starts[cite["article"]], cite["start"]) - 1)
        return Link(f"s{n}-{block}", f"{n} {cite['start']} {cite['end']}")

    def chips(self, cites: list[Data]) -> list[Chip]:
        """One chip for each source, in the order of the sources; every passage once."""
        ordered = self.view.order(cites)
        return [
            Chip(self.view.number[article], self.view.short(article), tuple(self.link(c) for c in group))
            for article, group in groupby(ordered, key=lambda c: str(c["article"]))
        ]

    def numbers(self, cites: list[Data]) -> str:
        """The numbers of the sources, for the filter: `1 3 4`."""
        return " ".join(str(n) for n in sorted({self.view.number[c["article"]] for c in cites}))

    def proof(self, cites: list[Data]) -> dict[str, Any]:
        """What every line of the page carries: its chips and the numbers of its sources."""
        return {"chips": self.chips(cites), "numbers": self.numbers(cites)}
