"""Who a pronoun, a surname or a role stands for, from the names of the article and the speakers so far.

A pronoun stands for the last speaker that was named and fits in gender and number, or for the person the sentence
before is about; a surname for the fullest name with it; a role for the one it described before (`roles`); a description
with a name in apposition for that name. When two persons fit equally the name stays open; `certainty` says how sure the
name is, apart from the words of the speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from rashomon.records.marks import Mention
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.assembly.drafts import Draft
from rashomon.steps.annotate.quotes.judging.roles import Roles
from rashomon.text.names.titles import titles

SINGULAR = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "himself": "m", "herself": "f"}
BODIES = frozenset(("person", "group", "organization", "other"))
LONG = 900
FRONTED = re.compile(
    r"(?:In|On|At|After|Before|During|From|By|Since|Under|Outside|Inside|Near|Behind) [^,.;:\n]{2,60}, "
    r"|(?:Then|But|And|Yet|So|Later|Meanwhile|Afterwards|Instead|Still),? "
)
"""What may stand before the subject that a sentence is about."""
NAMED, NEAR, DOUBTFUL, GUESSED = 1.0, 0.9, 0.75, 0.6


def fits_gender(mention: Mention, gender: str) -> bool:
    """True for a person whom a pronoun of that gender may mean; an acronym is none, whatever its type says."""
    acronym = " " not in mention.name and mention.name[-1:].isupper()
    person = mention.type == "person" or (mention.type == "other" and " " in mention.name)
    return person and mention.gender in ("", gender) and not acronym


def _office(words: str) -> bool:
    """True for words that end in an office: `Outgoing Secretary` is nobody's name."""
    return titles().is_title(words.rpartition(" ")[2])


@dataclass(slots=True)
class Memory:
    """The mentions of an article by place, and the named speakers in the order they spoke."""

    text: str
    mentions: list[Mention]
    sentences: list[int] = field(default_factory=list)
    """Where the sentences begin, in order."""
    starts: list[int] = field(default_factory=list)
    spoke: list[tuple[int, Mention]] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    roles: Roles = field(init=False)

    def __post_init__(self) -> None:
        self.mentions = sorted(self.mentions, key=lambda m: (m.span.start, m.span.end))
        self.starts = [m.span.start for m in self.mentions]
        self.named = {m.name for m in self.mentions if m.form == "name"}
        self.roles = Roles(self.text, self.mentions)

    def at(self, span: Span) -> Mention | None:
        """The mention that lies in `span`: the last one that is a person's name, else the last one."""
        found: Mention | None = None
        n = bisect_left(self.starts, span.start - 60)
        while n < len(self.mentions) and self.starts[n] < span.end:
            mention = self.mentions[n]
            n += 1
            if mention.form == "pronoun" or not mention.span.overlaps(span) or mention.span.end < span.end:
                # `Ruiz's office said`: a name that does not end the phrase is not its speaker.
                continue
            if (
                mention.span.start < span.start
                and not span.covers(mention.span)
                and mention.form == "name"
                and mention.type != "person"
            ):
                continue
            if found is None or mention.type == "person" or found.type != "person":
                found = mention
        return found

    def resolve(self, draft: Draft) -> None:
        """Set `draft.name` and `draft.certainty` from its speaker."""
        if draft.speaker is None or draft.name is not None or draft.joint or (draft.link == "nested" and draft.pronoun):
            return
        self._take_name(draft)
        head = draft.head or draft.speaker
        words = head.of(self.text)
        found: tuple[Mention, float] | None
        if draft.pronoun:
            found = self._antecedent(words.lower(), draft) or self._pronoun(words.lower(), draft.speaker.start)
        else:
            found = self._phrase(draft, head, words)
        if found is not None:
            mention, draft.certainty = found
            draft.name = mention.name
            if draft.described is not None:
                self.roles.learn(mention, draft.described.of(self.text), draft.speaker.start)
            elif not draft.pronoun and mention.form == "name" and draft.speaker.start < mention.span.start:
                # `the biotech company Ash Labs said`: what it is called here may stand for it later.
                before = Span(draft.speaker.start, mention.span.start).of(self.text)
                if mention.span.end <= draft.speaker.end and before[1:].islower():
                    self.roles.learn(mention, before, draft.speaker.start)
            if draft.speaks and mention.type in BODIES:
                self.spoke.append((draft.speaker.start, mention))
        elif draft.proper and not words.lower().startswith(("the ", "a ", "an ")) and not _office(words):
            draft.name = " ".join(words.split())

    def _take_name(self, draft: Draft) -> None:
        """`its head, Tomas Ekberg, said`: the name is the speaker, unless it is a place (`the mayor of Ash, Ohio,`)."""
        span = draft.apposed
        if span is None or draft.described is not None:
            return
        mention = self.at(span)
        assert draft.speaker is not None
        if mention is not None and mention.type == "place":
            return
        if mention is None and " " not in span.of(self.text).strip():
            return
        draft.described, draft.speaker, draft.head, draft.proper = draft.speaker, span, span, True

    def _phrase(self, draft: Draft, head: Span, words: str) -> tuple[Mention, float] | None:
        """The name of a speaker that is no pronoun."""
        mention = self.at(head)
        if draft.link == "turn" and words.isupper():
            mention = self.labelled(words)
        if draft.rule == "object":
            # `after the finish in Ash said`: what hangs on a preposition is no speaker that may be named.
            draft.proper = False
            return None
        if mention is not None and (mention.form == "name" or mention.name in self.named):
            return mention, NAMED
        assert draft.speaker is not None
        described = " ".join(draft.speaker.of(self.text).split())
        if mention is not None:
            # `Ukrainian President said`: a title in capitals is no name.
            draft.proper = False
            described = described if described.lower().startswith("the ") or not words[:1].isupper() else f"the {words}"
        return self._role(described, draft.speaker)

    def labelled(self, label: str) -> Mention | None:
        """`WEBER:` in a transcript: the only person with that surname or full name."""
        wanted = label.casefold()
        fits = {
            m.name: m
            for m in self.mentions
            if m.form == "name" and wanted in (m.name.casefold(), m.name.casefold().rpartition(" ")[2])
        }
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _antecedent(self, word: str, draft: Draft) -> tuple[Mention, float] | None:
        """The person named as subject before the pronoun, when the gender fits."""
        if draft.antecedent is None or word not in SINGULAR:
            return None
        mention = self.at(draft.antecedent)
        if mention is not None and mention.form == "role" and mention.name not in self.named:
            found = self._role(f"the {mention.span.of(self.text)}", mention.span)
            mention = found[0] if found is not None else None
        if mention is None or not fits_gender(mention, SINGULAR[word]):
            return None
        assert draft.speaker is not None
        topic = self._topic(draft.speaker.start, SINGULAR[word])
        if topic is not None and topic.name != mention.name and topic.span.start > draft.antecedent.start:
            return topic, DOUBTFUL
        return mention, NEAR

    def _role(self, description: str, span: Span) -> tuple[Mention, float] | None:
        """Whom a description that stands alone means."""
        spoken = last = self.spoke[-1] if self.spoke else None
        opening = self._opening(span.start)
        if opening is not None and (spoken is None or spoken[0] < opening.span.start):
            last = opening.span.start, opening
        return self.roles.find(description, span, spoken, last)

    def _pronoun(self, word: str, offset: int) -> tuple[Mention, float] | None:
        """The person the sentence before is about, the last named speaker that fits, or the only one named before."""
        gender = SINGULAR.get(word)
        if gender is None:
            return None
        spoken = next((s for s in reversed(self.spoke) if s[0] < offset and fits_gender(s[1], gender)), None)
        topic = self._topic(offset, gender)
        if topic is not None and (spoken is None or spoken[0] < topic.span.start):
            return topic, NEAR if spoken is None or spoken[1].name == topic.name else DOUBTFUL
        if spoken is not None:
            others = {m.name for m in self._between(spoken[0], offset) if fits_gender(m, gender)} - {spoken[1].name}
            if others and not spoken[1].gender:
                return None
            return spoken[1], DOUBTFUL if others else NEAR
        stop = bisect_left(self.starts, offset)
        names = [m for m in self.mentions[max(0, stop - 12) : stop] if m.type == "person" and m.form == "name"]
        fits = {m.name: m for m in names if fits_gender(m, gender)}
        return (next(iter(fits.values())), DOUBTFUL) if len(fits) == 1 else None

    def _between(self, first: int, stop: int) -> list[Mention]:
        """The persons named from character `first` to `stop`."""
        here = self.mentions[bisect_left(self.starts, first) : bisect_left(self.starts, stop)]
        return [m for m in here if m.type == "person" and m.form == "name"]

    def _sentence_before(self, offset: int) -> tuple[int, int] | None:
        n = bisect_right(self.sentences, offset) - 1
        return (self.sentences[n - 1], self.sentences[n]) if n > 0 and offset - self.sentences[n - 1] < LONG else None

    def _opening(self, offset: int) -> Mention | None:
        """The name of a person or body that opens the sentence before the one at `offset`."""
        before = self._sentence_before(offset)
        if before is None:
            return None
        fronted = self._fronted(*before)
        for mention in self.mentions[bisect_left(self.starts, fronted) : bisect_left(self.starts, before[1])]:
            opening = min(mention.label.start if mention.label is not None else mention.span.start, mention.span.start)
            if mention.form == "name" and mention.type in BODIES:
                return mention if self._only_title(self.text[fronted:opening]) else None
        return None

    def _fronted(self, start: int, stop: int) -> int:
        """Where the sentence begins behind "In Ash," or "Then": what is said in front of its subject."""
        match = FRONTED.match(self.text, start, stop)
        return match.end() if match else start

    @staticmethod
    def _only_title(words: str) -> bool:
        """True for nothing, "the", and a title that was taken for somebody else's."""
        words = words.strip("“\"' ").removeprefix("the ").removeprefix("The ")
        return not words or words.lower() == "the" or titles().is_title(words)

    def _topic(self, offset: int, gender: str) -> Mention | None:
        """The person whose name opens the sentence before the one at `offset`, when no other fits in it."""
        before, opening = self._sentence_before(offset), self._opening(offset)
        if before is None or opening is None or opening.type != "person" or not fits_gender(opening, gender):
            return None
        fits = {m.name for m in self._between(self._fronted(*before), before[1]) if fits_gender(m, gender)}
        return opening if len(fits) == 1 else None
