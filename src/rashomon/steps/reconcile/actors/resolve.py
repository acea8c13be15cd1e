"""Resolves roles and pronouns through what the whole story says of its actors.

A role is looked up in a table of appositions ("Ukrainian President Volodymyr Zelensky" teaches office and country); it
is resolved only when one actor fits. A pronoun goes to the subject of its own or the preceding sentences when gender
allows, never across a paragraph's second-last sentence, and never inside quotation marks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from rashomon.records.article import Article
from rashomon.records.marks import Marks, Mention
from rashomon.records.span import Span
from rashomon.steps.reconcile.actors.merge import Group
from rashomon.text.names.offices import Office, country_of, office

CLEAR = 4
REPORTED = re.compile(r"\s+[a-z]+(?:\s+that)?\s+")
"""What stands between a name and a pronoun that takes it up: "Reyes said (that) she …"."""
OTHERS = ("its ", "'s ", "’s ", "s' ", "s’ ")
"""Before a role: the office is somebody's whom the role itself does not name ("Reyes's minister")."""
Resolved = dict[tuple[str, Span], int]
"""(article id, span of a mention) → number of a group."""


@dataclass(slots=True)
class Offices:
    """What the story says of its persons: office → groups, and the same article by article."""

    held: dict[int, set[Office]] = field(default_factory=lambda: defaultdict(set))
    here: dict[tuple[str, int], set[Office]] = field(default_factory=lambda: defaultdict(set))


def learn(groups: list[Group], texts: dict[str, str]) -> Offices:
    """The table of offices from the labels that stand with names."""
    table = Offices()
    for number, group in enumerate(groups):
        if group.type != "person":
            continue
        for entry in group.entries:
            for article, m in entry.mentions:
                told = office(m.label.of(texts[article])) if m.label else None
                if told:
                    table.held[number].add(told)
                    table.here[article, number].add(told)
    return table


def find_role(text: str, article: str, table: Offices, often: dict[int, int]) -> int | None:
    """The one group that holds the office `text` names, or None when none or several do.

    "The president" without a country is the one president of the report, or the one whom it names (`often`) at least
    four times as often as all others together.
    """
    asked = office(text)
    if asked is None:
        return None
    if asked.owner:
        fits = sorted(n for n, held in table.held.items() if any(_same(asked, o) for o in held))
        if not fits and asked.head in ("state", "counterpart"):
            fits = sorted(n for n, held in table.held.items() if any(_leads(asked, o) for o in held))
    else:
        fits = sorted(n for (a, n), held in table.here.items() if a == article and any(_bare(asked, o) for o in held))
        most = max(fits, key=lambda n: (often.get(n, 0), -n), default=None)
        if most is not None and often.get(most, 0) >= CLEAR * sum(often.get(n, 0) for n in fits if n != most):
            return most
    return fits[0] if len(fits) == 1 else None


def _same(asked: Office, held: Office) -> bool:
    owners = {asked.owner, country_of(asked.owner)} & {held.owner, country_of(held.owner)}
    return asked.head == held.head and bool(owners - {""}) and asked.rank == held.rank


def _leads(asked: Office, held: Office) -> bool:
    return held.head in ("government", "state") and held.owner == asked.owner and not held.rank


def _bare(asked: Office, held: Office) -> bool:
    return asked.head == held.head and asked.rank == held.rank


def resolve(article: Article, marks: Marks, known: Resolved, groups: list[Group], table: Offices) -> Resolved:
    """The roles and pronouns of one article that stand for a group."""
    out: Resolved = {}
    often = Counter(number for (name, _), number in known.items() if name == article.id)
    for m in marks.mentions:
        if m.form == "role" and m.type == "person" and not article.text.endswith(OTHERS, 0, m.span.start):
            number = find_role(m.span.of(article.text), article.id, table, often)
            if number is not None and not (m.gender and groups[number].gender and m.gender != groups[number].gender):
                out[article.id, m.span] = number
    out |= _pronouns(article, marks, known | out, groups)
    return out


def _pronouns(article: Article, marks: Marks, known: Resolved, groups: list[Group]) -> Resolved:
    out: Resolved = {}
    by_sentence: dict[int, list[tuple[Mention, int]]] = defaultdict(list)
    places = _sentence_numbers(marks)
    for m, place in places:
        number = known.get((article.id, m.span))
        if number is not None and groups[number].type == "person":
            by_sentence[place].append((m, number))
        elif m.form == "pronoun" and m.gender and not _quoted(article.text, marks, place, m.span):
            chosen = _antecedent(m, place, by_sentence, marks, groups)
            if chosen is not None:
                out[article.id, m.span] = chosen
                by_sentence[place].append((m, chosen))
    return out


def _sentence_numbers(marks: Marks) -> list[tuple[Mention, int]]:
    sentences, n, out = marks.words.sentences, 0, []
    for m in marks.mentions:
        while n < len(sentences) and sentences[n].end <= m.span.start:
            n += 1
        out.append((m, n))
    return out


def _quoted(text: str, marks: Marks, place: int, span: Span) -> bool:
    """True when an opening mark of the paragraph is not closed before `span`."""
    if place >= len(marks.words.sentences):
        return False
    start = marks.words.paragraphs[marks.words.sentences[place].paragraph].start
    before = text[start : span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _antecedent(
    m: Mention, place: int, by_sentence: dict[int, list[tuple[Mention, int]]], marks: Marks, groups: list[Group]
) -> int | None:
    if by_sentence.get(place):
        last, number = by_sentence[place][-1]
        if REPORTED.fullmatch(marks.words.text, last.span.end, m.span.start) and groups[number].gender in (
            m.gender,
            "",
        ):
            return number
    for back in range(3):
        here = [(x, n) for x, n in by_sentence.get(place - back, []) if groups[n].gender in (m.gender, "")]
        if not here:
            continue
        certain = [n for _, n in here if groups[n].gender == m.gender]
        return certain[0] if certain else here[0][1] if len({n for _, n in here}) == 1 else None
    return None
