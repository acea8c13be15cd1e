"""What is worth a look, on the page."""

from __future__ import annotations

import re
from typing import Any

from rashomon.export.html import to_html
from rashomon.export.html.checks import SHOWN, Checks
from rashomon.export.html.cites import Cites
from rashomon.export.view import View

Data = dict[str, Any]


def section(page: str) -> str:
    found = re.search(r'<section id="checks".*?</section>', page, re.S)
    assert found
    return " ".join(found.group().split())


def test_a_row_has_the_question_both_passages_and_their_chips(dossier: Data) -> None:
    view = View(dossier)
    (row,) = Checks(view, Cites(view)).rows()
    assert (row["id"], row["numbers"], row["actors"]) == ("k1", "1 2", "sorokina")
    assert row["note"] == "People carried: “140 people” or “142 people”?"
    assert [(s["n"], s["outlet"], s["more"], s["holder"]) for s in row["sides"]] == [
        (1, "The Lamp", "", ""),
        (2, "unnamed outlet", "and 1 more report", "Sorokina"),
    ]
    assert [[p["text"] for p in s["parts"] if p["differs"]] for s in row["sides"]] == [["140 people"], ["142 people"]]
    assert [[c.n for c in s["chips"]] for s in row["sides"]] == [[1], [1, 2]]


def test_the_section_stands_behind_the_differences_and_says_what_it_is_not(dossier: Data) -> None:
    page = to_html(dossier)
    assert page.index('<section id="differ"') < page.index('<section id="checks"') < page.index('<section id="single"')
    text = section(page)
    assert "These may be about two different things: look before you use them." in text
    assert '<a href="#checks">Worth a look <span class="count">1</span></a>' in page
    assert '<a class="self" href="#k1" title="Link to this line">k1</a>' in text
    assert text.count('<mark class="differs">') == 2
    assert "according to</span> <bdi>Sorokina</bdi>" in text
    assert "<details" not in text


def test_nothing_to_look_at_is_no_section(dossier: Data) -> None:
    dossier["checks"] = []
    page = to_html(dossier)
    assert '<section id="checks"' not in page
    assert 'href="#checks"' not in page
    del dossier["checks"]
    assert '<section id="checks"' not in to_html(dossier)


def test_more_than_a_few_fold(dossier: Data) -> None:
    dossier["checks"] = [{**dossier["checks"][0], "id": f"k{n}"} for n in range(1, SHOWN + 3)]
    text = section(to_html(dossier))
    shown, folded = text.split("<details", 1)
    assert (shown.count("<article"), folded.count("<article")) == (SHOWN, 2)
    assert "<summary>2 more to look at</summary>" in folded
    assert '<span class="count">10</span>' in shown


def test_a_difference_is_no_check_and_a_check_no_difference(dossier: Data) -> None:
    dossier["disagreements"] = []
    page = to_html(dossier)
    assert "No passages were found that do not fit together." in page
    assert 'id="k1"' in section(page)
