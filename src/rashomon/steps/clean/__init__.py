"""Step 2, once per article: labels every line of a page with its kind and the reason. Labels, never deletes.

Order matters: what the page's format told stays; then the words of a line (`rules`), captions, the head, lists of
links, credits, and last the unfinished lines between paragraphs. Whatever is still doubtful is body: losing a
sentence of the report is worse than keeping a line too many. Every non-blank character is in exactly one block.
"""

from __future__ import annotations

import re

from rashomon.records.article import Article, Block, Page, PublishedFrom, digest
from rashomon.settings import DEFAULTS, Settings
from rashomon.steps.clean.bars import mark_bars, mark_repeated
from rashomon.steps.clean.captions import mark_captions
from rashomon.steps.clean.credits import cut_signatures, mark_signed, sources_of
from rashomon.steps.clean.header import Head, read_head
from rashomon.steps.clean.lines import Line, split_lines
from rashomon.steps.clean.middle import mark_middle
from rashomon.steps.clean.names import nobody
from rashomon.steps.clean.rules import rule_for
from rashomon.steps.clean.tail import mark_tail
from rashomon.text.language import detect
from rashomon.text.stamps import Stamp, shifted, whole_stamp

_LABELLED = re.compile(
    r"(?:first |last |date )?(?:updated|published|posted|modified|edited|created|issued)\b", re.IGNORECASE
)

__all__ = ["clean"]


def clean(page: Page, settings: Settings = DEFAULTS) -> Article:
    """The article of `page`, each non-blank stretch of its text in exactly one block."""
    lines = split_lines(page.text)
    _keep_hints(page, lines)
    cut = len(lines) > 1 and _mark_furniture(
        lines, page.title
    )  # a line alone is what somebody asks about, whatever it says
    cut_signatures(lines)
    mark_signed(lines)
    head = read_head(lines, page.title) if len(lines) > 1 or not _stamp_alone(lines) else Head()
    _late_stamps(lines, head)
    if page.format not in ("html", "feed"):  # a page's own elements tell its subheads and links
        mark_middle(lines)
    published, origin = _published(page, head, settings)
    outlet = page.outlet or head.outlet
    blocks = tuple(Block(x.start, x.end, x.kind or "body", x.reason or "text") for x in lines)
    return Article(
        id=page.id or "a-" + digest(page.text)[:10],
        path=page.path,
        text=page.text,
        blocks=blocks,
        url=page.url,
        outlet=outlet,
        title=page.title or head.title,
        authors=tuple(a for a in page.authors if not nobody(a)) or tuple(dict.fromkeys(head.authors)),
        published=published,
        published_from=origin,
        language=page.language or detect(_sample(lines)),
        sources=tuple(dict.fromkeys([*page.sources, *head.sources, *sources_of(lines, outlet)])),
        captured=not (page.truncated or cut or _mostly_furniture(lines)),
    )


def _keep_hints(page: Page, lines: list[Line]) -> None:
    """Lines that a hint of the format covers keep the hint's kind."""
    hints = iter(sorted(page.hints, key=lambda b: (b.start, b.end)))
    hint = next(hints, None)
    for line in lines:
        while hint is not None and hint.end <= line.start:
            hint = next(hints, None)
        if hint is None:
            return
        if hint.start <= line.start and line.end <= hint.end:
            line.mark(hint.kind, hint.reason or "the format says so")


def _mark_furniture(lines: list[Line], title: str | None) -> bool:
    """Apply the rules, captions and link lists; True when the report was cut off by a paywall or dots."""
    heads: set[int] = set()
    comments: set[int] = set()
    cut = False
    for n, line in enumerate(lines):
        rule = rule_for(line.text, line.open) if line.free or line.kind in ("subhead", "teaser") else None
        if rule is None or (n == 0 and (rule.head or rule.kind == "teaser")) or (title and line.text == title):
            continue  # "Opinion: …" and "Live updates: …" point elsewhere, but not at the top of a report
        line.kind, line.reason = rule.kind, rule.why
        if rule.head:
            heads.add(n)
        if rule.comments:
            comments.add(n)
        cut |= rule.cut and 2 * n >= len(lines)
    if lines and len(lines) > 1 and lines[-1].text in ("...", "…", "[...]", "[…]"):
        cut = True
    mark_bars(lines)
    mark_repeated(lines)
    mark_captions(lines)
    mark_tail(lines, heads, comments)
    return cut


def _stamp_alone(lines: list[Line]) -> bool:
    return len(lines) == 1 and whole_stamp(lines[0].text) is not None


def _late_stamps(lines: list[Line], head: Head) -> None:
    """Labelled date lines below the head ("Published: …" under the text) tell the date when the head does not."""
    for line in lines if len(lines) > 1 else ():
        if line.free and len(line.text) <= 90 and _LABELLED.match(line.text):
            stamp = whole_stamp(line.text)
            if stamp is not None and stamp.labelled:
                line.mark("date", "date line")
                head.stamps.append(stamp)


def _published(page: Page, head: Head, settings: Settings) -> tuple[str | None, PublishedFrom | None]:
    """The publication time and where it comes from: metadata (in the local time the text tells), text, settings."""
    if page.published:
        moved = (shifted(page.published, stamp) for stamp in head.stamps)
        return next((m for m in moved if m), page.published), page.published_from or "metadata"
    value = _from_stamps(head.stamps)
    if value:
        return value, "text"
    return (settings.date, "given") if settings.date else (None, None)


def _from_stamps(stamps: list[Stamp]) -> str | None:
    """The first day of publication, else of an update; a clock line beside a day without a clock completes it."""
    for wanted in (False, True):
        for n, stamp in enumerate(stamps):
            if stamp.day is None or stamp.updated is not wanted:
                continue
            if stamp.clock or stamp.updated:
                return stamp.value
            for other in stamps[max(0, n - 1) : n + 2]:
                if other.clock and not other.dated and not other.updated:
                    return f"{stamp.day}T{other.clock}{other.offset or ''}"
            return stamp.day
    return None


def _sample(lines: list[Line]) -> str:
    """Some 1,000 characters of text for the language."""
    texts, size = [], 0
    for line in sorted((x for x in lines if x.free), key=lambda x: not x.paragraph)[:40] or lines[:20]:
        texts.append(line.text[:500])
        size += len(texts[-1])
        if size > 1000:
            break
    return "\n".join(texts)


def _mostly_furniture(lines: list[Line]) -> bool:
    """True when hardly any text stands among much furniture: the report itself was not captured."""
    body = sum(line.end - line.start for line in lines if line.kind in (None, "body", "subhead", "subtitle"))
    return body < 300 and body * 4 < sum(line.end - line.start for line in lines)
