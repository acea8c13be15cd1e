"""Titles, offices and roles: which words they are, whose gender they tell, which office they mean.

Decides on the lexicon `titles.toml` alone; a word that is no office there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.text.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Titles:
    """The title words, all lower case."""

    honorifics: frozenset[str]
    ranks: frozenset[str]
    heads: frozenset[str]
    modifiers: frozenset[str]
    relational: frozenset[str]
    after: tuple[tuple[str, ...], ...]
    state_head: frozenset[str]
    government_head: frozenset[str]
    organizations: frozenset[str]
    people: frozenset[str]
    address: frozenset[str]
    gender: dict[str, str]

    def is_address(self, title: str) -> bool:
        """True for "Mr", "Dr": forms of address that describe nobody."""
        return all(word in self.address for word in title.lower().split())

    def is_title(self, word: str) -> bool:
        """True for a word that can end a title before a name."""
        word = word.lower()
        return word in self.heads or word in self.honorifics or word in self.ranks or plain(word) in self.heads

    def gender_of(self, title: str) -> str:
        """`f`, `m` or `""`: what the words of `title` say of the gender."""
        for word in title.lower().split():
            if word in self.gender:
                return self.gender[word]
        return ""


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """A role word without the prefix of "ex-president", "vice-president"."""
    for prefix in ("ex-", "vice-", "co-", "then-"):
        if word.startswith(prefix):
            return word[len(prefix) :]
    for suffix in ("-elect", "-designate"):
        if word.endswith(suffix):
            return word[: -len(suffix)]
    return word


@cache
def titles() -> Titles:
    """The title words of English."""
    t = lexicon("titles")
    gender = dict.fromkeys((*t["honorifics"]["m"], *t["offices"]["m"], *t["gender"]["m"]), "m")
    gender |= dict.fromkeys((*t["honorifics"]["f"], *t["offices"]["f"], *t["gender"]["f"]), "f")
    return Titles(
        frozenset(w for k in ("m", "f", "neutral") for w in t["honorifics"][k]),
        frozenset(t["ranks"]["neutral"]),
        frozenset(t["offices"]["head"]),
        frozenset(t["offices"]["modifiers"]),
        frozenset(t["offices"]["relational"]),
        tuple(sorted((tuple(x.split()) for x in t["offices"]["after"]), key=len, reverse=True)),
        frozenset(t["offices"]["state_head"]),
        frozenset(t["offices"]["government_head"]),
        frozenset(t["groups"]["organizations"]),
        frozenset(t["groups"]["people"]),
        frozenset(t["offices"]["address"]),
        gender,
    )
