"""What a stream of articles remembers: weighted terms and days of the last articles, and their stories.

Likeness of an article to a story is the mean over its members, kept as one sum of terms a story: adding, moving and
forgetting are exact, because all weights are whole numbers. Stories whose reports are all forgotten are forgotten too.
Decides nothing.
"""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import islice

from rashomon.steps.group.copies import candidates, contained
from rashomon.steps.group.likeness import Report, Story, nearness, span
from rashomon.steps.group.terms import UNIT
from rashomon.steps.group.weekdays import tenths

LEADING = 30
"""Terms of a report, from the weightiest, that lead to stories."""
CROWD = 16
"""Stories that share a term above which the term leads to none of them by itself."""
CANDIDATES = 5
"""Stories whose likeness is worked out in full."""


class Memory:
    """Remembered reports by story, with an index from terms to stories."""

    def __init__(self) -> None:
        self.order: deque[int] = deque()
        self.stories: dict[int, Story] = {}
        self.story_of: dict[int, int] = {}
        self._postings: dict[str, dict[int, int]] = {}
        self._holders: defaultdict[int, list[int]] = defaultdict(list)

    def report(self, number: int) -> Report:
        """The remembered report of that number; KeyError when it is not in the memory."""
        return self.stories[self.story_of[number]].members[number]

    def members(self, story: int) -> list[int]:
        """The remembered articles of a story, in order; none when it is forgotten."""
        return sorted(self.stories[story].members) if story in self.stories else []

    def put(self, report: Report, story: int) -> None:
        """Remember a new report as part of `story`."""
        self.order.append(report.number)
        self._attach(report, story)
        for run in sorted(report.runs):
            self._holders[run].append(report.number)

    def move(self, number: int, story: int) -> None:
        """Make a remembered report part of `story`."""
        report = self.report(number)
        self._detach(report)
        self._attach(report, story)

    def silence(self, number: int) -> None:
        """Keep a report in its story, but let its terms count no more."""
        report = self.report(number)
        story = self.story_of[number]
        self._detach(report)
        self._attach(Report(number, {}, None, report.runs), story)

    def forget(self) -> None:
        """Drop the report that came first."""
        number = self.order.popleft()
        report = self.report(number)
        self._detach(report)
        for run in report.runs:
            held = self._holders[run]
            held.remove(number)
            if not held:
                del self._holders[run]

    def _attach(self, report: Report, name: int) -> None:
        self.story_of[report.number] = name
        story = self.stories.setdefault(name, Story())
        story.add(report)
        postings, sums = self._postings, story.sums
        for term in report.terms:
            posted = postings.get(term)
            if posted is None:
                postings[term] = {name: sums[term]}
            else:
                posted[name] = sums[term]

    def _detach(self, report: Report) -> None:
        name = self.story_of.pop(report.number)
        story = self.stories[name]
        story.drop(report)
        if not story.members:
            del self.stories[name]
        postings, sums = self._postings, story.sums
        for term in report.terms:
            posted = postings[term]
            if term in sums:
                posted[name] = sums[term]
            else:
                del posted[name]
                if not posted:
                    del postings[term]

    def likeness(self, report: Report) -> dict[int, float]:
        """Mean likeness of a report to the members of the stories that it is most alike with, `CANDIDATES` at most."""
        scores: defaultdict[int, int] = defaultdict(int)
        for name, weight in islice(report.terms.items(), LEADING):
            posted = self._postings.get(name)
            if posted and len(posted) <= CROWD:
                for story, total in posted.items():
                    scores[story] += weight * total
        stories = self.stories
        best = sorted([(score / stories[story].size, -story) for story, score in scores.items()], reverse=True)
        return {-story: self._mean(report, stories[-story]) for _, story in best[:CANDIDATES]}

    def _mean(self, report: Report, story: Story) -> float:
        terms, sums = report.terms, story.sums
        score = sum([terms[name] * sums[name] for name in terms.keys() & sums.keys()])
        near = nearness(span(report), story.days) * tenths(report.weekdays, story.weekdays) / 10
        return score / (story.size * UNIT * UNIT) * near

    def copy(self, report: Report) -> tuple[int, float] | None:
        """The remembered report that this one copies or is copied by, with the share; of equals the elder."""
        shares = ((contained(report.runs, self.report(n).runs), -n) for n in candidates(report.runs, self._holders))
        share, number = max(shares, default=(0.0, 0))
        return (-number, share) if share else None

    def between(self, one: int, other: int) -> float:
        """Mean likeness between the members of two stories."""
        a, b = self.stories[one], self.stories[other]
        if not a.size or not b.size:
            return 0.0
        small, large = sorted((a.sums, b.sums), key=len)
        score = sum(weight * large[term] for term, weight in small.items() if term in large)
        near = nearness(a.days, b.days) * tenths(a.weekdays, b.weekdays) / 10
        return score / (a.size * b.size * UNIT * UNIT) * near
