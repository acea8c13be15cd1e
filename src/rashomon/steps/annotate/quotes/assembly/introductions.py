"""Speakers of quotations that no verb governs: colons, signatures, owners of a remark.

Decides from the mark before the piece (colon), after it (dash and name), from a noun of saying with its owner, and
from a sentence before that ended in a colon. Else there is no speaker.
"""

from __future__ import annotations

from rashomon.steps.annotate.quotes.assembly.drafts import Draft, set_speaker
from rashomon.steps.annotate.quotes.assembly.state import State
from rashomon.steps.annotate.quotes.tagging.frames import FINITE, Frame
from rashomon.steps.annotate.quotes.tagging.phrases import PREPOSITIONS, Phrase, left, right
from rashomon.steps.annotate.quotes.tagging.subjects import DASHES, main_subject
from rashomon.steps.annotate.quotes.tagging.tag import Tag


def remember_colon(state: State, number: int, frame: Frame, tags: list[Tag]) -> None:
    """Remember a sentence that ends in a colon."""
    if frame.low[-1] == ":" and frame.quotes[-1] is None:
        tag = next((t for t in reversed(tags) if t.phrase is not None), None)
        phrase = tag.phrase if tag else main_subject(frame, len(frame))
        state.colon = (number, tag, phrase, frame)
    elif state.colon is not None and (frame.places or number > state.colon[0]):
        state.colon = None


def introduce(state: State, draft: Draft, frame: Frame, members: list[int]) -> None:
    """Colon, dash signature, the introduction before, `her remark that`; else no speaker."""
    place = members[0]
    owner = owner_of(state, frame, place)
    if owner is not None:
        set_speaker(draft, frame, owner)
        draft.rule, draft.link = "owner", "clause"
        return
    if place and frame.low[place - 1] == ":":
        phrase = left(frame, place - 2) if place > 1 else None
        if phrase is None or phrase.first > 0:
            phrase = main_subject(frame, place) or phrase
        if phrase is not None:
            set_speaker(draft, frame, phrase)
            draft.rule = draft.link = "colon"
            return
    end = members[-1]
    if end + 2 < len(frame) + 1 and end + 1 < len(frame) and frame.low[end + 1] in DASHES:
        phrase = signature(frame, end + 2)
        if phrase is not None:
            set_speaker(draft, frame, phrase)
            draft.rule = draft.link = "dash"
            return
    beside = _beside(state, frame, end) if place == 0 and draft.kind == "direct" else None
    if beside is not None:
        set_speaker(draft, frame, beside)
        draft.rule, draft.link = "beside", "beside"
        draft.tag_span = frame.span(0, len(frame) - 1)
        return
    if place == 0 and state.colon is not None and state.colon[0] >= frame.paragraph - 1 and state.colon[2] is not None:
        _, tag, intro, host = state.colon
        assert intro is not None
        set_speaker(draft, host, intro)
        draft.rule = draft.link = "colon"
        if tag is not None:
            draft.cue, draft.lemma = host.span(tag.at, tag.at), tag.cue.lemma
            state.used.add((host.starts[0], tag.at))
        draft.tag_span = host.span(0, len(host) - 1)


def owner_of(state: State, frame: Frame, place: int) -> Phrase | None:
    """`her March remark that “…”`, `Ruiz's slogan, “…”`: who owns the noun of saying before the quotation."""
    noun = next((k for k in range(place - 1, max(-1, place - 4), -1) if frame.low[k] in state.table.nouns), None)
    if noun is None or any(frame.quotes[k] is not None for k in range(noun, place)):
        return None
    for k in range(noun - 1, max(-1, noun - 5), -1):
        if frame.low[k] in ("his", "her", "their", "its"):
            return Phrase(k, k, k, k, "pronoun")
        if frame.low[k] in ("'s", "’s") and k:
            return left(frame, k - 1)
        if frame.low[k] in PREPOSITIONS or not frame.words[k][0].isalnum():
            return None
    return None


def _beside(state: State, frame: Frame, end: int) -> Phrase | None:
    """`“…,” Ada Pell called from the stairs`: a comma before the mark leaves the sentence open for who says it.

    Only a name or a pronoun that a finite verb follows, which need be none of saying; or the name behind a noun of
    saying: "came the answer from Ada Pell".
    """
    region = frame.quotes[end]
    if region is None or end + 2 >= len(frame):
        return None
    first = end + 2 if frame.low[end + 1] == "," else end + 1
    if first == end + 1 and state.text[region.inner.end - 1 : region.inner.end] != ",":
        return None
    if first < len(frame) and frame.tags[first] in FINITE:
        of = next((n for n in range(first + 2, min(first + 5, len(frame))) if frame.low[n] in ("from", "of", "by")), 0)
        named = right(frame, of + 1) if of and frame.low[of - 1] in state.table.nouns else None
        return named if named is not None and named.kind == "name" else None
    phrase = right(frame, first)
    if phrase is None or phrase.kind not in ("name", "pronoun") or phrase.last + 1 >= len(frame):
        return None
    return phrase if frame.tags[phrase.last + 1] in FINITE else None


def signature(frame: Frame, first: int) -> Phrase | None:
    """The name from item `first` on, when hardly anything follows it."""
    phrase = right(frame, first)
    if phrase is None or phrase.kind != "name":
        return None
    return phrase if len(frame) - phrase.last <= 9 else None
