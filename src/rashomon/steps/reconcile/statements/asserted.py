"""What one clause asserts: whether it tells something at all, of whom, which deed, how many and of what time.

Decides from tags, the acts of the clause and `lexicons/en/tellings.toml`. A clause that opens with "if" or "whether", a
question and a bare "she told reporters" assert nothing. Deeds are named in `deeds.py`, who and what in `heads.py`; it
decides nothing about agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.records.marks import Act, Measure
from rashomon.records.reading import Tokens
from rashomon.records.span import Span
from rashomon.steps.reconcile.statements.deeds import Count, count_of, lemma, links, verbs_of, weak
from rashomon.steps.reconcile.statements.force import NEGATION, Force, Tense, force, tense
from rashomon.steps.reconcile.statements.heads import EXISTS, FRONT, agent, object_of, patient, several, subject
from rashomon.steps.reconcile.statements.opposites import axes
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, compound, term

NOUN, VERB = "NN", "VB"
SAYING = frozenset({"say", "tell", "speak", "write"})
OBJECT = 8
"""Tokens of an object that say what a weak verb says."""
OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")


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
    verbs = verbs_of(tokens, inside, acts)
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
        subject=subject(tokens, span, acts),
        several=several(tokens, span, acts),
        agent=agent(tokens, span, acts, measures),
        object=object_of(tokens, span, acts),
        hollow=_hollow(tokens, span, acts, verbs, names),
        bare=len(inside) > 0 and tokens.tags[inside.start] in ("VBD", "VBZ", "VBP", "MD"),
        patient=patient(tokens, acts),
        own=bool(OWN.search(words)),
        denied=any(a.polarity == "denied" for a in acts) or bool(NEGATION.search(words)),
        things=_terms(tokens, (n for n in inside if not _in(names, tokens.starts[n]))),
        proper=_proper(tokens, inside),
        counts=tuple(count_of(tokens, m) for m in measures),
        earlier=long_ago or bool(_phrases("earlier", "words").search(words)),
        ways=_ways(tokens, inside),
    )


@cache
def _phrases(part: str, name: str) -> re.Pattern[str]:
    listed = sorted(lexicon("tellings")[part][name], key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.I)


def _in(spans: tuple[Span, ...], offset: int) -> bool:
    return bool(spans) and any(s.start <= offset < s.end for s in spans)


def _ways(tokens: Tokens, inside: range) -> frozenset[tuple[str, int]]:
    """An axis on which the clause goes both ways is left out."""
    words = {lemma(tokens, n) for n in inside if tokens.tags[n].startswith((VERB, "JJ"))}
    words |= {tokens.words[n].lower() for n in inside if tokens.tags[n].startswith("JJ")}
    found = {axes()[w] for w in words if w in axes()}
    return frozenset((axis, sign) for axis, sign in found if (axis, -sign) not in found)


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
    goals = [a.object for a in acts if a.object and a.verb in weak() and a.object.start > span.start + FRONT]
    places = [n for goal in goals for n in list(tokens.within(goal.start, goal.end))[:OBJECT]]
    kept = (n for n in places or tokens.within(span.start, span.end) if tokens.tags[n] != "CD")
    return _terms(tokens, (n for n in kept if not _in(names, tokens.starts[n])))


def _hollow(tokens: Tokens, span: Span, acts: tuple[Act, ...], verbs: Terms, names: tuple[Span, ...]) -> bool:
    if verbs or not acts or acts[0].verb in EXISTS or any(s.start > span.start + FRONT for s in names):
        return False
    empty = {subject(tokens, span, acts), term(acts[0].verb), *_moments()}
    return _complement(tokens, span, acts, names) <= empty


@cache
def _moments() -> frozenset[str]:
    return frozenset(t for t in map(term, ("hour", "minute", "moment", "second", "morning", "latest", "just")) if t)


def _terms(tokens: Tokens, places: Iterable[int]) -> Terms:
    """The classes of the words at `places`, those of a compound each by itself."""
    return frozenset().union(*[compound(lemma(tokens, n)) for n in places if not links(tokens, n)])


def _proper(tokens: Tokens, inside: range) -> Terms:
    """None in a headline, where every word has a capital."""
    capital = [n for n in inside if tokens.tags[n].startswith("NNP")]
    plain = sum(tokens.words[n][0].islower() for n in inside if tokens.tags[n].startswith((NOUN, VERB, "JJ")))
    return _terms(tokens, capital) if plain > 1 else frozenset()
