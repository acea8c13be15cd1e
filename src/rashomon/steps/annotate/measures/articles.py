"""Lengths without a number: "an hour", "hour-long", "half an hour" (read elsewhere), "an hour and a half".

"a" or "an" with a unit counts one only where it measures: behind a hedge ("about an hour", "less than a mile"),
behind a verb of lasting ("for an hour", "took a year") or before "-long". "A day later", "$5 a day", "in a minute"
and "for a second day" do not.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.records.marks import Measure
from rashomon.records.reading import Sentence, Words
from rashomon.records.span import Span
from rashomon.steps.annotate.measures.counted import counted_noun
from rashomon.steps.annotate.measures.hedges import bounds, hedge_before
from rashomon.steps.annotate.measures.holder import holder_at
from rashomon.steps.annotate.measures.units import known_units
from rashomon.text.numbers import lowered

_AND_HALF = re.compile(r"\ban?\s[a-z]+\sand\s$", re.IGNORECASE)


@cache
def _scan() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A quick look whether there can be one, and the pattern of a length without a number."""
    units = "|".join(sorted(known_units().article, key=lambda u: (-len(u), u)))
    pattern = re.compile(
        rf"\b(?:(?P<article>an?)\s(?:(?P<filler>full|whole|further|good|little over an)\s)?)?(?P<unit>{units})"
        rf"(?P<long>[-\s]?long)?\b(?P<half>\sand\sa\s(?:half|quarter))?",
        re.IGNORECASE,
    )
    return re.compile(rf"\b(?:an?\s|(?:{units})[-\s]?long)"), pattern


def lengths(words: Words, sentence: Sentence, taken: list[Measure]) -> list[Measure]:
    """The lengths of `sentence` that are written without a number and not yet in `taken`."""
    text = words.text
    found: list[Measure] = []
    quick, pattern = _scan()
    if not quick.search(lowered(text, sentence.start, sentence.end)):
        return found
    for match in pattern.finditer(text, sentence.start, sentence.end):
        if any(m.span.start < match.end() and match.start() < m.span.end for m in taken):
            continue
        measure = _length(words, sentence, match)
        if measure:
            found.append(measure)
    return found


def half_more(text: str, start: int, floor: int) -> bool:
    """True when the "a half" at `start` goes on a length without a number: "an hour and a half"."""
    return bool(_AND_HALF.search(text[max(floor, start - 20) : start]))


def _length(words: Words, sentence: Sentence, match: re.Match[str]) -> Measure | None:
    text, unit = words.text, match["unit"].lower()
    long = bool(match["long"]) and match["long"][0] in "-l"
    start, end = match.start(), match.end()
    hedge = hedge_before(text, start, sentence.start) if match["article"] or long else None
    if hedge and hedge.name == "some":
        hedge = None
    if not match["article"] and not long:
        return None
    if not long and not match["half"] and not hedge and not _measures(text, start, sentence.start):
        return None
    if not long and text[end : end + 1] == "-":
        return None
    if unit == "second" and match["article"] and not hedge and _goes_on(words, end, sentence):
        return None
    value = 1.0 if not match["half"] else (1.5 if match["half"].endswith("half") else 1.25)
    start = match.start("unit") if long and not hedge else start
    low, high = bounds(value, value, hedge)
    tokens = words.tokens
    noun = counted_noun(tokens, tokens.at(end), sentence.stop, several=False) if end < sentence.end else None
    span = Span(min(start, hedge.start) if hedge else start, end)
    return Measure(
        span,
        int(value) if value == 1 else value,
        low,
        high,
        unit,
        hedge.name if hedge else None,
        noun.noun if noun else None,
        tokens.span(noun.first, noun.stop) if noun else None,
        holder_at(words, sentence, span.start, span.end),
        words.paragraph_of(sentence).kind,
    )


def _goes_on(words: Words, end: int, sentence: Sentence) -> bool:
    """True for "a second day", where second is an ordinal: an adjective, a noun or a number comes next."""
    tokens = words.tokens
    n = tokens.at(end)
    return n < sentence.stop and tokens.tags[n][:2] in ("NN", "JJ", "CD")


def _measures(text: str, start: int, floor: int) -> bool:
    """True when a verb or preposition of lasting stands right before."""
    before = text[max(floor, start - 12) : start].split()
    return bool(before) and before[-1].lower() in known_units().article_after
