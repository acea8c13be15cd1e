"""Says in the article's own words why it joined a story: the rare words, names and numbers that it shares with it.

Only what weighs most in the likeness is told, three terms at most, and the day where both are of the same day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import chain

from rashomon.steps.group.likeness import Report, Story
from rashomon.steps.group.terms import WORD, Vector, plain, rewritten, term
from rashomon.text.lexicon import lexicon

TOLD = 3
"""Terms told."""


@cache
def _months() -> dict[int, str]:
    """The full name of each month: the first one that the calendar has."""
    return {n: name for name, n in reversed(lexicon("calendar")["months"].items())}


def copied(share: float) -> str:
    """What a copy is told as: "copy: 83 % of its passages"."""
    return f"copy: {int(100 * share)} % of its passages"


def because(report: Report, story: Story, text: str, title: str | None = None) -> str:
    """What a report shares with the others of a story, whether it is already among them or not."""
    sums: Mapping[str, int] = story.sums
    if report.number in story.members:
        sums = {name: left for name, w in report.terms.items() if (left := story.sums[name] - w) > 0}
    same_day = report.day is not None and any(
        r.day == report.day for n, r in story.members.items() if n != report.number
    )
    return shared(report.terms, sums, f"{title}\n{text}" if title else text, report.day if same_day else None)


def shared(terms: Vector, theirs: Mapping[str, int], text: str, day: int | None = None) -> str:
    """What a report shares with a story: "share: Slovyansk, drones, 19 March", or nothing.

    `theirs` are the summed terms of the story, `day` the day both are of.
    """
    weights = {name: weight * theirs[name] for name, weight in terms.items() if name in theirs}
    best: list[str] = []
    for name, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        words = set(name.split(" "))
        if any(words & set(other.split(" ")) for other in best):
            continue
        best.append(name)
        if len(best) == TOLD:
            break
    told = _as_written(best, text)
    if day is not None:
        at = date.fromordinal(day)
        told.append(f"{at.day} {_months()[at.month]}")
    return f"share: {', '.join(told)}" if told else ""


def _as_written(terms: list[str], text: str) -> list[str]:
    """The terms as they first stand in the text, in their order here."""
    found: dict[str, str] = {}
    previous, start = "", 0
    for match in WORD.finditer(text):
        root = term(match[0].lower())
        for name, begin in ((root, match.start()), (f"{previous} {root}", start)):
            if name in terms and name not in found:
                found[name] = " ".join(text[begin : match.end()].split())
        if len(found) == len(terms):
            break
        previous, start = root, match.start()
    if len(found) < len(terms):
        forms = _forms(text)
        found = {name: " ".join(forms.get(root, root) for root in name.split(" ")) for name in terms} | found
    return [found[name] for name in terms]


def _forms(text: str) -> dict[str, str]:
    """How each term is first written where it is a number or initials, else as a word: "719K" for 719000."""
    forms: dict[str, str] = {}
    for match in chain(rewritten(text), WORD.finditer(text)):
        forms.setdefault(term(plain(match[0]).strip().lower()), match[0])
    return forms
