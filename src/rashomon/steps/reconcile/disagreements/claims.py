"""What the checks for disagreements compare: acts with who does them, who says so, and what the sentence is about.

A claim is one act of a unit. Its topic is every term of its sentence. It decides nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from rashomon.records.dossier import Story
from rashomon.records.findings import DisagreementKind, Side
from rashomon.records.marks import Act
from rashomon.records.span import Cite, Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.people import People, people_of
from rashomon.steps.reconcile.positions import Taken, stances_of
from rashomon.steps.reconcile.statements.units import Unit, find_units
from rashomon.text.similarity import Rarity, Terms, terms
from rashomon.text.words_of import content_words

LONGEST_SAYING = 160
LONGEST_NAME = 60
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Claim:
    """One act as one report tells it."""

    unit: Unit
    act: Act
    doers: frozenset[str]
    targets: frozenset[str]
    object: Terms
    topic: Terms

    @property
    def article(self) -> str:
        """The report it stands in."""
        return self.unit.cite.article


@dataclass(frozen=True, slots=True)
class Draft:
    """A disagreement before it has its number."""

    kind: DisagreementKind
    reason: str
    note: str
    sides: tuple[Side, ...]
    values: tuple[tuple[Cite, ...], ...] = ()
    """The numbers of each side, where a rule has found them without the ledger."""


@dataclass(slots=True)
class Scene:
    """A story made ready for the checks."""

    story: Story
    cast: Cast
    kin: Kin
    units: list[Unit]
    rarity: Rarity
    claims: list[Claim]
    stances: list[Taken]
    names: dict[str, str] = field(default_factory=dict)

    def name(self, actor: str | None) -> str:
        """The name of an actor for a note."""
        return self.names.get(actor or "", "the report")

    def of_sense(self, *senses: str) -> list[Claim]:
        """The claims of these senses, in story order."""
        return [c for c in self.claims if c.act.sense in senses]


def set_scene(story: Story, cast: Cast, kin: Kin, units: list[Unit] | None = None) -> Scene:
    """Units, claims and stances of `story`; `units` when they are known already."""
    units = find_units(story, cast, kin) if units is None else units
    topics: dict[tuple[int, Span], set[str]] = defaultdict(set)
    for unit in units:
        topics[unit.article, unit.sentence] |= unit.terms
    people = {n: people_of(m, cast) for n, m in enumerate(story.marks)}
    claims = [
        _claim(unit, act, people[unit.article], frozenset(topics[unit.article, unit.sentence]))
        for unit in units
        for act in unit.acts
    ]
    stances = [
        t for a, m in zip(story.articles, story.marks, strict=True) if not a.stray for t in stances_of(m, cast, kin)
    ]
    rarity = Rarity(frozenset(t) for t in topics.values())
    return Scene(story, cast, kin, units, rarity, claims, stances, {a.id: a.name for a in cast.actors})


def _claim(unit: Unit, act: Act, people: People, topic: Terms) -> Claim:
    doers = people.of(act.actor, unit.holder) or _apposed(act, people)
    targets = frozenset(a for m in (people.within(act.object) if act.object else ()) if (a := people.actor(m)))
    words = terms(content_words(act.object.of(people.text))) if act.object else frozenset()
    return Claim(unit, act, doers, targets, words, topic)


def _apposed(act: Act, people: People) -> frozenset[str]:
    """As in "The prime minister, Ana Vaka, …": the name that stands beside the subject."""
    if act.actor is None:
        return frozenset()
    end = act.actor.end
    found = people.within(Span(end, end + LONGEST_NAME))
    if not found or people.text[end : found[0].span.start] != ", " or people.text[found[0].span.end :][:1] != ",":
        return frozenset()
    actor = people.actor(found[0])
    return frozenset({actor} if actor else ())


def side(claims: Iterable[Claim], holder: str | None = None) -> Side:
    """A side of clauses; what it says is its shortest clause, to the letter."""
    listed = list(claims)
    best = min(listed, key=lambda c: (not c.unit.complete, len(c.unit.text), c.unit.cite))
    return side_of(best.unit.text, holder, (c.unit.cite for c in listed))


def side_of(says: str, holder: str | None, cites: Iterable[Cite]) -> Side:
    """A side with these words and cites."""
    flat = " ".join(says.split())
    return Side(
        flat if len(flat) <= LONGEST_SAYING else flat[: LONGEST_SAYING - 1].rstrip() + "…",
        holder,
        tuple(sorted(set(cites))),
    )


def of_units(units: Iterable[Unit]) -> Side:
    """A side of the outlets' own clauses."""
    listed = list(units)
    best = min(listed, key=lambda u: (not u.complete, len(u.text), u.cite))
    return side_of(best.text, None, (u.cite for u in listed))


def reports(sides: Side) -> str:
    """As in "one report" or "three reports", for notes."""
    count = len({c.article for c in sides.cites})
    return "one report" if count == 1 else f"{count} reports"


def fair_cut(told: list[T], most: int, report: Callable[[T], object]) -> list[T]:
    """At most `most` of `told`, in order; a report loses its later ones before another loses as early ones."""
    if len(told) <= most:
        return told
    seen: Counter[object] = Counter()
    turns: list[tuple[int, int]] = []
    for n, one in enumerate(told):
        turns.append((seen[report(one)], n))
        seen[report(one)] += 1
    return [told[n] for n in sorted(n for _, n in sorted(turns)[:most])]


def grouped(pairs: Iterable[tuple[T, T]]) -> list[tuple[list[T], list[T]]]:
    """The two sides of each dispute: pairs that share a member are one."""
    groups: list[tuple[list[T], list[T]]] = []
    for a, b in pairs:
        home = next((g for g in groups if a in g[0] or b in g[1]), None)
        if home is None:
            home = ([], [])
            groups.append(home)
        for one, known in ((a, home[0]), (b, home[1])):
            if one not in known:
                known.append(one)
    return groups
