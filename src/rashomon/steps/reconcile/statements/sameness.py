"""Whether two clauses that share much assert the same.

Decides on what both assert: a clause that asserts nothing, another polarity, another number of one counted thing,
another time, other participants or another deed rule it out, each by a named reason. What is only vaguer or shorter
stays. The more of the longer clause both share, the less else is asked.
"""

from __future__ import annotations

from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.asserted import Assertion
from rashomon.steps.reconcile.statements.deeds import Count, alike, converse
from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.similarity import Terms, term

ALIKE = 0.6
"""Share of the longer clause, by weight, from which two clauses are alike in wording."""
CLOSE = 0.45
NEARLY = 0.8
LITTLE = 0.3
WHOLE = 0.9
MOST = 0.75
LEAST_STATE = BOTH = 2
MUCH = 6
"""So much in common that the deed need not be shown."""
MEETING = frozenset({"meet", "exchange", "visit"})
MEETING_WORDS = frozenset(t for t in map(term, ("call", "meeting", "summit", "visit", "swap")) if t)
MUTUAL = "x:mutual"
MANY = 20
"""Numbers from which two clauses that count the same are hardly alike by chance."""
ENOUGH = 3
"""Words, actors and numbers in common that carry a pair by themselves."""


def differs(one: Unit, other: Unit, longer: float, shorter: float, kin: Kin) -> str | None:
    """Why the two do not assert the same, or None.

    `longer` and `shorter` are the shares of the longer and of the shorter clause, by weight, that both have.
    """
    a, b = one.asserted, other.asserted
    if a.credit or b.credit:
        return "credit"
    if a.hollow or b.hollow:
        return "little"
    if _other_force(a, b, longer):
        return "force"
    if not same_way(one, other) if a.denied != b.denied else _turned_round(a, b):
        return "polarity"
    if _other_numbers(a.counts, b.counts):
        return "number"
    if a.earlier != b.earlier or a.habit != b.habit or _still_ahead(a, b):
        return "time"
    turned = _turned_about(a, b)
    roles = _same_doer(one, other, kin) if turned else _swapped(one, other, kin) or _other_roles(one, other)
    if roles or _other_speakers(one, other, kin):
        return "roles"
    if not _same_deed(one, other, longer) and not turned and (_common(one, other) < MUCH or longer < CLOSE):
        return "deed"
    if not turned and _other_subject(one, other, longer, kin):
        return "subject"
    if _other_object(one, other, longer):
        return "object"
    return None if _enough(one, other, longer, shorter, kin) else "little"


def _other_force(a: Assertion, b: Assertion, share: float) -> bool:
    """Only one is told as a fact; two that are both open must be alike."""
    if "open" in (a.force, b.force) or a.conditional != b.conditional:
        return share < ALIKE or (a.force == "open") != (b.force == "open")
    return a.force != b.force


def _turned_round(a: Assertion, b: Assertion) -> bool:
    """As in "to remain closed" and "cleared to reopen"; also of one thing among others: "safe and open"."""
    return any((axis, -sign) in b.ways for axis, sign in a.ways)


def _other_numbers(one: tuple[Count, ...], other: tuple[Count, ...]) -> bool:
    """Of something both count, no number of one is a number of the other."""
    fits: dict[tuple[str | None, str | None], bool] = {}
    for a in one:
        for b in other:
            if _one_thing(a, b):
                key = (a.unit, a.thing or a.deed)
                fits[key] = fits.get(key, False) or _fit(a, b)
    return not all(fits.values())


def _one_thing(a: Count, b: Count) -> bool:
    """Both count the same: the same thing, or people with the same fate."""
    if a.unit != b.unit or (a.deed and b.deed and a.deed != b.deed and not a.unit):
        return False
    if a.unit or a.thing or b.thing:
        return a.thing == b.thing and a.thing is not None
    return a.deed is not None and a.deed == b.deed


def _fit(a: Count, b: Count) -> bool:
    """Their bounds meet, or they are equal but for rounding."""
    if a.low <= b.high and b.low <= a.high:
        return True
    return (a.loose or b.loose or a.unit is not None) and abs(a.value - b.value) <= 0.1 * max(
        abs(a.value), abs(b.value)
    )


def met(unit: Unit) -> bool:
    """It tells of a meeting or a talk."""
    return bool(MEETING & unit.senses or MEETING_WORDS & unit.words)


def same_way(one: Unit, other: Unit) -> bool:
    """Some act of both goes the same way on one axis of opposites: "did not accept" and "rejected"."""
    shared = (axis for axis in one.ways.keys() & other.ways.keys() if not axis.startswith("v "))
    return any(one.ways[axis] == other.ways[axis] for axis in shared)


def _turned_about(a: Assertion, b: Assertion) -> bool:
    """As in "sold to" and "bought from": the same deed from either side."""
    return not a.verbs & b.verbs and any((x, y) in converse() for x in a.verbs for y in b.verbs)


def _still_ahead(a: Assertion, b: Assertion) -> bool:
    """One tells as done what the other tells as to come."""
    return {a.tense, b.tense} == {"past", "ahead"} and a.main == b.main


def _other_roles(one: Unit, other: Unit) -> bool:
    """Who does it in one has it done to him in the other; or somebody else does it to something else.

    As in "the firm fired the workers" and "the workers fired the furnace".
    """
    a, b = one.asserted, other.asserted
    if a.main != b.main or a.agent is None or b.agent is None or a.agent == b.agent or (met(one) and met(other)):
        return False
    if any(
        y.agent == count.thing for x, y in ((a, b), (b, a)) for count in x.counts if count.deed == term(x.main or "")
    ):
        return True
    if a.patient is None or b.patient is None or a.patient == b.patient:
        return False
    if a.agent == b.patient or b.agent == a.patient:
        return True
    known = {x in at.words for x, at in ((a.patient, other), (b.patient, one))}
    known |= {x.asserted.agent in at.words or bool(x.doers & at.actors) for x, at in ((one, other), (other, one))}
    return len(known) == 1 and not one.doers & other.doers  # all of them change places, or none is known to the other


def _same_doer(one: Unit, other: Unit, kin: Kin) -> bool:
    return bool(one.doers and other.doers) and kin.related(one.doers, other.doers)


def disputed(one: Unit, other: Unit, kin: Kin) -> bool:
    """Both tell it of the same subject and as a fact, so that the one's "not" answers the other."""
    a, b = one.asserted, other.asserted
    if a.force != b.force or a.force == "open" or a.conditional or b.conditional:
        return False
    if one.doers and other.doers:
        return kin.related(one.doers, other.doers)
    return a.subject is not None and (a.subject == b.subject or a.subject in other.words) and b.subject in one.words


def _swapped(one: Unit, other: Unit, kin: Kin) -> bool:
    """One does to the other what the other does to it; those who meet do it to one another."""
    if met(one) and met(other):
        return False
    if _undergone(one, other, kin) or _undergone(other, one, kin):
        return True
    if not one.doers or not other.doers or kin.related(one.doers, other.doers):
        return False
    return kin.related(one.doers, other.actors - other.doers) and kin.related(other.doers, one.actors - one.doers)


def _undergone(one: Unit, other: Unit, kin: Kin) -> bool:
    """As in "X was accused" and "X accused Y"."""
    return (
        one.asserted.main == other.asserted.main and bool(one.undergoers) and kin.related(one.undergoers, other.doers)
    )


def _other_speakers(one: Unit, other: Unit, kin: Kin) -> bool:
    """As in "my prayers" of one speaker and what another one does or says of himself."""
    if not (one.asserted.own or other.asserted.own):
        return False
    a, b = (frozenset({u.holder}) if u.asserted.own and u.holder else u.doers for u in (one, other))
    return bool(a and b) and not kin.related(a, b)


def _same_deed(one: Unit, other: Unit, share: float) -> bool:
    """The same verb or one by which reports tell the same deed; else most of the words must be common."""
    a, b = one.asserted, other.asserted
    together = met(one) and met(other) and len(one.actors & other.actors) >= BOTH
    if a.verbs & b.verbs or _alike(a.deeds, b.deeds) or together or (a.denied != b.denied and same_way(one, other)):
        return True
    if a.state and b.state:
        return bool(a.complement & other.words and b.complement & one.words)
    if a.main is not None and a.main == b.main and a.complement & b.complement:
        return True
    if one.place == other.place == "title":
        return share >= CLOSE
    for x, at in ((a, other), (b, one)):
        if x.state and len(x.complement) >= LEAST_STATE and x.complement <= at.words:
            return True
    if a.verbs and b.verbs:
        return share >= CLOSE and bool(a.verbs & other.words or b.verbs & one.words)
    if a.verbs or b.verbs:
        strong, weak, at = (a, b, other) if a.verbs else (b, a, one)
        return bool(strong.verbs & at.words) or ((weak.state or weak.main is None) and share >= ALIKE)
    scrap = any(u.asserted.main is None and u.place == "body" for u in (one, other))
    both = bool(a.complement & other.words and b.complement & one.words)
    return (not scrap and both and share >= CLOSE) or share >= ALIKE


def _alike(one: Terms, other: Terms) -> bool:
    sets = {n for v in one for n in alike().get(v, ())}
    return any(n in sets for v in other for n in alike().get(v, ()))


def _other_subject(one: Unit, other: Unit, share: float, kin: Kin) -> bool:
    """Both name who or what it is about, and it is not the same; not asked of clauses alike in wording."""
    if one.doers and other.doers:
        said = _says(one, other, kin) or _says(other, one, kin)
        return not said and not kin.related(one.doers, other.doers) and share < NEARLY
    if one.undergoers and other.undergoers:
        return not kin.related(one.undergoers, other.undergoers) and share < NEARLY
    if _one_of_many(one.asserted, other.asserted) and share < NEARLY:
        return True
    a, b = one.asserted.subject, other.asserted.subject
    if a is None or b is None or a == b or a in other.words or b in one.words:
        return False
    return share < CLOSE and not one.asserted.verbs & other.asserted.verbs


def _one_of_many(a: Assertion, b: Assertion) -> bool:
    """As in "passengers must queue" and "the passenger queued": what is told of many, and of one of them."""
    return a.subject is not None and a.subject == b.subject and {a.several, b.several} == {True, False}


def _says(teller: Unit, said: Unit, kin: Kin) -> bool:
    """As in "X announced the resignation of Y" and "Y has resigned, X said"."""
    return said.holder is not None and said.holder in teller.doers and kin.related(said.doers, teller.actors)


def _other_object(one: Unit, other: Unit, share: float) -> bool:
    """Somebody does it to something else."""
    a, b = one.asserted, other.asserted
    if a.object is None or b.object is None or a.object == b.object or not a.verbs & b.verbs:
        return False
    if met(one) and met(other) and (a.subject, a.object) == (b.object, b.subject):
        return False  # "X met Y" and "Y met X"
    missing = (a.object not in other.words) + (b.object not in one.words)
    if share >= NEARLY:
        return missing == BOTH and met(one) and met(other)  # whoever is met makes it another meeting
    return missing == BOTH or (missing == 1 and share < CLOSE)


def _enough(one: Unit, other: Unit, longer: float, shorter: float, kin: Kin) -> bool:
    """Three things in common, names counted once; two where hardly anything else is told of the same subject."""
    a, b = one.asserted, other.asserted
    common = _common(one, other)
    if one.holder and other.holder and not kin.related(frozenset({one.holder}), frozenset({other.holder})):
        return common >= ENOUGH and (longer >= CLOSE or (shorter >= MOST and bool(a.verbs & b.verbs)))
    if any(x.bare and len(x.things) <= ENOUGH for x in (a, b)) and longer < CLOSE:
        return False  # "won the title": who did is told elsewhere
    if common >= ENOUGH:
        things = len(a.things & b.things) >= ENOUGH
        if longer >= CLOSE or (shorter >= MOST and things and a.verbs & b.verbs):
            return True
        if shorter >= WHOLE and not a.verbs | b.verbs:
            return True
        counted = any(_equal(x, y) for x in a.counts for y in b.counts)
        told = bool(a.verbs & other.words or b.verbs & one.words) or _alike(a.deeds, b.deeds)
        return longer >= LITTLE and (common >= MUCH or counted or told)
    if common == ENOUGH - 1 and a.verbs & b.verbs and a.patient is not None and a.patient == b.patient:
        return longer >= LITTLE
    same = a.subject is not None and (a.subject == b.subject or kin.related(one.doers, other.doers))
    said = one.holder is not None and one.holder == other.holder
    counted = any(_equal(x, y) and x.value >= MANY for x in a.counts for y in b.counts)
    told = longer >= ALIKE and (bool(a.verbs & b.verbs) or _alike(a.deeds, b.deeds))
    if common < ENOUGH - 1 or not (same or said or counted or told or longer >= NEARLY):
        return False
    return longer >= CLOSE or (shorter >= WHOLE and (bool(a.verbs & b.verbs) or (a.state and b.state)))


def _common(one: Unit, other: Unit) -> int:
    a, b = one.asserted, other.asserted
    figures = sum(_equal(x, y) for x in a.counts for y in b.counts)
    mutual = MUTUAL in one.words and MUTUAL in other.words
    moment = bool(one.moments & other.moments)
    shared = a.things & b.things
    names = shared & a.proper & b.proper
    return len(shared - names) + bool(names) + len(one.actors & other.actors) + min(figures, 2) + mutual + moment


def _equal(a: Count, b: Count) -> bool:
    return a.unit == b.unit and a.value == b.value and (a.thing == b.thing or None in (a.thing, b.thing))
