"""Which way an act goes on its axis: accepted or refused, passed or failed, did or did not.

Decides from the axes of `lexicons/en/stances.toml`, from the senses of `acts.toml` and from polarity; a verb on no axis
is an axis of its own, which only "not" or "no" turns round. It refuses to place acts that are only possible, asked for
or conditional, and verbs of saying and of little meaning.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rashomon.records.marks import Act
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import term
from rashomon.text.words_of import content_words

AXES = (
    ("accept", "reject"),
    ("continue", "halt"),
    ("confirm", "deny"),
    ("support", "oppose"),
    ("reopen", "close"),
    ("begin", "end"),
    ("rise", "fall"),
    ("win", "lose"),
)
"""Senses of acts.toml that are opposite, for verbs that stand on no axis of their own."""
OF_SENSE = {sense: (f"sense {pair[0]}", 1 - 2 * n) for pair in AXES for n, sense in enumerate(pair)}
Way = tuple[str, int]
"""An axis and the direction on it, 1 or -1."""


@cache
def axes() -> dict[str, Way]:
    """Word → its axis and the way it goes."""
    table: dict[str, Way] = {}
    for one, other in lexicon("stances")["axes"]["pairs"]:
        for sign, words in ((1, one), (-1, other)):
            for word in words:
                table.setdefault(word, (one[0], sign))
    return table


@cache
def _listed(which: str) -> re.Pattern[str]:
    words = sorted(lexicon("stances")["unsettled"][which], key=lambda w: (-len(w), w))
    listed = "|".join(re.escape(w) for w in words if w != "may")
    return re.compile(rf"(?i:\b(?:{listed})\b)|\bmay\b|\?")  # "May" is a month


@lru_cache(maxsize=16384)
def leaves_open(text: str) -> bool:
    """Whether a clause says neither that it is so nor that it is not; several ask of each clause."""
    return bool(_listed("words").search(text))


@lru_cache(maxsize=16384)
def wholly(text: str) -> bool:
    """Whether a clause says that it is so or not, and says so of all of it."""
    return not leaves_open(text) and not _listed("partly").search(text)


@cache
def weak() -> frozenset[str]:
    """Verbs that say too little, and verbs of saying, that no axis holds."""
    speech = lexicon("acts")["speech"]["verbs"]
    return frozenset(lexicon("stances")["unsettled"]["weak"]) | frozenset(v for v in speech if v not in axes())


def unable(act: Act, text: str) -> bool:
    """As in "was unable to reach a deal"."""
    return bool(act.actor and act.object and _unable().search(text, act.actor.end, act.object.start))


@cache
def _unable() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('acts')['undone']['adjectives'])}) to\b")


def way(act: Act, text: str) -> Way | None:
    """The axis of `act` in the article's `text` and its direction; None where it has none or leaves it open."""
    if act.polarity == "hedged":
        return None
    sign = -1 if act.polarity == "denied" or unable(act, text) else 1
    if act.verb == "be":
        said = [w.lower() for w in content_words(act.object.of(text))[:4]] if act.object else []
        for word in said:
            if word in axes():
                axis, towards = axes()[word]
                return axis, towards * sign
        return "be", sign
    found = axes().get(act.verb) or OF_SENSE.get(act.sense or "")
    if found:
        return found[0], found[1] * sign
    if act.verb in weak() and not _does(act, text):
        return None
    return f"v {term(act.verb) or act.verb}", sign


def _does(act: Act, text: str) -> bool:
    """A verb of saying that does something by being said: it has a thing as its object ("declared an emergency")."""
    if act.object is None or act.verb not in lexicon("acts")["speech"]["verbs"]:
        return False
    first = act.object.of(text).split(maxsplit=1)
    return bool(first) and first[0].lower() in ("a", "an", "the", "no", "any", "its", "his", "her", "their")
