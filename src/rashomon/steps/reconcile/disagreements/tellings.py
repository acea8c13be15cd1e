"""Who takes part in what a clause says: a predicate (`predicates.py`) with its participants, words, days and speaker.

Decides from the words beside the verb, and from the actors that they name in the story; a passive turns the two
participants round. It refuses to see a participant in what only points back or names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from rashomon.records.reading import Sentence
from rashomon.records.span import Span
from rashomon.steps.reconcile.disagreements.axes import Axis
from rashomon.steps.reconcile.disagreements.claims import Scene
from rashomon.steps.reconcile.disagreements.predicates import GETTING, STATES, Predicate, predicates_of
from rashomon.steps.reconcile.disagreements.roles import CALENDAR, COUNTS, PRONOUNS, Casting, Role
from rashomon.steps.reconcile.disagreements.segments import AFRESH, UNTIL, Segment, cutter_of
from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, term

HAVING = frozenset("have lack sit go lose get".split())
BEHIND = 40
"""Characters behind a segment in which "until" says that what it tells goes on."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Found = tuple[int, Predicate]
"""The number of a report, and one of its predicates."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One predicate of a report.

    `bag`: terms and actors of its segment without its own words; `around`: of its sentence, and of the one before
    where it needs that one to be understood; `doer`, `theme`: see `roles.py`.
    """

    article: int
    span: Span
    axis: Axis
    sign: int
    words: Terms
    lemma: str
    doer: Role | None
    theme: Role | None
    bag: Terms
    around: Terms
    points: bool
    spent: bool
    """An entry of several words that leaves no object."""
    nouns: tuple[str, ...]
    """Nouns around it, for what it points to."""
    broad: bool
    """The verb alone has many other uses."""
    years: frozenset[str]
    modes: frozenset[str]
    days: tuple[tuple[str, str], ...]
    unit: Unit | None
    text: str = field(default="", compare=False)
    whole: Terms = field(default=frozenset(), compare=False)
    """`bag` and `around` together."""
    counts: Terms = field(default=frozenset(), compare=False)
    """The numbers of `bag`."""
    numbered: bool = field(default=False, compare=False)
    """`whole` has a number."""


@cache
def _broad() -> frozenset[str]:
    return frozenset(lexicon("events")["broad"]["words"])


def find_predicates(scene: Scene) -> list[Found]:
    """The predicates of all reports that are not strays, in story order."""
    return [
        (number, predicate)
        for number, article in enumerate(scene.story.articles)
        if not article.stray
        for predicate in predicates_of(scene.story.marks[number])
    ]


class Tellings:
    """Tells who takes part in the predicates of a story."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._units: dict[int, list[Unit]] = {}
        for unit in scene.units:
            self._units.setdefault(unit.article, []).append(unit)
        self._readers: dict[int, _Reader] = {}

    def of(self, found: Iterable[Found]) -> list[Telling]:
        """Each predicate with its participants."""
        return [self._reader(number).telling(predicate) for number, predicate in found]

    def _reader(self, number: int) -> _Reader:
        if number not in self._readers:
            self._readers[number] = _Reader(self.scene, number, self._units.get(number, []))
        return self._readers[number]


class _Reader:
    """Reads one article."""

    def __init__(self, scene: Scene, number: int, units: list[Unit]) -> None:
        self.number, marks = number, scene.story.marks[number]
        self.tokens, self.text = marks.words.tokens, marks.words.text
        self.cut = cutter_of(marks)
        self.low = self.cut.low
        self.casting = Casting(marks, scene.cast)
        self.people = self.casting.people
        self.named = scene.cast.named
        self.units: dict[int, list[Unit]] = {}
        for unit in units:
            self.units.setdefault(unit.sentence.start, []).append(unit)
        self.dated = [t for t in marks.times if t.type in ("DATE", "TIME") and t.earliest and t.latest]
        self._whole: dict[int, Terms] = {}
        self.known: dict[tuple[int, str | None], Telling] = marks.latest(
            "tellings", scene.cast.view(marks.words.article.id), dict
        )
        """By predicate and who says it, without the number of the report and the unit."""

    def telling(self, predicate: Predicate) -> Telling:
        """A predicate with its participants."""
        unit = self._unit(predicate.sentence.start, self.tokens.starts[predicate.at])
        key = (id(predicate), unit.holder if unit else None)  # predicates live as long as their marks
        if key not in self.known:
            self.known[key] = self._telling(predicate, key[1])
        return replace(self.known[key], article=self.number, unit=unit)

    def _telling(self, predicate: Predicate, holder: str | None) -> Telling:
        k, axis, sign, own, modes, segment, sentence, before = predicate
        span = self.tokens.span(segment.first, segment.stop)
        told = span.of(self.text)
        behind = Span(self.tokens.ends[max(own)], span.end)
        after = max(own) + 1
        if after < segment.stop and self.tokens.tags[after] == "PRP":  # "dismissed him the same evening"
            theme = self.casting.role(self.tokens.span(after, after + 1))
        else:
            theme = self.casting.role(self._trimmed(behind))
        subject = segment.subject
        if segment.opener in ("who", "which", "that") or subject is None:
            doer = self.casting.role(subject) if subject else None
        else:
            doer = self.casting.role(subject, holder)
        lemma = self.tokens.lemmas[k]
        state = len(own) > 1 and (lemma in STATES or lemma in GETTING or (lemma in HAVING and axis.intransitive))
        if state or self.cut.passive(k, segment):
            doer, theme = (None, doer) if not state or doer else (None, theme)
            by = re.search(r"\bby (?=\D)", behind.of(self.text))
            if by and not state:
                doer = self.casting.role(Span(behind.start + by.end(), behind.end))
        elif theme is None and axis.intransitive:
            doer, theme = None, doer
        goes_on = axis.lasting and "planned" in modes and self.tokens.lemmas[k] not in AFRESH
        if goes_on or UNTIL.search(self.text, span.start, span.end + BEHIND):
            modes = modes | {"happened", "planned"}
        if theme is None and axis.own:
            doer, theme = None, doer  # "the tank leaked": who does it is all there is
        main = doer if axis.role == "doer" else theme
        points = main is None or main.points
        bag = self._terms(segment.first, segment.stop, own) | (self._terms_of(subject) if subject else frozenset())
        around = self._all(sentence)
        if before is not None and (points or self.low[sentence.first] in PRONOUNS):
            around |= self._all(before)
        first = before.first if before is not None and points else sentence.first
        nouns = (
            tuple(self.low[n] for n in range(first, sentence.stop) if self.tokens.tags[n] in ("NN", "NNS"))
            if points
            else ()
        )
        return Telling(
            0, span, axis, sign,
            frozenset(t for n in own if (t := term(self.tokens.lemmas[n]))), self.tokens.lemmas[k],
            doer, theme, bag, around, points, len(own) > 1 and theme is None, nouns, self._is_broad(axis, own),
            self._years(k, segment), modes,
            tuple(
                (t.earliest[:10], t.latest[:10])
                for t in self.dated
                if span.covers(t.span) and t.earliest and t.latest
            ),
            None, told, bag | around, frozenset(t for t in bag if t.startswith("n:")),
            any(t.startswith("n:") for t in bag | around),
        )  # fmt: skip

    def _is_broad(self, axis: Axis, own: tuple[int, ...]) -> bool:
        """A verb of many uses, alone or with small words only: "keep at"."""
        if axis.own or self.tokens.lemmas[own[0]] not in _broad():
            return False
        return all(self.tokens.tags[n] in ("IN", "TO", "RP", "RB") for n in own[1:])

    def _years(self, k: int, segment: Segment) -> frozenset[str]:
        """The years named at the start of the segment or behind its verb."""
        first = self.tokens.span(segment.first, min(segment.stop, segment.first + 3)).of(self.text)
        behind = self.text[self.tokens.starts[k] : self.tokens.ends[segment.stop - 1]]
        return frozenset(YEAR.findall(first) + YEAR.findall(behind))

    def _trimmed(self, span: Span) -> Span | None:
        """Without marks and spaces at its start."""
        told = span.of(self.text)
        cut = len(told) - len(told.lstrip(" ,"))
        return Span(span.start + cut, span.end) if cut < len(told) else None

    def _unit(self, sentence: int, at: int) -> Unit | None:
        found = [u for u in self.units.get(sentence, ()) if u.cite.start <= at < u.cite.end]
        return min(found, key=lambda u: (u.span.end - u.span.start, u.index)) if found else None

    def _all(self, sentence: Sentence) -> Terms:
        """The terms of a sentence."""
        if sentence.first not in self._whole:
            self._whole[sentence.first] = self._terms(sentence.first, sentence.stop, ())
        return self._whole[sentence.first]

    def _terms_of(self, span: Span) -> Terms:
        inside = self.tokens.within(span.start, span.end)
        return self._terms(inside.start, inside.stop, ())

    def _terms(self, first: int, stop: int, without: tuple[int, ...]) -> Terms:
        """Terms, named actors and numbers ("n:3") of some tokens; no days."""
        if first >= stop:
            return frozenset()
        span = self.tokens.span(first, stop)
        mentions = [(m, a) for m in self.people.within(span) if (a := self.people.actor(m)) and a in self.named]
        out = {f"a:{a}" for m, a in mentions if m.form != "pronoun"}
        names = [m.span for m, _ in mentions if m.form == "name"]
        for n in range(first, stop):
            at = self.tokens.starts[n]
            if n in without or self.low[n] in CALENDAR or any(s.start <= at < s.end for s in names):
                continue
            if self.low[n] in COUNTS:
                out.add(f"n:{COUNTS[self.low[n]]}")
            elif self.tokens.tags[n] == "CD":
                out.add(f"n:{self.low[n]}")
            else:
                out.update(t for part in self.tokens.lemmas[n].split("-") if (t := term(part)))
        return frozenset(out)
