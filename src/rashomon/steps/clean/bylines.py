"""Bylines: who wrote a report for which outlet, in a line with "by" or in names that stand alone below the title.

A name below the title is an author when it has the form of a person's name and what stands beside it belongs to a
byline too: an outlet, a role, a date, a picture; or when its first word is a known given name and the report itself
never speaks of that person. Posts ("our foreign staff") are no authors, agencies are sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rashomon.steps.clean.lines import Line
from rashomon.steps.clean.names import (
    common,
    given_name,
    is_agency,
    known_outlet,
    nobody,
    outlet_like,
    person_like,
    split_authors,
    titled_name,
    wires_named,
)
from rashomon.text.lexicon import lexicon
from rashomon.text.stamps import Stamp, whole_stamp

BYLINE = re.compile(
    r"(?:(?:written|reported|posted|published|story|words|report|analysis)\s+)?by:?\s+(?=[^\W\d_])", re.IGNORECASE
)
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|says?|said|will|would|can|could|told|that|which)\b")
ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|producer|columnist|staff|desk|bureau chief|analyst|chief"
    r"|journalist|newsroom|agencies)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[-–—/]\s+")
_FOR = re.compile(r",? (?:for|in|at) (?=[A-Z])")
_GERMAN = re.compile(r"(?:Von|VON|von) (?=[A-ZÄÖÜ])")


@dataclass(slots=True)
class Head:
    """What the head of a report says about it."""

    title: str | None = None
    outlet: str | None = None
    authors: list[str] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


def read_byline(line: Line, head: Head) -> bool:
    """Label `line` and take its names when it begins with "by" and goes on with names."""
    match = BYLINE.match(line.text)
    if match is None:
        german = _GERMAN.match(line.text)
        name = line.text[german.end() :] if german else ""
        if german is None or not (given_name(name) or (head.title and person_like(name))):
            return False
        match = german
    rest = line.text[match.end() :]
    if (line.full and not re.search(r"\b[A-Z]\.$", rest)) or VERB.search(rest):
        return False
    if not rest[0].isupper() and not rest.lower().startswith(("the ", "our ", "staff", "a staff", "agencies")):
        return False
    parts = [p for p in _PARTS.split(rest) if p]
    names = _FOR.split(parts[0], maxsplit=1)
    line.mark("byline", "begins with 'by'")
    _credit(names[0], head)
    for part in [*names[1:], *parts[1:]]:
        part = _unglue(part)
        stamp = whole_stamp(part)
        if stamp is not None:
            head.stamps.append(stamp)
        elif head.outlet is None and (_outlet(part) or any(a.startswith(part) for a in head.authors)):
            head.outlet = part
    return True


def read_names(lines: list[Line], n: int, head: Head) -> bool:
    """Label line `n` below the title when it is the name of an author, an outlet, an agency or a role."""
    line = lines[n]
    text = line.text
    if len(text) > 120 or line.full:
        return False
    above = n > 0 and lines[n - 1].kind == "byline"
    if len(text) <= 60:
        outlet = known_outlet(text) or (_outlet(text) if above or _author_follows(lines, n) else None)
        if outlet:
            line.mark("byline", "name of an outlet on a line of its own")
            head.outlet = head.outlet or outlet
            return True
        if (wires_named(text) or is_agency(text)) and len(text.split()) <= 3:
            line.mark("byline", "name of an agency on a line of its own")
            head.sources += wires_named(text) or [text]
            return True
        if _is_author(lines, n):
            line.mark("byline", "name of an author on a line of its own")
            head.authors += _people(text)
            return True
        if _is_role(text) and (above or nobody(text)):
            line.mark("byline", "role of the author")
            return True
    return read_joined(line, head)


def _outlet(text: str) -> str | None:
    return outlet_like(text) or (text if titled_name(text) else None)


def _people(text: str) -> list[str]:
    """The persons of `Ann Smith`, `Ann Smith in Lorvik` or `Ann Smith and Per Moe`; empty when it names others."""
    names = split_authors(_FOR.split(text, maxsplit=1)[0])
    persons = [name for name in names if not ROLE.search(name)]
    form = person_like if len(persons) == 1 == len(names) and persons[0] == text else given_name
    return persons if persons and all(form(name) for name in persons) else []


def _is_author(lines: list[Line], n: int) -> bool:
    """True for a person's name whose neighbours, or whose given name and absence from the report, make it a byline."""
    text = lines[n].text
    people = _people(text)
    if not people or n + 1 >= len(lines):
        return False
    known = given_name(people[0])
    if not known and all(common(word) for word in people[0].split()):
        return False
    below = lines[n + 1]
    if _head_line(below) or (below.free and not below.full and titled_name(below.text)):
        return known or not _told_of(lines, n, people)
    return known and not _told_of(lines, n, people)


def _told_of(lines: list[Line], n: int, people: list[str]) -> bool:
    """True when the report speaks of one of the people: then the name is no byline."""
    return any(person in line.text for line in lines[n + 1 : n + 200] for person in people)


def _author_follows(lines: list[Line], n: int) -> bool:
    return n + 1 < len(lines) and lines[n + 1].open and given_name(lines[n + 1].text) and _is_author(lines, n + 1)


def _is_role(text: str) -> bool:
    tokens = text.split()
    return len(tokens) <= 8 and ROLE.search(text) is not None and not VERB.search(text)


def read_joined(line: Line, head: Head) -> bool:
    """Label `Ann Smith | The Lamplight | 4 May 2031`: a known given name, and each other part belongs to a byline."""
    if line.full or len(line.text) > 120:
        return False
    parts = [p for p in re.split(r"\s*[|·•,]\s*|\s+[-–—/]\s+", line.text) if p]
    if not 2 <= len(parts) <= 5 or not given_name(parts[0]):
        return False
    dated = _PARTS.split(line.text)[-1]
    stamp = whole_stamp(dated) if dated != line.text else None
    rest = [p for p in parts[1:] if not (stamp and p in dated)]
    if not all(_outlet(p) or ROLE.search(p) or given_name(p) for p in rest) or not (rest or stamp):
        return False
    line.mark("byline", "names of the author and the outlet")
    head.authors += [p for p in (parts[0], *rest) if given_name(p) and not _outlet(p) and not ROLE.search(p)]
    head.outlet = head.outlet or next((p for p in rest if _outlet(p) and not ROLE.search(p)), None)
    if stamp:
        head.stamps.append(stamp)
    return True


def _credit(names: str, head: Head) -> None:
    """Authors from `Ann Smith, BBC News` or `The Associated Press`."""
    for name in split_authors(names):
        agency = wires_named(name) or ([name] if is_agency(name) else [])
        if agency:
            head.sources += agency
        elif head.authors and (known_outlet(name) or (names.endswith(f", {name}") and _outlet(name))):
            head.outlet = head.outlet or name
        elif not nobody(name) and not (head.authors and ROLE.search(name)):
            head.authors.append(name)


def _unglue(text: str) -> str:
    """`text` without a page label that stands glued to its end (`Daily PlanetShare`)."""
    for label in lexicon("outlets")["glued"]:
        if text.endswith(label) and len(text) > len(label) + 2:
            return text[: -len(label)].rstrip()
    return text.strip()


def _head_line(line: Line) -> bool:
    """A line that follows an author's name: an outlet, an agency, a date, a role, a caption."""
    text = line.text
    if line.kind in ("date", "caption", "byline", "advert"):
        return True
    return len(text) <= 80 and not line.full and bool(
        outlet_like(text) or whole_stamp(text) or ROLE.search(text) or BYLINE.match(text)
    )  # fmt: skip
