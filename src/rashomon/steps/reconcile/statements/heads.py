"""Who does what a clause tells, and to whom or what it is done: the head nouns of its subject and of its object.

Decides from tags and from the actor and object of its acts. Days and months, and people without more, are no object; it
refuses to name a subject for a pronoun nobody resolved, and an agent that stands in another clause.
"""

from __future__ import annotations

from functools import cache

from rashomon.records.marks import Act, Measure
from rashomon.records.reading import Tokens
from rashomon.records.span import Span
from rashomon.steps.reconcile.statements.deeds import NOBODY, lemma, weak
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import term

NOUN = "NN"
EXISTS = frozenset({"be", "have"})
FRONT = 4
"""Characters from the start of a clause within which its subject begins."""


def subject(tokens: Tokens, span: Span, acts: tuple[Act, ...]) -> str | None:
    """The head noun of who does it, or of what it is done to where that stands in front."""
    who = _subject_span(span, acts)
    return None if who is None else _head(tokens, who)


def _subject_span(span: Span, acts: tuple[Act, ...]) -> Span | None:
    for act in acts:
        who = act.actor or (act.object if act.object and act.object.start <= span.start + FRONT else None)
        if who is not None:
            return who
    return None


def object_of(tokens: Tokens, span: Span, acts: tuple[Act, ...]) -> str | None:
    """The head noun of what it is done to, where that stands behind the verb and says something."""
    target = acts[0].object if acts else None
    if target is None or target.start <= span.start + FRONT or acts[0].verb in EXISTS:
        return None
    first = tokens.within(target.start, target.end)
    if not len(first) or tokens.tags[first.start] in ("IN", "TO", "RB", "RP", "CD", "$"):
        return None
    head = _head(tokens, target)
    return None if head in NOBODY else head


def patient(tokens: Tokens, acts: tuple[Act, ...]) -> str | None:
    """The head noun of what it is done to, wherever it stands; none for a weak verb."""
    target = acts[0].object if acts and acts[0].verb not in weak() else None
    if target is None or tokens.tags[tokens.at(target.start)] in ("IN", "TO", "RB", "RP", "CD"):
        return None
    head = _head(tokens, target)
    return None if head in NOBODY else head


def several(tokens: Tokens, span: Span, acts: tuple[Act, ...]) -> bool | None:
    """True for a plural that means any of its kind ("passengers", "young drivers"), False for one thing."""
    who = _subject_span(span, acts)
    at = _head_at(tokens, who) if who is not None and span.covers(who) else None
    if who is None or at is None:
        return None
    first = tokens.within(who.start, who.end).start
    if tokens.tags[at] == "NNS":
        return True if tokens.tags[first] in ("NNS", "JJ", "NN") else None
    return False if tokens.tags[at] == "NN" else None


def agent(tokens: Tokens, span: Span, acts: tuple[Act, ...], measures: tuple[Measure, ...]) -> str | None:
    """Only one that the clause itself names; as in "the rocket, 40 feet tall, stands", no unit does anything."""
    who = acts[0].actor if acts else None
    at = _head_at(tokens, who) if who is not None and span.covers(who) else None
    if at is None or any(m.unit and m.span.start <= tokens.starts[at] < m.span.end for m in measures):
        return None
    return _term_at(tokens, at)


def _term_at(tokens: Tokens, n: int) -> str:
    return "there" if tokens.words[n].lower() == "there" else term(lemma(tokens, n)) or lemma(tokens, n)


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
