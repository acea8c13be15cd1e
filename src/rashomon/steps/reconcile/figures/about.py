"""What a figure is about, in words of the reports."""

from __future__ import annotations

from collections import Counter

from rashomon.records.dossier import Story
from rashomon.records.findings import Actor
from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.things import known

NAMES = 2
REACH = 6
"""Tokens looked at on either side of a number for a noun that names it."""
TOLLS = {"hospital": "people taken to hospital", "freed": "people freed"}


def describe(story: Story, members: list[Entry], actors: dict[str, Actor]) -> str:
    """A short line: "length of the call (Donald Trump, Vladimir Putin)", "people injured", "drones"."""
    nouns = [e for e in members if e.measure.counted] or members
    kinds = Counter(_kind(story, e) for e in (nouns if members[0].thing.event else members))
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    shared = Counter(actor for e in members for actor in e.names)
    often = [a for a, n in shared.items() if 2 * n > len(members) and a in actors]
    often.sort(key=lambda a: (-shared[a], actors[a].type != "person", actors[a].name))
    shown = [actors[a].name for a in often[:NAMES]]
    return f"{kind} ({', '.join(shown)})" if shown else kind


def _kind(story: Story, e: Entry) -> str:
    if e.thing.toll:
        noun = e.measure.counted
        who = "people" if noun is None or noun.lower() in known().anybody else noun
        return TOLLS.get(e.thing.toll, f"{who} {'killed' if e.thing.toll == 'dead' else e.thing.toll}")
    phrase = _phrase(story, e)
    if e.dimension in ("time", "calendar"):
        return f"length of {phrase or e.thing.event or 'time'}"
    if e.measure.unit and e.measure.unit.endswith("of age"):
        return "age" + (f" of {phrase}" if phrase else "")
    if phrase and not e.measure.unit:
        return phrase
    noun = phrase or _noun_near(story, e)
    unit = e.measure.unit
    return (f"{noun} in {unit}" if noun else f"number of {unit}") if unit else noun or "number"


def _noun_near(story: Story, e: Entry) -> str:
    """The nearest common noun before the number in its sentence, else behind it; "" without one nearby."""
    words = story.marks[e.article].words
    tokens, sentence = words.tokens, words.sentences[e.sentence]
    at = tokens.at(e.measure.span.start)
    behind = tokens.at(e.measure.span.end)
    for n in (
        *range(at - 1, max(sentence.first, at - REACH) - 1, -1),
        *range(behind, min(sentence.stop, behind + REACH)),
    ):
        if tokens.tags[n] in ("NN", "NNS") and tokens.words[n].isalpha():
            return str(tokens.words[n].lower())
    return ""


def _phrase(story: Story, e: Entry) -> str:
    span = e.measure.object
    if span is None:
        return e.measure.counted or ""
    return " ".join(story.articles[e.article].text[span.start : span.end].split()).strip("\"'“”‘’")
