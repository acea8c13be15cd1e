"""The passage that a side of a check says, with the words that differ apart."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.export.checks import Shown, checks, shown
from rashomon.export.view import View

Data = dict[str, Any]
LONG = "Boats of the  harbour\nwent out at once: 9 boats and 12 boats, said the wardens, who had 30 boats."


def view(*texts: str) -> View:
    return View({"articles": [{"id": f"r{n}", "text": text, "outlet": f"Pier {n}"} for n, text in enumerate(texts, 1)]})


def at(article: str, text: str, words: str) -> Data:
    start = text.index(words)
    return {"article": article, "start": start, "end": start + len(words)}


def side(says: str, value: str, text: str = LONG) -> Data:
    return {"says": says, "holder": None, "cites": [at("r1", text, text)], "values": [at("r1", text, value)]}


def parts(says: str, value: str) -> list[str]:
    """The parts of what is said; the one that differs between bars."""
    found = shown(view(LONG), side(says, value)).parts
    return [f"|{p['text']}|" if p["differs"] else p["text"] for p in found]


def test_a_dossier_from_before_there_were_checks_has_none(dossier: Data) -> None:
    assert [c["id"] for c in checks(View(dossier))] == ["k1"]
    del dossier["checks"]
    assert checks(View(dossier)) == []


def test_the_value_is_marked_where_it_stands_and_not_where_its_words_stand_first() -> None:
    whole = " ".join(LONG.split())
    assert parts(whole, "12 boats") == [
        "Boats of the harbour went out at once: 9 boats and ",
        "|12 boats|",
        ", said the wardens, who had 30 boats.",
    ]
    assert parts(whole, "boats, said") == [
        "Boats of the harbour went out at once: 9 boats and 12 ",
        "|boats, said|",
        " the wardens, who had 30 boats.",
    ]
    assert parts(whole, "Boats")[0] == "|Boats|"


@pytest.mark.parametrize(
    ("says", "value", "marked"),
    [
        ("… out at once: 9 boats and 12 boats, …", "12 boats", ["… out at once: 9 boats and ", "|12 boats|", ", …"]),
        ("… 9 boats …", "9 boats", ["… ", "|9 boats|", " …"]),
        ("Boats of the harbour …", "of the", ["Boats ", "|of the|", " harbour …"]),
        ("… 9 boats …", "12 boats", ["… 9 boats …"]),
        ("… 9 boats …", "9 boats and", ["… 9 boats …"]),
        ("something else", "9 boats", ["something else"]),
    ],
)
def test_of_a_part_only_a_value_inside_it_is_marked(says: str, value: str, marked: list[str]) -> None:
    assert parts(says, value) == marked


def test_the_report_that_says_it_is_named_and_the_others_are_counted() -> None:
    one, two = "Nine boats sank.", "In all, 9 boats sank."
    told = {
        "says": two,
        "holder": None,
        "cites": [at("r1", one, one), at("r2", two, two), at("r2", two, "9 boats")],
        "values": [at("r1", one, "Nine boats"), at("r2", two, "9 boats")],
    }
    assert shown(view(one, two), told) == Shown(
        "r2",
        1,
        [
            {"text": "In all, ", "differs": False},
            {"text": "9 boats", "differs": True},
            {"text": " sank.", "differs": False},
        ],
    )


def test_without_values_nothing_is_marked() -> None:
    told = side("… 9 boats …", "9 boats")
    del told["values"]
    assert shown(view(LONG), told).parts == [{"text": "… 9 boats …", "differs": False}]


def test_an_ellipsis_of_the_report_is_the_reports() -> None:
    text = "… and 9 boats sank …"
    found = shown(view(text), side(text, "9 boats", text)).parts
    assert [p["text"] for p in found] == ["… and ", "9 boats", " sank …"]
