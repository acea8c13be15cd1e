"""What happened (or is planned) on a day, told so narrowly that two reports can be held side by side.

A happening is the part of a clause one time expression belongs to: what the clause does (its verbs of doing and its
nouns of events), who and what stands with it, and from where it was read. Words in direct quotations, limits, states
and times of saying are no happenings; a phase ("ended", "began") is kept apart from the thing that has it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.records.dossier import Story
from rashomon.records.marks import Act, Marks, TimeMark
from rashomon.records.reading import Sentence
from rashomon.records.span import Span
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.people import people_of
from rashomon.steps.reconcile.timeline.dating import DATELINE, LONGEST, Collector, speech_verbs
from rashomon.steps.reconcile.timeline.heads import alike, classes_of, doing, event_nouns, unified, words_of
from rashomon.steps.reconcile.timeline.items import Item, When
from rashomon.text.similarity import Terms, term

RELATIVE = frozenset({"who", "which", "whom", "whose"})
ANNOUNCED = "announce"
"""The head of every telling of news."""
LIMIT = "limit"
"""The phase of what holds until a day."""
BEGUN = frozenset({term("begin") or ""})
LIMIT_WORD = 7
"""Characters that "until" takes before its day."""
WEEK = 7
JOINED = re.compile(r"^(?:in(?!\s+(?-i:[A-Z]))|after|when|following|that|while|and|as|but|until)\s+", re.I)
UNTIMED = re.compile(r"(?:(?:^|[\s,]+)(?:on|in|at|by|early|late|before|dawn))+$", re.I)
OWNED = re.compile(r"['’]s ([a-z]{3,20})\b")
"""What a day owns: "Monday's crash"."""
LASTED = re.compile(r"\bafter (?:[\w-]+ ){1,2}(?:hours|days|weeks|months|years) of ([a-z-]+)(?: ([a-z]+))?")
FURTHEST = 160
"""Characters behind a time in which its clause may say what it ended."""
SMALL = frozenset("a an the this that these those two three four five six at about".split())
NOUN = 8
"""Words of a noun phrase before "which"."""
DEFINITE = re.compile(r"(?:the|this|that|it|he|she|they)\b", re.I)

POINTS = re.compile(r"\b(?:him|her|it|them|its|their|his)\b")


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of one report on its day.

    `heads`: what is done; `phases`: "begin" and "end"; `around`: terms of the clause, and of the sentence before it
    where the clause only points back ("the ruling came on Tuesday"); `wide`: terms of its sentence; `firm`: the day
    does not hang on the publication day of a report that only took the day of its story; `told`: it is the telling of
    news (announced, published), not the news; `holder`: the actor who vouches for it; `gist`: what happened, in words;
    `said`: the words that tell the day.
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
    said: str


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
        self.people = people_of(marks, cast)
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
        if mark is None or sentence is None or not when.end or self._quote_at(at) or self._furniture(at, sentence):
            return None
        limit = self._limit(mark)
        when = self._ahead(when, mark)
        owned = OWNED.match(self.text, at.end, sentence.end)
        act = None if owned else self._act_at(at, None, sentence)
        told = False if limit else self._telling(act)
        if told is None or (act and act.polarity == "denied") or sentence.end - sentence.start > LONGEST:
            return None
        region = Span(at.start, owned.end()) if owned else self._region(at, act, sentence)
        if limit and region.start + LIMIT_WORD >= at.start:  # the clause it limits stands before it
            act = self._act_before(at, sentence)
            region = Span(act.clause.start if act else sentence.start, at.end)
        item = self.reader.item(region, when, act, "event", [])
        region = self._with_verb(region, act, sentence)
        told_heads = (frozenset({ANNOUNCED}), Terms())
        heads, phases = (
            told_heads
            if told
            else doing(
                self.tokens, Span(self._with_noun(region.start), region.end), self.reader._times_in(region), limit
            )
        )
        if item is None or not heads or (when.precision == "year" and not self._once(region, heads)):
            return None
        if limit:
            phases |= {LIMIT}
        elif item.mode == "planned":  # "talks resume on Friday" is a plan of talks on Friday
            phases -= BEGUN
        if when.precision in ("month", "year") and when.end < (self.words.article.day or ""):
            item = replace(item, mode="happened")
        around = unified(self._around(item, region, sentence))
        return Happening(
            item, (when.start[:10], when.end[:10]), heads, phases, around, unified(self._wide(sentence)) | around,
            self._firm(mark), told, self.people.one(act.holder) if act else None,
            f"the {owned[1]}" if owned else self._gist(region, at), at.of(self.text).lower(),
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

    def _dates(self, mark: TimeMark) -> bool:
        """A limit says until when something is; "planned for Friday" says when it will be."""
        if super()._dates(mark):
            return True
        first = bisect_left(self.tokens.starts, mark.span.start)
        before = self.tokens.lemmas[first - 2] if first > 1 and self.tokens.words[first - 1].lower() == "for" else ""
        if not (self._limit(mark) or before in words_of("plans.verbs")):
            return False
        return bool(mark.earliest) and mark.type not in ("SET", "DURATION")

    def _ahead(self, time: When, mark: TimeMark) -> When:
        """As in "planned for Friday": the Friday to come."""
        first, day = bisect_left(self.tokens.starts, mark.span.start), self.words.article.day
        if not day or first < 2 or self.tokens.words[first - 1].lower() != "for" or time.precision != "day":
            return time
        behind = (date.fromisoformat(day) - date.fromisoformat(time.start)).days
        if self.tokens.lemmas[first - 2] not in words_of("plans.verbs") or not 0 < behind < WEEK:
            return time
        if not mark.span.of(self.text).lower().endswith("day"):
            return time
        ahead = (date.fromisoformat(time.start) + timedelta(days=WEEK)).isoformat()
        return replace(time, start=ahead, end=ahead)

    def _with_verb(self, region: Span, act: Act | None, sentence: Sentence) -> Span:
        """As in "recalled 40 jars on Monday": what follows a verb that does what it says belongs to that verb."""
        first = bisect_left(self.tokens.starts, region.start)
        performed = first > sentence.first and self.tokens.lemmas[first - 1] in words_of("performed.verbs")
        return Span(sentence.start, region.end) if performed and act and act.clause.start == region.start else region

    def _act_before(self, time: Span, sentence: Sentence) -> Act | None:
        """The act of the nearest clause of the sentence that begins before `time` and is no saying."""
        told = [a for a in self._acts_from(sentence.start, time.start - LIMIT_WORD) if a.verb not in speech_verbs()]
        return max(told, key=lambda a: a.clause.start, default=None)

    def _limit(self, mark: TimeMark) -> bool:
        """As in "closed until Monday"."""
        first = bisect_left(self.tokens.starts, mark.span.start)
        return bool(first) and self.tokens.words[first - 1].lower() in words_of("limits.words")

    def _deed_of_words(self, act: Act) -> bool:
        """As in "declared a state of emergency", "recalled the jars": words that are done to a thing."""
        return act.verb in words_of("performed.verbs") and act.object is not None

    def _once(self, region: Span, heads: Terms) -> bool:
        """What happens to a thing but once, or is told as the last time, has one year."""
        said = set(region.of(self.text).lower().split())
        return not heads.isdisjoint(classes_of("once.verbs")) or "last" in said

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
        if act.verb in words_of("states.verbs") or self._deed_of_words(act):
            return False
        if act.verb in words_of("telling.verbs"):
            return True
        if act.verb not in speech_verbs():
            return False
        doer = act.actor.of(self.text).lower().split() if act.actor else []
        return True if words_of("telling.parties").intersection(doer[-1:]) else None

    def _wide(self, sentence: Sentence) -> Terms:
        """Terms of the whole sentence."""
        actors, taken = self.reader._actors(sentence.span, [])
        found = self.reader._words(sentence.span, [*taken, *self.reader._times_in(sentence.span)])
        figures = self.reader._figures(sentence.span, [])
        return found | {f"a:{a}" for a in actors} | {f"n:{f:g}" for f in figures}

    def _around(self, item: Item, region: Span, sentence: Sentence) -> Terms:
        found = set(item.words | frozenset(f"a:{a}" for a in item.actors))
        found |= {f"n:{f:g}" for f in item.figures}
        said = region.of(self.text)
        if len(item.actors) < 2 and (DEFINITE.match(said) or POINTS.search(said)):
            number = bisect_right(self.body_starts, sentence.start) - 1
            for other in self.bodies[max(0, number - 1) : number]:
                actors, taken = self.reader._actors(other.span, [])
                found |= self.reader._words(other.span, [*taken, *self.reader._times_in(other.span)])
                found |= {f"a:{a}" for a in actors}
        return frozenset(found)
