"""The clause around a number: its words with the number masked, what it says of the thing, its days and its modality.

Decides on marks and conjunctions where the clause ends, and on `lexicons/en/figures.toml` what is said of an amount or
of people (a price, a cost, people employed). What was only expected or asked for is told apart from what is. A clause
of few words takes in its neighbour on the left; nothing is guessed about who does what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.records.marks import Measure
from rashomon.records.reading import Sentence, Words
from rashomon.text.lexicon import lexicon
from rashomon.text.numbers import find_numbers
from rashomon.text.similarity import Terms, term, terms

FARTHEST = 30
"""Tokens on either side of a number that can belong to its clause."""
FEW = 2
"""Content words below which a clause takes in the one on its left."""
LONGEST_OF = 6
"""Tokens between "percent" and the noun it is a share of."""
_MARKS = frozenset(',;:()[]—–“”"«»')
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\s?[-–:]|\sof)?\s?(?:about\s|at\s)?$|\bscale\sat\s$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[\s-]?(?:-\s?)?magnitude\b|\son\sthe\sRichter\b", re.IGNORECASE)
_BEHIND_VOTES = re.compile(r"\bvotes\s(?:to|against)\s$")
_VERSUS = re.compile(r"\s(?:to|against)\s")
_SHAKES = frozenset({"quake", "earthquake", "tremor", "temblor"})


@dataclass(frozen=True, slots=True)
class Frame:
    """`near`: terms of the clause without the number's own noun; `start`, `end`: characters of the clause.

    `said`: what is said of the thing (`price`, `employ` …); `whole`: the term a percentage is a share of;
    `expected`: only hoped for or asked for; `magnitude`: strength of an earthquake;
    `against`: the votes of the other side.
    """

    near: Terms = frozenset()
    said: frozenset[str] = frozenset()
    whole: str | None = None
    expected: bool = False
    magnitude: bool = False
    against: float | None = None
    start: int = 0
    end: int = 0


EMPTY = Frame()


@dataclass(frozen=True, slots=True)
class _Table:
    said: dict[str, str]
    expected: frozenset[str]
    walls: frozenset[str]


@cache
def _table(language: str = "en") -> _Table:
    data = lexicon("figures", language)
    return _Table(
        {word: name for name, row in data["said"].items() for word in row["words"]},
        frozenset(data["expected"]["words"]),
        frozenset(data["clause"]["walls"]),
    )


def frame_of(words: Words, measure: Measure, sentence: Sentence) -> Frame:
    """The clause of `measure` in `sentence`."""
    tokens = words.tokens
    first, stop = tokens.at(measure.span.start), tokens.at(measure.span.end)
    own = {term(w) for w in (measure.counted or "").split()}
    low, high = clause_left(words, first, sentence), clause_right(words, stop, sentence)
    near = set(terms(tokens.words[k] for k in (*range(low, first), *range(stop, high))) - own)
    if len(near) < FEW and low > sentence.first:
        low = clause_left(words, low - 1, sentence)
        near = set(terms(tokens.words[k] for k in (*range(low, first), *range(stop, high))) - own)
    if _BEHIND_VOTES.search(words.text, max(sentence.start, measure.span.start - 20), measure.span.start):
        near = set()
    plain = [tokens.words[k].lower() for k in (*range(low, first), *range(stop, high))]
    table = _table()
    return Frame(
        frozenset(t for t in near if t),
        frozenset(table.said[w] for w in plain if w in table.said),
        _whole(words, stop, sentence) if measure.unit == "percent" else None,
        any(w in table.expected for w in plain),
        _magnitude(words.text, measure, sentence),
        _against(words.text, measure, sentence),
        tokens.starts[low] if low < len(tokens) else sentence.start,
        tokens.ends[high - 1] if 0 < high <= len(tokens) else sentence.end,
    )


def clause_left(words: Words, first: int, sentence: Sentence) -> int:
    """The first token of the clause that reaches to token `first`."""
    tokens, walls = words.tokens, _table().walls
    n = first
    while n > max(sentence.first, first - FARTHEST):
        word = tokens.words[n - 1]
        if word in _MARKS or word.lower() in walls:
            break
        n -= 1
    return n


def clause_right(words: Words, stop: int, sentence: Sentence) -> int:
    """The token behind the last one of the clause that goes on at token `stop`."""
    tokens, walls = words.tokens, _table().walls
    n = stop
    while n < min(sentence.stop, stop + FARTHEST) and not (
        tokens.words[n] in _MARKS or tokens.words[n].lower() in walls
    ):
        n += 1
    return n


def _whole(words: Words, stop: int, sentence: Sentence) -> str | None:
    """The noun a percentage is a share of: "62 per cent of the older children": child."""
    tokens = words.tokens
    if stop >= sentence.stop or tokens.words[stop].lower() != "of":
        return None
    found = None
    for n in range(stop + 1, min(sentence.stop, stop + LONGEST_OF)):
        if tokens.tags[n] == "POS":
            found = None  # "of Lorn's voters"
        elif tokens.tags[n].startswith("NN"):
            found = term(tokens.words[n])
        elif found or tokens.words[n] in _MARKS or tokens.tags[n][:2] in ("IN", "VB"):
            break
    return found


def _magnitude(text: str, measure: Measure, sentence: Sentence) -> bool:
    """True for the strength of an earthquake."""
    if measure.unit or not 1 <= measure.value < 10:
        return False
    before = text[max(sentence.start, measure.span.start - 24) : measure.span.start]
    inside = text[measure.span.start : measure.span.end]
    if _MAGNITUDE_BEFORE.search(before) or _MAGNITUDE_AFTER.match(text, measure.span.end, sentence.end):
        return True
    noun = (measure.counted or "").lower()
    return noun == "magnitude" or "magnitude" in inside.lower() or (noun in _SHAKES and measure.value % 1 > 0)


def _against(text: str, measure: Measure, sentence: Sentence) -> float | None:
    """The votes of the other side: "by five votes to two"."""
    if measure.counted != "vote":
        return None
    versus = _VERSUS.match(text, measure.span.end, sentence.end)
    following = find_numbers(text, versus.end(), min(sentence.end, versus.end() + 20)) if versus else []
    return following[0].value if versus and following and following[0].start == versus.end() else None
