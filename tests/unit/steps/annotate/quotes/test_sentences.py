"""Sentences of one kind after another, each with exactly what is found in it."""

from __future__ import annotations

import pytest

from .reading import read, said

NAMES = ("Ana Weber/f", "Tom Ruiz/m", "Radio Ash//organization", "Port Ash//place")
Row = tuple[str, list[str], str | None, str | None, str, str | None]

DIRECT_AND_SPLIT: list[tuple[str, list[Row]]] = [
    (
        "“We are late,” Ana Weber said. “We know it.” “It is bad,” Tom Ruiz said.",
        [
            ("direct", ["We are late,", "We know it."], "Ana Weber", "Ana Weber", "said", None),
            ("direct", ["It is bad,"], "Tom Ruiz", "Tom Ruiz", "said", None),
        ],
    ),
    (
        "“We are late,” Ana Weber said, as she left the hall. “We know it.”",
        [("direct", ["We are late,", "We know it."], "Ana Weber", "Ana Weber", "said", None)],
    ),
    ("“We are late!” Ana Weber cried.", [("direct", ["We are late!"], "Ana Weber", "Ana Weber", "said", None)]),
    ("“Are we late?” asked Tom Ruiz.", [("direct", ["Are we late?"], "Tom Ruiz", "Tom Ruiz", "asked", None)]),
    ("“We are late.” Ana Weber said.", [("direct", ["We are late."], "Ana Weber", "Ana Weber", "said", None)]),
    (
        "“We are late. It rained. We walked,” Ana Weber said.",
        [("direct", ["We are late. It rained. We walked,"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    ("Ana Weber: “We are late.”", [("direct", ["We are late."], "Ana Weber", "Ana Weber", "said", None)]),
    (
        "Ana Weber had this to say about the port: “We are late.”",
        [("direct", ["We are late."], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "Ana Weber’s slogan, “We are never late,” was on every wall.",
        [("direct", ["We are never late,"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "Her remark that “we are never late” made people laugh.",
        [("mixed", ["we are never late"], "Her", None, "said", None)],
    ),
    (
        "Tom Ruiz, speaking for the port: “We are late.”",
        [("direct", ["We are late."], "Tom Ruiz", "Tom Ruiz", "said", None)],
    ),
    (
        "“We are late,” Ana Weber said Monday. “The port,” she added, “is shut.”",
        [
            ("direct", ["We are late,"], "Ana Weber", "Ana Weber", "said", None),
            ("direct", ["The port,", "is shut."], "she", "Ana Weber", "said", None),
        ],
    ),
]

MIXED: list[tuple[str, list[Row]]] = [
    (
        "Ana Weber said the port was “late” and “shut” on Friday.",
        [("mixed", ["late", "shut"], "Ana Weber", "Ana Weber", "said", "the port was “late” and “shut” on Friday")],
    ),
    (
        "The port, “late” as ever, is shut, Ana Weber said.",
        [("mixed", ["late"], "Ana Weber", "Ana Weber", "said", "The port, “late” as ever, is shut")],
    ),
    (
        "Ana Weber told Tom Ruiz that the port was “late again.”",
        [("mixed", ["late again."], "Ana Weber", "Ana Weber", "said", "the port was “late again.”")],
    ),
    (
        "Ana Weber warned the port may be “late again.”",
        [("mixed", ["late again."], "Ana Weber", "Ana Weber", "said", "the port may be “late again.”")],
    ),
    (
        "Tom Ruiz hailed the port as “historic” at a rally.",
        [("mixed", ["historic"], "Tom Ruiz", "Tom Ruiz", "said", "the port as “historic” at a rally")],
    ),
    (
        "The port was hailed as “historic” by Tom Ruiz.",
        [("mixed", ["historic"], "Tom Ruiz", "Tom Ruiz", "said", "“historic” by Tom Ruiz")],
    ),
    (
        "Ana Weber accused Tom Ruiz of “being late.”",
        [("mixed", ["being late."], "Ana Weber", "Ana Weber", "said", "Tom Ruiz of “being late.”")],
    ),
    (
        "Ana Weber denied the port was “late.”",
        [("mixed", ["late."], "Ana Weber", "Ana Weber", "denied", "the port was “late.”")],
    ),
    (
        "Ana Weber never said the port was “late again.”",
        [("mixed", ["late again."], "Ana Weber", "Ana Weber", "not-said", "the port was “late again.”")],
    ),
    (
        "Ana Weber said Tom Ruiz had not told her of the loan, causing her to lose “all trust.”",
        [
            (
                "mixed",
                ["all trust."],
                "Ana Weber",
                "Ana Weber",
                "said",
                "Tom Ruiz had not told her of the loan, causing her to lose “all trust.”",
            )
        ],
    ),
    (
        "Ana Weber vowed to “keep the port open.”",
        [("mixed", ["keep the port open."], "Ana Weber", "Ana Weber", "said", "to “keep the port open.”")],
    ),
]

INDIRECT: list[tuple[str, list[Row]]] = [
    (
        "Ana Weber said the port was shut.",
        [("indirect", ["the port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "Ana Weber said on Friday that the port was shut.",
        [("indirect", ["the port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "Ana Weber said in a statement on Friday that the port was shut.",
        [("indirect", ["the port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "The port was shut, Ana Weber said.",
        [("indirect", ["The port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "The port was shut, said Ana Weber.",
        [("indirect", ["The port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "The port was shut, Ana Weber told Radio Ash.",
        [("indirect", ["The port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "The port, according to Ana Weber, was shut.",
        [("indirect", ["The port", "was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "Ana Weber said the port was shut, and Tom Ruiz said it was open.",
        [
            ("indirect", ["the port was shut"], "Ana Weber", "Ana Weber", "said", None),
            ("indirect", ["it was open"], "Tom Ruiz", "Tom Ruiz", "said", None),
        ],
    ),
    (
        "Ana Weber said the port was shut, while Tom Ruiz denied it.",
        [("indirect", ["the port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "Ana Weber told Tom Ruiz the port was shut.",
        [("indirect", ["the port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    ("Ana Weber wants to shut the port.", [("indirect", ["to shut the port"], "Ana Weber", "Ana Weber", "said", None)]),
    (
        "Ana Weber believes that the port is safe.",
        [("indirect", ["the port is safe"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "Ana Weber refused to say whether the port was shut.",
        [("indirect", ["whether the port was shut"], "Ana Weber", "Ana Weber", "declined", None)],
    ),
    (
        "Ana Weber asked why the port was shut.",
        [("indirect", ["why the port was shut"], "Ana Weber", "Ana Weber", "asked", None)],
    ),
    ("Ana Weber spoke on Friday.", []),
    ("Ana Weber continued the tour.", []),
    ("The report says the port is unsafe.", [("indirect", ["the port is unsafe"], "The report", None, "said", None)]),
    ("Officials said the port was unsafe.", [("indirect", ["the port was unsafe"], "Officials", None, "said", None)]),
    (
        "Ana Weber reportedly said the port was shut.",
        [("indirect", ["the port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "Ana Weber confirmed that Tom Ruiz had left.",
        [("indirect", ["Tom Ruiz had left"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    (
        "Before the vote, Ana Weber said the port was shut.",
        [("indirect", ["the port was shut"], "Ana Weber", "Ana Weber", "said", None)],
    ),
    ("It is unclear who said the port was shut.", []),
    ("Ana Weber is expected to announce a plan.", [("indirect", ["a plan"], "Ana Weber", "Ana Weber", "said", None)]),
    (
        "Ana Weber reiterated her call for peace.",
        [("indirect", ["her call for peace"], "Ana Weber", "Ana Weber", "said", None)],
    ),
]

NONE: list[tuple[str, list[Row]]] = [
    ("The film “Morning in Ash” opens on Friday.", []),
    ("She hosts “Morning in Ash” on Radio Ash.", []),
    ("He wrote the book “Late” in a year.", []),
    ("The “Harbour Lights” actress left.", []),
    ("The so-called “free” port is not free.", []),
    ("A man nicknamed “Shorty” was there.", []),
    ("Tom “Chico” Ruiz left.", []),
    ("The word “late” is short.", []),
    ("The “late” train left.", []),
    ("The ship is named “Ana Weber.”", []),
    ("The pipe is 6' 2\" long.", []),
]


def rows(text: str) -> list[Row]:
    """Kind, pieces, speaker words, name, status and clause of every quotation."""
    return [
        (
            mark.kind,
            said(text, mark),
            mark.speaker.of(text) if mark.speaker else None,
            mark.speaker_name,
            mark.status,
            mark.clause.of(text) if mark.clause else None,
        )
        for mark in read(text, *NAMES)
    ]


@pytest.mark.parametrize(("text", "expected"), DIRECT_AND_SPLIT)
def test_direct_and_split(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_mixed(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_indirect(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), NONE)
def test_none(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
