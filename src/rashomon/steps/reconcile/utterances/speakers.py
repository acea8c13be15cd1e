"""Who says a quotation: the step from the words that name a speaker to an actor of the story.

Decides on the name that the report itself resolved first, when exactly one actor of the story is spelt so; else on the
mention the speaker's words hold. Where neither gives one actor there is no speaker: none is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from rashomon.records.findings import Actor
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.genders import PRONOUNS, fits

Agreement = Literal["same", "open", "other"]
COLLECTIVES = frozenset({"organization", "group", "place", "other", "work"})
POSSESSIVE = re.compile(r"['’](?:s\b|\s)")
BEHIND = re.compile(r"\b(?:in|of|at|for|from|near|on|to|with|by)\s+(?:the\s+)?$", re.IGNORECASE)
"""A preposition in front of a mention: it qualifies what stands before."""
AFTER = re.compile(r"\s*(?:[,;:(–—-]|(?:in|on|at|during|after|and|who|which)\b)")
"""What may follow the head of a phrase; any other word is the head itself."""


class Speakers:
    """The actors of a story as speakers."""

    def __init__(self, cast: Cast, texts: Mapping[str, str], genders: Mapping[str, str] | None = None) -> None:
        self._texts = texts
        self._cast = cast
        self._genders = genders or {}
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
        heads, others = self._inside(article, span) if span else ([], [])
        if not heads and span and (bearer := self._cast.bearer(article, span)):
            return bearer
        named = self._spelt.get(" ".join(name.casefold().split()), set()) if name else set()
        if heads and (not named or heads[0] in named or self._person(heads[0])):
            return heads[0]
        options = sorted(named - set(others))
        return options[0] if len(options) == 1 else (heads[0] if heads and not named else None)

    def _person(self, actor: str) -> bool:
        return actor in self.actors and self.actors[actor].type == "person"

    def _inside(self, article: str, span: Span) -> tuple[list[str], list[str]]:
        """The actors whose mention is the head of `span`, best first, and those that only qualify it.

        A possessor does not speak ("the mayor's lawyer"), nor does a place or body that tells where or of what
        somebody is ("police in Alba", "Harbour Board chief").
        """
        text = self._texts.get(article, "")
        heads, others = [], []
        for mention, actor in self._mentions.get(article, ()):
            if not mention.overlaps(span):
                continue
            before, after = text[span.start : mention.start], text[mention.end : span.end]
            person = self._person(actor)
            inner = not person and mention != span and (BEHIND.search(before) or (after and not AFTER.match(after)))
            if inner or (after and POSSESSIVE.match(after)):
                others.append(actor)
            else:
                shared = min(mention.end, span.end) - max(mention.start, span.start)
                heads.append((mention != span, not person, -shared, mention.start, actor))
        return [actor for *_, actor in sorted(heads)], others

    def named_before(self, article: str, actor: str, at: int) -> bool:
        """True when the report has a mention of the actor before character `at`."""
        return any(a == actor and m.start < at for m, a in self._mentions.get(article, ()))

    def is_pronoun(self, article: str, words: Span) -> bool:
        """True when the words at `words` are "he", "she" or a form of them."""
        return words.of(self._texts.get(article, "")).casefold() in PRONOUNS

    def can_mean(self, article: str, words: Span, actor: str) -> bool:
        """True when the words at `words` are no pronoun of another gender than the actor's."""
        return fits(words.of(self._texts.get(article, "")), actor, self._genders)

    def agree(self, a: str | None, b: str | None) -> Agreement:
        """Whether two speakers are one: `open` when one is unknown, may speak for the other, or is generic."""
        if a is None or b is None:
            return "open"
        if a == b:
            return "same"
        x, y = self.actors.get(a), self.actors.get(b)
        if x is None or y is None:
            return "open"
        if x.speaks_for == b or y.speaks_for == a or (x.speaks_for and x.speaks_for == y.speaks_for):
            return "open"
        if (x.type in COLLECTIVES) != (y.type in COLLECTIVES):
            return "open"
        return "open" if x.type in COLLECTIVES and (x.name.islower() or y.name.islower()) else "other"
