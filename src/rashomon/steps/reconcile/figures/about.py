"""What a figure is about, in words of the reports."""

from __future__ import annotations

from collections import Counter

from rashomon.records.dossier import Story
from rashomon.records.findings import Actor
from rashomon.steps.reconcile.figures.entries import Entry
from rashomon.steps.reconcile.figures.things import WITH_DEBT, known

NAMES = 2
REACH = 6
"""Tokens looked at on either side of a number for a noun that names it."""
CLAUSE = 6
"""Words of a clause that a line shows."""
LASTS = frozenset({"took", "takes", "take", "taken", "lasted", "lasts", "last", "lasting", "ran"})
PLAIN = ("price", "cost", "fine", "damages", "profit", "loss", "revenue", "budget", "aid", "debt")
"""What a clause may say of an amount that is a word for it as well, the surest first."""
PEOPLE = {"employ": "employed", "aboard": "on board"}
TOLLS = {"hospital": "people taken to hospital", "freed": "people freed"}


def describe(story: Story, members: list[Entry], actors: dict[str, Actor]) -> str:
    """A short line: "length of the call (Donald Trump, Vladimir Putin)", "people injured", "drones"."""
    nouns = [e for e in members if e.measure.counted] or members
    kinds = Counter(_kind(story, e) for e in (nouns if members[0].thing.event else members))
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    shared = Counter(actor for e in members for actor in e.names)
    often = [a for a, n in shared.items() if 2 * n > len(members) and a in actors]
    owners = [e.owner for e in members if e.owner and e.owner in actors]
    often = owners[:1] or often
    often.sort(key=lambda a: (-shared[a], actors[a].type != "person", actors[a].name))
    shown = [actors[a].name for a in often[:NAMES]]
    return f"{kind} ({', '.join(shown)})" if shown else kind


def _kind(story: Story, e: Entry) -> str:
    if e.thing.toll:
        noun = e.measure.counted
        who = "people" if noun is None or noun.lower() in known().anybody else noun
        return TOLLS.get(e.thing.toll, f"{who} {'killed' if e.thing.toll == 'dead' else e.thing.toll}")
    phrase, unit = _phrase(story, e), e.measure.unit
    if e.frame.magnitude:
        return "magnitude"
    if e.dimension in ("time", "calendar"):
        return _length(story, e, phrase)
    if unit and unit.endswith("of age"):
        return "age" + (f" of {phrase}" if phrase else "")
    if e.dimension.isupper() and WITH_DEBT in e.thing.scope:
        return f"price with debt in {unit}"
    said = next((word for word in (*PLAIN, *PEOPLE) if word in e.frame.said), "")
    if e.dimension.isupper() and said in PLAIN:
        return f"{said} in {unit}"
    if unit == "percent" and (phrase or e.frame.whole):
        return f"share of {phrase or e.frame.whole}" if phrase else "share in percent"
    if phrase and not unit:
        return f"{phrase} {PEOPLE[said]}" if said in PEOPLE and phrase == "people" else phrase
    noun = phrase or _noun_near(story, e)
    return (f"{noun} in {unit}" if noun else f"number of {unit}") if unit else noun or "number"


def _length(story: Story, e: Entry, phrase: str) -> str:
    """The line of a length: what is long, else the words of the clause that say what lasted."""
    if phrase or e.thing.event:
        return f"length of {phrase or e.thing.event}"
    words = story.marks[e.article].words
    tokens = words.tokens
    stop = tokens.at(e.measure.span.start)
    first = next((n for n in range(tokens.at(e.frame.start), stop) if tokens.tags[n][:2] == "VB"), stop)
    if first > tokens.at(e.frame.start) and tokens.words[first].lower() in LASTS:
        nouns = [n for n in range(tokens.at(e.frame.start), first) if tokens.tags[n] in ("NN", "NNS")]
        return f"length of {tokens.words[nouns[-1]].lower()}" if nouns else "length of time"
    while stop > first and tokens.tags[stop - 1] in ("IN", "TO", "DT", "RB"):
        stop -= 1
    stop = min(stop, first + CLAUSE)
    if first >= stop:
        return "length of time"
    text = words.text[tokens.starts[first] : tokens.ends[stop - 1]]
    return f"length of time: “{' '.join(text.split())}”"


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
