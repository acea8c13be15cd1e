from __future__ import annotations

import pytest

from rashomon.records.article import Page
from rashomon.steps.clean import clean
from rashomon.steps.clean.bars import bar_items, mark_bars, mark_repeated
from rashomon.steps.clean.lines import split_lines

P1 = "The harbour of Lorvik was closed on Monday after a ferry ran aground, the coast guard said in a statement."
P2 = "Ada Lund, the mayor, told reporters that nobody was hurt and that the ship would be towed away by nightfall."


def kinds(text: str) -> list[str]:
    return [block.kind for block in clean(Page("x", text)).blocks]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Home | News | Port", ["Home", "News", "Port"]),
        ("Home • Harbour News • Sport • About us", ["Home", "Harbour News", "Sport", "About us"]),
        ("Home › News › Local", ["Home", "News", "Local"]),
        ("Home / News / Local", ["Home", "News", "Local"]),
        ("Home > News > Local", ["Home", "News", "Local"]),
        ("| Home | News | Port |", ["Home", "News", "Port"]),
        ("Facebook · X · WhatsApp", ["Facebook", "X", "WhatsApp"]),
    ],
)
def test_bars(text, items):
    assert bar_items(text) == items


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Home",
        "Home | News",
        "Ferry aground | Harbour closed",
        "By Per Moe | Fjord Post | Lorvik",
        "Anna Moe | Fjord Post | Lorvik",
        "Lorvik | 12 | 4",
        "4 May 2031 | World | Fjord Post",
        "The ferry ran aground | The harbour was closed all day | Nobody was hurt",
        "He said no. | She said yes. | They left.",
        "and/or | either/or",
        "red/white/blue",
        "“Yes” | “No” | “Maybe”",
        " | ".join(["Harbour"] * 200),
    ],
)
def test_no_bars(text):
    assert bar_items(text) == []


def test_navigation_and_share_bars_are_furniture():
    text = f"Home | News | Port | Sport\nFerry runs aground off Lorvik\n{P1}\nFacebook | X | WhatsApp\n{P2}"
    assert kinds(text) == ["furniture", "title", "body", "furniture", "body"]


def test_rows_of_bars_are_a_table_of_the_report():
    rows = "Lorvik | north | open\nSandby | south | shut\nHavna | west | open"
    assert kinds(f"{P1}\n{rows}\n{P2}") == ["body"] * 5


@pytest.mark.parametrize("text", ["Facebook X WhatsApp Email", "Share Tweet", "facebook twitter linkedin"])
def test_buttons_without_bars(text):
    lines = split_lines(f"{P1}\n{text}\n{P2}")
    mark_bars(lines)
    assert [(x.kind, x.reason) for x in lines] == [(None, ""), ("furniture", "buttons for sharing"), (None, "")]


@pytest.mark.parametrize("text", ["Facebook shares fell", "X marks it", "Facebook"])
def test_names_of_networks_in_text_are_text(text):
    lines = split_lines(f"{P1}\n{text}\n{P2}")
    mark_bars(lines)
    assert lines[1].free


def test_the_menu_at_the_top():
    assert kinds(f"Home\nNews\nPort\nWeather\nSmall ads\nFerry runs aground off Lorvik\n{P1}") == [
        "furniture",
        "furniture",
        "furniture",
        "furniture",
        "furniture",
        "title",
        "body",
    ]


def test_short_lines_at_the_top_that_are_no_menu():
    verse = "O ship\nO captain\nO quay\nO night"
    lines = split_lines(f"{verse}\nFerry runs aground off Lorvik\n{P1}")
    mark_bars(lines)
    assert all(line.free for line in lines)


@pytest.mark.parametrize(
    "line", ["Try our new app", "Sign the petition against the new dam in the upper valley today."]
)
def test_what_stands_three_times_is_furniture(line):
    found = kinds(f"{P1}\n{line}\n{P2}\n{line}\n{P1[:-1]} too.\n{line}")
    assert found == ["body", "furniture", "body", "furniture", "body", "furniture"]


@pytest.mark.parametrize(
    "line",
    ["Yes, I do.", "REPORTER:", "Ada Lund", "“No comment at all from me”", "MAYOR OF LORVIK", "Indeed so", P1, "1 2 3"],
)
def test_what_a_report_may_repeat_stays_text(line):
    lines = split_lines("\n".join([P2, line, P2[:-9], line, P1[:-9], line]))
    mark_repeated(lines)
    assert [x.kind for x in lines] == [None] * 6


def test_twice_is_not_enough():
    lines = split_lines(f"{P1}\nTry our new app\n{P2}\nTry our new app")
    mark_repeated(lines)
    assert all(line.free for line in lines)
