"""Step 5, once per story: what the reports say together."""

from __future__ import annotations

from rashomon.records.article import Article
from rashomon.records.decisions import NOTHING, Decided
from rashomon.records.dossier import Findings, Story
from rashomon.records.findings import TimeReading
from rashomon.records.marks import Marks
from rashomon.records.span import cite
from rashomon.settings import DEFAULTS, Settings
from rashomon.steps.reconcile.actors import find_actors
from rashomon.steps.reconcile.checks import around_numbers, find_checks, sure_pairs
from rashomon.steps.reconcile.coverage import find_coverage
from rashomon.steps.reconcile.decided import right_speakers, settle_figures, settle_statements, unlooked, unsettled
from rashomon.steps.reconcile.disagreements import find_disagreements
from rashomon.steps.reconcile.figures import find_figures
from rashomon.steps.reconcile.figures.entries import gather
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.origins import find_origins
from rashomon.steps.reconcile.positions import find_positions
from rashomon.steps.reconcile.statements import find_statements
from rashomon.steps.reconcile.statements.settle import settle
from rashomon.steps.reconcile.statements.units import find_units
from rashomon.steps.reconcile.stray import mark_strays
from rashomon.steps.reconcile.timeline import find_timeline
from rashomon.steps.reconcile.utterances import find_utterances
from rashomon.steps.reconcile.wording import find_wording

__all__ = ["reconcile"]


def reconcile(story: Story, settings: Settings = DEFAULTS, decided: Decided = NOTHING) -> Findings:
    """The findings of `story`. Strays stay in it but take no part in verdicts; what people decided wins over rules."""
    story = mark_strays(story)
    story, cast = right_speakers(story, find_actors(story, settings.authority, decided), decided)
    quotes, utterances = find_utterances(story, cast, decided)
    origins = find_origins(story, quotes, utterances, cast)
    entries = gather(story, cast)
    around = around_numbers(story, cast, entries)
    figures = find_figures(story, cast, entries, sure_pairs(entries, around))
    timeline = find_timeline(story, cast)
    units = find_units(story, cast, Kin(cast))
    statements = find_statements(story, cast, origins, units)
    positions = find_positions(story, cast)
    disagreements = find_disagreements(story, cast, quotes, utterances, figures, statements, units)
    checks = unlooked(find_checks(story, cast, entries, figures, disagreements, around), story, decided)
    disagreements = unsettled(disagreements, story, decided)
    statements = settle_statements(settle(statements, disagreements), origins, story, decided)
    figures = settle_figures(figures, disagreements, story, decided)
    return Findings(
        articles=story.articles,
        actors=cast.actors,
        quotes=quotes,
        utterances=utterances,
        figures=figures,
        timeline=timeline,
        statements=statements,
        positions=positions,
        disagreements=disagreements,
        origins=origins,
        coverage=find_coverage(story, statements, disagreements),
        wording=find_wording(story, cast, quotes),
        times=tuple(
            reading
            for article, marks in zip(story.articles, story.marks, strict=True)
            for reading in _times(article, marks)
        ),
        checks=checks,
    )


def _times(article: Article, marks: Marks) -> list[TimeReading]:
    return [TimeReading(cite(article.id, t.span), t.type, t.value, t.earliest, t.latest, t.mod) for t in marks.times]
