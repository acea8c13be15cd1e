"""The same assertion across reports, as one record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from rashomon.records.dossier import Story
from rashomon.records.findings import Origin, Report, Statement, Verdict
from rashomon.records.span import Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.asserted import QUESTION
from rashomon.steps.reconcile.statements.clusters import cluster
from rashomon.steps.reconcile.statements.pairs import SCALE, find_pairs, opposed
from rashomon.steps.reconcile.statements.sameness import same_way
from rashomon.steps.reconcile.statements.units import Unit, find_units
from rashomon.text.similarity import Rarity

LONGEST_GIST = 320
"""Characters of a sentence that can still be shown whole."""
UNENDED = frozenset(
    "a an the of on in to for by with from at as and or but nor than that which who about after before between into"
    " over under its his her their our my your two".split()
)
"""Words that no clause ends with."""
EDGES = " \n,;:"


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
    for group in _whole_sentences(units, cluster(units, pairs, kin)):
        members = [units[n] for n in group]
        if all(_asserts_nothing(story, u) for u in members):
            continue
        lone = len({u.sentence for u in members}) == 1 and len({u.article for u in members}) == 1
        drafts.append(_lone(story, members) if lone else _draft(story, members, origins))
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


def _lone(story: Story, units: list[Unit]) -> Statement:
    """A sentence of one report, or one clause of it; what cannot stand alone is shown in its sentence."""
    first = units[0]
    article = story.articles[first.article]
    span = first.sentence if len(units) > 1 else first.span
    broken = not first.stands or breaks_off(neat(span.of(article.text)))
    shown = first.sentence if broken and first.sentence.end - first.sentence.start <= LONGEST_GIST else span
    holders = {u.holder for u in units}
    holder = first.holder if len(holders) == 1 else None
    report = Report(cite(article.id, span), holder, first.polarity)
    return Statement("s", neat(shown.of(article.text)), (report,), "single", 1, 1)


def _draft(story: Story, units: list[Unit], origins: tuple[Origin, ...]) -> Statement:
    reports = tuple(Report(u.cite, u.holder, u.polarity) for u in units)
    outlets = {_outlet(story, u.article) for u in units}
    # What one report denies and another affirms is never agreed, except where the verbs are opposite too: "did not
    # accept" and "rejected" tell the same.
    disputed = any(
        opposed(a, b) or (a.asserted.denied != b.asserted.denied and not same_way(a, b))
        for n, a in enumerate(units)
        for b in units[n + 1 :]
        if a.article != b.article
    )
    verdict: Verdict = "single" if len(outlets) < 2 else "disputed" if disputed else "agreed"

    def sentence(unit: Unit) -> str:
        return unit.sentence.of(story.articles[unit.article].text)

    return Statement("s", gist(units, sentence), reports, verdict, len(outlets), _origins(story, units, origins))


def _outlet(story: Story, article: int) -> str:
    """Two reports of one outlet are one voice; an outlet that is not known speaks for itself."""
    known = story.articles[article]
    return f"outlet {known.outlet.casefold()}" if known.outlet else f"article {known.id}"


def _asserts_nothing(story: Story, unit: Unit) -> bool:
    """A bare "she told reporters", or a question."""
    return unit.asserted.credit or bool(QUESTION.search(unit.sentence.of(story.articles[unit.article].text)))


def gist(units: list[Unit], sentence: Callable[[Unit], str] | None = None) -> str:
    """The clearest clause to the letter: it stands alone, has most of what the clauses share, and is short.

    Where none stands alone, or the clearest breaks off in the middle of a phrase, its `sentence` is shown.
    """
    found = Counter(t for u in units for t in u.terms)
    core = {t for t, n in found.items() if 2 * n >= len(units) and t[:2] != "k:"}
    best = min(
        units,
        key=lambda u: (
            not u.stands or breaks_off(neat(u.text)),
            2 * len(core & u.terms) < len(core),
            u.quoted,
            u.place != "body",
            u.polarity != "affirmed",
            u.holder is not None,
            -len(core & u.terms),
            len(u.text),
            u.cite,
        ),
    )
    whole = neat(sentence(best)) if sentence else ""
    if (not best.stands or breaks_off(neat(best.text))) and 0 < len(whole) <= LONGEST_GIST:
        return whole
    return neat(best.text)


def breaks_off(words: str) -> bool:
    """It ends with a word that more must follow, or within brackets or quotation marks."""
    last = words.rsplit(maxsplit=1)[-1].lower() if words else ""
    odd = words.count("(") != words.count(")") or words.count("“") != words.count("”") or words.count('"') % 2 == 1
    return odd or last in UNENDED


def neat(words: str) -> str:
    """The words without marks at their edges; a quotation mark stays where its partner is there too."""
    out = words.strip(EDGES)
    for opening, closing in (("“", "”"), ('"', '"')):
        odd = out.count(opening) != out.count(closing) if opening != closing else out.count(opening) % 2 == 1
        if odd:
            out = out.removeprefix(opening).removesuffix(closing).strip(EDGES)
    return out.removeprefix("”").strip(EDGES)


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
