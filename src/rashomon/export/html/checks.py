"""What is worth a look, as the template shows it: the question, both passages side by side, the words that differ."""

from __future__ import annotations

from rashomon.export.checks import checks, shown
from rashomon.export.html.cites import Cites
from rashomon.export.view import Data, View
from rashomon.export.words import count

SHOWN = 8
"""Checks that are shown at once; the rest opens on demand."""


class Checks:
    """Makes the rows from one dossier."""

    def __init__(self, view: View, cites: Cites) -> None:
        self.view, self.cites = view, cites

    def rows(self) -> list[Data]:
        """The checks in dossier order."""
        return [self._row(c) for c in checks(self.view)]

    def _row(self, c: Data) -> Data:
        return {
            **self.cites.proof([cite for s in c["sides"] for cite in s["cites"]]),
            "id": c["id"],
            "note": c["note"],
            "sides": [self._side(s) for s in c["sides"]],
            "actors": " ".join(sorted({s["holder"] for s in c["sides"] if s["holder"]})),
        }

    def _side(self, s: Data) -> Data:
        said = shown(self.view, s)
        return {
            "n": self.view.number[said.article],
            "outlet": self.view.short(said.article),
            "more": f"and {count(said.more, 'more report')}" if said.more else "",
            "holder": self.view.actor(s["holder"], ""),
            "parts": said.parts,
            "chips": self.cites.chips(s["cites"]),
        }
