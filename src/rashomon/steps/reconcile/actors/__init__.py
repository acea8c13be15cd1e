"""Actors over a story: one actor for all spellings, roles and pronouns of one person, body or place.

Decides by rules over the names of all reports together, on the titles that stand with them and on lexicons; where two
actors fit a name, a role or a pronoun, it stays unresolved.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from rashomon.records.decisions import NOTHING, Decided
from rashomon.records.dossier import Story
from rashomon.records.findings import Actor
from rashomon.records.span import Cite, cite
from rashomon.steps.reconcile.actors.authority import read_authority
from rashomon.steps.reconcile.actors.build import build
from rashomon.steps.reconcile.actors.gather import gather
from rashomon.steps.reconcile.actors.merge import Group, merge
from rashomon.steps.reconcile.actors.resolve import Resolved, learn, resolve
from rashomon.steps.reconcile.actors.unnamed import find_bodies, find_unnamed, speakers
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.decided import regroup
from rashomon.text.names.known import world
from rashomon.text.names.titles import titles


def find_actors(story: Story, authority: str | None = None, decided: Decided = NOTHING) -> Cast:
    """The cast of `story`; `authority` is the path of an authority file whose names win, `decided` wins over all."""
    texts = {a.id: a.text for a in story.articles}
    known = read_authority(authority) if authority else ()
    groups = regroup(*merge(gather(story), known), texts, decided)
    groups.sort(key=lambda g: (-g.weight, g.entries[0].name))
    of = _places(groups)
    bodies = find_bodies(story, groups, of)
    groups += find_unnamed(story, bodies)
    of = _places(groups)
    table = learn(groups, texts)
    labels: list[dict[str, list[Cite]]] = [defaultdict(list) for _ in groups]
    for article, marks in zip(story.articles, story.marks, strict=True):
        found = {place: n for place, n in bodies.items() if place[0] == article.id}
        found |= resolve(article, marks, of | found, groups, table)
        forms = {m.span: m.form for m in marks.mentions}
        for (name, span), number in found.items():
            of[name, span] = number
            if forms[span] == "role":
                labels[number][span.of(article.text)].append(cite(name, span))
    actors, ids = build(groups, labels, texts)
    titled = {
        (article, m.label): ids[n]
        for n, group in enumerate(groups)
        for entry in group.entries
        for article, m in entry.mentions
        if m.label and not titles().is_address(m.label.of(texts[article]))
    }
    cast = Cast(tuple(actors), {place: ids[n] for place, n in of.items()}, titled)
    acting = {
        cast.actor(article.id, span) or ""
        for article, marks in zip(story.articles, story.marks, strict=True)
        for span in (*speakers(marks), *(a.actor for a in marks.acts if a.actor))
    }
    return Cast(tuple(_linked(actors, acting)), cast.of, titled)


def _places(groups: list[Group]) -> Resolved:
    """Where each group is named."""
    return {(a, m.span): n for n, g in enumerate(groups) for e in g.entries for a, m in e.mentions}


def _linked(actors: list[Actor], acting: set[str]) -> list[Actor]:
    """Metonyms point at the country they speak for, when the story names it; a capital only where it acts."""
    known = world()
    ids = {a.name: a.id for a in actors}
    out = []
    for actor in actors:
        country = known.seats.get(actor.name) or (known.capitals.get(actor.name) if actor.id in acting else None)
        out.append(replace(actor, speaks_for=ids[country]) if country and country in ids else actor)
    return out


__all__ = ["find_actors"]
