"""Splits a person's name into titles, given names, family name and suffix.

Decides by position and the lexicons of titles and given names. A single word is taken for a family name unless it is
a known given name; an Arabic or Dutch particle ("al-", "bin", "van der") belongs to the family name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.text.names.fold import HIDDEN, fold
from rashomon.text.names.known import world
from rashomon.text.names.titles import titles

PARTICLES = frozenset(
    "al el lo bin bint ibn abu van von der den de la le del della di da dos du st st. ter ten 'o o' mc".split()
)
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv v phd md qc kc obe mbe cbe esq".split())
SPACE = re.compile(r"[\s,]+")
POSSESSIVE = re.compile(r"['’]s?$")
BRACKET = re.compile(r"[(\[][^)\]]*[)\]]?")
NICK = re.compile(r"[\"“'‘]([^\"”“'’]{2,20})[\"”'’]")


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a person's name; `nick` is a name in quotation marks ("Jim “Mad Dog” Mattis")."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str = ""
    nick: str = ""
    gender: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Given names and family name."""
        return self.given + self.family


@lru_cache(maxsize=16384)
def person(name: str) -> Parts:
    """The parts of the name of a person as written; hidden characters and brackets are left out."""
    name = HIDDEN.sub("", name[:200])
    nick = NICK.search(name)
    if nick and nick.start() > 0:
        name = name[: nick.start()] + name[nick.end() :]
    words = [
        POSSESSIVE.sub("", w) or w for w in SPACE.split(BRACKET.sub(" ", name).replace(" . ", ". ")) if w and w != "."
    ]
    suffix = ""
    if len(words) > 1 and words[-1].lower() in SUFFIXES:
        suffix = words.pop().lower().rstrip(".")
    begin = max(title_end(words), _lower_end(words))
    heading, rest = words[:begin], words[begin:]
    given, family = _divide(rest)
    sex = titles().gender_of(" ".join(heading)) or gender_of_given(given)
    return Parts(tuple(heading), tuple(given), tuple(family), suffix, nick[1] if nick and nick.start() else "", sex)


def gender_of_given(given: tuple[str, ...] | list[str]) -> str:
    """The gender that the first given name usually has: `f`, `m` or `""`."""
    known = world().given.get(fold(given[0]), "") if given else ""
    return known if known in ("f", "m") else ""


def title_end(words: list[str]) -> int:
    """How many words at the beginning are titles: up to the last title word that still leaves a name."""
    known, end = titles(), 0
    for n, word in enumerate(words[:-1]):
        if known.is_title(word) and not (n and fold(word) in world().given and n == len(words) - 2 and n > end):
            end = n + 1
    return end


def _lower_end(words: list[str]) -> int:
    """How many words before the first capital describe ("stepmother Ana Reyes")."""
    n = 0
    while n < len(words) - 1 and words[n].islower() and words[n] not in PARTICLES:
        n += 1
    return n if n and words[n][:1].isupper() else 0


def _divide(rest: list[str]) -> tuple[list[str], list[str]]:
    if len(rest) <= 1:
        return [], rest
    cut = len(rest) - 1
    while cut > 1 and fold(rest[cut - 1]).rstrip("-") in PARTICLES:
        cut -= 1
    if cut == 1 and fold(rest[0]) in ("al", "el", "abu", "bin", "van", "von", "de", "di", "du", "da", "le", "la", "lo"):
        return [], rest
    return rest[:cut], rest[cut:]
