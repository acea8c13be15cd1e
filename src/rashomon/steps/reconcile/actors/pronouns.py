"""Resolves "he" and "she" to a person of the report.

A pronoun goes to the name before a cue verb ("Reyes said she …"), else to the subject of its own sentence or of the two
before it: the first person there whose gender fits and who stands behind no preposition ("after a call with Reyes, she"
is not Reyes). Names and pronouns inside quotation marks play no part, and without a person of known gender a pronoun
stays open when two could be meant; whom the report has called "he" before is not "she".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from rashomon.records.article import Article
from rashomon.records.marks import Marks, Mention
from rashomon.records.span import Span
from rashomon.steps.reconcile.actors.merge import Group

Resolved = dict[tuple[str, Span], int]
"""(article id, span of a mention) → number of a group."""
Named = dict[int, list[tuple[Mention, int]]]
"""Number of a sentence → its persons, in text order."""

BACK = 3
"""Sentences that are searched, the pronoun's own included."""
FIRST = 20
"""Persons of a sentence that are looked at."""
REPORTED = re.compile(r"\s+(?!that\s)[a-z]+(?:\s+that)?\s+")
"""What stands between a name and a pronoun that takes it up: "Reyes said (that) she …"."""
MARKS = re.compile(r"[\"“”]")
BEHIND = re.compile(
    r"\b(?:with|to|by|of|for|from|on|about|after|between|against|and|than|like|over|under|at|behind|towards?|near|before)"
    r"\s+(?:(?:the|his|her|their|its|both|then|former)\s+)*$",
    re.IGNORECASE,
)


def find_pronouns(article: Article, marks: Marks, known: Resolved, groups: list[Group]) -> Resolved:
    """The pronouns of one article that stand for a group; `known` are its names and roles."""
    out: Resolved = {}
    persons: Named = defaultdict(list)
    called: dict[int, str] = {}
    quotation = Quotation(article.text, marks)
    for m, place in numbered(marks):
        if quotation.covers(m.span.start, place):
            continue
        number = known.get((article.id, m.span))
        if number is not None and groups[number].type == "person":
            persons[place].append((m, number))
        elif m.form == "pronoun" and m.gender:
            chosen = _antecedent(m, place, persons, article.text, groups, called)
            if chosen is not None:
                called.setdefault(chosen, m.gender)
                out[article.id, m.span] = chosen
                persons[place].append((m, chosen))
    return out


def numbered(marks: Marks) -> list[tuple[Mention, int]]:
    """The mentions with the number of their sentence."""
    sentences, n, out = marks.words.sentences, 0, []
    for m in marks.mentions:
        while n < len(sentences) and sentences[n].end <= m.span.start:
            n += 1
        out.append((m, n))
    return out


class Quotation:
    """Where quotation marks of a paragraph are open."""

    def __init__(self, text: str, marks: Marks) -> None:
        self.marks = marks
        self.places = [hit.start() for hit in MARKS.finditer(text)]
        self.depths: list[tuple[int, int]] = [(0, 0)]
        """Straight marks, and open minus closed curly marks, before each place."""
        for at in self.places:
            straight, curly = self.depths[-1]
            step = {"“": 1, "”": -1}.get(text[at], 0)
            self.depths.append((straight + (text[at] == '"'), curly + step))

    def covers(self, offset: int, sentence: int) -> bool:
        """True when a mark of the paragraph of `sentence` is open at `offset`."""
        words = self.marks.words
        if sentence >= len(words.sentences):
            return False
        start = words.paragraphs[words.sentences[sentence].paragraph].start
        before, here = (self.depths[bisect_left(self.places, at)] for at in (start, offset))
        return (here[0] - before[0]) % 2 == 1 or here[1] > before[1]


def _antecedent(
    m: Mention, place: int, persons: Named, text: str, groups: list[Group], called: dict[int, str]
) -> int | None:
    """Whom the pronoun means; `called`: the gender of the pronouns that stood for a person so far."""
    if persons[place]:
        last, number = persons[place][-1]
        near = m.span.start - last.span.end < 40
        if (
            near
            and not _behind(last, text)
            and groups[number].gender in (m.gender, "")
            and REPORTED.fullmatch(text, last.span.end, m.span.start)
        ):
            return number
    for back in range(BACK):
        here = [
            (x, n)
            for x, n in persons[place - back][:FIRST]
            if (groups[n].gender or called.get(n, "")) in (m.gender, "")
        ]
        if here:
            certain = [(x, n) for x, n in here if groups[n].gender == m.gender]
            subjects = [n for x, n in certain if not _behind(x, text)]
            if subjects:
                return subjects[0]
            if not certain:
                return here[0][1] if len({n for _, n in here}) == 1 else None
    return None


def _behind(m: Mention, text: str) -> bool:
    """True for a name behind a preposition: no subject."""
    begin = min(m.span.start, m.label.start) if m.label else m.span.start
    found = BEHIND.search(text, max(0, begin - 40), begin)
    return found is not None and not text[max(0, found.start() - 12) : found.start()].lower().endswith("according ")
