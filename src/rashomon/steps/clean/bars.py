"""Bars of links: short items between upright bars, bullets, middots or arrows on one line, with no sentence in them.

Takes a line of three items or more for navigation or a share bar. Tables (bars in rows), figures, dates, bylines and
anything with the end of a sentence stay what they are. A column of one-word lines at the top of a page is the same
menu with its bars lost.
"""

from __future__ import annotations

import re
from collections import Counter

from rashomon.steps.clean.lines import Line
from rashomon.steps.clean.names import given_name, is_section, outlet_like, person_like
from rashomon.steps.clean.rules import bare
from rashomon.text.lexicon import words

LONGEST = 600
_BETWEEN = re.compile(r"[|•·›»▸►¦]|\s[/>]\s")
_SENTENCE = re.compile(r"[.!?:;,]$|[\"“”]|\d")
_BY = re.compile(r"by\b", re.IGNORECASE)


def bar_items(text: str) -> list[str]:
    """The items of a bar, or an empty list when `text` is none."""
    if len(text) > LONGEST or not _BETWEEN.search(text):
        return []
    items = [item for part in _BETWEEN.split(text) if (item := part.strip())]
    if len(items) < 3 or _BY.match(text) or given_name(items[0]):
        return []
    for item in items:
        if len(item) > 28 or item.count(" ") > 2 or _SENTENCE.search(item):
            return []
    return items


def mark_bars(lines: list[Line]) -> None:
    """Label bars of links, lines of nothing but share buttons, and the menu above the title."""
    n = 0
    while n < len(lines):
        rows = 0
        while n + rows < len(lines) and lines[n + rows].free and bar_items(lines[n + rows].text):
            rows += 1
        if 0 < rows <= 2:
            for line in lines[n : n + rows]:
                line.mark("furniture", "short items between bars: navigation or sharing")
        if not rows and lines[n].free and _buttons(lines[n].text):
            lines[n].mark("furniture", "buttons for sharing")
        n += rows or 1
    _mark_menu(lines)


def mark_repeated(lines: list[Line]) -> None:
    """Label what stands three times or more in one report: a call or a link the page repeats between paragraphs.

    Short answers ("Yes."), labels of speakers, names and quotations may well be repeated by the report itself.
    """
    counts = Counter(line.text for line in lines if line.free and len(line.text) <= 200)
    calls: dict[str, bool] = {}
    for line in lines:
        if line.free and counts[line.text] >= 3:
            call = calls.get(line.text)
            if call is None:
                call = calls[line.text] = _repeatable(line)
            if call:
                line.mark("furniture", "stands three times or more in the report")


def _repeatable(line: Line) -> bool:
    text = line.text
    spoken = text[-1] == ":" or text[0] in "\"'“‘([" or text.isupper() or not any(sign.isalpha() for sign in text)
    return not spoken and not line.paragraph and len(text.split()) >= (8 if line.full else 3) and not person_like(text)


def _buttons(text: str) -> bool:
    """`Facebook X WhatsApp`: two names of networks or more and nothing else."""
    if len(text) > 90 or " " not in text:
        return False
    known = words("outlets", "buttons")
    return all(bare(name) in known for name in text.split())


def _mark_menu(lines: list[Line]) -> None:
    """A column of at least four one- or two-word lines before anything longer, half of them sections or labels."""
    start = 0
    while start < len(lines) and start < 12 and not lines[start].free and not _short(lines[start]):
        start += 1
    stop = start
    while stop < len(lines) and stop < 60 and _short(lines[stop]):
        stop += 1
    menu = [line for line in lines[start:stop] if line.kind in (None, "furniture", "links")]
    known = sum(line.kind is not None or is_section(line.text) for line in menu)
    first = next((n for n, line in enumerate(menu) if line.kind is not None or is_section(line.text)), 0)
    if stop == len(lines) or len(menu) - first < 4 or known * 2 < len(menu):
        return
    for line in menu[first:]:
        if line.open and not any(sign.isdigit() for sign in line.text) and not outlet_like(line.text):
            line.mark("furniture", "menu at the top of the page")


def _short(line: Line) -> bool:
    return len(line.text) <= 24 and line.text.count(" ") <= 1
