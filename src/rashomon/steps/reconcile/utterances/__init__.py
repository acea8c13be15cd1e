"""The ledger of what was said: every quotation of the story, and which of them are one utterance.

Decides on words first and speakers second (see `likeness` and `gather`); the longest version is the reference that the
others are compared with. Spelling stays each outlet's own. Conflicts about the speaker stay visible in the quotes; the
utterance then has a speaker only when the evidence for one clearly outweighs the other.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from rashomon.records.decisions import NOTHING, Decided
from rashomon.records.dossier import Story
from rashomon.records.findings import Difference, Quote, Relation, Utterance
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.decided import settle_quotes
from rashomon.steps.reconcile.genders import genders_of
from rashomon.steps.reconcile.utterances.differences import difference
from rashomon.steps.reconcile.utterances.gather import gather
from rashomon.steps.reconcile.utterances.likeness import relation, runs_of
from rashomon.steps.reconcile.utterances.records import quote_records
from rashomon.steps.reconcile.utterances.saying import Folds, Saying, saying
from rashomon.steps.reconcile.utterances.speakers import Speakers
from rashomon.steps.reconcile.utterances.splitting import borders, split
from rashomon.steps.reconcile.utterances.vote import agreed, majority, vote
from rashomon.text.align import common

__all__ = ["find_utterances"]

ORDER: tuple[Relation, ...] = ("single", "same", "cut", "reworded", "paraphrased")

LONGEST = 6
"""A version is compared with the nearest of so many of the longest ones."""


def find_utterances(
    story: Story, cast: Cast, decided: Decided = NOTHING
) -> tuple[tuple[Quote, ...], tuple[Utterance, ...]]:
    """The quotes of `story` (with what the cross-outlet vote added) and the utterances they make up."""
    speakers = Speakers(cast, {a.id: a.text for a in story.articles}, genders_of(story, cast))
    marks = {a.id: m for a, m in zip(story.articles, story.marks, strict=True)}
    words = {name: m.words for name, m in marks.items()}
    outlets = {a.id: a.outlet or a.id for a in story.articles}
    folds: dict[str, Folds] = {name: m.once("folded sentences", dict) for name, m in marks.items()}
    records = settle_quotes(quote_records(story, speakers), story, cast, decided)

    def gathered(of: list[Quote]) -> list[list[Saying]]:
        sayings = []
        for n, q in enumerate(of):
            # The number of a quotation depends on the other reports, what it says does not.
            read = partial(saying, q, 0, words[q.article], folds[q.article])
            sayings.append(replace(marks[q.article].once(("saying", replace(q, id="")), read), quote=q, place=n))
        return gather(sayings, speakers)

    groups = gathered(records)
    two = borders(groups, {a.id: a.text for a in story.articles})
    if two:
        groups = gathered(split(records, two))
    quotes: dict[int, Quote] = {}
    utterances = []
    for n, group in enumerate(groups, start=1):
        voted = settle_quotes(vote(group, speakers), story, cast, decided)
        quotes |= {s.place: q for s, q in zip(group, voted, strict=True)}
        utterances.append(_utterance(f"u{n}", group, voted, outlets))
    return tuple(quotes[n] for n in sorted(quotes)), tuple(utterances)


def _utterance(name: str, group: list[Saying], voted: list[Quote], outlets: dict[str, str]) -> Utterance:
    ranked = sorted(group, key=lambda s: (s.quote.teaser, not s.verbatim, -len(s.keys), -len(s.said), s.place))
    ordered = [ranked[0], *(s for s in group if s is not ranked[0])]
    strongest: Relation = "single"
    found: list[Difference] = []
    quoting = {s.quote.article for s in group if s.verbatim}
    for place, s in enumerate(ranked[1:], start=1):
        if not s.verbatim and s.quote.article in quoting:
            continue  # a report that quotes it and also tells it in its own words
        nearest = max(ranked[: min(place, LONGEST)], key=lambda r: common(runs_of(s, r)))
        strongest = max(strongest, relation(nearest, s), key=ORDER.index)
        differing = difference(nearest, s)
        if differing:
            found.append(differing)
    if strongest in ("same", "cut") and len({s.quote.article for s in group}) == 1:
        strongest = "single"
    told = {outlets[s.quote.article] for s in group if not s.quote.teaser} or {outlets[s.quote.article] for s in group}
    return Utterance(
        id=name,
        speaker=majority(voted),
        quotes=tuple(s.quote.id for s in ordered),
        relation=strongest,
        differences=tuple(found),
        outlets=len(told),
        channel=agreed(q.channel for q in voted),
        when=agreed(q.when for q in voted),
    )
