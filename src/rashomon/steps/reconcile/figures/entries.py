"""The readings of a story before they are compared: every measure with its thing, its words, its names and its source.

Decides for each measure who gives it (the speaker of the quotation it stands in, else the source its sentence names)
and which other time it belongs to (a date in its sentence well before the report). "The two leaders" points back to
people already named and is no reading.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache

from rashomon.records.dossier import Story
from rashomon.records.findings import Reading
from rashomon.records.marks import Marks, Measure
from rashomon.records.reading import Sentence
from rashomon.records.span import Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.figures.things import Thing, thing_of
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, terms

LONG_AGO = 20
"""Days before the report from which a date in the sentence makes the figure one of another event."""
MANY_TIMES = 20
"""Time expressions of one sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One measure, ready to be compared. `base` is its value in the first unit of its dimension."""

    number: int
    article: int
    measure: Measure
    reading: Reading
    thing: Thing
    dimension: str
    base: float
    low: float | None
    high: float | None
    words: Terms
    names: frozenset[str]
    other_time: str | None
    sentence: int
    published: str | None
    wording: str
    """The characters of the reading, blanks made plain."""


@cache
def _dimensions(language: str = "en") -> dict[str, tuple[str, float]]:
    table = lexicon("figures", language)["dimensions"]
    return {unit: (name, float(worth)) for name, row in table.items() for unit, worth in row.items()}


def dimension(unit: str | None) -> tuple[str, float]:
    """The dimension of a unit and its worth in the first unit of it; a unit of no known dimension is its own."""
    if unit is None:
        return "count", 1.0
    return _dimensions().get(unit, (unit, 1.0))


def gather(story: Story, cast: Cast) -> list[Entry]:
    """All readings of `story` in article and text order, strays left out."""
    actors: dict[str, list[tuple[int, int, str]]] = {}
    for (name, span), actor in cast.of.items():
        actors.setdefault(name, []).append((span.start, span.end, actor))
    entries: list[Entry] = []
    usual = usual_day(story)
    for n, (article, marks) in enumerate(zip(story.articles, story.marks, strict=True)):
        if article.stray:
            continue
        named = sorted(actors.get(article.id, ()))
        entries += _of_article(story, n, marks, named, len(entries), usual)
    return entries


def _of_article(
    story: Story, n: int, marks: Marks, named: list[tuple[int, int, str]], first: int, usual: str | None
) -> list[Entry]:
    article, words = story.articles[n], marks.words
    found: list[Entry] = []
    starts = [s.start for s in words.sentences]
    time_starts = [mark.span.start for mark in marks.times]
    known_terms: dict[int, Terms] = {}
    for measure in marks.measures:
        index = bisect_right(starts, measure.span.start) - 1
        if index < 0 or _points_back(words.text, measure):
            continue
        sentence = words.sentences[index]
        earlier = (
            words.sentences[index - 1]
            if index and words.sentences[index - 1].paragraph >= sentence.paragraph - 1
            else None
        )
        before = words.text[earlier.start : earlier.end] if earlier else ""
        leaning = (
            words.text[sentence.start : sentence.start + 3].lower() in ("it ", "the", "thi") and earlier is not None
        )
        thing = thing_of(words.text, measure, sentence.start, sentence.end, before)
        around = [_inside(named, sentence)] + ([_inside(named, earlier)] if leaning and earlier else [])
        kind, worth = dimension(measure.unit)
        if index not in known_terms:
            known_terms[index] = terms(words.tokens.words[k] for k in range(sentence.first, sentence.stop))
        told = known_terms[index]
        reading = Reading(
            cite(article.id, measure.span),
            measure.value,
            measure.low,
            measure.high,
            measure.modifier,
            measure.counted,
            _holder(marks, measure, named),
            "teaser" if measure.place == "teaser" else "report",
        )
        found.append(
            Entry(
                first + len(found),
                n,
                measure,
                reading,
                thing,
                kind,
                measure.value * worth,
                None if measure.low is None else measure.low * worth,
                None if measure.high is None else measure.high * worth,
                told,
                frozenset().union(*around),
                _other_time(marks, time_starts, sentence, article.day or usual),
                index,
                article.published,
                " ".join(words.text[measure.span.start : measure.span.end].split()),
            )
        )
    return found


def usual_day(story: Story) -> str | None:
    """The day most reports are of; without any, the first of January of the year that their dates name most often."""
    days = Counter(a.day for a in story.articles if a.day and not a.stray)
    if days:
        return min(days, key=lambda day: (-days[day], day))
    years = Counter(t.earliest[:4] for marks in story.marks for t in marks.times if t.earliest and len(t.value) == 10)
    return min(years, key=lambda y: (-years[y], y)) + "-01-01" if years else None


def _points_back(text: str, measure: Measure) -> bool:
    """True for "the two leaders"."""
    if measure.value not in (2, 3) or measure.unit or measure.modifier or not text[measure.span.start].isalpha():
        return False
    before = text[max(0, measure.span.start - 10) : measure.span.start].split()
    return bool(before) and before[-1].lower() in lexicon("figures")["pointing"]["words"]


def _inside(named: list[tuple[int, int, str]], sentence: Sentence) -> frozenset[str]:
    """The actors named in a sentence."""
    k = bisect_left(named, (sentence.start, 0, ""))
    found = set()
    while k < len(named) and named[k][0] < sentence.end:
        found.add(named[k][2])
        k += 1
    return frozenset(found)


def _holder(marks: Marks, measure: Measure, named: list[tuple[int, int, str]]) -> str | None:
    """The actor who gives the figure."""
    for quote in marks.quotes:
        spans = (*quote.content, quote.clause) if quote.clause else quote.content
        if quote.status == "said" and any(span.start <= measure.span.start < span.end for span in spans):
            return _actor(quote.speaker, named)
    return _actor(measure.holder, named)


def _actor(span: Span | None, named: list[tuple[int, int, str]]) -> str | None:
    """The actor of the mention that shares most with `span`."""
    if span is None:
        return None
    k = bisect_left(named, (max(0, span.start - 80), 0, ""))
    best: tuple[int, str] | None = None
    while k < len(named) and named[k][0] < span.end:
        shared = min(named[k][1], span.end) - max(named[k][0], span.start)
        if shared > 0 and (best is None or shared > best[0]):
            best = (shared, named[k][2])
        k += 1
    return best[1] if best else None


def _other_time(marks: Marks, starts: list[int], sentence: Sentence, day: str | None) -> str | None:
    """The month or year of a date in the sentence that lies well before the report, else None."""
    first = bisect_left(starts, sentence.start)
    for mark in marks.times[first : first + MANY_TIMES]:
        if mark.span.start >= sentence.end:
            break
        if mark.type != "DATE" or not mark.earliest or not mark.latest:
            continue
        if day and mark.latest[:10] < day and _days(mark.latest[:10], day) > LONG_AGO:
            return mark.value[:7]
    return None


def _days(one: str, other: str) -> int:
    """Rough number of days between two ISO days, enough to tell weeks from months."""
    try:
        a, b = ([int(part) for part in day.split("-")] for day in (one, other))
    except ValueError:
        return 0
    if len(a) != 3 or len(b) != 3:
        return 0
    return (b[0] - a[0]) * 365 + (b[1] - a[1]) * 30 + b[2] - a[2]
