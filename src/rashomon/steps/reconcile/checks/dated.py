"""Each day, month or year that a report tells, with what stands around it.

Decides how exactly a time is told and which clause, verb and sentence it belongs to. It refuses times without bounds,
lengths, times of the day alone, words that only point back ("the day"), what stands in furniture, and days counted from
an event nobody has dated.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from rashomon.records.article import STORY_KINDS
from rashomon.records.dossier import Story
from rashomon.records.findings import Precision
from rashomon.records.marks import Marks, TimeMark
from rashomon.records.reading import Sentence, Words
from rashomon.records.span import Span
from rashomon.steps.reconcile.checks.likeness import Content, content
from rashomon.steps.reconcile.checks.passages import Landmark
from rashomon.steps.reconcile.figures.frame import clause_left, clause_right
from rashomon.steps.reconcile.timeline.items import when

MOST = 200
"""Times of one report that are looked at."""
AUXILIARIES = frozenset(
    {"be", "have", "do", "will", "would", "can", "could", "may", "might", "shall", "should", "must"}
)
AHEAD = frozenset({"will", "would", "shall", "may", "might", "could"})
_NAMED = re.compile(r"\d|\b(?!The\b|That\b)[A-Z]|\b(?:to(?:day|night|morrow)|yesterday|last|next|this)\b")
"""What names a time rather than pointing back to one."""
_EDGE = re.compile(r"\b(?:early|late|hours\sof)\b", re.IGNORECASE)
"""What makes a day the part of one that lies beside a night."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One time as one report tells it. `first`, `last`: its days; `verb`: lemma of the verb nearest to it, or ""."""

    number: int
    article: int
    sentence: int
    precision: Precision
    first: date
    last: date
    wording: str
    verb: str
    ahead: bool
    lead: bool
    clause: Content
    words: Content
    landmarks: frozenset[Landmark]
    span: Span
    part: bool = False
    """A part of the day or an hour, or the end of a day: one night touches two days."""
    later: bool = False
    """Behind the day of the report."""

    def apart(self, other: Dated) -> bool:
        """True when both times cannot be right."""
        return self.last < other.first or other.last < self.first

    def gap(self, other: Dated) -> int:
        """Days between the two, 0 when they touch."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def dated(story: Story, landmarks: Mapping[tuple[int, int], frozenset[Landmark]]) -> list[Dated]:
    """The times of `story` in article and text order, strays left out; `landmarks` by report and sentence."""
    found: list[Dated] = []
    for n, (article, marks) in enumerate(zip(story.articles, story.marks, strict=True)):
        if not article.stray:
            times = marks.once(("dated", article.day), partial(_dated, marks, article.day))
            found += [
                replace(t, number=len(found) + k, article=n, landmarks=landmarks.get((n, t.sentence), frozenset()))
                for k, t in enumerate(times)
            ]
    return found


def _dated(marks: Marks, day: str | None) -> list[Dated]:
    """The times of one report of `day`, whatever the other reports are."""
    found: list[Dated] = []
    starts = [s.start for s in marks.words.sentences]
    hidden: dict[int, list[tuple[int, int]]] = defaultdict(list)
    spans = [t.span for t in marks.times] + [m.span for m in marks.measures]
    for span in spans:
        hidden[bisect_right(starts, span.start) - 1].append((span.start, span.end))
    for mark in marks.times[:MOST]:
        k = bisect_right(starts, mark.span.start) - 1
        days = _days(mark)
        if k < 0 or days is None or mark.place not in STORY_KINDS or not _NAMED.search(mark.span.of(marks.words.text)):
            continue
        sentence, words = marks.words.sentences[k], marks.words
        start, end = _clause(words, mark, sentence)
        verb, ahead = _verb(words, mark, sentence, start, end)
        found.append(
            Dated(
                number=0,
                article=0,
                sentence=k,
                precision=days[0],
                first=days[1],
                last=days[2],
                wording=" ".join(mark.span.of(words.text).split()),
                verb=verb,
                ahead=ahead,
                lead=mark.place == "title" or k <= 1,
                clause=content(words, start, end, hidden[k]),
                words=content(words, sentence.start, sentence.end, hidden[k]),
                landmarks=frozenset(),
                span=mark.span,
                part=mark.type == "TIME" or (days[0] == "day" and bool(_EDGE.search(words.text, *_reach(mark)))),
                later=bool(day and days[1].isoformat() > day),
            )
        )
    return found


def _days(mark: TimeMark) -> tuple[Precision, date, date] | None:
    """How exactly the time is told, and its first and last day."""
    if mark.type not in ("DATE", "TIME") or not mark.earliest or not mark.latest or mark.anchor == "event":
        return None
    told = when(mark)
    if told.precision in ("minute", "hour", "part-of-day") and mark.earliest[:10] == mark.latest[:10]:
        precision: Precision = "day"
    elif told.precision in ("day", "month", "year"):
        precision = told.precision
    else:
        return None
    if precision == "year" and mark.earliest[:4] != mark.latest[:4]:
        return None
    try:
        return precision, date.fromisoformat(mark.earliest[:10]), date.fromisoformat(mark.latest[:10])
    except ValueError:
        return None


def _reach(mark: TimeMark) -> tuple[int, int]:
    """The characters of a time and the two words before it."""
    return max(0, mark.span.start - len("hours of ")), mark.span.end


def _clause(words: Words, mark: TimeMark, sentence: Sentence) -> tuple[int, int]:
    tokens = words.tokens
    low = clause_left(words, tokens.at(mark.span.start), sentence)
    high = clause_right(words, tokens.at(mark.span.end), sentence)
    if low >= len(tokens) or high <= low:
        return sentence.start, sentence.end
    return tokens.starts[low], tokens.ends[high - 1]


def _verb(words: Words, mark: TimeMark, sentence: Sentence, start: int, end: int) -> tuple[str, bool]:
    """The verb nearest to the time in its clause, else in its sentence; and whether the clause looks ahead."""
    tokens = words.tokens
    for first, last in ((start, end), (sentence.start, sentence.end)):
        within = tokens.within(first, last)
        verbs = [k for k in within if tokens.tags[k].startswith("VB") and tokens.lemmas[k] not in AUXILIARIES]
        if verbs:
            # The month of May is no verb.
            ahead = any(
                (tokens.tags[k] == "MD" and tokens.lemmas[k] in AHEAD) or tokens.tags[k] == "TO" for k in within
            )
            nearest = min(
                verbs,
                key=lambda k: (min(abs(tokens.starts[k] - mark.span.end), abs(mark.span.start - tokens.ends[k])), k),
            )
            return tokens.lemmas[nearest], ahead
    return "", False
