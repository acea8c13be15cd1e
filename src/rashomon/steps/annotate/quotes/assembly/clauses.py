"""Where a reported clause begins and ends, and who is told.

Decides by the words after the verb: a listener, a time or place, `that`. The clause of a quotation woven into a
sentence holds its marks too.
"""

from __future__ import annotations

from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.assembly.drafts import Draft
from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.phrases import CALENDAR, PREPOSITIONS, right
from rashomon.steps.annotate.quotes.tagging.tag import Tag

TELLS = frozenset(("tell", "inform", "assure", "remind", "notify", "advise", "warn", "urge", "ask", "beg", "promise"))
DEEPEST = 4
"""A chain of more relays than these is no chain but a list."""
CLOSING = frozenset((",", ".", ";", ":", "!", "?", "…", ")", "—", "–", "-", "”", "’", "'"))


def listener_of(frame: Frame, tag: Tag) -> Span | None:
    """The one who is told: after `told`, or after `said to`."""
    first = tag.end + 1
    if first + 1 < len(frame) and tag.cue.lemma == "say" and frame.low[first] == "to":
        first += 1
    elif tag.cue.lemma not in TELLS or tag.inverted or tag.passive:
        return None
    phrase = right(frame, first)
    if phrase is None or _verb_at(frame, phrase.last + 1):
        return None
    return frame.span(phrase.first, phrase.last)


def _verb_at(frame: Frame, n: int) -> bool:
    """True when what looks like a listener is the subject of the reported clause: `warned the toll may rise`."""
    return n < len(frame) and frame.tags[n] in ("MD", "VBD", "VBZ", "VBP")


def relay(draft: Draft, frame: Frame, tag: Tag) -> None:
    """Fill `through`: whose words hold the tag's, outermost first, and who quotes the speaker."""
    outer = tag.outer
    for _ in range(DEEPEST):
        if outer is None:
            break
        if outer.phrase is not None and not outer.weak:
            draft.through.insert(0, frame.span(outer.phrase.first, outer.phrase.last))
        outer = outer.outer
    if tag.through is not None:
        draft.through.append(frame.span(tag.through.first, tag.through.last))


def content_start(frame: Frame, tag: Tag, limit: int) -> int:
    """First item of what is reported: after the listener of `told`, after time and place, after `that`."""
    first = tag.end + 1 if not (tag.passive and tag.phrase and tag.phrase.first > tag.at) else tag.at + 1
    if tag.cue.lemma in TELLS and not tag.inverted and first < limit:
        listener = right(frame, first, limit)
        if listener is not None and not _verb_at(frame, listener.last + 1):
            first = listener.last + 1
    while first + 1 < limit and (
        frame.low[first] in CALENDAR or (frame.low[first] == "on" and frame.low[first + 1] in CALENDAR)
    ):
        if frame.low[first + 1] in ("'s", "’s"):
            break
        first += 1
    for k in range(first, min(first + 12, limit)):
        if frame.low[k] == "that" and (k == first or frame.low[first] in PREPOSITIONS | CALENDAR):
            return k + 1
        if frame.tags[k] in ("VBD", "VBZ", "VBP", "MD") or frame.quotes[k] is not None:
            break
    while first < limit and frame.low[first] in ("that", ",", ":", "as", "—", "–"):
        first += 1
    return first


def clause_of(frame: Frame, tag: Tag, members: list[int]) -> Span | None:
    """The reported clause that holds the items `members`, its marks included."""
    if members[0] > tag.at:
        first = content_start(frame, tag, members[0])
        last = len(frame) - 1
    else:
        first, last = 0, tag.begin - 1
    while last > members[-1] and frame.quotes[last] is None and frame.low[last] in CLOSING:
        last -= 1
    return frame.span(min(first, members[0]), max(last, members[-1]))
