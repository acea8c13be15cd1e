"""Who vouches for a clause: the speaker of the quotation it stands in, the frame that reports it, or the outlet.

Decides on the quotations already found; only where none covers the clause does the frame of its own sentence count
("officials said that …", "according to the ministry"). It refuses to look beyond the sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from rashomon.records.marks import Marks, QuoteMark
from rashomon.records.reading import Tokens
from rashomon.records.span import Span
from rashomon.steps.annotate.acts.clauses import Clause
from rashomon.steps.annotate.acts.roles import STOPS, characters, phrase, subject
from rashomon.steps.annotate.acts.verbs import word_list

REPORTED = 0.5
"""Confidence below which no verb of saying governs a clause: "they spoke on Monday", "she backed the plan"."""

WHO = frozenset({"who", "which", "that", "whom"})


@dataclass(slots=True)
class Holders:
    """Looks up the quotation around a place in text order."""

    reaches: list[tuple[int, int, QuoteMark]] = field(default_factory=list)
    longest: int = 0

    @classmethod
    def of(cls, marks: Marks) -> Holders:
        """The lookup of one article."""
        reaches = []
        for quote in marks.quotes:
            if quote.kind == "indirect" and quote.confidence < REPORTED:
                continue
            spans = (*quote.content, *((quote.clause,) if quote.clause else ()))
            reaches += [(span.start, span.end, quote) for span in spans]
        reaches.sort(key=lambda r: (r[0], r[1]))
        return cls(reaches, max((end - start for start, end, _ in reaches), default=0))

    def quote_at(self, offset: int) -> QuoteMark | None:
        """The innermost quotation around the character at `offset`."""
        best: tuple[int, int, QuoteMark] | None = None
        n = bisect_right(self.reaches, offset, key=lambda r: r[0]) - 1
        while n >= 0 and self.reaches[n][0] >= offset - self.longest:
            start, end, quote = self.reaches[n]
            if end > offset and (best is None or end - start < best[1] - best[0]):
                best = (start, end, quote)
            n -= 1
        return best[2] if best else None


def frame_holder(tokens: Tokens, clauses: list[Clause], index: int, first: int = 0) -> Span | None:
    """The subject of the frame that reports clause `index`; frames before clause `first` do not count."""
    seen = 0
    frame = clauses[index].frame
    while frame is not None and frame >= first and seen < len(clauses):
        reach = subject(tokens, clauses, frame)
        if reach is not None and clauses[frame].groups[-1].lemma not in word_list("speech", "evidence"):
            return characters(tokens, reach)
        frame, seen = clauses[frame].frame, seen + 1
    return None


def aside_holder(tokens: Tokens, clauses: list[Clause], index: int) -> Span | None:
    """As in "The mayor, she suspected, had taken the money": who stands with the verb between the commas before."""
    before = clauses[index - 1] if index else None
    if before is None or not before.groups or not before.groups[-1].speech or before.kind == "frame":
        return None
    group = before.groups[-1]
    closed = group.main + 1 < len(tokens) and tokens.words[group.main + 1] == ","
    comma = next((k for k in range(group.start - 1, before.first, -1) if tokens.words[k] == ","), None)
    if not closed or comma is None or group.main + 2 < clauses[index].first or len(before.groups) > 1:
        return None
    told, who = phrase(tokens, before.first, comma), phrase(tokens, comma + 1, group.start)
    if group.passive or group.participle or told is None or who is None or who[1] != group.start:
        return None
    if any(tokens.words[k].lower() in WHO for k in range(comma + 1, who[0] + 1)):
        return None
    return characters(tokens, who)


def conceived(tokens: Tokens, clause: Clause) -> Span | None:
    """As in "Rumours that the mayor had resigned spread": the noun whose "that" holds the first verb of the clause."""
    for n in range(clause.first, clause.groups[0].start if clause.groups else clause.first):
        held = tokens.words[n].lower() in word_list("belief", "nouns") and tokens.words[n + 1].lower() == "that"
        if held and not tokens.tags[n + 2].startswith(("VBD", "VBZ", "VBP", "MD")):  # "fears that proved wrong"
            return characters(tokens, phrase(tokens, clause.first, n + 1) or (n, n + 1))
    return None


def turned_away(tokens: Tokens, clauses: list[Clause]) -> int | None:
    """The clause from which on nobody's words are told any more, None where there is none.

    As in "she said the road was safe, but the police closed it": behind a comma and "but" with a noun of its own as the
    subject it is the outlet that goes on; "but he would stay" may still be hers.
    """
    for n, clause in enumerate(clauses):
        if n and clause.kind == "conjunct" and clause.first and tokens.words[clause.first].lower() == "but":
            own = phrase(tokens, *clause.subject)
            if tokens.words[clause.first - 1] == "," and own and not tokens.tags[own[0]].startswith("PRP"):
                return n if tokens.words[clause.first + 1].lower() != "that" else None
    return None


def according_to(tokens: Tokens, first: int, stop: int) -> Span | None:
    """The noun phrase after "according to" in the sentence."""
    for n in range(first, stop - 2):
        if tokens.words[n].lower() == "according" and tokens.words[n + 1].lower() == "to":
            end = n + 2
            while end < stop and tokens.words[end] not in STOPS:
                end += 1
            return tokens.span(n + 2, end) if end > n + 2 else None
    return None
