"""Times that count from an event named beside them: "two days before the vote", "hours after the attack".

The day of an event is known where the article dates its noun ("the vote on Thursday", "Thursday's vote"), a verb of its
class ("they voted on Thursday") or a light verb with it ("the summit opened on Friday"). Of several days the one last
told of before the expression counts, as "the vote" points back. An event whose day the article does not tell leaves
the time open, with the event named; nothing is taken from the day of another event.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from functools import cache

from rashomon.records.article import BlockKind
from rashomon.records.marks import TimeMark
from rashomon.records.reading import Words
from rashomon.records.span import Span
from rashomon.text.dates import add_days, parse_day
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import term

NEAR = 7
"""Tokens between a day and the noun or verb it dates."""
LONGEST = 8
"""Tokens of the noun phrase behind "after"."""
NOUNS = ("NN", "NNS")
PHRASE = ("DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "VBG", "VBN", "HYPH", "PRP")
EXACT = re.compile(r"P(\d+)([DW])$")
WITHIN = re.compile(r"PT(?:\d+(?:\.\d+)?|X)[HMS]$")
Told = list[tuple[int, date]]


@cache
def event_classes(language: str = "en") -> frozenset[str]:
    """Classes of nouns that name an act or an event."""
    named = set(lexicon("timeline", language)["events"]["nouns"])
    for sense in lexicon("acts", language)["senses"].values():
        named.update(n for n in sense["nouns"] if " " not in n)
    return frozenset(t for w in sorted(named) if (t := term(w)))


@cache
def _at_once(language: str = "en") -> re.Pattern[str]:
    """A quick look whether a text can hold "shortly after"."""
    lists = lexicon("times", language)["anchored"]
    return re.compile(
        rf"\b(?:{'|'.join(lists['at_once'])})\s+(?:{'|'.join((*lists['after'], *lists['before']))})\b", re.IGNORECASE
    )


def anchored(words: Words, marks: list[TimeMark], doc: date | None) -> tuple[TimeMark, ...]:
    """`marks` with those that count from an event on its day, and those that only "shortly after" shows."""
    wanted = _Anchors(words, marks)
    counted = {n: found for n, mark in enumerate(marks) if (found := wanted.counted(mark))}
    at_once = wanted.at_once()
    if not counted and not at_once:
        return tuple(marks)
    told = wanted.told_days()
    out = [_moved(mark, *counted[n], told) if n in counted else mark for n, mark in enumerate(marks)]
    for span, event, back, kind in at_once:
        day = _day_of(words, event, told)
        if day is not None:
            value = "FUTURE_REF" if doc and day > doc else "PAST_REF"
            out.append(TimeMark(span, "DATE", value, *_around(day, back), None, "event", kind, event))
    return tuple(sorted(out, key=lambda mark: mark.span))


def _moved(mark: TimeMark, event: Span, words: Words, back: bool, told: dict[str, Told]) -> TimeMark:
    """The mark on the day its event gives it; open when that day is not told."""
    open_ = replace(mark, earliest=None, latest=None, anchor="event", event=event)
    day, exact = _day_of(words, event, told), EXACT.match(mark.value)
    if WITHIN.match(mark.value):
        edges = _around(day, back) if day else (None, None)
        return replace(open_, earliest=edges[0], latest=edges[1])
    if exact is None or mark.mod or day is None:
        return replace(mark, event=event)
    number, weeks = int(exact[1]), exact[2] == "W"
    on = add_days(day, (-1 if back else 1) * number * (7 if weeks else 1)) if number < 1000 else None
    first, last = (add_days(on, -3 * weeks), add_days(on, 3 * weeks)) if on else (None, None)
    if first is None or last is None:
        return replace(mark, event=event)
    return replace(open_, earliest=first.isoformat(), latest=last.isoformat())


def _around(day: date, back: bool) -> tuple[str | None, str | None]:
    """Within hours of an event: its day and the one after (before) it."""
    other = add_days(day, -1 if back else 1) or day
    first, last = sorted((day, other))
    return first.isoformat(), last.isoformat()


def _day_of(words: Words, event: Span, told: dict[str, Told]) -> date | None:
    """The day of the event at `event`: the last one told before it, else the only one told at all."""
    days = told.get(term(event.of(words.text).split()[-1]) or "", [])
    before = bisect_right([at for at, _ in days], event.start)
    if before:
        return days[before - 1][1]
    return days[0][1] if len({day for _, day in days}) == 1 else None


class _Anchors:
    """Looks for events beside times in one article."""

    def __init__(self, words: Words, marks: list[TimeMark]) -> None:
        self.words, self.tokens, self.marks = words, words.tokens, marks
        lists = lexicon("times")["anchored"]
        self.after, self.before = frozenset(lists["after"]), frozenset(lists["before"])
        self.soon, self.never, self.light = (frozenset(lists[k]) for k in ("at_once", "never", "light"))

    def counted(self, mark: TimeMark) -> tuple[Span, Words, bool] | None:
        """The event that a length counts from, and whether it looks back from it."""
        if mark.type != "DURATION" or not mark.value.startswith("P"):
            return None
        n = self.tokens.at(mark.span.end - 1) + 1
        first = self.tokens.at(mark.span.start)
        if n >= len(self.tokens) or (first and self.tokens.words[first - 1].lower() in self.never):
            return None
        joint = self.tokens.words[n].lower()
        event = self._event(n + 1) if joint in self.after | self.before else None
        return (event, self.words, joint in self.before) if event else None

    def at_once(self) -> list[tuple[Span, Span, bool, BlockKind]]:
        """Times that only "shortly after" shows: their characters, their event, and whether they look back."""
        found: list[tuple[Span, Span, bool, BlockKind]] = []
        if not _at_once().search(self.words.text):
            return found
        taken = sorted((m.span.start, m.span.end) for m in self.marks)
        starts = [start for start, _ in taken]
        for n in range(len(self.tokens) - 2):
            low = self.tokens.words[n].lower()
            joint = self.tokens.words[n + 1].lower() if low in self.soon else ""
            event = self._event(n + 2) if joint in self.after | self.before else None
            if event is None:
                continue
            span = Span(self.tokens.starts[n], event.end)
            k = bisect_right(starts, span.end) - 1
            if k >= 0 and taken[k][1] > span.start:
                continue
            kind = self.words.kind_at(span.start)
            if kind:
                found.append((span, event, joint in self.before, kind))
        return found

    def _event(self, n: int) -> Span | None:
        """The noun phrase at token `n` when its head names an event."""
        head, stop = -1, min(len(self.tokens), n + LONGEST)
        for k in range(n, stop):
            tag = self.tokens.tags[k]
            if tag not in PHRASE or (k > n and tag in ("DT", "PRP", "PRP$")):
                break
            if tag in NOUNS:
                head = k
            elif head >= 0 and tag not in ("POS", "HYPH"):
                break
        if head < 0 or (term(self.tokens.words[head]) or "") not in event_classes():
            return None
        return self.tokens.span(n, head + 1)

    def told_days(self) -> dict[str, Told]:
        """For each class of event the days the article tells for it, with where it tells them."""
        told: dict[str, Told] = {}
        for mark in self.marks:
            day = parse_day(mark.earliest) if mark.type in ("DATE", "TIME") and mark.anchor != "event" else None
            if day is None or (mark.latest or "")[:10] not in (day.isoformat(), str(add_days(day, 1))):
                continue
            for name in sorted(self._dated(mark)):
                told.setdefault(name, []).append((mark.span.start, day))
        return told

    def _dated(self, mark: TimeMark) -> set[str]:
        """Classes of the event that the day of `mark` is told for; empty when that is not plain."""
        first, stop = self.tokens.at(mark.span.start), self.tokens.at(mark.span.end - 1) + 1
        sentence = self.words.sentence_at(mark.span.start)
        if sentence is None:
            return set()
        owned = self._owned(stop, sentence.stop)
        if owned:
            return owned
        light = False
        for n in range(first - 1, max(sentence.first, first - NEAR) - 1, -1):
            word, tag = self.tokens.words[n], self.tokens.tags[n]
            if not word[0].isalnum() or tag in ("CC", "WDT", "WP", "WRB"):
                break
            found = (term(word) or "") if tag in NOUNS or tag.startswith("VB") else ""
            if found in event_classes() and not (tag.startswith("VB") and self.tokens.lemmas[n] in self.light):
                return {found}
            if tag.startswith("VB"):
                if self.tokens.lemmas[n] not in self.light:
                    break
                light = True
            elif light and tag in NOUNS:
                break
        return set()

    def _owned(self, n: int, stop: int) -> set[str]:
        """As in "Thursday's vote", "the Thursday night attack": the noun phrase that goes on behind the day."""
        if n >= stop or self.tokens.words[n] not in ("'s", "’s"):
            return set()
        for k in range(n + 1, min(stop, n + 4)):
            if self.tokens.tags[k] in NOUNS and (found := term(self.tokens.words[k]) or "") in event_classes():
                return {found}
        return set()
