"""Captions: lines that belong to a picture or video.

Decides on the credit (an agency at the end, at both ends, or glued before the text), on the words of the lexicon, and
on the place: an unfinished line right below a caption continues it. A finished sentence without a credit stays text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

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
_PERSON = r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3}"
_ENDS_BY = re.compile(
    rf"(?<![\w])\(?(?:(?:Photo|Picture|Image|Photograph|Illustration)s? (?:by|courtesy of|via)|PHOTO BY|Courtesy of)"
    rf"[: ] ?{_PERSON}(?:\s?[/,|]\s?{_PERSON})?\)?\.?$"
)
# (Ann Smith/Harbour Images) · (Ann Smith / The Lamplight) · (Harbour Images)
_ENDS_OWNER = re.compile(
    rf"\((?:[Pp]hoto(?: by)?:? |[Pp]icture:? |[Ii]mage:? )?(?:{_PERSON}\s?/\s?{_PERSON}(?:\s?/\s?{_PERSON})?"
    rf"|(?:{_PERSON} )?(?:Images|Photos|Pictures|Photo Agency))\)$"
)
_OWNER_WORDS = 3
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
    return _reason(line.text, line.open, first) if len(line.text) <= 600 else None


@lru_cache(maxsize=4096)
def _reason(text: str, is_open: bool, first: bool) -> str | None:
    tail = text[-70:]
    if ":" in tail and _ENDS_LABELLED.search(text, max(0, len(text) - 120)):
        return "ends in a picture credit"
    if _ENDS_BY.search(text, max(0, len(text) - 130)) and _credit_apart(text, _ENDS_BY):
        return "ends in a picture credit"
    if not first and len(text) <= 450 and _doubled(text):
        return "begins and ends with the same picture credit"
    brackets, slash, both, before, alone = _patterns()
    if text.endswith(")"):
        match = brackets.search(text, text.rfind("(", 0, text.rfind("(")) if text.endswith("))") else text.rfind("("))
        if match and _not_sentence_tail(text, match):
            return "ends in a picture credit in brackets"
        if _ENDS_OWNER.search(text, text.rfind("(")) and len(text) > 40:
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
        if is_open and len(text) <= 300 and before.match(text):
            return "begins with a picture credit and is no sentence"
    return None


def _credit_apart(text: str, credit: re.Pattern[str]) -> bool:
    """True when the credit stands behind a mark, a sentence end or nothing; "a book with a photo by Ann" is text."""
    match = credit.search(text, max(0, len(text) - 130))
    before = text[: match.start()].rstrip() if match else text
    return not before or before[-1] in '.!?|/–—-)”"' or (match is not None and match[0][0] in "(")


def _doubled(text: str) -> bool:
    """`Harbour Images A man waits.Harbour Images`: the first one to three capitalised words, glued on at the end."""
    if not text[0].isupper() or text[-1] in ".!?":
        return False
    tokens = text.split(None, _OWNER_WORDS + 1)
    for size in range(min(_OWNER_WORDS, len(tokens) - 2), 0, -1):
        owner = " ".join(tokens[:size])
        if (
            not text.startswith(owner + " ")
            or not text.endswith(owner)
            or not all(t[0].isupper() for t in tokens[:size])
        ):
            continue
        inside = text[len(owner) + 1 : -len(owner)]
        if len(inside) > 15 and (inside[0].isupper() or inside[0] in "\"'“‘" or inside[0].isdigit()):
            return not inside[-1].isspace() or inside.rstrip()[-1:] in tuple('.!?”"')
    return False


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
