"""Names of outlets, agencies and authors, where they stand as names: on a line of their own, in a byline or a credit.

Reads `outlets.toml` and `agencies.toml`. An outlet is taken only when the text names it in such a place; a name
inside a sentence is a subject of the news and never the outlet.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.steps.clean.rules import bare, fold
from rashomon.text.lexicon import lexicon, words

_PARTICLE = frozenset("de da del della di du van von der den bin ibn al el la le dos abu ben y".split())
_SMALL = frozenset(
    "the a an and or of in on at to for from with by as is are was were be has have had says said not new all after "
    "over his her its their our your this that these who what when where why how no up out into more than about it he "
    "she we january february march april june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday today live breaking news exclusive video".split()
)
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[-'’.][^\W\d_]+)*\.?")


@cache
def agencies() -> dict[str, str]:
    """Each spelling of an agency and its name; spellings keep their capitals."""
    table = lexicon("agencies")
    return {spelling: name for group in ("wire", "picture") for name, all_ in table[group].items() for spelling in all_}


@cache
def wires() -> frozenset[str]:
    """Names of the agencies whose texts others carry."""
    return frozenset(lexicon("agencies")["wire"])


@cache
def agency_pattern() -> str:
    """A regular expression for any spelling of an agency, longest first."""
    return "(?:" + "|".join(re.escape(s) for s in sorted(agencies(), key=lambda s: (-len(s), s))) + ")"


@cache
def _wire_in_text() -> re.Pattern[str]:
    return re.compile(r"(?<![\w])" + agency_pattern() + r"(?![\w])")


def wires_named(text: str) -> list[str]:
    """The text agencies that `text` names, in order, without repetition."""
    found = (agencies()[m[0]] for m in _wire_in_text().finditer(text))
    return list(dict.fromkeys(name for name in found if name in wires()))


@cache
def _outlets() -> dict[str, str]:
    return {bare(name): name for name in lexicon("outlets")["names"]}


def is_section(text: str) -> bool:
    """True for the name of a section of a newspaper or site."""
    return bare(text) in words("outlets", "sections")


def known_outlet(text: str) -> str | None:
    """`text` as written when it is exactly the name of an outlet we know, else None."""
    return text.strip(" .,|·•-–—") if bare(text) in _outlets() else None


def outlet_like(text: str) -> str | None:
    """The outlet that `text` names: one we know, or a short capitalised name with a word outlets begin or end with."""
    name = known_outlet(text)
    if name is not None:
        return name
    name = text.strip(" .,|·•-–—")
    tokens = name.split()
    if (
        not 2 <= len(tokens) <= 5
        or len(name) > 40
        or not all(t[0].isupper() or t in ("of", "the", "and") for t in tokens)
    ):
        return None
    first = bare(tokens[1] if tokens[0] == "The" and len(tokens) > 2 else tokens[0])
    ends = bare(tokens[-1]) in words("outlets", "words")
    return name if ends or (len(tokens) <= 4 and first in words("outlets", "first")) else None


def person_like(text: str) -> bool:
    """True for two to four capitalised words that read as a person's name and as nothing else."""
    tokens = text.split()
    if not 2 <= len(tokens) <= 4 or len(text) > 45 or (text.isupper() and len(tokens) < 2):
        return False
    capital = 0
    for token in tokens:
        if token.lower() in _PARTICLE:
            continue
        if not _WORD.fullmatch(token) or not token[0].isupper() or bare(token) in _SMALL:
            return False
        capital += 1
    return capital >= 2 and tokens[0].lower() not in _PARTICLE - {"al", "el", "abu", "de", "van", "von"}


@cache
def _given() -> frozenset[str]:
    table = lexicon("given_names")
    return frozenset(name for key in ("f", "m", "both") for name in table[key].split())


def given_name(text: str) -> bool:
    """True for a person's name whose first word is a given name we know."""
    return person_like(text) and fold(text.split()[0]) in _given()


@cache
def _common() -> frozenset[str]:
    return frozenset(lexicon("common_words")["words"].split())


def common(word: str) -> bool:
    """True for a word that dictionaries have in lower case."""
    return fold(word) in _common()


def is_agency(text: str) -> bool:
    """True for an agency we know, and for a name that says it is one (`Meridian Wire`, `Lorvik News Agency`)."""
    name = text.strip(" .,:|-–—()")
    if name in agencies():
        return True
    tokens = name.split()
    return (
        2 <= len(tokens) <= 5
        and all(t[0].isupper() or t in ("of", "the", "and", "de") for t in tokens)
        and any(fold(name).endswith(" " + word) for word in lexicon("agencies")["words"])
    )


def titled_name(text: str) -> bool:
    """True for `The` and one to three capitalised words (`The Lamplight`), a form that names of outlets have."""
    tokens = text.split()
    return (
        2 <= len(tokens) <= 4
        and len(text) <= 40
        and tokens[0] == "The"
        and all(_WORD.fullmatch(t) and t[0].isupper() and bare(t) not in _SMALL for t in tokens[1:])
    )


def nobody(text: str) -> bool:
    """True for a byline that names a post and no person or desk: `our foreign staff`, `Special Correspondent`."""
    return all(word in words("outlets", "nobody") for word in re.findall(r"[\w'’-]+", fold(text)))


def split_authors(text: str) -> tuple[str, ...]:
    """The names in `A, B and C`."""
    parts = re.split(r"\s*(?:,| and | & |;|\band\b)\s*", text.strip(" .,:|·•-–—"))
    return tuple(p for p in (part.strip(" .,:|·•-–—") for part in parts) if len(p) > 1)
