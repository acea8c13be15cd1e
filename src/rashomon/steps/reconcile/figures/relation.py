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
SLACK = 0.005
"""Share by which two numbers in different units may differ and still tell the same."""
Interval = tuple[float, float, float]


def relate(members: list[Entry]) -> tuple[FigureRelation, str]:
    """The relation of the readings of one figure and its note."""
    if len({e.article for e in members}) < 2:
        return "single", _wordings(members)
    if len({e.thing.noun for e in members}) > 1 and all(e.thing.event == "cessation" for e in members):
        nouns = sorted({e.measure.counted for e in members if e.measure.counted})
        return "different-scope", f"the same length of different things: {', '.join(nouns)}"
    values = {_standard(e, members) for e in members}
    if len(values) == 1:
        return ("same", "") if len({e.measure.modifier for e in members}) == 1 else ("compatible", _wordings(members))
    spans = [_interval(e, members) for e in members]
    slack = 0.0 if members[0].dimension == "count" or len({e.measure.unit for e in members}) < 2 else SLACK
    if all(
        _overlap(a, b) or abs(a[0] - b[0]) <= slack * abs(a[0]) for k, a in enumerate(spans) for b in spans[k + 1 :]
    ):
        return "compatible", _wordings(members)
    if _rising(members):
        shown = ", ".join(f"{e.wording} ({e.published})" for e in sorted(members, key=_when))
        return "compatible", f"later higher: {shown}"
    return "conflict", _dispute(members)


def _standard(e: Entry, members: list[Entry]) -> float:
    """The value of `e`, or the one in the usual unit that it is a conversion of."""
    for m in members:
        if m.measure.unit != e.measure.unit and abs(m.base - e.base) <= CONVERSION * abs(m.base):
            return min(m.base, e.base)
    return e.base


def _interval(e: Entry, members: list[Entry]) -> Interval:
    """Value, least and most that a report allows: its hedge speaks for its headline, "dozens" is open above."""
    own = [m for m in members if m.article == e.article and m.base == e.base]
    lows = [float("-inf") if m.low is None else m.low for m in own]
    vague = e.measure.modifier is None and e.low is not None and e.low > 0 and e.high == 10 * e.low
    highs = [float("inf") if m.high is None or vague else m.high for m in own]
    return _standard(e, members), min(lows), max(highs)


def _overlap(a: Interval, b: Interval) -> bool:
    """True when two intervals share a value, or one value is the other rounded."""
    return max(a[1], b[1]) <= min(a[2], b[2]) or _rounded(a[0], b[0]) or _rounded(b[0], a[0])


def _rounded(exact: float, short: float) -> bool:
    """True when `short` is `exact` rounded to fewer digits, and still has two of its own."""
    digits = len(f"{abs(short):.12g}".replace(".", "").strip("0").split("e")[0])
    return digits >= 2 and float(f"{exact:.{digits}g}") == short


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


def _dispute(members: list[Entry]) -> str:
    """The readings, the lowest well-sourced one first."""
    first = min(members, key=lambda e: (e.reading.holder is None, e.base, e.number))
    rest = _distinct(sorted((e for e in members if e.base != first.base), key=lambda e: (e.base, e.number)))
    sourced = "lowest with a named source" if first.reading.holder else "lowest, no source named"
    return f"{first.wording} ({sourced}) against {', '.join(rest)}"
