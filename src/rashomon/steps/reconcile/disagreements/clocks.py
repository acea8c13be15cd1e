"""When it happened, by the clock: one report's local time is another's GMT.

Decides from clock times written with their zone in sentences about the same thing. Times in different zones may always
be the same moment; only the same figures under two zones, or two times in one zone, cannot both be right.
"""

from __future__ import annotations

import re
from collections import defaultdict

from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, of_units, reports
from rashomon.steps.reconcile.statements.units import Unit

CLOCK = re.compile(
    r"\b([01]?\d|2[0-3])[:.]?([0-5]\d)\s*(a\.?m\.?|p\.?m\.?)?\s*\(?(local time|local|gmt|utc|est|edt|cet|bst)\b", re.I
)
SAME_ZONE = {"utc": "GMT", "gmt": "GMT", "local": "local time", "local time": "local time"}
GREENWICH = re.compile(r"\b(?:Britain|British|UK|England|London|Scotland|Wales|Ireland|Portugal|Iceland|Ghana)\b")
LEAST_COMMON = 2
FARTHEST = 90
"""Minutes beyond which it is rather another event of the day."""
SERIES = re.compile(r"\b(?:first|second|third|another|aftershocks?|later)\b", re.I)
FAR = 10
"""Minutes between two times of one event that no rounding explains."""


def other_clock(scene: Scene) -> list[Draft]:
    """At most one disagreement about the clock time of one event."""
    found: dict[tuple[int, str], list[Unit]] = defaultdict(list)
    for unit in scene.units:
        for match in CLOCK.finditer(unit.text):
            zone = match[4].lower()
            found[_minutes(match), SAME_ZONE.get(zone, zone.upper())].append(unit)
    keys = sorted(found)
    for i, one in enumerate(keys):
        for other in keys[i + 1 :]:
            same_clock = one[0] == other[0] and {one[1], other[1]} == {"local time", "GMT"}
            if not same_clock and not (one[1] == other[1] and FAR < abs(one[0] - other[0]) <= FARTHEST):
                continue
            odd = same_clock and one[0] % 15 != 0  # the same odd minute twice is no chance
            pairs = [(a, b) for a in found[one] for b in found[other] if _same_event(a, b, odd)]
            if pairs and not any(GREENWICH.search(u.text) for pair in pairs for u in pair):
                sides = (of_units([a for a, _ in pairs]), of_units([b for _, b in pairs]))
                return [Draft("time", "other-clock", _note(one, other, sides), sides)]
    return []


def _note(one: tuple[int, str], other: tuple[int, str], sides: tuple) -> str:  # type: ignore[type-arg]
    told = [
        f"{m // 60}:{m % 60:02d} {zone} in {reports(side)}" for (m, zone), side in zip((one, other), sides, strict=True)
    ]
    return f"When by the clock: {told[0]}, {told[1]}."


def _minutes(match: re.Match[str]) -> int:
    hour = int(match[1])
    half = (match[3] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    return (hour % 24 if half != "a" or hour != 12 else 0) * 60 + int(match[2])


def _same_event(one: Unit, other: Unit, odd: bool) -> bool:
    if not odd and (SERIES.search(one.text) or SERIES.search(other.text)):
        return False
    return one.article != other.article and (odd or len(one.words & other.words) >= LEAST_COMMON)
