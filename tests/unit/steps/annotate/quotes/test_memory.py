"""Whose name a pronoun, a surname, a role or a label stands for; and when it stays open."""

from __future__ import annotations

import pytest

from rashomon.records.marks import Mention
from rashomon.records.span import Span
from rashomon.steps.annotate.quotes.judging.memory import Memory, fits_gender

from .reading import read

PEOPLE = ("Ana Weber/f", "Tom Ruiz/m")


def names(text: str, *people: str) -> list[str | None]:
    return [m.speaker_name for m in read(text, *(people or PEOPLE)) if m.kind != "indirect"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” Ana Weber said.\n“Never,” she said.", ["Ana Weber", "Ana Weber"]),
        ("“No,” Ana Weber said.\n“Never,” he said.", ["Ana Weber", None]),
        ("“No,” Ana Weber said.\n“Yes,” Tom Ruiz said.\n“Never,” she said.", ["Ana Weber", "Tom Ruiz", "Ana Weber"]),
        ("“No,” Weber said.\n“Never,” Weber said.", ["Ana Weber", "Ana Weber"]),
        ("Ana Weber met Tom Ruiz. “He is late,” she said.", ["Ana Weber"]),
        ("Ana Weber said Tom Ruiz had left.\n“He is late,” she said.", ["Ana Weber"]),
        ("In what he called a “bad day,” Tom Ruiz left.", [None]),
        ("Tom Ruiz has held what he described as a “good” call with Ana Weber.", ["Tom Ruiz"]),
        ("“No,” they said.", [None]),
        ("“No,” it said.", [None]),
        ("“No,” she said.", [None]),
        ("“No,” Ana Weber and Tom Ruiz said.", [None]),
        ("“No,” Weber’s office said.", [None]),
        ("“No,” a spokesman for Ana Weber said.", [None]),
        ("“No,” the mayor said.", [None]),
        ("“No,” Kim Fox said.\nTom Ruiz tweeted on Sunday he was sad.\n“We left,” he said.", ["Kim Fox", "Tom Ruiz"]),
        (
            "“No,” Kim Fox said.\nTom Ruiz, speaking Sunday on “Morning in Ash,” alleged neglect.\n“We left,” he said.",
            ["Kim Fox", "Tom Ruiz"],
        ),
        ("Tom Ruiz posted on X:\n“We left,” he wrote later.", ["Tom Ruiz"]),
    ],
)
def test_names(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


def test_two_people_of_no_known_gender_leave_a_pronoun_open() -> None:
    text = "Kim Lee met Sam Fox. “It is late,” she said."
    assert names(text, "Kim Lee", "Sam Fox") == [None]


def test_labels_of_a_transcript_are_people_of_the_article() -> None:
    text = "Ana Weber met Tom Ruiz.\nWEBER: You left early, I think.\nRUIZ: I did not leave."
    assert names(text) == ["Ana Weber", "Tom Ruiz"]


def test_an_acronym_is_no_person_for_a_pronoun() -> None:
    agency = Mention(Span(0, 3), "person", "TfL")
    assert not fits_gender(agency, "f")
    assert fits_gender(Mention(Span(0, 3), "person", "Ana Weber"), "f")
    assert not fits_gender(Mention(Span(0, 3), "person", "Tom Ruiz", gender="m"), "f")


def test_a_mention_counts_only_at_the_end_of_the_words() -> None:
    text = "Ana Weber’s office"
    memory = Memory(text, [Mention(Span(0, 9), "person", "Ana Weber")])
    assert memory.at(Span(0, 18)) is None
    found = memory.at(Span(0, 9))
    assert found is not None and found.name == "Ana Weber"


def test_what_a_speaker_is_called_may_stand_for_it_later() -> None:
    text = "The drug maker Ash Labs said it worked.\nTom Ruiz said it failed.\n“It is safe,” the maker said."
    found = [m.speaker_name for m in read(text, "Ash Labs//organization", "Tom Ruiz/m")]
    assert found == ["Ash Labs", "Tom Ruiz", "Ash Labs"]


def test_a_doubtful_pronoun_is_rated_below_a_sure_one() -> None:
    sure = "“No,” Ana Weber said.\n“Never,” she said."
    doubtful = "“No,” Ana Weber said.\nThere the port met Eva Fox again. The rain fell.\n“Never,” she said."
    (_, near), (_, far) = (read(text, "Ana Weber/f", "Eva Fox/f") for text in (sure, doubtful))
    assert (near.speaker_name, near.confidence) == ("Ana Weber", 0.9)
    assert (far.speaker_name, far.confidence) == ("Ana Weber", 0.75)


def test_the_person_the_sentence_before_is_about_is_meant() -> None:
    text = "“No,” Ana Weber said.\nEva Fox was not among them. “It rained,” she said."
    assert names(text, "Ana Weber/f", "Eva Fox/f") == ["Ana Weber", "Eva Fox"]


def test_what_hangs_on_a_preposition_is_not_named() -> None:
    text = "The race ended and after the finish in Port Ash said: “It rained.”"
    assert names(text, "Port Ash//place") == [None]


def test_an_office_is_nobodys_name() -> None:
    assert names("“It rained,” Outgoing Secretary said.", "Tom Ruiz/m") == [None]
