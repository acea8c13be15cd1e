"""Figure cards: readings that say the same are one row, and every row is drawn on the card's common scale."""

from __future__ import annotations

from typing import Any

from rashomon.export.html.cites import Cites
from rashomon.export.view import Data, View, teaser_only
from rashomon.export.words import RELATIONS, number, reading

WIDTH = 180
"""Width of the scale in SVG units."""


class Figures:
    """Makes the cards from one dossier."""

    def __init__(self, view: View, cites: Cites) -> None:
        self.view, self.cites = view, cites

    def compared(self) -> list[Data]:
        """Figures with more than one reading."""
        return [self.card(f) for f in self.view.dossier["figures"] if f["relation"] != "single"]

    def lone(self) -> list[Data]:
        """Figures that one report alone gives."""
        return [self.card(f) for f in self.view.dossier["figures"] if f["relation"] == "single"]

    def card(self, f: Data) -> Data:
        """One quantity with its rows and, where there is something to compare, its scale."""
        groups: dict[tuple[Any, ...], list[Data]] = {}
        for r in f["readings"]:
            key = (r["value"], r["low"], r["high"], r["kind"], r["holder"], reading(r, f["unit"]))
            groups.setdefault(key, []).append(r)
        scale = Scale.of(f["readings"])
        rows = [self._row(f, readings, scale) for _, readings in sorted(groups.items(), key=_rank)]
        return {
            **self.cites.proof([r["cite"] for r in f["readings"]]),
            "id": f["id"],
            "about": f["about"][:1].upper() + f["about"][1:],
            "relation": f["relation"],
            "relation_words": RELATIONS[f["relation"]],
            "note": f["note"],
            "only_teaser": ", ".join(reading(r, f["unit"]) for r in teaser_only(f)),
            "rows": rows,
            "scale": scale,
            "actors": " ".join(sorted({r["holder"] for r in f["readings"] if r["holder"]})),
        }

    def _row(self, f: Data, readings: list[Data], scale: Scale | None) -> Data:
        first = readings[0]
        quoted = list(dict.fromkeys(self.view.passage(r["cite"]).text for r in readings))
        words = reading(first, f["unit"])
        return {
            "words": words,
            "quoted": [] if [q.lower() for q in quoted] == [words.lower()] else quoted[:4],
            "who": self.view.actor(first["holder"], "") if first["holder"] else "",
            "teaser": first["kind"] == "teaser",
            "chips": self.cites.chips([r["cite"] for r in readings]),
            "mark": scale.mark(first) if scale else None,
        }


def _rank(item: tuple[tuple[Any, ...], list[Data]]) -> tuple[Any, ...]:
    value, _, _, kind, holder, words = item[0]
    return kind == "teaser", value, holder is not None, str(holder), words


class Scale:
    """The common scale of one card: values to SVG units."""

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low, high
        self.width = WIDTH
        self.label = f"{number(low)} to {number(high)}"

    @classmethod
    def of(cls, readings: list[Data]) -> Scale | None:
        """The scale that holds all readings; None where all say the same."""
        if len({(r["value"], r["low"], r["high"]) for r in readings}) < 2:
            return None
        bounds = [b for r in readings for b in (r["low"], r["value"], r["high"]) if b is not None]
        return cls(min(bounds), max(bounds))

    def _x(self, value: float) -> float:
        span = self.high - self.low
        place = (value - self.low) / span if span else 0.5
        return round(8 + place * (WIDTH - 16), 1)

    def mark(self, r: Data) -> Data:
        """Where a reading stands, and the stretch its words allow (to the end of the scale where they are open)."""
        start = self._x(r["low"]) if r["low"] is not None else 0.0
        end = self._x(r["high"]) if r["high"] is not None else float(WIDTH)
        return {
            "x": self._x(r["value"]),
            "start": start,
            "width": round(max(0.0, end - start), 1),
            "open_low": r["low"] is None,
            "open_high": r["high"] is None,
        }
