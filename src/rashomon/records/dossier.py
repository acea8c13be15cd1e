"""The whole record of one story."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records.article import Article
from rashomon.records.findings import (
    Actor,
    Check,
    CoverageRow,
    Disagreement,
    Figure,
    Origin,
    Position,
    Quote,
    Statement,
    TimelineEntry,
    TimeReading,
    Utterance,
    WordingRow,
)
from rashomon.records.marks import Marks

SCHEMA = "rashomon.dossier/1"


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be used, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one event, in dossier order, with what was found in each (`marks[n]` belongs to `articles[n]`)."""

    articles: tuple[Article, ...]
    marks: tuple[Marks, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What `reconcile` found in one story.

    `articles` are those of the story with what only the story could tell them: the stray flag, say.
    """

    articles: tuple[Article, ...]
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    figures: tuple[Figure, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    origins: tuple[Origin, ...] = ()
    coverage: tuple[CoverageRow, ...] = ()
    wording: tuple[WordingRow, ...] = ()
    times: tuple[TimeReading, ...] = ()
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a dossier. `origins`: independent origins among the reports (a copy adds none)."""

    title: str
    date: str | None
    languages: tuple[str, ...]
    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class Record:
    """A dossier as data: the head, the findings, what could not be read."""

    story: Head
    findings: Findings
    unread: tuple[Unread, ...] = field(default=())
