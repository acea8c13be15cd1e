"""What `annotate` finds in one article. Spans are characters of that article's text."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from rashomon.records.article import BlockKind
from rashomon.records.reading import Words
from rashomon.records.span import Span

T = TypeVar("T")
ActorType = Literal["person", "organization", "place", "group", "work", "other"]
QuoteKind = Literal["direct", "indirect", "mixed"]
QuoteStatus = Literal["said", "asked", "denied", "declined", "not-said"]
MentionForm = Literal["name", "role", "pronoun"]
Polarity = Literal["affirmed", "denied", "hedged"]
Mode = Literal["happened", "planned", "reported"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where somebody or something is named.

    `span` is the name without title; `label` the title, role or description that stands with it
    ("Ukrainian President"); `name` is the name as this article writes it most fully.
    `form` is `role` for a description that stands alone ("the Ukrainian leader"), `pronoun` for he/she/they.
    """

    span: Span
    type: ActorType
    name: str
    form: MentionForm = "name"
    label: Span | None = None
    gender: Literal["f", "m", ""] = ""


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """One quotation of one report.

    `content`: verbatim pieces without their quotation marks (direct, mixed) or the reported clause (indirect).
    `clause`: the whole reported clause of a mixed quote, else None. `speaker`: the words that name who said it.
    `through`: who relays it, outermost first. `place`: the kind of block it stands in. `confidence`: 0 to 1;
    0.8 and more only where independent evidence agrees.
    """

    kind: QuoteKind
    content: tuple[Span, ...]
    speaker: Span | None = None
    speaker_name: str | None = None
    cue: Span | None = None
    through: tuple[Span, ...] = ()
    channel: str | None = None
    addressee: Span | None = None
    status: QuoteStatus = "said"
    when: str | None = None
    confidence: float = 0.0
    clause: Span | None = None
    place: BlockKind = "body"


@dataclass(frozen=True, slots=True)
class TimeMark:
    """One time expression. `value`: TIMEX3; `earliest`/`latest`: ISO days or minutes it can mean, both included."""

    span: Span
    type: TimeType
    value: str
    earliest: str | None = None
    latest: str | None = None
    mod: str | None = None
    anchor: Literal["document", "quote", "narrative", "event", "none"] = "none"
    place: BlockKind = "body"
    event: Span | None = None
    """The words of the event it counts from ("the vote" in "two days before the vote")."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `low`/`high`: bounds that its words allow, None for an open end; `counted`: the head noun counted.

    `object`: words that say what is measured ("extra severely wounded soldiers"); `holder`: the words that name
    who gives the figure, None for the outlet itself.
    """

    span: Span
    value: float
    low: float | None
    high: float | None
    unit: str | None = None
    modifier: str | None = None
    counted: str | None = None
    object: Span | None = None
    holder: Span | None = None
    place: BlockKind = "body"


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what in one clause, as far as tags and lexicons show it.

    `clause`: the characters of the clause; `verb`: lemma; `sense`: class of the verb in `lexicons/en/acts.toml`
    ("accept", "reject", "halt", "attack" …) or None; `holder`: who vouches for it, None for the outlet's own voice.
    """

    clause: Span
    verb: str
    sense: str | None = None
    actor: Span | None = None
    object: Span | None = None
    holder: Span | None = None
    polarity: Polarity = "affirmed"
    mode: Mode = "happened"
    place: BlockKind = "body"


@dataclass(slots=True)
class Marks:
    """All that `annotate` found in one article; `words` are its paragraphs, sentences and tokens."""

    words: Words
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMark, ...] = ()
    measures: tuple[Measure, ...] = ()
    quotes: tuple[QuoteMark, ...] = ()
    acts: tuple[Act, ...] = ()
    kept: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was worked out from text and marks alone: a desk compares the same report again whenever another comes."""

    def once(self, what: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made when it is first wanted.

        It may depend on the text, the marks and what `what` holds (a day, a quotation), on nothing else: no number of
        a report, and no actor but those that `what` names.
        """
        if what not in self.kept:
            self.kept[what] = make()
        found: T = self.kept[what]
        return found

    def latest(self, what: Hashable, of: Hashable, make: Callable[[], T]) -> T:
        """Like `once`, of what depends on `of` as well: kept until it is wanted of something else.

        For what the rest of the story takes part in: of each report only the last reading is wanted again.
        """
        known = self.kept.get(what)
        if known is None or known[0] != of:
            known = self.kept[what] = (of, make())
        found: T = known[1]
        return found
