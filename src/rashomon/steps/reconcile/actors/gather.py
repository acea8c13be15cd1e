"""Collects the names of a story: one entry for each name that an article uses, with its mentions and what they tell.

The type of a spelling is decided by all articles together, so that a bare surname in a headline becomes the person
that the other reports introduce.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from rashomon.records.dossier import Story
from rashomon.records.marks import ActorType, Mention
from rashomon.text.names.bodies import CORPORATE
from rashomon.text.names.fold import fold
from rashomon.text.names.keys import key
from rashomon.text.names.known import world
from rashomon.text.names.parts import person

CALLED = 20
"""Votes for the name of a company that some report writes with its legal form ("Norda Corp.")."""


@dataclass(slots=True)
class Entry:
    """One name of the story (its fullest form in the articles that use it), not yet joined with others."""

    name: str
    type: ActorType
    mentions: list[tuple[str, Mention]] = field(default_factory=list)
    gender: Counter[str] = field(default_factory=Counter)
    speaks: bool = False

    @property
    def articles(self) -> set[str]:
        """Ids of the articles that use the name."""
        return {article for article, _ in self.mentions}


def gather(story: Story) -> list[Entry]:
    """The entries of `story`, sorted by name and type."""
    votes: dict[str, Counter[ActorType]] = defaultdict(Counter)
    full: set[str] = set()
    for marks in story.marks:
        for m in marks.mentions:
            if m.form == "name":
                votes[fold(m.name)][m.type] += 1 + 3 * (m.label is not None)
                stem, _, last = m.name.rpartition(" ")
                if stem and m.type == "organization" and last.lower() in CORPORATE:
                    votes[fold(stem)]["organization"] += CALLED
                if (
                    m.type == "person"
                    and " " in m.name
                    and (m.label or m.gender or fold(m.name.split()[0]) in world().given)
                ):
                    full.add(m.name)
    surnames = {
        _family(form)
        for name in full
        if name.rpartition(" ")[0] not in full
        for form in (name.split()[-1], " ".join(person(name).family))
    }
    entries: dict[tuple[str, ActorType], Entry] = {}
    for article, marks in zip(story.articles, story.marks, strict=True):
        for m in marks.mentions:
            if m.form != "name":
                continue
            kind = _type(m, votes, surnames)
            stem = _stem(m.name, votes)
            entry = entries.setdefault((fold(stem), kind), Entry(stem, kind))
            entry.mentions.append((article.id, m))
            if m.gender:
                entry.gender[m.gender] += 3 if m.label else 1
    return [entries[k] for k in sorted(entries)]


def _family(form: str) -> str:
    """The keys of the words of a family name ("de Wit")."""
    return " ".join(map(key, form.split()))


def _stem(name: str, votes: dict[str, Counter[ActorType]]) -> str:
    """A possessive that lost its apostrophe ("Perus") without its s, when the story has the name far more often."""
    stem, known = name[:-1], world()
    if not name.endswith("s") or len(stem) < 4:
        return name
    country = stem in known.countries and not (
        name in known.regions or name in known.countries or name in known.peoples
    )
    if country or 3 * sum(votes[fold(name)].values()) <= sum(votes.get(fold(stem), {}).values()):
        return stem
    return name


def _type(m: Mention, votes: dict[str, Counter[ActorType]], surnames: set[str]) -> ActorType:
    options = votes[fold(m.name)]
    if m.name in world().countries:
        return "place"
    known = world().names(m.name) or m.name in world().media or m.name in world().platforms
    placed = 2 * options["place"] > sum(options.values())
    if not person(m.name).given and _family(m.name) in surnames and not known and not placed:
        return "person"
    decided = {k: n for k, n in options.items() if k != "other"} or options
    return max(decided.items(), key=lambda x: (x[1], x[0]))[0]
