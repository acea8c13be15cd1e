"""The lines at the top of the page, from the sample dossier."""

from __future__ import annotations

from typing import Any

from tests.unit.export.conftest import cite

from rashomon.export.html.cites import Cites
from rashomon.export.html.glance import SHOWN, Glance
from rashomon.export.view import View, teaser_only

Data = dict[str, Any]


def glance(dossier: Data) -> Glance:
    view = View(dossier)
    return Glance(view, Cites(view))


def told(rows: list[Data]) -> list[tuple[str, str, str, list[list[int]]]]:
    return [(r["id"], r["lead"], r["text"], [[o.n for o in side] for side in r["sides"]]) for r in rows]


def test_the_sample_has_one_heading_and_an_empty_dossier_none(dossier: Data) -> None:
    groups = glance(dossier).groups()
    assert [(g["heading"], g["section"], g["more"]) for g in groups] == [
        ("Quoted differently", "said", False),
        ("Worth a look", "checks", False),
    ]
    for section in ("disagreements", "utterances", "figures", "origins", "statements", "checks"):
        dossier[section] = []
    assert glance(dossier).groups() == []


def test_words_that_differ_are_told_with_the_speaker(dossier: Data) -> None:
    assert told(glance(dossier).quoted()) == [("u1", "Sorokina", "“must” or “should”", [[1, 2]])]


def test_a_cut_is_told_by_its_lengths_and_who_gives_them(dossier: Data) -> None:
    u = dossier["utterances"][0]
    u |= {"relation": "cut", "differences": [], "channel": "interview"}
    dossier["quotes"][1]["content"] = [cite("a-2", "the truth")]
    assert told(glance(dossier).quoted()) == [
        ("u1", "Sorokina in an interview", "“We must learn the truth” in 5 words or 2", [[1], [2]])
    ]


def test_versions_of_one_length_are_told_by_their_relation(dossier: Data) -> None:
    dossier["utterances"][0] |= {"relation": "paraphrased", "differences": []}
    assert told(glance(dossier).quoted()) == [("u1", "Sorokina", "“We must learn the truth” paraphrased", [[1, 2]])]


def test_every_speaker_comes_once_before_any_comes_twice(dossier: Data) -> None:
    u = dossier["utterances"][0]
    dossier["utterances"] = [
        {**u, "id": "u2"},
        {**u, "id": "u3"},
        {**u, "id": "u4", "speaker": None},
        {**u, "id": "u5", "outlets": 3},
        {**u, "id": "u6", "relation": "same"},
    ]
    assert [r["id"] for r in glance(dossier).quoted()] == ["u5", "u4", "u2", "u3"]


def test_what_does_not_fit_comes_by_kind_and_wording_has_its_own_heading(dossier: Data) -> None:
    first = dossier["disagreements"][0]
    dossier["disagreements"] = [
        {**first, "id": f"d{n}", "kind": kind, "note": f"note {n}"}
        for n, kind in enumerate(("stance", "stance", "wording", "time"), 1)
    ]
    assert told(glance(dossier).differ()) == [
        ("d1", "Stance", "Note 1", [[1], [2]]),
        ("d4", "Time", "Note 4", [[1], [2]]),
        ("d2", "Stance", "Note 2", [[1], [2]]),
    ]


def test_two_sides_stand_for_a_long_note_and_one_outlet_is_named_once(dossier: Data) -> None:
    d = dossier["disagreements"][0]
    d |= {"kind": "scope", "note": "long " * 40}
    d["sides"][1]["cites"] = [cite("a-1", "about 140 people")]
    assert told(glance(dossier).differ()) == [("d1", "Scope", "“must” / “should”", [[1]])]


def test_what_some_deny_is_named_with_both_sides(dossier: Data) -> None:
    s = dossier["statements"][0]
    s["verdict"] = "disputed"
    s["reports"][1]["polarity"] = "denied"
    dossier["disagreements"] = []
    assert told(glance(dossier).differ()) == [("s1", "Denied by some", "The ferry carried 142 people.", [[1], [2]])]


def test_a_figure_of_link_headlines_alone_is_named_once(dossier: Data) -> None:
    figure = dossier["figures"][0]
    assert teaser_only(figure) == []
    del figure["readings"][1]
    figure["readings"].append({**figure["readings"][1]})
    assert told(glance(dossier).teased()) == [("f1", "142 people", "", [[1]])]


def test_copies_are_named_with_their_source(dossier: Data) -> None:
    dossier["origins"][0] |= {"kind": "copies", "source": "Quay Wire"}
    assert told(glance(dossier).copied()) == [("o1", "2 reports", "repeat one text (Quay Wire)", [[1, 2]])]
    dossier["origins"][0]["source"] = None
    assert glance(dossier).copied()[0]["text"] == "repeat one text"


def test_more_than_fit_are_left_to_the_section(dossier: Data) -> None:
    u = dossier["utterances"][0]
    dossier["utterances"] = [{**u, "id": f"u{n}"} for n in range(SHOWN + 1)]
    group = glance(dossier).groups()[0]
    assert (len(group["rows"]), group["more"]) == (SHOWN, True)


def test_what_is_worth_a_look_is_only_counted(dossier: Data) -> None:
    said = "where passages seem to tell one thing and give different values"
    assert told(glance(dossier).looked()) == [("checks", "1 place", said, [])]
    dossier["checks"] = dossier["checks"] * 12
    assert glance(dossier).looked()[0]["lead"] == "12 places"
    del dossier["checks"]
    assert glance(dossier).looked() == []
