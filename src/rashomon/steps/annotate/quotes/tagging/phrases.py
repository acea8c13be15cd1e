"""Noun phrases in a folded sentence, found from closed word classes, capitals and tags together.

Decides where the words that name a speaker begin and end, going left from a verb or right from it. It does not parse:
a verb, a preposition, a mark or a quotation ends the phrase; `of`, `for` and their like carry it on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.text.lexicon import lexicon

Kind = Literal["name", "pronoun", "role", "thing"]


def word_class(name: str) -> frozenset[str]:
    """A closed word class of `lexicons/en/grammar.toml`."""
    return frozenset(str(lexicon("grammar")["classes"][name]).split())


SUBJECTS = word_class("subjects")
OBJECTS = word_class("objects")
DETERMINERS = word_class("determiners")
LINKS = word_class("links")
PREPOSITIONS = word_class("prepositions")
JOINERS = word_class("joiners")
NAME_PARTS = word_class("name_parts")
CALENDAR = word_class("calendar")
TIME_NOUNS = word_class("time_nouns")
NOT_NOUNS = word_class("not_nouns")
ALONE = frozenset(
    (
        "this",
        "that",
        "both",
        "all",
        "some",
        "many",
        "others",
        "one",
        "several",
        "most",
        "few",
        "those",
        "another",
        "each",
    )
)
NEVER = NOT_NOUNS | SUBJECTS | JOINERS
OWNERS = frozenset(("'s", "’s", "'", "’"))
OUTSIDE = frozenset(("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB", "EX", "TO", "IN", "CC", "UH", "RB", "PRP"))
SHARED = frozenset(("both", "all", "half"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Items `first`..`last` of a frame that name somebody; `head`: last item of the core phrase (before `of …`)."""

    first: int
    last: int
    core: int
    head: int
    kind: Kind
    named: tuple[int, int] | None = None
    """First and last item of the name that stands in apposition: `its head, Tomas Ekberg,`."""


def noun_like(frame: Frame, n: int) -> bool:
    """True for an item that may stand inside a noun phrase."""
    if frame.quotes[n] is not None:
        return False
    low, word, tag = frame.low[n], frame.words[n], frame.tags[n]
    if low in NEVER:
        return len(word) > 1 and word.isupper() and low in ("it", "who", "us")
    if low in OBJECTS and low != "her" and word != "US":
        return False
    if low in PREPOSITIONS:
        return False
    if not word[0].isalnum():
        if low in OWNERS:
            return True
        if tag == "HYPH":
            return (
                0 < n < len(frame) - 1 and frame.ends[n - 1] == frame.starts[n] and frame.ends[n] == frame.starts[n + 1]
            )
        return low in ("&", "$", "£", "€", "%", "#", "@")
    if word[0].isupper() and tag[:2] != "VB":
        return True
    return tag not in OUTSIDE


def left(frame: Frame, last: int, stop: int = 0) -> Phrase | None:
    """The phrase that ends with item `last`, not reaching before item `stop`."""
    if last < stop or frame.quotes[last] is not None:
        return None
    low = frame.low[last]
    if frame.tags[last] == "VBG" and frame.words[last].islower():
        return None
    if low in SUBJECTS and not noun_like(frame, last):
        return Phrase(last, last, last, last, "pronoun")
    core = _core_left(frame, last, stop)
    if core is None:
        if low in ALONE:
            return Phrase(last, last, last, last, "role")
        return None
    first, core_last, chain = core, last, 0
    while chain < 4 and first - 2 >= stop and frame.low[first - 1] in LINKS and not _named(frame, first, core_last):
        further = _core_left(frame, first - 2, stop)
        if further is None:
            break
        core_last = first - 2
        first = further
        chain += 1
    while chain < 4 and first - 2 >= stop and frame.low[first - 1] in ("of", "from", "for") and chain == 0:
        further = _core_left(frame, first - 2, stop)
        if further is None:
            break
        # `Secretary of State Ana Ruiz` ends in the name; `head of Deutsche Bank` begins with no title in capitals.
        titled = _named(frame, first, core_last) and frame.words[first - 2][0].isupper()
        first, core_last, chain = further, core_last if titled else first - 2, chain + 1
    if first - 2 >= stop and frame.low[first - 1] == "and" and frame.low[first - 2] in ("he", "she"):
        # `he and the president disagree`: what two do is told by the one who speaks.
        return Phrase(first - 2, last, first - 2, core_last, "pronoun")
    start = _joint(frame, first, stop)
    return Phrase(start, last, first, core_last, _kind(frame, first, core_last))


def _joint(frame: Frame, first: int, stop: int) -> int:
    """`Ruiz and Weber`: where the pair begins, when it begins its clause."""
    if first - 2 >= stop and frame.low[first - 1] == "and" and frame.low[first - 2] not in CALENDAR:
        other = _core_left(frame, first - 2, stop)
        if other is not None and (
            other == stop or frame.low[other - 1] in ("both", ",", ";", "that") or frame.quotes[other - 1]
        ):
            return other
    return first


def _named(frame: Frame, first: int, last: int) -> bool:
    """True for a phrase that is a bare name: it needs nothing before it."""
    return (
        frame.words[first][0].isupper()
        and frame.words[last][0].isupper()
        and frame.low[first] not in DETERMINERS
        and first < last
    )


def _core_left(frame: Frame, last: int, stop: int) -> int | None:
    if last < stop or not noun_like(frame, last) or frame.low[last] in DETERMINERS or frame.low[last] in CALENDAR:
        return None
    if frame.low[last] in ("'s", "’s"):
        return None
    n = last
    while n - 1 >= stop and last - n < 14:
        word, low, former = frame.words[n], frame.low[n], frame.low[n - 1]
        if low in DETERMINERS and former not in DETERMINERS:
            break
        if former in CALENDAR and former != "may":
            break
        if former in NAME_PARTS and frame.words[n][0].isupper():
            n -= 1
            continue
        if not noun_like(frame, n - 1):
            break
        plural = frame.tags[n - 1] == "NNS" or former.endswith(("ed", "ing"))
        if word[0].isupper() and plural and frame.words[n - 1].islower():
            break
        n -= 1
    while n < last and frame.low[n] in ("'s", "’s", "'", "’"):
        n += 1
    return n


def right(frame: Frame, first: int, stop: int | None = None) -> Phrase | None:
    """The phrase that begins with item `first`."""
    stop = len(frame) if stop is None else stop
    if first >= stop or frame.quotes[first] is not None:
        return None
    low = frame.low[first]
    if (low in SUBJECTS and not noun_like(frame, first)) or (
        low in OBJECTS
        and frame.words[first] != "US"
        and (first + 1 >= stop or low != "her" or not noun_like(frame, first + 1))
    ):
        return Phrase(first, first, first, first, "pronoun")
    if not noun_like(frame, first) and low not in SHARED:
        return None
    n = first
    while n + 1 < stop and n - first < 14:
        following = n + 1
        if (
            frame.low[following] in NAME_PARTS
            and following + 1 < stop
            and frame.words[following + 1][0].isupper()
            and frame.words[n][0].isupper()
        ):
            n += 1
            continue
        if not noun_like(frame, following) or frame.low[following] in CALENDAR:
            break
        if frame.low[following] in DETERMINERS:
            break
        n += 1
    while n > first and frame.low[n] in ("'s", "’s", "'", "’"):
        n -= 1
    if frame.low[n] in DETERMINERS and frame.low[n] not in ("both", "many", "some", "one", "several", "others"):
        return None
    if frame.tags[n] in ("VBD", "VBN", "VBG") and frame.low[n] == frame.words[n] and n == first:
        return None
    last = n
    if frame.low[first] in DETERMINERS or not frame.words[first][0].isupper() or not frame.words[n][0].isupper():
        while (
            last + 2 < stop and frame.low[last + 1] in ("of", "for", "at", "from", "in") and noun_like(frame, last + 2)
        ):
            k = last + 2
            if frame.low[k] in CALENDAR or frame.words[k][0].isdigit():
                break
            while (
                k + 1 < stop
                and noun_like(frame, k + 1)
                and frame.low[k + 1] not in CALENDAR
                and frame.low[k + 1] not in DETERMINERS
            ):
                k += 1
            if frame.low[k] in DETERMINERS:
                break
            last = k
    elif n + 2 < stop and frame.low[n + 1] == "of" and frame.words[n + 2][0].isupper():
        k = n + 2
        while k + 1 < stop and noun_like(frame, k + 1) and frame.words[k + 1][0].isupper():
            k += 1
        n = last = k
    return Phrase(first, last, first, n, _kind(frame, first, n))


def _kind(frame: Frame, first: int, head: int) -> Kind:
    if frame.low[head] in SUBJECTS or frame.low[head] in OBJECTS:
        return "pronoun"
    opening = head == 0 or frame.quotes[head - 1] is not None
    if frame.words[head][0].isupper() and frame.low[head] not in DETERMINERS:
        return "role" if opening and frame.tags[head][:3] != "NNP" else "name"
    return "role"
