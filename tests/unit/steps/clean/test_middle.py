from __future__ import annotations

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
