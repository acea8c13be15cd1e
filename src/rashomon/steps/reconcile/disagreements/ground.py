"""How much two clauses must have in common before one may be called the opposite of the other.

Reports of one event tell many things of the same few people, and most pairs of opposite verbs in them are about two
things: somebody accepted an invitation and turned another down, was named here and never nominated there. Two clauses
stand on one ground when they share at least two words beside small ones, and half of those of the shorter clause
(names count: a full name that both give says that both mean to tell of that person); or a quarter, and one word, where
both tell of one thing, not only of one actor, who does many things in a day; or where both say hardly more than who and
what ("Finch resigned", "Finch refused to step down"). It refuses clauses that are not told as a fact (asked, wished
for, suspected, conditional), some of a number beside others of it, and two things that one may or may not do.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.steps.reconcile.disagreements.roles import KIND, SAME
from rashomon.steps.reconcile.disagreements.segments import OPEN_ENDED
from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, term, terms
from rashomon.text.words_of import content_words

LEAST, SHARE = 2, 0.5
"""Words that both clauses have, and their share of those of the shorter one."""
LEAST_OF_THING, SHARE_OF_THING = 1, 0.25
"""The same where both tell of one thing."""
BARE = 2
"""Words beside who does it, of a clause that says hardly more."""
SOME = re.compile(
    r"\W*(?:(?:that|after|when|because|and|but|as|while|since|before) )?"
    r"(?:only|most|some|few|a few|many|several|half|part|parts|a third|the rest|others?|the others?)\b",
    re.I,
)
NONE = re.compile(rf"\W*(?:(?:that|and|but) )?(?:not|{'|'.join(lexicon('acts')['none']['words'])})\b", re.I)
OPENER = re.compile(r"\W*(\w+)")
DOING = re.compile(r"\b(?:to|from) (?:\w+ly )?(\w+)")


def one_ground(one: str, other: str, main: int = SAME) -> bool:
    """Whether two clauses share enough to be about one thing; `main`: how what they tell of fits (`roles.py`)."""
    mine, theirs = _words(one), _words(other)
    shared, least = len(mine & theirs), min(len(mine), len(theirs))
    if (SOME.match(one) and not NONE.match(other)) or (SOME.match(other) and not NONE.match(one)):
        return False  # some do, others do not
    if shared >= LEAST and shared >= SHARE * least:
        return True
    return KIND <= main < SAME and shared >= LEAST_OF_THING and shared >= SHARE_OF_THING * least


def bare(clause: str, doer: Terms) -> bool:
    """The clause says hardly more than that `doer` does something."""
    return bool(doer) and len(_words(clause) - doer) <= BARE


def other_doing(one: str, other: str) -> bool:
    """Both objects name something to do, and not the same: allowed to leave, kept from speaking."""
    mine, theirs = DOING.search(one), DOING.search(other)
    return bool(mine and theirs and term(mine[1]) != term(theirs[1]))


def awaited(clause: str) -> bool:
    """As in "until the plan is approved": it has not happened."""
    opener = OPENER.match(clause)
    return opener is not None and opener[1].lower() in OPEN_ENDED


def as_fact(unit: Unit | None) -> bool:
    """Whether a clause says that something is so."""
    if unit is None:
        return True
    told = unit.asserted
    return told.force == "told" and not told.framed and not told.conditional


@lru_cache(maxsize=8192)
def _words(clause: str) -> Terms:
    return terms(content_words(clause))
