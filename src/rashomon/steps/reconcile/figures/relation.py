"""How the readings of one figure relate, and the note that says why.

Equal numbers are `same`; numbers whose hedges or roundings overlap are `compatible`, and so is a toll that rises with the
hour of publication; a narrower noun with the same number is `different-scope`; what is left is a `conflict`. The
policy in a conflict is conservative and written into the note: the lowest figure that a named source gives comes first,
else the lowest; nothing is averaged and no reading is dropped.
"""

from __future__ import annotations

from rashomon.records.findings import FigureRelation
from rashomon.steps.reconcile.figures.entries import Entry


def relate(members: list[Entry]) -> tuple[FigureRelation, str]:
    """The relation of the readings of one figure and its note."""
    if len({e.article for e in members}) < 2 and len({e.base for e in members}) < 2:
        return "single", ""
    if len({e.thing.noun for e in members}) > 1 and all(e.thing.event == "cessation" for e in members):
        nouns = sorted({e.measure.counted or "" for e in members} - {""})
        return "different-scope", f"the same length of different things: {', '.join(nouns)}"
    values = sorted({e.base for e in members})
    if len(values) == 1:
        hedges = {e.measure.modifier for e in members}
        return ("same", "") if len(hedges) == 1 else ("compatible", _hedged(members))
    if all(_overlap(a, b) for k, a in enumerate(members) for b in members[k + 1 :]):
        return "compatible", _hedged(members)
    if _rising(members):
        shown = ", ".join(f"{_number(e)} ({e.published})" for e in sorted(members, key=_when))
        return "compatible", f"later higher: {shown}"
    return "conflict", _dispute(members)


def _overlap(a: Entry, b: Entry) -> bool:
    """True when the intervals of two readings share a value, or one is the other rounded."""
    low = max(a.low if a.low is not None else float("-inf"), b.low if b.low is not None else float("-inf"))
    high = min(a.high if a.high is not None else float("inf"), b.high if b.high is not None else float("inf"))
    return low <= high or _rounded(a.base, b.base) or _rounded(b.base, a.base)


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
    ordered = sorted(members, key=lambda e: (_when(e)[:length], e.base))
    steps = list(zip(ordered, ordered[1:], strict=False))
    if any(a.base > b.base for a, b in steps):
        return False
    return all(a.base == b.base or _when(a)[:length] < _when(b)[:length] for a, b in steps)


def _number(e: Entry) -> str:
    words = f"{e.measure.modifier} " if e.measure.modifier else ""
    return f"{words}{e.measure.value:,.10g}"


def _hedged(members: list[Entry]) -> str:
    shown = list(dict.fromkeys(_number(e) for e in members))
    return " / ".join(shown) if len(shown) > 1 else ""


def _dispute(members: list[Entry]) -> str:
    """The values, the lowest well-sourced one first."""
    first = min(members, key=lambda e: (e.reading.holder is None, e.base, e.number))
    rest = sorted({e.base: _number(e) for e in members if e.base != first.base}.items())
    sourced = "lowest with a named source" if first.reading.holder else "lowest, no source named"
    return f"{_number(first)} ({sourced}) against {', '.join(text for _, text in rest)}"
