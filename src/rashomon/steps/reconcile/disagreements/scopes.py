"""How far it goes: the same act of the same actor with another reach.

Decides from ladders of verbs (`lexicons/en/degrees.toml`), from an object that is wider by "and other …", from
different conditions of one actor, from one term of days tied to different things, and from compass directions. What
is merely vaguer is no disagreement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from rashomon.steps.reconcile.disagreements.claims import Claim, Draft, Scene, of_units, reports, side, side_of
from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, stem, stop_words, term
from rashomon.text.words_of import content_words

GIVING = frozenset({"accept", "offer"})
WIDER = re.compile(
    r"\b(?:on|of|against|in|to|for|from|the|all) ([a-z]{4,}) and "
    r"(?:(?:other|all|[a-z]+ary|[a-z]+ian|[a-z]+al) ){0,2}([a-z]{5,})\b"
)
NO_NOUN = ("ing", "ed", "ly")
COMPOUND = re.compile(r"\b(?=([a-z]{4,}) ([a-z]{5,})\b)")
ADJECTIVAL = re.compile(r"\b(\d+)[ -](day|week|month|year|hour)[ -](?!old\b)(?:\w+\s+){0,1}?([a-z]{4,})\b", re.I)
"""An age is everybody's own."""
DIRECTION = re.compile(
    r"\b((?:north|south)?-?(?:east|west)|north|south)(?:ern)?\s+of\s+(?:the\s+)?(?:(?:town|city|village|capital|island)\s+of\s+)?([A-Z][\w-]+)"
)


@cache
def steps() -> dict[str, list[tuple[str, int]]]:
    """Stem of a verb → its ladders and steps."""
    table: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name, ladder in lexicon("degrees")["ladders"].items():
        for n, verbs in enumerate(ladder):
            for verb in verbs:
                if " " not in verb:
                    table[stem(verb)].append((name, n))
    return dict(table)


def other_degree(scene: Scene) -> list[Draft]:
    """Two who tell of one commitment put it on different steps of a ladder."""
    placed = [(c, name, step) for c in scene.claims if c.act.polarity == "affirmed" for name, step in _steps_of(c)]
    out, seen = [], set()
    for i, (a, name, low) in enumerate(placed):
        for b, other_name, high in placed[i + 1 :]:
            if name != other_name or low == high or a.article == b.article or not _same_matter(scene, a, b, name):
                continue
            weak, strong = (a, b) if low < high else (b, a)
            key = tuple(sorted((a.article, b.article)))
            if (key, name) in seen:
                continue
            seen.add((key, name))
            sides = (side([weak], weak.unit.holder), side([strong], strong.unit.holder))
            told = (f"{_verbs(c)} ({scene.name(c.unit.holder)})" for c in (weak, strong))
            note = f"{scene.name(min(weak.doers, default=None))}: {' or '.join(told)}."
            out.append(Draft("scope", f"other-degree-of-{name}", note, sides))
    return out


def _steps_of(claim: Claim) -> list[tuple[str, int]]:
    """The steps of what a claim commits to: the first listed verb of its object."""
    if claim.act.object is None or not (claim.act.sense in GIVING or claim.act.verb in ("raise", "propose", "assure")):
        return []
    for word in content_words(_object_text(claim))[:14]:
        found = steps().get(stem(word))
        if found:
            return found
    return []


def _object_text(claim: Claim) -> str:
    start = claim.unit.span.start
    span = claim.act.object
    assert span is not None
    return claim.unit.text[max(0, span.start - start) : max(0, span.end - start)]


def _verbs(claim: Claim) -> str:
    return "“" + " ".join(_object_text(claim).split()[:9]) + "”"


def _same_matter(scene: Scene, one: Claim, other: Claim, ladder: str) -> bool:
    """The same actor, and the sentences are about the same thing apart from him and his verb."""
    if not scene.kin.related(one.doers, other.doers):
        return False
    if one.unit.holder is None or other.unit.holder is None or one.unit.holder == other.unit.holder:
        return False
    ignore = {t for c in (one, other) for t in c.topic if t[:2] in ("a:", "k:", "d:")} | {"s:accept", "s:offer"}
    names = {t for t in one.topic & other.topic if t[:2] == "k:"}
    shared = (one.topic & other.topic) - ignore - _verb_terms()
    return len(shared) >= (2 if ladder == "control" else 1) and len(names) >= 2


@cache
def _verb_terms() -> Terms:
    found = {
        t for ladder in lexicon("degrees")["ladders"].values() for verbs in ladder for v in verbs if (t := term(v))
    }
    return frozenset(found | {t for w in ("agree", "accept", "offer", "ready", "possibility") if (t := term(w))})


def wider_object(scene: Scene) -> list[Draft]:
    """As in "power plants" in one report, "power and other plants" in another, in sentences about one act."""
    narrow: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    wide: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in scene.units:
        for match in WIDER.finditer(unit.text):
            if not match[2].endswith(NO_NOUN) and not match[1].endswith(NO_NOUN):
                wide[stem(match[1]), stem(match[2])].append(unit)
        for match in COMPOUND.finditer(unit.text):
            narrow[stem(match[1]), stem(match[2])].append(unit)
    out = []
    for key in sorted(wide):
        if key not in narrow:
            continue
        pairs = [
            (n, w) for n in narrow[key] for w in wide[key] if n.article != w.article and _same_act(scene, n, w, key)
        ]
        if pairs:
            sides = (of_units([n for n, _ in pairs]), of_units([w for _, w in pairs]))
            note = f"What it covers: “{sides[0].says}” in {reports(sides[0])}, more in {reports(sides[1])}."
            out.append(Draft("scope", "wider-object", note, sides))
    return out


def _same_act(scene: Scene, one: Unit, other: Unit, key: tuple[str, str]) -> bool:
    shared = {t for t in one.words & other.words if t not in key and stem(t) not in key}
    return (
        bool(one.senses & other.senses)
        and len(shared) >= 2
        and not (one.doers and other.doers and not scene.kin.related(one.doers, other.doers))
    )


def other_conditions(scene: Scene) -> list[Draft]:
    """What one actor demands to have stopped differs from report to report."""
    halt = term("halt")
    demands = [t for t in scene.stances if t.stance == "demands" and halt in t.terms]
    texts = {a.id: a.text for a in scene.story.articles}
    topics = {(c.unit.cite): c.topic for c in scene.claims}
    out = []
    for i, one in enumerate(demands):
        rest = [
            t
            for t in demands[i + 1 :]
            if t.clause.article != one.clause.article
            and scene.kin.related(frozenset({t.actor}), frozenset({one.actor}))
            and not (t.plain - {halt}) & (one.plain - {halt})
            and _common_topic(topics.get(one.clause), topics.get(t.clause), halt)
        ]
        if rest:
            sides = tuple(side_of(t.object.of(texts[t.clause.article]), t.actor, [t.clause]) for t in (one, rest[0]))
            note = f"What {scene.name(one.actor)} demands an end of: “{sides[0].says}” or “{sides[1].says}”."
            out.append(Draft("scope", "other-condition", note, sides))
            break
    return out


def _common_topic(one: Terms | None, other: Terms | None, halt: str | None) -> bool:
    if one is None or other is None:
        return False
    return any(t[:2] not in ("a:", "k:", "d:", "n:") and t != halt for t in one & other)


def same_term_other_thing(scene: Scene) -> list[Draft]:
    """As in "a 30-day pause" of one thing in one report, "a 30-day" something else in the others."""
    found: dict[tuple[str, str], dict[str, list[Unit]]] = defaultdict(lambda: defaultdict(list))
    for unit in scene.units:
        for match in ADJECTIVAL.finditer(unit.text):
            noun = match[3].lower()
            if noun not in stop_words():
                found[match[1], match[2].lower()][term(noun) or noun].append(unit)
    out = []
    for (number, unit_name), things in sorted(found.items()):
        order = sorted(things, key=lambda t: (-len({u.article for u in things[t]}), t))
        if len(order) < 2:
            continue
        most, least = things[order[0]], things[order[1]]
        if {u.article for u in most} & {u.article for u in least}:
            continue
        pairs = [(a, b) for a in most for b in least if len({t for t in a.terms & b.terms if t[:2] == "k:"}) >= 1]
        if pairs:
            sides = (of_units(most), of_units(least))
            told = ", ".join(f"“{s.says}” in {reports(s)}" for s in sides)
            note = f"{number} {unit_name}s of what: {told}."
            out.append(Draft("scope", "same-term-other-thing", note, sides))
    return out


def other_direction(scene: Scene) -> list[Draft]:
    """One place lies in different directions of another, in sentences about the same thing."""
    found: dict[str, dict[str, list[Unit]]] = defaultdict(lambda: defaultdict(list))
    for unit in scene.units:
        for match in DIRECTION.finditer(unit.text):
            found[match[2]][match[1].replace("-", "").lower()].append(unit)
    out = []
    for place, ways in sorted(found.items()):
        order = sorted(ways, key=lambda w: (-len({u.article for u in ways[w]}), w))
        for a, b in ((a, b) for i, a in enumerate(order) for b in order[i + 1 :]):
            if a in b or b in a:
                continue
            pairs = [(x, y) for x in ways[a] for y in ways[b] if x.article != y.article and x.words & y.words]
            if pairs:
                sides = (of_units([x for x, _ in pairs]), of_units([y for _, y in pairs]))
                note = f"Where: {a} of {place} in {reports(sides[0])}, {b} of {place} in {reports(sides[1])}."
                out.append(Draft("scope", "other-direction", note, sides))
    return out
