"""Sections of a dossier for programs, and what the tools pick from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rashomon.desk import Desk
from rashomon.export.view import View
from rashomon.records.desk import Decision, StoryRow
from rashomon.serve.pages.stories import concerns
from rashomon.serve.rest.sections import SECTIONS, checks, cited, coverage, disagreements, figures, quotes
from rashomon.serve.tools.answers import _is_named, _speaks_of

from .conftest import NOON

Data = dict[str, Any]


@pytest.fixture(scope="module")
def view(made: Path) -> View:
    with Desk.open(made, read_only=True) as desk:
        return View(desk.dossier(next(s.id for s in desk.stories().items if s.reports == 3)))


def test_a_cite_has_its_report_and_its_words(view: View) -> None:
    article = view.articles[1]
    start = article["text"].index("onto the quay")
    found = cited(view, {"article": article["id"], "start": start, "end": start + 13})
    assert found == {
        "article": article["id"],
        "outlet": "The Post",
        "url": "https://post.example/1",
        "start": start,
        "end": start + 13,
        "words": "onto the quay",
    }


def test_every_line_of_a_section_is_there_in_its_order(view: View) -> None:
    assert [f["id"] for f in figures(view)] == [f["id"] for f in view.dossier["figures"]]
    assert [q["id"] for q in quotes(view)] == [u["id"] for u in view.dossier["utterances"]]
    assert [d["id"] for d in disagreements(view)] == [d["id"] for d in view.dossier["disagreements"]]
    assert [c["statement"] for c in coverage(view)] == [c["statement"] for c in view.dossier["coverage"]]
    assert [c["id"] for c in checks(view)] == [c["id"] for c in view.dossier["checks"]]
    assert sorted(SECTIONS) == ["checks", "coverage", "disagreements", "figures", "quotes"]


def ids(value: Any) -> set[str]:
    """All that stands where a name should."""
    if isinstance(value, dict):
        own = {str(value[k]) for k in ("speaker", "holder") if value.get(k)}
        return own | {i for v in value.values() for i in ids(v)}
    return {i for v in value for i in ids(v)} if isinstance(value, list) else set()


def test_names_stand_for_ids(view: View) -> None:
    names = {a["name"] for a in view.dossier["actors"]}
    for section in SECTIONS.values():
        assert ids(section(view)) <= names


def test_a_side_of_a_disagreement_has_its_words(view: View) -> None:
    figure = next(d for d in disagreements(view) if d["kind"] == "figure")
    assert figure["kind_in_words"] == "Figure"
    assert len(figure["sides"]) == 2
    assert {c["outlet"] for side in figure["sides"] for c in side["cites"]} == {"The Post", "The Times"}


def test_a_side_of_a_check_has_its_words_and_those_that_differ(view: View) -> None:
    first, second = (a for a in view.articles[:2])
    sides = [
        {
            "says": "the crane …",
            "holder": None,
            "cites": [{"article": a["id"], "start": 0, "end": 12}],
            "values": [{"article": a["id"], "start": 0, "end": 5}],
        }
        for a in (first, second)
    ]
    asked = {"id": "k1", "kind": "figure", "note": "9 or 12?", "sides": sides}
    (found,) = checks(View({**view.dossier, "checks": [asked]}))
    assert (found["kind_in_words"], found["note"]) == ("Figure", "9 or 12?")
    assert [c["words"] for side in found["sides"] for c in (*side["cites"], *side["values"])] == [
        first["text"][:12].strip(),
        first["text"][:5],
        second["text"][:12].strip(),
        second["text"][:5],
    ]
    older = {key: value for key, value in view.dossier.items() if key != "checks"}
    assert checks(View(older)) == []


def test_coverage_names_each_outlet_once(view: View) -> None:
    for row in coverage(view):
        assert sorted(c["outlet"] for c in row["cells"]) == ["The Echo", "The Post", "The Times"]
        present = {c["outlet"] for c in row["cells"] if c["state"] == "present"}
        assert {c["outlet"] for c in row["cites"]} >= present


@pytest.mark.parametrize(
    ("asked", "name", "found"),
    [
        (None, None, True),
        (None, "Anna Vega", True),
        ("vega", "Anna Vega", True),
        ("ANNA VEGA", "Anna Vega", True),
        ("Véga", "Anna Vega", True),
        ("Vegas", "Anna Vega", False),
        ("Anna Holm", "Anna Vega", False),
        ("vega", None, False),
    ],
)
def test_speakers_are_asked_for_by_part_of_their_name(asked: str | None, name: str | None, found: bool) -> None:
    assert _is_named(asked, name) is found


@pytest.mark.parametrize(
    ("asked", "text", "found"),
    [
        (None, "anything", True),
        ("injured people", "people injured", True),
        ("people who were injured", "people injured", True),
        ("ships", "people injured", False),
        ("people sunk", "people injured", False),
    ],
)
def test_lines_are_asked_for_by_their_words(asked: str | None, text: str, found: bool) -> None:
    assert _speaks_of(asked, text) is found


ROW = StoryRow("s1", "Crane", None, None, 2, 2, NOON)


@pytest.mark.parametrize(
    ("subject", "about"),
    [
        ({"a": "A", "b": "B"}, False),
        ({"a": "A", "b": "B", "story": "s1", "articles": ["a9"]}, True),
        ({"a": "A", "b": "B", "story": "s2", "articles": ["a1"]}, True),
        ({"article": "a1", "sha256": "x"}, True),
        ({"article": "a9", "sha256": "x"}, False),
        ({"stories": ["s1", "s2"], "articles": [["a8"], ["a9"]]}, True),
        ({"stories": ["s3", "s2"], "articles": [["a8"], ["a9"]]}, False),
    ],
)
def test_which_decisions_concern_a_story(subject: Data, about: bool) -> None:
    assert concerns(Decision(1, NOON, "same-actor", subject), ROW, {"a1", "a2"}) is about
