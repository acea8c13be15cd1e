"""Builds the actors of a dossier from groups: name, id, spellings and labels with every cite."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from rashomon.records.findings import Actor, Form
from rashomon.records.span import Cite, cite
from rashomon.steps.reconcile.actors.merge import Group
from rashomon.text.names.fold import fold
from rashomon.text.names.known import world
from rashomon.text.names.titles import titles

SLUG = re.compile(r"[^a-z0-9]+")


def name_of(group: Group, texts: dict[str, str]) -> str:
    """The best full form: the known name, else the full spelling that most outlets use."""
    if group.known:
        return group.known.name
    for entry in group.entries:
        known = world().names(entry.name)
        written = known and (group.type != "organization" or any(fold(e.name) == fold(known) for e in group.entries))
        if known and written and group.type != "person":
            return known
    outlets: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for entry in group.entries:
        for article, m in entry.mentions:
            form = " ".join(m.span.of(texts[article]).split())
            outlets[form].add(article)
            count[form] += 1
    if group.type != "person":
        return max(count, key=lambda f: (not f.replace(".", "").isupper(), len(outlets[f]), count[f], len(f), f))
    return max(count, key=lambda f: (" " in f, len(outlets[f]), count[f], len(f), f))


def build(
    groups: list[Group], extra: list[dict[str, list[Cite]]], texts: dict[str, str]
) -> tuple[list[Actor], list[str]]:
    """The actors of `groups` and their ids; `extra[n]` are the labels of group `n` that stand without its name."""
    taken: set[str] = set()
    actors: list[Actor] = []
    for group, more in zip(groups, extra, strict=True):
        name = name_of(group, texts)
        labels: dict[str, list[Cite]] = defaultdict(list)
        spellings: dict[str, list[Cite]] = defaultdict(list)
        for entry in group.entries:
            for article, m in entry.mentions:
                spellings[m.span.of(texts[article])].append(cite(article, m.span))
                if m.label and not titles().is_address(m.label.of(texts[article])):
                    labels[m.label.of(texts[article])].append(cite(article, m.label))
        for text, cites in more.items():
            labels[text] += cites
        mark = group.known.id if group.known else None
        found = forms(spellings), forms(labels)
        actors.append(Actor(slug(name, taken), name, group.type, *found, authority=mark))
    return actors, [a.id for a in actors]


def forms(found: dict[str, list[Cite]]) -> tuple[Form, ...]:
    """Spellings or labels, the most frequent first."""
    ordered = sorted(found.items(), key=lambda x: (-len(x[1]), x[0]))
    return tuple(Form(text, tuple(sorted(set(cites)))) for text, cites in ordered)


def slug(name: str, taken: set[str]) -> str:
    """An id made of the letters of the name, unique in `taken`."""
    base = SLUG.sub("-", fold(name)).strip("-")[:60] or "actor"
    found, n = base, 2
    while found in taken:
        found, n = f"{base}-{n}", n + 1
    taken.add(found)
    return found
