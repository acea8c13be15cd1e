"""Words that loosen a number ("about", "at least", "or more") and the interval they leave.

Decides on `lexicons/en/hedges.toml`: the longest listed phrase that ends right before the number, or begins right
behind it, with only listed small words between ("about the", "at least another"). Any other word in between leaves the
number plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.text.lexicon import lexicon

WINDOW = 64
_LONGEST = 4
EXACT = 3
"""Digits from which a hedged number is nearly exact."""
_PIECE = re.compile(r"[^\s(\[\"'“‘]+")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A modifier, the shares of the number it allows (None: open) and the characters `[start, end)` it stands in."""

    name: str
    low: float | None
    high: float | None
    start: int
    end: int


_Row = tuple[str, float | None, float | None]


@cache
def _table(language: str = "en") -> tuple[dict[str, _Row], dict[str, _Row], re.Pattern[str], frozenset[str]]:
    data = lexicon("hedges", language)
    before: dict[str, _Row] = {}
    after: dict[str, _Row] = {}
    for row in data["hedge"]:
        shares: _Row = (row["name"], row.get("low"), row.get("high"))
        before.update(dict.fromkeys(row.get("before", ()), shares))
        after.update(dict.fromkeys(row.get("after", ()), shares))
    forms = "|".join(re.escape(f) for f in sorted(after, key=lambda f: (-len(f), f)))
    follows = re.compile(rf"\s?(?P<form>{forms})(?!\w)", re.IGNORECASE)
    return before, after, follows, frozenset(data["between"]["words"])


@cache
def _verbs(language: str = "en") -> tuple[frozenset[str], frozenset[str]]:
    """Verbs with the particles that are no hedges behind them."""
    row = lexicon("hedges", language)["verb"]
    return frozenset(row["before"]), frozenset(row["particles"])


def hedge_before(text: str, start: int, floor: int) -> Hedge | None:
    """The modifier that ends right before `start`, looking back no further than `floor`."""
    before, _, _, between = _table()
    verbs, particles = _verbs()
    window = max(floor, start - WINDOW)
    pieces = [(m[0].lower(), m.start()) for m in _PIECE.finditer(text, window, start)]
    if window > floor and pieces and text[window - 1].isalnum():
        pieces = pieces[1:]
    stop = len(pieces)
    while stop > 0:
        for size in range(min(_LONGEST, stop), 0, -1):
            phrase = " ".join(word for word, _ in pieces[stop - size : stop])
            row = before.get(phrase)
            if row and not (phrase in particles and stop > size and pieces[stop - size - 1][0] in verbs):
                return Hedge(*row, pieces[stop - size][1], start)
        skipped = next(
            (n for n in (3, 2, 1) if n <= stop and " ".join(w for w, _ in pieces[stop - n : stop]) in between), 0
        )
        if not skipped:
            return None
        stop -= skipped
    return None


def hedge_after(text: str, end: int, stop: int) -> Hedge | None:
    """The modifier that begins right behind `end`: "or more", "-odd", "+"."""
    _, after, follows, _ = _table()
    found = follows.match(text, end, stop)
    if not found:
        return None
    form = found["form"].lower()
    if form == "plus" and not found[0].startswith("-") and text[found.end() : found.end() + 2].strip()[:1].isdigit():
        return None
    return Hedge(*after[form], found.start(), found.end())


def bounds(low: float, high: float, hedge: Hedge | None) -> tuple[float | None, float | None]:
    """The interval of a number from `low` to `high` under `hedge`."""
    if hedge is None:
        return low, high
    shares = (hedge.low, hedge.high) if low >= 0 else (hedge.high, hedge.low)
    return (
        None if shares[0] is None else _tidy(low * _narrowed(shares[0], low)),
        None if shares[1] is None else _tidy(high * _narrowed(shares[1], high)),
    )


def _narrowed(share: float, value: float) -> float:
    """`share` drawn towards one for a number given to three digits or more: "about 146 billion" is not 160."""
    digits = len(f"{abs(value):.12g}".split("e")[0].replace(".", "").strip("0"))
    return share if digits < EXACT else 1 + (share - 1) / 10


def _tidy(value: float) -> float:
    """`value` without the dust of multiplying fractions."""
    return round(value) if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)) else round(value, 9)
