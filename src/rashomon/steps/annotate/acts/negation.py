"""Whether a clause says that something is not so, by other means than "not".

Decides on determiners and pronouns of none ("no pilot", "nobody", "neither side", "hardly any") at the head of the
subject, or of what is said to be, to have, to find or to see; on "without" and "a lack of" behind "be" and "have"; and
on verbs that say that the act of their infinitive was not done ("failed to stop"). It refuses to turn a clause for a
"no" further inside it ("a man with no money bought the house", "no later than", "no fewer than").
"""

from __future__ import annotations

from rashomon.records.reading import Tokens
from rashomon.steps.annotate.acts.clauses import Clause
from rashomon.steps.annotate.acts.groups import Group
from rashomon.steps.annotate.acts.verbs import word_list

LIMITS = frozenset("more less fewer later earlier longer sooner doubt matter wonder other only".split())
"""After "no" these make a limit or a turn of phrase: "no fewer than ten", "no doubt"."""
WITHIN = 3
"""Tokens behind the verb in which a negative object begins."""


def is_none(tokens: Tokens, n: int, stop: int) -> bool:
    """A word of none at token `n`: "no", "none", "nobody", "hardly any"; not "no fewer than"."""
    word = tokens.words[n].lower()
    after = tokens.words[n + 1].lower() if n + 1 < stop else ""
    if word in ("hardly", "scarcely", "barely"):
        return after == "any"
    return word in word_list("none") and not (word == "no" and after in LIMITS)


def negative_noun(tokens: Tokens, reach: tuple[int, int] | None) -> bool:
    """The noun phrase is about none: "no pilot", "none of the boats"; its "no" may stand right before it."""
    if reach is None:
        return False
    begin = reach[0]
    before = begin > 0 and tokens.words[begin - 1].lower() == "no"
    return is_none(tokens, begin - 1 if before else begin, len(tokens))


def negative_object(tokens: Tokens, clause: Clause, group: Group) -> bool:
    """What the verb says there is, was found or had is none: "found no trace", "was without power"."""
    stop = min(clause.stop, group.main + 1 + WITHIN)
    for n in range(group.main + 1, stop):
        word = tokens.words[n].lower()
        if is_none(tokens, n, clause.stop):
            return True
        if group.lemma in ("be", "have", "remain", "stay"):
            if word == "without":
                return True
            if word == "lack" and n + 1 < clause.stop and tokens.words[n + 1].lower() == "of":
                return True
        if tokens.tags[n].startswith(("NN", "VB", "IN", "TO", "PRP")) and word != "there":
            return False
    return False


def undone(group: Group) -> bool:
    """The verb says that what its infinitive names was not done: "failed to stop"."""
    return group.lemma in word_list("undone", "verbs")
