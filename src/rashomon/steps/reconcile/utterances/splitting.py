"""One quotation that is two: "…," she said. "…" whose halves other reports give as two things she said.

Decides only where another report shows it: two of its quotations are taken for the same utterance, one of them shares
words with what stands before a border of the quotation and none behind it, the other the reverse. The border must be
the end of a sentence. Without such a report a quotation in two pieces stays one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.records.findings import Quote
from rashomon.steps.reconcile.utterances.saying import Saying
from rashomon.text.folding import fold, stems

LEAST = 2
"""Words that say something which a quotation must share with one side of the border."""
OPENERS = "\"'“‘«„ \n"


def borders(groups: Sequence[Sequence[Saying]], texts: Mapping[str, str]) -> dict[str, int]:
    """For each quotation that is two, by its id, how many of its pieces belong to the first."""
    found = {}
    for group in groups:
        by_article: dict[str, list[Saying]] = defaultdict(list)
        for s in group:
            by_article[s.quote.article].append(s)
        split = [members for members in by_article.values() if len(members) > 1]
        for s in group:
            if split and s.verbatim and len(s.quote.content) > 1:
                rivals = [members for members in split if members[0].quote.article != s.quote.article]
                border = _border(s.quote, rivals, texts[s.quote.article])
                if border:
                    found[s.quote.id] = border
    return found


def _border(quote: Quote, rivals: Sequence[Sequence[Saying]], text: str) -> int:
    """The first border of `quote` that a report proves; 0 without one."""
    pieces = [stems(w.key for w in fold(text, c.start, c.end)) for c in quote.content]
    for n in range(1, len(pieces)):
        if not _sentence_ends(text, quote.content[n - 1].end, quote.content[n].start):
            continue
        before, behind = frozenset[str]().union(*pieces[:n]), frozenset[str]().union(*pieces[n:])
        for members in rivals:
            sides = {_side(s.stems, before, behind) for s in members}
            if {-1, 1} <= sides and 0 not in sides:
                return n
    return 0


def _sentence_ends(text: str, end: int, start: int) -> bool:
    """Whether a sentence ends between two pieces: a full stop before the second, which begins with a capital."""
    last = text[max(0, start - 40) : start].rstrip(OPENERS)[-1:]
    return text[start].isupper() and (last in {".", "!", "?"} or text[end - 1] in ".!?")


def _side(said: frozenset[str], before: frozenset[str], behind: frozenset[str]) -> int:
    """-1 for words of the first half, 1 for words of the second, 0 for both or neither."""
    first, second = len(said & before), len(said & behind)
    if first >= LEAST and not second:
        return -1
    return 1 if second >= LEAST and not first else 0


def split(quotes: Sequence[Quote], at: Mapping[str, int]) -> list[Quote]:
    """The quotations in their order, those of `at` as two, numbered anew."""
    parts: list[Quote] = []
    for quote in quotes:
        border = at.get(quote.id)
        if border:
            parts.append(replace(quote, content=quote.content[:border], clause=None))
            parts.append(replace(quote, content=quote.content[border:], clause=None))
        else:
            parts.append(quote)
    return [replace(q, id=f"q{n}") for n, q in enumerate(parts, start=1)]
