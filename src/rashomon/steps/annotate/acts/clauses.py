"""Splits a sentence into clauses, and says in whose words each of them stands.

Decides from verb groups and the words between them: a clause begins after "that", at a relative or a conjunction,
after a semicolon, at a participle behind a comma, or right after a verb of saying. A verb of saying with its subject
is a frame: it tells who vouches for the clauses it governs. Where nothing between two verbs marks a border, they stay
one clause rather than be torn at a guessed place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from rashomon.records.reading import Tokens
from rashomon.steps.annotate.acts.groups import ADVERBS, Group, verb_groups
from rashomon.steps.annotate.acts.verbs import word_list

ClauseKind = Literal["main", "complement", "relative", "adverbial", "conjunct", "participle", "resumed", "frame"]

RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})
SUBORDINATORS = frozenset(
    "after before because since although though while when as if unless until whether why whereas".split()
)
COORDINATORS = frozenset({"and", "but", "or", "yet", "so"})
PHRASE_TAGS = ("NN", "DT", "JJ", "PRP$", "POS", "CD")
OPENING = frozenset({"and", "or", "as", "when", "while", "after", "before", "if", "because"})
BREAKS = frozenset({";", ":", "–", "—", "--", "...", "…"})
ANAPHORS = frozenset("condition demand proposal claim move step offer idea charge allegation plan decision".split())
MARKS = frozenset("\"“”‘’'`«»()[]") | {"''", "``"}
ADDRESSED = frozenset({"tell", "inform", "assure", "warn", "remind"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `[first, stop)` of one clause.

    `subject`: tokens where its subject can stand (empty when it is shared or missing); `parent`: index of the clause
    whose subject (or, for a relative, whose last noun) is its own; `frame`: index of the clause that reports it.
    """

    first: int
    stop: int
    kind: ClauseKind
    groups: tuple[Group, ...]
    subject: tuple[int, int]
    parent: int | None = None
    frame: int | None = None


def split_clauses(tokens: Tokens, first: int, stop: int) -> list[Clause]:
    """The clauses of the sentence `[first, stop)`, in order; one without groups when it has no verb."""
    groups = verb_groups(tokens, first, stop)
    if not groups:
        return [Clause(first, stop, "main", (), (first, first))]
    clauses: list[Clause] = []
    begin, kind = first, _opening(tokens, first)
    held: list[Group] = [groups[0]]
    for before, after in pairwise(groups):
        border = _border(tokens, before, after, kind)
        if border is None:
            held.append(after)
            continue
        at, new_kind = border
        clauses.append(_clause(tokens, begin, at, kind, held, len(clauses)))
        begin, kind, held = at, new_kind, [after]
    clauses.append(_clause(tokens, begin, stop, kind, held, len(clauses)))
    return _framed(tokens, _parents(clauses), stop)


def _opening(tokens: Tokens, first: int) -> ClauseKind:
    word = tokens.words[first].lower()
    return "adverbial" if word in SUBORDINATORS else "main"


def _clause(tokens: Tokens, first: int, stop: int, kind: ClauseKind, groups: list[Group], index: int) -> Clause:
    return Clause(first, stop, kind, tuple(groups), (first, groups[0].start), index - 1 if index else None)


def _border(tokens: Tokens, before: Group, after: Group, kind: ClauseKind) -> tuple[int, ClauseKind] | None:
    """Where the clause of `after` begins, and of what kind it is; None when both belong together."""
    lo, hi = before.main + 1, after.start
    words = [tokens.words[n].lower() for n in range(lo, hi)]
    for k, word in enumerate(words):
        if word in BREAKS or (word == "-" and _spaced(tokens, lo + k)):
            return lo + k + 1, "main"
        if after.speech and word in MARKS and k and words[k - 1] in (",", "?", "!", "."):
            return lo + k + 1, "main"
    if after.participle:
        return (lo + (_last(words, {","}) or 0) if words[-1:] != [","] else after.start), "participle"
    for k, word in enumerate(words[1:], start=1):
        if word == "that" and words[k - 1] in ("and", "but", "or"):
            return lo + k - 1, "conjunct"
    for k in range(3, len(words)):
        if words[k] in ("that", "which") and words[k - 1] in ANAPHORS and words[k - 3] == ",":
            return lo + k - 2, "main"
    that = _last([w if w != "that" or tokens.tags[lo + k] != "DT" else "" for k, w in enumerate(words)], {"that"})
    if (
        that is not None
        and (before.speech or that == 0 or before.sense or words[:that][-1:] != [","])
        and not _relative_that(tokens, lo + that, before)
    ):
        return lo + that + 1, "complement"
    if before.speech and not _closed(words):
        return lo + _addressee(tokens, before, lo, hi), "complement"
    comma = _last(words, {","})
    relative = _last(words, RELATIVES | ({"that"} if that is not None else set()))
    if relative is not None:
        return lo + relative, "relative"
    joint = _last(_unpaired(words), COORDINATORS)
    sub = _last(words, SUBORDINATORS)
    if sub is not None and (joint is None or sub > joint or _one_phrase(tokens, lo + sub + 1, lo + joint)):
        return lo + sub, "adverbial"
    if joint is not None and (
        comma is None or comma + 1 >= joint or (kind not in ("relative", "adverbial") and joint - comma > 6)
    ):
        return lo + joint, "conjunct"
    if comma is not None:
        return lo + comma + 1, "resumed" if kind in ("relative", "adverbial") or comma >= len(words) - 2 else "main"
    if words and words[0] in MARKS:
        return lo + 1, "main"
    return None


def _unpaired(words: list[str]) -> list[str]:
    """The words without an "and" that only joins two places or parties: "between Alba and Berta"."""
    out = list(words)
    for k, word in enumerate(words):
        if word == "between" and "and" in words[k:]:
            out[words.index("and", k)] = ""
    return out


def _one_phrase(tokens: Tokens, first: int, stop: int) -> bool:
    """Nothing but a noun phrase: "after [the board] and the union met"."""
    return first < stop and all(tokens.tags[n].startswith(PHRASE_TAGS) for n in range(first, stop))


def _spaced(tokens: Tokens, n: int) -> bool:
    """A hyphen with space on both sides is a dash."""
    return 0 < n < len(tokens) - 1 and tokens.ends[n - 1] < tokens.starts[n] and tokens.ends[n] < tokens.starts[n + 1]


def _last(words: list[str], wanted: frozenset[str] | set[str]) -> int | None:
    return next((k for k in range(len(words) - 1, -1, -1) if words[k] in wanted), None)


def _closed(words: list[str]) -> bool:
    """After a verb of saying: a comma, a relative or a conjunction ends what it governs."""
    if words and (words[-1] in COORDINATORS or words[0] in OPENING):
        return True
    return any(w in (",", "but", "yet", "which", "who") for w in words)


def _relative_that(tokens: Tokens, at: int, before: Group) -> bool:
    """As in "a deal that would end": a noun before "that", a verb right after it, and no verb of saying."""
    return (
        not before.speech
        and at + 1 < len(tokens)
        and tokens.tags[at + 1] in ("VBD", "VBZ", "VBP", "MD")
        and tokens.tags[at - 1].startswith("NN")
    )


def _addressee(tokens: Tokens, before: Group, lo: int, hi: int) -> int:
    """How many tokens after "told" name whom: "reporters", "the court", "Reuters"."""
    if before.lemma not in ADDRESSED:
        return 0
    n = lo
    while n < hi and tokens.words[n].lower() in ("the", "a", "his", "her", "its", "their"):
        n += 1
    taken = n + 1 if n < hi else n
    while taken < hi and tokens.tags[taken] == "NNP" and tokens.tags[n] == "NNP":
        taken += 1
    return taken - lo if taken < hi else 0


def _parents(clauses: list[Clause]) -> list[Clause]:
    """A resumed clause belongs to the last clause that is no relative; conjuncts to the clause they continue."""
    out: list[Clause] = []
    for n, clause in enumerate(clauses):
        parent = clause.parent
        if clause.kind in ("resumed", "conjunct", "participle"):
            while parent is not None and out[parent].kind in ("relative", "adverbial") and parent > 0:
                parent -= 1
        out.append(replace(clause, parent=parent if n else None))
    return out


def _framed(tokens: Tokens, clauses: list[Clause], stop: int) -> list[Clause]:
    """Mark frames and connect what they govern."""
    out = list(clauses)
    for n, clause in enumerate(out):
        if not clause.groups:
            continue
        rest = clause.stop - clause.groups[-1].main - 1
        following = out[n + 1] if n + 1 < len(out) else None
        if following is not None and following.kind == "complement":
            out[n] = replace(clause, kind="frame")
            _govern(tokens, out, n)
        elif (
            clause.groups[-1].speech
            and n
            and rest <= 8
            and clause.kind in ("main", "resumed", "participle")
            and _trailing(tokens, clause)
        ):
            out[n] = replace(clause, kind="frame")
            for k in range(n):
                if out[k].frame is None and out[k].kind != "frame":
                    out[k] = replace(out[k], frame=n)
    return out


def _govern(tokens: Tokens, out: list[Clause], frame: int) -> None:
    """A frame governs its complement and what hangs on that, up to a clause with a new start."""
    minded = out[frame].groups[-1].lemma in word_list("belief", "minds")
    for k in range(frame + 1, len(out)):
        kind = out[k].kind
        if k > frame + 1 and (kind in ("main", "resumed") or (kind == "participle" and out[k].groups[-1].speech)):
            break
        if (
            kind == "conjunct"
            and k > frame + 1
            and out[k].groups[0].start - out[k].first <= 1
            and out[k].groups[0].speech
        ):
            break
        if kind == "conjunct" and k > frame + 1 and minded and tokens.words[out[k].first].lower() == "so":
            break
        out[k] = replace(out[k], frame=frame)


def _trailing(tokens: Tokens, clause: Clause) -> bool:
    """As in ", she said on Monday": a short subject, then the verb of saying."""
    size = clause.groups[0].start - clause.first
    words = {tokens.words[n].lower() for n in range(clause.first, clause.groups[0].start)}
    return size <= 9 and not words & {"that", "which"} and not (words and words <= ADVERBS)
