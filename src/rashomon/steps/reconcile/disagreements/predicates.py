"""What each clause of a report says of something, word by word: every predicate on an axis, with its negation.

Reads the tokens of a sentence and not its acts, so that a second verb ("… and upheld the protest"), an adjective and a
noun behind a light verb are read too. A segment ends at a mark or at a word that opens a clause. "Not", "no", "failed
to", "without" and their like turn a predicate round. It refuses direct speech, what is only possible, wanted, feared or
alleged, and what is told as a condition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from rashomon.records.article import STORY_KINDS
from rashomon.records.reading import Sentence
from rashomon.records.span import Span
from rashomon.steps.reconcile.disagreements.axes import Axis, entries
from rashomon.steps.reconcile.disagreements.claims import Scene
from rashomon.steps.reconcile.disagreements.roles import CALENDAR, COUNTS, PRONOUNS, Casting, Role
from rashomon.steps.reconcile.disagreements.segments import AUXILIARIES, Cutter, Segment
from rashomon.steps.reconcile.statements.opposites import weak
from rashomon.steps.reconcile.statements.units import Unit
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, term
from rashomon.text.vectors import bits, near

GAP = 3
"""Other tokens between two words of an entry."""
FAR = 9
"""The same before "for", "against": "voted with the rest of the party for the bill"."""
STATES = frozenset("be remain stay become get keep leave".split())
"""Verbs before an adjective of state: "left the town cut off"."""
LONGEST = 120
"""Tokens: a longer sentence is a list."""
AFRESH = frozenset({"resume", "reopen", "restart", "open", "close", "stop", "end", "halt"})
"""Verbs of a change: what will resume has stopped."""
GETTING = frozenset("win get receive meet face suffer secure gain see earn draw".split())
"""Verbs whose subject is what the noun behind them is done to: "the plan won approval"."""
HAVING = frozenset("have lack sit go lose get".split())
BEHIND = 40
"""Characters behind a segment in which "until" says that what it tells goes on."""
SHORTEST = 4
LIKE = 0.45
"""An adjective and its opposite with "un" are as near as this, or they are two words ("easy", "uneasy")."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
UNTIL = re.compile(r"\b(?:until|till|before|unless)\b", re.I)


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


@cache
def _light() -> frozenset[str]:
    return frozenset(lexicon("events")["light"]["verbs"])


@cache
def _nouns() -> dict[str, str]:
    return dict(lexicon("events")["nouns"])


@cache
def _by_second() -> dict[str, dict[str, list[tuple[tuple[str, ...], Axis, int]]]]:
    """First word of an entry → its second word, or none → the entries."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], Axis, int]]]] = {}
    for first, rest in entries(wide=True).items():
        for entry in rest:
            table.setdefault(first, {}).setdefault(entry[0][1] if len(entry[0]) > 1 else "", []).append(entry)
    return table


@cache
def _positive(word: str) -> tuple[str, int]:
    """An adjective without the "un" that turns it round, and which way it goes."""
    for start in ("un", "in", "im", "il", "ir", "non-", "non"):
        rest = word.removeprefix(start)
        if rest != word and len(rest) >= SHORTEST and bits(rest) >= 0 and near(word, rest) >= LIKE:
            return rest, -1
    return word, 1


@cache
def _broad() -> frozenset[str]:
    return frozenset(lexicon("events")["broad"]["words"])


@cache
def _open() -> re.Pattern[str]:
    words = sorted(lexicon("events")["open-question"]["words"], key=lambda w: (-len(w), w))
    skipped = {"may", "nearly", "almost"}
    return re.compile(rf"(?i:\b(?:{'|'.join(re.escape(w) for w in words if w not in skipped)})\b)|\bmay\b|\?")


def find_tellings(scene: Scene) -> list[Telling]:
    """The predicates of all reports that are not strays, in story order."""
    out: list[Telling] = []
    units: dict[int, list[Unit]] = {}
    for unit in scene.units:
        units.setdefault(unit.article, []).append(unit)
    for number, article in enumerate(scene.story.articles):
        if not article.stray:
            out += _Reader(scene, number, units.get(number, [])).tellings()
    return out


class _Reader:
    """Reads one article."""

    def __init__(self, scene: Scene, number: int, units: list[Unit]) -> None:
        self.number, self.marks = number, scene.story.marks[number]
        self.words = self.marks.words
        self.tokens, self.text = self.words.tokens, self.words.text
        self.cut = Cutter(self.tokens)
        self.low = self.cut.low
        self.casting = Casting(self.marks, scene.cast)
        self.people = self.casting.people
        self.named = {a.id for a in scene.cast.actors if a.name[:1].isupper()}
        self.units: dict[int, list[Unit]] = {}
        for unit in units:
            self.units.setdefault(unit.sentence.start, []).append(unit)
        self.dated = [t for t in self.marks.times if t.type in ("DATE", "TIME") and t.earliest and t.latest]
        self._whole: dict[int, Terms] = {}
        self.quoted = sorted(s for q in self.marks.quotes if q.kind != "indirect" for s in q.content)

    def tellings(self) -> list[Telling]:
        """All predicates of the article's own text."""
        out: list[Telling] = []
        before: Sentence | None = None
        for sentence in self.words.sentences:
            if self.words.paragraph_of(sentence).kind in STORY_KINDS:
                if sentence.stop - sentence.first < LONGEST and self.text[sentence.end - 1] != "?":
                    out += self._sentence(sentence, before)
                before = sentence
        return out

    def _sentence(self, sentence: Sentence, before: Sentence | None) -> list[Telling]:
        segments = self.cut.segments(sentence)
        out: list[Telling] = []
        for n, segment in enumerate(segments):
            segment.subject = self.cut.subject(segment, segments[n - 1] if n else None)
            last = segments[n - 1] if n else None
            if last is not None and self.cut.not_fact(last, segment):
                continue
            span = self.tokens.span(segment.first, segment.stop)
            if any(q.start < span.end and span.start < q.end for q in self.quoted) or _open().search(
                span.of(self.text)
            ):
                continue
            out += self._predicates(segment, sentence, before)
        return out

    def _predicates(self, segment: Segment, sentence: Sentence, before: Sentence | None) -> list[Telling]:
        out: list[Telling] = []
        for k in range(segment.first, segment.stop):
            if not self.tokens.tags[k].startswith("VB"):
                continue
            modes = self.cut.modes(k, segment)
            if not modes:
                continue
            for axis, way, own in self._ways(k, segment):
                sign = way * self.cut.turned(k, own, segment)
                if sign != way and UNTIL.search(self.text, self.tokens.starts[k], sentence.end):
                    continue  # "not … until Friday" tells when, not whether
                out.append(self._telling(k, axis, sign, own, modes, segment, sentence, before))
        return out

    def _ways(self, k: int, segment: Segment) -> list[tuple[Axis, int, tuple[int, ...]]]:
        """The axes on which the verb at `k` stands, with the tokens each entry uses."""
        lemma = self.tokens.lemmas[k]
        found = []
        by_second = _by_second().get(lemma, {})
        ahead = dict.fromkeys(
            w
            for n in range(k + 1, min(segment.stop, k + FAR + 2) if by_second else k)
            for w in (self.low[n], self.tokens.lemmas[n])
        )
        for second in ("", *ahead):
            for parts, axis, way in by_second.get(second, ()):
                used = self._follow(parts, k, segment.stop)
                if used:
                    found.append((axis, way, used))
        longest = max((len(used) for _, _, used in found), default=0)
        best = [f for f in found if len(f[2]) == longest]
        if longest < 2:
            done = self._done(k, segment)
            if done:
                return done
        if lemma in STATES and longest < 2:
            state = self._state(k, segment)
            if state or not best:
                return state
        if longest < 2 and lemma not in AUXILIARIES and lemma not in weak():
            best.append((Axis(f"v {term(lemma) or lemma}", "theme", own=True), 1, (k,)))
        particle = longest == 1 and k + 1 < segment.stop and self.tokens.tags[k + 1] == "RP"
        return [b for b in best if b[0].own] if particle else best

    def _done(self, k: int, segment: Segment) -> list[tuple[Axis, int, tuple[int, ...]]]:
        """The noun of doing behind a verb that says nothing by itself: "won approval", "an arrest was made"."""
        lemma = self.tokens.lemmas[k]
        if lemma not in _light() and lemma not in GETTING:
            return []
        among = range(k + 1, min(segment.stop, k + 7))
        if self.cut.passive(k, segment):
            among = range(segment.first, k)
        for n in among:
            if self.tokens.tags[n] in ("IN", "TO") and self.low[n] != "with":
                break
            verb = _nouns().get(self.tokens.lemmas[n]) if self.tokens.tags[n] in ("NN", "NNS") else None
            if verb:
                return [(axis, way, (k, n)) for parts, axis, way in entries(wide=True).get(verb, ()) if len(parts) == 1]
        return []

    def _state(self, k: int, segment: Segment) -> list[tuple[Axis, int, tuple[int, ...]]]:
        """A state without an axis in the lexicon: "was legible" excludes "was not legible" and "was illegible"."""
        n = k + 1
        while n < segment.stop and self.tokens.tags[n].startswith("RB"):
            n += 1
        if n >= segment.stop or self.tokens.tags[n] != "JJ" or len(self.low[n]) < SHORTEST:
            return []
        behind = self.tokens.tags[n + 1] if n + 1 < segment.stop else ""
        if behind.startswith(("NN", "JJ")):
            return []
        word, way = _positive(self.low[n])
        return [(Axis(f"j {term(word) or word}", "theme", own=True, intransitive=True), way, (k, n))]

    def _follow(self, parts: tuple[str, ...], k: int, stop: int) -> tuple[int, ...]:
        used, at = [k], k + 1
        for part in parts[1:]:
            gap = FAR if part in ("for", "against", "to") else GAP
            n = next(
                (j for j in range(at, min(stop, at + gap + 1)) if part in (self.low[j], self.tokens.lemmas[j])), None
            )
            if n is None or (parts[0] in STATES and any(self.tokens.tags[j].startswith("VB") for j in range(at, n))):
                return ()
            used.append(n)
            at = n + 1
        return tuple(used)

    def _telling(
        self,
        k: int,
        axis: Axis,
        sign: int,
        own: tuple[int, ...],
        modes: frozenset[str],
        segment: Segment,
        sentence: Sentence,
        before: Sentence | None,
    ) -> Telling:
        span = self.tokens.span(segment.first, segment.stop)
        told = span.of(self.text)
        behind = Span(self.tokens.ends[max(own)], span.end)
        after = max(own) + 1
        if after < segment.stop and self.tokens.tags[after] == "PRP":  # "dismissed him the same evening"
            theme = self.casting.role(self.tokens.span(after, after + 1))
        else:
            theme = self.casting.role(self._trimmed(behind))
        unit = self._unit(sentence.start, self.tokens.starts[k])
        subject = segment.subject
        if segment.opener in ("who", "which", "that") or subject is None:
            doer = self.casting.role(subject) if subject else None
        else:
            doer = self.casting.role(subject, unit.holder if unit else None)
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
            self.number, span, axis, sign,
            frozenset(t for n in own if (t := term(self.tokens.lemmas[n]))), self.tokens.lemmas[k],
            doer, theme, bag, around, points, len(own) > 1 and theme is None, nouns, self._is_broad(axis, own),
            self._years(k, segment), modes,
            tuple(
                (t.earliest[:10], t.latest[:10])
                for t in self.dated
                if span.covers(t.span) and t.earliest and t.latest
            ),
            unit, told,
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
