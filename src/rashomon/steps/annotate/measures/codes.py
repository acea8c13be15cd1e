"""Numbers that address or file something: telephone numbers, house numbers, postal codes, the 43 bus, docket 14-556.

Decides on the form of the digits and on the words beside them in `lexicons/en/designations.toml`. A plural noun right
behind keeps a number a count: "12 Mill Lane residents" are twelve.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.records.reading import Words
from rashomon.steps.annotate.measures.counted import Counted, plural
from rashomon.text.lexicon import lexicon
from rashomon.text.numbers import Number

_PHONE = re.compile(
    r"""(?<![\w.,/$£€-])(?:
        \+\d{1,3}[\s.()-]{1,2}\d[\d\s.()-]{4,16}\d
      | \(\d{2,5}\)\s?\d{3,4}[\s-]?\d{3,4}
      | 0\d{2,4}(?:[\s-]\d{2,4}){1,4}
      | (?:1[\s.-])?\d{3}[-.]\d{3}[-.]\d{4}
      | 1-\d{3}-[A-Z\d-]{4,12}
    )(?!\w)""",
    re.VERBOSE,
)
_GROUPS = r"\d{3,}(?:[\s.-]\d{2,4}){0,4}(?=\s*(?:$|[^\w\s%-])|\s(?:for|to|or|and|if|with|when|now|immediately)\b)"
_ZIP = re.compile(r"\d{5}(?:-\d{4})?(?!\w)")
_CAPITAL = re.compile(r"(?:[A-Z]{2}|[A-Z][a-z]+\.?),?\s$")
_BLANK = re.compile(r"\s")
REACH = 40


@dataclass(frozen=True, slots=True)
class _Codes:
    dial: re.Pattern[str]
    emergency: frozenset[str]
    house: re.Pattern[str]
    services: frozenset[str]


@cache
def _codes(language: str = "en") -> _Codes:
    data = lexicon("designations", language)
    streets, ways = "|".join(data["streets"]), "|".join(data["streets_before"])
    return _Codes(
        re.compile(
            rf"\b(?:{'|'.join(data['dial'])})(?:\s(?:{'|'.join(data['dial_filler'])})){{0,3}}:?\s(?P<groups>{_GROUPS})",
            re.IGNORECASE,
        ),
        frozenset(data["emergency"]),
        re.compile(
            rf"(?:[A-Z]?(?:-\d{{1,5}})?\s(?:[NSEW]\.?\s)?(?:(?:[A-Z][\w.’'-]*|\d{{1,3}}(?:st|nd|rd|th))\s){{1,3}}(?:{streets})\b"
            rf"|,?\s(?:{ways})\s(?:(?:de|des|du|la|le|della|del)\s){{0,2}}[A-Z])"
        ),
        frozenset(data["services"]),
    )


def numbered(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Telephone numbers in `text[start:end]`."""
    dialled = [match.span("groups") for match in _codes().dial.finditer(text, start, end)]
    return dialled + [match.span() for match in _PHONE.finditer(text, start, end)]


def coded(words: Words, number: Number, floor: int, stop: int, noun: Counted | None) -> bool:
    """True when the digits of `number` are no quantity: an address, a postal code, a telephone number, a line."""
    text, start, end = words.text, number.start, number.end
    if number.form != "digits":
        return False
    digits = text[start:end]
    if digits[0] == "0" and digits[1:2].isdigit() and digits.isdigit():
        return True
    tokens, known = words.tokens, _codes()
    several = noun is not None and plural(tokens.words[noun.head], tokens.tags[noun.head])
    if digits in known.emergency and noun is not None and noun.noun in ("call", "caller", "operator", "dispatcher"):
        return True
    if not digits.isdigit():
        return False
    if noun is not None and not several and noun.noun.lower() in known.services and _BLANK.match(text, end):
        return number.value > 1
    if _house(words, text, start, end, stop):
        return True
    if len(digits) == 5 and noun is None and _ZIP.match(text, start, stop):
        return bool(_CAPITAL.search(text, max(floor, start - REACH), start))
    return len(digits) == 5 and noun is not None and not several and noun.noun[0].isupper() and noun.head == noun.first


def _house(words: Words, text: str, start: int, end: int, stop: int) -> bool:
    """True for the number of "221 Baker Street" with no plural noun right behind it."""
    found = _codes().house.match(text, end, min(stop, end + 2 * REACH)) if end - start <= 5 else None
    if found is None:
        return False
    tokens = words.tokens
    after = tokens.at(found.end())
    return after >= len(tokens) or tokens.tags[after] != "NNS" or text[found.end() : found.end() + 1] != " "
