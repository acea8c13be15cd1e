"""Whom a description that stands alone means: `the minister`, `the 52-year-old`, `the Italian`, `the company`.

Decides by what this article has said beside a name: its title, its age, its nationality, or the noun inside the name of
a body ("the union" for the one union named). One fitting name is needed; when several fit, only the one who spoke last
may be meant. `a minister` is nobody in particular, and a vice president is not `the president`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rashomon.records.marks import Mention
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.tagging.phrases import word_class
from rashomon.text.names.known import world
from rashomon.text.names.titles import titles
from rashomon.text.names.vocabulary import is_common

OPENERS = word_class("standing")
LESSER = word_class("lesser")
LEADERS = word_class("leaders")
BUSINESSES = word_class("businesses")
BODIES = word_class("bodies")
PUBLIC = word_class("public_bodies")
LINKS = frozenset(("of", "for", "at", "in", "to", "from"))
SPOKEN_FOR = frozenset(("spokesman", "spokeswoman", "spokesperson"))
AGED = re.compile(r"(\d{1,3})-year-old\b")
AGE_AFTER = re.compile(r",? (?:\()?(\d{1,3})(?=[,).;])|, (?:an? |the )?(\d{1,3})-year-old\b")
AGE_BEFORE = re.compile(r"(\d{1,3})-year-old (?:[\w.-]{1,20} ){0,3}\Z")
NEARBY = re.compile(r"[A-Z][\w-]+")
SURE, CALLED, GUESSED = 0.85, 0.8, 0.7
RECENT = 700


@dataclass(slots=True)
class Label:
    """A description of somebody, split: `head` is its last noun before `of`."""

    person: Mention
    words: frozenset[str]
    head: str
    at: int


@dataclass(slots=True)
class Roles:
    """The descriptions of an article by whom they describe."""

    text: str
    mentions: list[Mention]
    labels: list[Label] = field(default_factory=list)
    known: set[tuple[str, frozenset[str], str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for mention in self.mentions:
            if mention.form == "name" and mention.label is not None and mention.type == "person":
                self.learn(mention, mention.label.of(self.text), mention.span.start)

    def learn(self, mention: Mention, description: str, at: int) -> None:
        """Remember that `description` was used for `mention` at character `at`."""
        words, head = _split(description)
        if head and (mention.name, words, head) not in self.known:
            self.known.add((mention.name, words, head))
            self.labels.append(Label(mention, words, head, at))

    def find(
        self, description: str, span: Span, spoken: tuple[int, Mention] | None, last: tuple[int, Mention] | None
    ) -> tuple[Mention, float] | None:
        """Whom `description` at `span` means and how sure that is.

        `spoken`: place and name of the last speaker; `last`: the same, or whom the sentence before is about if later.
        """
        opener, _, rest = description.partition(" ")
        if opener.lower() not in OPENERS or not rest:
            return None
        aged = AGED.match(rest)
        if aged is not None:
            return self._aged(aged[1], span.start, last)
        if rest in world().adjectives:
            return self._from(rest, span.start, last)
        return self._titled(rest, opener.lower(), span.start, spoken) or self._body(rest, span.start, last)

    def _titled(
        self, rest: str, opener: str, offset: int, last: tuple[int, Mention] | None
    ) -> tuple[Mention, float] | None:
        words, head = _split(rest)
        if not head or (opener not in ("the", "this", "that") and len(words) < 2):
            return None
        fits = [label for label in self.labels if _same_office(words, head, label)]
        before = [label for label in fits if label.at < offset]
        if not before and len(words) < 2:
            return None
        return _only([label.person for label in before or fits], offset, last, SURE if before else GUESSED)

    def _body(self, rest: str, offset: int, last: tuple[int, Mention] | None) -> tuple[Mention, float] | None:
        """`the union`: the one body with that noun in its name; `the company`: the last business that spoke."""
        noun = rest.lower()
        if noun not in BODIES and noun not in BUSINESSES:
            return None
        fits = [
            m
            for m in self.mentions
            if m.form == "name"
            and m.type in ("organization", "other", "group")
            and m.span.start < offset
            and noun in m.name.lower().split()
        ]
        if fits:
            return _only(fits, offset, last, CALLED)
        if noun not in BUSINESSES or last is None or not _may_be_body(last[1]):
            return None
        near = offset - last[0] < RECENT and not PUBLIC & set(last[1].name.lower().split())
        return (last[1], GUESSED) if near else None

    def _aged(self, age: str, offset: int, last: tuple[int, Mention] | None) -> tuple[Mention, float] | None:
        told: dict[str, str] = {}
        people = {m.name: m for m in self._people(offset)}
        for m in self._people(offset):
            after = AGE_AFTER.match(self.text, m.span.end)
            before = AGE_BEFORE.search(self.text[max(0, m.span.start - 70) : m.span.start])
            if after is not None or before is not None:
                told[m.name] = (after[1] or after[2]) if after is not None else before[1] if before is not None else ""
        fits = [name for name, years in told.items() if years == age]
        if fits:
            return (people[fits[0]], SURE) if len(fits) == 1 else None
        if not told and len(people) == 1:
            return next(iter(people.values())), GUESSED
        if last is None or last[1].type != "person" or last[1].name in told or offset - last[0] > RECENT:
            return None
        return last[1], GUESSED

    def _from(self, adjective: str, offset: int, last: tuple[int, Mention] | None) -> tuple[Mention, float] | None:
        fits = [m for m in self._people(offset) if adjective in self._beside(m)]
        return _only(fits, offset, last, CALLED)

    def _beside(self, mention: Mention) -> list[str]:
        """Capitalised words of the title before the name and of the apposition after it."""
        start = mention.label.start if mention.label is not None else mention.span.start
        before = self.text[max(0, min(start, mention.span.start) - 24) : mention.span.start]
        after = self.text[mention.span.end : mention.span.end + 30]
        found = NEARBY.findall(re.split(r"[.,;:”\"\n]", before)[-1])
        return found + (
            NEARBY.findall(re.split(r"[.;:“\"\n]", after)[0]) if after.startswith((", the ", ", a")) else []
        )

    def _people(self, offset: int) -> list[Mention]:
        return [m for m in self.mentions if m.type == "person" and m.form == "name" and m.span.start < offset]


def _may_be_body(mention: Mention) -> bool:
    """True for a body, and for a supposed person whose name ends in an ordinary word (`Ash Metals`)."""
    if mention.type != "person":
        return mention.type in ("organization", "other")
    last = mention.name.lower().rpartition(" ")[2]
    return not mention.gender and mention.label is None and " " in mention.name and is_common(last)


def _split(description: str) -> tuple[frozenset[str], str]:
    """The words of a description and its head: the last noun before `of`."""
    words = [w for w in re.split(r"[\s-]+", description.lower().replace("’s", "").replace("'s", "")) if w]
    words = [w for w in words if w not in OPENERS and w not in ("a", "an")]
    stop = next((n for n, w in enumerate(words) if w in LINKS and n), len(words))
    return frozenset(w for w in words if w not in LINKS), words[stop - 1] if words else ""


def _same_office(words: frozenset[str], head: str, label: Label) -> bool:
    """True when `the … head` may mean the bearer of `label`."""
    if LESSER & (label.words ^ words):
        return False
    same = head == label.head or (head in SPOKEN_FOR and label.head in SPOKEN_FOR)
    leads = head in LEADERS and (label.head in LEADERS or label.head in titles().state_head)
    if not (same or (leads and len(words) > 1) or (head == "leader" and leads)):
        return False
    return words - {head} <= label.words


def _only(
    fits: list[Mention], offset: int, last: tuple[int, Mention] | None, certainty: float
) -> tuple[Mention, float] | None:
    """The one name among `fits`; of several the one who spoke last and lately."""
    names = {m.name: m for m in fits}
    if len(names) == 1:
        return next(iter(names.values())), certainty
    if last is not None and last[1].name in names and offset - last[0] < RECENT:
        return last[1], GUESSED
    return None
