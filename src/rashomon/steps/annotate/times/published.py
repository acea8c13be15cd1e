"""The publication day that relative times count from.

What the article's record says comes first, then what the caller gives, then the text itself: a line near the top that
is nothing but a date with its year, or a dateline ("ALBA, March 3, 2025 (Agency)"). A date without a year proves
nothing.
"""

from __future__ import annotations

import re
from datetime import date

from rashomon.records.reading import Words
from rashomon.steps.annotate.times.frame import Frame, Hit
from rashomon.steps.annotate.times.rules import Grammar, Rule
from rashomon.steps.annotate.times.values.common import Refuse
from rashomon.steps.annotate.times.values.numeric import iso
from rashomon.steps.annotate.times.values.written import day
from rashomon.text.dates import parse_day

TOP = 1500
"""Characters of the text in which a date line is looked for."""
SHORT = 60
"""Characters: a longer line is a sentence, not a date line."""
NUMBER = re.compile(r"\d\d")
"""A full date has a year, and a year has at least two digits."""
NONE: tuple[None, tuple[Rule, ...]] = (None, ())
DATELINE = 60
"""Characters from the start of a paragraph in which the date of a dateline stands."""


def publication_day(words: Words, given_day: str | None, rules: Grammar) -> date | None:
    """The day the article was published, None when nothing says so."""
    return parse_day(words.article.day) or parse_day(given_day) or _from_text(words, rules)


def _from_text(words: Words, rules: Grammar) -> date | None:
    """The date of the first date line or dateline."""
    text, frame = words.text, Frame(None, words, rules.times, rules.calendar)
    start = 0
    for line in text[:TOP].split("\n"):
        found = _only_date(text, start, start + len(line), frame, rules)
        if found:
            return found
        start += len(line) + 1
    return None


def _only_date(text: str, start: int, end: int, frame: Frame, rules: Grammar) -> date | None:
    """The full date that a short line consists of, or that a dateline in capitals gives."""
    if not NUMBER.search(text, start, min(end, start + SHORT + DATELINE)):
        return None
    pieces = rules.alphabet.cut(text, start, min(end, start + SHORT + DATELINE))
    for at, code in enumerate(pieces.codes):
        for rule in rules.starting.get(code, NONE)[1]:
            if rule.reader not in ("day", "iso") or not (match := rule.pattern.match(pieces.codes, at)):
                continue
            hit = Hit(pieces, at, match.end(), rule.groups(match))
            try:
                value = (iso if rule.reader == "iso" else day)(hit, frame)
            except Refuse:
                return None
            found = parse_day(value.value) if value else None
            if found is None:
                continue
            rest = (end - start) - (pieces.ends[hit.stop - 1] - pieces.starts[at])
            head = text[start : pieces.starts[at]]
            if (end - start <= SHORT and rest <= LABEL) or (0 < len(head) <= DATELINE and head.split(",")[0].isupper()):
                return found
    return None


LABEL = 24
"""Characters beside the date that a date line may have ("Published: ", a weekday, a time)."""
