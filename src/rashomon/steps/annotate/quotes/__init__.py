"""Quotations in one article, with who said them."""

from __future__ import annotations

from rashomon.records.marks import Mention, QuoteMark, TimeMark
from rashomon.records.reading import Words
from rashomon.steps.annotate.quotes.assembly.assemble import read_paragraph
from rashomon.steps.annotate.quotes.assembly.drafts import Draft
from rashomon.steps.annotate.quotes.assembly.indirect import add_indirect
from rashomon.steps.annotate.quotes.assembly.nested import add_nested
from rashomon.steps.annotate.quotes.assembly.state import State
from rashomon.steps.annotate.quotes.assembly.turns import find_turns
from rashomon.steps.annotate.quotes.judging.details import add_details
from rashomon.steps.annotate.quotes.judging.memory import Memory
from rashomon.steps.annotate.quotes.judging.rating import rate
from rashomon.steps.annotate.quotes.tagging.cues import table
from rashomon.steps.annotate.quotes.tagging.frames import fold
from rashomon.text.quotemarks import pair_marks

__all__ = ["find_quotes", "read_article"]


def read_article(words: Words) -> State:
    """All quotations and reported clauses of `words` as drafts, without names, details and confidence."""
    cues = table()
    state = State(words.text, cues)
    regions = pair_marks(words.text, [p.span for p in words.paragraphs])
    known = frozenset(cues.forms)
    turns = find_turns(words)
    for number, found in enumerate(regions):
        if number in turns:
            state.drafts.append(turns[number])
            state.active = turns[number] if turns[number].speaker is not None else state.active
            continue
        frames = fold(words, number, found, known)
        if frames:
            read_paragraph(state, number, frames)
    add_indirect(state)
    add_nested(words, state.drafts, cues)
    state.drafts.sort(key=lambda d: d.start)
    return state


def find_quotes(words: Words, mentions: tuple[Mention, ...], times: tuple[TimeMark, ...]) -> tuple[QuoteMark, ...]:
    """The quotations of `words`, in text order."""
    state = read_article(words)
    memory = Memory(words.text, list(mentions), [sentence.start for sentence in words.sentences])
    state.drafts = [draft for draft in state.drafts if not _is_placed(draft, memory)]
    for draft in state.drafts:
        memory.resolve(draft)
    rate(state)
    add_details(words.text, state.drafts, times)
    marks = [_mark(draft) for draft in state.drafts if draft.pieces]
    return tuple(sorted(marks, key=lambda m: (m.content[0].start, m.content[-1].end)))


def _is_placed(draft: Draft, memory: Memory) -> bool:
    """As in the headline "Norway: Ferry hits pier": a place before the colon tells where, and says nothing."""
    if draft.rule != "headline" or draft.speaker is None:
        return False
    mention = memory.at(draft.speaker)
    return mention is not None and mention.type == "place"


def _mark(draft: Draft) -> QuoteMark:
    pieces = tuple(p for p in draft.pieces if p.end > p.start)
    return QuoteMark(
        kind=draft.kind,
        content=pieces,
        speaker=draft.speaker,
        speaker_name=draft.name,
        cue=draft.cue,
        through=tuple(draft.through),
        channel=draft.channel,
        addressee=draft.addressee,
        status=draft.status,
        when=draft.when,
        confidence=draft.confidence,
        clause=draft.clause,
        place=draft.place,  # type: ignore[arg-type]
    )
