"""The cross-outlet vote: copies of one utterance help each other.

Decides nothing that a report says itself: only what is missing is filled, and only when all copies that know it agree.
Agreement of reports that do not copy one another raises confidence; a conflict leaves every quote as its report has it.
A fragment that was joined by a word or two takes part but takes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from rashomon.records.findings import Quote
from rashomon.steps.reconcile.utterances.likeness import FRAGMENT
from rashomon.steps.reconcile.utterances.saying import Saying

CEILING = 0.97
"""No vote makes a speaker surer than this."""
FILLED = 0.9
"""A filled speaker is at most this sure, relative to the best copy it comes from."""


def majority(group: list[Saying]) -> str | None:
    """The speaker most of the evidence is for; None without one, or when the two strongest are equally strong."""
    weight: dict[str, float] = defaultdict(float)
    for s in group:
        if s.quote.speaker:
            weight[s.quote.speaker] += max(0.05, s.quote.confidence)
    ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None
    return ranked[0][0]


def agreed(values: list[str | None]) -> str | None:
    """The one value that all who know it give, else None."""
    known = {value for value in values if value}
    return known.pop() if len(known) == 1 else None


def vote(group: list[Saying]) -> list[Quote]:
    """The quotes of one utterance after the vote, in the order of `group`."""
    if len(group) == 1:
        return [group[0].quote]
    speaker = agreed([s.quote.speaker for s in group])
    channel = agreed([s.quote.channel for s in group])
    when = agreed([s.quote.when for s in group])
    sure = max((s.quote.confidence for s in group if s.quote.speaker), default=0.0)
    voices = {s.quote.article: s.quote.confidence for s in group if s.quote.speaker == speaker and not s.quote.teaser}
    doubt = 1.0
    for article in sorted(voices):
        doubt *= 1 - voices[article]
    joint = min(CEILING, max(sure, 1 - doubt)) if len(voices) > 1 else sure
    out = []
    for s in group:
        quote, verbatim = s.quote, s.verbatim and len(s.keys) > FRAGMENT
        if speaker and quote.speaker is None and verbatim:
            quote = replace(quote, speaker=speaker, confidence=round(FILLED * joint, 3))
        elif speaker and quote.speaker and verbatim:
            quote = replace(quote, confidence=round(max(quote.confidence, joint), 3))
        if verbatim:
            quote = replace(quote, channel=quote.channel or channel, when=quote.when or when)
        out.append(quote)
    return out
