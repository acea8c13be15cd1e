"""The JSON of a dossier, field by field: names, order, values and roundings are a contract with its readers."""

from __future__ import annotations

import json
import math
from dataclasses import fields
from typing import Any

import pytest

from rashomon.records import codec
from rashomon.records.article import digest
from rashomon.records.codec import encode, number
from rashomon.records.dossier import Findings, Record
from rashomon.records.findings import Figure, Quote, Reading
from rashomon.records.span import Cite
from rashomon.steps.compose import prove

SECTIONS = (
    "articles actors quotes utterances figures timeline statements positions disagreements origins coverage wording"
    " times checks"
).split()


def cite(article: str, start: int, end: int) -> dict[str, Any]:
    return {"article": article, "start": start, "end": end}


def words(data: dict[str, Any], place: dict[str, Any]) -> str:
    """The characters that the encoded cite `place` points at."""
    text = next(a["text"] for a in data["articles"] if a["id"] == place["article"])
    return str(text[place["start"] : place["end"]])


def test_the_sections_stand_in_the_order_of_the_schema(whole: Record) -> None:
    assert list(encode(whole)) == ["schema", "story", *SECTIONS, "unread"]


def test_every_section_of_the_findings_is_written(whole: Record) -> None:
    assert [f.name for f in fields(Findings)] == SECTIONS
    data = encode(whole)
    assert {name: len(data[name]) for name in SECTIONS} == {
        name: len(getattr(whole.findings, name)) for name in SECTIONS
    }
    assert all(data[name] for name in SECTIONS)


def test_the_sample_proves(whole: Record) -> None:
    assert prove(encode(whole)) == []


def test_encoding_is_plain_json(whole: Record) -> None:
    data = encode(whole)
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data
    assert encode(whole) == data


def test_head_and_unread(whole: Record) -> None:
    data = encode(whole)
    assert data["schema"] == "rashomon.dossier/1"
    assert data["story"] == {
        "title": "Lock shut",
        "date": "2031-05-06",
        "languages": ["en", "da"],
        "reports": 2,
        "origins": 1,
    }
    assert data["unread"] == [{"path": "three.txt", "reason": "it is empty"}]


def test_an_article_with_everything_known(whole: Record) -> None:
    text = whole.findings.articles[0].text
    assert encode(whole)["articles"][0] == {
        "id": "a1",
        "path": "one.html",
        "url": "https://merrow.example/lock",
        "outlet": "Merrow Post",
        "title": "Lock shut",
        "authors": ["Ida Holm", "Per Lund"],
        "published": "2031-05-06T08:30",
        "published_from": "metadata",
        "language": "en",
        "sources": ["Isle Wire"],
        "captured": True,
        "sha256": digest(text),
        "text": text,
        "blocks": [
            {"start": 0, "end": 9, "kind": "title", "reason": "first line"},
            {"start": 10, "end": len(text), "kind": "body", "reason": ""},
        ],
        "stray": False,
    }


def test_what_is_not_known_of_an_article_is_null(whole: Record) -> None:
    second = encode(whole)["articles"][1]
    unknown = ("url", "outlet", "title", "published", "published_from", "language")
    assert [second[key] for key in unknown] == [None] * len(unknown)
    assert (second["authors"], second["sources"]) == ([], [])
    assert (second["captured"], second["stray"]) == (False, True)


def test_an_actor(whole: Record) -> None:
    data = encode(whole)
    first, second = data["actors"]
    assert list(first) == ["id", "name", "type", "spellings", "labels", "speaks_for", "authority"]
    assert (first["id"], first["name"], first["type"]) == ("vega", "Vega", "person")
    assert (first["speaks_for"], first["authority"]) == ("halle", "Q1")
    (spelling,), (label,) = first["spellings"], first["labels"]
    assert (spelling["text"], [words(data, c) for c in spelling["cites"]]) == ("Vega", ["Vega", "Vega"])
    assert [c["article"] for c in spelling["cites"]] == ["a1", "a2"]
    assert (label["text"], [words(data, c) for c in label["cites"]]) == ("Minister", ["Minister"])
    assert (second["labels"], second["speaks_for"], second["authority"]) == ([], None, None)


def test_a_quotation_with_everything_known(whole: Record) -> None:
    data = encode(whole)
    quote = data["quotes"][0]
    cited = ("speaker_cite", "cue", "clause")
    assert [words(data, quote[key]) for key in cited] == ["Minister Vega", "told", "that “we must close the lock”"]
    assert [words(data, c) for c in quote["content"]] == ["we must close the lock"]
    assert {k: v for k, v in quote.items() if k not in (*cited, "content")} == {
        "id": "q1",
        "article": "a1",
        "kind": "mixed",
        "speaker": "vega",
        "through": ["halle"],
        "channel": "Harbour Radio",
        "addressee": "halle",
        "status": "denied",
        "when": "2031-05-05",
        "confidence": 0.877,
        "teaser": True,
    }


def test_a_quotation_of_which_little_is_known(whole: Record) -> None:
    second = encode(whole)["quotes"][1]
    assert list(second) == list(encode(whole)["quotes"][0])
    empty = {k: v for k, v in second.items() if k not in ("id", "article", "kind", "content")}
    assert empty == {
        "speaker": None,
        "speaker_cite": None,
        "cue": None,
        "through": [],
        "channel": None,
        "addressee": None,
        "status": "said",
        "when": None,
        "confidence": 0.0,
        "clause": None,
        "teaser": False,
    }


def test_an_utterance(whole: Record) -> None:
    assert encode(whole)["utterances"] == [
        {
            "id": "u1",
            "speaker": "vega",
            "quotes": ["q1", "q2"],
            "relation": "reworded",
            "differences": [{"quotes": ["q1", "q2"], "words": [["must", "should"]]}],
            "outlets": 2,
            "channel": "Harbour Radio",
            "when": "2031-05-05",
        }
    ]


def test_a_figure_and_its_readings(whole: Record) -> None:
    data = encode(whole)
    (figure,) = data["figures"]
    assert list(figure) == ["id", "about", "unit", "readings", "relation", "note"]
    head = {k: v for k, v in figure.items() if k != "readings"}
    assert head == {
        "id": "f1",
        "about": "cost of the lock",
        "unit": "crown",
        "relation": "conflict",
        "note": "40 against 44.5",
    }
    first, second = figure["readings"]
    assert words(data, first.pop("cite")) == "about 40 crowns"
    assert first == {
        "value": 40,
        "low": 36,
        "high": 44,
        "modifier": "about",
        "counted": "crown",
        "holder": "halle",
        "kind": "teaser",
    }
    assert words(data, second.pop("cite")) == "44.5 crowns"
    assert second == {
        "value": 44.5,
        "low": 44.5,
        "high": None,
        "modifier": None,
        "counted": None,
        "holder": None,
        "kind": "report",
    }


def test_a_timeline_entry(whole: Record) -> None:
    data = encode(whole)
    (entry,) = data["timeline"]
    assert [words(data, c) for c in entry.pop("cites")] == ["close the lock"]
    assert [words(data, c) for c in entry.pop("times")] == ["Tuesday"]
    assert entry == {
        "id": "t1",
        "start": "2031-05-05",
        "end": "2031-05-06",
        "precision": "part-of-day",
        "what": "the lock was closed",
        "outlets": 2,
        "mode": "planned",
        "of": "utterance",
    }


def test_a_statement(whole: Record) -> None:
    assert encode(whole)["statements"] == [
        {
            "id": "s1",
            "gist": "the lock was closed",
            "reports": [
                {"cite": cite("a1", 0, 9), "holder": "halle", "polarity": "hedged"},
                {"cite": cite("a2", 0, 11), "holder": None, "polarity": "affirmed"},
            ],
            "verdict": "disputed",
            "outlets": 2,
            "origins": 3,
        }
    ]


def test_a_position(whole: Record) -> None:
    data = encode(whole)
    (position,) = data["positions"]
    assert [words(data, c) for c in position.pop("cites")] == ["we must close"]
    assert position == {"actor": "vega", "stance": "demands", "object": "closing the lock"}


def test_a_disagreement(whole: Record) -> None:
    data = encode(whole)
    (found,) = data["disagreements"]
    sides = found.pop("sides")
    assert found == {"id": "d1", "kind": "figure", "note": "what it cost", "reason": "apart"}
    assert [(s["says"], s["holder"], [words(data, c) for c in s["cites"]]) for s in sides] == [
        ("40 crowns", "halle", ["40 crowns"]),
        ("44.5 crowns", None, ["44.5 crowns"]),
    ]


def test_a_check(whole: Record) -> None:
    data = encode(whole)
    (found,) = data["checks"]
    sides = found.pop("sides")
    assert found == {"id": "k1", "kind": "figure", "note": "Crowns: 40 or 44.5?"}
    assert [[words(data, v) for v in s["values"]] for s in sides] == [["40"], ["44.5"]]
    assert [(s["says"], s["holder"], [words(data, c) for c in s["cites"]]) for s in sides] == [
        ("40 crowns", "halle", ["40 crowns"]),
        ("44.5 crowns", None, ["44.5 crowns"]),
    ]


def test_an_origin(whole: Record) -> None:
    data = encode(whole)
    (origin,) = data["origins"]
    (passage,) = origin.pop("passages")
    assert origin == {"id": "o1", "kind": "shares-source", "source": "Harbour Radio"}
    assert passage["shared"] == 0.667
    assert [(c["article"], words(data, c)) for c in passage["cites"]] == [
        ("a1", "close the lock"),
        ("a2", "close the lock"),
    ]


def test_coverage_is_a_copy(whole: Record) -> None:
    (row,) = encode(whole)["coverage"]
    assert row == {"statement": "s1", "cells": {"a1": "present", "a2": "not-captured"}}
    row["cells"]["a1"] = "absent"
    assert whole.findings.coverage[0].cells["a1"] == "present"


def test_a_wording_row(whole: Record) -> None:
    data = encode(whole)
    (row,) = data["wording"]
    assert [words(data, c) for c in row.pop("cites")] == ["Minister"]
    assert row == {"kind": "label", "about": "vega", "article": "a1", "text": "Minister", "score": 1.235}


def test_a_time_is_a_cite_with_its_reading(whole: Record) -> None:
    data = encode(whole)
    (row,) = data["times"]
    assert words(data, row) == "Tuesday"
    assert list(row) == ["article", "start", "end", "type", "value", "from", "to", "mod"]
    assert (row["type"], row["value"], row["from"], row["to"], row["mod"]) == (
        "DATE",
        "2031-05-06",
        "2031-05-06",
        "2031-05-07",
        "APPROX",
    )


@pytest.mark.parametrize(
    ("section", "write"),
    [
        ("articles", codec.article),
        ("actors", codec.actor),
        ("quotes", codec.quote),
        ("utterances", codec.utterance),
        ("figures", codec.figure),
        ("timeline", codec.timeline_entry),
        ("statements", codec.statement),
        ("positions", codec.position),
        ("disagreements", codec.disagreement),
        ("origins", codec.origin),
        ("coverage", codec.coverage_row),
        ("wording", codec.wording_row),
    ],
)
def test_no_field_of_a_record_is_forgotten(whole: Record, section: str, write: Any) -> None:
    row = getattr(whole.findings, section)[0]
    assert set(write(row)) == {f.name for f in fields(row)}


def test_no_field_of_a_reading_report_side_or_passage_is_forgotten(whole: Record) -> None:
    found = whole.findings
    inner: list[tuple[Any, dict[str, Any]]] = [
        (found.figures[0].readings[0], codec.figure(found.figures[0])["readings"][0]),
        (found.statements[0].reports[0], codec.statement(found.statements[0])["reports"][0]),
        (found.checks[0].sides[0], codec.check(found.checks[0])["sides"][0]),
        (found.origins[0].passages[0], codec.origin(found.origins[0])["passages"][0]),
        (found.utterances[0].differences[0], codec.utterance(found.utterances[0])["differences"][0]),
        (found.articles[0].blocks[0], codec.article(found.articles[0])["blocks"][0]),
        (found.actors[0].spellings[0], codec.actor(found.actors[0])["spellings"][0]),
    ]
    for record, data in inner:
        assert list(data) == [f.name for f in fields(record)], type(record).__name__
    assert list(codec.disagreement(found.disagreements[0])["sides"][0]) == ["says", "holder", "cites"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "null"),
        (0.0, "0"),
        (-0.0, "0"),
        (60.0, "60"),
        (60, "60"),
        (-3.0, "-3"),
        (44.5, "44.5"),
        (0.1, "0.1"),
        (1e14, "100000000000000"),
        (999_999_999_999_999.0, "999999999999999"),
        (1e15, "1000000000000000.0"),
        (1e22, "1e+22"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: float | None, written: str) -> None:
    assert json.dumps(number(value)) == written


def test_a_number_without_bounds_is_passed_on() -> None:
    assert number(math.inf) == math.inf
    assert math.isnan(number(math.nan) or 0.0)


@pytest.mark.parametrize(("given", "written"), [(0.0, 0.0), (1.0, 1.0), (0.1234, 0.123), (0.9996, 1.0), (1 / 3, 0.333)])
def test_confidence_has_three_decimals(given: float, written: float) -> None:
    assert codec.quote(Quote("q", "a", "direct", (Cite("a", 0, 1),), confidence=given))["confidence"] == written


def test_an_empty_record_has_every_section(whole: Record) -> None:
    data = encode(Record(whole.story, Findings(())))
    assert [data[name] for name in (*SECTIONS, "unread")] == [[]] * 15
    assert prove(data) == []


def test_order_of_lines_is_kept() -> None:
    readings = tuple(Reading(Cite("a", n, n + 1), float(n), None, None) for n in (3, 1, 2))
    data = codec.figure(Figure("f", "x", None, readings, "same"))
    assert [r["value"] for r in data["readings"]] == [3, 1, 2]
    assert (data["unit"], data["note"]) == (None, "")
