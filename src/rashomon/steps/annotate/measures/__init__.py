"""Figures in one article: value, bounds, modifier, unit, what is counted and who gives it.

Decides sentence by sentence on numbers in digits and words, the unit or noun beside them and listed hedges. Years,
dates, clock times, names with a number (S-300, Route 66), scores, phone numbers, ordinals and "one of" are no
figures; what stands unclear ("3,5", "1,2,3") is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from rashomon.records.marks import Measure, Mention, TimeMark
from rashomon.records.reading import Sentence, Words
from rashomon.records.span import Span
from rashomon.steps.annotate.measures import codes, exclude, proper
from rashomon.steps.annotate.measures.ages import age
from rashomon.steps.annotate.measures.articles import half_more, lengths
from rashomon.steps.annotate.measures.counted import Counted, counts
from rashomon.steps.annotate.measures.hedges import Hedge
from rashomon.steps.annotate.measures.holder import holder_at
from rashomon.steps.annotate.measures.ranges import Join, join
from rashomon.steps.annotate.measures.reading import Draft, closed, draft, hedged, noun_behind
from rashomon.steps.annotate.measures.units import known_units
from rashomon.text.numbers import Number, find_numbers, starters

__all__ = ["find_measures"]

_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅕⅛⅜⅝⅞]")


def find_measures(words: Words, mentions: tuple[Mention, ...], times: tuple[TimeMark, ...]) -> tuple[Measure, ...]:
    """The figures of `words`, in text order."""
    found: list[Measure] = []
    marks = [mark for mark in times if mark.type in ("DATE", "TIME")]
    starts = [mark.span.start for mark in marks]
    for sentence in words.sentences:
        near = marks[max(0, bisect_left(starts, sentence.start) - 1) : bisect_left(starts, sentence.end)]
        found += _sentence(words, sentence, near)
    return tuple(found)


def _sentence(words: Words, sentence: Sentence, times: list[TimeMark]) -> list[Measure]:
    text, floor, stop = words.text, sentence.start, sentence.end
    lemmas = words.tokens.lemmas[sentence.first : sentence.stop]
    numbers = find_numbers(text, floor, stop) if _may_count(text, floor, stop, lemmas) else []
    if numbers:
        spans = exclude.idioms(text, floor, stop)
        if any(n.form == "digits" and n.end - n.start > 2 for n in numbers):
            spans += codes.numbered(text, floor, stop)
        numbers = [n for n in numbers if not any(a < n.end and n.start < b for a, b in spans)]
        numbers = [n for n in numbers if not proper.in_a_name(words, sentence, n)]
    taken: list[Measure] = []
    n = 0
    while n < len(numbers):
        begin = numbers[n - 1].end if n else floor
        following = numbers[n + 1] if n + 1 < len(numbers) else None
        measure, used = _read(words, sentence, numbers[n], following, begin, times)
        if measure:
            taken.append(measure)
        elif exclude.designated(text, numbers[n], floor):
            used += exclude.others_of(words, numbers, n + used, sentence)
        n += used
    articles = lengths(words, sentence, taken) if _may_last(text, floor, stop, lemmas) else []
    return sorted([*taken, *articles], key=lambda m: m.span) if articles else taken


def _may_count(text: str, floor: int, stop: int, lemmas: list[str]) -> bool:
    """A quick look whether a sentence can hold a number."""
    if _DIGIT.search(text, floor, stop) or not starters().isdisjoint(lemmas):
        return True
    return text.find("-", floor, stop) >= 0 and any(
        "-" in lemma and not starters().isdisjoint(lemma.split("-")) for lemma in lemmas
    )


def _may_last(text: str, floor: int, stop: int, lemmas: list[str]) -> bool:
    """A quick look whether a sentence can hold a length without a number."""
    return not known_units().article.isdisjoint(lemmas) or text.find("long", floor, stop) >= 0


def _read(
    words: Words, sentence: Sentence, number: Number, following: Number | None, begin: int, times: list[TimeMark]
) -> tuple[Measure | None, int]:
    """The figure at `number`, None when it is none; and how many numbers it used up."""
    text, floor, stop = words.text, sentence.start, sentence.end
    if following and exclude.score(text, number, following, floor, stop):
        return None, 2
    first = draft(text, number, floor, stop)
    if exclude.month_day(text, number, floor, stop) or half_more(text, number.start, floor):
        return None, 1
    joined = join(text, first, following, begin, floor, stop) if following else None
    if joined and not joined.item.unit and following and _years(text, number, following, floor, stop):
        return None, 2
    if joined and not first.unit and exclude.year(text, number, floor, stop) and joined.item.unit:
        joined = None
    if joined and not joined.item.unit and exclude.designated(text, number, floor):
        return None, 2
    item, used = (joined.item, 2) if joined else (first, 1)
    if exclude.dated(number, times) and (not _length(item) or exclude.clocked(number, times)):
        return None, used
    if not joined and not item.unit and item.scaled == 1 and exclude.glued(text, number, floor, stop):
        return None, 1
    return _measure(words, sentence, item, joined, begin), used


def _counts(number: Number, hedge: Hedge | None, noun: Counted | None) -> bool:
    """True when a number that looks like a year counts things: "about 2020 guests", not "some 2020 mayoral hopefuls".

    "Some" rounds; a number that is not round and stands before an adjective is a year.
    """
    if not hedge or not noun or number.value == 1:
        return False
    return hedge.name != "some" or noun.head == noun.first or number.value % 100 == 0


def _years(text: str, first: Number, second: Number, floor: int, stop: int) -> bool:
    """True for "2014-2017" and "between 2014 and 2017"."""
    return exclude.year(text, first, floor, stop) and exclude.year(text, second, floor, stop)


def _length(item: Draft) -> bool:
    """True for a length of time that a date expression holds ("nine days later")."""
    return bool(item.unit and item.unit.name in ("day", "week", "month", "year", "hour", "minute", "decade"))


def _measure(words: Words, sentence: Sentence, item: Draft, joined: Join | None, begin: int) -> Measure | None:
    text, floor, stop = words.text, sentence.start, sentence.end
    number = item.number
    hedge = hedged(text, item, max(begin, floor), stop)
    noun = noun_behind(words, item, sentence.stop)
    tokens = words.tokens
    several = noun is not None and item.value != 1 and counts(tokens, noun)
    unit = item.unit.name if item.unit else age(words, number, floor, stop) if not noun else None
    if not unit and not joined and item.scaled == 1 and codes.coded(words, number, floor, stop, noun):
        return None
    if not unit and not joined and not item.scaled > 1:
        if exclude.tied(text, number, floor, stop):
            return None
        if exclude.pronoun(text, number, floor, stop) and not (hedge and not noun):
            return None
        if exclude.named(words, number, floor, noun.noun if noun else None, several) or (
            not _counts(number, hedge, noun) and exclude.year(text, number, floor, stop)
        ):
            return None
        if number.form == "words" and number.value == 1 and not noun and not hedge:
            return None
    low, high = closed(item.low, item.high, hedge)
    start, end = item.start, item.end
    if hedge:
        start, end = min(start, hedge.start), max(end, hedge.end)
    if noun and not item.unit:
        end = max(end, tokens.ends[noun.head])
    span = Span(start, end)
    return Measure(
        span,
        item.value,
        low,
        high,
        unit,
        hedge.name if hedge else None,
        noun.noun if noun else None,
        tokens.span(noun.first, noun.stop) if noun else None,
        holder_at(words, sentence, start, end),
        words.paragraph_of(sentence).kind,
    )
