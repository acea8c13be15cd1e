"""Whom a stretch of one report names, as actors of the story.

Decides from the mentions inside the stretch: all that stand as its heads, so that "both Alba and Berta" are two; an
owner ("Alba's allies") is not who acts. "I" and "we" are whoever speaks; "US" is a country. It
guesses nobody for words without a mention.
"""

from __future__ import annotations

from bisect import bisect_left

from rashomon.records.marks import Marks, Mention
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast

FIRST_PERSONS = frozenset({"i", "we", "me", "us", "my", "our"})
INSIDE = ("of ", "in ", "for ", "at ", "to ", "from ", "with ")


def people_of(marks: Marks, cast: Cast) -> People:
    """The look-up of one article, the same one for all who ask with the same cast."""
    return cast.once("people", marks, lambda: People(marks, cast))


class People:
    """Looks up actors by place in one article."""

    def __init__(self, marks: Marks, cast: Cast) -> None:
        self.article, self.text = marks.words.article.id, marks.words.text
        self.cast = cast
        self.bodies = {a.id for a in cast.actors if a.type in ("place", "organization", "group")}
        self.mentions = marks.once("mentions in order", lambda: sorted(marks.mentions, key=lambda m: m.span))
        self.starts = [m.span.start for m in self.mentions]
        self._within: dict[Span, list[Mention]] = marks.once("mentions within", dict)

    def within(self, span: Span) -> list[Mention]:
        """The mentions that lie inside `span`, in text order."""
        known = self._within.get(span)
        if known is None:
            low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
            found = [m for m in self.mentions[low:high] if m.span.end <= span.end + 1]
            known = found if len(found) < 2 else [m for m in found if not any(_holds(other, m) for other in found)]
            self._within[span] = known
        return known

    def actor(self, mention: Mention) -> str | None:
        """The actor of one mention."""
        return self.cast.of.get((self.article, mention.span))

    def of(self, span: Span | None, speaker: str | None = None) -> frozenset[str]:
        """The actors that the noun phrase `span` names as its heads."""
        if span is None:
            return frozenset()
        words = span.of(self.text)
        said = words.lower()
        if (said in FIRST_PERSONS and words != "US") or (said == "it" and speaker in self.bodies):
            return frozenset({speaker} if speaker else ())
        found = set()
        for mention in self.within(span):
            actor = self.actor(mention)
            if actor and not self._is_owner(mention, span) and not self._is_inside(mention, span):
                found.add(actor)
        return frozenset(found)

    def one(self, span: Span | None) -> str | None:
        """The single actor a holder's words name: the last head, or the mention that overlaps best."""
        if span is None:
            return None
        heads = [
            m
            for m in self.within(span)
            if self.actor(m) and not self._is_owner(m, span) and not self._is_inside(m, span)
        ]
        people = [m for m in heads if m.type == "person"]
        if heads:
            return self.actor((people or heads)[0])
        return self.cast.of.get((self.article, span)) or self._around(span)

    def _around(self, span: Span) -> str | None:
        """The mention that `span` is a part of."""
        low = max(0, bisect_left(self.starts, span.start + 1) - 3)
        for mention in self.mentions[low : low + 4]:
            if mention.span.start <= span.start and span.end <= mention.span.end:
                return self.actor(mention)
        return None

    def _is_owner(self, mention: Mention, span: Span) -> bool:
        after = self.text[mention.span.end : mention.span.end + 2]
        return (after in ("'s", "’s") and mention.span.end + 3 < span.end) or (
            after[:1] in ("'", "’") and mention.span.end + 2 < span.end
        )

    def _is_inside(self, mention: Mention, span: Span) -> bool:
        """It stands behind a preposition within the phrase: "officials in Alba"."""
        start = (
            mention.label.start if mention.label and mention.label.start < mention.span.start else mention.span.start
        )
        before = self.text[max(span.start, start - 9) : start].lower()
        return start > span.start and before.removesuffix("the ").endswith(INSIDE)


def _holds(other: Mention, mention: Mention) -> bool:
    """`mention` is only a part of `other` or of its label ("Kremlin" in "the Kremlin leader")."""
    if other is mention or other.form == "pronoun":
        return False
    start = min(other.span.start, other.label.start) if other.label else other.span.start
    end = max(other.span.end, other.label.end) if other.label else other.span.end
    inside = start <= mention.span.start and mention.span.end <= end
    return inside and end - start > mention.span.end - mention.span.start
