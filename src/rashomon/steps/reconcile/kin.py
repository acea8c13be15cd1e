"""Who stands for whom in a story: a spokesman for his ministry, a president for his country.

Decides from what the cast knows (`speaks_for`) and from labels that join a country with an office ("Russian President").
Used only to bring passages together, never to merge actors.
"""

from __future__ import annotations

from rashomon.records.findings import Actor
from rashomon.steps.reconcile.cast import Cast

OFFICES = frozenset(
    "president leader minister premier chancellor government ministry spokesman spokeswoman spokesperson official officials"
    " military army forces counterpart ambassador diplomat diplomats secretary king queen dictator parliament authorities"
    " chief executive founder owner lawyer attorney".split()
)
LEAST_PREFIX = 4


class Kin:
    """Links between the actors of one cast."""

    def __init__(self, cast: Cast) -> None:
        self.of: dict[str, frozenset[str]] = {}
        places = [
            (a.id, w.lower())
            for a in cast.actors
            if a.type in ("place", "organization")
            for w in a.name.split()
            if len(w) >= LEAST_PREFIX
        ]
        stems: dict[str, list[tuple[str, str]]] = {}
        for place, word in places:
            stems.setdefault(word[:LEAST_PREFIX], []).append((place, word))
        speaks = {a.id: a.speaks_for for a in cast.actors if a.speaks_for}
        for actor in cast.actors:
            found: set[str | None] = {actor.speaks_for} if actor.speaks_for else set()
            if actor.type == "person":
                found |= self._by_office(actor, stems)
            found |= {speaks[f] for f in sorted(f for f in found if f) if f in speaks}
            self.of[actor.id] = frozenset(f for f in found if f and f != actor.id)

    def _by_office(self, actor: Actor, stems: dict[str, list[tuple[str, str]]]) -> set[str | None]:
        found: set[str | None] = set()
        for label in actor.labels:
            words = [w.strip("'’s").lower() for w in label.text.split()]
            if not OFFICES.intersection(words):
                continue
            for word in words:
                for place, name in stems.get(word[:LEAST_PREFIX], ()):
                    if _same_root(word, name):
                        found.add(place)
        return found

    def terms(self, actors: frozenset[str]) -> frozenset[str]:
        """Terms that an actor shares with those who stand for it."""
        return frozenset(f"k:{k}" for a in actors for k in (self.of.get(a, frozenset()) | {a}))

    def family(self, actor: str) -> frozenset[str]:
        """The actor with all it stands for."""
        return self.of.get(actor, frozenset()) | {actor}

    def related(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """True when the two sets name an actor in common or one that stands for another's."""
        families = {k for a in one for k in self.family(a)}
        return any(k in families for b in other for k in self.family(b))


def _same_root(word: str, name: str) -> bool:
    """ "Russian" and "Russia", "Ukrainian" and "Ukraine": all but the last three letters of the shorter are equal."""
    size = max(LEAST_PREFIX, min(len(word), len(name)) - 2)
    return word[:size] == name[:size]
