"""The timeline: a strip with events, utterances and publications apart, and the same as a list by day.

The strip has one column for each day that something is dated to, in order, not to scale. Entries that are only known to
the month or year stand in the list alone.
"""

from __future__ import annotations

from typing import Any

from rashomon.export.excerpt import excerpt
from rashomon.export.html.cites import Cites
from rashomon.export.view import Data, View
from rashomon.export.words import clipped, count, period, short_day

LANES = (("event", "Happened"), ("utterance", "Said"), ("publication", "Published"))
_LEFT, _WIDTH, _LANE, _HIGH = 76, 720, 52, 5
"""SVG units: room for the names of lanes, whole width, height of a lane; dots in a stack."""


class Timeline:
    """Makes strip and list from one dossier."""

    def __init__(self, view: View, cites: Cites) -> None:
        self.view, self.cites = view, cites

    def days(self) -> list[Data]:
        """The list: one group for each day or longer stretch, in time order; publications where they belong."""
        groups: dict[tuple[str, str, str], Data] = {}
        for t in self.view.dossier["timeline"]:
            exact = t["start"][:10] == t["end"][:10]
            precision = t["precision"] if t["precision"] in ("month", "year") else "day"
            key = (t["start"][:10], t["end"][:10], "day" if exact else precision)
            group = groups.setdefault(key, {"heading": period(key[0], key[1], precision), "entries": [], "reports": []})
            group["entries"].append(self._entry(t))
        for n, a in enumerate(self.view.articles, 1):
            if a["published"] and len(a["published"]) >= 10:
                when = a["published"][:10]
                group = groups.setdefault(
                    (when, when, "day"), {"heading": period(when, when, "day"), "entries": [], "reports": []}
                )
                clock = a["published"][11:16]
                group["reports"].append({"n": n, "name": self.view.short(a["id"]), "clock": clock})
        return [groups[key] for key in sorted(groups, key=lambda k: (k[0], k[1], k[2]))]

    def _entry(self, t: Data) -> Data:
        of = t.get("of", "event")
        return {
            **self.cites.proof([*t["cites"], *t["times"]]),
            "chips": self.cites.chips(t["cites"]),
            "times": self.cites.chips([c for c in t["times"] if not _inside(c, t["cites"])]),
            "id": t["id"],
            "clock": self._clock(t),
            "words": excerpt(self.view, t["what"], t["cites"]),
            "mode": "" if t["mode"] == "happened" else t["mode"],
            "of": of,
            "outlets": count(t["outlets"], "outlet") if t["outlets"] > 1 else "",
        }

    def _clock(self, t: Data) -> str:
        if t["precision"] == "minute" and len(t["start"]) >= 16:
            return str(t["start"][11:16])
        return "part of the day" if t["precision"] == "part-of-day" else ""

    def strip(self) -> Data | None:
        """The drawing; None with fewer than two days."""
        dots: list[tuple[str, ...]] = [
            (t["start"][:10], t.get("of", "event"), t["id"], t["mode"], t["what"])
            for t in self.view.dossier["timeline"]
            if t["start"][:10] == t["end"][:10] and len(t["start"]) >= 10 and t.get("of") != "publication"
        ]
        dots += [
            (a["published"][:10], "publication", f"source-{n}", "happened", f"{n} {self.view.outlet(a['id'])}")
            for n, a in enumerate(self.view.articles, 1)
            if a["published"] and len(a["published"]) >= 10
        ]
        days = sorted({dot[0] for dot in dots})
        if len(days) < 2:
            return None
        step = (_WIDTH - _LEFT) / len(days)
        place = {day: round(_LEFT + step * (n + 0.5), 1) for n, day in enumerate(days)}
        every = max(1, -(-len(days) // 12))
        return {
            "width": _WIDTH,
            "height": _LANE * len(LANES) + 22,
            "left": _LEFT,
            "lanes": [{"name": name, "y": _LANE * (n + 1)} for n, (_, name) in enumerate(LANES)],
            "ticks": [{"x": place[day], "label": short_day(day)} for n, day in enumerate(days) if n % every == 0],
            **_stacked(dots, place, step),
        }


def _stacked(dots: list[tuple[str, ...]], place: dict[str, float], step: float) -> dict[str, Any]:
    """Dots of one day and lane side by side, then on top of one another; what has no room is counted."""
    lanes = {key: n for n, (key, _) in enumerate(LANES)}
    across = max(1, int(step // 13))
    room = across * (_HIGH - 2)
    cells: dict[tuple[int, str], list[tuple[str, ...]]] = {}
    for dot in sorted(dots):
        cells.setdefault((lanes[dot[1]], dot[0]), []).append(dot)
    drawn, more = [], []
    for (lane, day), inside in cells.items():
        base = _LANE * (lane + 1) - 9
        columns = min(across, len(inside))
        for n, (_, of, name, mode, what) in enumerate(inside[:room]):
            row, column = divmod(n, columns)
            x = place[day] + 12 * (column - (columns - 1) / 2)
            drawn.append(
                {"x": round(x, 1), "y": base - 13 * row, "id": name, "mode": mode, "of": of, "what": clipped(what, 120)}
            )
        if len(inside) > room:
            more.append({"x": place[day], "y": base - 13 * (_HIGH - 2) + 3, "count": len(inside) - room})
    return {"dots": drawn, "more": more}


def _inside(cite: Data, cites: list[Data]) -> bool:
    return any(
        c["article"] == cite["article"] and c["start"] <= cite["start"] and cite["end"] <= c["end"] for c in cites
    )
