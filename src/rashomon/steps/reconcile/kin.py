"""Who stands for whom in a story: a spokesman for his ministry, a president for his country.

Decides from what the cast knows (`speaks_for`) and from labels that join a country with an office ("Russian
President"). Used only to bring passages together, never to merge actors.
"""

from __future__ import annotations

from collections.abc import Hashable

from rashomon.records.findings import Actor
from rashomon.steps.reconcile.cast import Cast
from rashomon.text.lexicon import words as listed
from rashomon.text.names.known import world
from rashomon.text.words_of import content_words

LEAST_PREFIX = 4


class Kin:
    """Links between the actors of one cast."""

    def __init__(self, cast: Cast) -> None:
        self.of: dict[str, frozenset[str]] = {}
        self._terms: dict[frozenset[str], frozenset[str]] = {}
        self.bodies = {a.name: a.id for a in cast.actors if a.type in ("place", "organization")}
        self.roots: dict[str, list[tuple[str, str]]] = {}
        for name, actor in self.bodies.items():
            for word in content_words(name.lower()):
                if len(word) >= LEAST_PREFIX:
                    self.roots.setdefault(word[:LEAST_PREFIX], []).append((word, actor))
        self.speaks = {a.id: a.speaks_for for a in cast.actors if a.speaks_for}
        people = [a for a in cast.actors if a.type == "person"]
        bearing: dict[str, set[int]] = {}
        for n, person in enumerate(people):
            for word in person.name.split():
                bearing.setdefault(word, set()).add(n)
        for one in cast.actors:
            found = {one.speaks_for} if one.speaks_for else set()
            if one.type == "person":
                found |= self._by_office(one)
                # As in "Orla" and "Orla Finch": perhaps one person whom the names did not join.
                held = [bearing[word] for word in one.name.split()]
                whole = set[int].intersection(*held) if held else set(range(len(people)))
                found |= {people[n].id for n in whole if people[n].name != one.name}
            found |= {self.speaks[f] for f in found if f in self.speaks}
            self.of[one.id] = frozenset(found - {one.id})

    def _by_office(self, person: Actor) -> set[str]:
        """The bodies and countries named in a label that also names an office."""
        found: set[str] = set()
        for label in person.labels:
            words = content_words(label.text)
            if not listed("titles", "standing.offices").intersection(w.lower() for w in words):
                continue
            for word in words:
                country = world().adjectives.get(word) or world().countries.get(word)
                if country in self.bodies:
                    found.add(self.bodies[country])
                elif country is None and word[:1].isupper():
                    near = self.roots.get(word[:LEAST_PREFIX].lower(), ())
                    found |= {actor for name, actor in near if _same_root(word.lower(), name)}
        return found

    def principal(self, actor: str) -> str:
        """The government a seat or capital speaks for, or the actor itself."""
        return self.speaks.get(actor, actor)

    def terms(self, actors: frozenset[str]) -> frozenset[str]:
        """Terms that an actor shares with those who stand for it."""
        found = self._terms.get(actors)
        if found is None:
            found = frozenset(f"k:{k}" for a in actors for k in (self.of.get(a, frozenset()) | {a}))
            self._terms[actors] = found
        return found

    def family(self, actor: str) -> frozenset[str]:
        """The actor with all it stands for."""
        return self.of.get(actor, frozenset()) | {actor}

    def view(self, cast: Cast, article: str) -> Hashable:
        """What readers of one report take from the cast and from these links."""
        view = cast.view(article)
        return view, frozenset((actor, self.family(actor)) for _, actor in view.of)

    def related(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """True when the two sets name an actor in common or one that stands for another's."""
        families = {k for a in one for k in self.family(a)}
        return any(k in families for b in other for k in self.family(b))


def _same_root(word: str, name: str) -> bool:
    """As in "Alban" and "Alba": all but the last letters of the shorter are equal."""
    size = max(LEAST_PREFIX, min(len(word), len(name)) - 2)
    return word[:size] == name[:size]
