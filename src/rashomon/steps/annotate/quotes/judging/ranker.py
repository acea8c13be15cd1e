"""A second opinion on who speaks: every noun phrase around a quotation, ranked by learned whole-number weights.

Decides from place, distance, marks and part-of-speech tags around each candidate; it knows no verb of saying and no
rule of `tags`. Its weights (`weights/speakers.json`) were trained by `training/quotes_speakers.py` on silver labels
from openly licensed text. Whole numbers only, ties go to the first candidate: every machine gives the same answer. It
never names a speaker by itself; where it points at the same words as the rules, the confidence of the quotation rises.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.assembly.drafts import Draft
from rashomon.steps.annotate.quotes.tagging.frames import Frame
from rashomon.steps.annotate.quotes.tagging.phrases import CALENDAR, OBJECTS, Phrase, right

BEFORE, AFTER = 2, 1
WIDE = 60
BUCKETS = (0, 1, 2, 3, 5, 9, 16)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One noun phrase near a quotation with the features it is judged by."""

    span: Span
    features: tuple[str, ...]


@cache
def weights() -> dict[str, int]:
    """Feature → whole-number weight."""
    path = resources.files("rashomon.weights") / "speakers.json"
    return {str(k): int(v) for k, v in json.loads(path.read_text(encoding="utf-8"))["weights"].items()}


def region_index(frames: list[Frame]) -> dict[int, tuple[int, int]]:
    """Start of every folded region → (frame, item)."""
    return {
        region.outer.start: (number, item)
        for number, frame in enumerate(frames)
        for item, region in enumerate(frame.quotes)
        if region is not None
    }


def second_opinion(frames: list[Frame], index: dict[int, tuple[int, int]], draft: Draft) -> tuple[Span, int] | None:
    """The best candidate for the first piece of `draft` and its lead over the next one; None without candidates."""
    table = weights()
    best: tuple[int, Span] | None = None
    second = 0
    for candidate in candidates(frames, index, draft):
        score = sum(table.get(feature, 0) for feature in candidate.features)
        if best is None or score > best[0]:
            second = best[0] if best is not None else score - 100
            best = score, candidate.span
        elif score > second:
            second = score
    return None if best is None else (best[1], best[0] - second)


def candidates(frames: list[Frame], index: dict[int, tuple[int, int]], draft: Draft) -> Iterator[Candidate]:
    """Noun phrases around the quotation, nearest sentence first. `index`: start of a region → (frame, item)."""
    place = next((index[r.outer.start] for r in draft.regions if r.outer.start in index), None)
    if place is None:
        return
    at, item = place
    bare = all(r is not None or not frames[at].words[n][0].isalnum() for n, r in enumerate(frames[at].quotes))
    for n in range(at, max(-1, at - BEFORE - 1), -1):
        if frames[at].paragraph - frames[n].paragraph > 2:
            break
        yield from _of_frame(
            frames[n], item if n == at else None, at - n, bare, frames[at].paragraph != frames[n].paragraph
        )
    for n in range(at + 1, min(len(frames), at + AFTER + 1)):
        if frames[n].paragraph == frames[at].paragraph:
            yield from _of_frame(frames[n], None, at - n, bare, False)


def _of_frame(frame: Frame, item: int | None, back: int, bare: bool, other: bool) -> Iterator[Candidate]:
    n = 0 if item is None else max(0, item - WIDE)
    stop = len(frame) if item is None else min(len(frame), item + WIDE)
    stop = min(stop, n + 2 * WIDE)
    for order, phrase in enumerate(_phrases(frame, n, stop)):
        yield Candidate(frame.span(phrase.first, phrase.last), _features(frame, phrase, item, back, bare, other, order))


def _phrases(frame: Frame, n: int, stop: int) -> list[Phrase]:
    """The noun phrases of items `n`..`stop`; those of a part once asked for are kept with the frame."""
    kept = frame.phrases.get((n, stop))
    if kept is not None:
        return kept  # type: ignore[return-value]
    found: list[Phrase] = []
    begin = n
    while n < stop:
        phrase = right(frame, n, stop)
        if phrase is None or frame.low[phrase.first] in CALENDAR:
            n += 1
            continue
        found.append(phrase)
        n = phrase.last + 1
    frame.phrases[begin, stop] = found  # type: ignore[assignment]
    return found


def _features(
    frame: Frame, phrase: Phrase, item: int | None, back: int, bare: bool, other: bool, order: int
) -> tuple[str, ...]:
    before = _tag(frame, phrase.first - 1)
    after = _tag(frame, phrase.last + 1)
    beyond = _tag(frame, phrase.last + 2)
    word = frame.low[phrase.head] if phrase.kind == "pronoun" else phrase.kind
    if frame.low[phrase.head] in OBJECTS:
        word = "object"
    if item is None:
        side, distance, between = f"f{min(back, 2)}{int(other)}", "", ""
    elif phrase.last < item:
        side, distance = "L", _bucket(item - phrase.last - 1)
        between = " ".join(frame.tags[phrase.last + 1 : item][-3:])
    else:
        side, distance = "R", _bucket(phrase.first - item - 1)
        between = " ".join(frame.tags[item + 1 : phrase.first][:3])
    where = f"{side}{'b' if bare else ''}"
    return (
        f"s={where}",
        f"s={where} k={word}",
        f"s={where} a={after}",
        f"s={where} a={after} {beyond}",
        f"s={where} b={before}",
        f"s={where} d={distance}",
        f"s={where} d={distance} a={after}",
        f"s={side} t={between} a={after}",
        f"s={side} o={min(order, 3)}",
        f"a={after} b={before}",
        f"k={word}",
    )


def _tag(frame: Frame, n: int) -> str:
    if n < 0 or n >= len(frame):
        return "END"
    return "Q" if frame.quotes[n] is not None else frame.tags[n]


def _bucket(distance: int) -> str:
    return str(sum(1 for edge in BUCKETS if distance > edge))
