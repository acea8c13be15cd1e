"""How alike reports and stories are: the cosine of their terms, less for reports of other days.

A story is the sum of its reports' terms, so the mean likeness between the members of two stories is one product of
sums, exact because all weights are whole numbers. A missing date is neutral. Decides nothing by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_

from rashomon.steps.group.copies import Runs
from rashomon.steps.group.terms import Vector, cosine
from rashomon.steps.group.weekdays import tenths

WINDOW = 30
"""Days between reports after which likeness is halved."""
Days = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Report:
    """A remembered article: `terms` are whole weights of length `UNIT`, `day` counts days, `weekdays` are bits."""

    number: int
    terms: Vector
    day: int | None = None
    runs: Runs = frozenset()
    weekdays: int = 0


@dataclass(slots=True)
class Story:
    """Reports of one story; `size` of them have terms, `sums` are added up, `days` run from the first to the last.

    `weekdays` are all that any of them names.
    """

    members: dict[int, Report] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=dict)
    days: tuple[int, int] | None = None
    size: int = 0
    weekdays: int = 0

    def add(self, report: Report) -> None:
        """Take a report in."""
        self.members[report.number] = report
        self.size += bool(report.terms)
        sums = self.sums
        for term, weight in report.terms.items():
            sums[term] = sums.get(term, 0) + weight
        self.weekdays |= report.weekdays
        if report.day is not None:
            first, last = self.days or (report.day, report.day)
            self.days = (min(first, report.day), max(last, report.day))

    def drop(self, report: Report) -> None:
        """Let a report go."""
        del self.members[report.number]
        self.size -= bool(report.terms)
        if not self.members:
            self.sums, self.days, self.weekdays = {}, None, 0
            return
        for term, weight in report.terms.items():
            left = self.sums[term] - weight
            if left:
                self.sums[term] = left
            else:
                del self.sums[term]
        if report.weekdays:
            self.weekdays = reduce(or_, (r.weekdays for r in self.members.values()), 0)
        if self.days and report.day in self.days:
            known = [r.day for r in self.members.values() if r.day is not None]
            self.days = (min(known), max(known)) if known else None


def ordinal(day: str | None) -> int | None:
    """The day as a number of days, None when it is missing or no date."""
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None


def span(report: Report) -> Days:
    """The days of one report."""
    return None if report.day is None else (report.day, report.day)


def nearness(a: Days, b: Days) -> float:
    """1 for spans of days that touch, less with every day between them; 1 when one is unknown."""
    if a is None or b is None:
        return 1.0
    return 1.0 / (1.0 + max(0, b[0] - a[1], a[0] - b[1]) / WINDOW)


def likeness_of(a: Report, b: Report) -> float:
    """Likeness of two reports."""
    return cosine(a.terms, b.terms) * nearness(span(a), span(b)) * tenths(a.weekdays, b.weekdays) / 10
