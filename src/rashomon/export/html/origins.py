"""Who shares what with whom: reports on one side, what they share on the other, a line for each taking.

The first report in an origin is the earliest one known; that it is the earliest does not make it the author.
"""

from __future__ import annotations

from rashomon.export.html.cites import Cites
from rashomon.export.view import Data, View
from rashomon.export.words import clipped, count

_ROW, _LEFT, _RIGHT, _WIDTH = 30, 210, 350, 620
DRAWN = 14
"""Origins in the drawing, those of most reports first; all are in the table."""


class Origins:
    """Makes drawing and table from one dossier."""

    def __init__(self, view: View, cites: Cites) -> None:
        self.view, self.cites = view, cites

    def table(self) -> list[Data]:
        """Every origin with its passages."""
        return [self._row(o) for o in self.view.dossier["origins"]]

    def _row(self, o: Data) -> Data:
        cites = [c for p in o["passages"] for c in p["cites"]]
        copies = o["kind"] == "copies"
        return {
            **self.cites.proof(cites),
            "id": o["id"],
            "copies": copies,
            "kind": "One text" if copies else "One source",
            "source": o["source"] or ("the same text" if copies else "source not named"),
            "reports": count(len({c["article"] for c in cites}), "report"),
            "passages": [self._passage(p) for p in o["passages"]],
            "first": self.view.number[cites[0]["article"]],
        }

    def _passage(self, p: Data) -> Data:
        first = self.view.passage(p["cites"][0])
        return {
            "share": round(100 * p["shared"]),
            "text": clipped(first.text, 160),
            "chips": self.cites.chips(p["cites"]),
        }

    def graph(self) -> Data | None:
        """The drawing; None where nothing is shared."""
        rows = sorted(self.table(), key=lambda r: -len(r["numbers"].split()))[:DRAWN]
        if not rows:
            return None
        used = sorted({int(n) for r in rows for n in r["numbers"].split()})
        height = _ROW * max(len(used), len(rows)) + 8

        def y(n: int, many: int) -> float:
            return round(height * (n + 0.5) / many, 1)

        left = {n: y(i, len(used)) for i, n in enumerate(used)}
        nodes = [{"n": n, "y": left[n], "name": self.view.short(self.view.articles[n - 1]["id"])} for n in used]
        right, lines = [], []
        for i, row in enumerate(rows):
            at = y(i, len(rows))
            right.append({"id": row["id"], "y": at, "copies": row["copies"], "name": clipped(row["source"], 38)})
            lines += [
                {"y1": left[int(n)], "y2": at, "copies": row["copies"], "first": int(n) == row["first"]}
                for n in row["numbers"].split()
            ]
        return {
            "width": _WIDTH,
            "height": height,
            "x1": _LEFT,
            "x2": _RIGHT,
            "middle": (_LEFT + _RIGHT) // 2,
            "nodes": nodes,
            "right": right,
            "lines": lines,
            "left_out": max(0, len(self.view.dossier["origins"]) - DRAWN),
        }
