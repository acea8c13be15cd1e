"""How sure a quotation and its speaker are, from 0 to 1.

Decides from which rule found the speaker, how the quotation hangs on its tag, and whether the second method
(`ranker`) points at the same words. 0.8 and more only where both agree or the construction leaves no other reading;
doubt about the marks, a relay, a headline or a teaser takes confidence away. Nothing is rated above what its kind of
evidence earned on development data.
"""

from __future__ import annotations

from rashomon.steps.annotate.quotes.assembly.drafts import Draft
from rashomon.steps.annotate.quotes.assembly.state import State
from rashomon.steps.annotate.quotes.judging.ranker import region_index, second_opinion

BESIDE = frozenset(("subject", "inverted", "apposition", "according", "passive"))
FIRM = BESIDE | {"participle", "shared", "infinitive", "relative", "main"}
SURE, LIKELY, POSSIBLE, UNKNOWN = 0.9, 0.7, 0.5, 0.3
BELIEF = 0.25
HEADLINES = frozenset(("title", "subtitle", "subhead", "caption"))


def rate(state: State) -> None:
    """Set the confidence of every draft in place."""
    frames = [frame for frame, _ in state.frames]
    index = region_index(frames)
    for draft in state.drafts:
        opinion = second_opinion(frames, index, draft) if draft.regions and draft.speaker is not None else None
        pointed = [span for span in (draft.speaker, draft.described) if span is not None]
        agrees = opinion is not None and any(opinion[0].overlaps(span) for span in pointed)
        draft.confidence = _confidence(draft, agrees)
        if draft.name is not None:
            draft.confidence = min(draft.confidence, draft.certainty)


def _confidence(draft: Draft, agrees: bool) -> float:
    if draft.place == "teaser":
        return 0.2
    if draft.speaker is None:
        return UNKNOWN if draft.kind != "indirect" else BELIEF
    if draft.kind == "indirect":
        if not draft.says or not draft.clausal:
            return BELIEF
        firm = draft.rule in BESIDE and not draft.through and draft.place not in HEADLINES
        return LIKELY if firm else POSSIBLE
    score = _beside(draft, agrees)
    if draft.place in HEADLINES:
        score = min(score, POSSIBLE)
    if draft.through:
        score = min(score, LIKELY)
    if any(region.doubtful for region in draft.regions):
        score -= 0.05
    return score


def _beside(draft: Draft, agrees: bool) -> float:
    if draft.link == "right" and draft.says and draft.rule in BESIDE:
        return SURE if agrees else 0.8
    if draft.link in ("left", "clause") and draft.rule in FIRM:
        if agrees:
            return SURE if draft.says and draft.rule in BESIDE else 0.8
        return LIKELY
    if draft.link == "turn":
        return 0.8
    if draft.link in ("colon", "dash", "joined", "beside"):
        return 0.8 if agrees else LIKELY
    return POSSIBLE
