"""Where an indirect quotation ends and the outlet goes on: `Weber said the pier was safe, but police shut it`."""

import pytest

from .reading import read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Weber said the pier was safe, but the bridge had fallen on Monday.", "the pier was safe"),
        ("Ada Weber said that the pier was safe, but two cracks were found.", "the pier was safe"),
        ("Ada Weber said the pier was safe, but Tom Ruiz was not told.", "the pier was safe"),
    ],
)
def test_behind_but_and_a_noun_of_its_own_the_outlet_goes_on(text: str, said: str) -> None:
    (mark,) = [m for m in read(text, "Ada Weber/f", "Tom Ruiz/m") if m.kind == "indirect"]
    assert [piece.of(text) for piece in mark.content] == [said]


@pytest.mark.parametrize(
    "said",
    [
        "the pier was safe, but she was not sure",
        "the pier was safe, but that the bridge was not",
        "the pier was safe, but the bridge would close",
        "the pier was safe, but its owner was not",
        "the pier was old but the bridge was new",
        "all, but the mayor, had left",
    ],
)
def test_what_may_still_be_the_speakers_stays(said: str) -> None:
    text = f"Ada Weber said {said}."
    (mark,) = [m for m in read(text, "Ada Weber/f") if m.kind == "indirect"]
    assert [piece.of(text) for piece in mark.content] == [said]


def test_many_people_are_not_called_by_one_name() -> None:
    text = "According to police, Tom Ruiz, 36, of Alba, drove off."
    (mark,) = read(text, "Tom Ruiz/m")
    assert (mark.speaker and mark.speaker.of(text), mark.speaker_name) == ("police", None)


def test_one_officer_is() -> None:
    text = "According to a police officer, Tom Ruiz, it was late."
    (mark,) = read(text, "Tom Ruiz/m")
    assert mark.speaker_name == "Tom Ruiz"


def test_what_happens_while_somebody_speaks_is_not_what_is_said() -> None:
    assert read("Ada Weber said on Friday as she entered the talks.", "Ada Weber/f") == ()


def test_an_agreement_to_do_something_is_hardly_an_utterance() -> None:
    (mark,) = read("The leaders agreed to share the cost.")
    assert mark.confidence == 0.25
