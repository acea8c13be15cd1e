"""Time expressions in one article, with TIMEX3 values and the days or minutes they can mean.

Rules from `lexicons/en/times.toml` say how times are written; the longest rule that fits at a place wins. Values
count from the publication day, inside a quotation from the day of the utterance, and for "the next day" from the day
last told of. Names that only look like times, impossible days and ambiguous figure dates are not guessed at.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from rashomon.records.marks import TimeMark
from rashomon.records.reading import Paragraph, Words
from rashomon.records.span import Span
from rashomon.steps.annotate.times.clocks import on_the_day
from rashomon.steps.annotate.times.events import anchored
from rashomon.steps.annotate.times.frame import Frame, Hit, Value
from rashomon.steps.annotate.times.pieces import Pieces
from rashomon.steps.annotate.times.published import publication_day
from rashomon.steps.annotate.times.quoted import Zones, of_saying, quote_zones, utterance_day
from rashomon.steps.annotate.times.readers import read
from rashomon.steps.annotate.times.rules import Grammar, Rule, grammar
from rashomon.steps.annotate.times.values.common import Refuse
from rashomon.steps.annotate.times.values.days import told_day
from rashomon.steps.annotate.times.values.numeric import day_order
from rashomon.steps.annotate.times.years import of_their_year
from rashomon.text.dates import bounds

__all__ = ["find_times"]

Found = tuple[Span, Value, Rule]
LETTERS = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")


def find_times(words: Words, given_day: str | None = None) -> tuple[TimeMark, ...]:
    """The time expressions of `words`, in text order; `given_day` stands in for a missing publication day."""
    rules = grammar()
    doc = publication_day(words, given_day, rules)
    frame = Frame(doc, words, rules.times, rules.calendar, day_order(words.text, doc))
    marks: list[TimeMark] = []
    for paragraph in words.paragraphs:
        marks += _read_paragraph(paragraph, frame, rules, doc)
    return anchored(words, marks, doc)


def _read_paragraph(paragraph: Paragraph, frame: Frame, rules: Grammar, doc: date | None) -> list[TimeMark]:
    """Times outside quotations first: they tell on which day the quotations were said."""
    text = frame.words.text
    stretches = _stretches(paragraph, frame.words, rules)
    if not stretches:
        return []
    cuts = [rules.alphabet.cut(text, start, end) for start, end in stretches]
    closed = Zones([Span(*m.span()) for m in rules.guards.finditer(text, paragraph.start, paragraph.end)])
    zones = Zones(quote_zones(text, paragraph.start, paragraph.end))
    frame.told_here, frame.quoted = None, False
    outside = [hit for cut in cuts for hit in _scan(cut, frame, rules, closed, zones, within=False)]
    found = outside
    if zones.spans:
        frame.quoted = True
        said = utterance_day(frame, zones, [(span, value) for span, value, _ in outside])
        frame.doc, frame.said = said or doc, said is not None
        inside = [hit for cut in cuts for hit in _scan(cut, frame, rules, closed, zones, within=True)]
        found = sorted(outside + inside, key=lambda f: f[0])
        frame.doc = doc
    found = on_the_day(of_their_year(_explained(found, text), frame), frame) if found else found
    return [_mark(span, value, paragraph) for span, value, _ in found]


def _stretches(paragraph: Paragraph, words: Words, rules: Grammar) -> list[tuple[int, int]]:
    """The characters of neighbouring sentences that hold a digit or a word without which there is no time."""
    text, triggers = words.text, rules.triggers
    stretches: list[tuple[int, int]] = []
    joined = False
    for n in range(paragraph.first, paragraph.stop):
        start, end = words.sentences[n].start, words.sentences[n].end
        if triggers.isdisjoint(LETTERS.findall(text, start, end)) and not DIGIT.search(text, start, end):
            joined = False
            continue
        stretches[-1:] = [(stretches[-1][0], end)] if joined else [*stretches[-1:], (start, end)]
        joined = True
    return stretches


def _explained(found: list[Found], text: str) -> list[Found]:
    """The times, where "the next day, Monday 17 March" takes its day from the date that explains it."""
    out = list(found)
    for n, ((span, value, rule), (then, date_value, _)) in enumerate(pairwise(found)):
        day = told_day(date_value)
        if rule.reader == "narrative_day" and day and text[span.end : then.start].strip() in (",", "("):
            out[n] = (span, replace(value, value=day.isoformat()), rule)
    return out


def _scan(pieces: Pieces, frame: Frame, rules: Grammar, closed: Zones, zones: Zones, *, within: bool) -> list[Found]:
    """All expressions of a paragraph that stand inside (or outside) its quotations."""
    found: list[Found] = []
    codes, starting, at = pieces.codes, rules.starting, 0
    while begin := rules.begins.search(codes, at):
        at = begin.start()
        options = starting[codes[at]]
        if not options[0].match(codes, at):
            at += 1
            continue
        offset = pieces.starts[at]
        if zones.cover(offset) != within or closed.cover(offset):
            at += 1
            continue
        stop, hit = _best(pieces, at, options[1], frame)
        if hit is not None:
            found.append(hit)
            day = told_day(hit[1])
            if day and not within:
                _tell(frame, day, hit[0])
        at = max(stop, at + 1)
    return found


def _tell(frame: Frame, day: date, span: Span) -> None:
    """Remember the day just told of; the day of a saying is no day of an event."""
    frame.told = day
    if not of_saying(frame, span):
        frame.event = frame.told_here = day
    elif frame.told_here is None:
        frame.told_here = frame.event if frame.event and frame.event <= day else day


def _best(pieces: Pieces, at: int, options: tuple[Rule, ...], frame: Frame) -> tuple[int, Found | None]:
    """The longest rule at piece `at` that gives a value, and the piece after it."""
    fits = []
    for rule in options:
        match = rule.pattern.match(pieces.codes, at)
        if match and match.end() > at:
            fits.append((-match.end(), rule.order, rule, match))
    if not fits:
        return at + 1, None
    frame.offset = pieces.starts[at]
    for _, _, rule, match in sorted(fits, key=lambda f: f[:2]):
        stop = match.end()
        hit = Hit(pieces, at, stop, rule.groups(match))
        try:
            value = read(rule, hit, frame)
        except Refuse:
            return stop, None
        if value is not None:
            if pieces.words[stop - 1] == ")" and "(" not in pieces.words[at:stop]:
                stop -= 1
            return stop, (Span(pieces.starts[at], pieces.ends[stop - 1]), value, rule)
    return at + 1, None


def _mark(span: Span, value: Value, paragraph: Paragraph) -> TimeMark:
    edges = (value.earliest, value.latest)
    if edges == (None, None):
        edges = bounds(value.value) or edges
    return TimeMark(span, value.type, value.value, edges[0], edges[1], value.mod, value.anchor, paragraph.kind)
