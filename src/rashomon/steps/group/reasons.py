"""Says in the article's own words why it joined a story: the rare words, names and numbers that it shares with it.

Only what weighs most in the likeness is told, three terms at most, and the day where both are of the same day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rashomon.steps.group.terms import WORD, Vector, stem

TOLD = 3
"""Terms told."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def shared(terms: Vector, theirs: Mapping[str, int], text: str, day: int | None = None) -> str:
    """What a report shares with a story: "share: Slovyansk, drones, 19 March", or nothing.

    `theirs` are the summed terms of the story, `day` the day both are of.
    """
    weights = {term: weight * theirs[term] for term, weight in terms.items() if term in theirs}
    best: list[str] = []
    for term, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        words = set(term.split(" "))
        if any(words & set(other.split(" ")) for other in best):
            continue
        best.append(term)
        if len(best) == TOLD:
            break
    told = [_as_written(term, text) for term in best]
    if day is not None:
        at = date.fromordinal(day)
        told.append(f"{at.day} {MONTHS[at.month - 1]}")
    return f"share: {', '.join(told)}" if told else ""


def _as_written(term: str, text: str) -> str:
    """The term as it first stands in the text."""
    wanted = term.split(" ")
    found = [(m, stem(m[0])) for m in WORD.finditer(text)]
    for n in range(len(found) - len(wanted) + 1):
        if [root for _, root in found[n : n + len(wanted)]] == wanted:
            return " ".join(text[found[n][0].start() : found[n + len(wanted) - 1][0].end()].split())
    return term
