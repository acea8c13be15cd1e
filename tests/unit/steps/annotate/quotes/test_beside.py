"""Who says a quotation where a tagger or an unusual verb hides it."""

from __future__ import annotations

import pytest

from .reading import read

NAMES = ["Ana Weber/f", "Tom Ruiz/m", "Harbour Board//organization"]


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    """The words that name the speaker of each quotation with marks, and whom they name."""
    return [
        (m.speaker.of(text) if m.speaker else None, m.speaker_name) for m in read(text, *NAMES) if m.kind != "indirect"
    ]


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("retired teacher Ana Weber told the court", "retired teacher Ana Weber"),
        ("dismissed miner Ana Weber told the crowd", "dismissed miner Ana Weber"),
        ("works council chief Ana Weber said", "works council chief Ana Weber"),
        ("Ana Weber let it be known", "Ana Weber"),
        ("Ana Weber put it on Friday", "Ana Weber"),
        ("Ana Weber called down from the balcony", "Ana Weber"),
        ("Ana Weber was heard to say", "Ana Weber"),
        ("came the answer from Ana Weber", "Ana Weber"),
        ("were the words of Ana Weber", "Ana Weber"),
        ("said Ana Weber as she left", "Ana Weber"),
    ],
)
def test_the_speaker_behind_the_mark(tag: str, words: str) -> None:
    assert speakers(f'"We will not leave this harbour," {tag}. The sea was calm.') == [(words, "Ana Weber")]


@pytest.mark.parametrize("rest", ["the hall was cold", "a banner on the wall", "nobody knew"])
def test_words_behind_the_mark_that_name_nobody(rest: str) -> None:
    assert speakers(f'"We will not leave this harbour," {rest}.')[0][1] is None


def test_a_full_stop_before_the_mark_leaves_nothing_open() -> None:
    assert speakers('"We will not leave this harbour." Ana Weber walked away.') == [(None, None)]


def test_scraps_with_another_name_do_not_go_on_with_the_speaker_before() -> None:
    text = 'The Harbour Board said it was late.\n\n"We will not leave this harbour," comes from Tom Ruiz.'
    assert speakers(text) == [(None, None)]


@pytest.mark.parametrize("front", ["", "Then ", "On Monday evening, ", "In the hall of Ash, "])
def test_the_sentence_before_is_about_its_subject_whatever_stands_in_front(front: str) -> None:
    text = f'The talks broke up. {front}Ana Weber left the room. "We are late," she said.'
    assert speakers(text) == [("she", "Ana Weber")]


def test_the_one_who_relays_it_is_not_the_one_who_said_it() -> None:
    text = "Ana Weber said talks were “impossible in this place”, the Harbour Board reported."
    assert speakers(text) == [("Ana Weber", "Ana Weber")]


def test_what_two_do_is_told_by_the_one_who_speaks() -> None:
    text = "Ana Weber said that she and Tom Ruiz appear no longer to share “the same hopes”."
    assert speakers(text) == [("Ana Weber", "Ana Weber")]
