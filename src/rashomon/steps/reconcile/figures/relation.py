"""How the readings of one figure relate, and the note that says why.

Equal numbers are `same`; numbers whose hedges or roundings overlap are `compatible`, and so is a toll that rises with
the hour of publication; one number given for things of different scope is `different-scope`; what is left is a
`conflict`. The policy for a conflict, *lowest well-sourced first*, is conservative and stands in the note: first the
lowest figure that a named source gives, else the lowest; nothing is averaged and no reading is dropped.
"""

from __future__ import annotations

from itertools import pairwise

from rashomon.records.findings import FigureRelation
from rashomon.steps.reconcile.figures.entries import Entry

CONVERSION = 0.05
"""Share by which a number turned into another unit may miss: 10 kilometres (6 miles)."""
DEBTS = 1.15
"""How far apart two prices of one firm are when only one of them counts its debts."""
EXACT = 3
"""Digits from which a hedged number is nearly exact."""
EDGE = 0.01
"""Share by which a hedged number may miss another and still tell it: "nearly half a million" is 449,000."""
SLACK = 0.005
"""Share by which two numbers in different units may differ and still tell the same."""
ROUND = 20
"""Numbers of one digit from here on may be rounded."""
MOST = 100
"""Different readings of one figure that are compared pair by pair."""
Interval = tuple[float, float, float]


def relate(members: list[Entry]) -> tuple[FigureRelation, str]:
    """The relation of the readings of one figure and its note."""
    if len({e.article for e in members}) < 2:
        return "single", _wordings(members)
    if len({e.thing.noun for e in members}) > 1 and all(e.thing.event == "cessation" for e in members):
        nouns = sorted({e.measure.counted for e in members if e.measure.counted})
        return "different-scope", f"the same length of different things: {', '.join(nouns)}"
    standard = _standards(members)
    values = set(standard.values())
    against = {e.frame.against for e in members} - {None}
    if len(values) == 1 and len(against) < 2:
        return ("same", "") if len({e.measure.modifier for e in members}) == 1 else ("compatible", _wordings(members))
    spans = _intervals(members, standard)
    slack = 0.0 if members[0].dimension == "count" or len({e.measure.unit for e in members}) < 2 else SLACK
    told = list(dict.fromkeys(spans[_side(e)] for e in members))[:MOST]
    if len(against) < 2 and all(_fit(a, b, slack) for k, a in enumerate(told) for b in told[k + 1 :]):
        return "compatible", _wordings(members)
    if _rising(members):
        shown = ", ".join(f"{e.wording} ({e.published})" for e in sorted(members, key=_when))
        return "compatible", f"later higher: {shown}"
    if _with_and_without(members):
        return "different-scope", f"a price of the shares alone may leave out debts: {_wordings(members)}"
    fitting = {e.number for e in members if all(_fit(spans[_side(e)], other, slack) for other in told)}
    return "conflict", _dispute(members, fitting if len(against) < 2 else set())


def fitting(members: list[Entry]) -> bool:
    """True when what all of `members` say can be so at once, by their hedges, ranges or rounding."""
    spans = _intervals(members, _standards(members))
    told = list(dict.fromkeys(spans[_side(e)] for e in members))[:MOST]
    return all(_fit(a, b, SLACK) for k, a in enumerate(told) for b in told[k + 1 :])


def _with_and_without(members: list[Entry]) -> bool:
    """True for two prices well apart of which only one is told beside a price per share."""
    if not members[0].dimension.isupper():
        return False
    shares = {e.base for e in members if e.thing.by_share}
    others = {e.base for e in members} - shares
    return bool(shares and others) and all(max(a, b) >= DEBTS * min(a, b) for a in shares for b in others)


def _side(e: Entry) -> tuple[int, float]:
    return e.article, e.base


def _standards(members: list[Entry]) -> dict[tuple[str | None, float], float]:
    """For each unit and value the value in the usual unit that it is a conversion of, or itself."""
    written = list(dict.fromkeys((e.measure.unit, e.base) for e in members))
    found = {}
    for unit, base in written:
        near = (b for u, b in written[:MOST] if u != unit and abs(b - base) <= CONVERSION * abs(b))
        other = next(near, None)
        found[(unit, base)] = base if other is None else min(other, base)
    return found


def _intervals(
    members: list[Entry], standard: dict[tuple[str | None, float], float]
) -> dict[tuple[int, float], Interval]:
    """Value, least and most that each report allows: its hedge speaks for its headline, "dozens" is open above."""
    found: dict[tuple[int, float], Interval] = {}
    hedged = {e.base: e for e in members if e.measure.modifier and _digits(e.measure.value) == 1}
    for e in members:
        vague = e.measure.modifier is None and e.low is not None and e.low > 0 and e.high == 10 * e.low
        round_one = e.measure.modifier is None and e.base >= ROUND and hedged.get(e.base)
        told = round_one or e  # "30" is "more than 30" where another report says so
        low = float("-inf") if told.low is None else told.low
        high = float("inf") if told.high is None or vague else told.high
        value, least, most = found.get(_side(e), (standard[(e.measure.unit, e.base)], low, high))
        if e.measure.modifier and _digits(e.measure.value) < EXACT:
            low, high = low - EDGE * abs(low), high + EDGE * abs(high)
        found[_side(e)] = (value, min(least, low), max(most, high))
    return found


def _fit(a: Interval, b: Interval, slack: float) -> bool:
    """True when what two reports say can both be so."""
    return _overlap(a, b) or abs(a[0] - b[0]) <= slack * abs(a[0])


def _overlap(a: Interval, b: Interval) -> bool:
    """True when two intervals share a value, or one value is the other rounded."""
    return max(a[1], b[1]) <= min(a[2], b[2]) or _rounded(a[0], b[0]) or _rounded(b[0], a[0])


def _rounded(exact: float, short: float) -> bool:
    """True when `short` is `exact` rounded to fewer digits, and still has two of its own."""
    digits = _digits(short)
    return digits >= 2 and float(f"{exact:.{digits}g}") == short


def _digits(value: float) -> int:
    """How many digits a number is told with."""
    return len(f"{abs(value):.12g}".replace(".", "").strip("0").split("e")[0])


def _when(e: Entry) -> str:
    return e.published or ""


def _rising(members: list[Entry]) -> bool:
    """True when later reports give higher tolls."""
    if not members[0].thing.toll or not all(e.published for e in members):
        return False
    length = min(len(_when(e)) for e in members)
    steps = list(pairwise(sorted(members, key=lambda e: (_when(e)[:length], e.base))))
    if any(a.base > b.base for a, b in steps):
        return False
    return all(a.base == b.base or _when(a)[:length] < _when(b)[:length] for a, b in steps)


def _wordings(members: list[Entry]) -> str:
    """The different wordings of the readings, "" when there is one only."""
    shown = _distinct(members)
    return " / ".join(shown) if len(shown) > 1 else ""


def _distinct(members: list[Entry]) -> list[str]:
    """The readings in the words of the reports, each wording once."""
    return list({e.wording.casefold(): e.wording for e in members[::-1]}.values())[::-1]


def _dispute(members: list[Entry], fitting: set[int]) -> str:
    """The readings in dispute, the lowest well-sourced one first, and behind them those that fit every other."""
    bare = [e for e in members if e.number not in fitting]
    first = min(bare, key=lambda e: (e.reading.holder is None, e.base, e.number))
    votes = {e.frame.against for e in members} - {None}
    rest = _distinct(sorted((e for e in bare if e.base != first.base), key=lambda e: (e.base, e.number)))
    if len(votes) > 1:
        return "; ".join(f"{e.wording} to {e.frame.against:g}" for e in _by_votes(bare))
    sourced = "lowest with a named source" if first.reading.holder else "lowest, no source named"
    note = f"{first.wording} ({sourced}) against {', '.join(rest)}"
    allowed = _distinct([e for e in members if e.number in fitting])
    fits = "fits" if len(allowed) == 1 else "fit"
    return f"{note}; {', '.join(allowed)} {fits} all" if allowed else note


def _by_votes(members: list[Entry]) -> list[Entry]:
    """One reading for each result of a vote."""
    found: dict[tuple[float, float], Entry] = {}
    for e in members:
        if e.frame.against is not None:
            found.setdefault((e.base, e.frame.against), e)
    return [found[key] for key in sorted(found)]
