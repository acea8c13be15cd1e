"""Reads a role ("the Ukrainian leader", "head of the White House") as an office and its owner.

The owner is a country or body that an adjective, a name or the seat of a government tells; the office is the head noun,
with the words for the first person of a state taken together. Without a known head noun there is no office.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.text.names.known import world
from rashomon.text.names.parts import POSSESSIVE, person
from rashomon.text.names.titles import plain, titles

WORD = re.compile(r"[^\s,;()\"“”]+")
VICE = frozenset(["vice", "deputy", "former", "ex", "then", "late", "assistant", "acting", "under"])


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its owner.

    `head`: "state", "government", "spokesperson", "secretary of state" …; `owner`: a country or body, or "";
    `rank`: the words that change whose office it is ("vice", "deputy", "former").
    """

    head: str
    owner: str = ""
    rank: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)
def office(text: str) -> Office | None:
    """The office that `text` names, or None when its words name none."""
    words = [w.strip("'’.") if w.lower() not in ("u.s.", "u.k.", "u.n.") else w for w in WORD.findall(text)]
    words = [re.sub(r"['’]s$", "", w) for w in words if w]
    low = [w.lower() for w in words]
    place = _head(low)
    if place is None:
        return None
    head = plain(low[place])
    rank = frozenset(w for w in low[:place] if w in VICE) | (
        {"former"} if low[place].startswith("ex-") else frozenset()
    )
    if low[place].startswith("vice-"):
        rank |= {"vice"}
    owner = _owner(words) or _unknown_owner(words)
    return Office(
        _class(head, low, place, owner in _seats() and head in ("head", "leader", "chief", "boss")),
        _country(owner),
        rank,
    )


def _head(low: list[str]) -> int | None:
    stop = next((n for n, w in enumerate(low) if w in ("of", "for", "at") and n), len(low))
    for n in range(stop - 1, -1, -1):
        if plain(low[n]) in titles().heads:
            return n
    return None


def _class(head: str, low: list[str], place: int, seated: bool) -> str:
    before = low[place - 1] if place else ""
    phrase = " ".join(low[place : place + 3])
    if seated or phrase in ("head of state",) or head in titles().state_head:
        return "state"
    if (
        head in ("premier", "pm", "chancellor")
        or (head == "minister" and before == "prime")
        or phrase == "head of government"
    ):
        return "government"
    if head.startswith("spokes"):
        return "spokesperson"
    if head in ("adviser", "advisor"):
        return "adviser"
    if head == "secretary" and (phrase == "secretary of state" or before == "state"):
        return "secretary of state"
    if head in ("minister", "secretary", "chief", "director", "officer") and before and before not in VICE:
        return f"{before} {head}"
    return head


def _seats() -> dict[str, str]:
    return world().head_seats


def _owner(words: list[str]) -> str:
    known = world()
    for size in (4, 3, 2, 1):
        for n in range(len(words) - size + 1):
            form = " ".join(words[n : n + size])
            if form in known.head_seats or form in known.organizations or form in known.countries:
                return known.organizations.get(form, form)
            if known.adjectives.get(form):
                return known.adjectives[form]
            if form in known.capitals and size == 1 and form != "Washington":
                return known.capitals[form]
    return ""


def _unknown_owner(words: list[str]) -> str:
    """Names in the role that no gazetteer knows: "Enough Project" in "spokesman for the Enough Project"."""
    told = titles()
    names = [w for w in words if w[:1].isupper() and w.lower() not in told.modifiers and not told.is_title(w)]
    return " ".join(names) if len(names) < len(words) else ""


def _country(owner: str) -> str:
    return world().countries.get(owner, owner)


def country_of(owner: str) -> str:
    """The country that a body speaks for, or the owner itself."""
    return world().seats.get(owner, owner)


def one_office(a: str, b: str) -> bool:
    """True for one office of one country or body, at least one side without the name of its holder.

    "Peruvian Prime Minister" is "Prime Minister of Peru" and "Peruvian Prime Minister Ana Reyes"; a bare "the minister"
    without a country is nobody's.
    """
    left, right = _bare(a), _bare(b)
    if not left and not right:
        return False
    x, y = left or _held(a), right or _held(b)
    return x is not None and y is not None and x == y and bool(x.owner)


def _bare(text: str) -> Office | None:
    """The office of a text that names no holder."""
    found = office(text)
    told, known = titles(), world()
    words = [POSSESSIVE.sub("", w) for w in WORD.findall(text)]
    named = [w for w in words if w[:1].isupper() and not (told.is_title(w) or w.lower() in told.modifiers)]
    if found is None or not (found.owner or named):
        return found
    owned = " ".join(named)
    return found if owned in known.adjectives or known.names(owned) or owned in known.head_seats else None


def _held(text: str) -> Office | None:
    """The office that stands before a name."""
    return office(" ".join(person(text).titles))
