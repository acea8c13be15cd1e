"""What is done in a clause, on which axis and which way, and by whom to what: the acts of a story made comparable.

Decides from the act and the words behind its verb: the axes of `lexicons/en/events.toml`, where the longest entry wins;
a noun of doing behind a verb that says nothing by itself ("opened an investigation"); else the sense or the stem of the
verb is an axis of its own, which only "not" or "no" turns round. A clause that leaves open whether it is so makes no
deed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rashomon.records.article import STORY_KINDS
from rashomon.records.marks import Act
from rashomon.records.reading import Tokens
from rashomon.records.span import Span, cite
from rashomon.steps.reconcile.disagreements.axes import STATES, Axis, entries
from rashomon.steps.reconcile.disagreements.claims import Claim, Scene
from rashomon.steps.reconcile.disagreements.doing import anybody, harms, light, nouns, senses
from rashomon.steps.reconcile.disagreements.ground import awaited
from rashomon.steps.reconcile.disagreements.roles import Casting, Role
from rashomon.steps.reconcile.disagreements.segments import AFRESH, DECIDED, UNDONE, UNTIL
from rashomon.steps.reconcile.statements.opposites import leaves_open, unable, weak
from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.similarity import Terms, term, terms
from rashomon.text.words_of import content_words

REACH = 9
"""Tokens behind a verb that an entry of several words may use."""
GAP = 3
"""Other tokens between two words of an entry."""
LEAD = 400
"""Characters of body text at the beginning of a report that tell its main event."""
GOVERNING = UNDONE | DECIDED
"""What is done to do or not to do something is as good as done: "failed to stop", "ordered the mine to close"."""
PARTICLES = frozenset("up down off out on in over back away ahead aside".split())
BEHIND = re.compile(r"\b(?:of|into|against|for|to|in|on|with|over|about|at)\b")
FIRST_WORD = re.compile(r"([A-Za-z'’-]+)\s*")
BEATING = frozenset({"beat", "defeat"})
REPORTING = ("report", "record")
NOT = re.compile(
    r"\b(?:no|not|cannot|never|nobody|nothing|none|neither|nor|without|hardly|yet to)\b"
    r"|\b(?:fail|refus|declin|stop|prevent)|n[’']t\b",
    re.I,
)
PLAIN = frozenset("a an the any no its his her their".split())


@dataclass(frozen=True, slots=True)
class Deed:
    """An act of a claim on an axis. `modes`: it happened, is planned, or both can be meant."""

    claim: Claim
    axis: Axis
    sign: int
    doer: Role | None
    theme: Role | None
    modes: frozenset[str]
    lead: bool
    topic: Terms
    unread: bool = False
    """There is an object that names no participant: a clause, a measure."""
    denied: bool = False
    """The denial stands elsewhere: "they denied that it had closed"."""

    @property
    def main(self) -> Role | None:
        """The participant that both clauses must share."""
        if self.axis.role == "doer" or (self.theme is None and self.is_subject):
            return self.doer
        return self.theme

    @property
    def is_subject(self) -> bool:
        """What it happens to can be the subject: "the road closed", "the men are at large"."""
        return self.axis.intransitive or self.claim.act.verb in STATES

    @property
    def second(self) -> Role | None:
        """The other participant."""
        return self.theme if self.axis.role == "doer" else self.doer if self.theme else None


def find_deeds(scene: Scene, both: bool = False) -> list[Deed]:
    """The deeds of the reports, in story order; an act that no unit holds ("they said so") is read all the same.

    `both`: only of acts on an axis that the story may tell both ways; most verbs nobody negates.
    """
    known = {id(c.act): c for c in scene.claims}
    acts: list[tuple[_Reader, Act, Act | None]] = []
    for number, (article, marks) in enumerate(zip(scene.story.articles, scene.story.marks, strict=True)):
        if not article.stray:
            reader, told = _Reader(scene, number), [act for act in marks.acts if act.place in STORY_KINDS]
            acts += [(reader, act, before) for before, act in zip([None, *told], told, strict=False)]
    may = [reader.may_tell(act) for reader, act, _ in acts]
    signs = frozenset[tuple[str, int]]().union(*may)
    two = frozenset(name for name, sign in signs if (name, -sign) in signs)
    out: list[Deed] = []
    for (reader, act, before), axes in zip(acts, may, strict=True):
        if not both or any(name in two for name, _ in axes):
            claim = known.get(id(act)) or reader.claim(act)
            if claim is not None:
                out += reader.deeds(claim, before if before and before.clause == act.clause else None)
    return out


class _Reader:
    """Reads the deeds of one article."""

    def __init__(self, scene: Scene, number: int) -> None:
        marks = scene.story.marks[number]
        self.tokens: Tokens = marks.words.tokens
        self.text = marks.words.text
        self.marks, self.number, self.article = marks, number, scene.story.articles[number]
        self.casting = Casting(marks, scene.cast)
        self.quoted = sorted(s for q in marks.quotes if q.kind != "indirect" for s in q.content)
        body = [p for p in marks.words.paragraphs if p.kind in ("body", "title", "subtitle")]
        starts = [p.start for p in body if p.kind == "body"]
        self.lead = (starts[0] if starts else 0) + LEAD

    def may_tell(self, act: Act) -> frozenset[tuple[str, int]]:
        """Axes, with the way on each, on which a deed of the act can be, whoever takes part in it."""
        return self.marks.once(("axes", id(act)), lambda: self._may_tell(act))

    def _may_tell(self, act: Act) -> frozenset[tuple[str, int]]:
        if act.polarity == "hedged" or (act.actor is None and act.object is None):
            return frozenset()
        sign = -1 if act.polarity == "denied" else 1
        found = {(axis.name, sign * way) for axis, way, _ in self._ways(act, None)}
        if act.verb in BEATING:
            found |= {(name, -way) for name, way in found}
        hurt = harms().values() if act.verb in REPORTING else [self._harm(act, None, None), harms().get(act.verb)]
        return frozenset(found | {(axis.name, sign) for axis in hurt if axis is not None})

    def claim(self, act: Act) -> Claim | None:
        """A claim for an act that says too little to be a unit; None inside somebody's quoted words."""
        n = bisect_right(self.quoted, act.clause) - 1
        if any(q.covers(act.clause) for q in self.quoted[max(0, n) : n + 2]):
            return None
        sentence = self.marks.words.sentence_at(act.clause.start)
        if sentence is None:
            return None
        people = self.casting.people
        holder = people.one(act.holder)
        doers, topic = people.of(act.actor, holder), terms(content_words(sentence.span.of(self.text)))
        days = tuple(
            (t.earliest[:10], t.latest[:10])
            for t in self.marks.times
            if act.clause.covers(t.span) and t.earliest and t.latest and t.type in ("DATE", "TIME")
        )
        unit = Unit(
            index=-1, article=self.number, cite=cite(self.article.id, act.clause), text=act.clause.of(self.text),
            place=act.place, sentence=sentence.span, terms=topic, words=topic, actors=doers, doers=doers,
            senses=frozenset({act.sense} if act.sense else ()), days=days, measures=(), holder=holder,
            polarity=act.polarity, complete=True, quoted=False, acts=(act,),
        )  # fmt: skip
        return Claim(unit, act, doers, frozenset(), frozenset(), topic)

    def deeds(self, claim: Claim, before: Act | None) -> list[Deed]:
        """The deeds of one claim; `before`: the act before it in its clause."""
        act, unit = claim.act, claim.unit
        if act.polarity == "hedged" or (act.actor is None and act.object is None) or leaves_open(unit.text):
            return []
        if awaited(act.clause.of(self.text)):
            return []
        if act.polarity == "denied" and UNTIL.search(unit.text):
            return []  # "not … until Friday" tells when, not whether
        if unit.text.startswith("who ") and (act.actor is None or act.actor.start >= act.clause.start):
            return []  # a question: "who in the council was talking"
        sign = -1 if act.polarity == "denied" or unable(act, self.text) else 1
        modes = self._modes(act, before)
        lead = unit.cite.start < self.lead
        denied = sign < 0 and not NOT.search(act.clause.of(self.text))
        doer = self.casting.role(act.actor, unit.holder, claim.doers)
        theme = self.casting.role(self._object(act), unit.holder)
        if theme is None and act.object is None and unit.text.startswith("which "):
            theme = self.casting.pointing()
        told = act.object.of(self.text).lower() if act.object else ""
        unread = theme is None and bool(told) and told not in PARTICLES and act.verb not in BEATING | STATES
        out = []
        harm = self._harm(act, doer, theme)
        if harm is not None:
            out.append(Deed(claim, harm, sign, doer, theme, modes, lead, claim.topic))
        for axis, way, thing in self._ways(act, theme):
            goes_on = axis.lasting and act.mode == "planned" and act.verb not in AFRESH
            both = modes | {"happened", "planned"} if goes_on else modes
            blind = unread and thing is None and not self._used(act, axis, way)
            out.append(Deed(claim, axis, sign * way, doer, thing, both, lead, claim.topic, blind, denied))
            if act.verb in BEATING and theme is not None and axis.name == "win":
                out.append(Deed(claim, axis, -sign, theme, None, both, lead, claim.topic))
        return out

    def _object(self, act: Act) -> Span | None:
        """The object without the particle of its verb: "put [off] repairs"."""
        particle = act.verb.partition(" ")[2]
        if act.object is None or not particle or not self.text[act.object.start :].lower().startswith(f"{particle} "):
            return act.object
        start = act.object.start + len(particle) + 1
        return Span(start, act.object.end) if start < act.object.end else None

    def _modes(self, act: Act, before: Act | None) -> frozenset[str]:
        """What somebody failed to do or voted to do is told as done; else an infinitive is a plan."""
        if act.mode == "planned":
            governed = before is not None and before.verb in GOVERNING
            return frozenset({"planned", "happened"}) if governed else frozenset({"planned"})
        return frozenset({"happened"})

    def _ways(self, act: Act, theme: Role | None) -> list[tuple[Axis, int, Role | None]]:
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
    def _own(act: Act, theme: Role | None, placed: bool = False) -> list[tuple[Axis, int, Role | None]]:
        """The axis of the verb itself."""
        if act.verb == "be" or act.verb in weak():
            return []
        name = act.sense or term(act.verb) or act.verb
        return [(Axis(f"v {name}", "theme", own=True, placed=placed), 1, theme)]

    def _used(self, act: Act, axis: Axis, way: int) -> bool:
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
        first = act.verb.split()[0]
        inside = self.tokens.within(act.clause.start, act.clause.end)
        for n in inside:
            low = self.tokens.words[n].lower()
            if (self.tokens.lemmas[n] == first or low == first) and not self._in_roles(act, self.tokens.starts[n]):
                stop = min(inside.stop, n + REACH)
                return [f"{self.tokens.lemmas[k]}|{self.tokens.words[k].lower()}" for k in range(n, stop)]
        return [f"{w}|{w}" for w in act.verb.split()]

    def _in_roles(self, act: Act, at: int) -> bool:
        return any(span is not None and span.start <= at < span.end for span in (act.actor,))

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

    def _harm(self, act: Act, doer: Role | None, theme: Role | None) -> Axis | None:
        """The kind of harm that the act says did, or did not, come to people."""
        if act.verb == "be" and act.actor and act.actor.of(self.text).lower() == "there" and act.object:
            cut = BEHIND.search(told := act.object.of(self.text))
            nouns = [w.lower() for w in content_words(told[: cut.start()] if cut else told)[:3]]
            return next((harms()[n] for n in nouns if n in harms()), None)
        if act.verb in REPORTING and theme is not None:
            return harms().get(theme.noun)
        found = harms().get(act.verb)
        who = theme or doer
        if (
            found is None
            or who is None
            or (act.polarity == "denied" and not (who.noun in anybody() and not who.actors))
        ):
            return None
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

    def _done(self, act: Act) -> list[tuple[Axis, int, Role | None]] | None:
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
