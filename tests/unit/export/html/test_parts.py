"""What the modules of the page make of the sample dossier."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.export.conftest import cite

from rashomon.export.html.cites import Cites
from rashomon.export.html.differences import extent, marked_versions
from rashomon.export.html.figures import Figures, Scale
from rashomon.export.html.lines import KIND_HOW, Lines
from rashomon.export.html.origins import Origins
from rashomon.export.html.timeline import Timeline
from rashomon.export.html.utterances import Utterances
from rashomon.export.html.wording import Wording
from rashomon.export.view import View
from rashomon.export.words import KINDS

Data = dict[str, Any]


def tools(dossier: Data) -> tuple[View, Cites]:
    view = View(dossier)
    return view, Cites(view)


def test_passages_of_one_source_are_one_chip(dossier: Data) -> None:
    _, cites = tools(dossier)
    chips = cites.chips([cite("a-2", "police"), cite("a-1", "Ferry"), cite("a-2", "142"), cite("a-2", "142")])
    assert [(c.n, c.name, [link.code for link in c.links]) for c in chips] == [
        (1, "The Lamp", ["1 0 5"]),
        (2, "unnamed outlet", ["2 18 21", "2 97 103"]),
    ]
    assert [link.anchor for link in chips[1].links] == ["s2-0", "s2-1"]


def test_reports_of_a_statement_are_grouped_by_who_vouches(dossier: Data) -> None:
    dossier["statements"][0]["reports"][1]["holder"] = "sorokina"
    line = Lines(*tools(dossier)).statement(dossier["statements"][0])
    assert [(g["label"], [c.n for c in g["chips"]]) for g in line["groups"]] == [
        ("according to Sorokina", [2]),
        ("hedged", [1]),
    ]
    assert (line["numbers"], line["actors"], line["outlets"], line["of"]) == ("1 2", "sorokina", 2, 2)


def test_a_disputed_statement_has_a_side_for_each_polarity(dossier: Data) -> None:
    dossier["statements"][0]["reports"][1]["polarity"] = "denied"
    card = Lines(*tools(dossier)).disputed(dossier["statements"][0])
    assert [(s["who"], s["words"].text) for s in card["sides"]] == [
        ("Stated with a hedge by the outlet", "The ferry carried about 140 people."),
        ("Denied by the outlet", "The ferry carried 142 people."),
    ]


def test_differences_stand_by_kind_in_the_order_of_the_dossier(dossier: Data) -> None:
    dossier["statements"][0]["verdict"] = "disputed"
    first = dossier["disagreements"][0]
    dossier["disagreements"] = [first, {**first, "id": "d2", "kind": "time"}, {**first, "id": "d3"}]
    groups = Lines(*tools(dossier)).differ()
    assert [(g["heading"], [c["id"] for c in g["cards"]]) for g in groups] == [
        ("Wording", ["d1", "d3"]),
        ("Time", ["d2"]),
        ("Denied by some", ["s1"]),
    ]
    assert groups[0]["how"] == "The same words, quoted differently."


def test_every_kind_of_difference_is_explained() -> None:
    assert list(KIND_HOW) == [*KINDS, "denied"]


def test_tallies_have_the_right_number(dossier: Data) -> None:
    lines = Lines(*tools(dossier))
    assert [lines.statement(s)["tally"] for s in dossier["statements"]] == [
        "2 outlets, 2 origins",
        "1 outlet, 1 origin",
    ]


def test_single_statements_stand_by_source_fragments_last(dossier: Data) -> None:
    def single(name: str, article: str, words: str) -> Data:
        report = {"cite": cite(article, words), "holder": None, "polarity": "affirmed"}
        return {**dossier["statements"][1], "id": name, "gist": words, "reports": [report]}

    rows = [
        single("x1", "a-2", "Nobody"),
        single("x2", "a-2", "The ferry carried 142 people."),
        single("x3", "a-1", "Ferry runs aground"),
    ]
    groups = Lines(*tools(dossier)).single(rows)
    assert [(g["n"], g["name"], [s["id"] for s in g["shown"]], g["more"]) for g in groups] == [
        (1, "The Lamp", ["x3"], []),
        (2, "Unnamed outlet (two.txt)", ["x2", "x1"], []),
    ]


def test_positions_by_actor_and_the_matrix(dossier: Data) -> None:
    lines = Lines(*tools(dossier))
    (group,) = lines.positions()
    assert (group["name"], [(p["id"], p["stance"], p["object"]) for p in group["rows"]]) == (
        "Sorokina",
        [("p1", "demands", "the truth")],
    )
    matrix = lines.coverage()
    assert [(r["id"], r["cells"]) for r in matrix["rows"]] == [("s1", ["present", "present"])]
    assert [c["name"] for c in matrix["columns"]] == ["The Lamp", "unnamed outlet"]


def test_an_utterance_has_versions_with_extent_and_pairs(dossier: Data) -> None:
    (card,) = Utterances(*tools(dossier)).shared()
    assert (card["name"], card["relation_words"], card["pairs"]) == ("Sorokina", "reworded", [("must", "should")])
    assert [(v["words"], v["of"], [c.n for c in v["chips"]]) for v in card["versions"]] == [(5, 5, [1]), (5, 5, [2])]


def test_versions_with_the_same_words_are_one(dossier: Data) -> None:
    dossier["quotes"][1]["content"] = [cite("a-2", "learn the truth")]
    dossier["quotes"][0]["content"] = [cite("a-1", "learn the truth")]
    (card,) = Utterances(*tools(dossier)).shared()
    assert [[c.n for c in v["chips"]] for v in card["versions"]] == [[1, 2]]


def test_utterances_of_one_outlet_stand_by_speaker(dossier: Data) -> None:
    one = {**dossier["utterances"][0], "quotes": ["q1"], "outlets": 1, "relation": "single", "differences": []}
    dossier["utterances"] = [{**one, "id": "u1", "speaker": None}, {**one, "id": "u2"}, {**one, "id": "u3"}]
    said = Utterances(*tools(dossier))
    assert said.shared() == []
    assert [(g["name"], [u["id"] for u in g["cards"]]) for g in said.lone()] == [
        ("Sorokina", ["u2", "u3"]),
        ("Speaker not known", ["u1"]),
    ]


def marked(dossier: Data, left: str, right: str, pair: list[str]) -> list[list[str]]:
    dossier["articles"][0]["text"], dossier["articles"][1]["text"] = left, right
    for quote, article, text in (("q1", "a-1", left), ("q2", "a-2", right)):
        row = next(q for q in dossier["quotes"] if q["id"] == quote)
        row["content"] = [{"article": article, "start": 0, "end": len(text)}]
    dossier["utterances"][0]["differences"] = [{"quotes": ["q1", "q2"], "words": [pair]}]
    versions = marked_versions(View(dossier), dossier["utterances"][0])
    return [[p["text"] for p in v["parts"] if p["differs"]] for v in versions]


def test_the_occurrence_that_differs_is_marked_not_the_first_one(dossier: Data) -> None:
    left = "a calm sea and then a rough sea came"
    right = "a calm sea and then a calm sea came"
    assert marked(dossier, left, right, ["rough", "calm"]) == [["rough"], ["calm"]]
    parts = marked_versions(View(dossier), dossier["utterances"][0])[1]["parts"]
    assert parts[0]["text"] == "a calm sea and then a "


def test_the_extent_of_a_version_is_where_its_words_stand_in_the_longest() -> None:
    reference = "We left the old pier at noon and came back"
    assert extent("the old pier … came back", reference) == [(20.0, 30.0), (80.0, 20.0)]
    assert extent("noon", reference) == [(60.0, 10.0)]
    assert extent("nothing of it", reference) == []
    assert extent("word " * 401, reference) == []
    assert extent("a word", "…") == []


def test_words_that_stand_in_no_version_mark_nothing(dossier: Data) -> None:
    assert marked(dossier, "one two", "one three", ["", "four"]) == [[], []]


def test_figure_rows_are_readings_that_say_the_same(dossier: Data) -> None:
    figures = Figures(*tools(dossier))
    (card,) = figures.compared()
    assert figures.lone() == []
    assert [(r["words"], r["quoted"], r["teaser"], [c.n for c in r["chips"]]) for r in card["rows"]] == [
        ("about 140 people", [], False, [1]),
        ("142 people", [], False, [2]),
        ("142 people", [], True, [1]),
    ]
    assert (card["about"], card["only_teaser"]) == ("People carried", "")


def test_a_reading_in_other_words_keeps_the_words(dossier: Data) -> None:
    dossier["figures"][0]["readings"][1]["counted"] = "passenger"
    rows = Figures(*tools(dossier)).card(dossier["figures"][0])["rows"]
    assert [(r["words"], r["quoted"]) for r in rows][1] == ("142 passengers", ["142 people"])


def test_a_value_that_only_a_link_headline_gives_is_named(dossier: Data) -> None:
    del dossier["figures"][0]["readings"][1]
    assert Figures(*tools(dossier)).card(dossier["figures"][0])["only_teaser"] == "142 people"


@pytest.mark.parametrize(
    ("low", "value", "high", "mark"),
    [
        (0, 0, 0, (8.0, 8.0, 0.0, False, False)),
        (10, 10, None, (172.0, 172.0, 8.0, False, True)),
        (None, 5, 5, (90.0, 0.0, 90.0, True, False)),
    ],
)
def test_where_a_reading_stands_on_the_scale(low: Any, value: float, high: Any, mark: tuple[Any, ...]) -> None:
    got = Scale(0, 10).mark({"low": low, "value": value, "high": high})
    assert (got["x"], got["start"], got["width"], got["open_low"], got["open_high"]) == mark


def test_no_scale_where_all_say_the_same() -> None:
    assert Scale.of([{"low": 2, "value": 2, "high": 2}] * 2) is None


def test_the_timeline_has_three_lanes_and_publications_in_the_list(dossier: Data) -> None:
    timeline = Timeline(*tools(dossier))
    strip = timeline.strip()
    assert strip is not None
    assert [lane["name"] for lane in strip["lanes"]] == ["Happened", "Said", "Published"]
    assert sorted((d["of"], d["id"]) for d in strip["dots"]) == [
        ("publication", "source-1"),
        ("publication", "source-2"),
        ("utterance", "t1"),
    ]
    assert [t["label"] for t in strip["ticks"]] == ["14 Oct", "15 Oct"]
    days = timeline.days()
    assert [(d["heading"], [e["id"] for e in d["entries"]], [p["n"] for p in d["reports"]]) for d in days] == [
        ("Tuesday 14 October 2025", ["t1"], []),
        ("Wednesday 15 October 2025", [], [1, 2]),
    ]


def test_many_entries_of_one_day_are_stacked_and_counted(dossier: Data) -> None:
    entry = {**dossier["timeline"][0], "of": "event"}
    days = [f"2025-10-{10 + n % 6}" for n in range(400)]
    dossier["timeline"] = [{**entry, "id": f"t{n}", "start": day, "end": day} for n, day in enumerate(days)]
    strip = Timeline(*tools(dossier)).strip()
    assert strip is not None
    assert len(strip["dots"]) + sum(m["count"] for m in strip["more"]) == 402
    assert min(d["y"] for d in strip["dots"]) > 0


def test_no_strip_for_a_single_day(dossier: Data) -> None:
    dossier["timeline"] = []
    assert Timeline(*tools(dossier)).strip() is None


def test_labels_fold_case_and_name_who_alone_uses_them(dossier: Data) -> None:
    dossier["actors"][0]["labels"] += [
        {"text": "minister", "cites": [cite("a-1", "Minister")]},
        {"text": "Ms", "cites": [cite("a-2", "Ms")]},
    ]
    (row,) = Wording(*tools(dossier)).labels()
    assert [(f["text"], f["alone"]) for f in row["forms"]] == [("Minister", True), ("Ms", False)]


def test_verbs_stand_by_what_they_are_about_and_spellings_by_actor(dossier: Data) -> None:
    dossier["wording"][0]["kind"] = "verb-of-saying"
    dossier["actors"][0]["spellings"].append({"text": "Ms Sorokina", "cites": [cite("a-2", "Ms Sorokina")]})
    wording = Wording(*tools(dossier))
    (choice,) = wording.choices()
    assert choice["heading"] == "Verbs of saying that one outlet alone uses"
    assert [(g["name"], [w["text"] for w in g["rows"]]) for g in choice["groups"]] == [("Sorokina", ["Minister"])]
    assert [(a["name"], len(a["forms"])) for a in wording.spellings()] == [("Sorokina", 2)]
    assert wording.actors() == [{"id": "sorokina", "name": "Sorokina", "forms": "sorokina|ms sorokina"}]


def test_origins_as_table_and_graph(dossier: Data) -> None:
    origins = Origins(*tools(dossier))
    (row,) = origins.table()
    assert (row["kind"], row["reports"], row["first"]) == ("One source", "2 reports", 1)
    assert [(p["share"], p["text"]) for p in row["passages"]] == [(75, "learn the truth")]
    graph = origins.graph()
    assert graph is not None
    assert [n["name"] for n in graph["nodes"]] == ["The Lamp", "unnamed outlet"]
    assert [(line["first"], line["copies"]) for line in graph["lines"]] == [(True, False), (False, False)]
    dossier["origins"] = []
    assert Origins(*tools(dossier)).graph() is None
