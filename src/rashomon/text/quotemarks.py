"""Pairs the quotation marks of a text, paragraph by paragraph, and never gives up.

Decides from the shape of each mark (curly, straight, single, guillemet, low), from the spaces around it and from what
is open: marks that carry over from one paragraph to the next, marks repeated at the start of each paragraph, marks
turned the wrong way, apostrophes, elisions and inches. Where a mark is missing or stands the wrong way the pairing goes
on and the region is marked `doubtful`. It does not decide whether the quoted words are a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rashomon.records.span import Span

MARK = re.compile(r"``|''|[“”„‟«»\"＂]|[‘’‚‛'‹›]")
PRIMARY = frozenset(("“", "”", "„", "‟", "«", "»", '"', "＂", "``", "''"))
ELIDED = re.compile(
    r"['’‘](?:\d0s|\d\ds?\b|em\b|tis\b|twas\b|til\b|till\b|cause\b|bout\b|round\b|n\b['’‘]?|cos\b|coz\b|nuff\b|ere\b)",
    re.I,
)
OPENERS = frozenset("([{<—–-/…:|«“‘\"'")
LONG_SINGLE = 600


@dataclass(slots=True)
class Region:
    """A stretch between quotation marks inside one paragraph.

    `outer` has the marks, `inner` has not. `level` 1 or 2; `single`: between single marks. `follows`: it goes on from
    the region that ended the paragraph before. `doubtful`: a mark was missing or turned the wrong way.
    """

    outer: Span
    inner: Span
    level: int = 1
    single: bool = False
    follows: bool = False
    open_end: bool = False
    doubtful: bool = False
    inside: list[Region] = field(default_factory=list)


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    primary: bool
    opens: bool
    closes: bool
    sure: bool


def pair_marks(text: str, paragraphs: Iterable[Span]) -> list[list[Region]]:
    """For each paragraph of `text` its level-one regions in order, nested ones in their `inside`."""
    spans = list(paragraphs)
    found: list[list[Region]] = []
    carried: Region | None = None
    for number, span in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        regions, carried = _paragraph(text, span, carried, following)
        found.append(regions)
    return found


def _paragraph(
    text: str, span: Span, carried: Region | None, following: Span | None
) -> tuple[list[Region], Region | None]:
    marks = _marks(text, span)
    primary = [m for m in marks if m.primary]
    regions: list[Region] = []
    if carried is not None and primary and _closes_former(text, span, primary):
        carried.doubtful = True
        primary = primary[1:]
        carried = None
    follows = carried is not None and bool(primary) and primary[0].start == _first(text, span) and primary[0].opens
    opened: _Mark | None = None
    depth = 0
    for n, mark in enumerate(primary):
        if opened is None:
            if mark.opens or mark.start == span.start:
                opened, depth = mark, 0
            continue
        if mark.closes and not (mark.opens and mark.sure):
            if depth:
                depth -= 1
                continue
            regions.append(_region(text, opened, mark.start, mark.end, doubtful=not (mark.sure and opened.sure)))
            opened = None
        elif mark.opens and mark.sure:
            if _nests(primary, n):
                depth += 1
            else:
                cut = _cut(text, opened.end, mark.start)
                if cut > opened.end:
                    regions.append(_region(text, opened, cut, cut, doubtful=True))
                opened, depth = mark, 0
    open_end: Region | None = None
    if opened is not None:
        stop = _last(text, span)
        if stop > opened.end:
            closed_next = following is not None and _continues(text, following)
            region = _region(text, opened, stop, stop, doubtful=not closed_next)
            region.open_end = True
            regions.append(region)
            open_end = region
    regions = [r for r in regions if any(c.isalnum() for c in text[r.inner.start : r.inner.end])]
    if follows and regions and regions[0].outer.start == primary[0].start:
        regions[0].follows = True
    singles = _singles(text, span, [m for m in marks if not m.primary], regions)
    for region in singles:
        host = next((r for r in regions if r.inner.covers(region.outer)), None)
        if host is not None:
            region.level = 2
            host.inside.append(region)
        elif _hosts(text, span, region, regions):
            region.inside = [r for r in regions if region.inner.covers(r.outer)]
            regions = [r for r in regions if r not in region.inside]
            for nested in region.inside:
                nested.level = 2
            regions.append(region)
    regions.sort(key=lambda r: r.outer.start)
    return regions, open_end if open_end in regions else None


def _hosts(text: str, span: Span, region: Region, regions: list[Region]) -> bool:
    """True unless single marks seem to hold whole quotations: that is trusted only of British-style openings."""
    if not any(region.outer.overlaps(r.outer) for r in regions):
        return True
    if any(region.outer.overlaps(r.outer) and not region.inner.covers(r.outer) for r in regions):
        return False
    before = text[span.start : region.outer.start].rstrip()
    return text[region.outer.start] == "‘" or not before or before.endswith((",", ":"))


def _first(text: str, span: Span) -> int:
    at = span.start
    while at < span.end and (text[at].isspace() or text[at] in "-–—•*·…."):
        at += 1
    return at


def _last(text: str, span: Span) -> int:
    at = span.end
    while at > span.start and text[at - 1].isspace():
        at -= 1
    return at


def _region(text: str, opened: _Mark, stop: int, end: int, doubtful: bool) -> Region:
    first, last = opened.end, stop
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Region(Span(opened.start, end), Span(first, max(first, last)), doubtful=doubtful)


def _marks(text: str, span: Span) -> list[_Mark]:
    """The quotation marks of a paragraph with what each may do; apostrophes, elisions and inches are none."""
    out: list[_Mark] = []
    straight_open = False
    markup = ""
    for match in MARK.finditer(text, span.start, span.end):
        glyph, at, end = match[0], match.start(), match.end()
        before = text[at - 1] if at > span.start else " "
        after = text[end] if end < span.end else " "
        primary = glyph in PRIMARY
        if not primary and glyph not in "‚‹›":
            if before.isalnum() and after.isalnum():
                continue
            if ELIDED.match(text, at) and not before.isalnum():
                continue
        if glyph in ('"', "＂", "''") and before.isdigit() and not straight_open:
            continue
        if (glyph in "\"'" and before == "=") or markup == glyph:
            markup = glyph if before == "=" else ""
            continue
        if glyph in ("'", "’") and before.isdigit() and (after.isdigit() or after == '"'):
            continue
        spaced_open = (before.isspace() or before in OPENERS) and not after.isspace()
        spaced_close = not before.isspace() and (after.isspace() or not after.isalnum())
        opens, closes, sure = _sides(glyph, spaced_open, spaced_close, text, span)
        if primary and glyph in ('"', "＂"):
            straight_open = not straight_open
        out.append(_Mark(at, end, primary, opens, closes, sure))
    return out


def _sides(glyph: str, spaced_open: bool, spaced_close: bool, text: str, span: Span) -> tuple[bool, bool, bool]:
    """(may open, may close, sure) of one mark."""
    if glyph in ("„", "‚", "``"):
        return True, False, True
    if glyph in ("“", "‘", "«", "‹", "‟", "‛"):
        if glyph in "“‘" and spaced_close and not spaced_open:
            return True, True, False
        if glyph in "«‹" and spaced_close and not spaced_open:
            return True, True, False
        return True, False, True
    if glyph in ("”", "’", "»", "›", "''"):
        if spaced_open and not spaced_close:
            return True, True, False
        return False, True, True
    if spaced_open and not spaced_close:
        return True, False, True
    if spaced_close and not spaced_open:
        return False, True, True
    return True, True, False


def _closes_former(text: str, span: Span, primary: list[_Mark]) -> bool:
    """True when the first mark of a paragraph belongs to the end of the paragraph before it.

    `”The leader added: “Two things …”`: a mark at the start, and the next one opens again before anything is closed.
    """
    first = primary[0]
    if first.start != _first(text, span):
        return False
    if text[first.start : first.end] in ("”", "’", "»", "''") and not (
        len(primary) > 1 and primary[1].closes and not primary[1].opens
    ):
        return True
    return len(primary) > 1 and primary[1].opens and primary[1].sure and text[first.start] in '"＂”»'


def _nests(marks: list[_Mark], n: int) -> bool:
    """True when the opening mark `n`, met inside an open quotation, has its own closing mark: two closings follow."""
    depth = 2
    for mark in marks[n + 1 :]:
        if mark.closes and not (mark.opens and mark.sure):
            depth -= 1
            if depth == 0:
                return True
        elif mark.opens and mark.sure:
            return False
    return False


def _cut(text: str, start: int, stop: int) -> int:
    """Where a quotation without a closing mark ends: at the last comma or full stop before `stop`."""
    best = max(text.rfind(mark, start, stop) for mark in ",.!?")
    return best + 1 if best > start else start


def _continues(text: str, following: Span) -> bool:
    at = _first(text, following)
    return at < following.end and text[at] in '“„«"”＂'


def _singles(text: str, span: Span, marks: list[_Mark], hosts: list[Region]) -> list[Region]:
    """Regions between single marks; a plural's apostrophe closes only when no better mark follows."""
    out: list[Region] = []
    n = 0
    while n < len(marks):
        mark = marks[n]
        after = text[mark.end] if mark.end < span.end else " "
        if not mark.opens or after.isspace() or (mark.start > span.start and text[mark.start - 1].isalnum()):
            n += 1
            continue
        host = next((r for r in hosts if r.outer.start < mark.start < r.outer.end), None)
        limit = min(host.inner.end + 1 if host else span.end, mark.end + LONG_SINGLE if host is None else span.end)
        close = _single_close(text, marks, n, limit)
        if close is None or any(
            (r.outer.start < marks[close].start < r.outer.end) != (r is host) for r in hosts if r.outer.end > mark.start
        ):
            n += 1
            continue
        region = _region(text, mark, marks[close].start, marks[close].end, doubtful=False)
        region.single = True
        if any(c.isalnum() for c in text[region.inner.start : region.inner.end]):
            out.append(region)
        n = close + 1
    return out


def _single_close(text: str, marks: list[_Mark], n: int, limit: int) -> int | None:
    doubtful: int | None = None
    for k in range(n + 1, len(marks)):
        mark = marks[k]
        if mark.start >= limit:
            break
        if mark.opens and mark.sure and not mark.closes:
            break
        if not mark.closes or text[mark.start - 1].isspace():
            continue
        if text[mark.start - 1] in "sS" and re.match(r"\s+[a-z]", text[mark.end : mark.end + 3]):
            doubtful = k if doubtful is None else doubtful
            continue
        return k
    return doubtful
