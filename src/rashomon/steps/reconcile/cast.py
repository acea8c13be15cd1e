"""Who is who in a story: actors, and for every mention the actor it stands for."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records.findings import Actor
from rashomon.records.span import Span


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a story. `of` maps (article id, mention span) to an actor id; unresolved mentions are absent."""

    actors: tuple[Actor, ...] = ()
    of: dict[tuple[str, Span], str] = field(default_factory=dict)

    def actor(self, article: str, span: Span | None) -> str | None:
        """The actor of the mention that best overlaps `span` in `article`: exact first, then the longest overlap."""
        if span is None:
            return None
        exact = self.of.get((article, span))
        if exact:
            return exact
        best: tuple[int, int, str] | None = None
        for (where, mention), actor in self.of.items():
            if where == article and mention.overlaps(span):
                shared = min(mention.end, span.end) - max(mention.start, span.start)
                option = (shared, -mention.start, actor)
                best = max(best, option) if best else option
        return best[2] if best else None
