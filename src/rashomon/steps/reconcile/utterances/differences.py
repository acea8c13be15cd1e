"""The words in which two versions of one utterance differ, to the letter of each.

Decides which of the words between two shared runs stand against one another: modal verbs against modal verbs, numbers
against numbers, forms of one word against each other, the rest as a whole. Words missing at an end, behind an ellipsis
or in a long cut are no difference of wording. In fragments ("positive", "frank") the order is the outlet's own, so
what is left on both sides is set against each other.
"""

from __future__ import annotations

from rashomon.records.findings import Difference
from rashomon.steps.reconcile.utterances.likeness import changes, plain, runs_of
from rashomon.steps.reconcile.utterances.saying import Saying
from rashomon.text.align import Gap, align
from rashomon.text.folding import stem

MODALS = frozenset({"must", "should", "shall", "will", "would", "can", "could", "may", "might"})
PERSONS = frozenset("i we you he she they me us him her them my our your his their mine ours".split())
MOST = 40
"""Pairs of words shown for two quotes; what differs in more places is another text."""


def difference(a: Saying, b: Saying) -> Difference | None:
    """How the words of `a` and `b` differ; None when they do not, or only by what one of them leaves out."""
    found = changes(a, b, runs_of(a, b))
    words = [pair for gap in found for part in _parts(a, b, gap) if (pair := _pair(a, b, part)) is not None]
    return Difference((a.quote.id, b.quote.id), tuple(words[:MOST])) if words else None


def _parts(a: Saying, b: Saying, gap: Gap) -> list[Gap]:
    """A gap cut where a word of one side has its counterpart on the other."""
    left = [_role(key) for key in a.keys[gap.a : gap.a_end]]
    right = [_role(key) for key in b.keys[gap.b : gap.b_end]]
    parts: list[Gap] = []
    i = j = 0
    for run in align(left, right):
        for n in range(run.size):
            x, y = run.a + n, run.b + n
            parts += [
                Gap(gap.a + i, gap.a + x, gap.b + j, gap.b + y),
                Gap(gap.a + x, gap.a + x + 1, gap.b + y, gap.b + y + 1),
            ]
            i, j = x + 1, y + 1
    parts.append(Gap(gap.a + i, gap.a_end, gap.b + j, gap.b_end))
    return [p for p in parts if p.a_end > p.a or p.b_end > p.b]


def _role(key: str) -> str:
    if key in MODALS:
        return "<modal>"
    return "<number>" if key[0].isdigit() else "=" + stem(key)


def _pair(a: Saying, b: Saying, gap: Gap) -> tuple[str, str] | None:
    left, right = _letters(a, gap.a, gap.a_end), _letters(b, gap.b, gap.b_end)
    if left.casefold().replace(" ", "") == right.casefold().replace(" ", ""):
        return None
    if a.verbatim and b.verbatim:
        return left, right
    sides = a.keys[gap.a : gap.a_end], b.keys[gap.b : gap.b_end]
    # "we" becomes "her family" in a report: who tells it changes such words, no outlet chose them.
    shifted = any(side and PERSONS.issuperset(side) for side in sides)
    return None if shifted or all(plain(key) for side in sides for key in side) else (left, right)


def _letters(s: Saying, first: int, stop: int) -> str:
    """Words `[first, stop)` as they stand, without conjunctions and articles that a lone fragment begins with."""
    while stop - first > 1 and s.keys[first] in ("and", "or", "but"):
        first += 1
    return s.said[s.words[first].start : s.words[stop - 1].end] if stop > first else ""
