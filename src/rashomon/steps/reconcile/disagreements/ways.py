"""On which axes an act is, which way, and what is left of its object as that which it is done to.

Decides from the verb and the words behind it: the longest entry of the axes (`lexicons/en/events.toml`) that they make;
a noun of doing behind a verb that says nothing by itself ("opened an investigation"); else the sense or the stem of the
verb is an axis of its own, which only "not" or "no" turns round. Harm to people is told by nouns as well ("reported two
deaths"). It does not ask whether the act happened.
"""

from __future__ import annotations

import re

from rashomon.records.marks import Act, Marks
from rashomon.records.span import Span
from rashomon.steps.reconcile.disagreements.axes import STATES, Axis, entries
from rashomon.steps.reconcile.disagreements.doing import anybody, harms, light, nouns, senses
from rashomon.steps.reconcile.disagreements.roles import Casting, Role
from rashomon.steps.reconcile.statements.opposites import weak
from rashomon.text.similarity import term
from rashomon.text.words_of import content_words

REACH = 9
"""Tokens behind a verb that an entry of several words may use."""
GAP = 3
"""Other tokens between two words of an entry."""
PARTICLES = frozenset("up down off out on in over back away ahead aside".split())
BEHIND = re.compile(r"\b(?:of|into|against|for|to|in|on|with|over|about|at)\b")
FIRST_WORD = re.compile(r"([A-Za-z'’-]+)\s*")
DEFINITE = re.compile(r"(?:the|his|her|its|their|these|those)\b", re.I)
BEATING = frozenset({"beat", "defeat"})
REPORTING = ("report", "record")
PLAIN = frozenset("a an the any no its his her their".split())
Way = tuple[Axis, int, Role | None]
"""An axis, which way on it, and what it is done to."""


class Ways:
    """Reads the axes of the acts of one article."""

    def __init__(self, marks: Marks, casting: Casting) -> None:
        self.marks, self.casting = marks, casting
        self.tokens, self.text = marks.words.tokens, marks.words.text

    def of(self, act: Act, theme: Role | None) -> list[Way]:
        """Axes and directions of the act, each with what it is done to."""
        if act.verb in BEATING:
            return [(entry[1], 1, theme) for entry in entries()["win"] if len(entry[0]) == 1]
        best = self._best(act)
        if not best or len(best[0][0]) == 1:
            done = self._done(act)
            if done is not None:
                return done
        if best:
            ways = [(axis, way * _said(act, parts), self._left(act, parts, theme)) for parts, axis, way in best]
            return [*ways, *self._own(act, theme, placed=True)] if len(best[0][0]) == 1 else ways
        return self._own(act, theme)

    @staticmethod
    def _own(act: Act, theme: Role | None, placed: bool = False) -> list[Way]:
        """The axis of the verb itself."""
        if act.verb == "be" or act.verb in weak():
            return []
        name = act.sense or term(act.verb) or act.verb
        return [(Axis(f"v {name}", "theme", own=True, placed=placed), 1, theme)]

    def used(self, act: Act, axis: Axis, way: int) -> bool:
        """The words of the entry are all that the object tells: "went [back to work]"."""
        if act.object is None:
            return True
        said = {w.lower() for w in content_words(act.object.of(self.text))} - PARTICLES
        best = self._best(act)
        return any(said <= set(parts[1:]) for parts, on, sign in best if on is axis and sign == way)

    def _best(self, act: Act) -> list[tuple[tuple[str, ...], Axis, int]]:
        """The longest entries that the act and the words behind it make."""
        return self.marks.once(("entries", id(act)), lambda: self._entries(act, self._behind(act)))

    def _behind(self, act: Act) -> list[str]:
        """Lemmas from the verb on, each with its word where they differ: "closed" is "close" and "closed"."""
        first, actor = act.verb.split()[0], act.actor or Span(0, 0)
        inside = self.tokens.within(act.clause.start, act.clause.end)
        for n in inside:
            low, at = self.tokens.words[n].lower(), self.tokens.starts[n]
            if first in (self.tokens.lemmas[n], low) and not actor.start <= at < actor.end:
                stop = min(inside.stop, n + REACH)
                return [f"{self.tokens.lemmas[k]}|{self.tokens.words[k].lower()}" for k in range(n, stop)]
        return [f"{w}|{w}" for w in act.verb.split()]

    def _entries(self, act: Act, said: list[str]) -> list[tuple[tuple[str, ...], Axis, int]]:
        """The longest entries that the words behind the verb make."""
        verb = act.verb.split()
        first = nouns().get(verb[0], verb[0]) if len(verb) == 1 else verb[0]
        words = [frozenset(w.split("|")) for w in said]
        next_words = frozenset().union(*words[1 : GAP + 2])
        whole = tuple(verb)
        found = []
        for parts, axis, way in entries().get(first, ()):
            if len(parts) > 1 and parts[1] not in next_words and parts != whole:
                continue  # most entries end here
            if (len(verb) > 1 and parts == whole) or _follows(parts[1:], words[1:]):
                if len(verb) > 1 and len(parts) == 1:
                    continue  # "call off" is no calling
                found.append((parts, axis, way))
        longest = max((len(parts) for parts, _, _ in found), default=0)
        return [e for e in found if len(e[0]) == longest]

    def harm(self, act: Act, doer: Role | None, theme: Role | None) -> Axis | None:
        """The kind of harm that the act says did, or did not, come to people."""
        there = act.actor is not None and act.actor.of(self.text).lower() == "there"
        if act.verb == "be" and there and act.object:
            cut = BEHIND.search(told := act.object.of(self.text))
            heads = [w.lower() for w in content_words(told[: cut.start()] if cut else told)[:3]]
            return next((harms()[n] for n in heads if n in harms()), None)
        if act.verb in REPORTING and theme is not None:
            return None if there else harms().get(theme.noun)  # "there was no report of injuries"
        found = harms().get(act.verb)
        who = theme or doer
        if who is None or (act.polarity == "denied" and (who.noun not in anybody() or who.actors)):
            return None
        named = act.object or act.actor
        if act.polarity == "denied" and named is not None and DEFINITE.match(self.text, named.start):
            return None  # "the guards were not hurt": others may have been
        return found

    def _left(self, act: Act, parts: tuple[str, ...], theme: Role | None) -> Role | None:
        """What is left of the object when the entry has used its words: "lost ground" is done to nothing."""
        if act.verb in STATES:
            return None
        if len(parts) == 1:
            return theme
        if theme is None:
            return self._behind_entry(act, parts)
        if not {theme.noun, theme.head} & set(parts[1:]):
            return theme
        return self.casting.role(act.object, None, frozenset(), frozenset(parts[1:]))

    def _behind_entry(self, act: Act, parts: tuple[str, ...]) -> Role | None:
        """What stands behind the words of the entry: "voted [down] the bill", "came [out against] the tax"."""
        if act.object is None:
            return None
        at = act.object.start
        for word in FIRST_WORD.finditer(self.text, at, act.object.end):
            if word[1].lower() not in parts[1:]:
                break
            at = word.end()
        return self.casting.role(Span(at, act.object.end)) if act.object.start < at < act.object.end else None

    def _done(self, act: Act) -> list[Way] | None:
        """The noun of doing behind a verb that says nothing by itself, and what is done to."""
        if act.verb not in light() or act.object is None:
            return None
        told = act.object.of(self.text)
        cut = BEHIND.search(told)
        said = content_words(told[: cut.start()] if cut else told)
        if not said or said[-1][:1].isupper():
            return None
        if act.polarity == "denied" and len([w for w in said if w.lower() not in PLAIN]) > 1:
            return None  # "no full recovery" may be some recovery
        noun = said[-1].lower()
        noun = noun if noun in senses() else noun.removesuffix("s")
        if noun not in nouns() and noun not in senses():
            return None
        rest = None
        if cut and act.object.start + cut.end() < act.object.end:
            rest = self.casting.role(Span(act.object.start + cut.end(), act.object.end))
        verb = nouns().get(noun)
        found = [e for e in entries().get(verb, ()) if len(e[0]) == 1] if verb else []
        if found:
            return [(axis, way, rest) for _, axis, way in found]
        return [(Axis(f"v {senses().get(noun, noun)}", "theme", own=True), 1, rest)]


def _said(act: Act, parts: tuple[str, ...]) -> int:
    """-1 where the "no" of the act is a word of the entry: "said no to the plan" denies nothing."""
    return -1 if act.polarity == "denied" and not {"no", "not", "without"}.isdisjoint(parts) else 1


def _follows(parts: tuple[str, ...], words: list[frozenset[str]]) -> bool:
    """The words of an entry come in their order, with few others between them."""
    at = 0
    for part in parts:
        n = next((k for k in range(at, min(len(words), at + GAP + 1)) if part in words[k]), None)
        if n is None:
            return False
        at = n + 1
    return True
