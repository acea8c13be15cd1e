"""Agencies that a report is taken from: datelines, credit lines, signatures behind the last sentence.

A dateline stays text and only names its agency. A signature glued to the end of a paragraph ("… --Reuters") is cut off
into a line of its own, so that it is labelled and nothing else of the paragraph is touched.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.steps.clean.lines import Line
from rashomon.steps.clean.names import agencies, agency_pattern, wires, wires_named


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"[^a-z]?[^(\n]{{0,60}}?\(({agency_pattern()})\)\s?(?:[-–—:]|$)|({agency_pattern()})\s?[-–—]\s")


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


def sources_of(lines: list[Line]) -> list[str]:
    """The agencies that datelines and credit lines name, in text order."""
    found: list[str] = []
    body = 0
    for line in lines:
        if line.kind == "credit" and len(line.text) <= 400:
            found += wires_named(line.text)
        elif line.kind in (None, "body") and body < 3:
            body += 1
            match = _dateline().match(line.text[:120])
            if match:
                name = agencies()[match[1] or match[2]]
                found += [name] if name in wires() else []
    return list(dict.fromkeys(found))
