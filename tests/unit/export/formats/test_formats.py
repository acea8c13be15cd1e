"""Each export against the rules of its own format, written here as closed lists."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest

from rashomon.export.formats import export
from rashomon.export.formats.ftm import entities
from rashomon.export.formats.names import dossier_digest, line_uri, moment, text_uri
from rashomon.export.formats.ninjs import item
from rashomon.export.formats.schemaorg import graph
from rashomon.export.formats.webannotation import collection

Data = dict[str, Any]
URI = re.compile(r"[a-z][a-z0-9+.-]*:[!-~]+")
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def test_names(dossier: Data) -> None:
    article = dossier["articles"][0]
    name = text_uri(article)
    assert name.startswith("ni:///sha-256;")
    padded = name.split(";")[1] + "="
    assert base64.urlsafe_b64decode(padded).hex() == article["sha256"]
    assert line_uri(dossier, "s1") == f"tag:rashomon,2025:{dossier_digest(dossier)}/s1"
    assert URI.fullmatch(line_uri(dossier, "an id/with spaces ü"))
    dossier["articles"].reverse()
    assert line_uri(dossier, "s1").endswith("/s1")


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-03-19", "2025-03-19T00:00:00Z"),
        ("2025-03-19T20:10", "2025-03-19T20:10:00Z"),
        ("2025-03-19T20:10:33", "2025-03-19T20:10:00Z"),
        ("2025-03-19T20:10+02:00", "2025-03-19T20:10:00+02:00"),
        ("2025-03", None),
        (None, None),
    ],
)
def test_moments(published: str | None, expected: str | None) -> None:
    assert moment(published) == expected


def test_web_annotation(dossier: Data) -> None:
    dossier["articles"][1]["url"] = "https://lamp.example/a"
    made = collection(dossier)
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection"
    page = made["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", made["id"], 0)
    assert made["total"] == len(page["items"]) == 15
    ids = [a["id"] for a in page["items"]]
    assert len(set(ids)) == len(ids)
    assert all(URI.fullmatch(i) for i in ids)
    by_source = {text_uri(a): a for a in dossier["articles"]}
    for a in page["items"]:
        asked = "/k" in a["id"]
        assert (a["type"], a["motivation"]) == ("Annotation", "questioning" if asked else "describing")
        assert {b["type"] for b in a["body"]} == {"TextualBody"}
        article = by_source[a["target"]["source"]]
        position, words = a["target"]["selector"]
        assert (position["type"], words["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        text, start, end = article["text"], position["start"], position["end"]
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words["exact"]
        assert text[:start].endswith(words["prefix"])
        assert text[end:].startswith(words["suffix"])
        assert a["target"].get("scope") == ("https://lamp.example/a" if article["id"] == "a-2" else None)


FTM = {
    "Article": {
        "title",
        "fileName",
        "author",
        "publisher",
        "publishedAt",
        "language",
        "sourceUrl",
        "bodyText",
        "mimeType",
    },
    "Person": {"name", "alias"},
    "Organization": {"name", "alias"},
    "LegalEntity": {"name", "alias"},
    "Mention": {"document", "name", "resolved", "detectedSchema"},
    "Note": {"name", "description", "summary", "entity", "date", "publisher"},
}
REQUIRED = {"Article": {"fileName"}, "Mention": {"document", "name"}, "Person": {"name"}, "Organization": {"name"}}
POINTS_AT = {
    "document": {"Article"},
    "resolved": {"Person", "Organization", "LegalEntity"},
    "entity": {"Article", "Person", "Organization", "LegalEntity"},
}


def test_follow_the_money(dossier: Data, tmp_path: Path) -> None:
    dossier["actors"].append(
        {**dossier["actors"][0], "id": "quay", "name": "Quay", "type": "place", "labels": []},
    )
    (path,) = export(dossier, "ftm", tmp_path / "story.ftm.json")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert rows == list(entities(dossier))
    schema = {r["id"]: r["schema"] for r in rows}
    assert len(schema) == len(rows)
    for row in rows:
        assert set(row) == {"id", "schema", "properties"}
        assert set(row["properties"]) <= FTM[row["schema"]]
        assert REQUIRED.get(row["schema"], set()) <= set(row["properties"])
        for name, values in row["properties"].items():
            assert values
            assert all(isinstance(v, str) and v for v in values)
            assert len(set(values)) == len(values)
            if name in POINTS_AT:
                assert {schema[v] for v in values} <= POINTS_AT[name]
    assert [r["schema"] for r in rows].count("Note") == 2
    assert [r["properties"]["title"] for r in rows[:1]] == [[dossier["articles"][0]["title"]]]
    assert not any("sourceUrl" in r["properties"] for r in rows)
    note = next(r["properties"] for r in rows if r["schema"] == "Note")
    assert note["description"] == ["We must learn the truth"]
    assert note["summary"] == ["The Lamp, characters 56-79"]


SCHEMA_ORG = {
    "NewsArticle": {
        "identifier",
        "headline",
        "author",
        "publisher",
        "datePublished",
        "inLanguage",
        "url",
        "articleBody",
    },
    "Person": {"name", "alternateName"},
    "Organization": {"name", "alternateName"},
    "Place": {"name", "alternateName"},
    "Quotation": {"text", "creator", "dateCreated", "isPartOf"},
    "Claim": {"text", "author", "appearance", "firstAppearance"},
}


def test_schema_org(dossier: Data) -> None:
    made = graph(dossier)
    assert made["@context"] == "https://schema.org"
    ids = {node["@id"]: node["@type"] for node in made["@graph"]}
    assert len(ids) == len(made["@graph"])
    for node in made["@graph"]:
        assert set(node) - {"@type", "@id"} <= SCHEMA_ORG[node["@type"]]
        for key, kind in (("creator", "Person"), ("isPartOf", "NewsArticle"), ("firstAppearance", "NewsArticle")):
            if key in node:
                assert ids[node[key]["@id"]] == kind
        for appearance in node.get("appearance", []):
            assert ids[appearance["@id"]] == "NewsArticle"
    claim = next(n for n in made["@graph"] if n["@type"] == "Claim")
    assert claim["text"] == "The ferry carried 142 people."
    assert len(claim["appearance"]) == 2
    assert claim["firstAppearance"]["@id"] == line_uri(dossier, "a-1")
    assert [n["text"] for n in made["@graph"] if n["@type"] == "Quotation"] == [
        "We must learn the truth",
        "We should learn the truth",
    ]
    assert "ClaimReview" not in json.dumps(made)


NINJS = {
    "uri": str,
    "standard": dict,
    "type": str,
    "representationType": str,
    "profile": str,
    "title": str,
    "headlines": list,
    "bodies": list,
    "infoSources": list,
    "people": list,
    "organisations": list,
    "places": list,
    "associations": list,
    "altIds": list,
    "language": str,
    "contentCreated": str,
    "by": str,
}
INSIDE = {
    "headlines": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "infoSources": {"name", "role", "uri", "literal", "contactInfo"},
    "people": {"name", "rel", "uri", "literal", "contactInfo"},
    "organisations": {"name", "rel", "uri", "literal", "symbols", "contactInfo"},
    "places": {"name", "rel", "uri", "literal", "contactInfo", "geoJSON"},
    "altIds": {"role", "value"},
}


def ninjs_rules(object_: Data, extra: set[str]) -> None:
    assert set(object_) <= set(NINJS) | extra
    assert URI.fullmatch(object_["uri"])
    assert object_["type"] == "text"
    for key, value in object_.items():
        if key in NINJS:
            assert type(value) is NINJS[key]
        for inner in value if key in INSIDE else []:
            assert set(inner) <= INSIDE[key]
            assert "value" in inner or key not in ("headlines", "bodies")
    assert RFC3339.fullmatch(object_.get("contentCreated", "2025-01-01T00:00:00Z"))


def test_ninjs(dossier: Data) -> None:
    made = item(dossier)
    ninjs_rules(made, set())
    assert made["standard"] == {"name": "ninjs", "version": "3.1"}
    assert made["people"] == [{"name": "Sorokina", "literal": "sorokina"}]
    assert made["infoSources"] == [{"name": "The Lamp", "role": "outlet"}]
    assert made["contentCreated"] == "2025-10-15T00:00:00Z"
    assert made["bodies"][0]["value"].startswith("# Ferry")
    for report in made["associations"]:
        ninjs_rules(report, {"name", "rel"})
        assert {"name", "uri"} <= set(report)
    assert made["associations"][0]["bodies"][0]["charCount"] == len(dossier["articles"][0]["text"])


def test_ninjs_gives_no_time_where_none_is_known(dossier: Data) -> None:
    for article in dossier["articles"]:
        article["published"] = None
    assert "contentCreated" not in item(dossier)


@pytest.mark.parametrize("to", ["webannotation", "ftm", "schemaorg", "ninjs"])
def test_the_same_dossier_gives_the_same_bytes(dossier: Data, tmp_path: Path, to: str) -> None:
    one, two = (export(dossier, to, tmp_path / name)[0].read_bytes() for name in ("one", "two"))
    assert one == two
