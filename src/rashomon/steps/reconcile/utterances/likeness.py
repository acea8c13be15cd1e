"""Whether two quotations are one utterance, and how they differ.

Decides on the words: a shared run, the share of the shorter version that the longer one has, and, for reports without
quotation marks, the meaning they share. The less is known about the speakers the more words it takes; two persons are
never put together on less than a long verbatim passage; one or two words join only what the same speaker said of the
same thing. Numbers that exclude each other, and a "not" on one side only, keep paraphrases apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rashomon.records.findings import Relation
from rashomon.steps.reconcile.utterances.saying import Saying
from rashomon.steps.reconcile.utterances.speakers import Agreement
from rashomon.text.align import Gap, Run, align, common, gaps
from rashomon.text.folding import spelling

LinkKind = Literal["words", "fragment", "meaning"]
FRAGMENT = 5
"""A quotation of at most so many words is a fragment: it joins an utterance but never joins two."""
RUN = 7
"""A shared run of so many words shows one utterance even where two outlets cut it at different ends."""
WHOLE = 5
"""A whole sentence of so many words may be one utterance though one word differs."""
SPLICE = 4
"""More words than this that one version lacks are a cut, fewer are a change of wording."""

MEANING = 0.37
"""Share of the weight of the smaller sentence that two reported clauses must share."""
TO_WORDS = 0.45
"""The same when one of them is verbatim."""
LARGE = 0.34
"""And of the larger one."""
NAME = 0.5
"""What a name counts, against other words: everybody in a story names the same few."""
EDGE = 3
"""Words at the same end of both versions that may be a change of wording; more are the next thing that was said."""
CLAUSE = 4
"""A clause of so many words, quoted whole, may be a piece of a longer quotation."""
NEARLY = 7
"""So many words in one order, four fifths of the shorter version, show one utterance between marks."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two sayings taken for one utterance; `strength` orders links, 1 is a whole verbatim copy."""

    kind: LinkKind
    strength: float


def plain(key: str) -> bool:
    """True for words that carry little."""
    return key in spelling().plain


@lru_cache(maxsize=16_384)
def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[Run, ...]:
    return tuple(align(a, b, spelling().plain.__contains__))


def runs_of(a: Saying, b: Saying) -> list[Run]:
    """The runs of words two sayings share."""
    return list(_aligned(a.keys, b.keys))


def link(a: Saying, b: Saying, speakers: Agreement, weights: Mapping[str, float]) -> Link | None:
    """The link between two sayings, or None when they are not shown to be one utterance."""
    short, long = sorted((a, b), key=lambda s: (len(s.keys), s.place))
    if not short.keys or (speakers != "same" and nested(a, b)):
        return None
    found = None
    if _may_share(short, long, speakers):
        runs = runs_of(short, long)
        found = _by_words(short, long, runs, speakers)
    if found is None and len(short.keys) <= FRAGMENT:
        found = _by_fragment(short, long, runs, speakers)
    if found is None and speakers == "same":
        found = _by_meaning(short, long, weights)
    return found


def _may_share(short: Saying, long: Saying, speakers: Agreement) -> bool:
    """False where no alignment can find what `_by_words` and `_by_fragment` ask for; costs little beside one."""
    size = len(short.keys)
    if size <= FRAGMENT:
        return True
    if speakers != "same":  # each rule wants a run of four words
        return not _fours(short.keys).isdisjoint(_fours(long.keys))
    there = frozenset(long.keys)
    return sum(key in there for key in short.keys) >= min(0.5 * size, RUN)


@lru_cache(maxsize=4096)
def _fours(keys: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(keys, keys[1:], keys[2:], keys[3:], strict=False))


def nested(a: Saying, b: Saying) -> bool:
    """True when one stands inside the other: what somebody says that somebody else said."""
    if a.quote.article != b.quote.article:
        return False
    return any(x.span.overlaps(y.span) for x in a.quote.content for y in b.quote.content)


def _by_words(short: Saying, long: Saying, runs: list[Run], speakers: Agreement) -> Link | None:
    size = len(short.keys)
    longest = max((run.size for run in runs), default=0)
    shared = common(runs)
    carried = sum(not plain(short.keys[n]) for run in runs for n in range(run.a, run.a + run.size))
    if short.quote.article == long.quote.article and shared < 0.8 * size:
        return None  # a report quotes two utterances that resemble each other
    best = max(runs, key=lambda run: (run.size, -run.a), default=Run(0, 0, 0))
    in_best = sum(not plain(key) for key in short.keys[best.a : best.a + best.size])
    share = shared / size
    if speakers == "same":
        good = (longest >= 3 and carried >= 3 and share >= 0.5) or (longest >= RUN and in_best >= 3)
        good = good or (longest == size >= 4 and in_best >= 1)
        # Plain words too, where nearly all of them stand in one order between marks: one word was put otherwise.
        good = good or (short.verbatim and long.verbatim and shared >= 6 and share >= 0.8 and carried >= 1)
        good = good or _one_word(short, long, shared, carried) or _one_word_of(short, long, carried)
    elif speakers == "open":
        good = (longest >= 4 and carried >= 3 and share >= 0.65) or (longest >= 8 and in_best >= 4)
        good = good or (longest == size >= 4 and in_best >= 2)
        good = good or (longest >= 4 and shared >= NEARLY and share >= 0.8 and carried >= 1)
        good = good or (longest >= 4 and size > WHOLE and _one_word_of(short, long, carried))
        good = good or (longest == size == 3 and in_best >= 2 and bool(short.around & (long.around | long.stems)))
        if not (short.verbatim and long.verbatim):
            good = good and longest >= 8 and share >= 0.8
    else:
        good = longest >= 6 and ((in_best >= 3 and share >= 0.8) or (longest == size and in_best >= 2))
        good = good or (longest == size >= CLAUSE and in_best >= 2 and _whole_in(short, long, best))
    return Link("words", min(1.0, share * shared / (shared + 2))) if good else None


def _one_word(a: Saying, b: Saying, shared: int, carried: int) -> bool:
    """True for two whole sentences between marks that differ in one word at the same place."""
    size = len(a.keys)
    if size < WHOLE or len(b.keys) != size or shared != size - 1 or not carried:
        return False
    return all(s.quote.kind == "direct" and s.said[:1].isupper() and not s.cuts for s in (a, b))


def _one_word_of(short: Saying, long: Saying, carried: int) -> bool:
    """True for a clause between marks that stands in the other, at an end of its sentence, with one word put otherwise.

    What is left carries the meaning: two words that say something at least.
    """
    size = len(short.keys)
    if size < CLAUSE or carried < 2 or not _clauses(short, long):
        return False
    for at in _ends(long, size):
        differing = [n for n in range(size) if short.keys[n] != long.keys[at + n]]
        if len(differing) == 1:
            return True
    return False


def _whole_in(short: Saying, long: Saying, run: Run) -> bool:
    """True for a whole clause between marks that is one end of a sentence of the other."""
    return _clauses(short, long) and run.b in _ends(long, len(short.keys))


def _clauses(short: Saying, long: Saying) -> bool:
    """Both are quotations of their own, and the shorter one begins as a sentence does and leaves nothing out."""
    return all(s.quote.kind == "direct" for s in (short, long)) and short.said[:1].isupper() and not short.cuts


def _ends(long: Saying, size: int) -> list[int]:
    """Where `size` words of `long` begin that open a sentence of it or close one."""
    total = len(long.keys)
    found = {n for stop in (0, *long.stops) for n in (stop, stop - size)} | {total - size}
    return sorted(n for n in found if 0 <= n <= total - size)


def _by_fragment(short: Saying, long: Saying, runs: list[Run], speakers: Agreement) -> Link | None:
    if _repeated(short, long, runs, speakers):
        return Link("fragment", 0.55)
    if speakers != "same" or not short.verbatim or short.quote.article == long.quote.article:
        return None
    if len(short.own) >= 2 and short.around & long.stems and any(short.own <= unit for unit in long.units):
        return Link("fragment", 0.45)
    if not long.verbatim:
        return None
    whole = common(runs) == len(short.keys) and short.content > 0
    same_words = frozenset(k for k in short.keys if not plain(k)) & frozenset(k for k in long.keys if not plain(k))
    if whole and len(runs) == 1 and len(short.keys) >= 3 and short.content >= 2:
        return Link("fragment", 0.5)
    of_same = len(short.around & long.around) + (len(short.around & long.stems) if len(long.keys) > FRAGMENT else 0)
    if not same_words or not of_same:
        return None
    if whole and len(runs) == 1 and len(long.keys) > 2 * FRAGMENT:
        return Link("fragment", 0.48)
    if whole or len(long.keys) <= 2 * FRAGMENT:
        return Link("fragment", 0.2 + 0.2 * len(same_words) / max(1, short.content))
    return None


def _repeated(short: Saying, long: Saying, runs: list[Run], speakers: Agreement) -> bool:
    """Whether a heading repeats to the letter what the body of the same report quotes, or the body what it repeats."""
    if short.quote.article != long.quote.article or short.heading == long.heading or speakers == "other":
        return False
    if not (short.verbatim and long.verbatim) or not short.content:
        return False
    return len(runs) == 1 and runs[0].size == len(short.keys)


def _by_meaning(short: Saying, long: Saying, weights: Mapping[str, float]) -> Link | None:
    if short.verbatim and long.verbatim and not (short.quote.clause or long.quote.clause):
        return None
    if short.quote.article == long.quote.article:
        return None
    best = 0.0
    for x in short.units:
        for y in long.units:
            best = max(best, _overlap(x, y, short.names | long.names, weights))
    if best < (TO_WORDS if short.verbatim or long.verbatim else MEANING):
        return None
    if short.negated != long.negated and len(long.units) == 1:
        return None
    if short.numbers and long.numbers and not short.numbers & long.numbers:
        return None
    return Link("meaning", 0.4 * best)


def _overlap(x: frozenset[str], y: frozenset[str], names: frozenset[str], weights: Mapping[str, float]) -> float:
    """Share of the weight of the smaller sentence that the other has.

    0 below three shared words, two that are no names, or a third of the larger sentence.
    """
    both = x & y
    if len(both) < 3 or len(both - names) < 2:
        return 0.0

    def weight(words: frozenset[str]) -> float:
        return sum(weights.get(w, 1.0) * (NAME if w in names else 1.0) for w in sorted(words))

    shared = weight(both)
    small, large = sorted((weight(x), weight(y)))
    return shared / small if shared >= LARGE * large else 0.0


def relation(a: Saying, b: Saying) -> Relation:
    """How the words of two sayings of one utterance relate: same, cut, reworded or paraphrased."""
    if a.keys == b.keys:
        return "same"
    short, long = sorted((a, b), key=lambda s: (len(s.keys), s.place))
    runs = runs_of(short, long)
    shared = common(runs)
    if 2 * shared < len(short.keys) and max((run.size for run in runs), default=0) < RUN:
        return "reworded" if shared and short.verbatim and long.verbatim else "paraphrased"
    if not (short.verbatim and long.verbatim) and 5 * shared < 4 * len(short.keys):
        return "paraphrased"
    return "reworded" if changes(short, long, runs) else "cut"


def changes(a: Saying, b: Saying, runs: list[Run]) -> list[Gap]:
    """The gaps between the runs that are changes of wording; of two fragments, what is left on both sides."""
    left_open = [_trimmed(a, b, gap) for gap in gaps(runs, len(a.keys), len(b.keys))]
    found = [gap for gap in left_open if changed(a, b, gap, len(a.keys), len(b.keys))]
    if found or max(len(a.keys), len(b.keys)) > 2 * FRAGMENT:
        return found
    left_open = [gap for gap in left_open if gap.a not in a.stops or gap.b not in b.stops]  # else the next sentence
    left = [gap for gap in left_open if any(not plain(key) for key in a.keys[gap.a : gap.a_end])]
    right = [gap for gap in left_open if any(not plain(key) for key in b.keys[gap.b : gap.b_end])]
    if len(left) == 1 and len(right) == 1:
        return [Gap(left[0].a, left[0].a_end, right[0].b, right[0].b_end)]
    return []


def changed(a: Saying, b: Saying, gap: Gap, a_size: int, b_size: int) -> bool:
    """True when a gap is a change of wording, not words that one outlet left out at an end or behind a cut mark."""
    left, right = gap.a_end - gap.a, gap.b_end - gap.b
    at_start, at_end = gap.a == 0 or gap.b == 0, gap.a_end == a_size or gap.b_end == b_size
    if left and right:
        if not (a.verbatim and b.verbatim):
            return max(left, right) <= EDGE
        if (at_end and (gap.a in a.stops) != (gap.b in b.stops)) or (
            at_start and (gap.a_end in a.stops) != (gap.b_end in b.stops)
        ):
            return False  # one goes on with its sentence, the other with the next
        return max(left, right) <= EDGE or not (at_start or at_end)
    if not (a.verbatim and b.verbatim):
        return False
    if at_start or at_end:
        return False
    if any(gap.a <= n <= gap.a_end for n in a.cuts) or any(gap.b <= n <= gap.b_end for n in b.cuts):
        return False
    return max(left, right) <= SPLICE


def _trimmed(a: Saying, b: Saying, gap: Gap) -> Gap:
    """A gap at an end of one version without what the other says in the sentences behind or before."""
    if a.quote.kind != "direct" or b.quote.kind != "direct" or (gap.a == 0 and gap.a_end == len(a.keys)):
        return gap
    if gap.a_end == len(a.keys) and gap.b_end == len(b.keys):
        gap = gap._replace(a_end=_next(a, gap.a, gap.a_end), b_end=_next(b, gap.b, gap.b_end))
    if gap.a == 0 and gap.b == 0:
        gap = gap._replace(a=_last(a, gap.a, gap.a_end), b=_last(b, gap.b, gap.b_end))
    return gap


def _next(s: Saying, start: int, end: int) -> int:
    """The first stop between two positions, else the second of them."""
    return min((n for n in s.stops if start < n < end), default=end)


def _last(s: Saying, start: int, end: int) -> int:
    """The last stop between two positions, else the first of them."""
    return max((n for n in s.stops if start < n < end), default=start)
