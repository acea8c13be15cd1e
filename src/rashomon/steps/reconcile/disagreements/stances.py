"""Parties that stand against one another on the same thing.

Decides from stances: one actor proposes, demands, accepts or supports what another, unrelated one rejects or denies;
one is accused of what it says it has given up; one says it has stopped what another says went on. Objects must share
what they are about, not only a word; a stance told only as possible is none.
"""

from __future__ import annotations

from rashomon.records.findings import Side
from rashomon.steps.reconcile.disagreements.claims import Claim, Draft, Scene, reports, side, side_of
from rashomon.steps.reconcile.positions import Taken
from rashomon.text.similarity import term

FOR = frozenset({"proposes", "demands", "accepts", "supports", "offers"})
WANTING = frozenset({"demands"})
"""What a denial can answer: who denies that a thing will be done is against who demands it."""
AGAINST = frozenset({"rejects", "denies"})
ACTS = frozenset(t for t in map(term, ("attack", "kill", "shoot", "launch", "test", "arrest", "build", "sell")) if t)
HALT = term("halt")
NEGATIVE = frozenset(
    t for t in map(term, ("halt", "end", "leave", "lift", "reject", "oppose", "delay", "criticize", "destroy")) if t
)
LEAST_SHARED = 2
LONGEST_WORDS = 100
"""Characters of a report's own words in what a side says."""


def opposed_parties(scene: Scene) -> list[Draft]:
    """One disagreement for each actor who is against what others are for."""
    out = []
    against = [t for t in scene.stances if t.stance in AGAINST]
    used: list[Taken] = []
    for no in against:
        if any(earlier.actor == no.actor and _about(scene, earlier, no) for earlier in used):
            continue
        yes = [
            t
            for t in scene.stances
            if t.stance in (FOR if no.stance == "rejects" else WANTING)
            and not scene.kin.related(frozenset({t.actor}), frozenset({no.actor}))
            and _about(scene, t, no)
        ]
        noes = [t for t in against if t.actor == no.actor and _about(scene, t, no)]
        if yes:
            used.append(no)
            out.append(_parties(scene, yes, noes))
    return out


def _about(scene: Scene, one: Taken, other: Taken) -> bool:
    """They are about one thing, told the same way round: words that are no names in common, and most of the shorter."""
    shared = one.terms & other.terms
    if len(shared) < LEAST_SHARED or not one.plain & other.plain - NEGATIVE or _negative(one) != _negative(other):
        return False
    return scene.rarity.total(shared) >= 0.5 * min(scene.rarity.total(one.terms), scene.rarity.total(other.terms))


def _negative(stance: Taken) -> bool:
    """What is wanted or refused is an end of something."""
    return bool(stance.terms & NEGATIVE)


def _parties(scene: Scene, yes: list[Taken], noes: list[Taken]) -> Draft:
    no = noes[0]
    actors = list(dict.fromkeys(t.actor for t in yes))
    sides: list[Side] = [side_of(_says(scene, no), no.actor, (t.clause for t in noes))]
    for actor in actors:
        first = next(t for t in yes if t.actor == actor)
        mine = [t for t in yes if t.actor == actor and t.stance == first.stance]
        sides.append(side_of(_says(scene, mine[0]), actor, (t.clause for t in mine)))
    others = ", ".join(f"{scene.name(a)} {next(t.stance for t in yes if t.actor == a)}" for a in actors[:3])
    note = f"{scene.name(no.actor)} {no.stance} what {others}: {_words(scene, no)}."
    return Draft("stance", "for-and-against", note, tuple(sides))


def _says(scene: Scene, taken: Taken) -> str:
    """Who takes which stance, and on what."""
    return f"{scene.name(taken.actor)} {taken.stance}: {_words(scene, taken)}"


def _words(scene: Scene, taken: Taken) -> str:
    """What the stance is on, in the words of the report and between marks: it may be a whole clause."""
    text = next(a.text for a in scene.story.articles if a.id == taken.clause.article)
    words = " ".join(taken.object.of(text).split())
    if len(words) > LONGEST_WORDS:
        words = f"{words[:LONGEST_WORDS].rpartition(' ')[0] or words[:LONGEST_WORDS]} …"
    return f"“{words}”"


def stopped_or_not(scene: Scene) -> list[Draft]:
    """One says it has stopped doing what another says was done."""
    out = []
    done = [
        c
        for c in scene.claims
        if c.act.sense in ("attack", "kill", "shoot") and c.act.polarity == "affirmed" and c.act.mode != "planned"
    ]
    for claim in scene.of_sense("halt"):
        holder, act = claim.unit.holder, claim.act
        if holder is None or act.mode == "planned" or act.polarity != "affirmed" or not claim.object & ACTS:
            continue
        if not claim.doers or not scene.kin.related(claim.doers, frozenset({holder})):
            continue
        goal = claim.object - ACTS
        against = [
            c
            for c in done
            if c.unit.holder is not None
            and not scene.kin.related(frozenset({c.unit.holder}), frozenset({holder}))
            and (not c.doers or scene.kin.related(c.doers, claim.doers))
            and len(goal & (c.object | c.unit.words)) >= min(LEAST_SHARED, len(goal))
            and goal
        ]
        if against:
            sides = (side([claim], holder), side(against, against[0].unit.holder))
            other = scene.name(against[0].unit.holder)
            note = f"{scene.name(holder)} says it has stopped; {other} tells of more in {reports(sides[1])}."
            out.append(Draft("stance", "stopped-or-went-on", note, sides))
    return out


def accused_or_committed(scene: Scene) -> list[Draft]:
    """One is accused of doing what it says it is for ending, or denies."""
    out = []
    for claim in scene.of_sense("accuse"):
        accusers = claim.doers
        accused = frozenset(t for t in claim.targets if not scene.kin.related(frozenset({t}), accusers))
        if not accusers or not accused or "each other" in claim.unit.text:
            continue
        answers = [t for t in scene.stances if scene.kin.related(frozenset({t.actor}), accused) and _answers(t, claim)]
        answers = [t for t in answers if not scene.kin.related(frozenset({t.actor}), accusers)]
        if answers:
            who, whom = sorted(accusers)[0], answers[0].actor
            said = _says(scene, answers[0])
            sides = (side([claim], who), side_of(said, whom, (t.clause for t in answers)))
            note = f"{scene.name(who)} accuses {scene.name(whom)}; {said}."
            out.append(Draft("stance", "accused-and-committed", note, sides))
    return out


def _answers(stance: Taken, claim: Claim) -> bool:
    if stance.stance == "denies":
        return len(stance.terms & claim.object) >= LEAST_SHARED
    return (
        stance.stance in ("supports", "accepts", "offers")
        and HALT in stance.terms
        and bool(stance.terms & claim.object & ACTS)
    )
