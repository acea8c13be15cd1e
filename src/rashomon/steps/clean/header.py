"""The head of a report: site line, title, standfirst, byline, date lines, summary bullets.

Reads the lines above the first paragraph, in order, and splits lines in which the date is glued to the title. A first
line that is a sentence of the story is text, and the report then has no title. The outlet is taken from a byline or a
line of its own; two-way dates and update times are left out rather than guessed.
"""

from __future__ import annotations

import re

from rashomon.steps.clean.bylines import BYLINE, VERB, Head, read_byline, read_joined, read_names
from rashomon.steps.clean.lines import Line, headlike
from rashomon.steps.clean.names import is_section, known_outlet, outlet_like, titled_name, wires_named
from rashomon.steps.clean.rules import fold
from rashomon.text.stamps import stamp_at, whole_stamp

__all__ = ["Head", "read_head"]

DEPTH = 16
"""Lines of a head at most."""
_BULLET = re.compile(r"[-–—•*·▪●◦‣]\s*\S")
_DATELINE = re.compile(r"[A-Z][A-Z.' /-]{2,30}(?:, [A-Z][\w. ]{1,20})?\s*(?:\([A-Z][\w /]{1,20}\)\s*[-–—]|[–—]|--)\s")


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
    if titled and read_joined(line, head):
        return True
    stamp = whole_stamp(text)
    if stamp is not None:
        line.mark("date", "date line")
        head.stamps.append(stamp)
        head.sources += wires_named(text[:30])
        return True
    if len(text) <= 160 and read_byline(line, head):
        return True
    if len(text) > 250:
        return False
    if is_section(text) and n + 1 < len(lines):
        line.mark("furniture", "name of a section")
        return True
    if titled:
        return _below_title(lines, n, head)
    return _above_title(lines, n, head)


def _above_title(lines: list[Line], n: int, head: Head) -> bool:
    """The site's name, then the title: the first line in the form of a headline."""
    line = lines[n]
    text = line.text
    top = not any(above.free or above.kind == "date" for above in lines[:n])
    if top and len(text) <= 60 and len(lines) > n + 2 and (_site(line, head) or _echoed_site(lines, n, head)):
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


def _echoed_site(lines: list[Line], n: int, head: Head) -> bool:
    """A name above the title which the report gives again as a name: "told the Bugler", "© The Daily Bugler"."""
    line = lines[n]
    text = line.text
    if not titled_name(text) or not any(headlike(x) and x.text.count(" ") >= 3 for x in lines[n + 1 : n + 5] if x.free):
        return False
    name = text.split()[-1]
    again = re.compile(
        rf"(?:[a-z,] the|©(?: \d{{4}})?(?: The)?(?: [A-Z]\w+)?) {re.escape(name)}\b|(?<=.) {re.escape(text)}\b"
    )
    if not any(again.search(x.text) for x in lines[n + 2 :]):
        return False
    line.mark("furniture", "name of the site, named again in the report")
    head.outlet = head.outlet or text
    return True


def _below_title(lines: list[Line], n: int, head: Head) -> bool:
    """Names of authors and outlets, a standfirst, summary bullets."""
    line = lines[n]
    text = line.text
    if read_names(lines, n, head):
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


def _more_head_below(lines: list[Line], n: int) -> bool:
    """True when a byline or date follows within three lines, so that this sentence is a standfirst."""
    for line in lines[n + 1 : n + 4]:
        if line.kind in ("date", "byline"):
            return True
        if line.free and len(line.text) <= 160:
            if whole_stamp(line.text):
                return True
            match = BYLINE.match(line.text)
            if match and not line.full and not VERB.search(line.text) and line.text[match.end()].isupper():
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
