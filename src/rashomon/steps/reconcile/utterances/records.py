"""The quotations of a story as records: every mark of every report that is no stray, in dossier order."""

from __future__ import annotations

from rashomon.records.article import Article
from rashomon.records.dossier import Story
from rashomon.records.findings import Quote
from rashomon.records.marks import QuoteMark
from rashomon.records.span import Span, cite
from rashomon.steps.reconcile.utterances.speakers import Speakers


def quote_records(story: Story, speakers: Speakers) -> list[Quote]:
    """The quotes q1, q2 … of `story`: articles in dossier order, quotes by their first character."""
    quotes: list[Quote] = []
    for article, marks in zip(story.articles, story.marks, strict=True):
        if article.stray:
            continue
        for mark in sorted((m for m in marks.quotes if m.content), key=lambda m: (m.content[0], m.content, m.kind)):
            quotes.append(_record(f"q{len(quotes) + 1}", article, mark, speakers))
    return quotes


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
