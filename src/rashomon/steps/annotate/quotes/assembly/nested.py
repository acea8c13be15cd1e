"""A quotation inside a quotation, as in `“He told me ‘go home’ and I did,” she said`.

Decides from the words of the outer quotation alone: only a verb of saying with its subject right before the inner marks
makes it somebody else's words, relayed by the outer speaker. All other inner marks stay part of the outer quotation,
and so does one that fills more than half of it.
"""

from __future__ import annotations

from rashomon.records.reading import Words
from rashomon.steps.annotate.quotes.assembly.drafts import Draft, set_speaker
from rashomon.steps.annotate.quotes.tagging.cues import CueTable
from rashomon.steps.annotate.quotes.tagging.frames import QUOTE, Frame, add_item, extend
from rashomon.steps.annotate.quotes.tagging.tags import find_tags
from rashomon.text.quotemarks import Region

WINDOW = 30


def add_nested(words: Words, drafts: list[Draft], table: CueTable) -> None:
    """Append the quotations that stand inside others and have a speaker there."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.kind == "indirect":
            continue
        for region in draft.regions:
            for inner in region.inside:
                if 2 * (inner.inner.end - inner.inner.start) > region.inner.end - region.inner.start:
                    continue
                nested = _nested(words, draft, region, inner, table)
                if nested is not None:
                    found.append(nested)
    drafts += found


def _nested(words: Words, outer: Draft, region: Region, inner: Region, table: CueTable) -> Draft | None:
    tokens = words.tokens
    before = tokens.within(region.inner.start, inner.outer.start)
    first = max(before.start, before.stop - WINDOW)
    for n in range(before.stop - 1, first - 1, -1):
        if tokens.words[n] in (".", "!", "?"):
            first = n + 1
            break
    frame = Frame(outer.paragraph, outer.place)
    extend(frame, tokens, first, before.stop)
    add_item(frame, QUOTE, "Q", inner.outer.start, inner.outer.end, inner)
    for tag in reversed(find_tags(frame, table)):
        gap = range(tag.end + 1, len(frame) - 1)
        if tag.phrase is None or not tag.cue.says or tag.modal or len(gap) > 3:
            continue
        draft = Draft("direct", outer.paragraph, outer.place, [inner.inner], [inner])
        set_speaker(draft, frame, tag.phrase)
        draft.cue, draft.lemma, draft.rule, draft.link = frame.span(tag.at, tag.at), tag.cue.lemma, tag.rule, "nested"
        draft.says, draft.speaks = True, False
        draft.status = "not-said" if tag.negated else tag.cue.status
        if outer.speaker is not None:
            draft.through.append(outer.speaker)
        return draft
    return None
