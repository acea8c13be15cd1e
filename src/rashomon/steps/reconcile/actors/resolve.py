"""Resolves roles through what the whole story says of its actors.

A role is looked up in a table of appositions ("Peruvian President Ana Reyes" teaches office and country); it is
resolved only when one actor fits, or when one of several is by far the most named in the report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from rashomon.records.article import Article
from rashomon.records.marks import Marks
from rashomon.steps.reconcile.actors.merge import Group
from rashomon.steps.reconcile.actors.pronouns import Resolved, find_pronouns
from rashomon.text.lexicon import words as listed
from rashomon.text.names.offices import Office, country_of, office

CLEAR = 4
PUBLIC = listed("titles", "offices.strong")
"""Offices that make a bare "the minister" one person over all reports of a story; not "the doctor"."""
OTHERS = ("its ", "'s ", "’s ", "s' ", "s’ ")
"""Before a role: the office is somebody's whom the role itself does not name ("Reyes's minister")."""


@dataclass(slots=True)
class Offices:
    """What the story says of its persons: office → groups, and the same article by article."""

    held: dict[int, set[Office]] = field(default_factory=lambda: defaultdict(set))
    here: dict[tuple[str, int], set[Office]] = field(default_factory=lambda: defaultdict(set))


def learn(groups: list[Group], texts: dict[str, str]) -> Offices:
    """The table of offices from the labels that stand with names."""
    table = Offices()
    for number, group in enumerate(groups):
        if group.type != "person":
            continue
        for entry in group.entries:
            for article, m in entry.mentions:
                told = office(m.label.of(texts[article])) if m.label else None
                if told:
                    table.held[number].add(told)
                    table.here[article, number].add(told)
    return table


def find_role(text: str, article: str, table: Offices, often: dict[int, int], definite: bool = False) -> int | None:
    """The one group that holds the office `text` names, or None when none or several do.

    "The president" without a country is the one president of the report, or the one whom it names (`often`) at least
    four times as often as all others together; of a bare "the minister" (`definite`) the other reports may tell who is.
    """
    asked = office(text)
    if asked is None:
        return None
    if asked.owner:
        fits = sorted(n for n, held in table.held.items() if any(_same(asked, o) for o in held))
        if not fits and asked.head in ("state", "counterpart"):
            fits = sorted(n for n, held in table.held.items() if any(_leads(asked, o) for o in held))
    else:
        fits = sorted(n for (a, n), held in table.here.items() if a == article and any(_bare(asked, o) for o in held))
        if not fits and definite and text.lower() in PUBLIC:
            fits = sorted(n for n, held in table.held.items() if often.get(n, 0) and any(_bare(asked, o) for o in held))
        most = max(fits, key=lambda n: (often.get(n, 0), -n), default=None)
        if most is not None and often.get(most, 0) >= CLEAR * sum(often.get(n, 0) for n in fits if n != most):
            return most
    return fits[0] if len(fits) == 1 else None


def _same(asked: Office, held: Office) -> bool:
    owners = {asked.owner, country_of(asked.owner)} & {held.owner, country_of(held.owner)}
    return asked.head == held.head and bool(owners - {""}) and asked.rank == held.rank


def _leads(asked: Office, held: Office) -> bool:
    return held.head in ("government", "state") and held.owner == asked.owner and not held.rank


def _bare(asked: Office, held: Office) -> bool:
    """True for "the minister" of a transport minister; a head of government has a word of his own."""
    wider = asked.head in PUBLIC and held.head.endswith(f" {asked.head}")
    return (asked.head == held.head or wider) and asked.rank == held.rank


def resolve(article: Article, marks: Marks, known: Resolved, groups: list[Group], table: Offices) -> Resolved:
    """The roles and pronouns of one article that stand for a group."""
    out: Resolved = {}
    often = Counter(number for (name, _), number in known.items() if name == article.id)
    for m in marks.mentions:
        if m.form == "role" and m.type == "person" and not article.text.endswith(OTHERS, 0, m.span.start):
            definite = article.text[max(0, m.span.start - 4) : m.span.start].lower() == "the "
            number = find_role(m.span.of(article.text), article.id, table, often, definite)
            if number is not None and not (m.gender and groups[number].gender and m.gender != groups[number].gender):
                out[article.id, m.span] = number
    return out | find_pronouns(article, marks, known | out, groups)


__all__ = ["Offices", "Resolved", "find_role", "learn", "resolve"]
