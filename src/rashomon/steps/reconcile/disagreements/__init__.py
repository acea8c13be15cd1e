"""What the reports do not agree on."""

from __future__ import annotations

from rashomon.records.dossier import Story
from rashomon.records.findings import Disagreement, Figure, Quote, Statement, Utterance
from rashomon.records.span import Cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.disagreements.aligned import aligned_opposites
from rashomon.steps.reconcile.disagreements.claims import Draft, set_scene
from rashomon.steps.reconcile.disagreements.clocks import other_clock
from rashomon.steps.reconcile.disagreements.contradictions import contradictions
from rashomon.steps.reconcile.disagreements.days import other_day
from rashomon.steps.reconcile.disagreements.doers import one_or_both
from rashomon.steps.reconcile.disagreements.events import one_or_several, undone_or_not
from rashomon.steps.reconcile.disagreements.figures import figure_conflicts, fits_together
from rashomon.steps.reconcile.disagreements.labels import loaded_labels
from rashomon.steps.reconcile.disagreements.opposed import opposed_events
from rashomon.steps.reconcile.disagreements.replies import replies
from rashomon.steps.reconcile.disagreements.scopes import (
    other_conditions,
    other_degree,
    other_direction,
    same_term_other_thing,
    wider_object,
)
from rashomon.steps.reconcile.disagreements.speakers import other_speakers
from rashomon.steps.reconcile.disagreements.stances import accused_or_committed, opposed_parties, stopped_or_not
from rashomon.steps.reconcile.disagreements.substitutes import other_values
from rashomon.steps.reconcile.disagreements.wording import wording_differences
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.statements.units import Unit

CHECKS = (
    stopped_or_not,
    accused_or_committed,
    contradictions,
    replies,
    opposed_parties,
    one_or_both,
    other_degree,
    wider_object,
    other_conditions,
    same_term_other_thing,
    other_direction,
    other_clock,
    other_day,
    one_or_several,
    undone_or_not,
    loaded_labels,
    opposed_events,
    aligned_opposites,
    other_values,
)


def find_disagreements(
    story: Story,
    cast: Cast,
    quotes: tuple[Quote, ...],
    utterances: tuple[Utterance, ...],
    figures: tuple[Figure, ...],
    statements: tuple[Statement, ...],
    units: list[Unit] | None = None,
) -> tuple[Disagreement, ...]:
    """The disagreements of `story`: figures first, then parties, attribution, scope, wording and names."""
    scene = set_scene(story, cast, Kin(cast), units)
    drafts = figure_conflicts(scene, figures)
    for check in CHECKS:
        drafts += (d for d in check(scene) if not fits_together(d, figures))
    drafts += other_speakers(scene, quotes, utterances)
    drafts += wording_differences(scene, quotes, utterances)
    return tuple(
        Disagreement(f"d{n}", d.kind, d.note, d.sides, d.reason) for n, d in enumerate(_distinct(drafts), start=1)
    )


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Each pair of passages once; sides that tell one passage twice are none."""
    out: list[Draft] = []
    for draft in drafts:
        one = set(draft.sides[0].cites)
        if not all(set(side.cites) <= one for side in draft.sides[1:]) and not any(_told(draft, d) for d in out):
            out.append(draft)
    return out


def _told(draft: Draft, known: Draft) -> bool:
    """Both sides of `draft` overlap two different sides of `known`: it has been told, by whatever rule."""
    if draft.kind != known.kind:
        return False
    touched = [
        {n for n, side in enumerate(known.sides) if any(_overlap(c, k) for c in mine.cites for k in side.cites)}
        for mine in draft.sides
    ]
    return all(touched) and len(set().union(*touched)) > 1


def _overlap(one: Cite, other: Cite) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end
