"""What happened, told so that only one report can be right: one bomb or two, closed or open again.

Decides on how many acts the lead of a report tells of, and on pairs of words that undo one another with the same thing
beside them. History further down a report is no lead; a report that tells both is on the side of the later state.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from rashomon.steps.reconcile.disagreements.claims import Draft, Scene, of_units, reports
from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import stem, term

HARM = frozenset(t for t in map(term, ("kill", "injure", "dead", "wounded")) if t)
LEAD = 3
"""Units of a report that count as its lead."""
BETWEEN = r"(?:[\w'’]+[- ]){0,2}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = lexicon("degrees")["number_of_acts"]
    nouns, several = "|".join(data["nouns"]), "|".join(data["several"])
    one = rf"\b(?:{'|'.join(data['one'])}) (?!(?:[\w'’]+ )?(?:{several})\b){BETWEEN}({nouns})\b"
    return re.compile(one, re.I), re.compile(rf"\b(?:{several}) {BETWEEN}({nouns})s?\b", re.I)


def one_or_several(scene: Scene) -> list[Draft]:
    """A single act in the lead of some reports, several of them in the lead of others."""
    one, several = _patterns()
    sides: tuple[dict[str, list[Unit]], dict[str, list[Unit]]] = (defaultdict(list), defaultdict(list))
    lead: dict[int, int] = defaultdict(int)
    many: set[tuple[str, int]] = set()
    for unit in scene.units:
        lead[unit.article] += 1
        for match in several.finditer(unit.text):
            many.add((_kind(match[1]), unit.article))
            if lead[unit.article] <= LEAD:
                sides[1][_kind(match[1])].append(unit)
        for match in one.finditer(unit.text):
            if lead[unit.article] <= LEAD and HARM & unit.words:
                sides[0][_kind(match[1])].append(unit)
    drafts = []
    for kind in sorted(sides[0]):
        single = [u for u in sides[0][kind] if (kind, u.article) not in many]
        if single and sides[1].get(kind):
            told = (of_units(single), of_units(sides[1][kind]))
            note = f"How many: one {kind} in {reports(told[0])}, more than one in {reports(told[1])}."
            drafts.append(Draft("figure", "one-or-several", note, told))
    return drafts


def _kind(noun: str) -> str:
    """A bomb, a bombing and a bomber are one kind of event."""
    low = noun.lower()
    return "bombing" if low.startswith("bomb") or low in ("blast", "explosion") else low


def undone_or_not(scene: Scene) -> list[Draft]:
    """A thing closed in one report is open again in another."""
    drafts, sentences = [], _sentences(scene)
    for first, then in lexicon("degrees")["reversals"]["pairs"]:
        done, undone = _telling(sentences, first), _telling(sentences, then)
        for thing in sorted(done):
            later = {u.article for u in undone.get(thing, ())}
            still = [u for u in done[thing] if u.article not in later]
            if later and still:
                told = (of_units(still), of_units(undone[thing]))
                note = f"The {thing}: only “{first}” in {reports(told[0])}, “{then}” in {reports(told[1])}."
                drafts.append(Draft("stance", "undone-or-not", note, told))
                break
    return drafts


def _sentences(scene: Scene) -> list[tuple[list[Unit], list[str]]]:
    """The units of each sentence that begins one of them with "The bridge was …", with these nouns."""
    by_sentence: dict[tuple[int, int], list[Unit]] = defaultdict(list)
    for unit in scene.units:
        by_sentence[unit.article, unit.sentence.start].append(unit)
    found = ((units, sorted({h for u in units for h in _heads(u)})) for units in by_sentence.values())
    return [(units, heads) for units, heads in found if heads]


def _telling(sentences: list[tuple[list[Unit], list[str]]], verb: str) -> dict[str, list[Unit]]:
    """Subject or object noun of a sentence with a form of `verb` → the units that tell it."""
    root, out = stem(verb), defaultdict(list)
    for units, heads in sentences:
        for unit in units:
            if root in _stems(unit.text):
                for head in heads:
                    out[head].append(unit)
    return out


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in re.findall(r"[A-Za-z]{4,}", text))


def _heads(unit: Unit) -> set[str]:
    """As in "The bridge was …": nouns after a definite article at the start of the clause."""
    match = re.match(
        r"(?:But |And )?[Tt]he ((?:\w+ )?)(\w+) (?:has|have|had|was|were|is|are|will|remains?)\b", unit.text
    )
    return {match[2].lower()} if match else set()
