"""Each export where little is known, where much is odd, and where it has to leave something out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon.export.formats import FORMATS, export
from rashomon.export.formats.folders import csv_text
from rashomon.export.formats.ftm import entities
from rashomon.export.formats.names import line_uri, text_uri
from rashomon.export.formats.ninjs import item
from rashomon.export.formats.schemaorg import graph
from rashomon.export.formats.webannotation import collection
from rashomon.export.tables import TABLES, table, tables
from rashomon.records.article import digest

Data = dict[str, Any]
LISTS = (
    "actors quotes utterances figures timeline statements positions disagreements checks origins coverage wording times"
    " unread"
).split()
ODD = 'Ida "the\r\nFox" O\'Neil, =1+1; \u202eLund\u202c \x00 😀'


@pytest.fixture
def bare(dossier: Data) -> Data:
    """One report of which nothing is known and in which nothing was found."""
    dossier |= {name: [] for name in LISTS}
    unknown = {"outlet": None, "title": None, "authors": [], "published": None, "language": None, "url": None}
    dossier["articles"] = [{**dossier["articles"][0], **unknown, "published_from": None}]
    dossier["story"] = {"title": "one.txt", "date": None, "languages": [], "reports": 1, "origins": 1}
    return dossier


def nodes(dossier: Data, kind: str) -> list[Data]:
    return [n for n in graph(dossier)["@graph"] if n["@type"] == kind]


def rows(dossier: Data, schema: str) -> list[Data]:
    return [e["properties"] for e in entities(dossier) if e["schema"] == schema]


def test_csv_of_nothing_has_headers_only(bare: Data) -> None:
    for made in tables(bare):
        lines = csv_text(made).split("\r\n")
        assert lines[0] == ",".join(c.name for c in made.columns)
        assert len(lines) == (3 if made.name == "articles" else 2)


def test_web_annotations_of_nothing(bare: Data) -> None:
    made = collection(bare)
    assert (made["total"], made["first"]["items"]) == (0, [])


def test_ninjs_names_nothing_that_is_not_known(bare: Data) -> None:
    made = item(bare)
    assert {"language", "contentCreated", "people", "organisations", "places"}.isdisjoint(made)
    (report,) = made["associations"]
    assert {"headlines", "by", "language", "contentCreated"}.isdisjoint(report)
    assert report["name"] == "one.txt (outlet not named)"
    assert made["infoSources"] == []


def test_schema_org_names_nothing_that_is_not_known(bare: Data) -> None:
    (node,) = graph(bare)["@graph"]
    assert set(node) == {"@type", "@id", "identifier", "articleBody"}


def test_follow_the_money_names_nothing_that_is_not_known(bare: Data) -> None:
    (entity,) = entities(bare)
    assert set(entity["properties"]) == {"fileName", "bodyText", "mimeType"}


@pytest.mark.parametrize("to", FORMATS)
def test_odd_names_come_out_to_the_letter(dossier: Data, tmp_path: Path, to: str) -> None:
    if to == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'rashomon[tables]'")
    dossier["actors"][0]["name"] = ODD
    dossier["articles"][0]["outlet"] = ODD
    paths = export(dossier, to, tmp_path / "out")
    if to == "csv":
        read = {p.stem: list(csv.DictReader(io.StringIO(p.read_bytes().decode(), newline=""))) for p in paths}
        assert {r["name"] for r in read["actors"]} == {ODD}
        assert read["articles"][0]["outlet"] == ODD
    elif to == "ftm":
        found = [json.loads(line) for line in paths[0].read_text(encoding="utf-8").split("\n") if line]
        assert [e["properties"]["name"] for e in found if e["schema"] == "Person"] == [[ODD]]
    elif to != "parquet":
        said = json.dumps(ODD, ensure_ascii=False)
        text = paths[0].read_text(encoding="utf-8")
        assert said in text
        assert json.loads(text)


def test_a_csv_line_end_inside_a_cell_is_kept(dossier: Data) -> None:
    dossier["unread"] = [{"path": 'a\r\nb,"c".txt', "reason": "=cmd()\n+1"}]
    written = csv_text(table(dossier, "unread"))
    assert written == 'path,reason\r\n"a\r\nb,""c"".txt","=cmd()\n+1"\r\n'


@pytest.mark.parametrize(
    ("value", "cell"),
    [(40.0, "40"), (44.5, "44.5"), (1e15, "1000000000000000.0"), (1e22, "1e+22"), (-0.5, "-0.5"), (0.0, "0")],
)
def test_figures_in_csv(dossier: Data, value: float, cell: str) -> None:
    dossier["figures"][0]["readings"] = [{**dossier["figures"][0]["readings"][0], "value": value}]
    (row,) = csv.DictReader(io.StringIO(csv_text(table(dossier, "figures")), newline=""))
    assert (row["value"], row["modifier"]) == (cell, "about")


def test_what_is_not_known_is_an_empty_cell(dossier: Data) -> None:
    dossier["quotes"][0]["speaker"] = None
    dossier["quotes"][1]["speaker"] = "somebody-gone"
    dossier["utterances"] = []
    first, second = table(dossier, "quotes").rows
    assert (first["speaker"], first["speaker_name"], first["utterance"]) == (None, None, None)
    assert (second["speaker"], second["speaker_name"]) == ("somebody-gone", None)


def test_a_quote_of_two_pieces_has_two_rows(dossier: Data) -> None:
    dossier["quotes"][0]["content"] *= 2
    dossier["quotes"][0]["through"] = ["rask", "lund"]
    found = [(r["quote"], r["piece"], r["through"]) for r in table(dossier, "quotes").rows]
    assert found == [("q1", 1, "rask; lund"), ("q1", 2, "rask; lund"), ("q2", 1, "")]


def test_sides_and_passages_are_counted_from_one(dossier: Data) -> None:
    dossier["disagreements"][0]["sides"][0]["cites"] *= 2
    assert [r["side"] for r in table(dossier, "disagreements").rows] == [1, 1, 2]
    assert [r["passage"] for r in table(dossier, "origins").rows] == [1, 1]


def test_a_report_that_a_coverage_row_leaves_out_was_not_captured(dossier: Data) -> None:
    dossier["coverage"] = [{"statement": "s1", "cells": {"a-2": "absent"}}]
    assert [r["state"] for r in table(dossier, "coverage").rows] == ["not-captured", "absent"]


def test_every_table_is_documented_in_the_order_it_is_written() -> None:
    names = list(TABLES)
    assert names == [made.name for made in tables({"articles": [], "actors": [], **{n: [] for n in LISTS}})]


# ---------------------------------------------------------------- web annotation


def test_positions_count_code_points_and_context_stops_at_the_ends(dossier: Data) -> None:
    text = "😀 No."
    dossier |= {name: [] for name in LISTS}
    article = {**dossier["articles"][0], "text": text, "sha256": digest(text)}
    dossier["articles"] = [article]
    cite = {"article": "a-1", "start": 2, "end": 4}
    dossier["positions"] = [{"actor": "gone", "stance": "rejects", "object": "it", "cites": [cite]}]
    (made,) = collection(dossier)["first"]["items"]
    position, words = made["target"]["selector"]
    assert (position["start"], position["end"]) == (2, 4)
    assert (words["prefix"], words["exact"], words["suffix"]) == ("😀 ", "No", ".")
    assert made["target"]["source"] == text_uri(article)
    assert made["id"] == line_uri(dossier, "p1.1")


def test_context_has_thirty_two_characters_at_most(dossier: Data) -> None:
    for made in collection(dossier)["first"]["items"]:
        words = made["target"]["selector"][1]
        assert max(len(words["prefix"]), len(words["suffix"])) <= 32


def test_the_passages_of_a_line_are_numbered_on_over_its_sides(dossier: Data) -> None:
    ids = [a["id"].rsplit("/", 1)[1] for a in collection(dossier)["first"]["items"]]
    assert [i for i in ids if i.startswith("d1")] == ["d1.1", "d1.2"]
    assert [i for i in ids if i.startswith("s")] == ["s1.1", "s1.2", "s2.1"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://lamp.example/a", "//lamp.example", "", None])
def test_only_web_addresses_are_passed_on(dossier: Data, url: str | None) -> None:
    for article in dossier["articles"]:
        article["url"] = url
    assert not any("scope" in a["target"] for a in collection(dossier)["first"]["items"])
    assert not any("url" in n for n in nodes(dossier, "NewsArticle"))
    assert not any("sourceUrl" in r for r in rows(dossier, "Article"))


# ---------------------------------------------------------------- FollowTheMoney


def test_names_of_one_report_stand_in_one_mention(dossier: Data) -> None:
    actor = dossier["actors"][0]
    actor["spellings"].append({"text": "Minister Sorokina", "cites": actor["spellings"][0]["cites"][:1]})
    first, second = rows(dossier, "Mention")
    assert (first["name"], second["name"]) == (["Sorokina", "Minister Sorokina"], ["Sorokina"])
    assert first["resolved"] == second["resolved"]
    assert rows(dossier, "Person") == [{"name": ["Sorokina"], "alias": ["Minister Sorokina"]}]


@pytest.mark.parametrize("kind", ["place", "work", "other"])
def test_what_is_no_legal_entity_is_mentioned_only(dossier: Data, kind: str) -> None:
    dossier["actors"][0]["type"] = kind
    assert {e["schema"] for e in entities(dossier)} == {"Article", "Mention", "Note"}
    assert all("resolved" not in r and "detectedSchema" not in r for r in rows(dossier, "Mention"))
    assert [len(r["entity"]) for r in rows(dossier, "Note")] == [1, 1]


@pytest.mark.parametrize(("language", "code"), [("uk", ["ukr"]), ("xx", None), (None, None)])
def test_languages_have_three_letters_or_none(dossier: Data, language: str | None, code: list[str] | None) -> None:
    dossier["articles"][0]["language"] = language
    assert rows(dossier, "Article")[0].get("language") == code


def test_a_quotation_without_speaker_says_so(dossier: Data) -> None:
    dossier["quotes"][0] |= {"speaker": None, "when": "2025-10-14"}
    first = rows(dossier, "Note")[0]
    assert first["name"] == ["Quotation (direct) of a speaker not known"]
    assert first["date"] == ["2025-10-14"]
    assert len(first["entity"]) == 1


# ---------------------------------------------------------------- schema.org


def holders(*names: str | None) -> Callable[[Data], None]:
    def change(dossier: Data) -> None:
        for report, name in zip(dossier["statements"][0]["reports"], names, strict=True):
            report["holder"] = name

    return change


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (holders("sorokina", "sorokina"), True),
        (holders("sorokina", None), False),
        (holders(None, None), False),
        (holders("gone", "gone"), False),
    ],
)
def test_a_claim_has_an_author_only_where_all_reports_name_one(
    dossier: Data, change: Callable[[Data], None], named: bool
) -> None:
    change(dossier)
    author = nodes(dossier, "Claim")[0].get("author")
    assert author == ({"@id": line_uri(dossier, "sorokina")} if named else None)


def test_a_place_is_no_author(dossier: Data) -> None:
    dossier["actors"][0]["type"] = "place"
    holders("sorokina", "sorokina")(dossier)
    assert "author" not in nodes(dossier, "Claim")[0]
    assert not any("creator" in n for n in nodes(dossier, "Quotation"))


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2025-10-15", "2025-10-14"), "a-2"),
        (("2025-10-14", "2025-10-14"), "a-1"),
        ((None, "2025-10-14"), "a-2"),
        ((None, None), None),
    ],
)
def test_a_claim_appears_first_in_the_earliest_dated_report(
    dossier: Data, days: tuple[str | None, str | None], first: str | None
) -> None:
    for article, day in zip(dossier["articles"], days, strict=True):
        article["published"] = day
    found = nodes(dossier, "Claim")[0].get("firstAppearance")
    assert found == ({"@id": line_uri(dossier, first)} if first else None)


def test_indirect_speech_is_no_quotation(dossier: Data) -> None:
    dossier["quotes"][0]["kind"] = "indirect"
    dossier["quotes"][1]["kind"] = "mixed"
    assert [n["text"] for n in nodes(dossier, "Quotation")] == ["We should learn the truth"]


@pytest.mark.parametrize(
    ("kind", "type_"),
    [("person", "Person"), ("organization", "Organization"), ("group", "Organization"), ("place", "Place")],
)
def test_types_of_actors(dossier: Data, kind: str, type_: str) -> None:
    dossier["actors"][0]["type"] = kind
    assert [n["name"] for n in nodes(dossier, type_)] == ["Sorokina"]


def test_works_and_others_have_no_node(dossier: Data) -> None:
    dossier["actors"][0]["type"] = "work"
    assert {n["@type"] for n in graph(dossier)["@graph"]} == {"NewsArticle", "Quotation", "Claim"}


# ---------------------------------------------------------------- ninjs


def test_an_outlet_of_two_reports_is_one_source(dossier: Data) -> None:
    dossier["articles"][1]["outlet"] = "The Lamp"
    assert item(dossier)["infoSources"] == [{"name": "The Lamp", "role": "outlet"}]


def test_the_dossier_is_as_old_as_its_newest_report(dossier: Data) -> None:
    dossier["articles"][0]["published"] = "2025-10-15T09:30"
    made = item(dossier)
    assert made["contentCreated"] == "2025-10-15T09:30:00Z"
    assert [a["contentCreated"] for a in made["associations"]] == ["2025-10-15T09:30:00Z", "2025-10-15T00:00:00Z"]


def test_groups_stand_with_organisations(dossier: Data) -> None:
    actor = dossier["actors"][0]
    dossier["actors"] = [{**actor, "id": i, "name": i, "type": t} for i, t in (("a", "group"), ("b", "organization"))]
    assert item(dossier)["organisations"] == [{"name": "a", "literal": "a"}, {"name": "b", "literal": "b"}]


def test_authors_stand_in_one_line(dossier: Data) -> None:
    dossier["articles"][0]["authors"] = ["Ida Holm", "Per Lund"]
    assert item(dossier)["associations"][0]["by"] == "Ida Holm, Per Lund"


def test_what_is_worth_a_look_is_asked_and_nothing_else_is(dossier: Data) -> None:
    made = collection(dossier)["first"]["items"]
    asked = [a for a in made if a["motivation"] == "questioning"]
    assert [a["id"].rsplit("/", 1)[1] for a in asked] == ["k1.1", "k1.2", "k1.3"]
    assert {a["body"][0]["value"] for a in asked} == {"People carried: “140 people” or “142 people”?"}
    assert {a["body"][1]["value"] for a in asked} == {"worth a look: figure"}
    assert {a["motivation"] for a in made if a not in asked} == {"describing"}
