"""Which unit a number has: what stands glued to it, behind it or, for money, in front of it.

Decides on `lexicons/en/units.toml` and `currencies.toml`. Single letters count only where they are glued to digits
("12m", "5g"); what a bare "$" or "pound" is worth is stated in those files. An unknown word is no unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import category

from rashomon.text.lexicon import lexicon

SPAN_LEFT = 9
SHORTEST = 3
"""Letters of a unit within a spaced compound: "12 - day", not "12 - km"."""
_GAP = r"(?:\s|-)?"
_SPACED = re.compile(r"(?: - [A-Za-z]+){1,3}")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and the characters `[start, end)` it is written with."""

    name: str
    start: int
    end: int
    money: bool = False


@dataclass(frozen=True, slots=True)
class _Units:
    words: re.Pattern[str]
    signs: re.Pattern[str]
    names: dict[str, str]
    sign_names: dict[str, str]
    money_before: re.Pattern[str]
    codes: dict[str, str]
    money_after: re.Pattern[str]
    money_names: dict[str, str]
    article: frozenset[str]
    article_after: frozenset[str]
    compound: dict[str, tuple[str, int]]
    rate: re.Pattern[str]


def _any(forms: list[str]) -> str:
    return "|".join(re.escape(form).replace("\\ ", r"[\s-]") for form in sorted(set(forms), key=lambda f: (-len(f), f)))


@cache
def known_units(language: str = "en") -> _Units:
    """The units and currencies of `language`, ready to match."""
    table, money = lexicon("units", language), lexicon("currencies", language)
    names = {word.lower(): name for name, forms in table["units"].items() for word in forms["words"]}
    signs = {sign: name for name, forms in table["units"].items() for sign in forms["signs"]}
    codes = {form: code for code, forms in money.items() for form in forms["before"]}
    after = {form.lower(): code for code, forms in money.items() for form in forms["after"]}
    return _Units(
        re.compile(rf"{_GAP}(?P<unit>{_any(list(names))})(?![\w])", re.IGNORECASE),
        re.compile(rf"(?P<gap>\s?)(?P<unit>{_any(list(signs))})(?![\w²³])"),
        names,
        signs,
        re.compile(rf"(?:^|(?<=[\s(\[\"'“‘/~<>≈–—-])|(?<=[a-z]))(?P<code>{_any(list(codes))})\s?$"),
        codes,
        re.compile(rf"{_GAP}(?P<unit>{_any(list(after))})(?![\w])", re.IGNORECASE),
        after,
        frozenset(table["article"]["units"]),
        frozenset(table["article"]["after"]),
        {name: (row["with"], row["of"]) for name, row in table["compound"].items()},
        re.compile(
            rf"(?:\s(?:a|an|per|each|every)\s|-an?-|/)(?P<period>{_any(table['rate']['periods'])})\b", re.IGNORECASE
        ),
    )


def currency_before(text: str, start: int, floor: int) -> Unit | None:
    """The currency sign or code that ends right before `start`."""
    last = text[start - 1] if start > floor else "-"
    if not (last in ". " or last.isalpha() or category(last) == "Sc"):
        return None
    known = known_units()
    window = max(floor, start - SPAN_LEFT)
    found = known.money_before.search(text[window:start])
    if not found:
        return None
    written = found["code"]
    if written[0].isalpha() and window + found.start() > floor and text[window + found.start() - 1].isalpha():
        return None
    return Unit(known.codes[re.sub(r"[\s-]", " ", written)], window + found.start(), start, money=True)


def unit_after(text: str, end: int, stop: int, digits: bool) -> Unit | None:
    """The unit that follows `end`; signs only behind digits, one letter only glued to them."""
    known = known_units()
    if end >= stop:
        return None
    if text[end] == "-" and text[end + 1 : end + 2] == " ":
        return None
    if compound := _SPACED.match(text, end, stop):
        return _spaced(compound[0].replace(" ", ""), end)
    if digits and (sign := known.signs.match(text, end, stop)):
        written = sign["unit"]
        if not sign["gap"] or (len(written) > 1 and not (written.islower() and written.isalpha() and len(written) > 2)):
            return Unit(known.sign_names[written], sign.start("unit"), sign.end())
    word = known.words.match(text, end, stop)
    money = known.money_after.match(text, end, stop)
    if money and (not word or money.end() > word.end()):
        code = known.money_names[_plain(money["unit"])]
        return Unit(code, money.start("unit"), money.end(), money=True)
    if not word or (word.start("unit") == end and not digits and word["unit"][0].isalnum()):
        return None
    return _rated(text, Unit(known.names[_plain(word["unit"])], word.start("unit"), word.end()), stop)


def _spaced(tight: str, end: int) -> Unit | None:
    """The unit of a compound from `end` on whose hyphens have blanks around them: "57 - year - old".

    `tight` is the compound without the blanks. A plural or a short form is no part of one: "some 40 - years of work"
    has a dash.
    """
    known = known_units()
    word = known.words.match(tight)
    if not word or len(word["unit"]) < SHORTEST or (word["unit"].endswith("s") and not word["unit"].endswith("olds")):
        return None
    blanks = 2 * tight.count("-", 0, word.end())
    return Unit(known.names[_plain(word["unit"])], end + len(" - "), end + word.end() + blanks)


def _rated(text: str, unit: Unit, stop: int) -> Unit:
    """Read "barrels a day" as barrel per day; a unit without a period behind it as it is."""
    known = known_units()
    rate = known.rate.match(text, unit.end, stop)
    if not rate or "per " in unit.name or "of age" in unit.name:
        return unit
    period = known.names.get(rate["period"].lower(), rate["period"].lower())
    return Unit(f"{unit.name} per {period}", unit.start, rate.end())


def _plain(form: str) -> str:
    """`form` as the lexicon has it: lower case, one blank for a gap unless the lexicon writes a hyphen."""
    known, plain = known_units(), form.lower()
    for variant in (plain, re.sub(r"[\s-]", " ", plain), re.sub(r"[\s]", "-", plain)):
        if variant in known.names or variant in known.money_names:
            return variant
    spaced = re.sub(r"[\s-]", " ", plain)
    return next(
        (f for f in (*known.names, *known.money_names) if re.sub(r"[\s-]", " ", f) == spaced),
        plain,
    )
