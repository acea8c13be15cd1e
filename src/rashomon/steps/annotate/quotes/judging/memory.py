"""Who a pronoun, a surname or a role stands for, from the names of the article and the speakers so far.

A pronoun stands for the last speaker that was named and fits in gender and number; a surname for the fullest name with
it; a role for what the name layer says of it. When two persons fit equally the name stays open.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from rashomon.records.marks import Mention
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.assembly.drafts import Draft

SINGULAR = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "himself": "m", "herself": "f"}
LEADERS = dict.fromkeys(("president", "premier", "chancellor", "leader", "chief", "head"), "leader")
PLURAL = frozenset(("they", "them", "we"))


def fits_gender(mention: Mention, gender: str) -> bool:
    """True for a person whom a pronoun of that gender may mean; an acronym is none, whatever its type says."""
    acronym = " " not in mention.name and mention.name[-1:].isupper()
    return mention.type == "person" and mention.gender in ("", gender) and not acronym


@dataclass(slots=True)
class Memory:
    """The mentions of an article by place, and the named speakers in the order they spoke."""

    text: str
    mentions: list[Mention]
    starts: list[int] = field(default_factory=list)
    spoke: list[tuple[int, Mention]] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    titles: list[tuple[str, list[set[str]], Mention]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.mentions = sorted(self.mentions, key=lambda m: (m.span.start, m.span.end))
        self.starts = [m.span.start for m in self.mentions]
        labels: dict[str, tuple[list[set[str]], Mention]] = {}
        for mention in self.mentions:
            if mention.form == "name":
                self.named.add(mention.name)
                if mention.label is not None and mention.type == "person":
                    parts = {LEADERS.get(w, w) for w in mention.label.of(self.text).lower().split()}
                    labels.setdefault(mention.name, ([], mention))[0].append(parts)
        self.titles = [(name, found, mention) for name, (found, mention) in labels.items()]

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
        """Set `draft.name` from its speaker."""
        if draft.speaker is None or draft.name is not None or draft.joint or (draft.link == "nested" and draft.pronoun):
            return
        head = draft.head or draft.speaker
        words = head.of(self.text)
        if draft.pronoun:
            mention = self._antecedent(words.lower(), draft) or self._pronoun(words.lower(), draft.speaker.start)
        else:
            mention = self.at(head)
            if draft.link == "turn" and words.isupper():
                mention = self.labelled(words)
            if mention is None and not words[:1].isupper():
                mention = self.role(words)
        if mention is not None:
            if mention.form == "role" and mention.name not in self.named:
                found = self.role(words)
                draft.name = found.name if found is not None else None
                mention = found
            else:
                draft.name = mention.name
            if mention is not None and draft.speaks and mention.type in ("person", "group", "organization"):
                self.spoke.append((draft.speaker.start, mention))
        elif draft.proper and not words.lower().startswith(("the ", "a ", "an ")):
            draft.name = " ".join(words.split())

    def labelled(self, label: str) -> Mention | None:
        """`WEBER:` in a transcript: the only person with that surname or full name."""
        wanted = label.casefold()
        fits = {
            m.name: m
            for m in self.mentions
            if m.form == "name" and wanted in (m.name.casefold(), m.name.casefold().rpartition(" ")[2])
        }
        return next(iter(fits.values())) if len(fits) == 1 else None

    def role(self, words: str) -> Mention | None:
        """The only person whose title in this article has all the words of `the Kenyan president`."""
        wanted = {
            LEADERS.get(w, w) for w in words.lower().split() if w not in ("the", "a", "an", "his", "her", "their")
        }
        if not wanted or (len(wanted) < 2 and not wanted & set(LEADERS.values())):
            return None
        fits = {name: m for name, labels, m in self.titles for label in labels if wanted <= label}
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _antecedent(self, word: str, draft: Draft) -> Mention | None:
        """The person named as subject before the pronoun, when the gender fits."""
        if draft.antecedent is None or word not in SINGULAR:
            return None
        mention = self.at(draft.antecedent)
        return mention if mention is not None and fits_gender(mention, SINGULAR[word]) else None

    def _pronoun(self, word: str, offset: int) -> Mention | None:
        """The last named speaker that fits; when nobody spoke yet, the only person of that gender named before."""
        gender = SINGULAR.get(word)
        if gender is None:
            return None
        for at, mention in reversed(self.spoke):
            if at < offset and fits_gender(mention, gender):
                return mention
        stop = bisect_left(self.starts, offset)
        names = [m for m in self.mentions[max(0, stop - 12) : stop] if m.type == "person" and m.form == "name"]
        fits = {m.name: m for m in names if fits_gender(m, gender)}
        return next(iter(fits.values())) if len(fits) == 1 else None
