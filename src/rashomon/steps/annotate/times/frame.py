"""Says what a relative time counts from: the publication day, the day of an utterance, or the day last told of.

The publication day comes from the article, from the caller, or from a line at the top that is nothing but a date with
its year; without one, relative expressions keep no value that a calendar could hold. Whether a clause looks back or
ahead is read from the nearest verb of the clause; where nothing shows it, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal

from rashomon.records.marks import TimeType
from rashomon.records.reading import Sentence, Words
from rashomon.steps.annotate.times.pieces import Pieces
from rashomon.text.lexicon import lexicon

Anchor = Literal["document", "quote", "narrative", "event", "none"]
Tense = Literal["past", "future", "present", ""]
ASIDE = 10
"""Words between "after" and the day of what stands behind it."""
SCHEDULED = re.compile(r"ed$")


@dataclass(frozen=True, slots=True)
class Value:
    """What one expression means: TIMEX3 value, bounds (worked out from the value when None), modifier, anchor."""

    type: TimeType
    value: str
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: Anchor = "none"


@dataclass(slots=True)
class Hit:
    """A place where a rule fits: pieces `[first, stop)` and the pieces its named classes took."""

    pieces: Pieces
    first: int
    stop: int
    groups: dict[str, int]

    def word(self, name: str) -> str:
        """The piece of class `name` as written, or an empty string."""
        at = self.groups.get(name)
        return "" if at is None else self.pieces.words[at]

    def words(self) -> list[str]:
        """All pieces, in small letters."""
        return [w.lower() for w in self.pieces.words[self.first : self.stop]]

    def has(self, *words: str) -> bool:
        """True when one of `words` is among the pieces."""
        return not set(words).isdisjoint(self.words())

    def before(self) -> str:
        """The piece before the expression, in small letters."""
        return self.pieces.words[self.first - 1].lower() if self.first else ""

    def after(self) -> str:
        """The piece after the expression, as written."""
        return self.pieces.words[self.stop] if self.stop < len(self.pieces.words) else ""


@dataclass(slots=True)
class Frame:
    """What is known where an expression stands.

    `doc`: the day relative words count from; `told`: the day last told of; `told_here`: the same, but only when it was
    told in this paragraph; `event`: the day an event, not a saying, was last told of; `said`: the day of the utterance
    is told; `year`: the year last written; `day_first`: the order of figure dates in the article, None when unknown.
    """

    doc: date | None
    words: Words
    times: dict[str, Any]
    calendar: dict[str, Any]
    day_first: bool | None = None
    told: date | None = None
    told_here: date | None = None
    event: date | None = None
    year: int | None = None
    quoted: bool = False
    said: bool = False
    offset: int = 0
    _tenses: dict[int, Tense] = field(default_factory=dict)

    @property
    def anchor(self) -> Anchor:
        """The name of what relative words count from."""
        return "none" if self.doc is None else "quote" if self.quoted else "document"

    def tense(self) -> Tense:
        """Whether the clause around the expression looks back or ahead; empty when nothing shows it."""
        if self.offset not in self._tenses:
            sentence = self.words.sentence_at(self.offset)
            self._tenses[self.offset] = clause_tense(self.words, sentence, self.offset) if sentence else ""
        return self._tenses[self.offset]

    def aside(self) -> bool:
        """True when the expression dates a noun behind "after" or "following", not the verb of the clause."""
        tokens = self.words.tokens
        here = tokens.at(self.offset)
        for n in range(here - 1, max(-1, here - 1 - ASIDE), -1):
            low = tokens.words[n].lower()
            if low in ("after", "following"):
                return n < here - 1
            if tokens.tags[n].startswith(("VB", "MD")) or low in tense_words().breaks:
                return False
        return False


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Word lists of `[tense]` in times.toml."""

    future: frozenset[str]
    future_to: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    breaks: frozenset[str]
    say: frozenset[str]


@cache
def tense_words(language: str = "en") -> TenseWords:
    """The tense lists of a language as sets."""
    lists = lexicon("times", language)["tense"]
    return TenseWords(*(frozenset(lists[k]) for k in ("future", "future_to", "past", "present", "breaks", "say")))


def clause_tense(words: Words, sentence: Sentence, offset: int) -> Tense:
    """The tense of the verb nearest to `offset`: to the left within the clause, then to the right, then anywhere."""
    lists, tokens = tense_words(), words.tokens
    here = min(max(tokens.at(offset), sentence.first), sentence.stop)
    left = range(here - 1, max(sentence.first, here - 25) - 1, -1)
    right = range(here, min(sentence.stop, here + 25))
    for steps, whole in ((left, False), (right, False), (left, True), (right, True)):
        found = _first_verb(words, steps, lists, whole)
        if found:
            return found
    return ""


def _first_verb(words: Words, steps: range, lists: TenseWords, whole: bool) -> Tense:
    """The tense of the first verb met along `steps`; stops at the end of the clause unless `whole`."""
    tokens, seen = words.tokens, ""
    for n in steps:
        word, tag = tokens.words[n].lower(), tokens.tags[n]
        if word in lists.breaks and not whole:
            break
        if _ahead(words, n, lists):
            return "future"
        if tag == "VBD" or word in lists.past:
            return _with_auxiliary(words, n, lists) or "past"
        if tag == "VBN" or (tag in ("", "NN") and len(word) > 4 and SCHEDULED.search(word)):
            return _with_auxiliary(words, n, lists) or "past"
        if tag == "VB" and (found := _with_auxiliary(words, n, lists)):
            return found
        if (word in lists.present or tag in ("VBZ", "VBP")) and not seen:
            seen = "present"
    return "present" if seen else ""


def _with_auxiliary(words: Words, n: int, lists: TenseWords) -> Tense:
    """`future` when one of the four words before verb `n` says so ("will have been", "is due to open")."""
    tokens = words.tokens
    for k in range(n - 1, max(-1, n - 5), -1):
        word = tokens.words[k].lower()
        if word in lists.breaks:
            return ""
        if _ahead(words, k, lists):
            return "future"
    return ""


def _ahead(words: Words, n: int, lists: TenseWords) -> bool:
    """True when token `n` says that its clause looks ahead ("will", "due", "plans" before "to")."""
    if words.tokens.words[n] == "May":  # the month
        return False
    word = words.tokens.words[n].lower()
    if word in lists.future_to:
        return n + 1 < len(words.tokens) and words.tokens.words[n + 1] == "to"
    return word in lists.future
