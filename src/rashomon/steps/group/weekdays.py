"""Weekdays that a report names where it begins: evidence of time that news carries in its own words.

Two reports of one event mostly name the same weekday, two of different events mostly do not, and likeness counts a
fifth more or less for it. It says nothing about which week, and nothing where one of the two names none: then it is
neutral, like a missing date. Several days named are several chances to agree, so that a story may go on overnight.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.text.lexicon import lexicon

REACH = 500
"""Characters of a text in which a weekday counts: those of a headline and the first sentences."""
AGREE, DISAGREE = 12, 8
"""Tenths of their likeness that two reports are alike which name the same weekday, and which name different ones."""
FULL = 6
"""Letters of the shortest name that is spelt out: "Sun" and "Sat" are words as well."""


@cache
def _names() -> tuple[tuple[str, re.Pattern[str], int], ...]:
    """Each name in lower case, with what finds it as a word and its bit."""
    names = sorted((name.lower(), int(n)) for name, n in lexicon("calendar")["weekdays"].items() if len(name) >= FULL)
    return tuple((name, re.compile(rf"\b{name}\b"), 1 << n) for name, n in names)


def weekdays(text: str, title: str | None) -> int:
    """The weekdays named in title and beginning, one bit each; 0 for none."""
    told = f"{title or ''}\n{text[:REACH]}".lower()
    found = 0
    for name, word, bit in _names():
        if name in told and word.search(told):
            found |= bit
    return found


def tenths(a: int, b: int) -> int:
    """How many tenths of their likeness two reports, or stories, that name these weekdays are alike."""
    return 10 if not a or not b else AGREE if a & b else DISAGREE
