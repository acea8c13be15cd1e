"""The readings of a story before they are compared: every measure with its thing, its words, its names and its source.

Decides for each measure who gives it (the speaker of the quotation it stands in, else the source its sentence names)
and which other time it belongs to (a date in its sentence well before the report). "The two leaders" points back to
people already named and is no reading.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from rashomon.records.dossier import Story
from rashomon.records.findings import Reading
from rashomon.records.marks import Marks, Measure
from rashomon.records.reading import Sentence
from rashomon.records.span import Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.figures.frame import EMPTY, Frame, frame_of
from rashomon.steps.reconcile.figures.owner import owner_of
from rashomon.steps.reconcile.figures.roles import NOTHING, Role, kind_of, role_of
from rashomon.steps.reconcile.figures.setting import PLAIN, Setting, setting_of
from rashomon.steps.reconcile.figures.things import Thing, thing_of
from rashomon.steps.reconcile.figures.when import MANY_TIMES, days_within, other_time_in
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, terms

OPENING = 3
"""Sentences at the top of a report that tell of its own event, whatever time the one before names."""
MANY_QUOTES = 8
"""Quotations before a number that may still be open around it."""
_LEANING = ("it ", "the", "thi")
"""How a sentence begins that goes on about what the one before names."""
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\b[^,;]*$")
_WHERE = re.compile(r"\b(?:in|of|at|near|from|for)\s(?:the\s)?$")
_BROUGHT_IN = re.compile(r"\b(?:[Aa]n?|[Aa]nother)\s((?:[\w.-]+\s?){1,4})")
_KNOWN = re.compile(r"\b(?:[Tt]he|[Tt]hat)\s([a-z]+)\b")
_GOES_ON = re.compile(r"(?:It|That)\s")
Named = list[tuple[int, int, str]]


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
    frame: Frame = EMPTY
    days: frozenset[str] = frozenset()
    """Days that the clause of the number names."""
    places: frozenset[str] = frozenset()
    """Places that the clause of the number names."""
    owner: str | None = None
    """For an age, the person who has it."""
    past: str | None = None
    """`other_time` of the clause alone."""
    verbatim: bool = False
    """Inside quotation marks."""
    role: Role = NOTHING
    doers: frozenset[str] = frozenset()
    """Persons and organisations that the clause of the number names, but for who gives it."""
    before: str | None = None
    """`other_time` of the clause, or of what stands before the number in its sentence."""
    setting: Setting = PLAIN
    carried: str | None = None
    """`other_time` of the sentence before, for a sentence that goes on about its event and tells no time of its own."""


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
    actors: dict[str, Named] = {}
    for (name, span), actor in cast.of.items():
        actors.setdefault(name, []).append((span.start, span.end, actor))
    types = {actor.id: actor.type for actor in cast.actors}
    nameless = {
        actor.id for actor in cast.actors if actor.name == actor.name.lower() or actor.name[:4].lower() == "the "
    }
    entries: list[Entry] = []
    usual = usual_day(story)
    for n, article in enumerate(story.articles):
        if article.stray:
            continue
        named = sorted(actors.get(article.id, ()))
        entries += _Reader(story, n, named, types, article.day or usual, nameless).entries(len(entries))
    return entries


class _Reader:
    """One report with what is needed again and again for its measures."""

    def __init__(
        self, story: Story, n: int, named: Named, types: Mapping[str, str], day: str | None, nameless: Set[str]
    ) -> None:
        self.article, self.marks, self.number = story.articles[n], story.marks[n], n
        self.words, self.named, self.types, self.day = story.marks[n].words, named, types, day
        self.nameless = nameless
        self.persons = [m for m in named if types.get(m[2]) == "person"]
        self.starts = [s.start for s in self.words.sentences]
        self.times = [mark.span.start for mark in self.marks.times]
        self.measure_starts = [measure.span.start for measure in self.marks.measures]
        self.quoted = _quoted(self.marks)

    def entries(self, first: int) -> list[Entry]:
        """The readings of the report, numbered from `first`."""
        found: list[Entry] = []
        for n, measure in enumerate(self.marks.measures):
            index = bisect_right(self.starts, measure.span.start) - 1
            if index >= 0 and not _points_back(self.words.text, measure):
                found.append(self._entry(first + len(found), measure, index, n))
        return found

    def _entry(self, number: int, measure: Measure, index: int, n: int) -> Entry:
        words, span = self.words, measure.span
        sentence, earlier = words.sentences[index], self._earlier(index)
        before = words.text[earlier.start : earlier.end] if earlier else ""
        leaning = earlier is not None and words.text[sentence.start : sentence.start + 3].lower() in _LEANING
        around = _inside(self.named, sentence.start, sentence.end)
        told = self.marks.once(("terms of sentence", index), lambda: self._terms(index))
        if leaning and earlier:
            around |= _inside(self.named, earlier.start, earlier.end)
        frame = self.marks.once(("frame", n), lambda: frame_of(words, measure, sentence))
        kind, worth = ("magnitude", 1.0) if frame.magnitude else dimension(measure.unit)
        aged = bool(measure.unit and measure.unit.endswith("of age"))
        reading = self._reading(measure)
        within = _inside(self.named, frame.start, frame.end)
        places = frozenset(a for a in within if self.types.get(a) == "place")
        past = other_time_in(self.marks, self.times, frame.start, frame.end, self.day)
        return Entry(
            number,
            self.number,
            measure,
            reading,
            self.marks.once(("thing", n), lambda: thing_of(words.text, measure, sentence.start, sentence.end, before)),
            kind,
            measure.value * worth,
            None if measure.low is None else measure.low * worth,
            None if measure.high is None else measure.high * worth,
            told,
            around,
            other_time_in(self.marks, self.times, sentence.start, sentence.end, self.day),
            index,
            self.article.published,
            " ".join(words.text[span.start : span.end].split()),
            frame,
            days_within(self.marks, self.times, frame.start, frame.end),
            places,
            owner_of(words.text, span.start, span.end, sentence.start, self.persons) if aged else None,
            past,
            self._verbatim(span),
            self.marks.once(
                ("role", n),
                lambda: role_of(words, measure, self._counted_by_others(measure, frame), kind, frame.start, frame.end),
            ),
            self._doers(frame, sentence, span) - {reading.holder or ""},
            past or other_time_in(self.marks, self.times, sentence.start, span.start, self.day),
            self.marks.once(
                ("setting", n),
                lambda: setting_of(words, measure, sentence, frame.start, frame.end, kind_of(kind) == "time"),
            ),
            self._carried(index, earlier),
        )

    def _carried(self, index: int, earlier: Sentence | None) -> str | None:
        """The other time of the sentence before, when sentence `index` goes on about what that one brings in.

        "In March a quake hit Lorn. Nine people died in the quake": it is that quake's toll, not the story's.
        """
        sentence = self.words.sentences[index]
        if earlier is None or index < OPENING or self._dated(sentence):
            return None
        text = self.words.text
        here = text[sentence.start : sentence.end]
        new = {w for m in _BROUGHT_IN.finditer(text, earlier.start, earlier.end) for w in m[1].lower().split()}
        if not _GOES_ON.match(here) and not any(m[1].lower() in new for m in _KNOWN.finditer(here)):
            return None
        return other_time_in(self.marks, self.times, earlier.start, earlier.end, self.day)

    def _dated(self, sentence: Sentence) -> bool:
        """True when a day or hour stands in the sentence."""
        first = bisect_left(self.times, sentence.start)
        return any(
            mark.span.start < sentence.end and mark.type in ("DATE", "TIME")
            for mark in self.marks.times[first : first + MANY_TIMES]
        )

    def _earlier(self, index: int) -> Sentence | None:
        """The sentence before, when it stands in the same paragraph or the one before."""
        sentences = self.words.sentences
        if index and sentences[index - 1].paragraph >= sentences[index].paragraph - 1:
            return sentences[index - 1]
        return None

    def _doers(self, frame: Frame, sentence: Sentence, span: Span) -> frozenset[str]:
        """Persons and organisations of the clause, or else of what stands before the number in its sentence.

        "The group" and "the company" are anybody.
        """
        for start, end in ((frame.start, frame.end), (sentence.start, span.start)):
            found = {a for a in _inside(self.named, start, end) if self.types.get(a) in ("person", "organization")}
            found -= self.nameless
            if found:
                return frozenset(found)
        return frozenset()

    def _counted_by_others(self, measure: Measure, frame: Frame) -> list[Span]:
        """The words of other numbers in the clause of `measure`."""
        first = bisect_left(self.measure_starts, frame.start)
        last = bisect_left(self.measure_starts, frame.end)
        return [m.span for m in self.marks.measures[first : min(last, first + MANY_TIMES)] if m is not measure]

    def _terms(self, index: int) -> Terms:
        sentence = self.words.sentences[index]
        return terms(self.words.tokens.words[sentence.first : sentence.stop])

    def _reading(self, measure: Measure) -> Reading:
        return Reading(
            cite(self.article.id, measure.span),
            measure.value,
            measure.low,
            measure.high,
            measure.modifier,
            measure.counted,
            self._holder(measure),
            "teaser" if measure.place == "teaser" else "report",
        )

    def _holder(self, measure: Measure) -> str | None:
        """The actor who gives the figure: the speaker of its quotation, else the source its sentence names.

        What stands in a relative clause of reported speech is the outlet's own: demanding is not vouching.
        """
        starts, spans = self.quoted
        k = bisect_right(starts, measure.span.start) - 1
        for start, end, speaker, reported in reversed(spans[max(0, k - MANY_QUOTES) : k + 1]):
            if start <= measure.span.start < end:
                aside = reported and _RELATIVE.search(self.words.text[start : measure.span.start])
                return None if aside else self._actor(speaker)
        return self._actor(measure.holder)

    def _verbatim(self, span: Span) -> bool:
        """True inside a direct quotation."""
        starts, spans = self.quoted
        k = bisect_right(starts, span.start)
        return any(
            not reported and start <= span.start < end for start, end, _, reported in spans[max(0, k - MANY_QUOTES) : k]
        )

    def _actor(self, span: Span | None) -> str | None:
        """The actor of the mention that shares most with `span`; not the place of "the mayor of Lorn"."""
        if span is None:
            return None
        k = bisect_left(self.named, (max(0, span.start - 80), 0, ""))
        best: tuple[int, str] | None = None
        while k < len(self.named) and self.named[k][0] < span.end:
            start, end, actor = self.named[k]
            shared = min(end, span.end) - max(start, span.start)
            where = self.types.get(actor) == "place" and _WHERE.search(self.words.text[span.start : max(start, 0)])
            if shared > 0 and not where and (best is None or shared > best[0]):
                best = (shared, actor)
            k += 1
        return best[1] if best else None


def _quoted(marks: Marks) -> tuple[list[int], list[tuple[int, int, Span | None, bool]]]:
    """Where somebody is quoted, in text order: starts, and stretches with speaker and whether it is reported speech."""
    spans = sorted(
        (
            (span.start, span.end, quote.speaker, quote.kind == "indirect")
            for quote in marks.quotes
            if quote.status == "said"
            for span in ((*quote.content, quote.clause) if quote.clause else quote.content)
        ),
        key=lambda row: row[:2],
    )
    return [row[0] for row in spans], spans


def usual_day(story: Story) -> str | None:
    """The day most reports are of; without any, the first of January of the year that their dates name most often.

    None when a later year is named as well: then nobody can say which is that of the story.
    """
    days = Counter(a.day for a in story.articles if a.day and not a.stray)
    if days:
        return min(days, key=lambda day: (-days[day], day))
    years = Counter(t.earliest[:4] for marks in story.marks for t in marks.times if t.earliest and len(t.value) == 10)
    year = min(years, key=lambda y: (-years[y], y)) if years else None
    named = (t.value for marks in story.marks for t in marks.times if t.anchor == "none" and t.value.isdigit())
    return f"{year}-01-01" if year and not any(len(value) == 4 and value > year for value in named) else None


def _points_back(text: str, measure: Measure) -> bool:
    """True for "the two leaders"."""
    if measure.value not in (2, 3) or measure.unit or measure.modifier or not text[measure.span.start].isalpha():
        return False
    before = text[max(0, measure.span.start - 10) : measure.span.start].split()
    return bool(before) and before[-1].lower() in lexicon("figures")["pointing"]["words"]


def _inside(named: Named, start: int, end: int) -> frozenset[str]:
    """The actors named between two characters."""
    k = bisect_left(named, (start, 0, ""))
    found = set()
    while k < len(named) and named[k][0] < end:
        found.add(named[k][2])
        k += 1
    return frozenset(found)
