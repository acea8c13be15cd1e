"""A record in which every field of every kind of line is filled."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.records.dossier import Findings, Head, Record, Unread
from rashomon.records.findings import (
    Actor,
    Check,
    CoverageRow,
    Difference,
    Disagreement,
    Figure,
    Form,
    Origin,
    Passage,
    Position,
    Quote,
    Reading,
    Report,
    Side,
    Statement,
    TimelineEntry,
    TimeReading,
    Utterance,
    WordingRow,
)
from rashomon.records.span import Cite

ONE = "Lock shut\nOn Tuesday Minister Vega told Halle that “we must close the lock”. It cost about 40 crowns."
TWO = "Lock closed\nMs Vega: “we should close the lock”. It cost 44.5 crowns, Halle said."
TEXTS = {"a1": ONE, "a2": TWO}


def at(article: str, words: str) -> Cite:
    """The cite of the first place where `words` stand."""
    start = TEXTS[article].index(words)
    return Cite(article, start, start + len(words))


def articles() -> tuple[Article, ...]:
    first = Article(
        "a1",
        "one.html",
        ONE,
        (Block(0, 9, "title", "first line"), Block(10, len(ONE), "body")),
        url="https://merrow.example/lock",
        outlet="Merrow Post",
        title="Lock shut",
        authors=("Ida Holm", "Per Lund"),
        published="2031-05-06T08:30",
        published_from="metadata",
        language="en",
        sources=("Isle Wire",),
    )
    blocks = (Block(0, 11, "title"), Block(12, len(TWO), "body"))
    return (first, Article("a2", "two.txt", TWO, blocks, captured=False, stray=True))


def quotes() -> tuple[Quote, ...]:
    first = Quote(
        "q1",
        "a1",
        "mixed",
        (at("a1", "we must close the lock"),),
        speaker="vega",
        speaker_cite=at("a1", "Minister Vega"),
        cue=at("a1", "told"),
        through=("halle",),
        channel="Harbour Radio",
        addressee="halle",
        status="denied",
        when="2031-05-05",
        confidence=0.87654,
        clause=at("a1", "that “we must close the lock”"),
        teaser=True,
    )
    return (first, Quote("q2", "a2", "direct", (at("a2", "we should close the lock"),)))


@pytest.fixture
def whole() -> Record:
    """Two invented reports of a lock that was closed."""
    readings = (
        Reading(at("a1", "about 40 crowns"), 40.0, 36.0, 44.0, "about", "crown", "halle", "teaser"),
        Reading(at("a2", "44.5 crowns"), 44.5, 44.5, None),
    )
    findings = Findings(
        articles(),
        actors=(
            Actor(
                "vega",
                "Vega",
                "person",
                (Form("Vega", (at("a1", "Vega"), at("a2", "Vega"))),),
                (Form("Minister", (at("a1", "Minister"),)),),
                speaks_for="halle",
                authority="Q1",
            ),
            Actor("halle", "Halle", "place", (Form("Halle", (at("a1", "Halle"), at("a2", "Halle"))),)),
        ),
        quotes=quotes(),
        utterances=(
            Utterance(
                "u1",
                "vega",
                ("q1", "q2"),
                "reworded",
                (Difference(("q1", "q2"), (("must", "should"),)),),
                2,
                "Harbour Radio",
                "2031-05-05",
            ),
        ),
        figures=(Figure("f1", "cost of the lock", "crown", readings, "conflict", "40 against 44.5"),),
        timeline=(
            TimelineEntry(
                "t1",
                "2031-05-05",
                "2031-05-06",
                "part-of-day",
                "the lock was closed",
                (at("a1", "close the lock"),),
                (at("a1", "Tuesday"),),
                2,
                "planned",
                "utterance",
            ),
        ),
        statements=(
            Statement(
                "s1",
                "the lock was closed",
                (Report(at("a1", "Lock shut"), "halle", "hedged"), Report(at("a2", "Lock closed"))),
                "disputed",
                2,
                3,
            ),
        ),
        positions=(Position("vega", "demands", "closing the lock", (at("a1", "we must close"),)),),
        disagreements=(
            Disagreement(
                "d1",
                "figure",
                "what it cost",
                (
                    Side("40 crowns", "halle", (at("a1", "40 crowns"),)),
                    Side("44.5 crowns", None, (at("a2", "44.5 crowns"),)),
                ),
                "apart",
            ),
        ),
        origins=(
            Origin(
                "o1",
                "shares-source",
                "Harbour Radio",
                (Passage((at("a1", "close the lock"), at("a2", "close the lock")), 0.66666),),
            ),
        ),
        coverage=(CoverageRow("s1", {"a1": "present", "a2": "not-captured"}),),
        wording=(WordingRow("label", "vega", "a1", "Minister", (at("a1", "Minister"),), 1.23456),),
        times=(TimeReading(at("a1", "Tuesday"), "DATE", "2031-05-06", "2031-05-06", "2031-05-07", "APPROX"),),
        checks=(
            Check(
                "k1",
                "figure",
                "Crowns: 40 or 44.5?",
                (
                    Side("40 crowns", "halle", (at("a1", "40 crowns"),), (at("a1", "40"),)),
                    Side("44.5 crowns", None, (at("a2", "44.5 crowns"),), (at("a2", "44.5"),)),
                ),
            ),
        ),
    )
    head = Head("Lock shut", "2031-05-06", ("en", "da"), 2, 1)
    return Record(head, findings, (Unread("three.txt", "it is empty"),))
