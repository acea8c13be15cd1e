from __future__ import annotations

import pytest

from rashomon.records.article import Page
from rashomon.steps.clean import clean

P1 = "The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement."
BOTH_ENDS = "begins and ends with the same picture credit"
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


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Tideway Photos A barge waits at the lock on Friday.Tideway Photos", BOTH_ENDS),
        ("Tideway The mayor of Lorvik on the quay.Tideway", BOTH_ENDS),
        ("Per Moe Sandby The lock at night, with its gates shutPer Moe Sandby", BOTH_ENDS),
        ("The lock at night. Photo by Ida Vik", "ends in a picture credit"),
        ("The lock at night | Image: Ida Vik", "ends in a picture credit"),
        ("The lock at night (Photo by Ida Vik/Tideway)", "ends in a picture credit"),
        ("The lock at night. Photo courtesy of Ida Vik", "ends in a picture credit"),
        ("The lock of Upper Arne on Friday morning (Ida Vik/Tideway)", "ends in a picture credit in brackets"),
        ("The lock of Upper Arne on Friday morning (Ida Vik / The Lantern)", "ends in a picture credit in brackets"),
        ("The lock of Upper Arne on Friday morning (Tideway Images)", "ends in a picture credit in brackets"),
    ],
)
def test_credits_of_owners_that_nobody_lists(line, reason):
    (block,) = [b for b in clean(Page("x", f"{P1}\n{line}\n{P2}")).blocks if b.kind != "body"]
    assert (block.kind, block.reason) == ("caption", reason)


@pytest.mark.parametrize(
    "line",
    [
        "Lund said that nobody would ever see the like of Lund",
        "Tideway bought the yard of the old company Tideway.",
        "She keeps a book with a photo by Ida Vik",
        "The vote split along old lines (Greens/Labour) and was lost by nine.",
        "Photo editors had to choose among 400 of them, he said.",
        "Ada Ada",
        "Ada",
    ],
)
def test_names_at_both_ends_of_a_sentence_stay_text(line):
    assert "caption" not in kinds(f"{P1}\n{line}\n{P2}")
