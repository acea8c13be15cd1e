"""What is worth a look, as a reader meets it: the passage of each side in parts, the words that differ apart.

A side says one of its passages, or the part of it around the value. Which outlet that is, and where in it the value
stands, follows from the cites; where it cannot be found nothing is marked.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

from rashomon.export.view import Data, View


class Shown(NamedTuple):
    """What one side says: the report that says so, how many more do, and parts `{"text", "differs"}`."""

    article: str
    more: int
    parts: list[dict[str, Any]]


def checks(view: View) -> list[Data]:
    """The checks of a dossier; none in one that was written before there were any."""
    found: list[Data] = view.dossier.get("checks", [])
    return found


def shown(view: View, side: Data) -> Shown:
    """The passage of `side` that it says."""
    says = " ".join(side["says"].split())
    cites = [(c, view.passage(c).text) for c in side["cites"]]
    plain = says if any(says in words for _, words in cites) else says.removeprefix("…").removesuffix("…").strip()
    cite, words = next(((c, words) for c, words in cites if plain in words), cites[0])
    place = _place(view, cite, side.get("values", []), words.find(plain), says.find(plain), len(plain))
    parts = [{"text": says, "differs": False}]
    if place:
        cut = (0, *place, len(says))
        pieces = [says[a:b] for a, b in pairwise(cut)]
        parts = [{"text": text, "differs": n == 1} for n, text in enumerate(pieces) if text]
    return Shown(cite["article"], len({c["article"] for c in side["cites"]}) - 1, parts)


def _place(view: View, cite: Data, values: list[Data], first: int, at: int, length: int) -> tuple[int, int] | None:
    """Where in what a side says its value stands. `first`, `at`: where the shown words begin in passage and side."""
    text = view.text(cite["article"])
    for value in values:
        if value["article"] != cite["article"] or not cite["start"] <= value["start"] < value["end"] <= cite["end"]:
            continue
        begin = len(" ".join((text[cite["start"] : value["start"]] + "x").split())) - 1 - first
        end = begin + len(view.passage(value).text)
        if first >= 0 <= begin < end <= length:
            return at + begin, at + end
    return None
