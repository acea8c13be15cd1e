"""Where each actor stands.

Decides from acts whose sense is a stance (`lexicons/en/stances.toml`), from phrases such as "ready to", from promises
in the speaker's own future and from conditions he sets. The actor is who acts, also inside somebody else's words. A
stance that is only possible ("might accept"), conditional or asked for is none; a refusal to comment is none, and so is
what somebody else alleges that he did.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from typing import cast as typed

from rashomon.records.article import STORY_KINDS
from rashomon.records.dossier import Story
from rashomon.records.findings import Position, Stance
from rashomon.records.marks import Act, Marks
from rashomon.records.reading import Sentence
from rashomon.records.span import Cite, Span, cite
from rashomon.steps.reconcile.cast import Cast
from rashomon.steps.reconcile.kin import Kin
from rashomon.steps.reconcile.people import people_of
from rashomon.text.lexicon import lexicon
from rashomon.text.similarity import Terms, terms

WORD = re.compile(r"[\w'’-]+")
POSSIBLE = re.compile(
    r"\b(?:should|must|could|might|may|can|cannot|can't|whether|if|unless|expected to|likely to|asked to|urged to)\b",
    re.I,
)
QUESTION = re.compile(r"\?[\"”’']?\s*$")
FUTURE = re.compile(r"\b(?:will|would|shall|'ll|’ll|'d|’d)\s+(?:also\s+|now\s+)?", re.I)
OPPOSED = re.compile(r"\b(?:is|are|was|were|remains?|remained)\s+(?:\w+\s+)?opposed to\s+", re.I)
ONLY_IF = re.compile(r"\bonly\b(?:\s+\w+){0,4}?\s+if\s+", re.I)
CONDITION = re.compile(
    r"\b(?:the|its|his|her|their|a)\s+(?:\w+\s+){0,2}(?:conditions?|demands?|requirements?|preconditions?)\s+(?:that\s+)?"
    r"(?=(\S+(?:\s+\S+){0,3}?)\s+(?:said|says|set|sets|made|laid|has set|had set|insists?|insisted)\b)"
)
CHARGE = re.compile(r"alleg(?:e|es|ed|ing)|accus(?:e|es|ed|ing)", re.I)
TAKEN_UP = frozenset(
    "condition demand proposal claim move step offer idea charge allegation plan decision measure"
    " request it this".split()
)
NO_OBJECT = frozenset("from in at by as while after before during when because although amid than among over".split())
ASIDE = re.compile(
    r"(?:,| [-–—]) (?:but|which|who|whose|while|as|saying|adding|calling|after|following|because|an?|one|though|so)\b"
    r"|\s(?:because|although|following|amid|while)\b"
    r"|\s(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?$"
)
"""Where the object of a stance ends: what follows tells why, when or what else."""
OPEN_END = frozenset("that which who if and or but to of for in on at with by the a an as from".split())
LONGEST = 140
LEAST_OBJECT = 2
"""Words of an object that are left before what follows is cut off."""
SAME_OBJECT = 0.5


@dataclass(frozen=True, slots=True)
class Taken:
    """One place where an actor takes a stance on something."""

    actor: str
    stance: str
    object: Span
    clause: Cite
    terms: Terms
    plain: Terms
    """The terms that are no names."""


def find_positions(story: Story, cast: Cast) -> tuple[Position, ...]:
    """The positions of `story`: those most reports tell first."""
    taken: list[tuple[Taken, str]] = []
    kin = Kin(cast)
    for article, marks in zip(story.articles, story.marks, strict=True):
        if not article.stray:
            taken += [(t, t.object.of(article.text)) for t in stances_of(marks, cast, kin)]
    return _merged(taken)


def stances_of(marks: Marks, cast: Cast, kin: Kin) -> tuple[Taken, ...]:
    """The stances of one article, in text order; `kin` is that of the cast."""
    article = marks.words.article.id
    view = article, kin.view(cast, article)
    return marks.latest("stances", view, lambda: tuple(Reader(marks, cast, kin).stances()))


def _merged(taken: list[tuple[Taken, str]]) -> tuple[Position, ...]:
    groups: list[list[tuple[Taken, str]]] = []
    index: dict[tuple[str, str], list[list[tuple[Taken, str]]]] = {}
    for item in taken:
        known = index.setdefault((item[0].actor, item[0].stance), [])
        home = next((g for g in known if any(_same(item[0].terms, other.terms) for other, _ in g)), None)
        if home is None:
            home = []
            known.append(home)
            groups.append(home)
        home.append(item)
    order = sorted(groups, key=lambda g: (-len({t.clause.article for t, _ in g}), -len(g)))
    return tuple(_position(g) for g in order)


def _position(group: list[tuple[Taken, str]]) -> Position:
    first = group[0][0]
    text = min((words for _, words in group), key=lambda w: (abs(len(w) - 50), w))
    cites = tuple(sorted({t.clause for t, _ in group}))
    return Position(first.actor, typed(Stance, first.stance), text, cites)


def _same(one: Terms, other: Terms) -> bool:
    shared = len(one & other)
    return shared > 0 and shared >= SAME_OBJECT * min(len(one), len(other))


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Phrases that take a stance, the longest first."""
    phrases: dict[str, str] = lexicon("stances")["phrases"]
    listed = sorted(phrases.items(), key=lambda x: -len(x[0]))
    return tuple((re.compile(rf"\b{phrase}\s+", re.I), stance) for phrase, stance in listed)


class Reader:
    """Reads the stances of one article."""

    def __init__(self, marks: Marks, cast: Cast, kin: Kin) -> None:
        self.kin = kin
        self.marks, self.text = marks, marks.words.text
        self.article = marks.words.article.id
        self.people = people_of(marks, cast)
        self.starts = [s.start for s in marks.words.sentences]
        self.charges = [q for q in marks.quotes if q.cue and CHARGE.fullmatch(q.cue.of(self.text))]
        data: dict[str, Any] = lexicon("stances")
        self.of_sense: dict[str, str] = data["of_sense"]
        self.negated: dict[str, str] = data["negated"]
        self.phrases = _phrases()
        self.bad = frozenset(data["adjectives"]["rejects"])
        self.good = frozenset(data["adjectives"]["negated_rejects"])
        self.promises = frozenset(data["promise"]["verbs"])
        self.empty = frozenset(data["refusal"]["empty"])
        self.no_offer = frozenset(data["no_offer"]["words"])
        self.belief = frozenset(data["belief"]["verbs"])
        self.none = frozenset(data["none"]["verbs"])
        self.details = frozenset(data["none"]["details"])
        self.wishes = frozenset(data["none"]["wishes"])
        self.hostile = frozenset(data["hostile"]["verbs"])
        self.times = [
            t for t in marks.times if t.type == "DATE" and t.earliest and t.earliest[:10] == (t.latest or "")[:10]
        ]

    def stances(self) -> Iterator[Taken]:
        """The stances of the article, in text order."""
        before: Act | None = None
        for act in self.marks.acts:
            if act.place in STORY_KINDS:
                holder = self.people.one(act.holder)
                for who, stance, target in self._of_act(act, before, holder):
                    yield from self._taken(who, stance, self._meant(target, act, before), act)
                yield from self._conditions(act, before)
            before = act

    def _meant(self, target: Span | None, act: Act, before: Act | None) -> Span | None:
        """As in "a condition": what it takes up is the clause before, in the same sentence."""
        if target is None or before is None or before.clause.end > act.clause.start:
            return target
        words = [w.lower() for w in WORD.findall(target.of(self.text))]
        sentence = self._sentence_at(act.clause.start)
        if (
            words
            and words[-1] in TAKEN_UP
            and len(words) <= 2
            and words[0] in ("a", "it", "this")
            and sentence
            and before.clause.start >= sentence.start
        ):
            return before.clause
        return target

    def _conditions(self, act: Act, before: Act | None) -> Iterator[Taken]:
        """As in "…, one of the conditions the union set": the clause before is what the union demands."""
        match = CONDITION.search(self.text, act.clause.start, act.clause.end)
        if match is None or act.verb not in ("say", "set", "make", "lay", "insist"):
            return
        who = self.people.of(Span(match.start(1), match.end(1)))
        begin = before.clause.start if before and before.clause.end <= match.start() else act.clause.start
        sentence = self._sentence_at(act.clause.start)
        if sentence and begin >= sentence.start:
            end = match.start()
            lead = re.search(r"(?:,|-|–|—)?\s*(?:one|some|two|part)\s+of\s*$|[,–—-]\s*$", self.text[begin:end])
            yield from self._taken(who, "demands", Span(begin, begin + lead.start() if lead else end), act)

    def _taken(self, who: frozenset[str], stance: str, target: Span | None, act: Act) -> Iterator[Taken]:
        target = self._trimmed(target)
        if target is None:
            return
        said = WORD.findall(target.of(self.text))
        if not said or said[0].lower() in NO_OBJECT or self._is_threat(stance, said) or self._is_clause(target):
            return
        if stance == "offers" and said[0].lower() == "not" and len(said) > 2:
            stance, target = "rejects", Span(target.start + len("not to "), target.end)
        elif stance == "offers" and self.text[: target.start].endswith("not to "):
            stance = "rejects"
        if stance == "accuses":
            first = self.people.within(target)[:1]
            who -= frozenset(a for m in first if (a := self.people.actor(m)))
        words = terms(WORD.findall(target.of(self.text)))
        plain = terms(w for w in said if not w[0].isupper())
        if words and stance:
            for actor in sorted(who):
                yield Taken(actor, stance, target, cite(self.article, act.clause), words, plain)

    def _is_clause(self, target: Span) -> bool:
        """It begins with a finite verb: "advocates feared" was read as a verb with its object."""
        tokens = self.marks.words.tokens
        inside = tokens.within(target.start, target.end)
        return len(inside) > 0 and tokens.tags[inside.start] in ("VBD", "MD")

    def _is_threat(self, stance: str, said: list[str]) -> bool:
        """A promise that offers nothing: revenge, allegiance."""
        return stance == "offers" and any(w.lower() in self.no_offer for w in said[:4])

    def _trimmed(self, target: Span | None) -> Span | None:
        """The object without what follows at great length; None when nothing is left."""
        if target is None:
            return None
        words = target.of(self.text)
        aside = ASIDE.search(words)
        if aside and len(WORD.findall(words[: aside.start()])) >= LEAST_OBJECT:
            words = words[: aside.start()]
        if len(words) > LONGEST:
            cut = max(words.rfind(mark, 20, LONGEST) for mark in (", ", "; ", " - ", " after ", " following ", " in "))
            words = words[: cut if cut > 20 else words.rfind(" ", 0, LONGEST)]
            while words.rsplit(maxsplit=1)[-1].lower() in OPEN_END and " " in words:
                words = words.rsplit(maxsplit=1)[0]
        words = words.rstrip(" ,;:\"”’'“‘")
        lead = len(words) - len(words.lstrip(' ,;:"”“‘'))
        return Span(target.start + lead, target.start + len(words)) if len(words) > lead else None

    def _of_act(
        self, act: Act, before: Act | None, holder: str | None
    ) -> Iterator[tuple[frozenset[str], str, Span | None]]:
        who = self.people.of(act.actor, holder)
        if holder and self._harms(act, who, holder):
            yield frozenset({holder}), "accuses", Span(act.actor.start, act.clause.end) if act.actor else None
        if self._is_possible(act) or self._is_inner(act, before) or self._is_wished(act, before):
            return
        if holder and holder not in who and self._is_alleged(act):
            return
        stance = "" if act.verb in self.none or self._says_only(act) else self.of_sense.get(act.sense or "", "")
        if act.verb in self.belief and act.polarity == "denied" and act.sense is None:
            yield who, "denies", act.object
        elif stance and act.polarity == "denied" and not self._is_empty(act, stance):
            yield who, self.negated.get(stance, ""), act.object
        elif stance and not self._is_empty(act, stance):
            yield who, stance, act.object
        yield from self._phrases(act, who, holder)
        if (
            holder
            and act.mode == "planned"
            and act.polarity == "affirmed"
            and self.kin.related(who, frozenset({holder}))
            and act.verb in self.promises
        ):
            yield who, "offers", self._after_modal(act)
        yield from self._judgement(act, holder)

    def _harms(self, act: Act, who: frozenset[str], holder: str) -> bool:
        """As in "Alba is trying to weaken Berta", in the words of Berta's leader: another harms the speaker's side."""
        if act.verb not in self.hostile or act.polarity != "affirmed" or self._is_possible(act):
            return False
        if act.object is None or act.actor is None or act.actor.start < act.clause.start:
            return False
        own = frozenset({holder})
        harmed = frozenset(a for m in self.people.within(act.object)[:1] if (a := self.people.actor(m)))
        return bool(who) and not self.kin.related(who, own) and self.kin.related(harmed, own)

    def _is_alleged(self, act: Act) -> bool:
        """As in "alleged that Finch proposed a deal": a charge by the holder, no stance in Finch's own voice."""
        return any(q.speaker == act.holder and any(part.covers(act.clause) for part in q.content) for q in self.charges)

    def _is_wished(self, act: Act, before: Act | None) -> bool:
        """As in "wants Berta to agree": only asked for by somebody else."""
        wish = before is not None and before.clause == act.clause and before.verb in self.wishes
        return wish and act.mode == "planned" and before is not None and before.actor != act.actor

    def _says_only(self, act: Act) -> bool:
        """As in "“It is so,” agreed an official": nobody agrees a thing, one agrees to, on or that."""
        if act.verb != "agree" or act.object is None:
            return False
        lead = self.text[max(0, act.object.start - 12) : act.object.start].split()
        tokens = self.marks.words.tokens
        told = any(tokens.tags[n].startswith(("VB", "MD")) for n in tokens.within(act.object.start, act.object.end))
        return not told and bool(lead) and lead[-1].lower() in ("agreed", "agrees", "agree")

    def _phrases(
        self, act: Act, who: frozenset[str], holder: str | None
    ) -> Iterator[tuple[frozenset[str], str, Span | None]]:
        clause = act.clause.of(self.text)
        against = OPPOSED.search(clause) if act.sense == "oppose" and act.actor is None else None
        if against:
            yield self.people.of(act.object, holder), "rejects", Span(act.clause.start + against.end(), act.clause.end)
        if act.verb == "be" and act.polarity == "affirmed":
            for pattern, stance in self.phrases:
                match = pattern.search(clause)
                if match:
                    yield who, stance, Span(act.clause.start + match.end(), act.clause.end)
                    break
        elif act.verb in ("raise", "express", "put"):
            for pattern, stance in self.phrases:
                words = pattern.pattern.split(r"\b")[1]
                match = (
                    re.search(re.escape(words.split(" ", 1)[-1].replace(r"\s+", "")) + r"\s+", clause)
                    if words.startswith(act.verb)
                    else None
                )
                if match:
                    yield who, stance, Span(act.clause.start + match.end(), act.clause.end)
                    break
        only = ONLY_IF.search(self._sentence(act)) if holder else None
        if only and act.polarity != "denied" and "only" in clause.lower().split():
            sentence = self._sentence_at(act.clause.start)
            if sentence:
                yield frozenset({holder or ""}), "demands", Span(sentence.start + only.end(), sentence.end)

    def _judgement(self, act: Act, holder: str | None) -> Iterator[tuple[frozenset[str], str, Span | None]]:
        """As in "X would be unacceptable", in somebody's words."""
        if holder is None or act.verb != "be" or act.object is None or act.actor is None:
            return
        said = {w.lower() for w in WORD.findall(act.object.of(self.text))[:3]}
        if (act.polarity == "denied" and said & self.good) or (act.polarity == "affirmed" and said & self.bad):
            begin = max(act.clause.start, min(act.actor.start, act.clause.end - 1))
            yield frozenset({holder}), "rejects", Span(begin, max(act.actor.end, begin + 1))

    def _after_modal(self, act: Act) -> Span | None:
        match = FUTURE.search(act.clause.of(self.text))
        return Span(act.clause.start + match.end(), act.clause.end) if match else None

    def _is_possible(self, act: Act) -> bool:
        """Only possible, asked for or conditional."""
        end = act.object.start if act.object and act.object.start > act.clause.start else act.clause.end
        lead = Span(act.clause.start, min(end, act.clause.end)).of(self.text)
        return act.polarity == "hedged" or bool(POSSIBLE.search(lead)) or bool(QUESTION.search(self._sentence(act)))

    def _is_inner(self, act: Act, before: Act | None) -> bool:
        """The infinitive of the act before ("agreed to halt"): its stance is that of the outer verb."""
        return (
            before is not None
            and before.clause == act.clause
            and before.object is not None
            and act.mode == "planned"
            and before.actor == act.actor
            and (act.object is None or before.object.covers(act.object))
            and before.verb != act.verb
        )

    def _is_empty(self, act: Act, stance: str) -> bool:
        words = WORD.findall(act.object.of(self.text).lower()) if act.object else []
        if stance == "accuses" and re.search(r"\bwould\b", act.clause.of(self.text)) and act.holder is None:
            return True
        return bool(words) and ((stance == "rejects" and words[0] in self.empty) or bool(self.details & set(words[:3])))

    def _sentence_at(self, offset: int) -> Sentence | None:
        n = bisect_right(self.starts, offset) - 1
        found = self.marks.words.sentences[n] if n >= 0 else None
        return found if found and offset < found.end else None

    def _sentence(self, act: Act) -> str:
        sentence = self._sentence_at(act.clause.start)
        return sentence.span.of(self.text) if sentence else act.clause.of(self.text)
