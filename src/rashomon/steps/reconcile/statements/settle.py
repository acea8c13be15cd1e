"""What a denial in reply does to a statement.

As in "Alba accused Berta of fraud. Berta denied it." Decides from the disagreements that were found for this reason
(`denied-in-reply`): the statement that holds what is answered gets the reply as a report of its own, with the polarity
"denied" and the one who denies as its holder, and its verdict is "disputed". It finds no replies of its own, so that
the two lists of a dossier never tell different things.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.records.findings import Disagreement, Report, Side, Statement
from rashomon.records.span import Cite

REASON = "denied-in-reply"


def settle(statements: tuple[Statement, ...], disagreements: tuple[Disagreement, ...]) -> tuple[Statement, ...]:
    """`statements` with their denials; a reply that was a statement of its own is none. Ids count anew."""
    found = list(statements)
    for disagreement in disagreements:
        if disagreement.reason != REASON:
            continue
        answered, reply = disagreement.sides
        place = _place(found, answered)
        if place is not None:
            found[place] = _denied(found[place], reply)
            found = [s for s in found if s is found[place] or not _only(s, reply)]
    return tuple(replace(s, id=f"s{n}") for n, s in enumerate(found, start=1))


def _place(statements: list[Statement], side: Side) -> int | None:
    """The number of the statement that tells what `side` says: with its very clause, else with its sentence."""
    for covers in (_equal, _holds):
        for n, statement in enumerate(statements):
            if any(covers(r.cite, c) for r in statement.reports for c in side.cites):
                return n
    return None


def _denied(statement: Statement, reply: Side) -> Statement:
    known = {r.cite for r in statement.reports}
    kept = [r for r in statement.reports if r.cite not in reply.cites]
    added = [Report(c, reply.holder, "denied") for c in reply.cites]
    if not kept or known <= set(reply.cites):
        return statement
    return replace(statement, reports=tuple(sorted([*kept, *added], key=lambda r: r.cite)), verdict="disputed")


def _only(statement: Statement, reply: Side) -> bool:
    """It is the reply, and nothing but that."""
    return all(r.cite in reply.cites for r in statement.reports)


def _equal(one: Cite, other: Cite) -> bool:
    return one == other


def _holds(one: Cite, other: Cite) -> bool:
    return one.article == other.article and one.start <= other.start and other.end <= one.end
