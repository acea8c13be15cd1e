"""One number read as a figure: unit, modifier, bounds, what is counted, and the characters it all stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.records.reading import Words
from rashomon.steps.annotate.measures.counted import Counted, counted_noun
from rashomon.steps.annotate.measures.hedges import Hedge, bounds, hedge_after, hedge_before
from rashomon.steps.annotate.measures.units import Unit, currency_before, known_units, unit_after
from rashomon.text.lexicon import lexicon
from rashomon.text.numbers import Number

_SUFFIX = re.compile(r"(mn|bn|trn|tn|mil|mm|tr|k|m|b|t)(?![\w])", re.IGNORECASE)
_PHRASE = re.compile(r"(?:\s[A-Za-z]+){0,4}")
_OF_A = re.compile(r"\s(?:of\s)?an?\s")
NEAR = 60
"""Characters on either side in which a word of money makes pounds money."""
_WORDS = re.compile(r"[a-z]+|£")
_MINUS = re.compile(r"(?:^|(?<=[\s(]))[-−–]$|\bminus\s$")
_AGE = re.compile(r"[\s-](?:old|of\sage|olds)\b", re.IGNORECASE)
_LONG = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure in the making: `start`..`end` are its characters, `number` its (scaled, signed) value."""

    number: Number
    value: float
    low: float
    high: float
    start: int
    end: int
    unit: Unit | None
    scaled: float


def draft(text: str, number: Number, floor: int, stop: int) -> Draft:
    """`number` with its sign, scale letter and unit."""
    start, end, factor = number.start, number.end, 1.0
    digits = number.form in ("digits", "fraction") and text[end - 1 : end].isdigit()
    unit = currency_before(text, start, floor)
    if digits and number.scaled == 1 and (suffix := _SUFFIX.match(text, end, stop)):
        factor = _suffix(text, suffix, unit is not None, stop)
        end = suffix.end() if factor > 1 else end
    if unit:
        start = unit.start
    else:
        of = _OF_A.match(text, end, stop) if number.form == "fraction" else None
        unit = unit_after(text, of.end() - 1 if of else end, stop, digits and factor == 1)
        if unit and unit.name == "GBP" and not _money(text, start, unit, floor, stop):
            unit = Unit("pound-mass", unit.start, unit.end)
        if unit and unit.name in _LONG and _AGE.match(text, unit.end, stop):
            unit = unit_after(text, end, stop, digits)
        end = unit.end if unit else end
    value, low, high = number.value * factor, number.low * factor, number.high * factor
    if digits and (minus := _MINUS.search(text, max(floor, start - 6), start)):
        value, low, high, start = -value, -value, -value, minus.start()
    return Draft(number, _whole(value), _whole(low), _whole(high), start, end, unit, number.scaled * factor)


def _whole(value: float) -> float:
    rounded = round(value)
    return rounded if abs(value - rounded) < 1e-9 * max(1.0, abs(value)) and abs(value) >= 1 else value


def _money(text: str, start: int, unit: Unit, floor: int, stop: int) -> bool:
    """True when "pounds" are money: written with a sign or "sterling", or with a word of money nearby."""
    if not text[unit.start : unit.end].lower().startswith("pound") or unit.end - unit.start > len("pounds"):
        return True
    near = f"{text[max(floor, start - NEAR) : start]} {text[unit.end : min(stop, unit.end + NEAR)]}".lower()
    return not _money_words().isdisjoint(_WORDS.findall(near))


@cache
def _money_words() -> frozenset[str]:
    return frozenset(lexicon("units")["pounds"]["money"])


def _suffix(text: str, suffix: re.Match[str], money: bool, stop: int) -> float:
    """What the letter glued to a number multiplies it with; 1 when it is a unit (12m: metres)."""
    table, form = lexicon("numbers"), suffix[1].lower()
    if form in table["suffixes"]:
        return float(table["suffixes"][form])
    if money and form in table["money_suffixes"]:
        return float(table["money_suffixes"][form])
    if suffix[1] in ("m", "M"):
        follows = [word.lower() for word in _PHRASE.match(text, suffix.end(), stop)[0].split()]  # type: ignore[index]
        if follows[:1] == ["of"] or (
            follows
            and follows[0] not in lexicon("units")["metres"]["before"]
            and any(w == "people" or w[-1] == "s" for w in follows)
        ):
            return 1_000_000.0
    return 1.0


def hedged(text: str, item: Draft, floor: int, stop: int) -> Hedge | None:
    """The modifier of a figure, in front of it or behind it."""
    before = hedge_before(text, item.start, floor)
    return (
        before or hedge_after(text, item.end, stop) or (hedge_after(text, item.number.end, stop) if item.unit else None)
    )


def noun_behind(words: Words, item: Draft, last: int) -> Counted | None:
    """The noun phrase, before token `last`, that the figure counts or, with a unit, measures ("30-day ceasefire")."""
    tokens = words.tokens
    first = tokens.at(item.end)
    if first < len(tokens) and tokens.starts[first] < item.end:
        first += 1
    while first < last and tokens.words[first] in ("-", "–", "+"):
        first += 1
    while first < last and tokens.words[first] in ("'", "’"):
        first += 1
    vague = item.number.form in ("vague", "fraction") or item.scaled > 1 or item.number.value in (2, 12)
    return counted_noun(tokens, first, last, item.value != 1, vague)


def closed(low: float, high: float, hedge: Hedge | None) -> tuple[float | None, float | None]:
    """The bounds of a figure; an order of magnitude is loose already."""
    return (low, high) if low != high else bounds(low, high, hedge)


__all__ = ["Draft", "closed", "draft", "hedged", "known_units", "noun_behind"]
