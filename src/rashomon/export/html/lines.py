"""Statements, disagreements, positions and the coverage matrix, as the template shows them."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from rashomon.export.excerpt import excerpt
from rashomon.export.html.cites import Cites
from rashomon.export.view import Data, View
from rashomon.export.words import KINDS, clipped, count

SHOWN = 6
"""Lines of one outlet that are shown at once in "Only one reports"; the rest opens on demand."""
STATES = {"present": "✓", "differs": "≠", "absent": "–", "not-captured": "?"}
KIND_HOW = {
    "figure": "Numbers of one thing that do not fit.",
    "time": "Times of one event that do not fit.",
    "stance": "One side says or wants what another denies, rejects or did.",
    "attribution": "The same deed or words, given to others.",
    "wording": "The same words, quoted differently.",
    "scope": "One goes further than the other, or means something else.",
    "name": "The same person or thing under names that judge.",
    "denied": "Some reports state it, others say it is not so.",
}
MEANING = {
    "present": "the report has it",
    "differs": "the report says otherwise",
    "absent": "the report was captured whole and does not have it",
    "not-captured": "the report was not captured whole, so nothing follows",
}


class Lines:
    """Makes the parts of these sections from one dossier."""

    def __init__(self, view: View, cites: Cites) -> None:
        self.view, self.cites = view, cites

    def statement(self, s: Data) -> Data:
        """A statement: its words in context, its chips grouped by who vouches for it, the share of outlets."""
        cites = [r["cite"] for r in s["reports"]]
        return {
            **self.cites.proof(cites),
            "id": s["id"],
            "words": excerpt(self.view, s["gist"], cites),
            "groups": self._groups(s["reports"]),
            "outlets": s["outlets"],
            "tally": f"{count(s['outlets'], 'outlet')}, {count(s['origins'], 'origin')}",
            "of": len(self.view.articles),
            "actors": " ".join(sorted({r["holder"] for r in s["reports"] if r["holder"]})),
        }

    def _groups(self, reports: list[Data]) -> list[Data]:
        """Reports by polarity and holder; the outlets' own voice first."""

        def key(r: Data) -> tuple[int, bool, str]:
            place = ("affirmed", "hedged", "denied").index(r["polarity"])
            return place, r["holder"] is not None, self.view.actor(r["holder"], "")

        mixed = len({r["polarity"] == "denied" for r in reports}) > 1
        out = []
        for (place, held, name), group in groupby(sorted(reports, key=key), key=key):
            # A clause that is negative by itself ("there was no pilot") is not somebody's denial of it.
            word = ("", "hedged", "not so" if mixed else "")[place]
            label = ", ".join(part for part in (word, f"according to {name}" if held else "") if part)
            out.append({"label": label, "chips": self.cites.chips([r["cite"] for r in group])})
        return out

    def disputed(self, s: Data) -> Data:
        """A disputed statement as a card: one side for each polarity."""
        names = {"affirmed": "Stated", "hedged": "Stated with a hedge", "denied": "Denied"}
        sides = []
        for polarity, heading in names.items():
            reports = [r for r in s["reports"] if r["polarity"] == polarity]
            if not reports:
                continue
            holders = list(dict.fromkeys(self.view.actor(r["holder"], "the outlet") for r in reports))
            words = self.view.passage(reports[0]["cite"]).text
            sides.append(
                {
                    "who": f"{heading} by {', '.join(holders)}",
                    "words": excerpt(self.view, words, [reports[0]["cite"]]),
                    "chips": self.cites.chips([r["cite"] for r in reports]),
                }
            )
        line = self.statement(s)
        return {**line, "kind": "denied", "note": line["words"].text, "sides": sides}

    def disagreement(self, d: Data) -> Data:
        """A disagreement: what kind, the note, each side with its holder, words and chips."""
        sides = [
            {
                "who": self.view.actor(s["holder"], "The outlets"),
                "words": excerpt(self.view, s["says"], s["cites"]),
                "chips": self.cites.chips(s["cites"]),
            }
            for s in d["sides"]
        ]
        cites = [c for s in d["sides"] for c in s["cites"]]
        return {
            **self.cites.proof(cites),
            "id": d["id"],
            "kind": d["kind"],
            "note": d["note"],
            "sides": sides,
            "actors": " ".join(sorted({s["holder"] for s in d["sides"] if s["holder"]})),
        }

    def differ(self) -> list[Data]:
        """Disagreements and disputed statements by kind, in the order in which the dossier first has each kind."""
        cards = [self.disagreement(d) for d in self.view.dossier["disagreements"]]
        cards += [self.disputed(s) for s in self.view.statements("disputed")]
        kinds: dict[str, list[Data]] = {}
        for card in cards:
            kinds.setdefault(card["kind"], []).append(card)
        return [
            {"heading": KINDS.get(kind, "Denied by some"), "how": KIND_HOW[kind], "cards": group}
            for kind, group in kinds.items()
        ]

    def single(self, statements: list[Data]) -> list[Data]:
        """Statements of one outlet only, by source; in each the fullest sentences stand before fragments."""

        def source(s: Data) -> int:
            return min(self.view.number[r["cite"]["article"]] for r in s["reports"])

        out = []
        for n, group in groupby(sorted(statements, key=source), key=source):
            lines = [self.statement(s) for s in group]
            lines.sort(key=lambda s: len(s["words"].text.split()) < 4)
            article = self.view.articles[n - 1]["id"]
            out.append(
                {
                    "n": n,
                    "name": self.view.named(article),
                    "shown": lines[:SHOWN],
                    "more": lines[SHOWN:],
                    "count": len(lines),
                }
            )
        return out

    def positions(self) -> list[Data]:
        """Positions by actor, those with most positions first."""
        rows: dict[str, list[Data]] = {}
        for n, p in enumerate(self.view.dossier["positions"], 1):
            row = {**self.cites.proof(p["cites"]), "id": f"p{n}", "stance": p["stance"], "object": p["object"]}
            rows.setdefault(p["actor"], []).append(row)
        ranked = sorted(rows.items(), key=lambda item: -len(item[1]))
        return [{"actor": actor, "name": self.view.actor(actor), "rows": items} for actor, items in ranked]

    def coverage(self) -> dict[str, Any]:
        """The matrix: one row for each statement of more than one outlet, one column for each report."""
        statements = {s["id"]: s for s in self.view.dossier["statements"]}
        rows = [
            {
                "id": c["statement"],
                "gist": clipped(" ".join(statements[c["statement"]]["gist"].split()), 110),
                "cells": [c["cells"].get(a["id"], "not-captured") for a in self.view.articles],
            }
            for c in self.view.dossier["coverage"]
            if c["statement"] in statements and statements[c["statement"]]["verdict"] != "single"
        ]
        columns = [{"n": n, "name": self.view.short(a["id"])} for n, a in enumerate(self.view.articles, 1)]
        return {"rows": rows, "columns": columns, "states": STATES, "meaning": MEANING}
