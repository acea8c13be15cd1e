"""Acts told by nouns and participles: "the rejection of the plan by the board", "a truce proposed by …", "US-backed".

Decides from the noun list of `lexicons/en/acts.toml` with an owner before it ("the union's demand for …") or "by"
behind it, and from participles of listed verbs. A noun without owner or agent makes no act.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records.reading import Tokens
from rashomon.steps.annotate.acts.clauses import Clause
from rashomon.steps.annotate.acts.roles import PREPOSITIONS, STOPS, Range
from rashomon.steps.annotate.acts.verbs import noun_senses, verb_forms

POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """An act told without a finite verb."""

    at: int
    lemma: str
    sense: str
    actor: Range | None
    object: Range | None


def nominal_acts(tokens: Tokens, clause: Clause) -> list[Nominal]:
    """The nominal acts of a clause, in order."""
    out = []
    taken = {group.main for group in clause.groups}
    for n in range(clause.first, clause.stop):
        if n in taken:
            continue
        found = _noun(tokens, clause, n) or _participle(tokens, clause, n) or _compound(tokens, clause, n)
        if found:
            out.append(found)
    return out


def _noun(tokens: Tokens, clause: Clause, n: int) -> Nominal | None:
    word = tokens.words[n].lower()
    sense = noun_senses().get(word)
    if sense is None or (n + 1 < clause.stop and tokens.tags[n + 1].startswith("NN")):
        return None
    owner = _owner(tokens, clause, n)
    if owner is None:
        return None
    target = None
    if n + 1 < clause.stop and tokens.words[n + 1].lower() in ("of", "for", "to", "on", "against"):
        target = _until(tokens, n + 2, _end(clause, n), tokens.words[n + 1].lower() == "to")
    return Nominal(n, tokens.lemmas[n], sense, owner, target)


def _owner(tokens: Tokens, clause: Clause, n: int) -> Range | None:
    """The owner before the noun: words before "'s", or a possessive pronoun."""
    for k in range(n - 1, max(clause.first, n - 5) - 1, -1):
        word = tokens.words[k].lower()
        if word in ("'s", "’s", "'", "’"):
            begin = k
            while begin > clause.first and tokens.tags[begin - 1].startswith(("NN", "JJ")):
                begin -= 1
            return (begin, k) if begin < k else None
        if word in POSSESSIVES:
            return k, k + 1
        if tokens.words[k] in STOPS or word in PREPOSITIONS or word in ("of", "and"):
            return None
    return None


def _participle(tokens: Tokens, clause: Clause, n: int) -> Nominal | None:
    """A noun followed by "proposed by …"."""
    verb = verb_forms().get(tokens.words[n].lower())
    if verb is None or verb.sense is None or "participle" not in verb.shapes or n + 2 >= clause.stop:
        return None
    if tokens.words[n + 1].lower() != "by" or n == clause.first:
        return None
    begin = n
    while begin > clause.first and (
        tokens.tags[begin - 1].startswith(("NN", "JJ", "CD")) or tokens.words[begin - 1] == "-"
    ):
        begin -= 1
    return Nominal(n, verb.lemma, verb.sense, _until(tokens, n + 2, _end(clause, n)), (begin, n) if begin < n else None)


def _compound(tokens: Tokens, clause: Clause, n: int) -> Nominal | None:
    """As in "US-proposed": one token, or three with a hyphen between."""
    head, _, tail = tokens.words[n].rpartition("-")
    verb = verb_forms().get(tail.lower()) if head and head[0].isupper() else None
    if verb is None or verb.sense is None or "participle" not in verb.shapes:
        return None
    target = _until(tokens, n + 1, _end(clause, n))
    return Nominal(n, verb.lemma, verb.sense, (n, n + 1), target)


def _end(clause: Clause, n: int) -> int:
    """Where the clause goes on with a verb behind token `n`, or its end."""
    return min((g.start for g in clause.groups if g.start > n), default=clause.stop)


def _until(tokens: Tokens, begin: int, stop: int, verbal: bool = False) -> Range | None:
    """The noun phrase that begins here: up to a comma or preposition other than "of"; an infinitive up to the comma."""
    end = begin
    while (
        end < stop
        and tokens.words[end] not in STOPS
        and (verbal or end == begin or tokens.words[end].lower() not in PREPOSITIONS)
    ):
        end += 1
    return (begin, end) if end > begin else None
