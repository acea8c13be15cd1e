"""Actors without a name: "police", "Russian officials", "the ministry", "a spokesman for the airline".

A body of one word ("the ministry") is the one named body of the report that has this word in its name. A spokesperson
whom the report does not name speaks for the body named with the role. Whatever else speaks or vouches without a name is
an actor of its own, one for each wording; what merely occurs is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from rashomon.records.article import Article
from rashomon.records.dossier import Story
from rashomon.records.marks import Marks, Mention
from rashomon.records.span import Span
from rashomon.steps.reconcile.actors.gather import Entry
from rashomon.steps.reconcile.actors.merge import Group
from rashomon.steps.reconcile.actors.resolve import Resolved
from rashomon.text.names.fold import fold
from rashomon.text.names.known import world

DESCRIBING = frozenset(
    "group company airline party militia movement network organization organisation firm team club".split()
)
"""Nouns that say what kind of body a name in front of them names."""
POSSESSIVE = re.compile(r"['’]s?\b")


def find_bodies(story: Story, groups: list[Group], of: Resolved) -> Resolved:
    """Roles that stand for a named body of the same report."""
    out: Resolved = {}
    peoples = {fold(e.name): n for n, g in enumerate(groups) if g.type == "group" for e in g.entries}
    for article, marks in zip(story.articles, story.marks, strict=True):
        heads = _heads(article, marks, groups, of)
        names = sorted(span for name, span in of if name == article.id)
        for m in marks.mentions:
            if m.form != "role":
                continue
            fits: set[int] = set()
            if m.type == "group" and fold(m.name) in peoples:
                fits = {peoples[fold(m.name)]}
            elif m.type == "organization" and " " not in m.name:
                fits = heads.get(m.name.lower(), set())
            elif m.type == "organization" and m.name.split()[-1].lower() in DESCRIBING:
                fits = _described(m, names, of, article, groups)
            elif m.type == "person" and "spokes" in m.name.lower():
                fits = {of[article.id, s] for s in inside(names, m.span)}
                fits = {n for n in fits if groups[n].type != "person"}
            if len(fits) == 1:
                out[article.id, m.span] = min(fits)
    return out


def _described(m: Mention, names: list[Span], of: Resolved, article: Article, groups: list[Group]) -> set[int]:
    """The body in "the Islamic Front group": its name, at most one word more, and a noun that says what it is."""
    inner = inside(names, m.span)
    if len(inner) != 1 or inner[0].start != m.span.start:
        return set()
    number = of[article.id, inner[0]]
    rest = article.text[inner[0].end : m.span.end].split()
    fits = groups[number].type in ("organization", "other") and 0 < len(rest) < 3 and rest[0].isalpha()
    return {number} if fits else set()


def _heads(article: Article, marks: Marks, groups: list[Group], of: Resolved) -> dict[str, set[int]]:
    """Lower-case word → the named organisations of the report that have it in their name."""
    heads: dict[str, set[int]] = defaultdict(set)
    for m in marks.mentions:
        number = of.get((article.id, m.span)) if m.form == "name" else None
        if number is not None and groups[number].type == "organization":
            for word in m.name.lower().split():
                heads[word].add(number)
    return heads


def find_unnamed(story: Story, taken: Resolved) -> list[Group]:
    """Groups and bodies that speak without a name, one for each wording."""
    entries: dict[str, Entry] = {}
    for article, marks in zip(story.articles, story.marks, strict=True):
        speaking = speakers(marks)
        for m in marks.mentions:
            if m.form == "role" and m.type in ("group", "organization") and (article.id, m.span) not in taken:
                entry = entries.setdefault(wording(m), Entry(m.name, m.type))
                entry.mentions.append((article.id, m))
                entry.speaks |= bool(inside(speaking, m.span, touching=True))
    return [Group(entries[k].type, [entries[k]]) for k in sorted(entries) if entries[k].speaks]


def wording(m: Mention) -> str:
    """The same for "Norwegian police" and "Norway's police"."""
    words = POSSESSIVE.sub("", m.name).split()
    return " ".join(fold(world().adjectives.get(w) or w) for w in words)


def speakers(marks: Marks) -> list[Span]:
    """What `annotate` takes for speakers and holders, in text order."""
    spans = [s for q in marks.quotes for s in (q.speaker, *q.through)]
    spans += [m.holder for m in marks.measures] + [a.holder for a in marks.acts]
    return sorted({s for s in spans if s})


def inside(spans: list[Span], span: Span, touching: bool = False) -> list[Span]:
    """The sorted `spans` that lie in `span`, or share a character with it when `touching`."""
    longest = 400 if touching else 0
    out = []
    for n in range(bisect_left(spans, (span.start - longest, 0)), len(spans)):
        if spans[n].start >= span.end:
            break
        if span.covers(spans[n]) or (touching and spans[n].overlaps(span)):
            out.append(spans[n])
    return out
