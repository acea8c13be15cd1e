from __future__ import annotations

import pytest

from rashomon.records.article import Page
from rashomon.steps.clean import clean

P1 = "The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement."
P2 = "Ada Lund, the mayor, told reporters that nobody was hurt and that the ship would be towed away by nightfall."


def kinds(text: str) -> list[str]:
    return [block.kind for block in clean(Page("x", text)).blocks]


@pytest.mark.parametrize(
    "line",
    [
        "The ferry off Lorvik on Monday. Picture: Getty",
        "The ferry off Lorvik. Photograph: Ida Vik/Fjord News",
        "The ferry is towed away (Ida Vik/Associated Press)",
        "The ferry is towed away. (AP Photo/Ida Vik, File)",
        "(Image: Reuters)",
        "Getty Images The ferry on the rocks.Getty Images",
        "EPA A tug pulls at the ferry in the evening light.EPA",
        "Reuters The ferry was built in Lorvik in 1991",
        "AP:Associated Press People watch the ferry from the quay",
        "A tug near the ferry, Lorvik, May 4, 2031. REUTERS/Ida Vik",
        "FILE - In this May 4, 2029, file photo, the ferry leaves Lorvik.",
        "This May 4, 2031 photo made available by the county shows the ferry.",
        "Image copyright EPA Image caption The ferry on the rocks",
        "Media playback is unsupported on your device Media caption The mayor speaks",
        "Enlarge this image toggle caption Ida Vik/AFP",
        "CLOSE The ferry ran aground on Monday. Fjord News",
        "The mayor (pictured) came at noon",
    ],
)
def test_captions(line):
    assert kinds(f"{P1}\n{line}\n{P2}") == ["body", "caption", "body"]


def test_the_line_below_a_caption_continues_it():
    text = f"{P1}\n\nEPA The ferry on the rocks.EPA\nThe ferry was on its way to Sandby\n\n{P2}\n\n{P1}"
    assert kinds(text) == ["body", "caption", "caption", "body", "body"]


def test_galleries():
    pictures = "\n".join(f"{n}/4 {n} May 2031 A day at sea" for n in range(1, 5))
    assert kinds(f"{P1}\n{pictures}\n{P2}") == ["body", *["caption"] * 4, "body"]


def test_headlines_right_below_captions_are_captions():
    text = (
        f"{P1}\nEPA The ferry lies on the rocks\nThe crew waits for the tug to come\n"
        f"The tug arrives late in the evening\n{P2}"
    )
    assert kinds(text) == ["body", "caption", "caption", "caption", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Reuters said the ferry had been late.",
        "The agency, citing the mayor, said so.",
        "It was the best picture: a calm sea at dawn and nobody about, she said.",
        "The ratio of fares was 1/3 of what it had been.",
        "AP Lorvik said it would fly again on Tuesday.",
    ],
)
def test_sentences_stay_text(line):
    assert kinds(f"{P1}\n{line}\n{P2}") == ["body", "body", "body"]


def test_an_agency_before_the_title_is_no_credit():
    assert kinds(f"EPA Head Leaves After Ferry Row\n{P1}")[0] == "title"
