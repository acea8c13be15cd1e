"""What happened (or is planned) on a day, told so narrowly that two reports can be held side by side.

A happening is the part of a clause one time expression belongs to: what the clause does (its verbs of doing and its
nouns of events), who and what stands with it, and from where it was read. Words in direct quotations, limits, states
and times of saying are no happenings; a phase ("ended", "began") is kept apart from the thing that has it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache

from rashomon.records.dossier import Story
from rashomon.records.marks import Act, Marks, TimeMark
from rashomon.records.reading import Sentence
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.people import People
from rashomon.steps.reconcile.timeline.dating import DATELINE, LONGEST, Collector, speech_verbs
from rashomon.steps.reconcile.timeline.items import Item, When
from rashomon.text.lexicon import lexicon, words
from rashomon.text.similarity import Terms, term

RELATIVE = frozenset({"who", "which", "whom", "whose"})
ANNOUNCED = "announce"
"""The head of every telling of news."""
JOINED = re.compile(r"^(?:in|after|when|following|that|while|and|as|but|until)\s+", re.I)
UNTIMED = re.compile(r"(?:[\s,]+(?:on|in|at|by|early|late|before|dawn))+$", re.I)
OWNED = re.compile(r"['’]s ([a-z]{3,20})\b")
"""What a day owns: "Monday's crash"."""
LASTED = re.compile(r"\bafter (?:[\w-]+ ){1,2}(?:hours|days|weeks|months|years) of ([a-z-]+)(?: ([a-z]+))?")
FURTHEST = 160
"""Characters behind a time in which its clause may say what it ended."""
SMALL = frozenset("a an the this that these those two three four five six at about".split())
NOUN = 8
"""Words of a noun phrase before "which"."""
DEFINITE = re.compile(r"(?:the|this|that|it|he|she|they)\b", re.I)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of one report on its day.

    `heads`: what is done; `phases`: "begin" and "end"; `around`: terms of the clause, and of the sentence before it
    where the clause only points back ("the ruling came on Tuesday"); `wide`: terms of its sentence; `firm`: the day
    does not hang on the publication day of a report that only took the day of its story; `told`: it is the telling of
    news (announced, published), not the news; `holder`: the actor who vouches for it; `gist`: what happened, in words.
    """

    item: Item
    day: tuple[str, str]
    heads: Terms
    phases: Terms
    around: Terms
    wide: Terms
    firm: bool
    told: bool
    holder: str | None
    gist: str


@cache
def words_of(section: str) -> frozenset[str]:
    """The words listed in `section` of timeline.toml."""
    return frozenset(words("timeline", section))


@cache
def classes_of(section: str) -> frozenset[str]:
    """The classes of the words listed in `section` of timeline.toml."""
    return frozenset(t for w in words("timeline", section) if (t := term(w)))


@cache
def event_nouns() -> frozenset[str]:
    """Classes of nouns that name an act or an event."""
    named = {n for sense in lexicon("acts")["senses"].values() for n in sense["nouns"] if " " not in n}
    return frozenset(t for w in named if (t := term(w))) | classes_of("events.nouns")


@cache
def deeds() -> dict[str, str]:
    """Class of a body → class of the event that its acts are: what a court does is a ruling."""
    out = {}
    for noun, bodies in lexicon("timeline")["deeds"].items():
        for body in bodies:
            if (made := term(noun)) and (of := term(body)):
                out[of] = made
    return out


@cache
def alike() -> dict[str, str]:
    """Word and class of a word → class of the first word of its line in [alike] of timeline.toml."""
    out: dict[str, str] = {}
    for group in lexicon("timeline")["alike"]["groups"]:
        first = term(group[0]) or group[0]
        out.update({t: first for w in group for t in (w, term(w)) if t})
    return out


def unified(found: Terms) -> Terms:
    """Terms with the classes of events in place of their members."""
    table = alike()
    return frozenset(table.get(t, t) for t in found)


def find_happenings(story: Story, cast: Cast, kin: Kin) -> list[Happening]:
    """The happenings of all reports that are not strays, in story order."""
    out = []
    for number, (article, marks) in enumerate(zip(story.articles, story.marks, strict=True)):
        if not article.stray:
            out += _Finder(number, marks, cast, kin).found()
    return out


class _Finder(Collector):
    """Finds the happenings of one article."""

    def __init__(self, number: int, marks: Marks, cast: Cast, kin: Kin) -> None:
        super().__init__(number, marks, cast, kin)
        self.people = People(marks, cast)
        self.by_start = {t.span.start: t for t in self.reader.times}
        self.starts = sorted(self.by_start)
        self.bodies = [
            s for s in marks.words.sentences if marks.words.paragraphs[s.paragraph].kind not in ("title", "subhead")
        ]
        self.body_starts = [s.start for s in self.bodies]
        self.given = marks.words.article.published_from == "story"

    def found(self) -> list[Happening]:
        """The happenings of the article, in text order."""
        out = []
        for when in self._whens():
            told = self._happening(when)
            if told is not None:
                out += [told, *self._ended(told, when.spans[0])]
        return out

    def _happening(self, when: When) -> Happening | None:
        at = when.spans[0]
        mark = self.by_start.get(at.start)
        sentence = self.words.sentence_at(at.start)
        if mark is None or sentence is None or when.precision == "year" or not when.end or self._quote_at(at):
            return None
        owned = OWNED.match(self.text, at.end, sentence.end)
        act = None if owned else self._act_at(at, None, sentence)
        told = self._telling(act)
        if told is None or (act and act.polarity == "denied") or sentence.end - sentence.start > LONGEST:
            return None
        region = Span(at.start, owned.end()) if owned else self._region(at, act, sentence)
        item = self.reader.item(region, when, act, "event", [])
        heads, phases = self._doing(region, act, told)
        if item is None or not heads:
            return None
        around = unified(self._around(item, region, sentence))
        return Happening(
            item, (when.start[:10], when.end[:10]), heads, phases, around, unified(self._wide(sentence)) | around,
            self._firm(mark), told, self.people.one(act.holder) if act else None,
            f"the {owned[1]}" if owned else self._gist(region, at),
        )  # fmt: skip

    def _ended(self, told: Happening, at: Span) -> list[Happening]:
        """As in "agreed on Monday after two days of talks": the talks ended with what is told."""
        sentence = self.words.sentence_at(at.start)
        found = LASTED.search(self.text, at.end, min(sentence.end, at.end + FURTHEST)) if sentence else None
        nouns = [w for w in (found.groups() if found else ()) if w and term(w) in event_nouns()]
        if not nouns or told.item.mode == "planned" or told.told:
            return []
        heads = unified(frozenset({term(nouns[0]) or ""}))
        ended = frozenset({term("end") or ""})
        gist = f"the {nouns[0]} ended"
        # Who and what the clause names belongs to what was told; what stands behind "after" belongs to what it ended.
        rest = Span(found.start(), sentence.end) if found and sentence else at
        actors, taken = self.reader._actors(rest, [])
        around = unified(self.reader._words(rest, [*taken, *self.reader._times_in(rest)]))
        around = around | frozenset(f"a:{a}" for a in actors)
        item = replace(told.item, actors=frozenset(actors), figures=frozenset())
        return [replace(told, item=item, heads=heads, phases=ended, around=around, wide=around, gist=gist)]

    def _gist(self, region: Span, at: Span) -> str:
        """What happened in the words of the region, without its time and what joins it to other clauses."""
        start = self._with_noun(region.start)
        dateline = DATELINE.match(self.text, start, at.start)
        start = dateline.end() if dateline else start
        before = " ".join(self.text[start : at.start].split())
        rest = " ".join(self.text[at.end : region.end].split())
        if not self._has_verb(start, at.start) and rest[:1].isalpha():
            before = f"{UNTIMED.sub('', before)} {rest}"
        said = JOINED.sub("", UNTIMED.sub("", before.strip(" ,;"))).strip(" ,;")
        said = said or " ".join(region.of(self.text).split())
        first = said.split()[0].lower()
        common = first in SMALL or first in alike() or term(first) in event_nouns()
        return said[:1].lower() + said[1:] if common else said

    def _with_noun(self, start: int) -> int:
        """The start of the region, with the noun phrase before "which" or "who"."""
        n = bisect_left(self.tokens.starts, start)
        if n >= len(self.tokens) or self.tokens.words[n].lower() not in RELATIVE | {"that"}:
            return start
        k = n - 1 if n and self.tokens.words[n - 1] == "," else n
        while k and n - k < NOUN and self.tokens.tags[k - 1][:2] in ("NN", "JJ", "DT", "CD", "HY"):
            k -= 1
        return self.tokens.starts[k] if self.tokens.words[k] != "," else start

    def _firm(self, mark: TimeMark) -> bool:
        """The day is told by itself or counted from a publication day that the report itself gives."""
        if mark.anchor in ("narrative", "event") or mark.mod:
            return mark.mod in ("START", "MID", "END") and mark.anchor == "document"
        said = set(mark.span.of(self.text).lower().split())
        return not said & words_of("loose.words") and not (self.given and said & words_of("loose.near"))

    def _region(self, at: Span, act: Act | None, sentence: Sentence) -> Span:
        """The part of the clause that the time belongs to."""
        span = act.clause if act and act.clause.covers(at) else sentence.span
        part = self._part(span, at)
        begin, end = part if part.covers(at) else span
        for n in self.tokens.within(begin, end):
            word = self.tokens.words[n].lower()
            if word in RELATIVE or (word == "that" and self.tokens.tags[n] == "WDT"):
                if self.tokens.starts[n] < at.start:
                    begin = self.tokens.starts[n]
                else:
                    end = self.tokens.starts[n]
                    break
        first, then = bisect_left(self.starts, at.start) - 1, bisect_right(self.starts, at.end)
        if first >= 0 and begin <= self.starts[first]:
            stop = self.by_start[self.starts[first]].span.end
            begin = stop if self._has_verb(stop, at.start) else begin
        if then < len(self.starts) and self.starts[then] < end and self._has_verb(at.end, self.starts[then]):
            end = self.starts[then]
        return self._trim(begin, end) if end > begin + 1 else span

    def _has_verb(self, start: int, end: int) -> bool:
        return any(self.tokens.tags[n].startswith("VB") for n in self.tokens.within(start, end))

    def _telling(self, act: Act | None) -> bool | None:
        """Whether the time is that of telling news; None when it only dates a state or somebody's words."""
        if act is None:
            return False
        if act.verb in words_of("states.verbs"):
            return None
        if act.verb in words_of("telling.verbs"):
            return True
        if act.verb not in speech_verbs():
            return False
        doer = act.actor.of(self.text).lower().split() if act.actor else []
        return True if words_of("telling.parties").intersection(doer[-1:]) else None

    def _doing(self, region: Span, act: Act | None, told: bool) -> tuple[Terms, Terms]:
        """What the region does, and its phases.

        Its verb with the nouns of events that are its subject; where the verb says nothing, or there is none, all nouns
        of events; those behind "in", "during" and "by" always.
        """
        if told:
            return frozenset({ANNOUNCED}), frozenset()
        verb, nouns, phases = "", set[str](), set[str]()
        hidden = self.reader._times_in(region)
        light, phase, after = classes_of("light.verbs"), classes_of("phases.verbs"), False
        objects = set[str]()
        for n in self.tokens.within(region.start, region.end):
            tag, low = self.tokens.tags[n], self.tokens.words[n].lower()
            found = alike().get(low) or term(self.tokens.lemmas[n] or low)
            if found is None or any(h.start <= self.tokens.starts[n] < h.end for h in hidden):
                continue
            if tag.startswith("VB") and not verb:
                after = True
                if found in phase:
                    phases.add(found)
                elif found not in light:
                    verb = found
            elif tag.startswith("NN"):
                into = not after or self._cause(n)
                (nouns if into else objects).update({found} & (event_nouns() | set(alike().values())))
                if not after and (made := deeds().get(found)):
                    nouns.add(made)
        heads = nouns | ({verb} if verb else objects)
        return unified(frozenset(heads)), frozenset(phases)

    def _cause(self, n: int) -> bool:
        """As in "died in a fire": a preposition of cause or occasion stands before the noun phrase."""
        for k in range(n - 1, max(-1, n - 4), -1):
            if self.tokens.tags[k] == "IN":
                return self.tokens.words[k].lower() in words_of("causes.words")
        return False

    def _wide(self, sentence: Sentence) -> Terms:
        """Terms of the whole sentence."""
        actors, taken = self.reader._actors(sentence.span, [])
        found = self.reader._words(sentence.span, [*taken, *self.reader._times_in(sentence.span)])
        figures = self.reader._figures(sentence.span, [])
        return found | {f"a:{a}" for a in actors} | {f"n:{f:g}" for f in figures}

    def _around(self, item: Item, region: Span, sentence: Sentence) -> Terms:
        found = set(item.words | frozenset(f"a:{a}" for a in item.actors))
        found |= {f"n:{f:g}" for f in item.figures}
        back = bool(DEFINITE.match(region.of(self.text))) and len(item.actors) < 2
        if back:
            number = bisect_right(self.body_starts, sentence.start) - 1
            for other in self.bodies[max(0, number - 1) : number]:
                actors, taken = self.reader._actors(other.span, [])
                found |= self.reader._words(other.span, [*taken, *self.reader._times_in(other.span)])
                found |= {f"a:{a}" for a in actors}
        return frozenset(found)
