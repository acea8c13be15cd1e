from __future__ import annotations

import pytest

from rashomon.records.article import Page
from rashomon.steps.clean import clean

P1 = "The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement."
P2 = "Ada Lund, the mayor, told reporters that nobody was hurt and that the ship would be towed away by nightfall."


def kinds(text: str) -> list[str]:
    return [block.kind for block in clean(Page("x", text)).blocks]


@pytest.mark.parametrize(
    "head",
    ["Tags:", "More news", "You may also like...", "MOST READ", "Related stories", "Read next", "More from Fjordblad"],
)
def test_heads_of_lists(head):
    assert kinds(f"{P1}\n{P2}\n{head}\nMayor opens hall in Sandby\nFish prices fall again") == [
        "body",
        "body",
        "links",
        "links",
        "links",
    ]


def test_a_head_on_the_first_line_is_no_list():
    assert kinds(f"Latest news\n{P1}\n{P2}")[1:] == ["body", "body"]


def test_a_full_list_with_times_and_sentences_among_headlines():
    items = "".join(f"0{n}:15\nExclusive\nWhy does the fish number {n} swim? \n" for n in range(1, 8))
    assert set(kinds(f"{P1}\n{P2}\n{items}")[2:]) == {"links", "furniture"}


def test_a_live_report_with_clock_times_stays_text():
    entries = "".join(f"{n}:15\n{P1} {P2}\n" for n in range(10, 18))
    found = kinds(f"Ferry runs aground off Lorvik\n{P1}\n{entries}")
    assert "links" not in found


def test_two_clock_times_are_no_list():
    assert "links" not in kinds(f"{P1}\n10:15\nThe tug leaves the harbour of Lorvik\n11:20\n{P2}")


def test_a_head_without_a_list_takes_no_paragraph():
    assert kinds(f"{P1}\nRelated\n{P2}\n{P1}") == ["body", "links", "body", "body"]


def test_questions_and_quotations_in_a_list_of_links():
    text = f"{P1}\nRelated\nWhy do ferries sink?\n'We were lucky': crew of ferry speaks\n{P2}\n{P1}"
    assert kinds(text) == ["body", "links", "teaser", "teaser", "body", "body"]


def test_glued_lists():
    assert kinds(f"{P1}\nRelated Stories 'HELP' Ferry crew speaks NEW HALL Mayor opens hall\n{P2}")[1] == "links"
    assert kinds(f"{P1}\n#ferry #lorvik\n{P2}")[1] == "links"
