"""Joins the names of a story that mean one actor.

Persons: full names first, every member of a group must agree with every other (a conflict of given names keeps groups
apart); then bare surnames, which join the one group they fit, or the one that is by far the most named; between two
they stay unresolved. Bodies and places: known aliases, equal words, acronyms of the story. Nothing joins across types.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from rashomon.records.marks import ActorType
from rashomon.steps.reconcile.actors.authority import Known, lookup
from rashomon.steps.reconcile.actors.gather import Entry
from rashomon.text.lexicon import words as listed
from rashomon.text.names.bodies import content, legal, one_or_many
from rashomon.text.names.compare import acronym, same_name, team
from rashomon.text.names.fold import blunt, fold
from rashomon.text.names.keys import key
from rashomon.text.names.known import world
from rashomon.text.names.parts import person
from rashomon.text.names.vocabulary import is_common

CLEAR = 5
"""A bare surname goes to the person of that name who is named in full at least this many times as often."""
MOST = 30
"""Groups with like names that a name is compared with: more occur in hostile input only."""
MANY = 600
"""Bodies and places of a story beyond which only equal names are joined."""
MOTORS = frozenset(("motor", "motors", "group", "holdings"))
STORMS = listed("titles", "named.storms")


@dataclass(slots=True)
class Group:
    """Entries that mean one actor."""

    type: ActorType
    entries: list[Entry] = field(default_factory=list)
    known: Known | None = None
    """The entry of the authority file, which names the actor."""

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


def merge(entries: list[Entry], known: tuple[Known, ...] = ()) -> tuple[list[Group], list[Entry]]:
    """The groups of `entries`, and the entries that fit several; what `known` names is decided by it first."""
    fixed, rest = _fixed(entries, known)
    groups, unresolved = _people([e for e in rest if e.type == "person"], [g for g in fixed if g.type == "person"])
    return groups + _bodies(
        [e for e in rest if e.type != "person"], [g for g in fixed if g.type != "person"]
    ), unresolved


def _fixed(entries: list[Entry], known: tuple[Known, ...]) -> tuple[list[Group], list[Entry]]:
    """One group for each entry of the authority file that the story names, and the names that it leaves open."""
    table, groups, rest = lookup(known), dict[int, Group](), list[Entry]()
    for e in entries:
        number = table.get(" ".join(fold(e.name).split()))
        if number is None:
            rest.append(e)
        else:
            home = groups.setdefault(number, Group(known[number].type or e.type, [], known[number]))
            home.entries.append(e)
    return [groups[n] for n in sorted(groups)], rest


def _people(entries: list[Entry], fixed: list[Group]) -> tuple[list[Group], list[Entry]]:
    full = [e for e in entries if len(person(e.name).words) > 1]
    bare = [e for e in entries if len(person(e.name).words) <= 1]
    groups = list(fixed)
    block: dict[str, list[Group]] = defaultdict(list)
    for group in fixed:
        for k in sorted({k for e in group.entries for k in _blocks(e.name)}):
            block[k].append(group)
    for e in sorted(full, key=lambda e: (-len(e.mentions), e.name)):
        keys = _blocks(e.name)
        options = {id(g): g for k in sorted(keys) for g in block[k][:MOST]}
        fits = [g for g in options.values() if all(_one_person(e, x) for x in g.entries)]
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


def _blocks(name: str) -> set[str]:
    """How the keys of the words of a name begin, with and without the second letter of an umlaut."""
    return {key(form)[:3] for w in person(name).words for form in (w, blunt(w))}


def _one_person(a: Entry, b: Entry) -> bool:
    """Two full names of one person; "Jr." tells two persons apart in a report that has both."""
    if not same_name(a.name, b.name).same:
        return False
    return person(a.name).suffix == person(b.name).suffix or not (a.articles & b.articles)


def _bare(entries: list[Entry], groups: list[Group]) -> list[Entry]:
    unresolved: list[Entry] = []
    new: list[Group] = []
    names = {x.name: len(x.mentions) for g in groups for x in g.entries}
    # A full name and a word more ("Ana Reyes Acme" in a list of results): the last word is no surname.
    extended = {
        n for n, count in names.items() if " " in n.rpartition(" ")[0] and names.get(n.rpartition(" ")[0], 0) > count
    }
    block: dict[str, list[Group]] = defaultdict(list)
    for g in groups:
        for k in sorted({k for x in g.entries for k in _blocks(x.name)}):
            block[k].append(g)
    alone: dict[str, list[Group]] = defaultdict(list)
    for e in sorted(entries, key=lambda e: (-len(e.mentions), e.name)):
        begin = key((person(e.name).words or (e.name,))[-1])[:3]
        fits = [g for g in block[begin][:MOST] if any(_fits(e, x, extended) for x in g.entries)]
        fits = [g for g in fits if not (e.gender and g.gender and g.gender not in e.gender)] or fits
        fits.sort(key=lambda g: (-g.weight, g.entries[0].name))
        if len(fits) == 1 or (len(fits) > 1 and fits[0].weight >= CLEAR * fits[1].weight):
            fits[0].entries.append(e)
        elif fits:
            unresolved.append(e)
        else:
            options = alone[begin][:MOST]
            home = next((g for g in options if all(same_name(e.name, x.name).same for x in g.entries)), None)
            if home is None:
                home = Group("person")
                new.append(home)
                alone[begin].append(home)
            home.entries.append(e)
    groups += new
    return unresolved


def _fits(short: Entry, full: Entry, extended: set[str]) -> bool:
    return " " in full.name and full.name not in extended and same_name(short.name, full.name).same


def _bodies(entries: list[Entry], fixed: list[Group]) -> list[Group]:
    groups = list(fixed)
    index = {body_key(e.name): g for g in fixed for e in g.entries}
    for e in sorted(entries, key=lambda e: (-len(e.name), e.name)):
        home = index.get(body_key(e.name))
        if home is None and len(groups) <= MANY:
            ways = (_spelled_out, _respelled, _one_or_many, _first_word, _at_home)
            home = next((found for way in ways if (found := way(e, groups))), None)
        if home is None:
            home = Group(e.type)
            groups.append(home)
            index[body_key(e.name)] = home
        home.entries.append(e)
    for group in groups:
        group.type = group.type if group.known else _type(group)
    return groups


def _type(group: Group) -> ActorType:
    count: dict[ActorType, int] = defaultdict(int)
    for e in group.entries:
        count[e.type] += len(e.mentions) * (1 if e.type == "other" else 3)
    return max(count, key=lambda k: (count[k], k))


def _respelled(e: Entry, groups: list[Group]) -> Group | None:
    """The one place of the story that the name of a place spells in another way."""
    if e.type != "place" or len(e.name) < 5:
        return None
    fits = [g for g in groups if g.type == "place" and all(same_name(e.name, x.name, "place").same for x in g.entries)]
    return fits[0] if len(fits) == 1 else None


def _first_word(short: Entry, groups: list[Group]) -> Group | None:
    """The one organisation that a report calls by its first word ("Brightwell Steel"), or by the words before "of".

    A body that the world knows ("Ford") is only the one whose other words say that it is a company ("Ford Motors").
    """
    known = world()
    if short.type == "place" or short.name in known.media:
        return None
    company = known.names(short.name) is not None
    fits = [
        g
        for g in groups
        if g.type == "organization"
        and any(_shortened(short.name, e.name, company) and (e.articles & short.articles or company) for e in g.entries)
    ]
    plain = is_common(short.name.lower()) and fold(short.name) not in known.team_heads
    return fits[0] if len(fits) == 1 and not plain else None


def _shortened(short: str, long: str, company: bool) -> bool:
    """True for the first word of a name, a team's last one, or the words before "of" and "for"."""
    if not long.startswith(short + " "):
        return " " not in short and not company and team(short, long)
    rest = long[len(short) + 1 :]
    if company:
        return all(
            w in world().company_heads or w in MOTORS or (w,) in legal() for w in fold(rest).replace(".", "").split()
        )
    return " " not in short or rest.startswith(("of ", "for "))


def _one_or_many(e: Entry, groups: list[Group]) -> Group | None:
    """The one organisation whose name differs by the s of its last word ("Democratic Force", "Democratic Forces")."""
    if e.type != "organization" or " " not in e.name:
        return None
    fits = [g for g in groups if g.type == "organization" and any(one_or_many(e.name, x.name) for x in g.entries)]
    return fits[0] if len(fits) == 1 else None


def _at_home(short: Entry, groups: list[Group]) -> Group | None:
    """The one body of the story that is `short` with its country in front ("Air Force", "U.S. Air Force")."""
    told = content(short.name)
    if short.type not in ("organization", "other") or " ".join(told) in _countries():
        return None
    fits = [
        g for g in groups if g.type == "organization" and any(_of_country(content(e.name), told) for e in g.entries)
    ]
    known = short.name in world().organizations
    known = known or len(told) > 2
    near = [g for g in fits if known or any(e.articles & short.articles for e in g.entries)]
    return near[0] if len(fits) == len(near) == 1 else None


def _of_country(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return len(long) > len(short) and long[-len(short) :] == short and " ".join(long[: -len(short)]) in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold(name) for name in world().countries.values())


def _spelled_out(short: Entry, groups: list[Group]) -> Group | None:
    """The one group whose name the letters of an acronym abbreviate."""
    written = " " not in short.name and sum(map(str.isupper, short.name)) > 1
    if not written or len(short.name) < 3 or world().names(short.name):
        return None
    fits = [
        g for g in groups if g.type in ("organization", "other") and any(acronym(short.name, e.name) for e in g.entries)
    ]
    return fits[0] if len(fits) == 1 else None


def body_key(name: str) -> str:
    """Names with one key are one body or place: content words without "the", marks and case."""
    words = list(content(world().names(name) or name))
    if len(words) > 1 and words[0] in STORMS:
        words = words[1:]
    while len(words) > 2 and words[-1] in ("group", "holdings"):
        words.pop()
    return "".join(words)
