"""Who stands with a verb of saying: each sentence with all its tags."""

from __future__ import annotations

import pytest

from rashomon.steps.annotate.quotes.tagging.cues import table
from rashomon.steps.annotate.quotes.tagging.frames import Frame, fold
from rashomon.steps.annotate.quotes.tagging.tag import Tag
from rashomon.steps.annotate.quotes.tagging.tags import find_tags
from rashomon.steps.annotate.words import split_words
from rashomon.text.quotemarks import pair_marks

from .reading import article

FLAGS = ("passive", "gerund", "negated", "modal", "inverted")
Row = tuple[str, str | None, str, str, str | None]


def frames(text: str) -> list[Frame]:
    words = split_words(article(text))
    pairs = pair_marks(text, [p.span for p in words.paragraphs])
    return [f for n, found in enumerate(pairs) for f in fold(words, n, found, frozenset(table().forms))]


def row(text: str, frame: Frame, tag: Tag) -> Row:
    """Lemma, speaker words, rule, flags, lemma of the tag it stands inside of."""
    speaker = frame.span(tag.phrase.first, tag.phrase.last).of(text) if tag.phrase else None
    flags = " ".join(flag for flag in FLAGS if getattr(tag, flag))
    return tag.cue.lemma, speaker, tag.rule, flags, tag.outer.cue.lemma if tag.outer else None


SENTENCES: list[tuple[str, list[Row]]] = [
    ("“We are late,” Ana Weber said.", [("say", "Ana Weber", "subject", "", None)]),
    ("“We are late,” said Ana Weber, the mayor.", [("say", "Ana Weber", "inverted", "inverted", None)]),
    ("“We are late,” she has often said.", [("say", "she", "subject", "", None)]),
    ("“We are late,” the mayor of Port Ash said on Friday.", [("say", "the mayor of Port Ash", "subject", "", None)]),
    ("“We are late,” Ana Weber, 61, a Green, said.", [("say", "Ana Weber", "apposition", "", None)]),
    (
        "“We are late,” Ana Weber (Green), noting the delay, said.",
        [("note", None, "", "gerund", None), ("say", "Ana Weber", "apposition", "", None)],
    ),
    ("“We are late,” Weber himself said.", [("say", "Weber", "subject", "", None)]),
    (
        "“We are late,” a spokesman for the ministry in Oslo said.",
        [("say", "a spokesman for the ministry in Oslo", "subject", "", None)],
    ),
    ("“We are late,” as Ana Weber told the council.", [("tell", "Ana Weber", "subject", "", None)]),
    ("“We are late,” the two officers, however, argued.", [("argue", "the two officers", "apposition", "", None)]),
    (
        "“We are late,” Deputy Minister of Trade Ana Weber said.",
        [("say", "Deputy Minister of Trade Ana Weber", "subject", "", None)],
    ),
    ("Ana Weber on Friday said “we are late.”", [("say", "Ana Weber", "subject", "", None)]),
    ("Ana Weber late last week called the plan “late.”", [("call", "Ana Weber", "subject", "", None)]),
    ("Ana Weber, who runs the port, said “we are late.”", [("say", "Ana Weber", "apposition", "", None)]),
    (
        "Ana Weber, despite admitting the delay, said “we are not late.”",
        [("admit", "Ana Weber", "participle?", "gerund", None), ("say", "Ana Weber", "apposition", "", None)],
    ),
    ("Weber, a man who said “we are late,” left.", [("say", "a man who", "relative", "", None)]),
    (
        "The plan was described by the ministry as “late.”",
        [("describe", "the ministry", "passive", "passive inverted", None)],
    ),
    ("The plan was called “late” by Ana Weber.", [("call", "Ana Weber", "passive", "passive inverted", None)]),
    (
        "The mayor was quoted by Radio Ash as saying “we are late.”",
        [("quote", "The mayor", "quoted", "passive", None), ("say", "The mayor", "participle", "gerund", None)],
    ),
    (
        "Radio Ash quoted the mayor as saying “we are late.”",
        [("quote", "Radio Ash", "relay", "", None), ("say", "the mayor", "quoted", "gerund", None)],
    ),
    ("Weber opened the meeting and said “we are late.”", [("say", "Weber", "main", "", None)]),
    (
        "Weber said the port was shut, adding that “we are late.”",
        [("say", "Weber", "subject", "", None), ("add", "Weber", "participle", "gerund", None)],
    ),
    (
        "Speaking in Oslo, Ana Weber said “we are late.”",
        [("speak", "Ana Weber", "participle", "gerund", None), ("say", "Ana Weber", "subject", "", None)],
    ),
    (
        "Citing the delay, Ana Weber called the plan “late.”",
        [("cite", "Ana Weber", "participle", "gerund", None), ("call", "Ana Weber", "subject", "", None)],
    ),
    (
        "Weber went on to say “we are late.”",
        [("go", "Weber", "subject", "", None), ("say", "Weber", "infinitive", "", None)],
    ),
    (
        "Weber refused to call the plan “late.”",
        [("refuse", "Weber", "subject", "", None), ("call", "Weber", "infinitive", "negated", None)],
    ),
    ("Weber did not say “we are late.”", [("say", "Weber", "subject", "negated", None)]),
    ("Weber would say “we are late.”", [("say", "Weber", "subject", "modal", None)]),
    (
        "Weber said Ruiz had called the plan “late.”",
        [("say", "Weber", "subject", "", None), ("call", "Ruiz", "subject", "", "say")],
    ),
    (
        "Weber said he thought the plan was “late.”",
        [("say", "Weber", "subject", "", None), ("think", "he", "subject", "", "say")],
    ),
    (
        "Weber said the port was shut, but Ruiz called it “late.”",
        [("say", "Weber", "subject", "", None), ("call", "Ruiz", "subject", "", None)],
    ),
    ("According to Ana Weber, the plan is “late.”", [("according to", "Ana Weber", "according", "inverted", None)]),
    (
        "The plan is “late,” according to the mayor of Port Ash.",
        [("according to", "the mayor of Port Ash", "according", "inverted", None)],
    ),
    ("The plan is “late,” Weber said.", [("say", "Weber", "subject", "", None)]),
    ("It was “late” when Ruiz left, Weber said.", [("say", "Weber", "subject", "", None)]),
    ("What Ruiz calls “late” is early.", [("call", "Ruiz", "subject", "", None)]),
    ("With protesters chanting “late,” Weber left.", [("chant", "protesters", "own", "gerund", None)]),
    ("Weber was asked about the “late” plan.", [("ask", None, "", "passive", None)]),
    (
        "Weber, asked by Ruiz whether the plan was “late,” nodded.",
        [("ask", "Ruiz", "passive", "passive inverted", None)],
    ),
    ("Both sides said the plan was “late.”", [("say", "Both sides", "subject", "", None)]),
    ("Ana Weber and Tom Ruiz said “we are late.”", [("say", "Ana Weber and Tom Ruiz", "subject", "", None)]),
    ("The US president said “we are late.”", [("say", "The US president", "subject", "", None)]),
    ("“We are late,” they said.", [("say", "they", "subject", "", None)]),
    ("“We are late,” read the sign.", [("read", "the sign", "inverted", "inverted", None)]),
    ("Consider this entry: “We are late.”", [("consider", None, "", "", None)]),
    ("The port, Weber said, is “late.”", [("say", "Weber", "subject", "", None)]),
    ("Weber pointed out that “we are late.”", [("point", "Weber", "subject", "", None)]),
    ("“We are late,” Weber shot back.", [("shoot", "Weber", "subject", "", None)]),
    ("Weber’s office said “we are late.”", [("say", "Weber’s office", "subject", "", None)]),
    ("Witnesses told Radio Ash that “we are late.”", [("tell", "Witnesses", "subject", "", None)]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_tags_of_a_sentence(text: str, expected: list[Row]) -> None:
    assert [row(text, frame, tag) for frame in frames(text) for tag in find_tags(frame, table())] == expected
