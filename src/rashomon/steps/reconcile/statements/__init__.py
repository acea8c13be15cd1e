"""The same assertion across reports, as one record."""

from __future__ import annotations

from dataclasses import replace

from rashomon.records.dossier import Story
from rashomon.records.findings import Origin, Report, Statement, Verdict
from rashomon.records.span import Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.clusters import cluster
from rashomon.steps.reconcile.statements.force import QUESTION
from rashomon.steps.reconcile.statements.gists import LONGEST_GIST, fragment, gist, neat
from rashomon.steps.reconcile.statements.pairs import SCALE, find_pairs, opposed
from rashomon.steps.reconcile.statements.sameness import same_way
from rashomon.steps.reconcile.statements.units import Unit, find_units
from rashomon.text.similarity import Rarity

__all__ = ["find_statements", "gist", "neat"]


def find_statements(
    story: Story, cast: Cast, origins: tuple[Origin, ...], units: list[Unit] | None = None
) -> tuple[Statement, ...]:
    """The statements of `story`, those with most origins and outlets first; `units` when they are known already.

    A sentence that no other report tells any part of is one statement; else its clauses are statements of their own.
    """
    kin = Kin(cast)
    units = find_units(story, cast, kin) if units is None else units
    pairs = find_pairs(units, Rarity((u.terms for u in units), SCALE), kin)
    drafts = []
    groups = cluster(units, pairs, kin)
    home = {i: n for n, group in enumerate(groups) for i in group}
    for group in _whole_sentences(units, _folded(units, groups)):
        members = [units[n] for n in group]
        if all(_asserts_nothing(story, u) or (u.asserted.hollow and len(members) == 1) for u in members):
            continue
        lone = len({u.sentence for u in members}) == 1 and len({u.article for u in members}) == 1
        drafts.append(_lone(story, members) if lone else _draft(story, members, origins, home))
    drafts = _once(story, drafts)
    drafts.sort(key=lambda d: (-d.origins, -d.outlets, d.reports[0].cite))
    return tuple(
        Statement(f"s{n}", d.gist, d.reports, d.verdict, d.outlets, d.origins) for n, d in enumerate(drafts, start=1)
    )


def _whole_sentences(units: list[Unit], groups: list[list[int]]) -> list[list[int]]:
    """Clauses nobody else tells, put together again where their whole sentence is told by nobody else."""
    alone = {g[0] for g in groups if len(g) == 1}
    sentences: dict[tuple[int, Span], list[int]] = {}
    for unit in units:
        sentences.setdefault((unit.article, unit.sentence), []).append(unit.index)
    out = [g for g in groups if len(g) > 1]
    for members in sentences.values():
        size = units[members[0]].sentence.end - units[members[0]].sentence.start
        if size <= LONGEST_GIST and alone.issuperset(members):
            out.append(members)
        else:
            out += [[n] for n in members if n in alone]
    return out


def _folded(units: list[Unit], groups: list[list[int]]) -> list[list[int]]:
    """Shared clauses that hang on another shared clause of the same sentences go to its group.

    As in "because the pier is old" behind "the ferry is late", both told by the same two reports.
    """
    homes: dict[tuple[int, Span], list[int]] = {}
    for n, group in enumerate(groups):
        if len(group) > 1 and any(units[i].stands for i in group):
            for i in group:
                homes.setdefault((units[i].article, units[i].sentence), []).append(n)
    out = [list(group) for group in groups]
    for n, group in enumerate(groups):
        if len(group) < 2 or any(units[i].stands for i in group):
            continue
        places = [set(homes.get((units[i].article, units[i].sentence), ())) for i in group]
        common = sorted(set.intersection(*places) - {n})
        if common:
            out[common[0]] += group
            out[n] = []
    return [sorted(group) for group in out if group]


def _once(story: Story, drafts: list[Statement]) -> list[Statement]:
    """Statements that would show the same sentence of the same report are one, with the reports of all."""
    number = {a.id: n for n, a in enumerate(story.articles)}
    found: dict[tuple[str, str], Statement] = {}
    for draft in drafts:
        key = (draft.gist, draft.reports[0].cite.article)
        known = found.get(key)
        if known is None:
            found[key] = draft
            continue
        first, other = (
            (known, draft) if (known.outlets, known.origins) >= (draft.outlets, draft.origins) else (draft, known)
        )
        reports = {r.cite: r for r in (*other.reports, *first.reports)}
        verdict: Verdict = "disputed" if "disputed" in (first.verdict, other.verdict) else first.verdict
        kept = tuple(reports[c] for c in sorted(reports))
        outlets = len({_outlet(story, number[r.cite.article]) for r in kept})
        found[key] = Statement("s", first.gist, kept, verdict, outlets, first.origins)
    return list(found.values())


def _lone(story: Story, units: list[Unit]) -> Statement:
    """A sentence of one report, or one clause of it; what cannot stand alone is shown in its sentence."""
    first = units[0]
    article = story.articles[first.article]
    span = first.sentence if len(units) > 1 else first.span
    fits = first.sentence.end - first.sentence.start <= LONGEST_GIST
    shown = first.sentence if fits and fragment(first, article.text) else span
    holders = {u.holder for u in units}
    holder = first.holder if len(holders) == 1 else None
    report = Report(cite(article.id, span), holder, first.polarity)
    return Statement("s", neat(shown.of(article.text)), (report,), "single", 1, 1)


def _draft(story: Story, units: list[Unit], origins: tuple[Origin, ...], home: dict[int, int]) -> Statement:
    """The statement of `units`; `home` numbers the groups they were in before those that hang on others joined them."""
    reports = tuple(Report(u.cite, u.holder, u.polarity) for u in units)
    outlets = {_outlet(story, u.article) for u in units}
    # What one report denies and another affirms is never agreed, except where the verbs are opposite too: "did not
    # accept" and "rejected" tell the same.
    disputed = any(
        opposed(a, b) or (a.asserted.denied != b.asserted.denied and not same_way(a, b))
        for n, a in enumerate(units)
        for b in units[n + 1 :]
        if a.article != b.article and home[a.index] == home[b.index]
    )
    verdict: Verdict = "single" if len(outlets) < 2 else "disputed" if disputed else "agreed"
    if not disputed and len({r.polarity == "denied" for r in reports}) > 1:
        # They tell the same, one of them with "not" and an opposite verb.
        reports = tuple(replace(r, polarity="affirmed") if r.polarity == "denied" else r for r in reports)
    texts = {u.article: story.articles[u.article].text for u in units}
    return Statement("s", gist(units, texts), reports, verdict, len(outlets), _origins(story, units, origins))


def _outlet(story: Story, article: int) -> str:
    """Two reports of one outlet are one voice; an outlet that is not known speaks for itself."""
    known = story.articles[article]
    return f"outlet {known.outlet.casefold()}" if known.outlet else f"article {known.id}"


def _asserts_nothing(story: Story, unit: Unit) -> bool:
    """A bare "she told reporters", or a question; what is hollow says something only with the rest of its sentence."""
    return unit.asserted.credit or bool(QUESTION.search(unit.sentence.of(story.articles[unit.article].text)))


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
