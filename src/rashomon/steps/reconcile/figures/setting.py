"""What stands around a number and makes it a number of something else: a point in time, a stretch, a condition.

Decides on the words right beside the number: "eight days ago" is a point where "four days" is a length, "in the first
round" a stretch of the whole, "a 12-member jury" tells how large something is, "if he scores seven points" is not so
yet, and "That quake" is one told of before. Two numbers of different setting never contradict one another. Nothing is
guessed where the words are missing: a number without such words has the empty setting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.records.marks import Measure
from rashomon.records.reading import Sentence, Words
from rashomon.records.span import Span
from rashomon.steps.reconcile.figures.roles import WHOLE, common
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, terms

_TO_DO = re.compile(r"\s(?:in\swhich\s)?to\s")
_WITHIN = re.compile(r"\b(?:within|every|per)\s(?:(?:the|next|about|some|just)\s){0,2}$", re.IGNORECASE)
_JOINED = re.compile(r"[\w.,]*(?:-| - )([A-Za-z]+)")
_BEHIND = re.compile(r"-?\s?[A-Za-z]")
_IF = re.compile(r"\b(?:if|unless|whether)\s(?:[^\s,;.]+\s){1,8}$", re.IGNORECASE)
_LINE = re.compile(r"[\s-](?:line|mark)\b")
_NUMBER_OF = re.compile(r"\d\sof\s$")
LEFT = 60
"""Characters before a number that are looked at."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a number is the number of, beside its noun and its clause.

    `point`: how a length lies to something ("ago", "before", "line"); `of`: of time that something fills ("of riots");
    `stretch`: parts of a contest it is of; `adjectival`: the size of something else; `listed`: its noun is that of
    the number before as well; `supposed`: under a condition; `before`: its sentence is about what was told before;
    `entitled`: they may and need not; `whole`: some of it are told, of games and other nouns of
    which there are many; `proper`: names around it.
    """

    point: str = ""
    of: bool = False
    stretch: frozenset[str] = frozenset()
    adjectival: bool = False
    listed: bool = False
    supposed: bool = False
    before: bool = False
    entitled: bool = False
    whole: bool = False
    proper: Terms = frozenset()


PLAIN = Setting()


@dataclass(frozen=True, slots=True)
class _Table:
    stretch: re.Pattern[str]
    point: re.Pattern[str]
    asked: re.Pattern[str]
    entitled: re.Pattern[str]
    told_before: re.Pattern[str]


@cache
def _table(language: str = "en") -> _Table:
    data = lexicon("figures", language)["setting"]
    stretches, points, asked, entitled, former = (
        "|".join(w.replace(" ", r"\s") for w in data[row])
        for row in ("stretches", "points", "asked", "entitled", "former")
    )
    return _Table(
        re.compile(
            rf"\b(?:in|during|over|of|this|that|the|per|each|every|through|after)\s(?:[\w-]+\s){{0,2}}?({stretches})s?\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\s({points})\b"),
        re.compile(rf"\b(?:{asked})\sfor\s$"),
        re.compile(rf"\S+(?:\s[\w.-]+){{0,4}}?\s(?:{entitled})\b"),
        re.compile(rf"[\"'“‘]?(?:That|Those|Another|(?:An?|The|One)\s(?:{former}))\s[a-z]"),
    )


def setting_of(words: Words, measure: Measure, sentence: Sentence, start: int, end: int, timed: bool) -> Setting:
    """The setting of `measure` in `sentence`, whose clause is `[start, end)`; `timed`: it is a length of time."""
    text, span, table = words.text, measure.span, _table()
    left = text[max(sentence.start, span.start - LEFT) : span.start]
    own = text[span.start : span.end]
    if timed:
        point = _point(words, left, span, sentence.end)
    else:
        point = "line" if measure.unit and _LINE.match(text, span.end, sentence.end) else ""
    stretches = table.stretch.finditer(text, min(start, span.start), max(end, span.end))
    tokens = words.tokens
    return Setting(
        point,
        timed and text.startswith(" of ", span.end),
        frozenset(m[1].lower() for m in stretches if not span.start <= m.start(1) < span.end),
        _adjectival(text, measure, own),
        _listed(words, measure, sentence),
        bool(_IF.search(left) or table.asked.search(left)),
        bool(table.told_before.match(text, sentence.start)),
        bool(table.entitled.match(text, span.start, sentence.end)),
        bool(_NUMBER_OF.search(left)) or ((measure.counted or "").lower() in common() and bool(WHOLE.search(left))),
        terms(tokens.words[n] for n in tokens.within(start, end) if tokens.tags[n].startswith("NNP")),
    )


def _point(words: Words, left: str, span: Span, stop: int) -> str:
    """How a length of time lies to something; "" for a plain length."""
    text, tokens = words.text, words.tokens
    behind = _table().point.match(text, span.end, stop)
    if behind:
        return "ago" if behind[1] == "earlier" else behind[1]
    if _WITHIN.search(left) or text.startswith(("within ", "Within "), span.start):
        return "within"
    task = _TO_DO.match(text, span.end, stop)
    verb = tokens.at(task.end()) if task else len(tokens)
    return "to do" if verb < len(tokens) and tokens.tags[verb] == "VB" else ""


def _adjectival(text: str, measure: Measure, own: str) -> bool:
    """True for "a 12-member jury", which counts nobody of whom the clause tells."""
    joined = _JOINED.fullmatch(own)
    if joined is None or measure.unit is not None or measure.counted is None:
        return False
    return joined[1].lower() == measure.counted.lower() and bool(_BEHIND.match(text, measure.span.end))


def _listed(words: Words, measure: Measure, sentence: Sentence) -> bool:
    """True for the second number of "1,247 animal and 747 plant species", whose noun is that of the first as well."""
    tokens = words.tokens
    first = tokens.at(measure.span.start)
    if not measure.counted or first - 3 < sentence.first or tokens.words[first - 1].lower() != "and":
        return False
    noun, number = first - 2, first - 3
    return tokens.tags[number] == "CD" and tokens.tags[noun] in ("NN", "JJ") and tokens.words[number].lower() != "one"
