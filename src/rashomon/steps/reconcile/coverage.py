"""Which report has which statement.

Decides from the statements alone: a report that tells it has it "present", or "differs" where it tells it with the
opposite polarity or stands on another side of a disagreement. "absent" is said only of a report that was captured
whole; of a cut, stray or mostly-furniture report nothing is known: "not-captured".
"""

from __future__ import annotations

from collections import Counter, defaultdict

from rashomon.records.article import STORY_KINDS, Article
from rashomon.records.dossier import Story
from rashomon.records.findings import Coverage, CoverageRow, Disagreement, Statement
from rashomon.records.span import Cite

LEAST_CHARACTERS = 200
"""A report with less text of its own than this tells too little to prove an absence."""


def find_coverage(
    story: Story, statements: tuple[Statement, ...], disagreements: tuple[Disagreement, ...]
) -> tuple[CoverageRow, ...]:
    """One row per statement that at least one report has."""
    silent = {a.id: _when_silent(a) for a in story.articles}
    sides = _sides(disagreements)
    return tuple(CoverageRow(s.id, _cells(s, silent, sides)) for s in statements)


def _when_silent(article: Article) -> Coverage:
    size = sum(b.end - b.start for b in article.of_kind(STORY_KINDS))
    return "absent" if article.captured and not article.stray and size >= LEAST_CHARACTERS else "not-captured"


def _sides(disagreements: tuple[Disagreement, ...]) -> dict[str, list[tuple[Cite, str, int]]]:
    """Article id → (cite, disagreement id, side number) of the disagreements its passages stand in."""
    out: dict[str, list[tuple[Cite, str, int]]] = defaultdict(list)
    for found in disagreements:
        for n, side in enumerate(found.sides):
            for c in side.cites:
                out[c.article].append((c, found.id, n))
    return out


def _cells(
    statement: Statement, silent: dict[str, Coverage], sides: dict[str, list[tuple[Cite, str, int]]]
) -> dict[str, Coverage]:
    cells = dict(silent)
    votes = Counter(r.polarity == "denied" for r in statement.reports)
    minority = votes[True] <= votes[False]
    placed = {
        r.cite.article: {(d, n) for c, d, n in sides.get(r.cite.article, ()) if _same(c, r.cite)}
        for r in statement.reports
    }
    told: set[str] = set()
    reference = placed[statement.reports[0].cite.article]
    for report in statement.reports:
        article = report.cite.article
        if article not in cells:
            continue
        against = any(d == e and n != m for d, n in placed[article] for e, m in reference)
        denied = len(votes) > 1 and (report.polarity == "denied") == minority
        # A report that tells both, the claim and its denial, has the statement.
        if not (against or denied):
            told.add(article)
        cells[article] = "present" if article in told else "differs"
    return cells


def _same(one: Cite, other: Cite) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end
