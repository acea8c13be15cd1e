"""The quotations of a story as records: every mark of every report that is no stray, in dossier order.

Decides to leave out reported clauses that tell nothing (see `clauses`); a quotation with marks is never left out.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.records.article import Article
from rashomon.records.dossier import Story
from rashomon.records.findings import Quote
from rashomon.records.marks import QuoteMark
from rashomon.records.span import Span, cite
from rashomon.steps.reconcile.utterances.clauses import telling_mark
from rashomon.steps.reconcile.utterances.speakers import Speakers


def quote_records(story: Story, speakers: Speakers) -> list[Quote]:
    """The quotes q1, q2 … of `story`: articles in dossier order, quotes by their first character."""
    quotes: list[Quote] = []
    for article, marks in zip(story.articles, story.marks, strict=True):
        if article.stray:
            continue
        told = (telling_mark(mark, marks.words) for mark in marks.quotes)
        for mark in _kept(tuple(mark for mark in told if mark)):
            quotes.append(_record(f"q{len(quotes) + 1}", article, mark, speakers))
    return quotes


def _kept(marks: tuple[QuoteMark, ...]) -> list[QuoteMark]:
    """The marks in text order. A reported clause around a verbatim quote of the same speaker is that quote's clause.

    It is kept as a quote of its own only when somebody else says it: "the aide said the mayor had called it 'absurd'".
    """
    verbatim = [m for m in marks if m.content and m.kind != "indirect"]
    clauses: dict[int, Span] = {}
    kept = []
    for mark in marks:
        if mark.kind == "indirect" and mark.content:
            span = mark.content[0]
            inside = [n for n, q in enumerate(verbatim) if any(span.overlaps(piece) for piece in q.content)]
            same = [n for n in inside if mark.speaker is None or _same_words(mark, verbatim[n])]
            if len(inside) == 1 and same and verbatim[same[0]].kind == "mixed":
                clauses.setdefault(same[0], span)
            if same:
                continue
            kept.append(mark)
    for n, mark in enumerate(verbatim):
        clause = mark.clause or clauses.get(n)
        if clause and any(clause.overlaps(p) for m, other in enumerate(verbatim) if m != n for p in other.content):
            clause = None  # it runs on into the next quotation
        kept.append(mark if clause == mark.clause else replace(mark, clause=clause))
    return sorted(kept, key=lambda m: (m.content[0], m.content, m.kind))


def _same_words(a: QuoteMark, b: QuoteMark) -> bool:
    """Whether two marks of one report have one speaker, by what the report resolved or by the very same words."""
    return a.speaker == b.speaker or (a.speaker_name is not None and a.speaker_name == b.speaker_name)


def _record(name: str, article: Article, mark: QuoteMark, speakers: Speakers) -> Quote:
    def actor(span: Span | None, spelt: str | None = None) -> str | None:
        return speakers.actor(article.id, span, spelt)

    through = [actor(span) for span in mark.through]
    return Quote(
        id=name,
        article=article.id,
        kind=mark.kind,
        content=tuple(cite(article.id, piece) for piece in mark.content),
        speaker=actor(mark.speaker, mark.speaker_name),
        speaker_cite=cite(article.id, mark.speaker) if mark.speaker else None,
        cue=cite(article.id, mark.cue) if mark.cue else None,
        through=tuple(dict.fromkeys(a for a in through if a)),
        channel=mark.channel,
        addressee=actor(mark.addressee),
        status=mark.status,
        when=mark.when,
        confidence=mark.confidence,
        clause=cite(article.id, mark.clause) if mark.clause else None,
        teaser=mark.place == "teaser",
    )
