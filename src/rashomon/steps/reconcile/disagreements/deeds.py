"""What is done in a clause, on which axis and which way, and by whom to what: the acts of a story made comparable.

Decides from the act: its axes and what is left of its object (`ways.py`), turned round by a denial; who takes part in
it (`roles.py`); whether it happened or is planned. A clause that leaves open whether it is so makes no deed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rashomon.records.article import STORY_KINDS
from rashomon.records.marks import Act
from rashomon.records.reading import Tokens
from rashomon.records.span import Span, cite
from rashomon.steps.reconcile.disagreements.axes import STATES, Axis
from rashomon.steps.reconcile.disagreements.claims import Claim, Scene
from rashomon.steps.reconcile.disagreements.doing import harms
from rashomon.steps.reconcile.disagreements.ground import awaited
from rashomon.steps.reconcile.disagreements.roles import Casting, Role
from rashomon.steps.reconcile.disagreements.segments import AFRESH, DECIDED, UNDONE, UNTIL
from rashomon.steps.reconcile.disagreements.ways import BEATING, PARTICLES, REPORTING, Ways
from rashomon.steps.reconcile.statements.opposites import leaves_open, unable
from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, terms
from rashomon.text.words_of import content_words

LEAD = 400
"""Characters of body text at the beginning of a report that tell its main event."""
GOVERNING = UNDONE | DECIDED
"""What is done to do or not to do something is as good as done: "failed to stop", "ordered the mine to close"."""
NOT = re.compile(
    r"\b(?:no|not|cannot|never|nobody|nothing|none|neither|nor|without|hardly|yet to)\b"
    r"|\b(?:fail|refus|declin|stop|prevent)|n[’']t\b",
    re.I,
)

BELIEVED = re.compile(rf"\b(?:{'|'.join(lexicon('acts')['belief']['forms'])}) $", re.I)
"""Before an infinitive it is only somebody's belief: "is thought to have left"."""
LONGEST_BELIEF = 12
"""Characters."""


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
        self.ways = Ways(marks, self.casting)
        self.quoted = sorted(s for q in marks.quotes if q.kind != "indirect" for s in q.content)
        self.lead = next((p.start for p in marks.words.paragraphs if p.kind == "body"), 0) + LEAD

    def may_tell(self, act: Act) -> frozenset[tuple[str, int]]:
        """Axes, with the way on each, on which a deed of the act can be, whoever takes part in it."""
        return self.marks.once(("axes", id(act)), lambda: self._may_tell(act))

    def _may_tell(self, act: Act) -> frozenset[tuple[str, int]]:
        if act.polarity == "hedged" or (act.actor is None and act.object is None):
            return frozenset()
        sign = -1 if act.polarity == "denied" or unable(act, self.text) else 1
        found = {(axis.name, sign * way) for axis, way, _ in self.ways.of(act, None)}
        if act.verb in BEATING:
            found |= {(name, -way) for name, way in found}
        hurt = harms().values() if act.verb in REPORTING else [self.ways.harm(act, None, None), harms().get(act.verb)]
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
        start = act.clause.start
        if awaited(act.clause.of(self.text)) or BELIEVED.search(self.text[max(0, start - LONGEST_BELIEF) : start]):
            return []
        if act.polarity == "denied" and UNTIL.search(unit.text):
            return []  # "not … until Friday" tells when, not whether
        if unit.text.startswith("who ") and (act.actor is None or act.actor.start >= act.clause.start):
            return []  # a question: "who in the council was talking"
        could_not = unable(act, self.text)
        sign = -1 if act.polarity == "denied" or could_not else 1
        modes = frozenset({"happened"}) if could_not else self._modes(act, before)
        lead = unit.cite.start < self.lead
        denied = sign < 0 and not could_not and not NOT.search(act.clause.of(self.text))
        doer = self.casting.role(act.actor, unit.holder, claim.doers)
        theme = self.casting.role(self._object(act), unit.holder)
        if act.object is None and unit.text.startswith("which "):
            theme = self.casting.pointing()
        told = act.object.of(self.text).lower() if act.object else ""
        unread = theme is None and bool(told) and told not in PARTICLES and act.verb not in BEATING | STATES
        out = []
        harm = self.ways.harm(act, doer, theme)
        if harm is not None:
            out.append(Deed(claim, harm, sign, doer, theme, modes, lead, claim.topic))
        for axis, way, thing in self.ways.of(act, theme):
            goes_on = axis.lasting and act.mode == "planned" and act.verb not in AFRESH
            both = modes | {"happened", "planned"} if goes_on else modes
            blind = unread and thing is None and not self.ways.used(act, axis, way)
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
