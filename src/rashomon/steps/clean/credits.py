"""Agencies that a report is taken from: datelines, credit lines, signatures behind the last sentence.

A dateline stays text and only names its agency. A signature glued to the end of a paragraph ("… --Reuters") is cut off
into a line of its own, so that it is labelled and nothing else of the paragraph is touched.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.steps.clean.lines import Line
from rashomon.steps.clean.names import agencies, agency_pattern, is_agency, known_outlet, wires, wires_named
from rashomon.steps.clean.rules import bare


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"[^a-z]?[^(\n]{{0,60}}?\(({agency_pattern()})\)\s?(?:[-–—:]|$)|({agency_pattern()})\s?[-–—]\s")


_NAMED = r"(?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:of |the )?[A-Z][\w’'&-]*){0,4}"
_PLACE = re.compile(
    rf"[A-Z][A-Z.'’ /-]{{1,40}}(?:, [\w. /]{{2,40}}){{0,3}} ?\((?P<name>{_NAMED}(?:/{_NAMED})?)\) ?[-–—:]"
)
_COPYRIGHT = re.compile(
    rf"(?:copyright\s*)?(?:©|\(c\)|(?-i:Copyright))\s*(?:by\s+)?(?:\d{{4}}(?:[-–]\d{{2,4}})?,?\s*)?(?:by\s+)?(?P<name>(?-i:{_NAMED}))",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\(?(?:news )?sources?\s?[:–—-]\s?(?P<names>[^()\n]{2,160})", re.IGNORECASE)
_HELPED = re.compile(rf"(?P<name>{_NAMED}) contributed (?:to this|reporting)")
_SIGNED = re.compile(rf"[-–—]{{1,2}}\s?(?P<name>{_NAMED})(?:\s?[/,]\s?{_NAMED})*\.?$")
_NO_SOURCE = frozenset(
    "January February March April May June July August September October November December Agencies Web Internet "
    "Various Wikipedia Twitter Facebook Reporter Staff All".split()
)


@cache
def _signature() -> re.Pattern[str]:
    name = agency_pattern()
    # a sentence ends, then: --Reuters · (AFP) · (Reporting by Ann Smith; …) · Source Daily and agencies
    return re.compile(
        rf"(?<=[.!?”\"'’)])\s*(?P<tail>[-–—]{{1,2}}\s?{name}(?:\s?[/,&]\s?{name})*\.?|\((?:{name})(?:[/, ]+{name})*\)"
        rf"|\((?:additional |further )?(?:reporting|writing|editing|compiled) by [^()]{{3,300}}\)"
        rf"|\(with (?:inputs?|files|agency inputs|agencies)[^()]{{0,80}}\)"
        rf"|Source:? [A-Z][\w ]{{1,30}} and (?:news )?agencies"
        rf"|(?:Reporting|Additional reporting) by [A-Z][^.!?]{{3,200}}\.?)$",
        re.IGNORECASE,
    )


def cut_signatures(lines: list[Line]) -> None:
    """Split a signature from the end of the last paragraphs; the new line is labelled as credit."""
    for n in range(len(lines) - 1, max(-1, len(lines) - 7), -1):
        line = lines[n]
        if not line.free or line.end - line.start < 60:
            continue
        window = max(0, len(line.text) - 340)
        match = _signature().search(line.text, window)
        if match is None or match.start("tail") < 40:
            continue
        cut = match.start("tail")
        body = line.text[:cut].rstrip()
        credit = Line(line.start + cut, line.end, line.text[cut:], False)
        credit.mark("credit", "agency or reporters behind the last sentence")
        lines[n : n + 1] = [Line(line.start, line.start + len(body), body, line.gap), credit]


def mark_signed(lines: list[Line]) -> None:
    """Label `— Meridian Wire` below the last paragraph, when the name is or says that it is an agency."""
    for line in lines[-6:]:
        if line.free and len(line.text) <= 80:
            match = _SIGNED.match(line.text)
            if match and (is_agency(match["name"]) or known_outlet(match["name"])):
                line.mark("credit", "signature of an agency below the last paragraph")


def sources_of(lines: list[Line], outlet: str | None = None) -> list[str]:
    """The agencies that datelines and credit lines name, in text order; the outlet itself is never one."""
    found: list[str] = []
    body = 0
    for line in lines:
        if line.kind == "credit" and len(line.text) <= 400:
            found += wires_named(line.text) or _credited(line.text, outlet)
        elif line.kind in (None, "body") and body < 3:
            body += 1
            found += _dateline_source(line.text[:160])
    same = bare(outlet) if outlet else None
    return list(dict.fromkeys(name for name in found if bare(name) != same))


def _dateline_source(text: str) -> list[str]:
    match = _dateline().match(text[:120])
    if match:
        name = agencies()[match[1] or match[2]]
        return [name] if name in wires() else []
    place = _PLACE.match(text)
    name = place["name"] if place else ""
    if not name or name.split()[0] in _NO_SOURCE or (name.isupper() and not known_outlet(name)):
        return []  # other capitals in brackets are short forms of anything
    return name.split("/")


def _credited(text: str, outlet: str | None) -> list[str]:
    """Names that a credit line states by its form; a copyright counts when it is an agency's or not the outlet's."""
    signed = _SIGNED.match(text)
    if signed:
        return [signed["name"]]
    source = _SOURCE.match(text)
    if source:
        parts = re.split(r"\s*(?:[,;/&|]|\band\b)\s*", source["names"].strip(" ."))
        named = [p for p in parts if re.fullmatch(_NAMED, p) and p.split()[0] not in _NO_SOURCE and len(p) <= 40]
        return [p for p in named if not p.isupper() or known_outlet(p)]
    held = _COPYRIGHT.match(text)
    if held:
        name = held["name"].strip()
        return [name] if is_agency(name) or (outlet and not _same_house(name, outlet)) else []
    helped = _HELPED.search(text)
    return [helped["name"]] if helped and is_agency(helped["name"]) else []


def _same_house(name: str, outlet: str) -> bool:
    """True when the copyright holder shares a telling word with the outlet (`Ledger Media`, `The Northern Ledger`)."""
    ours = {word for word in bare(outlet).split() if len(word) > 3}
    return not ours or any(word in ours for word in bare(name).split()) or "".join(bare(outlet).split()) in bare(name)
