"""What `reconcile` finds in one story: the lines of a dossier. Each carries its cites; without one it cannot be built.

Names and closed lists are those of the dossier schema `rashomon.dossier/1`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.errors import Uncited
from rashomon.records.marks import ActorType, Mode, Polarity, QuoteKind, QuoteStatus, TimeType
from rashomon.records.span import Cite

Relation = Literal["single", "same", "cut", "reworded", "paraphrased"]
FigureRelation = Literal["single", "same", "compatible", "part", "sum", "different-scope", "conflict"]
Precision = Literal["minute", "hour", "part-of-day", "day", "month", "year"]
Verdict = Literal["agreed", "disputed", "single"]
Stance = Literal["proposes", "accepts", "rejects", "demands", "offers", "denies", "accuses", "supports"]
CheckKind = Literal["figure", "time"]
DisagreementKind = Literal["figure", "time", "stance", "attribution", "wording", "scope", "name"]
Coverage = Literal["present", "differs", "absent", "not-captured"]


def cited(what: str, cites: tuple[object, ...]) -> None:
    """Raise `Uncited` when a line of kind `what` has nothing that proves it."""
    if not cites:
        raise Uncited(f"a {what} without a cite cannot be built")


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling or a label of an actor, and every place where it stands to the letter."""

    text: str
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        cited("form of a name", self.cites)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, place or group with all its spellings and labels.

    `speaks_for` is the id of the actor a metonym speaks for ("the Kremlin" → Russia), else None.
    """

    id: str
    name: str
    type: ActorType
    spellings: tuple[Form, ...]
    labels: tuple[Form, ...] = ()
    speaks_for: str | None = None
    authority: str | None = None
    """Identifier from a newsroom's authority file (Wikidata id, say)."""

    def __post_init__(self) -> None:
        cited("actor", (*self.spellings, *self.labels))


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation in one report."""

    id: str
    article: str
    kind: QuoteKind
    content: tuple[Cite, ...]
    speaker: str | None = None
    speaker_cite: Cite | None = None
    cue: Cite | None = None
    through: tuple[str, ...] = ()
    channel: str | None = None
    addressee: str | None = None
    status: QuoteStatus = "said"
    when: str | None = None
    confidence: float = 0.0
    clause: Cite | None = None
    teaser: bool = False

    def __post_init__(self) -> None:
        cited("quote", self.content)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words in which two quotes of one utterance differ; an empty string where one side has nothing."""

    quotes: tuple[str, str]
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing somebody said, with all its quotes; the first quote is the reference (the longest version)."""

    id: str
    speaker: str | None
    quotes: tuple[str, ...]
    relation: Relation
    differences: tuple[Difference, ...] = ()
    outlets: int = 1
    channel: str | None = None
    when: str | None = None

    def __post_init__(self) -> None:
        cited("utterance", self.quotes)


@dataclass(frozen=True, slots=True)
class Reading:
    """One outlet's figure. `holder`: who gives it, None for the outlet; `kind`: `teaser` for a link headline."""

    cite: Cite
    value: float
    low: float | None
    high: float | None
    modifier: str | None = None
    counted: str | None = None
    holder: str | None = None
    kind: Literal["report", "teaser"] = "report"


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity with all its readings."""

    id: str
    about: str
    unit: str | None
    readings: tuple[Reading, ...]
    relation: FigureRelation
    note: str = ""

    def __post_init__(self) -> None:
        cited("figure", self.readings)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event with its time; `cites` are the clauses that tell it, `times` the time expressions."""

    id: str
    start: str
    end: str
    precision: Precision
    what: str
    cites: tuple[Cite, ...]
    times: tuple[Cite, ...] = ()
    outlets: int = 1
    mode: Mode = "happened"
    of: Literal["event", "utterance", "publication"] = "event"

    def __post_init__(self) -> None:
        cited("timeline entry", self.cites)


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a statement. `holder`: who vouches for it, None for the outlet's own voice."""

    cite: Cite
    holder: str | None = None
    polarity: Polarity = "affirmed"


@dataclass(frozen=True, slots=True)
class Statement:
    """One assertion with all its reports."""

    id: str
    gist: str
    reports: tuple[Report, ...]
    verdict: Verdict
    outlets: int = 1
    origins: int = 1

    def __post_init__(self) -> None:
        cited("statement", self.reports)


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on something."""

    actor: str
    stance: Stance
    object: str
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        cited("position", self.cites)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement or a check; `values`, for a check: the words in `cites` that differ."""

    says: str
    holder: str | None
    cites: tuple[Cite, ...]
    values: tuple[Cite, ...] = ()

    def __post_init__(self) -> None:
        cited("side of a disagreement", self.cites)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something the reports do not agree on, with the passages of each side. `reason` is a code explained in docs/."""

    id: str
    kind: DisagreementKind
    note: str
    sides: tuple[Side, ...]
    reason: str = ""

    def __post_init__(self) -> None:
        if len(self.sides) < 2:
            raise Uncited(f"a disagreement needs two sides, {self.id} has {len(self.sides)}")


@dataclass(frozen=True, slots=True)
class Check:
    """What somebody should look at: passages that seem to tell one thing and give different values.

    It is no disagreement: the reports may speak of two things. `kind`: a number, or a day, month or year.
    What a side says stands to the letter in its cites, and may be cut: then it begins or ends with an ellipsis.
    """

    id: str
    kind: CheckKind
    note: str
    sides: tuple[Side, ...]

    def __post_init__(self) -> None:
        if len(self.sides) < 2:
            raise Uncited(f"a check needs two sides, {self.id} has {len(self.sides)}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage several articles share: one cite per article, earliest first; `shared`: share of words in common."""

    cites: tuple[Cite, ...]
    shared: float

    def __post_init__(self) -> None:
        cited("passage", self.cites)


@dataclass(frozen=True, slots=True)
class Origin:
    """What several articles took from one place."""

    id: str
    kind: Literal["copies", "shares-source"]
    source: str | None
    passages: tuple[Passage, ...]

    def __post_init__(self) -> None:
        cited("origin", self.passages)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """Which articles have a statement: article id → state."""

    statement: str
    cells: dict[str, Coverage]


@dataclass(frozen=True, slots=True)
class WordingRow:
    """Words one outlet alone uses for something all report: a label of an actor or a verb of saying."""

    kind: Literal["label", "verb-of-saying", "word"]
    about: str
    """Actor id for labels and verbs, the shared term else."""
    article: str
    text: str
    cites: tuple[Cite, ...]
    score: float = 0.0

    def __post_init__(self) -> None:
        cited("wording row", self.cites)


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time expression of one report, read: `value` TIMEX3, `earliest`/`latest` the days or minutes it can mean."""

    cite: Cite
    type: TimeType
    value: str
    earliest: str | None = None
    latest: str | None = None
    mod: str | None = None
