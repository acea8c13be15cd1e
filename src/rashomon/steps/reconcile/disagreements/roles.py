"""Whether two noun phrases of two reports can mean the same participant of one event.

Decides from the actors that the phrases name, from their head nouns, seen through synonyms and through the lines of
nouns that stand for one participant (`[kinds]` of `lexicons/en/events.toml`), and from the words beside the heads. It
refuses where both name somebody and they are not related, where both count and the counts differ, and where one of
them means "the others". A pronoun nobody resolved, or a noun that only points back, is neither a fit nor a refusal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rashomon.records.findings import Actor
from rashomon.records.marks import Marks
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.disagreements.claims import LONGEST_NAME
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.people import people_of
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, term, terms
from rashomon.text.words_of import content_words

SAME, MORE, HEAD, KIND, WORD, UNKNOWN, UNLIKE, OTHER = 5, 4, 3, 2, 1, 0, -2, -9
"""How two phrases fit, best first: one actor; one head and more; one head; one kind of thing; a word in common; no
telling; unlike; never."""
CUT = re.compile(
    r"\b(?:of|on|in|at|for|to|from|with|by|that|who|which|whose|where|when|while|about|over|after|before|near|during"
    r"|against|under|until|since|between|as|because|and then|so)\b|,(?!\d)|[;:–—(]",
    re.I,
)
NO_OBJECT = re.compile(
    r"(?:in|at|by|from|after|before|during|under|until|since|as|because|near|when|while|and|but|into|out|off|up|down"
    r"|through|along|back|away|about|around|within|without|than|that)\b",
    re.I,
)
STRIPPED = re.compile(r"(?:(?:against|for|to|over|on|with|of)\s+)+", re.I)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december today yesterday tomorrow overnight morning afternoon evening night dawn noon midnight"
    " week month year weekend".split()
)
COUNTS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
ALONE = frozenset({"other", "others", "another", "remaining", "rest", "second", "third"})
ASKING = frozenset("who which what whoever".split())
SPANS = frozenset("day days week weeks month months year years hour hours minute minutes".split())
MEASURES = frozenset("cent percent point points times degrees".split())
NEAR = 200
"""Characters before a pronoun in which the person it means is named."""
APPOSED = re.compile(r"(?:[a-z'’-]+ ){0,4}")
"""What may stand between a phrase and the name beside it: a title."""
PRONOUNS = frozenset("it he she they him her them this that these those who which i we you".split())


@dataclass(frozen=True, slots=True)
class Role:
    """A participant as one clause names it: the actors, the head noun with its kinds, all terms, a count."""

    actors: frozenset[str]
    noun: str
    head: str | None
    kinds: frozenset[int]
    words: Terms
    also: Terms
    """Terms of the titles and descriptions of its actors."""
    before: Terms
    """Terms before the head noun: "regime planes"."""
    count: float | None
    alone: bool
    capital: bool
    """The head noun is written as a name."""

    @property
    def points(self) -> bool:
        """It only points back, and excludes nothing: "it", "the decision"; not "the decision to leave"."""
        return not self.actors and (self.noun in PRONOUNS or (self.noun in generic() and len(self.words) < 2))


@cache
def generic() -> frozenset[str]:
    """Nouns that only point back to what a report is about."""
    return frozenset(form for noun in lexicon("events")["generic"]["nouns"] for form in (noun, noun + "s"))


@cache
def kinds() -> dict[str, frozenset[int]]:
    """Noun, singular or plural → the lines of nouns it stands in."""
    table: dict[str, set[int]] = {}
    for n, group in enumerate(lexicon("events")["kinds"]["groups"]):
        for noun in group:
            plural = (
                noun[:-1] + "ies" if noun.endswith("y") else noun + ("es" if noun.endswith(("s", "ch", "x")) else "s")
            )
            for form in (noun, plural, noun[:-3] + "men" if noun.endswith("man") else noun):
                table.setdefault(form, set()).add(n)
    return {noun: frozenset(lines) for noun, lines in table.items()}


class Casting:
    """Reads the roles of one article."""

    def __init__(self, marks: Marks, cast: Cast) -> None:
        self.text = marks.words.text
        self.people = people_of(marks, cast)
        self.by_id: dict[str, Actor] = cast.once("actors by id", cast, lambda: {a.id: a for a in cast.actors})
        self.described: dict[str, Terms] = cast.once("terms of labels", cast, dict)

    def role(
        self,
        span: Span | None,
        speaker: str | None = None,
        known: frozenset[str] = frozenset(),
        without: frozenset[str] = frozenset(),
    ) -> Role | None:
        """The participant that `span` names; None where it names none ("on Friday", "by half a point").

        `known`: its actors where they are known already; `without`: words at its end that belong to the verb.
        """
        if span is None:
            return None
        told = span.of(self.text)
        lead = STRIPPED.match(told)
        start = span.start + (lead.end() if lead else 0)
        told = told[start - span.start :]
        if NO_OBJECT.match(told):
            return None
        cut = CUT.search(told, 1)
        head = told[: cut.start()] if cut else told
        said = content_words(head)
        if said and said[0].lower() in ASKING:
            return self.pointing()
        while len(said) > 1 and (said[-1][0].isdigit() or said[-1].lower() in without):
            said.pop()
        if not said or said[-1].lower() in MEASURES | without or (len(said) > 1 and said[-1].lower() in PRONOUNS):
            return None
        if said[-1].lower() in CALENDAR | SPANS or said[0].lower() in CALENDAR or said[-1][0].isdigit():
            return self._counted(said, told)
        actors = known or self.people.of(Span(start, start + len(head)), speaker) or self._beside(span.end)
        if not actors and len(said) == 1:
            actors = self._pronoun(said[0].lower(), start, speaker)
        opens = len(said) == 1 and self.text[:start].rstrip(" \"“'‘")[-1:] in ("", ".", "\n", ":", "!", "?")
        return self._role(said, told, actors, without, opens)

    def _described(self, actor: str) -> Terms:
        """The terms of the labels of an actor."""
        if actor not in self.described:
            self.described[actor] = terms([w for f in self.by_id[actor].labels for w in content_words(f.text)])
        return self.described[actor]

    def pointing(self) -> Role:
        """What "which" stands for: it excludes nothing."""
        return self._role(["it"], "it", frozenset())

    def _pronoun(self, word: str, at: int, speaker: str | None) -> frozenset[str]:
        """Whom a pronoun means that nobody resolved: the speaker, or the only person named right before."""
        if word in ("they", "it") and speaker:
            return frozenset({speaker})
        if word not in ("he", "she"):
            return frozenset()
        near = [
            m
            for m in self.people.within(Span(max(0, at - NEAR), at))
            if m.type == "person" and m.form == "name" and m.gender in ("", "m" if word == "he" else "f")
        ]
        found = {a for m in near if (a := self.people.actor(m))}
        return frozenset(found) if len(found) == 1 else frozenset()

    def _beside(self, end: int) -> frozenset[str]:
        """As in "one worker, foreman Ilo Sand, …": the name that stands beside the phrase."""
        if not self.text.startswith(", ", end):
            return frozenset()
        for mention in self.people.within(Span(end, end + LONGEST_NAME)):
            actor = self.people.actor(mention)
            between = self.text[end + 2 : mention.span.start]
            if actor and mention.form == "name" and APPOSED.fullmatch(between):
                return frozenset({actor} if self.text[mention.span.end : mention.span.end + 1] in (",", ".") else ())
        return frozenset()

    def _counted(self, said: list[str], told: str) -> Role | None:
        """As in "Nine were taken to hospital": a number stands for people; a share or a day is nobody."""
        if len(said) != 1 or not (said[0].isdigit() or said[0].lower() in COUNTS):
            return None
        return self._role(said, told, frozenset())

    def _role(
        self,
        said: list[str],
        told: str,
        actors: frozenset[str],
        without: frozenset[str] = frozenset(),
        opens: bool = False,
    ) -> Role:
        low = [w.lower() for w in said]
        noun = low[-1]
        head = term(noun) or noun
        also = frozenset[str]().union(*[self._described(a) for a in actors])
        words = terms(w for w in content_words(told) if w.lower() not in CALENDAR | without)
        found = kinds().get(noun, frozenset())
        counts = [
            float(COUNTS[w]) if w in COUNTS else float(w)
            for w, after in zip(low, [*low[1:], ""], strict=True)
            if (w in COUNTS or w.isdecimal()) and after not in CALENDAR and after not in SPANS
        ]
        count = counts[0] if counts else None
        before = terms(said[:-1]) - {head}
        return Role(
            actors,
            noun,
            head,
            found,
            words,
            also,
            before,
            count,
            _alone(said),
            said[-1][0].isupper() and not opens,
        )


def _alone(said: list[str]) -> bool:
    return any(w.lower() in ALONE for w in said)


@dataclass(frozen=True, slots=True)
class Company:
    """Who is who for `fit`: kin, actors with a name of their own, and which of them are persons."""

    kin: Kin
    named: frozenset[str]
    persons: frozenset[str]

    @classmethod
    def of(cls, cast: Cast, kin: Kin) -> Company:
        """The company of a cast."""
        return cls(
            kin,
            frozenset(a.id for a in cast.actors if a.name[:1].isupper()),
            frozenset(a.id for a in cast.actors if a.type == "person"),
        )

    def same(self, one: frozenset[str], other: frozenset[str]) -> bool | None:
        """One of them is the same or stands for the other; False for two persons who only serve one body."""
        if any(a in self.kin.family(b) or b in self.kin.family(a) for a in one for b in other):
            return True
        if not self.kin.related(one, other):
            return None
        return not (one & self.persons and other & self.persons)


def fit(company: Company, one: Role | None, other: Role | None) -> int:
    """How two participants fit, `SAME` to `OTHER`."""
    if one is None or other is None:
        return UNKNOWN
    if one.actors and other.actors and (same := company.same(one.actors, other.actors)) is not None:
        return SAME if same else OTHER
    counted = one.count is not None and one.count == other.count
    if one.count is not None and other.count is not None and not counted:
        return OTHER
    if one.alone != other.alone and not counted:
        return OTHER
    mine, theirs = one.actors & company.named, other.actors & company.named
    if one.points or other.points:
        return UNKNOWN
    if one.head == other.head:
        if mine and theirs and _apart(one, other):
            return OTHER
        if one.before and other.before and not one.before & other.before:
            return WORD
        return MORE if _more(one, other) else HEAD
    if (mine or one.capital) and (theirs or other.capital):
        return OTHER
    if one.head in other.also or other.head in one.also:
        return KIND
    if one.kinds & other.kinds:
        return HEAD if counted or one.words & other.words else KIND
    if counted:
        return KIND
    if one.words & other.words:
        return WORD
    return UNKNOWN if bool(mine) != bool(theirs) else UNLIKE


def _apart(one: Role, other: Role) -> bool:
    """Two bodies of one kind with names of their own: "the Norda council", "the Selby council"."""
    return not (one.words - {one.head}) & (other.words - {other.head})


def _more(one: Role, other: Role) -> bool:
    """More than the head in common."""
    return bool((one.words & other.words) - {one.head})


def one_of_many(one: Role | None, other: Role | None) -> bool:
    """One thing, and a number of them: "his licence", "40 licences"; of two numbers of them `fit` tells."""
    if one is None or other is None or one.noun.rstrip("s") != other.noun.rstrip("s") or one.noun == other.noun:
        return False
    return (one.count or 0) > 1 or (other.count or 0) > 1
