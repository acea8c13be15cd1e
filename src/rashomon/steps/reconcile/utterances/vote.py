"""The cross-outlet vote: copies of one utterance help each other.

Decides nothing that a report says itself. What is missing is filled, and a doubtful pronoun ("he added") read anew,
only when all reports that name the speaker name the same one and the pronoun can mean him. A pronoun that the report
leaves in no doubt stands. Agreement raises confidence; where two reports name different speakers, every quote stays as
its report has it. Short fragments take part but take little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from rashomon.records.findings import Quote
from rashomon.steps.reconcile.utterances.likeness import FRAGMENT
from rashomon.steps.reconcile.utterances.saying import Saying
from rashomon.steps.reconcile.utterances.speakers import Speakers

CEILING = 0.97
"""No vote makes a speaker surer than this."""
CLEAR = 1.5
"""A speaker has the majority with this many times the evidence of the next."""
FIRM = 0.85
"""A pronoun that is read with this confidence is not read anew."""
WORDS = 3
"""A shorter fragment takes nothing from the vote; one of at most FRAGMENT words keeps the speaker it has."""
FILLED = 0.9
"""A filled speaker is at most this sure, relative to the best copy it comes from."""


def majority(quotes: list[Quote]) -> str | None:
    """The speaker most of the evidence is for; None without one, or when the two strongest are about equally strong."""
    weight: dict[str, float] = defaultdict(float)
    for quote in quotes:
        if quote.speaker:
            weight[quote.speaker] += max(0.05, quote.confidence)
    ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
        return None
    return ranked[0][0]


def agreed(values: Iterable[str | None]) -> str | None:
    """The one value that all who know it give, else None."""
    known = {value for value in values if value}
    return known.pop() if len(known) == 1 else None


def vote(group: list[Saying], speakers: Speakers) -> list[Quote]:
    """The quotes of one utterance after the vote, in the order of `group`."""
    if len(group) == 1:
        return [group[0].quote]
    speaker = _elected(group, speakers)
    channel = agreed(s.quote.channel for s in group if s.verbatim)
    when = agreed(s.quote.when for s in group if s.verbatim)
    sure = _joint([s for s in group if s.quote.speaker == speaker])
    return [_helped(s, speaker, sure, channel, when, speakers) for s in group]


def _elected(group: list[Saying], speakers: Speakers) -> str | None:
    """The speaker that most reports name, when no other one names somebody else.

    A body and somebody who may speak for it are no contradiction; two that are named equally often elect nobody. Where
    no report names a speaker, it is the one that all pronouns lead to.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for s in group:
        if s.named and s.quote.speaker and not s.quote.teaser:
            named[s.quote.speaker].add(s.quote.article)
    if not named:
        return agreed(s.quote.speaker for s in group)
    ranked = sorted(named, key=lambda actor: (-len(named[actor]), actor))
    first, others = ranked[0], ranked[1:]
    clear = all(len(named[o]) < len(named[first]) and speakers.agree(first, o) == "open" for o in others)
    return first if clear else None


def _joint(group: list[Saying]) -> float:
    """How sure several reports together are: as if each could be wrong on its own, and never above the ceiling."""
    best: dict[str, float] = {}
    for s in group:
        if not s.quote.teaser:
            best[s.quote.article] = max(best.get(s.quote.article, 0.0), s.quote.confidence)
    doubt = 1.0
    for article in sorted(best):
        doubt *= 1 - best[article]
    return min(CEILING, 1 - doubt) if len(best) > 1 else max(best.values(), default=0.0)


def _can_mean(quote: Quote, speaker: str, speakers: Speakers) -> bool:
    """A pronoun may stand for `speaker` only if its gender fits and he was named before it."""
    cite = quote.speaker_cite
    if cite is None:
        return True
    if quote.speaker is None and not speakers.is_pronoun(quote.article, cite.span):
        return True
    if not speakers.can_mean(quote.article, cite.span, speaker):
        return False
    doubtful = quote.speaker is None or quote.confidence < FIRM
    return doubtful and speakers.named_before(quote.article, speaker, cite.start)


def _helped(
    s: Saying, speaker: str | None, sure: float, channel: str | None, when: str | None, speakers: Speakers
) -> Quote:
    quote = s.quote
    if not s.verbatim or len(s.keys) < WORDS or s.content < 2:
        return quote
    quote = replace(quote, channel=quote.channel or channel, when=quote.when or when)
    if speaker is None:
        return quote
    if quote.speaker == speaker:
        return replace(quote, confidence=round(max(quote.confidence, sure), 3))
    if not _can_mean(quote, speaker, speakers):
        return quote
    if not (s.named or s.described) and (quote.speaker is None or len(s.keys) > FRAGMENT):
        return replace(quote, speaker=speaker, confidence=round(FILLED * sure, 3))
    return quote
