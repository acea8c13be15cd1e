"""Who did it: one report names one side, another both.

Decides from attacks: a report in which both sides attack, or each accuses the other, against a report that tells only
of attacks by one of them on the other. A report that tells both somewhere is on neither one-sided side.
"""

from __future__ import annotations

from rashomon.steps.reconcile.disagreements.claims import Claim, Draft, Scene, reports, side
from rashomon.text.similarity import term

VIOLENT = frozenset({"attack", "shoot", "kill"})
ATTACKS = frozenset(t for t in (term("attack"), term("strike"), term("bomb"), term("shelling"), "s:attack") if t)
MUTUAL = ("each other", "one another")


def one_or_both(scene: Scene) -> list[Draft]:
    """At most one disagreement for each pair of parties."""
    both: dict[frozenset[str], list[Claim]] = {}
    for claim in scene.claims:
        parties = frozenset(scene.kin.principal(d) for d in claim.doers)
        if len(parties) == 2 and claim.act.polarity == "affirmed" and _is_attack(claim):
            both.setdefault(parties, []).append(claim)
    drafts = []
    for pair in sorted(both, key=sorted):
        a, b = sorted(pair)
        if not scene.kin.related(frozenset({a}), frozenset({b})):
            for doer, victim in ((a, b), (b, a)):
                drafts += _one_sided(scene, both[pair], doer, victim)
    return drafts


def _is_attack(claim: Claim) -> bool:
    if claim.act.sense in VIOLENT:
        return True
    text = claim.unit.text.lower()
    return (
        claim.act.sense in ("accuse", "launch", None)
        and bool(claim.object & ATTACKS)
        and (claim.act.sense == "launch" or any(m in text for m in MUTUAL))
    )


def _one_sided(scene: Scene, both: list[Claim], doer: str, victim: str) -> list[Draft]:
    family, foes = scene.kin.family(doer), scene.kin.family(victim)
    even = {c.article for c in both}
    strikes = [c for c in scene.claims if c.act.sense in VIOLENT and c.act.polarity == "affirmed"]
    even |= {c.article for c in strikes if any(scene.kin.family(d) & foes for d in c.doers)}
    one = [
        c
        for c in strikes
        if c.article not in even
        and len(c.doers) == 1
        and all(scene.kin.family(d) & family for d in c.doers)
        and any(scene.kin.family(t) & foes for t in c.targets)
    ]
    if not one:
        return []
    sides = (side(both), side(one))
    mine = scene.name(doer)
    note = f"Who attacked: {mine} and {scene.name(victim)} in {reports(sides[0])}, only {mine} in {reports(sides[1])}."
    return [Draft("attribution", "one-side-or-both", note, sides)]
