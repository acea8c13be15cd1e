from __future__ import annotations

import io
from typing import Any

from rich.console import Console

from rashomon.export.terminal import print_summary


def summary(dossier: dict[str, Any], width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, color_system=None)
    print_summary(dossier, console)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_what_an_editor_wants_first(dossier: dict[str, Any]) -> None:
    text = summary(dossier)
    assert "2 reports · 2 origins · 2025-10-15" in text
    assert "[2] two.txt (outlet not named)" in text
    assert "Wording: “must” or “should”" in text
    assert "  “must” / “should”" in text
    assert "Sorokina demands: the truth [1]" in text
    assert "people carried: about 140 people, 142 people – fit together" in text
    assert "three.bin: not text" in text


def test_a_disputed_statement_stands_with_what_differs(dossier: dict[str, Any]) -> None:
    dossier["statements"][0]["verdict"] = "disputed"
    assert "Denied by some: The ferry carried 142 people. [1,2]" in summary(dossier)


def test_markup_in_a_report_is_shown_as_it_is(dossier: dict[str, Any]) -> None:
    dossier["story"]["title"] = "[red]Ferry[/red] :smile:"
    assert "[red]Ferry[/red] :smile:" in summary(dossier)


def test_it_fits_eighty_columns_and_counts_the_rest(dossier: dict[str, Any]) -> None:
    dossier["statements"] = [{**dossier["statements"][0], "id": f"s{n}"} for n in range(40)]
    text = summary(dossier)
    assert max(map(len, text.splitlines())) <= 80
    assert "… and 34 more" in text


def test_one_is_one_report(dossier: dict[str, Any]) -> None:
    dossier["story"] |= {"reports": 1, "origins": 1}
    assert "1 report · 1 origin · 2025-10-15" in summary(dossier)


def test_a_figure_of_a_link_headline_alone_is_no_report(dossier: dict[str, Any]) -> None:
    dossier["figures"][0]["readings"][2]["value"] = 150
    assert "142 people, 150 people (only in a link headline) – fit together" in " ".join(summary(dossier).split())


def test_that_nothing_was_found_is_said_and_not_left_out(dossier: dict[str, Any]) -> None:
    told = "Nothing was found that clearly does not fit together"
    assert told not in summary(dossier)
    dossier["disagreements"] = []
    for statement in dossier["statements"]:
        statement["verdict"] = "agreed"
    for figure in dossier["figures"]:
        figure["relation"] = "same"
    assert told in summary(dossier)


def test_of_what_is_worth_a_look_three_are_shown_and_all_counted(dossier: dict[str, Any]) -> None:
    asked = "People carried: “140 people” or “142 people”? [1,2]"
    dossier["checks"] = [{**dossier["checks"][0], "id": f"k{n}"} for n in range(5)]
    text = summary(dossier)
    assert "Worth a look (5)\n  These may be about two different things: look before you use them.\n" in text
    assert text.count(asked) == 3
    assert "… and 2 more (use --out FILE.html to see all)" in text
    assert text.index("Differ") < text.index("Worth a look") < text.index("Who said what, differently")
    dossier["checks"] = []
    assert "Worth a look" not in summary(dossier)
