"""Joins the names of a story that mean one actor.

Persons: full names first, every member of a group must agree with every other (a conflict of given names keeps groups
apart); then bare surnames, which join the one group they fit, or the one that is by far the most named; between two they
stay unresolved. Bodies and places: known aliases, equal words, acronyms of the story. Nothing joins across types.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from rashomon.records.marks import ActorType
from rashomon.steps.reconcile.actors.gather import Entry
from rashomon.text.names.compare import acronym, same_name
from rashomon.text.names.fold import fold
from rashomon.text.names.keys import key
from rashomon.text.names.known import world
from rashomon.text.names.parts import person

CLEAR = 5
"""A bare surname goes to the person of that name who is named in full at least this many times as often."""


@dataclass(slots=True)
class Group:
    """Entries that mean one actor."""

    type: ActorType
    entries: list[Entry] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """How many mentions the group has."""
        return sum(len(e.mentions) for e in self.entries)

    @property
    def gender(self) -> str:
        """What titles and given names tell, `""` when they do not or disagree."""
        m = sum(e.gender["m"] for e in self.entries)
        f = sum(e.gender["f"] for e in self.entries)
        return "m" if m > 2 * f else "f" if f > 2 * m else ""


def merge(entries: list[Entry]) -> tuple[list[Group], list[Entry]]:
    """The groups of `entries`, and the entries that fit several."""
    people = [e for e in entries if e.type == "person"]
    groups, unresolved = _people(people)
    return groups + _bodies([e for e in entries if e.type != "person"]), unresolved


def _people(entries: list[Entry]) -> tuple[list[Group], list[Entry]]:
    full = [e for e in entries if len(person(e.name).words) > 1]
    bare = [e for e in entries if len(person(e.name).words) <= 1]
    groups: list[Group] = []
    block: dict[str, list[Group]] = defaultdict(list)
    for e in sorted(full, key=lambda e: (-len(e.mentions), e.name)):
        keys = {key(w)[:3] for w in person(e.name).words}
        options = {id(g): g for k in sorted(keys) for g in block[k]}
        fits = [g for g in options.values() if all(same_name(e.name, x.name).same for x in g.entries)]
        home = max(fits, key=lambda g: (g.weight, g.entries[0].name)) if fits else None
        if home is None:
            home = Group("person")
            groups.append(home)
        home.entries.append(e)
        for k in sorted(keys):
            if not any(g is home for g in block[k]):
                block[k].append(home)
    unresolved = _bare(bare, groups)
    return groups, unresolved


def _bare(entries: list[Entry], groups: list[Group]) -> list[Entry]:
    unresolved: list[Entry] = []
    new: list[Group] = []
    full = list(groups)
    for e in sorted(entries, key=lambda e: (-len(e.mentions), e.name)):
        fits = [g for g in full if any(_fits(e, x) for x in g.entries)]
        fits = [g for g in fits if not (e.gender and g.gender and g.gender not in e.gender)] or fits
        fits.sort(key=lambda g: (-g.weight, g.entries[0].name))
        if len(fits) == 1 or (len(fits) > 1 and fits[0].weight >= CLEAR * fits[1].weight):
            fits[0].entries.append(e)
        elif fits:
            unresolved.append(e)
        else:
            home = next((g for g in new if all(same_name(e.name, x.name).same for x in g.entries)), None)
            if home is None:
                home = Group("person")
                new.append(home)
            home.entries.append(e)
    groups += new
    return unresolved


def _fits(short: Entry, full: Entry) -> bool:
    return " " in full.name and same_name(short.name, full.name).same


def _bodies(entries: list[Entry]) -> list[Group]:
    groups: list[Group] = []
    index: dict[str, Group] = {}
    short: list[Entry] = []
    for e in sorted(entries, key=lambda e: (-len(e.name), e.name)):
        name = world().names(e.name) or e.name
        home = index.get(body_key(name))
        if home is None:
            home = Group(e.type)
            groups.append(home)
            index[body_key(name)] = home
        home.entries.append(e)
        if name == e.name and e.name.isupper() and 2 <= len(e.name) <= 8:
            short.append(e)
    return groups


def body_key(name: str) -> str:
    """Names with one key are one body or place: content words without "the", marks and case."""
    words = [w.strip(".,'’\"") for w in fold(name).replace("-", " ").split()]
    words = [w[:-2] if w.endswith("'s") else w for w in words]
    return "".join(w for w in words if w not in ("the", "of", "and", "for", "&"))


def is_acronym(short: str, long: str) -> bool:
    """True when `short` is built from the first letters of `long`."""
    return acronym(short, long)
