"""What one clause asserts: whether it tells something at all, of whom, which deed, how many and of what time.

Decides from tags, the acts of the clause and `lexicons/en/tellings.toml`. A clause that opens with "if" or "whether", a
question and a bare "she told reporters" assert nothing. It refuses to name a subject for a pronoun nobody resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.records.marks import Act, Measure
from rashomon.records.reading import Tokens
from rashomon.records.span import Span
from rashomon.steps.reconcile.statements.force import NEGATION, Force, Tense, force, tense
from rashomon.steps.reconcile.statements.opposites import axes
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, compound, term

NOUN, VERB = "NN", "VB"
NEAR = 5
"""Tokens between a number and the deed it counts."""
SAYING = frozenset({"say", "tell", "speak", "write"})
EXISTS = frozenset({"be", "have"})
LINKS = frozenset("according following including regarding concerning excluding pending barring".split())
FRONT = 4
"""Characters from the start of a clause within which its subject begins."""
OBJECT = 8
"""Tokens of an object that say what a weak verb says."""
STOPS = frozenset({",", ";", ":", "(", ")", "and", "or", "but", "while", "as", "."})
OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
NOBODY = frozenset({"person", "people", "other", "more", "man", "woman", "victim"})
"""Counted things that do not say what is counted of them: the deed does ("people killed")."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a clause: what it counts, the deed beside it, and the bounds its words allow."""

    unit: str | None
    thing: str | None
    deed: str | None
    value: float
    low: float
    high: float
    loose: bool


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a clause asserts. `subject` holds the head noun, None where it is a pronoun, a relative or absent."""

    force: Force = "told"
    framed: bool = False
    """What it tells is only suspected or wished for, and says so outside the clause."""
    tense: Tense | None = None
    """Of its first verb."""
    habit: bool = False
    """It tells of what is done again and again ("every ten minutes")."""
    conditional: bool = False
    credit: bool = False
    verbs: Terms = frozenset()
    main: str | None = None
    """Its first verb."""
    deeds: Terms = frozenset()
    """Its verbs and its first verb, however little that says."""
    complement: Terms = frozenset()
    state: bool = False
    """Its main verb only says that something is or has something."""
    subject: str | None = None
    several: bool | None = None
    """Its subject is any of its kind, or one thing; None for all else."""
    agent: str | None = None
    """Head noun of who does it; None behind a passive without "by"."""
    object: str | None = None
    """Head noun of what it is done to, None where that stands in front or says nothing ("people")."""
    hollow: bool = False
    """As in "the launch came just hours": nothing but a weak verb and a time."""
    bare: bool = False
    """It begins with its verb, so that its subject stands elsewhere."""
    patient: str | None = None
    """Head noun of what it is done to, wherever it stands."""
    own: bool = False
    """It tells of its speaker ("I", "our")."""
    denied: bool = False
    things: Terms = frozenset()
    """Words that are no part of a name."""
    proper: Terms = frozenset()
    """Words with a capital among others without: parts of names, known as such or not."""
    counts: tuple[Count, ...] = ()
    earlier: bool = False
    ways: frozenset[tuple[str, int]] = frozenset()
    """Axes of opposites and the way the verbs and adjectives of the clause go on them."""


NOTHING = Assertion()


def assertion(
    tokens: Tokens,
    text: str,
    span: Span,
    sentence: Span,
    acts: tuple[Act, ...],
    measures: tuple[Measure, ...],
    names: tuple[Span, ...],
    long_ago: bool,
    frame: str | None = None,
    habit: bool = False,
) -> Assertion:
    """What the clause `span` of the article's `text` asserts.

    `names` are those in it, `long_ago` and `habit` say what its times are, `frame` is the verb that reports it.
    """
    words = span.of(text)
    inside = tokens.within(span.start, span.end)
    verbs = _verbs(tokens, inside, acts)
    return Assertion(
        force=force(tokens, text, span, sentence, acts, frame),
        framed=frame is not None,
        tense=tense(tokens, inside),
        habit=habit,
        conditional=bool(_phrases("force", "conditional").search(words)),
        credit=_credits(tokens, acts, words, verbs),
        verbs=verbs,
        main=acts[0].verb if acts else None,
        deeds=verbs | {term(acts[0].verb) or acts[0].verb} if acts else verbs,
        complement=_complement(tokens, span, acts, names),
        state=bool(acts) and acts[0].verb in EXISTS,
        subject=_subject(tokens, span, acts),
        several=_several(tokens, span, acts),
        agent=_agent(tokens, span, acts, measures),
        object=_object(tokens, span, acts),
        hollow=_hollow(tokens, span, acts, verbs, names),
        bare=len(inside) > 0 and tokens.tags[inside.start] in ("VBD", "VBZ", "VBP", "MD"),
        patient=_patient(tokens, acts),
        own=bool(OWN.search(words)),
        denied=any(a.polarity == "denied" for a in acts) or bool(NEGATION.search(words)),
        things=_terms(tokens, (n for n in inside if not _in(names, tokens.starts[n]))),
        proper=_proper(tokens, inside),
        counts=tuple(_count(tokens, m) for m in measures),
        earlier=long_ago or bool(_phrases("earlier", "words").search(words)),
        ways=_ways(tokens, inside),
    )


@cache
def _phrases(part: str, name: str) -> re.Pattern[str]:
    listed = sorted(lexicon("tellings")[part][name], key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.I)


@cache
def _weak() -> frozenset[str]:
    speech = lexicon("acts")["speech"]["verbs"]
    senses = {v for entry in lexicon("acts")["senses"].values() for v in entry["verbs"]}
    listed = lexicon("tellings")["verbs"]
    return frozenset(listed["weak"]) | frozenset(listed["leading"]) | frozenset(v for v in speech if v not in senses)


@cache
def alike() -> dict[str, frozenset[int]]:
    """Term of a verb → the sets of verbs that tell one deed it stands in."""
    table: dict[str, set[int]] = {}
    for n, group in enumerate(lexicon("tellings")["verbs"]["alike"]):
        for verb in group:
            table.setdefault(term(verb) or verb, set()).add(n)
    return {verb: frozenset(found) for verb, found in table.items()}


@cache
def converse() -> frozenset[tuple[str, str]]:
    """Pairs of verbs that tell one deed from either side, in both orders."""
    pairs = [tuple(term(verb) or verb for verb in pair) for pair in lexicon("tellings")["verbs"]["converse"]]
    return frozenset((x, y) for one, other in pairs for x, y in ((one, other), (other, one)))


def _lemma(tokens: Tokens, n: int) -> str:
    return tokens.lemmas[n] or tokens.words[n]


def _in(spans: tuple[Span, ...], offset: int) -> bool:
    return bool(spans) and any(s.start <= offset < s.end for s in spans)


def _verbs(tokens: Tokens, inside: range, acts: tuple[Act, ...]) -> Terms:
    """What is done: the verbs that say something, as classes."""
    found = {_lemma(tokens, n) for n in inside if tokens.tags[n].startswith(VERB) and not _stands_by(tokens, n)}
    found |= {a.verb for a in acts if a.mode != "reported" or a.holder}
    kept = {term(lemma) or lemma for lemma in found if lemma not in _weak() and lemma[:1].isalpha()}
    phrasal = {_of_sense(a.sense) for a in acts if a.sense and " " in a.verb}
    return frozenset(kept | phrasal)


@cache
def _of_sense(sense: str) -> str:
    """The class of the first verb of a sense, for verbs of two words: "call off" is in that of "halt"."""
    verb = lexicon("acts")["senses"][sense]["verbs"][0]
    return term(verb) or verb


def _ways(tokens: Tokens, inside: range) -> frozenset[tuple[str, int]]:
    """An axis on which the clause goes both ways is left out."""
    words = {_lemma(tokens, n) for n in inside if tokens.tags[n].startswith((VERB, "JJ"))}
    words |= {tokens.words[n].lower() for n in inside if tokens.tags[n].startswith("JJ")}
    found = {axes()[w] for w in words if w in axes()}
    return frozenset((axis, sign) for axis, sign in found if (axis, -sign) not in found)


def _stands_by(tokens: Tokens, n: int) -> bool:
    """It stands for a preposition, or by a noun as in "the poisoned wells"."""
    before = tokens.tags[n - 1] if n else ""
    by_noun = (
        tokens.tags[n] == "VBN" and before in ("DT", "PRP$", "POS") and tokens.tags[n + 1 : n + 2] in (["NN"], ["NNS"])
    )
    return by_noun or _links(tokens, n)


def _links(tokens: Tokens, n: int) -> bool:
    """A participle that stands for a preposition."""
    return tokens.words[n].lower() in LINKS


def _credits(tokens: Tokens, acts: tuple[Act, ...], words: str, verbs: Terms) -> bool:
    """It only tells that somebody said something: no deed beside a verb of saying, and no clause of what was said."""
    if _phrases("force", "credit").search(words):
        return True
    if verbs or not acts or not all(a.verb in SAYING for a in acts):
        return False
    said = [tokens.within(a.object.start, a.object.end) for a in acts if a.object]
    return not any(len(g) > OBJECT or any(tokens.tags[n].startswith((VERB, "MD")) for n in g) for g in said)


def _complement(tokens: Tokens, span: Span, acts: tuple[Act, ...], names: tuple[Span, ...]) -> Terms:
    """What a weak verb says of its subject: the first words of its object; all words where there is none."""
    goals = [a.object for a in acts if a.object and a.verb in _weak() and a.object.start > span.start + FRONT]
    places = [n for goal in goals for n in list(tokens.within(goal.start, goal.end))[:OBJECT]]
    kept = (n for n in places or tokens.within(span.start, span.end) if tokens.tags[n] != "CD")
    return _terms(tokens, (n for n in kept if not _in(names, tokens.starts[n])))


def _hollow(tokens: Tokens, span: Span, acts: tuple[Act, ...], verbs: Terms, names: tuple[Span, ...]) -> bool:
    if verbs or not acts or acts[0].verb in EXISTS or any(s.start > span.start + FRONT for s in names):
        return False
    empty = {_subject(tokens, span, acts), term(acts[0].verb), *_moments()}
    return _complement(tokens, span, acts, names) <= empty


@cache
def _moments() -> frozenset[str]:
    return frozenset(t for t in map(term, ("hour", "minute", "moment", "second", "morning", "latest", "just")) if t)


def _terms(tokens: Tokens, places: Iterable[int]) -> Terms:
    """The classes of the words at `places`, those of a compound each by itself."""
    return frozenset().union(*[compound(_lemma(tokens, n)) for n in places if not _links(tokens, n)])


def _proper(tokens: Tokens, inside: range) -> Terms:
    """None in a headline, where every word has a capital."""
    capital = [n for n in inside if tokens.tags[n].startswith("NNP")]
    plain = sum(tokens.words[n][0].islower() for n in inside if tokens.tags[n].startswith((NOUN, VERB, "JJ")))
    return _terms(tokens, capital) if plain > 1 else frozenset()


def _subject(tokens: Tokens, span: Span, acts: tuple[Act, ...]) -> str | None:
    """The head noun of who does it, or of what it is done to where that stands in front."""
    who = _subject_span(span, acts)
    return None if who is None else _head(tokens, who)


def _subject_span(span: Span, acts: tuple[Act, ...]) -> Span | None:
    for act in acts:
        who = act.actor or (act.object if act.object and act.object.start <= span.start + FRONT else None)
        if who is not None:
            return who
    return None


def _object(tokens: Tokens, span: Span, acts: tuple[Act, ...]) -> str | None:
    target = acts[0].object if acts else None
    if target is None or target.start <= span.start + FRONT or acts[0].verb in EXISTS:
        return None
    first = tokens.within(target.start, target.end)
    if not len(first) or tokens.tags[first.start] in ("IN", "TO", "RB", "RP", "CD", "$"):
        return None
    head = _head(tokens, target)
    return None if head in NOBODY else head


def _patient(tokens: Tokens, acts: tuple[Act, ...]) -> str | None:
    target = acts[0].object if acts and acts[0].verb not in _weak() else None
    if target is None or tokens.tags[tokens.at(target.start)] in ("IN", "TO", "RB", "RP", "CD"):
        return None
    head = _head(tokens, target)
    return None if head in NOBODY else head


def _several(tokens: Tokens, span: Span, acts: tuple[Act, ...]) -> bool | None:
    """True for a plural that means any of its kind ("passengers", "young drivers"), False for one thing."""
    who = _subject_span(span, acts)
    at = _head_at(tokens, who) if who is not None and span.covers(who) else None
    if who is None or at is None:
        return None
    first = tokens.within(who.start, who.end).start
    if tokens.tags[at] == "NNS":
        return True if tokens.tags[first] in ("NNS", "JJ", "NN") else None
    return False if tokens.tags[at] == "NN" else None


def _agent(tokens: Tokens, span: Span, acts: tuple[Act, ...], measures: tuple[Measure, ...]) -> str | None:
    """Only one that the clause itself names; as in "the rocket, 40 feet tall, stands", no unit does anything."""
    who = acts[0].actor if acts else None
    at = _head_at(tokens, who) if who is not None and span.covers(who) else None
    if at is None or any(m.unit and m.span.start <= tokens.starts[at] < m.span.end for m in measures):
        return None
    return _term_at(tokens, at)


def _term_at(tokens: Tokens, n: int) -> str:
    return "there" if tokens.words[n].lower() == "there" else term(_lemma(tokens, n)) or _lemma(tokens, n)


def _head(tokens: Tokens, span: Span) -> str | None:
    at = _head_at(tokens, span)
    return None if at is None else _term_at(tokens, at)


def _head_at(tokens: Tokens, span: Span) -> int | None:
    """The token of the head noun of a phrase."""
    found = None
    inside = tokens.within(span.start, span.end)
    for n in inside:
        if tokens.words[n].lower() == "there":
            return n
        tag = tokens.tags[n]
        if (tag.startswith(NOUN) and tokens.words[n].lower() not in _calendar()) or _is_compound(tokens, n, inside):
            found = n
        elif found is not None and tag in ("IN", "TO", "WDT", "WP", "VBG", "VBN", ","):
            break
    return found


def _is_compound(tokens: Tokens, n: int, inside: range) -> bool:
    """As in "a border crossing": a listed noun in "-ing" behind a noun, and no object of its own behind it."""
    if tokens.tags[n] != "VBG" or n == inside.start or tokens.words[n].lower() not in _in_ing():
        return False
    after = tokens.tags[n + 1] if n + 1 in inside else ""
    return tokens.tags[n - 1].startswith(NOUN) and not after.startswith((NOUN, "DT", "PRP", "JJ", "CD"))


@cache
def _in_ing() -> frozenset[str]:
    return frozenset(lexicon("grammar")["classes"]["in_ing"].split())


@cache
def _calendar() -> frozenset[str]:
    """Days and months: they date a deed and are never what it is about."""
    return frozenset(lexicon("grammar")["classes"]["calendar"].split())


def _count(tokens: Tokens, measure: Measure) -> Count:
    first = tokens.within(measure.span.start, measure.span.end)
    begin, end = (first.start, first.stop) if len(first) else (0, 0)
    counted = (measure.counted or "").lower()
    thing = term(counted) if counted and counted not in NOBODY else None
    deed = _deed(tokens, range(end, min(len(tokens), end + NEAR)))
    deed = deed or _deed(tokens, range(begin - 1, max(-1, begin - NEAR), -1))
    if thing in _fates():
        thing, deed = None, thing
    low = measure.low if measure.low is not None else float("-inf")
    high = measure.high if measure.high is not None else float("inf")
    return Count(measure.unit, thing, deed, measure.value, low, high, measure.modifier is not None or low != high)


def _deed(tokens: Tokens, places: range) -> str | None:
    """The nearest verb, or word for a fate, before the phrase ends."""
    for n in places:
        if tokens.words[n].lower() in STOPS:
            return None
        word = term(_lemma(tokens, n))
        if word and (tokens.tags[n].startswith(VERB) or word in _fates()) and _lemma(tokens, n) not in _weak():
            return word
    return None


@cache
def _fates() -> frozenset[str]:
    return frozenset(t for t in map(term, ("dead", "injured", "wounded", "missing", "arrested", "homeless")) if t)
