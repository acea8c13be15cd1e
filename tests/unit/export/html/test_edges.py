"""The parts of the page where a dossier is odd: holders nobody knows, months, floods of lines, scales without ends."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from tests.unit.export.conftest import cite

from rashomon.export.html import to_html
from rashomon.export.html.cites import Cites
from rashomon.export.html.differences import extent
from rashomon.export.html.figures import WIDTH, Figures, Scale
from rashomon.export.html.lines import SHOWN, Lines
from rashomon.export.html.origins import DRAWN, Origins
from rashomon.export.html.timeline import Timeline
from rashomon.export.html.utterances import UNKNOWN, Utterances
from rashomon.export.html.wording import Wording
from rashomon.export.view import View

Data = dict[str, Any]


def made(kind: Any, dossier: Data) -> Any:
    """The maker of one part of the page."""
    view = View(dossier)
    return kind(view, Cites(view))


class Reader(HTMLParser):
    """Ids, local links and tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.scripts += tag == "script"
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if str(given.get("href") or "").startswith("#"):
            self.links.append(str(given["href"])[1:])


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.mark.parametrize(
    "name", ["Ida" + "h" * 500, "IDA LUND", "\u202eIda\u202c", "<img src=x onerror=alert(1)>", "{{ 7*7 }}"]
)
def test_a_name_adds_no_script_no_id_and_no_link(dossier: Data, name: str) -> None:
    plain = read(to_html(dossier))
    dossier["actors"][0]["name"] = dossier["articles"][0]["outlet"] = name
    odd = to_html(dossier)
    again = read(odd)
    assert (again.ids, again.links, again.scripts) == (plain.ids, plain.links, plain.scripts)
    assert "<img src=x" not in odd
    assert "{{ 7*7 }}" in odd or name != "{{ 7*7 }}"


def test_a_clause_that_is_negative_everywhere_is_nobodys_denial(dossier: Data) -> None:
    s = dossier["statements"][0]
    for report in s["reports"]:
        report["polarity"] = "denied"
    (group,) = made(Lines, dossier).statement(s)["groups"]
    assert (group["label"], [c.n for c in group["chips"]]) == ("", [1, 2])


def test_lines_beyond_the_first_open_on_demand(dossier: Data) -> None:
    single = dossier["statements"][1]
    many = [{**single, "id": f"s{n}"} for n in range(SHOWN + 3)]
    (source,) = made(Lines, dossier).single(many)
    assert (len(source["shown"]), len(source["more"]), source["count"]) == (SHOWN, 3, SHOWN + 3)
    assert source["n"] == 2


def test_the_matrix_leaves_out_what_one_report_has_alone(dossier: Data) -> None:
    dossier["coverage"] = [
        {"statement": "s2", "cells": {"a-2": "present"}},
        {"statement": "gone", "cells": {}},
        {"statement": "s1", "cells": {"a-1": "differs"}},
    ]
    matrix = made(Lines, dossier).coverage()
    assert [(r["id"], r["cells"]) for r in matrix["rows"]] == [("s1", ["differs", "not-captured"])]


# ---------------------------------------------------------------- cites


def test_a_passage_before_the_first_block_leads_to_it(dossier: Data) -> None:
    dossier["articles"][0]["blocks"] = dossier["articles"][0]["blocks"][1:]
    cites = Cites(View(dossier))
    assert cites.link({"article": "a-1", "start": 0, "end": 5}).anchor == "s1-0"
    assert cites.link(cite("a-1", "Also read")).anchor == "s1-1"


def test_sources_of_a_line_are_numbered_once(dossier: Data) -> None:
    cites = Cites(View(dossier))
    both = [cite("a-2", "Nobody"), cite("a-1", "Ferry"), cite("a-2", "Nobody")]
    assert cites.numbers(both) == "1 2"
    assert [(c.n, len(c.links)) for c in cites.chips(both)] == [(1, 1), (2, 1)]
    assert (cites.numbers([]), cites.chips([])) == ("", [])


# ---------------------------------------------------------------- figures


def test_a_scale_holds_every_end_that_is_known() -> None:
    readings = [{"low": None, "value": 5, "high": 7}, {"low": 2, "value": 3, "high": None}]
    scale = Scale.of(readings)
    assert scale is not None
    assert (scale.low, scale.high, scale.label) == (2, 7, "2 to 7")
    marks = [scale.mark(r) for r in readings]
    assert [(m["start"], m["start"] + m["width"]) for m in marks] == [(0.0, WIDTH - 8.0), (8.0, float(WIDTH))]


def test_a_scale_of_one_point_stands_in_the_middle() -> None:
    assert Scale(5, 5).mark({"low": 5, "value": 5, "high": 5})["x"] == WIDTH / 2


@pytest.mark.parametrize(("relation", "compared", "lone"), [("single", 0, 1), ("conflict", 1, 0), ("same", 1, 0)])
def test_figures_of_one_report_stand_apart(dossier: Data, relation: str, compared: int, lone: int) -> None:
    dossier["figures"][0]["relation"] = relation
    figures = made(Figures, dossier)
    assert (len(figures.compared()), len(figures.lone())) == (compared, lone)


# ---------------------------------------------------------------- timeline


@pytest.mark.parametrize(
    ("start", "end", "precision", "heading"),
    [
        ("2025-03-01", "2025-03-31", "month", "March 2025"),
        ("2025-01-01", "2025-12-31", "year", "2025"),
        ("2023-03-01", "2024-03-31", "year", "2023 – 2024"),
        ("2025-10-14", "2025-10-15", "part-of-day", "Tuesday 14 October 2025 – Wednesday 15 October 2025"),
    ],
)
def test_longer_stretches_have_a_group_of_their_own_and_no_dot(
    dossier: Data, start: str, end: str, precision: str, heading: str
) -> None:
    dossier["timeline"][0] |= {"start": start, "end": end, "precision": precision, "of": "event"}
    timeline = made(Timeline, dossier)
    assert heading in [d["heading"] for d in timeline.days() if d["entries"]]
    assert timeline.strip() is None  # the two reports are of one day


@pytest.mark.parametrize(
    ("start", "precision", "clock"),
    [
        ("2025-10-14T16:38", "minute", "16:38"),
        ("2025-10-14", "day", ""),
        ("2025-10-14", "part-of-day", "part of the day"),
    ],
)
def test_the_clock_of_an_entry(dossier: Data, start: str, precision: str, clock: str) -> None:
    dossier["timeline"][0] |= {"start": start, "end": start, "precision": precision}
    ((entry,),) = [d["entries"] for d in made(Timeline, dossier).days() if d["entries"]]
    assert entry["clock"] == clock


def test_a_report_without_a_day_stands_in_no_list(dossier: Data) -> None:
    dossier["articles"][0]["published"] = None
    dossier["articles"][1]["published"] = "2025"
    timeline = made(Timeline, dossier)
    assert [d["reports"] for d in timeline.days()] == [[]]


def test_many_days_have_twelve_ticks_at_most(dossier: Data) -> None:
    entry = dossier["timeline"][0]
    days = [f"2025-{month:02d}-{day:02d}" for month in (1, 2) for day in range(1, 26)]
    dossier["timeline"] = [{**entry, "id": f"t{n}", "start": day, "end": day} for n, day in enumerate(days)]
    strip = made(Timeline, dossier).strip()
    assert len(strip["ticks"]) <= 12
    xs = [t["x"] for t in strip["ticks"]]
    assert xs == sorted(set(xs))
    assert strip["left"] < xs[0] < xs[-1] < strip["width"]


# ---------------------------------------------------------------- words and origins


def test_utterances_of_nobody_known_stand_last(dossier: Data) -> None:
    u = {**dossier["utterances"][0], "relation": "single", "outlets": 1, "differences": [], "quotes": ["q1"]}
    dossier["utterances"] = [{**u, "id": "u1", "speaker": None}, {**u, "id": "u2", "speaker": "sorokina"}]
    utterances = made(Utterances, dossier)
    assert utterances.shared() == []
    assert [g["name"] for g in utterances.lone()] == ["Sorokina", UNKNOWN]


def test_one_outlet_in_two_versions_is_no_lone_utterance(dossier: Data) -> None:
    dossier["utterances"][0]["outlets"] = 1
    utterances = made(Utterances, dossier)
    assert ([c["id"] for c in utterances.shared()], utterances.lone()) == (["u1"], [])


@pytest.mark.parametrize("words", ["", "—", "nothing of it"])
def test_words_that_stand_nowhere_have_no_extent(words: str) -> None:
    assert extent(words, "We must learn the truth") == []


def test_one_label_that_all_use_is_no_choice(dossier: Data) -> None:
    dossier["actors"][0]["labels"][0]["cites"] = [cite("a-1", "Minister"), cite("a-2", "Ms")]
    dossier["wording"] = []
    assert made(Wording, dossier).labels() == []


def test_an_actor_named_once_is_no_filter(dossier: Data) -> None:
    actor = dossier["actors"][0]
    once = {**actor, "id": "b", "labels": [], "spellings": [{"text": "B", "cites": [cite("a-1", "Sorokina")]}]}
    dossier["actors"].append(once)
    assert [a["id"] for a in made(Wording, dossier).actors()] == ["sorokina"]


def test_the_drawing_keeps_the_widest_origins_and_counts_the_rest(dossier: Data) -> None:
    origin = dossier["origins"][0]
    narrow = {**origin, "passages": [{**origin["passages"][0], "cites": origin["passages"][0]["cites"][:1]}]}
    dossier["origins"] = [{**narrow, "id": f"o{n}"} for n in range(DRAWN)] + [{**origin, "id": "wide"}]
    graph = made(Origins, dossier).graph()
    assert (graph["right"][0]["id"], len(graph["right"]), graph["left_out"]) == ("wide", DRAWN, 1)
    assert [line["first"] for line in graph["lines"][:2]] == [True, False]
    dossier["origins"] = []
    assert made(Origins, dossier).graph() is None
