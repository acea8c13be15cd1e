"""Obeys what people have decided: who is one actor and who is not, who says a quotation, what is no contradiction.

Each function is called once, where the rule it overrules has just spoken. A decision is applied only where the words it
names stand in the story; one that fits nothing here changes nothing. No line is made up: a speaker whom no rule saw
becomes an actor only with the place where a report names him.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from rashomon.records.article import Article
from rashomon.records.decisions import Decided, RightSpeaker, named
from rashomon.records.dossier import Story
from rashomon.records.findings import (
    Actor,
    Check,
    Disagreement,
    DisagreementKind,
    Figure,
    Form,
    Origin,
    Quote,
    Side,
    Statement,
    Verdict,
)
from rashomon.records.marks import Marks, QuoteMark
from rashomon.records.span import Cite, Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.origins.independent import count
from rashomon.text.names.compare import same_name
from rashomon.text.names.fold import fold
from rashomon.text.names.known import world

if TYPE_CHECKING:
    from rashomon.steps.reconcile.actors.gather import Entry
    from rashomon.steps.reconcile.actors.merge import Group

SLUG = re.compile(r"[^a-z0-9]+")
CLEAR = 2
"""A name that fits both sides of two actors kept apart goes to the one that is named this many times as often."""


def folded(name: str) -> str:
    """A name as decisions compare it: without case, accents and double blanks."""
    return " ".join(fold(name).split())


# Actors


def regroup(groups: list[Group], left: Sequence[Entry], texts: dict[str, str], decided: Decided) -> list[Group]:
    """`groups` joined and parted as decided; `left` are names that no rule could give to one group."""
    for a, b in decided.same:
        groups = _joined(groups, left, texts, (folded(a), folded(b)))
    for a, b in decided.apart:
        groups = _parted(groups, texts, (folded(a), folded(b)))
    return groups


def _joined(groups: list[Group], left: Sequence[Entry], texts: dict[str, str], pair: tuple[str, str]) -> list[Group]:
    found = [_called(groups, name, texts) for name in pair]
    loose = [[e for e in left if folded(e.name) == name] for name in pair]
    if not all(a or b for a, b in zip(found, loose, strict=True)) or not any(found):
        return groups
    members = [g for g in groups if any(g is f for side in found for f in side)]
    home = next((g for g in members if g.known), max(members, key=lambda g: g.weight))
    taken = {id(e) for g in members for e in g.entries}
    more = [e for g in members if g is not home for e in g.entries]
    more += [e for side in loose for e in side if id(e) not in taken]
    whole = replace(home, entries=[*home.entries, *more])
    return [whole if g is home else g for g in groups if g is home or not any(g is m for m in members)]


def _parted(groups: list[Group], texts: dict[str, str], pair: tuple[str, str]) -> list[Group]:
    out = []
    for group in groups:
        sides = [[e for e in group.entries if _bears(e, name, texts)] for name in pair]
        if not all(sides) or any(e is f for e in sides[0] for f in sides[1]):
            out.append(group)
            continue
        for e in group.entries:
            side = _side(e, pair, sides, group)
            if side is not None and not any(e is f for f in sides[side]):
                sides[side].append(e)
        for entries in sides:
            known = group.known if group.known and folded(group.known.name) in map(_name, entries) else None
            out.append(replace(group, entries=entries, known=known))
    return out


def _side(e: Entry, pair: tuple[str, str], sides: list[list[Entry]], group: Group) -> int | None:
    """Where a further name of the actor goes: to the only one it fits, else to the one named far more often."""
    for n, entries in enumerate(sides):
        if any(e is f for f in entries):
            return n
    fits = [n for n, name in enumerate(pair) if same_name(_name(e), name, group.type).same]
    if len(fits) == 1:
        return fits[0]
    weights = [sum(len(f.mentions) for f in group.entries if _name(f) == name) for name in pair]
    best = 0 if weights[0] >= weights[1] else 1
    return best if weights[best] >= CLEAR * weights[1 - best] else None


def _name(e: Entry) -> str:
    return folded(e.name)


def _bears(e: Entry, name: str, texts: dict[str, str]) -> bool:
    """Whether the entry has this name, or is always spelt so."""
    return folded(e.name) == name or _spelt(e, texts) == {name}


def _spelt(e: Entry, texts: dict[str, str]) -> set[str]:
    return {folded(m.span.of(texts[article])) for article, m in e.mentions}


def _called(groups: list[Group], name: str, texts: dict[str, str]) -> list[Group]:
    """The groups of this name; without one, the only group that is spelt so somewhere."""
    named = [g for g in groups if name in _names(g)]
    if named:
        return named
    spelt = [g for g in groups if any(name in _spelt(e, texts) for e in g.entries)]
    return spelt if len(spelt) == 1 else []


def _names(group: Group) -> set[str]:
    names = {e.name for e in group.entries} | {w for e in group.entries if (w := world().names(e.name))}
    if group.known:
        names.add(group.known.name)
    return {folded(n) for n in names}


# Speakers


def right_speakers(story: Story, cast: Cast, decided: Decided) -> tuple[Story, Cast]:
    """The story and its cast with the speakers that were decided: the marks of each quotation say so as well.

    A pronoun or role that was read wrongly now means the right actor everywhere; a wrong name is replaced by the
    nearest place where the report names the right one. What the words vouch for moves with them.
    """
    marks = list(story.marks)
    for decision in decided.speakers:
        for n, article in enumerate(story.articles):
            if article.sha256 != decision.sha256 or (found := _quote_at(marks[n].quotes, decision)) is None:
                continue
            if decision.name is None:
                quotes = _swapped(marks[n].quotes, found, replace(found, speaker=None, speaker_name=None))
                marks[n] = _with(marks[n], quotes=quotes)
                continue
            cast, actor = _actor(story, cast, decision.name)
            if actor is not None:
                cast, marks[n] = _spoken(article, marks[n], found, actor, cast)
    return Story(story.articles, tuple(marks)), cast


def settle_quotes(quotes: Iterable[Quote], story: Story, cast: Cast, decided: Decided) -> list[Quote]:
    """The quotes with their right speakers, each as sure as a person is."""
    out = list(quotes)
    if not decided.speakers:
        return out
    shas = {a.id: a.sha256 for a in story.articles}
    for decision in decided.speakers:
        name = None if decision.name is None else _known(cast, decision.name)
        if decision.name is not None and name is None:
            continue
        for n, quote in enumerate(out):
            if shas.get(quote.article) == decision.sha256 and _same_words([c.span for c in quote.content], decision):
                out[n] = replace(quote, speaker=name, confidence=1.0 if name else 0.0)
    return out


def _same_words(content: Sequence[Span], decision: RightSpeaker) -> bool:
    """Whether a quotation has most of the decided words, or the decided words have most of it."""
    start, end = min(s.start for s in content), max(s.end for s in content)
    shared = min(end, decision.end) - max(start, decision.start)
    return 2 * shared > min(end - start, decision.end - decision.start)


def _quote_at(quotes: Iterable[QuoteMark], decision: RightSpeaker) -> QuoteMark | None:
    return next((q for q in quotes if q.content and _same_words(q.content, decision)), None)


def _known(cast: Cast, name: str) -> str | None:
    """The actor of this name; without one, the only actor that is spelt so."""
    wanted = folded(name)
    named = [a.id for a in cast.actors if folded(a.name) == wanted]
    spelt = [a.id for a in cast.actors if wanted in {folded(s.text) for s in a.spellings}]
    return next((found[0] for found in (named, spelt) if len(found) == 1), None)


def _actor(story: Story, cast: Cast, name: str) -> tuple[Cast, str | None]:
    """The actor of this name, made where no rule saw one and a report names it to the letter; else None."""
    known = _known(cast, name)
    if known is not None:
        return cast, known
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)")
    places = [
        (a.id, Span(*m.span())) for a in story.articles for m in pattern.finditer(a.text)
    ] if name.strip() else []  # fmt: skip
    texts = {a.id: a.text for a in story.articles}
    if not places:
        return cast, None
    ids = {a.id for a in cast.actors}
    base = SLUG.sub("-", fold(name)).strip("-")[:60] or "actor"
    mark = next(m for n in range(1, len(ids) + 2) if (m := base if n == 1 else f"{base}-{n}") not in ids)
    spellings: dict[str, list[Cite]] = {}
    for article, span in places:
        spellings.setdefault(span.of(texts[article]), []).append(cite(article, span))
    forms = tuple(Form(text, tuple(cites)) for text, cites in sorted(spellings.items()))
    actor = Actor(mark, name, "person", forms)
    of = {**dict.fromkeys(places, mark), **cast.of}
    return Cast((*cast.actors, actor), of, cast.titled), mark


def _spoken(article: Article, marks: Marks, quote: QuoteMark, actor: str, cast: Cast) -> tuple[Cast, Marks]:
    """The cast and marks of `article` in which `actor` says `quote`."""
    old = quote.speaker
    named = {m.span for m in marks.mentions if m.form == "name"}
    if old is not None and cast.actor(article.id, old) == actor:
        return cast, marks
    if old is not None and not any(span.overlaps(old) for span in named):
        return Cast(cast.actors, {**cast.of, (article.id, old): actor}, cast.titled), marks
    places = sorted(span for (name, span), who in cast.of.items() if name == article.id and who == actor)
    at = quote.content[0].start
    new = min(places, key=lambda s: (abs(s.start - at), s.start), default=None)
    changed = replace(quote, speaker=new, speaker_name=new.of(article.text) if new else None, confidence=1.0)
    marks = _with(marks, quotes=_swapped(marks.quotes, quote, changed))
    if old is None:
        return cast, marks
    hull = Span(quote.content[0].start, quote.content[-1].end)
    whole = quote.clause or hull
    # What the wrong name vouched for: the right one does, or nobody whom this report names, and then it is not told.
    acts = tuple(
        replace(a, holder=new) if a.holder == old and whole.overlaps(a.clause) else a
        for a in marks.acts
        if new or a.holder != old or not whole.overlaps(a.clause)
    )
    measures = tuple(
        replace(m, holder=new) if m.holder == old and whole.overlaps(m.span) else m
        for m in marks.measures
        if new or m.holder != old or not whole.overlaps(m.span)
    )
    return cast, replace(marks, acts=acts, measures=measures)


def _with(marks: Marks, quotes: tuple[QuoteMark, ...]) -> Marks:
    return replace(marks, quotes=quotes)


def _swapped(quotes: tuple[QuoteMark, ...], old: QuoteMark, new: QuoteMark) -> tuple[QuoteMark, ...]:
    return tuple(new if q is old else q for q in quotes)


# Contradictions


def unsettled(found: Iterable[Disagreement], story: Story, decided: Decided) -> tuple[Disagreement, ...]:
    """The disagreements that nobody decided to be none, numbered anew; a side not decided upon keeps its own."""
    if not decided.settled:
        return tuple(found)
    texts = {a.id: a.text for a in story.articles}
    kept = [d for d in found if not _settled(d.kind, [_passages(s.cites, texts) for s in d.sides], decided)]
    return tuple(replace(d, id=f"d{n}") for n, d in enumerate(kept, start=1))


def unlooked(found: Iterable[Check], story: Story, decided: Decided) -> tuple[Check, ...]:
    """The checks of which nobody decided that they are no contradiction, numbered anew."""
    if not decided.settled:
        return tuple(found)
    texts = {a.id: a.text for a in story.articles}
    kept = [c for c in found if not _settled(c.kind, [_values(s, texts) for s in c.sides], decided)]
    return tuple(replace(c, id=f"k{n}") for n, c in enumerate(kept, start=1))


def _values(side: Side, texts: dict[str, str]) -> list[str]:
    """The values of one side of a check, each with the passage it stands in."""
    return [
        named(v.span.of(texts[v.article]), c.span.of(texts[c.article]))
        for v in side.values
        for c in side.cites
        if c.article == v.article and c.span.covers(v.span)
    ]


def settle_figures(
    figures: tuple[Figure, ...], disagreements: Iterable[Disagreement], story: Story, decided: Decided
) -> tuple[Figure, ...]:
    """Figures in conflict that were decided to be no contradiction are compatible; `disagreements` are those left."""
    if not decided.settled:
        return figures
    texts = {a.id: a.text for a in story.articles}
    open_ = {c for d in disagreements if d.kind == "figure" for s in d.sides for c in s.cites}
    out = []
    for figure in figures:
        told = [r.cite for r in figure.readings if r.kind == "report"]
        if figure.relation == "conflict" and not open_.intersection(told):
            words = _passages(told, texts)
            if any(decided.settles("figure", [a], words[n + 1 :]) for n, a in enumerate(words)):
                figure = replace(figure, relation="compatible", note="")
        out.append(figure)
    return tuple(out)


def settle_statements(
    statements: tuple[Statement, ...], origins: tuple[Origin, ...], story: Story, decided: Decided
) -> tuple[Statement, ...]:
    """Statements without the denials that were decided to be none: those are statements of their own."""
    if not decided.settled:
        return statements
    texts = {a.id: a.text for a in story.articles}
    out: list[Statement] = []
    for statement in statements:
        affirmed = _passages((r.cite for r in statement.reports if r.polarity != "denied"), texts)
        apart = [
            r for r in statement.reports if r.polarity == "denied" and _no_denial(r.cite, affirmed, texts, decided)
        ]
        if apart:
            kept = [r for r in statement.reports if r not in apart]
            out.append(_counted(replace(statement, reports=tuple(kept)), origins, story))
            gist = " ".join(_passages([apart[0].cite], texts)[0].split())
            reports = tuple(replace(r, polarity="affirmed") for r in apart)
            out.append(_counted(replace(statement, gist=gist, reports=reports), origins, story))
        else:
            out.append(statement)
    return tuple(replace(s, id=f"s{n}") for n, s in enumerate(out, start=1))


def _no_denial(denied: Cite, affirmed: list[str], texts: dict[str, str], decided: Decided) -> bool:
    words = _passages([denied], texts)
    return any(decided.settles(kind, affirmed, words) for kind in get_args(DisagreementKind))


def _counted(statement: Statement, origins: tuple[Origin, ...], story: Story) -> Statement:
    """The statement with the verdict, outlets and origins that its reports give."""
    cites = [r.cite for r in statement.reports]
    outlets = len({a.outlet or a.id for a in story.articles if any(c.article == a.id for c in cites)})
    denied = any(r.polarity == "denied" for r in statement.reports)
    verdict: Verdict = "single" if outlets < 2 else "disputed" if denied else "agreed"
    return replace(statement, verdict=verdict, outlets=outlets, origins=count(origins, story.articles, cites))


def _settled(kind: str, sides: list[list[str]], decided: Decided) -> bool:
    return all(decided.settles(kind, a, b) for n, a in enumerate(sides) for b in sides[n + 1 :])


def _passages(cites: Iterable[Cite], texts: dict[str, str]) -> list[str]:
    return [c.span.of(texts[c.article]) for c in cites]
