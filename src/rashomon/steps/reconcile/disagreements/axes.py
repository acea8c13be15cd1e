"""Which words exclude one another: the axes of `lexicons/en/events.toml`, by the first word of an entry.

Decides nothing about a report. What "is" so also stays so, and may be declared so; that is the only thing it adds to
the entries of the lexicon.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rashomon.text.lexicon import lexicon

STATES = frozenset({"be", "remain", "stay"})
DECLARED = ("declare", "deem", "pronounce")
"""Verbs that say of something how it is."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: its name, which role both clauses must share, whether it is said of persons, and of what lasts."""

    name: str
    role: str
    persons: bool = False
    lasting: bool = False
    intransitive: bool = False
    bare: bool = False
    none: bool = False
    """Whether anything of a kind happened to anybody: "nobody was hurt"."""
    own: bool = False
    """The axis of one verb, which only a negation turns round."""
    placed: bool = False
    """Own, of a verb that stands on another axis too."""
    strict: bool = False
    """Its words have other uses too."""
    things: bool = False
    """Said of what can be measured; somebody who climbs and falls does so on a mountain."""


@cache
def entries(wide: bool = False) -> dict[str, tuple[tuple[tuple[str, ...], Axis, int], ...]]:
    """First word of an entry → its words, axis and way; `wide`: with those for aligned clauses only."""
    table: dict[str, list[tuple[tuple[str, ...], Axis, int]]] = {}
    for data in lexicon("events")["axes"]:
        if data.get("aligned") and not wide:
            continue
        axis = Axis(
            data["name"],
            data["role"],
            data.get("persons", False),
            data.get("lasting", False),
            data.get("intransitive", False),
            data.get("bare", False),
            strict=data.get("strict", False),
            things=data.get("things", False),
        )
        for sign, way in ((1, "yes"), (-1, "no")):
            for entry in (*data[way], *(data.get(f"also_{way}", ()) if wide else ())):
                for parts in _forms(tuple(entry.split()), axis):
                    table.setdefault(parts[0], []).append((parts, axis, sign))
    return {first: tuple(rest) for first, rest in table.items()}


def _forms(parts: tuple[str, ...], axis: Axis) -> list[tuple[str, ...]]:
    """An entry and what says as much: what is safe also stays safe, and is declared safe."""
    if parts[0] != "be":
        return [parts]
    told = [*sorted(STATES), *(DECLARED if axis.role == "theme" else ())]
    return [(verb, *parts[1:]) for verb in told]
