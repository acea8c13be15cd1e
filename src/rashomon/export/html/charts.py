"""Drawings of figures and of the timeline as plain SVG data for the template; every drawing also is a table."""

from __future__ import annotations

from datetime import date
from typing import Any

from rashomon.export.view import Data, number, reading

WIDTH = 320
"""Width of the drawing area in SVG units."""


def figure_chart(figure: Data) -> Data | None:
    """Readings on a common scale: points, and bars for what the words allow; None where there is nothing to compare."""
    readings = figure["readings"]
    if len({(r["value"], r["modifier"]) for r in readings}) < 2:
        return None
    bounds = [b for r in readings for b in (r["low"], r["value"], r["high"]) if b is not None]
    low, high = min(bounds), max(bounds)
    margin = (high - low) * 0.08 or 1
    low, high = low - margin, high + margin

    def x(value: float) -> float:
        return float(round(WIDTH * (value - low) / (high - low), 1))

    rows: list[Data] = []
    seen: set[tuple[Any, ...]] = set()
    for r in readings:
        key = (r["value"], r["modifier"], r["kind"])
        if key in seen:
            continue
        seen.add(key)
        start = x(r["low"]) if r["low"] is not None else 0.0
        end = x(r["high"]) if r["high"] is not None else float(WIDTH)
        rows.append(
            {
                "y": 16 * len(rows) + 10,
                "x": x(r["value"]),
                "start": start,
                "width": round(max(0.0, end - start), 1),
                "words": reading(r, figure["unit"]),
                "teaser": r["kind"] == "teaser",
            }
        )
    return {"rows": rows, "height": 16 * len(rows) + 4, "width": WIDTH, "low": number(low), "high": number(high)}


def timeline_chart(entries: list[Data]) -> Data | None:
    """Entries as dots over the days they happened on; None with fewer than two days."""
    days = [(e, date.fromisoformat(e["start"][:10])) for e in entries if len(e["start"]) >= 10 and e["outlets"] > 1]
    if len({day for _, day in days}) < 2:
        return None
    order = sorted({day for _, day in days})
    stack: dict[date, int] = {}
    dots: list[dict[str, Any]] = []
    for entry, day in days:
        stack[day] = stack.get(day, 0) + 1
        place = order.index(day)
        dots.append(
            {
                "x": round(30 + place * (640 - 60) / max(1, len(order) - 1), 1),
                "y": 78 - 12 * min(stack[day], 6),
                "id": entry["id"],
                "mode": entry["mode"],
                "what": f"{entry['start']}: {entry['what']}",
            }
        )
    ticks = [
        {
            "x": round(30 + n * (640 - 60) / max(1, len(order) - 1), 1),
            "label": day.isoformat()[5:],
            "day": day.isoformat(),
        }
        for n, day in enumerate(order)
    ]
    return {"dots": dots, "ticks": ticks[:: max(1, len(ticks) // 8)]}
