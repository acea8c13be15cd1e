"""What a desk keeps beside reports and dossiers: rows of lists, human decisions, changes, sources, pages of a list.

Times are ISO 8601 in UTC (`2026-11-22T09:30:00Z`), days `YYYY-MM-DD`; both come from the caller, never from a clock
here. Nothing in this module decides anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from rashomon.records.span import Span

Arrival = Literal["new", "known", "revision"]
ChangeKind = Literal["added", "removed", "changed"]
SourceKind = Literal["feed", "sitemap", "opml", "page", "files"]
DecisionKind = Literal["same-actor", "not-same-actor", "split-story", "merge-stories", "speaker", "not-a-contradiction"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """A page of a list. `next` asks for the following page; None after the last one. Opaque: pass it back as it is."""

    items: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows of a list are wanted; None means any. Days are included at both ends.

    Articles are chosen by their day of publication, stories by the days of their reports; what has no date is left
    out as soon as a day is asked for. `arrived`: reports that came after this moment (articles only); `reports`: at
    least that many reports (stories only).
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    language: str | None = None
    story: str | None = None
    reports: int | None = None
    arrived: str | None = None


ANY = Filter()
"""Leaves nothing out."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A stored report without its text. `added`: when it came; `revises`/`revised_by`: ids of versions of its URL.

    `number` grows with arrival, from 1; it is that of this desk only.
    """

    id: str
    sha256: str
    path: str
    added: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    story: str | None = None
    revises: str | None = None
    revised_by: str | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list. `first`/`last`: days of publication of its reports, `updated`: when it last changed.

    `reports` and `outlets` count current reports only, not the versions they replaced. `origins` and `disagreements`
    are those of its newest dossier, None before there is one. `merged_into`: the story it is now part of.
    """

    id: str
    title: str | None
    first: str | None
    last: str | None
    reports: int
    outlets: int
    updated: str
    merged_into: str | None = None
    origins: int | None = None
    disagreements: int | None = None


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet with its current reports. `name` None: reports that name no outlet. `last`: day of the newest."""

    name: str | None
    reports: int
    last: str | None
    added: str


@dataclass(frozen=True, slots=True)
class Move:
    """One step in the history of a story: at `at` an article came (`before` None), moved, or a story was merged.

    `article` is None for the line that says that story `before` is now part of story `story`.
    """

    at: str
    article: str | None
    before: str | None
    story: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A report a search found. `excerpt` is `text[start:end]` of the article to the letter.

    `found`: the words searched for that stand in the excerpt, as characters of the article's text. `rank`: smaller is
    better; it has a meaning only beside the other hits of the same page. `added`: when the report came.
    """

    article: str
    story: str | None
    outlet: str | None
    title: str | None
    published: str | None
    excerpt: str
    start: int
    end: int
    rank: float
    found: tuple[Span, ...] = ()
    added: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a dossier that came, went or changed, and the reports whose arrival or revision caused it.

    `id` is 0 until the change is stored; `before`/`after` are readable lines, None where there is none.
    """

    at: str
    story: str
    kind: ChangeKind
    section: str
    line: str
    before: str | None = None
    after: str | None = None
    because: tuple[str, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor decided; it wins over the rules. `subject` is JSON-ready. `revoked`: when it was taken back."""

    id: int
    at: str
    kind: DecisionKind
    subject: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    by: str = ""
    revoked: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Something a desk follows. `failures`: how often in a row it could not be had; `next_at`: when to ask again."""

    url: str
    kind: SourceKind = "feed"
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    last_at: str | None = None
    last_status: int | None = None
    failures: int = 0
    next_at: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """An address that was fetched, with what the server wants to hear next time; `article`: what came of it.

    `missed`: since when it could not be had, for one of which no report came.
    """

    url: str
    at: str
    etag: str | None = None
    modified: str | None = None
    status: int | None = None
    article: str | None = None
    missed: str | None = None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search with a name."""

    name: str
    query: str
    created: str
