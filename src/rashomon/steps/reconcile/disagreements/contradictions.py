"""What one report or one party affirms and another denies: a pilot was aboard, no pilot was aboard.

Decides on acts that go opposite ways on one axis (`statements/opposites.py`) about one thing: the same actor, or the
same noun as subject, and objects that have most of their words in common. It refuses what is only possible or
conditional, acts of different days or of an earlier time, objects of different extent ("a full truce", "a partial
truce"), and a change that one report tells itself. Two actors who merely want opposite things are not its business.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache

from rashomon.records.findings import Side
from rashomon.steps.reconcile.disagreements.claims import Claim, Draft, Scene, fair_cut, grouped, side_of
from rashomon.steps.reconcile.disagreements.ground import as_fact, awaited, one_ground
from rashomon.steps.reconcile.disagreements.roles import HEAD, SAME
from rashomon.steps.reconcile.statements.opposites import way, wholly
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, term, terms
from rashomon.text.words_of import content_words, lower_words

SAME_THING = 0.55
"""Share of the weight of the shorter object that both must have in common."""
LIKE_SUBJECT = 0.5
MOST_ON_AXIS = 160
"""Claims one way on one axis that are compared, as many of each report."""
PRONOUNS = frozenset({"it", "he", "she", "they"})
NEXT = 3
"""Characters between a sentence and the next of its paragraph."""
FULL = frozenset({"accept", "sense support"})
LOCAL = re.compile(r"(?:aboard|on|in|at|inside|present|near|there|with|among)\b", re.I)
PREPOSITION = re.compile(r"\b(?:of|on|in|at|for|to|from|with|by|that|who|which|about|over|after)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its direction and with what it is about."""

    claim: Claim
    sign: int
    parties: frozenset[str]
    """Who does it; where no noun tells, who says so ("we rejected it")."""
    subject: Terms
    names: Terms
    """Words of the subject with a capital, its first apart."""
    head: str | None
    noun: str
    object: Terms
    plain: Terms
    thing: str | None
    existential: bool
    local: bool


LEVELS = frozenset({"rise", "sense rise"})
"""Axes of what can be measured: somebody who climbs and falls does so on a mountain."""


def contradictions(scene: Scene) -> list[Draft]:
    """One disagreement for each thing that is told both ways."""
    by_axis: dict[str, list[Told]] = defaultdict(list)
    persons = frozenset(a.id for a in scene.cast.actors if a.type == "person")
    for claim in _with_pronouns(scene):
        found = _told(scene, claim)
        if found is not None and not (found[0] in LEVELS and found[1].claim.doers & persons):
            by_axis[found[0]].append(found[1])
    drafts = []
    for axis in sorted(by_axis):
        yes, no = (
            fair_cut([t for t in by_axis[axis] if t.sign == sign], MOST_ON_AXIS, lambda t: t.claim.article)
            for sign in (1, -1)
        )
        alike = [(a, b) for a in yes for b in no if _same_thing(scene, a, b, axis)]
        changed = {id(t) for a, b in alike if _one_voice(a, b) for t in (a, b)}
        pairs = [(a, b) for a, b in alike if not {id(a), id(b)} & changed and _two_voices(scene, a, b)]
        drafts += [_draft(scene, a, b) for a, b in grouped(pairs)]
    return drafts


def _with_pronouns(scene: Scene) -> list[Claim]:
    """The claims; "it" or "he" at the start of a sentence is the single actor of the main act right before."""
    out, before = [], None
    for claim in scene.claims:
        span = claim.act.actor
        told = span.of(scene.story.articles[claim.unit.article].text).lower() if span else ""
        starts = span is not None and span.start == claim.unit.sentence.start
        if (
            not claim.doers
            and starts
            and told in PRONOUNS
            and before is not None
            and before.article == claim.article
            and len(before.doers) == 1
            and claim.unit.sentence.start - before.unit.sentence.end <= NEXT
        ):
            claim = replace(claim, doers=before.doers)
        if claim.act.actor is not None and claim.act.actor.start == claim.unit.sentence.start:
            before = claim
        out.append(claim)
    return out


def _told(scene: Scene, claim: Claim) -> tuple[str, Told] | None:
    act, unit = claim.act, claim.unit
    text = scene.story.articles[unit.article].text
    if (act.actor is None and act.object is None) or not wholly(unit.text) or awaited(act.clause.of(text)):
        return None
    found = way(act, text)
    if found is None:
        return None
    subject = act.actor.of(text) if act.actor else ""
    target = act.object.of(text) if act.object else ""
    existential = act.verb == "be" and subject.lower() == "there"
    if existential:
        subject, target = PREPOSITION.split(target, maxsplit=1)[0], target
    words = content_words(target)
    told = Told(
        claim,
        found[1],
        claim.doers | frozenset({unit.holder} if unit.holder and _head(subject) is None else ()),
        terms(content_words(subject)),
        terms(w for w in content_words(subject)[1:] if w[:1].isupper()),
        _head(subject),
        _noun(subject),
        terms(words),
        terms(w for w in words if w[:1].islower()),
        _head(target),
        existential,
        bool(LOCAL.match(target)),
    )
    if existential and told.subject & _empty():
        return None
    return found[0], told


@cache
def _empty() -> Terms:
    return terms(lexicon("stances")["unsettled"]["empty"])


@cache
def _earlier() -> frozenset[str]:
    return frozenset(lexicon("stances")["unsettled"]["earlier"])


@cache
def _extents() -> tuple[frozenset[str], frozenset[str]]:
    data = lexicon("degrees")["extent"]
    return frozenset(data["partial"]), frozenset(data["whole"])


def _noun(phrase: str) -> str:
    """The last noun before a preposition: "a harbour pilot of the port" is about a pilot."""
    words = content_words(PREPOSITION.split(phrase, maxsplit=1)[0])
    return words[-1].lower() if words else ""


def _head(phrase: str) -> str | None:
    """The term of that noun."""
    noun = _noun(phrase)
    return term(noun) if noun else None


def _one_voice(one: Told, other: Told) -> bool:
    """One report says both in the same voice: something changed, nobody contradicts."""
    a, b = one.claim.unit, other.claim.unit
    return one.claim.article == other.claim.article and a.holder == b.holder and not (a.quoted or b.quoted)


def _two_voices(scene: Scene, one: Told, other: Told) -> bool:
    """In two reports, or in one by two who do not speak for one another."""
    a, b = one.claim, other.claim
    thing = HEAD if one.head and one.head == other.head else SAME
    if not (as_fact(a.unit) and as_fact(b.unit) and one_ground(a.unit.text, b.unit.text, thing)):
        return False
    if a.article != b.article:
        return True
    return a.unit.holder is not None and b.unit.holder is not None and not scene.kin.related(_set(a), _set(b))


def _same_thing(scene: Scene, one: Told, other: Told, axis: str) -> bool:
    a, b = one.claim, other.claim
    if (a.act.mode == "planned") != (b.act.mode == "planned") or _other_time(a, b) or _other_extent(a, b):
        return False
    if axis == "be":
        return _same_being(scene, one, other)
    if not _same_party(scene, one, other, axis):
        return False
    if not one.object and not other.object:
        return bool(one.head and one.head == other.head)
    return _same_object(scene, one, other, axis)


def _set(claim: Claim) -> frozenset[str]:
    return frozenset({claim.unit.holder} if claim.unit.holder else ())


def _other_time(one: Claim, other: Claim) -> bool:
    """On other days, or one of them at an earlier time."""
    if one.unit.days and other.unit.days:
        return not any(a <= d and c <= b for a, b in one.unit.days for c, d in other.unit.days)
    earlier = _earlier()
    return earlier.isdisjoint(lower_words(one.unit.text)) != earlier.isdisjoint(lower_words(other.unit.text))


def _other_extent(one: Claim, other: Claim) -> bool:
    """As in "a full truce" and "a partial truce", or an extent that only one names."""
    said = [lower_words(c.unit.text) for c in (one, other)]
    return any(said[0].isdisjoint(words) != said[1].isdisjoint(words) for words in _extents())


def _same_party(scene: Scene, one: Told, other: Told, axis: str) -> bool:
    """The same actor does it; or the subject is the same noun where no actor is known."""
    mine, theirs = one.claim.doers, other.claim.doers
    if mine and theirs:
        if scene.kin.related(mine, theirs):
            return True
        crossed = mine & _set(other.claim) or theirs & _set(one.claim) or _set(one.claim) & _set(other.claim)
        return bool(crossed) and axis in FULL
    if one.parties and other.parties and scene.kin.related(one.parties, other.parties):
        return True
    return _one_subject(one, other)


def _one_subject(one: Told, other: Told) -> bool:
    """The same noun, and not of two names: "the tram in Alba" is not "the tram in Berta"."""
    if not one.head or one.head != other.head:
        return False
    return not one.names or not other.names or bool(one.names & other.names)


def _same_object(scene: Scene, one: Told, other: Told, axis: str) -> bool:
    if one.claim.act.verb == other.claim.act.verb == "be":  # "is safe", "is not safe": the axis is the object
        return bool(one.head and one.head == other.head)
    shared = one.object & other.object
    if not shared or not (one.plain & other.plain):
        return False
    weight = scene.rarity.total(shared)
    if axis in FULL and one.thing and one.thing == other.thing:
        return 2 * len(shared) >= min(len(one.object), len(other.object))
    least = min(scene.rarity.total(one.object), scene.rarity.total(other.object))
    return weight >= (SAME_THING if axis in FULL else SAME_THING + 0.15) * least


def _same_being(scene: Scene, one: Told, other: Told) -> bool:
    """Both are about the being or the place of one thing: "there was no pilot", "a pilot was aboard"."""
    if not _one_subject(one, other) or one.head in _empty():
        return False
    if one.claim.doers and other.claim.doers and not scene.kin.related(one.claim.doers, other.claim.doers):
        return False
    if one.existential or other.existential:
        return one.noun == other.noun and all(t.existential or t.local for t in (one, other))
    shared = one.object & other.object
    least = min(scene.rarity.total(one.object), scene.rarity.total(other.object))
    return bool(shared) and scene.rarity.total(shared) >= LIKE_SUBJECT * least


def _draft(scene: Scene, yes: list[Told], no: list[Told]) -> Draft:
    sides = (_side(yes), _side(no))
    told = "; ".join(f"{_voices(scene, t)}: “{s.says}”" for t, s in zip((yes, no), sides, strict=True))
    reason = "affirmed-and-denied" if sides[0].holder != sides[1].holder else "opposite-acts"
    return Draft("stance", reason, f"{told}.", sides)


def _holders(told: list[Told]) -> list[str | None]:
    """Who says so, in story order; a quotation whose speaker is not known adds nobody."""
    units = [t.claim.unit for t in told]
    return list(dict.fromkeys(u.holder for u in units if u.holder or not u.quoted))


def _side(told: list[Told]) -> Side:
    holders = _holders(told)
    best = min((t.claim.unit for t in told), key=lambda u: (not u.stands, len(u.text), u.cite))
    holder = holders[0] if holders and None not in holders else None
    return side_of(best.text, holder, (t.claim.unit.cite for t in told))


def _voices(scene: Scene, told: list[Told]) -> str:
    names = [scene.name(h) for h in _holders(told) if h]
    if names and None not in _holders(told):
        return " and ".join(names[:3])
    count = len({t.claim.article for t in told})
    return "one report" if count == 1 else f"{count} reports"
