"""Are two names one actor? Rules a reader can check, with a veto; returns a verdict and a score.

Persons are compared part by part (`persons`), everything else word by word (`bodies`); names in another script are
first written with Latin letters (`scripts`). A name in Arabic, Hebrew or Korean agrees with a romanised one when
the consonants of all words do. Figures in two names must be equal. It refuses to guess from resemblance alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rashomon.text.names.bodies import CORPORATE, ORDINAL, acronym, body_score, content, is_body, team
from rashomon.text.names.fold import HIDDEN, fold
from rashomon.text.names.known import world
from rashomon.text.names.near import one_edit
from rashomon.text.names.offices import one_office
from rashomon.text.names.parts import SUFFIXES, person
from rashomon.text.names.persons import family_score, person_score, same_given
from rashomon.text.names.scripts import bones, is_abjad, is_hangul, korean_bones, romanise
from rashomon.text.names.titles import titles

GLUED = re.compile(r"(?<=[A-Za-z][a-z]\.)(?=[A-Z][a-z])")
"""Between a short title and the name that lost its space ("Gov.Ana Reyes")."""
LEAST_BONES = 4
"""Consonants that two names must share when one is in a script without vowels."""


class Verdict(NamedTuple):
    """Whether two names may be one actor, and how sure that is (0 to 1; `same` means 0.5 or more)."""

    same: bool
    score: float


@lru_cache(maxsize=32768)
def same_name(a: str, b: str, kind: str = "person") -> Verdict:
    """Compare two names of the given actor type; never raises."""
    if a == b and fold(a).strip():
        return Verdict(True, 1.0)
    foreign = not (a.isascii() and b.isascii()) and _without_vowels(a[:300], b[:300])
    a, b = _trim(romanise(a[:300])), _trim(romanise(b[:300]))
    if not a or not b:
        return Verdict(False, 0.0)
    if fold(a) == fold(b):
        return Verdict(True, 1.0)
    if _numbers(a) != _numbers(b):
        return Verdict(False, 0.0)
    if kind != "person" or (_bodily(a, b) or _bodily(b, a)):
        score = max(body_score(a, b), 0.8 if team(a, b) or team(b, a) else 0.0)
    else:
        score = max(person_score(person(a), person(b)), 0.9 if acronym(a, b) or acronym(b, a) else 0.0)
        score = score or (0.65 if one_office(a, b) else _as_bodies(a, b))
    score = max(score, 0.75 if foreign else 0.0)
    return Verdict(score >= 0.5, score)


def _bodily(a: str, b: str) -> bool:
    """True when `a` shows a place or an organisation, and is not the known surname of the person `b` ("Ford")."""
    if not is_body(a):
        return False
    words = b.split()
    return not (" " not in a and len(words) == 2 and fold(words[1]) == fold(a) and fold(words[0]) in world().given)


def _as_bodies(a: str, b: str) -> float:
    """The score of two names asked for as persons' that are written as bodies' names are ("the startup Norda")."""
    told = titles()
    if any(told.is_title(word) or fold(word) in world().given for word in (*a.split(), *b.split())):
        return 0.0
    score = body_score(a, b)
    return score if score >= 0.85 else 0.0


def _without_vowels(a: str, b: str) -> bool:
    """Whether a name in a script without vowels, or in Korean, has the consonants of a romanised one."""
    if is_hangul(a) != is_hangul(b):
        x, y = korean_bones(romanise(a)), korean_bones(romanise(b))
        return x == y and len(x) >= LEAST_BONES
    if is_abjad(a) == is_abjad(b):
        return False
    left, right = ([bones(w) for w in _words(side)] for side in (a, b))
    if len(left) < 2 or len(right) < 2:
        return False
    return "".join(left) == "".join(right) and len("".join(left)) >= LEAST_BONES


def _words(name: str) -> list[str]:
    """The words of a name in Latin letters, without titles and articles."""
    words = _trim(romanise(name)).split()
    told = [w for w in words if fold(w) not in ("al", "el")]
    return told if is_abjad(name) else [w for w in told if not titles().is_title(w)]


@lru_cache(maxsize=16384)
def _trim(name: str) -> str:
    """One line without quotation marks around it; "Reyes, Ana" turned, a description after a comma cut off."""
    words = HIDDEN.sub(" ", name[:300]).split()
    whole = GLUED.sub(" ", " ".join(words)).strip("\"'“”‘’„« »").replace(" , ", ", ")
    head, comma, tail = whole.partition(", ")
    if not comma or not tail.strip():
        return whole
    first = tail.split()[0].lower().rstrip(".,")
    if first in ("inc", "ltd", "llc", "limited", "co") or (
        first in SUFFIXES and first in ("jr", "sr", "ii", "iii", "iv")
    ):
        return whole
    if _turned(head, tail):
        return f"{tail} {head}"
    return head if " " in head else whole


def _turned(head: str, tail: str) -> bool:
    """True for "Reyes, Ana Maria": a family name, a comma and given names."""
    words = tail.split()
    if len(words) > 3 or not all(w[:1].isupper() for w in words) or "," in tail or len(head.split()) > 3:
        return False
    if any(w.lower().rstrip(".") in SUFFIXES or titles().is_title(w) for w in words) or is_body(head):
        return False
    return " " not in head or (fold(words[0]) in world().given and fold(head.split()[0]) not in world().given)


@lru_cache(maxsize=16384)
def _numbers(name: str) -> tuple[str, ...]:
    """The figures of a name, ordinals and written ones among them."""
    found = (ORDINAL.fullmatch(w) for w in content(name))
    return tuple(sorted([w for w in content(name) if w[:1].isdigit()] + [hit[1] for hit in found if hit]))


__all__ = [
    "CORPORATE",
    "Verdict",
    "acronym",
    "family_score",
    "is_body",
    "one_edit",
    "same_given",
    "same_name",
    "team",
]
