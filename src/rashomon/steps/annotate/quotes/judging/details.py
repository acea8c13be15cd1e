"""Channel, listener and day of an utterance, where its tag tells them.

Decides only on the outlet's own words around the verb of saying, never on what stands inside the quotation: a channel
from `lexicons/en/channels.toml`, else the outlet that was told; the listener after `told`, the day from a date next to
the verb. What the tag does not say stays open; a quotation that goes on in a paragraph of its own keeps the channel of
the one it goes on from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from rashomon.records.marks import TimeMark
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.assembly.drafts import Draft
from rashomon.text.lexicon import lexicon
from rashomon.text.names.known import world

NOT_ITS_DAY = re.compile(r"\b(?:since|until|till|before|after|from|by|of|for)\s+(?:the\s+)?$")
WORD = re.compile(r"[\w-]+")
NEAR = 70
REACH = 400


@cache
def channel_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(channel, pattern) in order of preference."""
    data = lexicon("channels")
    found = [(name, _pattern(forms, 0)) for name, forms in data["exact"].items()]
    found += [(name, _pattern(forms, re.IGNORECASE)) for name, forms in data["channels"].items()]
    return tuple(found)


@cache
def channel_ends() -> frozenset[str]:
    """The last word of every form: most tags hold none of them."""
    data = lexicon("channels")
    forms = [form for key in ("exact", "channels") for forms in data[key].values() for form in forms]
    return frozenset(WORD.findall(form.lower())[-1] for form in forms)


def _pattern(forms: list[str], flags: int) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", flags)


def add_details(text: str, drafts: list[Draft], times: tuple[TimeMark, ...]) -> None:
    """Set channel and day of every draft in place."""
    days = sorted((t.span.start, t) for t in times if t.type in ("DATE", "TIME") and _day(t) is not None)
    starts = [start for start, _ in days]
    former: Draft | None = None
    for draft in drafts:
        if draft.tag_span is not None and draft.cue is not None:
            own = _own_words(text, draft)
            draft.channel = _channel(own)
            draft.when = _when(text, draft, days, starts)
        if draft.channel is None and draft.addressee is not None:
            draft.channel = outlet(draft.addressee.of(text))
        if draft.channel is None and draft.link == "floating" and former is not None and former.name == draft.name:
            draft.channel = former.channel
        if draft.kind != "indirect" and draft.speaker is not None:
            former = draft


@cache
def outlet_words() -> frozenset[str]:
    """Last words of the names of outlets."""
    return frozenset(str(lexicon("channels")["outlets"]["words"]).split())


def outlet(listener: str) -> str | None:
    """The outlet that was told: a known one, or a name that ends as outlets do; else None."""
    words = listener.split()
    words = words[1:] if words and words[0].lower() == "the" else words
    if not words or not all(word[0].isupper() for word in words):
        return None
    name = " ".join(words)
    known = name in world().media or f"The {name}" in world().media
    return name if known or words[-1].lower().rpartition("-")[2] in outlet_words() else None


def _day(mark: TimeMark) -> str | None:
    """The one day a time expression names, else None."""
    value = mark.value[:10]
    return value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _own_words(text: str, draft: Draft) -> str:
    """The words of the tag's sentence outside everything said, near the verb."""
    assert draft.tag_span is not None and draft.cue is not None
    first = max(draft.tag_span.start, draft.cue.start - REACH)
    last = min(draft.tag_span.end, draft.cue.end + REACH)
    out, at = [], first
    for span in sorted(_said(draft)):
        if span.start > at:
            out.append(text[at : min(span.start, last)])
        at = max(at, span.end)
    out.append(text[at:last])
    return " | ".join(out)


def _said(draft: Draft) -> list[Span]:
    if draft.kind == "indirect":
        return list(draft.pieces)
    return [draft.clause] if draft.clause is not None else [r.outer for r in draft.regions]


def _channel(own: str) -> str | None:
    if channel_ends().isdisjoint(WORD.findall(own.lower())):
        return None
    return next((name for name, pattern in channel_patterns() if pattern.search(own)), None)


def _when(text: str, draft: Draft, days: list[tuple[int, TimeMark]], starts: list[int]) -> str | None:
    """The only day named in the tag, next to the verb and outside what was said."""
    assert draft.tag_span is not None and draft.cue is not None
    found: set[str] = set()
    n = bisect_left(starts, max(draft.tag_span.start, draft.cue.start - NEAR))
    while n < len(days) and starts[n] < min(draft.tag_span.end, draft.cue.end + NEAR):
        mark = days[n][1]
        n += 1
        if any(span.overlaps(mark.span) for span in _said(draft)):
            continue
        if NOT_ITS_DAY.search(text, max(0, mark.span.start - 12), mark.span.start):
            continue
        day = _day(mark)
        if day is not None:
            found.add(day)
    return found.pop() if len(found) == 1 else None
