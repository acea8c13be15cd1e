"""Captions: lines that belong to a picture or video.

Decides on the credit (an agency at the end, at both ends, or glued before the text), on the words of the lexicon, and
on the place: an unfinished line right below a caption continues it. A finished sentence without a credit stays text.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.steps.clean.lines import Line
from rashomon.steps.clean.names import agencies, agency_pattern
from rashomon.text.stamps import whole_stamp

_LABEL = (
    r"(?:pictures?|photos?|images?|pics?|credits?|photographs?|photographer|photo credit|image credit|illustration"
    r"|graphic|video)"
)
_ENDS_LABELLED = re.compile(
    rf"(?<![\w])(?:(?<=[(|\[])|(?-i:(?=[A-Z]))){_LABEL}\s?:\s?"
    rf"(?:(?-i:[A-Z@©])[^:!?]{{1,60}}|via [A-Z][^:!?]{{1,50}})[)\]]?\.?$",
    re.IGNORECASE,
)
_GALLERY = re.compile(r"(?:photo |slide |image )?(\d{1,3})\s?(?:/|of)\s?(\d{1,3})\s+\S", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    name = agency_pattern()
    person = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
    chain = rf"{name}(?:\s*(?:/|,|via|-|•|:)\s*(?:{name}|Contributor|Handout|File|Pool|{person})){{0,6}}"
    return (
        # (Elaine Smith/Associated Press) · (AP Photo/Elaine Smith, File) · (Reuters)
        re.compile(
            rf"\((?:[^()]{{0,90}}[/,:|]\s?|[^()]{{0,40}}\bvia\s)?{chain}(?:[/,]\s?[^()]{{0,60}})?\)(?:\s*\([^()]{{0,60}}\))?$"
        ),
        # … REUTERS/Mike Smith · … | Ann Smith/Getty Images · … AFP/Getty Images
        re.compile(rf"(?<![\w]){name}\s?/\s?[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]*){{0,5}}$|[/|–—]\s?{name}$"),
        # Getty Images A man waits.Getty Images
        re.compile(rf"({name})\s+\S.*\1$"),
        # Reuters A man waits
        re.compile(rf"{chain}\s+[\"'“‘(]?[A-Z0-9]"),
        # a credit alone
        re.compile(rf"(?:{_LABEL}\s?:?\s*)?\(?{chain}\)?$"),
    )


@cache
def _credit_first() -> frozenset[str]:
    return frozenset(spelling[:2] for spelling in agencies())


def caption_reason(line: Line, first: bool) -> str | None:
    """Why the line is a caption, or None. `first`: the line could be the title, so a name before it proves nothing."""
    text = line.text
    if len(text) > 600:
        return None
    tail = text[-70:]
    if ":" in tail and _ENDS_LABELLED.search(text, max(0, len(text) - 120)):
        return "ends in a picture credit"
    brackets, slash, both, before, alone = _patterns()
    if text.endswith(")"):
        match = brackets.search(text, text.rfind("(", 0, text.rfind("(")) if text.endswith("))") else text.rfind("("))
        if match and _not_sentence_tail(text, match):
            return "ends in a picture credit in brackets"
    if "/" in tail or "|" in tail:
        match = slash.search(text, max(0, len(text) - 120))
        if match:
            return "ends in a picture credit"
    if text[:2] in _credit_first() and not first:
        if len(text) <= 60 and alone.fullmatch(text):
            return "picture credit"
        if len(text) <= 450 and both.match(text):
            return "begins and ends with the same picture credit"
        if line.open and len(text) <= 300 and before.match(text):
            return "begins with a picture credit and is no sentence"
    return None


def _not_sentence_tail(text: str, match: re.Match[str]) -> bool:
    """A bare agency in brackets behind a full stop is the credit of the report, not of a picture."""
    before = text[: match.start()].rstrip()
    return bool(before) and (before[-1] not in '.!?”"' or "/" in match[0] or (len(text) < 350 and "hoto" in match[0]))


def _is_stamp(text: str) -> bool:
    """True for a date line that an agency signs (`AFP, Tuesday 2 July 2013`)."""
    return len(text) <= 60 and whole_stamp(text) is not None


def mark_captions(lines: list[Line]) -> None:
    """Label captions, galleries and the unfinished lines that continue a caption."""
    spaced = sum(line.gap for line in lines) * 2 > len(lines)
    gallery: list[Line] = []
    totals: set[str] = set()
    for n, line in enumerate(lines):
        if not line.free:
            continue
        reason = caption_reason(line, n == 0)
        if reason and not _is_stamp(line.text):
            line.mark("caption", reason)
        elif spaced and n and not line.gap and line.open and lines[n - 1].kind == "caption" and len(line.text) <= 300:
            line.mark("caption", "continues the caption above")
        elif line.text[0].isdigit() or line.text[:5].lower() in ("photo", "slide", "image"):
            match = _GALLERY.match(line.text)
            if match and int(match[1]) <= int(match[2]):
                gallery.append(line)
                totals.add(match[2])
    if len(gallery) >= 3 and len(totals) <= 2:
        for line in gallery:
            line.mark("caption", "numbered picture of a gallery")
