"""The head of a report: site line, title, standfirst, byline, date lines, summary bullets.

Reads the lines above the first paragraph, in order, and splits lines in which the date is glued to the title. A first
line that is a sentence of the story is text, and the report then has no title. The outlet is taken from a byline or a
line of its own; two-way dates and update times are left out rather than guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rashomon.steps.clean.lines import Line, headlike
from rashomon.steps.clean.names import is_section, known_outlet, outlet_like, person_like, split_authors, wires_named
from rashomon.steps.clean.rules import fold
from rashomon.text.lexicon import lexicon
from rashomon.text.stamps import Stamp, stamp_at, whole_stamp

DEPTH = 16
"""Lines of a head at most."""
_BYLINE = re.compile(
    r"(?:(?:written|reported|posted|published|story|words|report|analysis)\s+)?by:?\s+(?=[^\W\d_])", re.IGNORECASE
)
_BULLET = re.compile(r"[-–—•*·▪●◦‣]\s*\S")
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[-–—/]\s+")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|says?|said|will|would|can|could|told|that|which)\b")
_DATELINE = re.compile(r"[A-Z][A-Z.' /-]{2,30}(?:, [A-Z][\w. ]{1,20})?\s*(?:\([A-Z][\w /]{1,20}\)\s*[-–—]|[–—]|--)\s")
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|producer|columnist|staff|desk|bureau chief|analyst|chief"
    r"|journalist|newsroom)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """What the head of a report says about it."""

    title: str | None = None
    outlet: str | None = None
    authors: list[str] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


def read_head(lines: list[Line], given_title: str | None) -> Head:
    """Label the head in place and tell what it says. Lines may be split: `lines` grows."""
    head = Head()
    wanted = _squeeze(given_title) if given_title else None
    titled = _find_title(lines, wanted, head)
    n = body_from = 0
    while n < len(lines) and n < DEPTH:
        line = lines[n]
        if not line.free:
            n += 1
            if line.kind == "title":
                titled, head.title = True, head.title or line.text
            continue
        if _split_stamp(lines, n, head):
            continue
        if _label(lines, n, head, titled):
            titled = titled or line.kind == "title"
            n += 1
            continue
        if line.paragraph or line.full:
            body_from = n
            if titled and _more_head_below(lines, n):
                line.mark("subtitle", "between the title and the byline or date")
                n += 1
                continue
            break
        if titled:
            break
        n += 1
    _lead_ins(lines, body_from, titled)
    return head


def _squeeze(text: str) -> str:
    return re.sub(r"\W+", " ", fold(text)).strip()


def _find_title(lines: list[Line], wanted: str | None, head: Head) -> bool:
    """Label the line that repeats the given title."""
    if not wanted:
        return False
    for line in lines[:DEPTH]:
        if len(line.text) <= 400 and _squeeze(line.text) == wanted:
            line.mark("title", "the title that the source gives")
            head.title = line.text
            return True
    return False


def _split_stamp(lines: list[Line], n: int, head: Head) -> bool:
    """A date glued before the title: the line becomes a date and the rest."""
    line = lines[n]
    if n > 2 or any(not _minor(above) for above in lines[:n]):
        return False
    stamp = stamp_at(line.text)
    if stamp is None or not stamp.day or stamp.end >= len(line.text.rstrip(" .,;|)")):
        return False
    rest = line.text[stamp.end :].lstrip(" ,;|·•–—-:\t")
    start = line.end - len(rest)
    if len(rest) < 12 or line.text[stamp.end] not in " \t,;|·•–—:-" or not (rest[0].isupper() or rest[0] in "\"'“‘"):
        return False
    date = Line(line.start, line.start + stamp.end, line.text[: stamp.end].rstrip(), line.gap)
    date.mark("date", "date before the title on the same line")
    head.stamps.append(stamp)
    lines[n : n + 1] = [date, Line(start, line.end, rest, False)]
    return True


def _minor(line: Line) -> bool:
    return line.kind in ("date", "furniture", "byline", "links", "advert", "caption")


def _label(lines: list[Line], n: int, head: Head, titled: bool) -> bool:
    """Label line `n` when it is a part of the head."""
    line = lines[n]
    text = line.text
    stamp = whole_stamp(text)
    if stamp is not None:
        line.mark("date", "date line")
        head.stamps.append(stamp)
        head.sources += wires_named(text[:30])
        return True
    if len(text) <= 160 and _byline(line, head):
        return True
    if len(text) > 250:
        return False
    if is_section(text) and n + 1 < len(lines):
        line.mark("furniture", "name of a section")
        return True
    if titled:
        return _below_title(lines, n, head)
    return _above_title(lines, n, head)


def _byline(line: Line, head: Head) -> bool:
    match = _BYLINE.match(line.text)
    if match is None:
        return False
    rest = line.text[match.end() :]
    if (line.full and not re.search(r"\b[A-Z]\.$", rest)) or _VERB.search(rest):
        return False
    if not rest[0].isupper() and not rest.lower().startswith(("the ", "our ", "staff")):
        return False
    parts = [p for p in _PARTS.split(rest) if p]
    names = re.split(r",? (?:for|in|at) (?=[A-Z])", parts[0], maxsplit=1)
    line.mark("byline", "begins with 'by'")
    _credit(names[0], head)
    for part in [*names[1:], *parts[1:]]:
        part = _unglue(part)
        stamp = whole_stamp(part)
        if stamp is not None:
            head.stamps.append(stamp)
        elif head.outlet is None and (outlet_like(part) or any(a.startswith(part) for a in head.authors)):
            head.outlet = part
    return True


def _credit(names: str, head: Head) -> None:
    """Authors from `Ann Smith, BBC News` or `The Associated Press`."""
    for name in split_authors(names):
        agency = wires_named(name)
        if agency:
            head.sources += agency
        elif head.authors and (known_outlet(name) or (names.endswith(f", {name}") and outlet_like(name))):
            head.outlet = head.outlet or name
        elif not (head.authors and _ROLE.search(name) and not name[0].isupper()):
            head.authors.append(name)


def _unglue(text: str) -> str:
    """`text` without a page label that stands glued to its end (`Daily PlanetShare`)."""
    for label in lexicon("outlets")["glued"]:
        if text.endswith(label) and len(text) > len(label) + 2:
            return text[: -len(label)].rstrip()
    return text.strip()


def _above_title(lines: list[Line], n: int, head: Head) -> bool:
    """The site's name, then the title: the first line in the form of a headline."""
    line = lines[n]
    text = line.text
    if n == 0 and len(text) <= 60 and len(lines) > 2 and _site(line, head):
        return True
    if n + 1 >= len(lines) or _BULLET.match(text) or len(text) < 8 or _DATELINE.match(text):
        return False
    words = text.split()
    if len(words) < 2:
        return False
    if not line.full:
        line.mark("title", "first line, in the form of a headline")
    elif len(words) <= 22 and _headline_with_stop(line, words):
        line.mark("title", "first line, capitalised as a headline")
    else:
        return False
    head.title = text
    return True


def _headline_with_stop(line: Line, words: list[str]) -> bool:
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    if line.text[-1] in "?!" and len(words) <= 16:
        return True
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def _site(line: Line, head: Head) -> bool:
    """`Daily Planet`, `Planet. World` or `Planet | News`: a name, alone or before the name of a section."""
    name = known_outlet(line.text)
    if name is None:
        parts = re.split(r"\s*[|·•>»/]\s*|\s+[-–—]\s+|\.\s+", line.text, maxsplit=1)
        first = parts[0].strip()
        short = first and first[0].isupper() and len(first.split()) <= 4
        if len(parts) == 2 and short and is_section(parts[1]):
            name = None if is_section(first) else first
            line.mark("furniture", "name of the site and a section")
            head.outlet = head.outlet or name
            return True
        name = outlet_like(line.text)
    if name is None:
        return False
    line.mark("furniture", "name of the site")
    head.outlet = head.outlet or name
    return True


def _below_title(lines: list[Line], n: int, head: Head) -> bool:
    """Names of authors and outlets, a standfirst, summary bullets."""
    line = lines[n]
    text = line.text
    if len(text) <= 60 and not line.full:
        outlet = known_outlet(text) or (outlet_like(text) if _byline_above(lines, n) else None)
        if outlet:
            line.mark("byline", "name of an outlet on a line of its own")
            head.outlet = head.outlet or outlet
            return True
        if wires_named(text) and len(text.split()) <= 3:
            line.mark("byline", "name of an agency on a line of its own")
            head.sources += wires_named(text)
            return True
        if person_like(text) and n + 1 < len(lines) and _head_line(lines[n + 1]):
            line.mark("byline", "name of an author on a line of its own")
            head.authors += split_authors(text)
            return True
        if _byline_above(lines, n) and _ROLE.search(text) and len(text.split()) <= 8:
            line.mark("byline", "role of the author")
            return True
    if _BULLET.match(text) and len(text) > 20 and n + 1 < len(lines):
        line.mark("subtitle", "summary point below the title")
        return True
    if line.open and len(text) >= 30 and len(text.split()) >= 5 and n + 1 < len(lines) and headlike_or_long(line):
        line.mark("subtitle", "below the title, without a full stop")
        return True
    return False


def headlike_or_long(line: Line) -> bool:
    """True for a standfirst: one phrase in the form of a headline, of any length."""
    return headlike(line) or (len(line.text) > 90 and line.text[0].isupper())


def _byline_above(lines: list[Line], n: int) -> bool:
    return n > 0 and lines[n - 1].kind == "byline"


def _head_line(line: Line) -> bool:
    """A line that follows an author's name: an outlet, an agency, a date, a role, a caption."""
    text = line.text
    if line.kind in ("date", "caption", "byline", "advert"):
        return True
    return len(text) <= 80 and not line.full and bool(
        outlet_like(text) or whole_stamp(text) or _ROLE.search(text) or _BYLINE.match(text)
    )  # fmt: skip


def _more_head_below(lines: list[Line], n: int) -> bool:
    """True when a byline or date follows within three lines, so that this sentence is a standfirst."""
    for line in lines[n + 1 : n + 4]:
        if line.kind in ("date", "byline"):
            return True
        if line.free and len(line.text) <= 160:
            if whole_stamp(line.text):
                return True
            match = _BYLINE.match(line.text)
            if match and not line.full and not _VERB.search(line.text) and line.text[match.end()].isupper():
                return True
        if line.free and line.paragraph:
            return False
    return False


def _lead_ins(lines: list[Line], body_from: int, titled: bool) -> None:
    """Furniture labels such as `Updated` above the title keep their label; a stray line above the text stays text."""
    if not titled:
        return
    for line in lines[:body_from]:
        if line.free and _BULLET.match(line.text):
            line.mark("subtitle", "summary point below the title")
