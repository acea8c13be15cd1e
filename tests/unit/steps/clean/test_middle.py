from __future__ import annotations

import pytest

from rashomon.records.article import Page
from rashomon.steps.clean import clean

P1 = "The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement."
P2 = "Ada Lund, the mayor, told reporters that nobody was hurt and that the ship would be towed away by nightfall."
A = "Mayor says ferry line must change"
B = "Five things to know about old ferries"


def kinds(text: str, **fields) -> list[str]:
    return [block.kind for block in clean(Page("x", text, **fields)).blocks]


def test_a_row_of_headlines_points_elsewhere():
    assert kinds(f"{P1}\n{A}\n{B}\n{P2}") == ["body", "teaser", "teaser", "body"]


def test_the_short_last_one_of_a_row_is_a_subhead():
    assert kinds(f"{P1}\n{A}\n{B}\nRough seas\n{P2}") == ["body", "teaser", "teaser", "subhead", "body"]


def test_two_short_headings_are_left_alone():
    assert kinds(f"{P1}\nRough seas\nMonday\n{P2}") == ["body", "body", "body", "body"]


def test_running_text_without_a_stop_is_no_headline():
    assert (
        kinds(f"{P1}\nHere is a look at what comes next for the town\nWhy the ferry ran aground\n{P2}") == ["body"] * 4
    )


def test_a_long_single_headline_follows_the_rows_of_its_report():
    single = "Travellers tell of a long night at sea near Lorvik"
    assert kinds(f"{P1}\n{A}\n{B}\n{P2}\n{single}\n{P1}")[4] == "teaser"
    assert kinds(f"{P1}\n{P2}\n{single}\n{P1}")[2] == "subhead"


def test_a_list_behind_a_colon_is_text():
    assert (
        kinds(f"{P1}\nThese lines are closed:\nLorvik to Sandby by night\nLorvik to Havna by day\n{P2}") == ["body"] * 5
    )


def test_a_text_without_stops_is_left_alone():
    spoken = "\n".join(f"And so speaker number {n} went on and on about it" for n in range(30))
    assert set(kinds(f"{P1}\n{spoken}\n{P2}")) == {"body"}


def test_pages_of_html_are_left_to_their_elements():
    assert kinds(f"{P1}\n{A}\n{B}\n{P2}", format="html", title="x") == ["body"] * 4


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Museum returns stolen violin to grateful family", "teaser"),  # a clause about other things
        ("Mayor returns stolen violin to grateful family", "subhead"),  # shares a word with the report
        ("Stolen violins and other treasures", "subhead"),  # no verb
        ("Museum returns violin", "subhead"),  # too short to tell
        ("Karl Beck of the Lantern wrote", "body"),  # a lead-in whose colon is lost
        ("Ship to be towed away", "subhead"),
    ],
)
def test_a_lone_headline_is_judged_by_what_the_report_tells(line, kind):
    assert kinds(f"{P1}\n\n{line}\n\n{P2}") == ["body", kind, "body"]


C1 = "Ada Lund, who is the mayor of Lorvik, waits on the quay for the ship to be towed away"
C2 = "The ferry lies on the rocks off the harbour of Lorvik while the coast guard looks for a tug"


def test_captions_whose_pictures_are_lost():
    article = clean(Page("x", f"{P1}\n{C1}\n{C2}\n{P2}"))
    assert [(b.kind, b.reason) for b in article.blocks[1:3]] == [
        ("caption", "captions in a row between paragraphs")
    ] * 2
    again = clean(Page("x", f"{P1}\n{A}\n{B}\n{P2}\n{C1}\n{P1}"))
    assert (again.blocks[4].kind, again.blocks[4].reason) == (
        "caption",
        "caption like those that stand in rows elsewhere in the report",
    )


def test_long_headlines_about_other_things_are_no_captions():
    foreign = "Violin that was stolen in the spring is returned to a family with four small children"
    other = "Museum opens its new wing with the largest show of painted eggs in its long history"
    assert kinds(f"{P1}\n{foreign}\n{other}\n{P2}") == ["body", "teaser", "teaser", "body"]


def test_rows_of_a_table_are_text():
    assert kinds(f"{P1}\nLorvik harbour line | 12 | open\nSandby harbour line | 4 | shut\n{P2}") == ["body"] * 4
