"""Denials that point back: "The authority denied this", "a charge that the owner denied".

Decides on a verb of denying or rejecting whose object is only a pronoun or a noun that takes up what was said
(`[replies]` of `lexicons/en/stances.toml`), and on the nearest clause before it that somebody vouches for, in the same
sentence or in the two before. It refuses a clause of the same actor, and anything further back.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.steps.reconcile.disagreements.claims import Claim, Draft, Scene, side_of
from rashomon.steps.reconcile.statements.told import SUBORDINATE, TELLING
from rashomon.text.lexicon import lexicon
from rashomon.text.words_of import content_words

HANGS = SUBORDINATE | TELLING | {"which", "who", "whom", "whose", "where"}
OWN_CLAIM = re.compile(r"[^\S\n]*(?:(?:by|from|in|made)\b[^.,;\n]{1,60})?\bthat\b\s*")
BACK = 2
"""Sentences before the reply in which what it answers may stand, where a noun takes it up ("the charge")."""
LEADS = frozenset("the a an this that these those such all any both his her its their".split())
OWN_CONTENT = re.compile(r"[^\S\n]*(?:that|of|from|over|about|to)\b")
LONGEST = 4
"""Words of an object that only points back: "all of these accusations"."""


def replies(scene: Scene) -> list[Draft]:
    """One disagreement for each reply that has something to answer."""
    by_article: dict[str, list[Claim]] = {}
    for claim in scene.claims:
        by_article.setdefault(claim.article, []).append(claim)
    drafts = []
    for name in sorted(by_article):
        claims = by_article[name]
        for n, claim in enumerate(claims):
            found = _denier(scene, claim)
            if found is None:
                continue
            who, back = found
            answered = _answered(scene, claims, n, who, back)
            if answered is not None:
                drafts.append(_draft(scene, answered, claim, who))
    return drafts


@cache
def _data() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = lexicon("stances")["replies"]
    nouns = frozenset(form for noun in data["nouns"] for form in (noun, noun + "s"))
    return nouns, frozenset(data["words"]), frozenset(data["senses"])


def _denier(scene: Scene, claim: Claim) -> tuple[str, int] | None:
    """Who denies, where the claim is a reply, and how many sentences back it may point: a bare "this" only one."""
    nouns, words, senses = _data()
    act = claim.act
    if act.sense not in senses or act.polarity != "affirmed" or act.object is None or not claim.doers:
        return None
    said = [w.lower() for w in content_words(act.object.of(scene.story.articles[claim.unit.article].text))]
    if not said or len(claim.doers) > 2:
        return None
    pointing = said[0] in words and (len(said) == 1 or said[1] in ("as", "on", "in", "and", "but"))
    lead = next((k for k, w in enumerate(said[:LONGEST]) if w in nouns), None)
    taken_up = (
        lead is not None
        and all(w in LEADS | {"of"} for w in said[:lead])
        and (lead == len(said) - 1 or said[lead + 1] in ("as", "on", "in", "and", "but", "saying", "calling"))
    )
    follows = act.actor is not None and act.actor.start < act.object.start
    if taken_up and follows and OWN_CONTENT.match(scene.story.articles[claim.unit.article].text, act.object.end):
        return None  # "rejected criticism that …" says itself what is rejected
    if taken_up and not follows:
        own = OWN_CLAIM.match(scene.story.articles[claim.unit.article].text, act.object.end)
        if own and (act.actor is None or act.actor.start != own.end()):
            return None  # and so does "claims by the union that … were rejected"; not "a charge that Ode denied"
    return (min(claim.doers), BACK if taken_up else 1) if pointing or taken_up else None


def _answered(scene: Scene, claims: list[Claim], n: int, who: str, back: int) -> Claim | None:
    """The nearest clause before that another vouches for, or in which another accuses, demands or proposes."""
    reply = claims[n]
    sentences: list[int] = []
    for claim in reversed(claims[:n]):
        if claim.unit.span.overlaps(reply.unit.span) and claim.act.sense != "accuse":
            continue
        start = claim.unit.sentence.start
        if start != reply.unit.sentence.start and start not in sentences:
            sentences.append(start)
        if len(sentences) > back:
            return None
        voice = _voice(claim)
        if (
            voice is None
            or claim.unit.text.split(maxsplit=1)[0].lower() in HANGS
            or claim.act.sense in ("deny", "reject")
            or (claim.unit is reply.unit and claim.act.sense != "accuse")
        ):
            continue
        if scene.kin.related(frozenset({voice}), frozenset({who})):
            return None
        return claim
    return None


def _voice(claim: Claim) -> str | None:
    """Who says or wants it."""
    if claim.act.sense in ("accuse", "demand", "propose", "criticize", "offer") and claim.doers:
        return min(claim.doers)
    return claim.unit.holder


def _draft(scene: Scene, answered: Claim, reply: Claim, who: str) -> Draft:
    voice = _voice(answered)
    sides = (
        side_of(answered.unit.text, voice, [answered.unit.cite]),
        side_of(reply.unit.text, who, [reply.unit.cite]),
    )
    verb = "rejects" if reply.act.sense == "reject" else "denies"
    note = f"{scene.name(who)} {verb} what {scene.name(voice)} says: “{sides[0].says}”."
    return Draft("stance", "denied-in-reply", note, sides)
