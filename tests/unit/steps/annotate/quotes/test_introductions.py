"""Speakers that no verb names: colons, signatures, owners of a remark, and words inside somebody's words."""

from __future__ import annotations

import pytest

from rashomon.records.article import Article, Block
from rashomon.settings import DEFAULTS
from rashomon.steps.annotate import annotate

Said = list[tuple[str, str | None]]


def said(text: str) -> Said:
    """The words and the speaker, as written, of every quotation of `text`; a blank line begins a paragraph."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph), "body"))
        at += len(paragraph) + 2
    marks = annotate(Article("a", "a.txt", text, tuple(blocks)), DEFAULTS)
    return [(q.content[0].of(text), q.speaker.of(text) if q.speaker else None) for q in marks.quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor of Alba: “We will rebuild the bridge at once.”", "The mayor of Alba"),
        ("The harbour master put it in one line: “We will rebuild the bridge at once.”", "The harbour master"),
        ("“We will rebuild the bridge at once.” — Ana Reyes", "Ana Reyes"),
        ("“We will rebuild the bridge at once.” – Ana Reyes, mayor of Alba.", "Ana Reyes"),
        ("Reyes had a message for the crews:\n\n“We will rebuild the bridge at once.”", "Reyes"),
        ("The union was blunt on Monday:\n\n“We will rebuild the bridge at once.”", "The union"),
    ],
)
def test_colons_and_signatures(text: str, speaker: str) -> None:
    assert said(text) == [("We will rebuild the bridge at once.", speaker)]


def test_a_colon_reaches_the_next_paragraph_only() -> None:
    text = "Reyes had a message for the crews:\n\nIt rained in Alba.\n\n“We will rebuild the bridge at once.”"
    assert said(text) == [("We will rebuild the bridge at once.", None)]


def test_who_owns_a_promise_made_it() -> None:
    assert said("Her promise that “nobody will lose a day's pay” pleased the crews.") == [
        ("nobody will lose a day's pay", "Her")
    ]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "“Then the captain said, ‘Get off the boat now,’ and we ran for the doors of the hall,” Luis Ortega said.",
            "Luis Ortega",
            ("Get off the boat now,", "the captain"),
        ),
        (
            "“My brother told me ‘do not come back’ and I never did after that winter night,” said Ana Reyes.",
            "Ana Reyes",
            ("do not come back", "My brother"),
        ),
    ],
)
def test_words_inside_words_have_a_speaker_of_their_own(text: str, outer: str, inner: tuple[str, str]) -> None:
    (_, first), second = said(text)
    assert (first, second) == (outer, inner)


@pytest.mark.parametrize(
    "text",
    [
        "“People call this road ‘the long goodbye’ and drive on without a word, every single day,” said Ana Reyes.",
        "“Then the captain may say, ‘Get off the boat now,’ and we will run for the doors,” Luis Ortega said.",
        "“I said ‘We will rebuild the bridge at once and for all’,” said Ana Reyes.",
    ],
)
def test_a_name_a_maybe_and_nearly_the_whole_are_no_words_of_another(text: str) -> None:
    assert len(said(text)) == 1
