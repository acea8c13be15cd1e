"""The same assertion across reports, as one record."""

from __future__ import annotations

from rashomon.records.dossier import Story
from rashomon.records.findings import Origin, Report, Statement, Verdict
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.clusters import cluster
from rashomon.steps.reconcile.statements.pairs import SCALE, find_pairs
from rashomon.steps.reconcile.statements.units import Unit, find_units
from rashomon.text.similarity import Rarity


def find_statements(story: Story, cast: Cast, origins: tuple[Origin, ...]) -> tuple[Statement, ...]:
    """The statements of `story`, those with most origins and outlets first."""
    kin = Kin(cast)
    units = find_units(story, cast, kin)
    pairs = find_pairs(units, Rarity((u.terms for u in units), SCALE), kin)
    drafts = [_draft(story, [units[n] for n in group], origins) for group in cluster(units, pairs, kin)]
    drafts.sort(key=lambda d: (-d.origins, -d.outlets, d.reports[0].cite))
    return tuple(
        Statement(f"s{n}", d.gist, d.reports, d.verdict, d.outlets, d.origins) for n, d in enumerate(drafts, start=1)
    )


def _draft(story: Story, units: list[Unit], origins: tuple[Origin, ...]) -> Statement:
    reports = tuple(Report(u.cite, u.holder, u.polarity) for u in units)
    outlets = {_outlet(story, u.article) for u in units}
    told = {u.polarity == "denied" for u in units}
    verdict: Verdict = "single" if len(outlets) < 2 else "disputed" if len(told) > 1 else "agreed"
    return Statement("s", gist(units), reports, verdict, len(outlets), _origins(story, units, origins))


def _outlet(story: Story, article: int) -> str:
    """Two reports of one outlet are one voice; an outlet that is not known speaks for itself."""
    known = story.articles[article]
    return f"outlet {known.outlet.casefold()}" if known.outlet else f"article {known.id}"


def gist(units: list[Unit]) -> str:
    """The clearest clause to the letter: complete, affirmed, in the outlet's own words, then the shortest."""
    best = min(
        units,
        key=lambda u: (not u.complete, u.quoted, u.polarity != "affirmed", u.place == "title", len(u.text), u.cite),
    )
    return best.text


def _origins(story: Story, units: list[Unit], origins: tuple[Origin, ...]) -> int:
    """Outlets of a statement, those that took the passage from one place counted once."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    ids = {story.articles[u.article].id: _outlet(story, u.article) for u in units}
    for origin in origins:
        for passage in origin.passages:
            inside = [
                c
                for c in passage.cites
                if c.article in ids and any(u.cite.article == c.article and _half(u.span, c.span) for u in units)
            ]
            for c in inside[1:]:
                a, b = sorted((find(ids[inside[0].article]), find(ids[c.article])))
                leader[b] = a
    return len({find(name) for name in ids.values()})


def _half(unit: Span, passage: Span) -> bool:
    shared = min(unit.end, passage.end) - max(unit.start, passage.start)
    return 2 * shared >= unit.end - unit.start
