"""What a figure is a figure of: a toll, a counted noun, the length of an event.

Decides on `lexicons/en/figures.toml` and the words right beside the number; "and" and commas are walls, so that in
"killing 31 people and wounding 170" each number keeps its own verb. A number without such words has no thing, and is
never compared with a different number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.records.marks import Measure
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import term

REACH = 70
PASSAGE = 400
"""Characters on either side of a length in which the event it measures is looked for."""
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|[,;]|\d[\d.,]*")
_SHARE = re.compile(r"[\w.,-]+ of (?:the|those|them)\b")
_ABOUT_IT = re.compile(r"\W{0,3}(?:It|They|This|That|Both|The two|These)\b")
_DEBT_BEFORE = re.compile(r"\b(?:with|including)\b[^.;,]{0,30}\bdebts?\b[^.;]{0,40}$", re.IGNORECASE)
_DEBT_BEHIND = re.compile(r",?\s(?:including|plus|with)\b[^.;]{0,20}\bdebts?\b", re.IGNORECASE)
_BY_SHARE = re.compile(r"\b(?:a|per)\sshare\b[^.;]{0,20}$", re.IGNORECASE)
_SINCE = r"\s(?:ago|earlier|later|before|after)\b"
_A_YEAR = re.compile(rf"[^.;,]{{0,40}}\b(?:(?:every|each|a|per)\syear|yearly|annually)\b(?!{_SINCE})")
WITH_DEBT = "with debt"
"""The scope of a price that takes over debts as well."""
_INCLUDING = frozenset({"including", "included", "includes"})
_JOINS = frozenset({"with", "by", "at", "of", "in", "to", "for", "on"})
_MODALS = frozenset({"will", "would", "to", "may", "might", "can", "could", "should", "must"})
_SUFFERED = frozenset({"missing", "dying"})
"""What happens to those that are counted, though it ends in "-ing"."""
_WALL = 4
_FARTHEST = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """What is measured: `toll` class, `noun` class, `event` class; `partial` for an addition to or share of a total."""

    toll: str | None = None
    noun: str | None = None
    event: str | None = None
    partial: bool = False
    each: bool = False
    scope: frozenset[str] = frozenset()
    share: bool = False
    """Part of a total by its words: "two of them", "including nine children"."""
    by_share: bool = False
    """An amount told beside a price per share: what all shares cost, whatever the debts."""


@dataclass(frozen=True, slots=True)
class _Known:
    tolls: dict[str, str]
    anybody: frozenset[str]
    kinds: frozenset[str]
    events: dict[str, str]
    narrow: frozenset[str]
    by_sentence: frozenset[str]
    before: frozenset[str]
    added: frozenset[str]
    severe: frozenset[str]
    alike: dict[str, str]
    settling: frozenset[str]
    after: re.Pattern[str]
    each: frozenset[str]
    scope: frozenset[str]
    rate: re.Pattern[str]
    yearly: frozenset[str]


@cache
def known(language: str = "en") -> _Known:
    """The tables of `figures.toml`, ready to use."""
    data = lexicon("figures", language)
    after = "|".join(re.escape(w) for w in sorted(data["partial"]["after"], key=lambda w: (-len(w), w)))
    rates = "|".join(data["scope"]["rate"])
    return _Known(
        {word: name for name, row in data["toll"].items() for word in row["words"]},
        frozenset(data["people"]["anybody"]),
        frozenset(data["people"]["kinds"]),
        {word: name for name, row in data["events"].items() if name not in ("narrow", "by_sentence") for word in row},
        frozenset(data["events"]["narrow"]),
        frozenset(data["events"]["by_sentence"]),
        frozenset(data["partial"]["before"]),
        frozenset(data["partial"]["added"]),
        frozenset(data["partial"]["severe"]),
        data["scope"]["alike"],
        frozenset(data["scope"]["settling"]),
        re.compile(rf"\s(?:{after})\b", re.IGNORECASE),
        frozenset(data["partial"]["each"]),
        frozenset(data["scope"]["words"]),
        re.compile(rf"\s?(?:per|a|an|each|every)\s(?:[A-Z]\w+\s)?(?P<rate>{rates})\b(?!{_SINCE})"),
        frozenset(data["scope"]["yearly"]),
    )


def thing_of(text: str, measure: Measure, start: int, end: int, earlier: str = "") -> Thing:
    """The thing of `measure` in the sentence `[start, end)`; `earlier` is the sentence before, for "It lasted …"."""
    table, span = known(), measure.span
    left = text[max(start, span.start - REACH) : span.start]
    right = text[span.end : min(end, span.end + REACH)]
    inside = (
        text[span.start : span.end] + " " + (text[measure.object.start : measure.object.end] if measure.object else "")
    )
    noun = measure.counted.lower() if measure.counted else None
    near = [w.lower() for w in _WORD.findall(left)]
    around = text[max(start, span.start - PASSAGE) : min(end, span.end + PASSAGE)]
    if not _ABOUT_IT.match(text, start, end):
        earlier = ""
    event = None if measure.unit is None else _event(noun, around, earlier[:PASSAGE])
    following = [w.lower() for w in _WORD.findall(right)]
    hedge = (measure.modifier or "").split()
    own = [w for w in inside.lower().split() if w not in hedge]
    toll = _toll(near, following, inside, noun) if measure.unit is None else None
    share = bool(table.after.match(right) or _SHARE.search(inside))
    partial = share or _partial(near, following, own, toll)
    scoped = [*_setting(near[-2:]), *inside.lower().replace("gross domestic", "").split()]
    scope = {table.alike.get(w, w) for w in scoped if w in table.scope}
    if following and following[0] in table.yearly:
        scope.add("per year")
    if measure.unit not in ("percent", "year", "month") and _A_YEAR.match(right):
        scope.add("per year")
    rate = table.rate.match(right)
    if rate:
        scope.add(f"per {rate['rate']}")
    if _DEBT_BEFORE.search(left) or _DEBT_BEHIND.match(right):
        scope.add(WITH_DEBT)
    each = any(w in table.each for w in [*near[-5:], *following[:4]])
    part = bool(table.after.match(right)) or (noun is not None and any(w in _INCLUDING for w in near[-2:]))
    shares = bool(_BY_SHARE.search(left))
    return Thing(toll, term(noun) if noun else None, event, partial, each, frozenset(scope), part, shares)


def _setting(near: list[str]) -> list[str]:
    """The words before a number that can set it apart: not "came first with", nor the verb of "will last"."""
    if len(near) == 2 and (near[1] in _JOINS or (near[1] == "last" and near[0] in _MODALS)):
        return []
    return near


def _partial(near: list[str], following: list[str], within: list[str], toll: str | None) -> bool:
    """True when the words around a number make it an addition to a total or a share of it."""
    table = known()
    if any(w in table.before for w in near[-3:]) or any(
        w in table.severe for w in (*near[-2:], *within, *following[:4])
    ):
        return True
    return toll in (None, "dead") and any(w in table.added for w in (*near[-2:], *within, *following[:1]))


def _toll(near: list[str], following: list[str], inside: str, noun: str | None) -> str | None:
    """The toll whose word stands nearest; walls and distance count."""
    table = known()
    if noun is not None and noun not in table.anybody and noun not in table.kinds:
        return None
    if noun in table.tolls:
        return table.tolls[noun]
    for word in inside.lower().split():
        if word.strip("\"'“”") in table.tolls:
            return table.tolls[word.strip("\"'“”")]
    behind = [(d, 0, t) for d, t in _nearest(following, behind=True)]
    options = behind + [(d, 1, t) for d, t in _nearest(near[::-1])]
    return min(options)[2] if options else None


def _nearest(words: list[str], behind: bool = False) -> list[tuple[int, str]]:
    """The first toll word of a list with its distance; `behind`: the words follow the number."""
    distance = 0
    for word in words:
        if word in (",", ";", "and", "but", "while") or word[0].isdigit():
            distance += _WALL
        elif word in known().tolls:
            if behind and word.endswith("ing") and word not in _SUFFERED:
                return []  # "shot three people, killing one": it tells of what follows
            return [(distance, known().tolls[word])]
        distance += 1
        if distance > _FARTHEST:
            break
    return []


def _event(noun: str | None, sentence: str, earlier: str) -> str | None:
    """The class of event the figure measures: by its noun, else by the words of its sentence or of the one before."""
    table = known().events
    if noun in table:
        return table[noun]
    for passage in (sentence, earlier):
        names = {table[w] for w in (x.lower() for x in _WORD.findall(passage)) if w in table} & known().by_sentence
        if len(names) == 1:
            return next(iter(names))
        if names:
            return None
    return None
