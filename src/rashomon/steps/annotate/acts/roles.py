"""Who does it and to what: subject, object and agent of a verb group, as stretches of the clause.

Decides from word order: the subject is the noun phrase before the verb, past introductory phrases and appositions;
the object is what follows up to the next comma; "by …" after a passive names the actor. A shared subject comes from
the clause before. Where no noun phrase can be the subject, there is none.
"""

from __future__ import annotations

from rashomon.records.reading import Tokens
from rashomon.records.span import Span
from rashomon.steps.annotate.acts.clauses import ANAPHORS, COORDINATORS, MARKS, RELATIVES, SUBORDINATORS, Clause
from rashomon.steps.annotate.acts.groups import ADVERBS, Group

PREPOSITIONS = frozenset(
    "in on at from with for by about after before during under over into to against between among amid despite through"
    " near along within without following according as since until than via".split()
)
STRIP = (
    ADVERBS | COORDINATORS | SUBORDINATORS | RELATIVES | MARKS | {",", ".", "-", "–", "—", "that", ":", ";", "(", ")"}
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december morning afternoon evening night".split()
)
STOPS = frozenset({",", ";", ":", "–", "—", "--", "."})
Range = tuple[int, int]


def subject(tokens: Tokens, clauses: list[Clause], index: int) -> Range | None:
    """The tokens of the subject of clause `index`, its own or the one it shares; None when there is none."""
    clause = clauses[index]
    own = phrase(tokens, *clause.subject)
    if own is not None:
        return own
    parent = clause.parent
    if parent is None:
        return None
    if clause.kind == "relative":
        return _antecedent(tokens, clauses[parent])
    if clause.kind in ("conjunct", "participle", "resumed", "frame") and parent < index:
        governor = clauses[parent].frame
        if (
            clause.groups
            and clause.groups[0].speech
            and clause.groups[0].participle
            and governor is not None
            and governor < index
        ):
            return subject(tokens, clauses, governor)
        interrupted = _interrupted(tokens, clauses[parent]) if clause.kind == "resumed" else None
        return interrupted or subject(tokens, clauses, parent)
    return None


def _interrupted(tokens: Tokens, before: Clause) -> Range | None:
    """As in "The tax, which Alba proposed, failed": what stands before the relative that interrupts it."""
    for n in range(before.first + 2, before.groups[0].start if before.groups else 0):
        if tokens.words[n].lower() in RELATIVES and tokens.words[n - 1] == ",":
            return phrase(tokens, before.first, n)
    return None


def phrase(tokens: Tokens, first: int, stop: int) -> Range | None:
    """The noun phrase that is the subject within `[first, stop)`."""
    while first < stop and tokens.words[first].lower() in STRIP:
        first += 1
    pieces = _pieces(tokens, first, stop)
    if not pieces:
        return None
    ended_by_comma = stop > first and tokens.words[stop - 1] in STOPS
    order = pieces if ended_by_comma else pieces[::-1]
    for begin, end in order:
        while begin < end and tokens.words[begin].lower() in STRIP:
            begin += 1
        if begin >= end or tokens.tags[begin] in ("VBG", "TO"):
            continue
        if tokens.words[begin].lower() in PREPOSITIONS:
            late = _after_introduction(tokens, begin, end)
            if late is not None:
                return late
            continue
        return begin, _before_preposition(tokens, begin, end)
    return None


def _after_introduction(tokens: Tokens, begin: int, end: int) -> Range | None:
    """As in "In a call on Tuesday the minister": what follows the last day or month of the introduction."""
    for n in range(end - 1, begin, -1):
        if tokens.words[n].lower() in CALENDAR and n + 1 < end:
            at = n + 1
            while at < end and tokens.words[at].isdigit():
                at += 1
            return (
                (at, _before_preposition(tokens, at, end))
                if at < end and tokens.words[at].lower() not in STRIP | PREPOSITIONS
                else None
            )
    return None


def _pieces(tokens: Tokens, first: int, stop: int) -> list[Range]:
    out, begin = [], first
    for n in range(first, stop):
        if tokens.words[n] in STOPS or tokens.words[n] == "-":
            if n > begin:
                out.append((begin, n))
            begin = n + 1
    if stop > begin and any(tokens.words[n].lower() not in STRIP for n in range(begin, stop)):
        out.append((begin, stop))
    return out


def _before_preposition(tokens: Tokens, begin: int, end: int) -> int:
    for n in range(begin + 1, end):
        if tokens.words[n].lower() in PREPOSITIONS | RELATIVES | {"that"}:
            return n
    while end > begin + 1 and tokens.words[end - 1].lower() in STRIP:
        end -= 1
    return end


def _antecedent(tokens: Tokens, before: Clause) -> Range | None:
    """The last noun phrase of the clause before a relative."""
    end = before.stop
    while end > before.first and tokens.words[end - 1].lower() in STRIP:
        end -= 1
    begin = end
    while begin > before.first and (
        tokens.tags[begin - 1].startswith(("NN", "JJ", "CD")) or tokens.words[begin - 1].lower() == "of"
    ):
        begin -= 1
    if begin < end and tokens.words[begin].lower() == "of":
        begin += 1
    return (begin, end) if begin < end else None


def object_range(tokens: Tokens, clause: Clause, group: Group) -> Range | None:
    """The tokens after the verb, up to a comma or the end of the clause; agents and particles are left out."""
    begin, end = group.main + 1, clause.stop
    for n in range(begin, end):
        word = tokens.words[n]
        if word in STOPS and not (word == "." and n + 1 < end):
            end = n
            break
    begin = _past_day(tokens, begin, end)
    while begin < end and tokens.words[begin].lower() in ADVERBS | MARKS | {"to", "on", "for", "of", "with"} - {"not"}:
        begin += 1
    while end > begin and tokens.words[end - 1].lower() in MARKS | COORDINATORS | {"."}:
        end -= 1
    return (begin, end) if begin < end else None


def _past_day(tokens: Tokens, begin: int, end: int) -> int:
    """As in "agreed [on Sunday] to open": the day before an infinitive is no object."""
    n = begin
    while n < end and (
        tokens.words[n].lower() in CALENDAR or (n == begin and tokens.words[n].lower() in ("on", "late"))
    ):
        n += 1
    return n if n < end and n > begin and tokens.words[n].lower() == "to" else begin


def taken_up(tokens: Tokens, clause: Clause, group: Group) -> tuple[Range, Range] | None:
    """As in "a charge that the owner denied": the noun before "that", and the subject behind it."""
    n = clause.first + 1
    if n + 2 < group.start and tokens.words[n].lower() in ANAPHORS and tokens.words[n + 1].lower() in ("that", "which"):
        own = phrase(tokens, n + 2, group.start)
        return ((clause.first, n + 1), own) if own else None
    return None


def contact(tokens: Tokens, reach: Range) -> tuple[Range, Range] | None:
    """As in "a condition the allies …": the noun that takes up what was said, and the subject behind it."""
    begin, end = reach
    for n in range(begin, min(end - 1, begin + 4)):
        if tokens.words[n].lower() in ANAPHORS and not tokens.tags[n + 1].startswith(("IN", "POS", "CC", "VB")):
            return (begin, n + 1), (n + 1, end)
    return None


def agent(tokens: Tokens, clause: Clause, group: Group) -> Range | None:
    """The noun phrase after "by" behind a passive."""
    for n in range(group.main + 1, min(clause.stop - 1, group.main + 14)):
        if tokens.words[n].lower() == "by" and not tokens.tags[n + 1].startswith(("VBG", "CD")):
            end = n + 1
            while (
                end < clause.stop
                and tokens.words[end] not in STOPS
                and (
                    end == n + 1 or tokens.words[end].lower() not in PREPOSITIONS | RELATIVES | {"that"} | SUBORDINATORS
                )
            ):
                end += 1
            return (n + 1, end) if end > n + 1 else None
    return None


def characters(tokens: Tokens, reach: Range | None) -> Span | None:
    """The characters of a token range."""
    return tokens.span(*reach) if reach else None
