"""Who says a quotation: the step from the words that name a speaker to an actor of the story.

Decides on the name that the report itself resolved first, when exactly one actor of the story is spelt so; else on the
mention the speaker's words hold. Where neither gives one actor there is no speaker: none is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from rashomon.records.findings import Actor
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast

Agreement = Literal["same", "open", "other"]
COLLECTIVES = frozenset({"organization", "group", "place", "other", "work"})
POSSESSIVE = frozenset({"'s", "’s", "' ", "’ "})


class Speakers:
    """The actors of a story as speakers."""

    def __init__(self, cast: Cast, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.actors: dict[str, Actor] = {actor.id: actor for actor in cast.actors}
        self._mentions: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for (article, span), actor in cast.of.items():
            self._mentions[article].append((span, actor))
        self._spelt: dict[str, set[str]] = defaultdict(set)
        for actor_record in cast.actors:
            for form in (actor_record.name, *(s.text for s in actor_record.spellings)):
                self._spelt[" ".join(form.casefold().split())].add(actor_record.id)

    def actor(self, article: str, span: Span | None, name: str | None = None) -> str | None:
        """The actor named by the words at `span`, or resolved to `name` by the report; None when not just one is."""
        inside = self._inside(article, span) if span else []
        named = self._spelt.get(" ".join(name.casefold().split()), set()) if name else set()
        if len(named) == 1:
            return next(iter(named))
        if len(named) > 1:
            both = [actor for actor in inside if actor in named]
            return both[0] if both else None
        return inside[0] if inside and not (name and span is None) else None

    def _inside(self, article: str, span: Span) -> list[str]:
        """The actors that `span` can mean: an exact mention first, then persons, then the longest overlap.

        A possessor is not who speaks ("the mayor's lawyer"), nor is a place or body that fills less than half of it.
        """
        text = self._texts.get(article, "")
        found = []
        for mention, actor in self._mentions.get(article, ()):
            if not mention.overlaps(span):
                continue
            shared = min(mention.end, span.end) - max(mention.start, span.start)
            person = actor in self.actors and self.actors[actor].type == "person"
            possessor = mention.end < span.end and text[mention.end : mention.end + 2] in POSSESSIVE
            if possessor or not (person or 2 * shared >= span.end - span.start):
                continue
            found.append((mention != span, not person, -shared, mention.start, actor))
        return [actor for *_, actor in sorted(found)]

    def agree(self, a: str | None, b: str | None) -> Agreement:
        """Whether two speakers are one: `open` when one is unknown, or one may speak for the other."""
        if a is None or b is None:
            return "open"
        if a == b:
            return "same"
        x, y = self.actors.get(a), self.actors.get(b)
        if x is None or y is None:
            return "open"
        if x.speaks_for == b or y.speaks_for == a or (x.speaks_for and x.speaks_for == y.speaks_for):
            return "open"
        return "open" if (x.type in COLLECTIVES) != (y.type in COLLECTIVES) else "other"
