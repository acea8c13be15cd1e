"""The REST interface: what it answers, page by page, with tags, and how it says that something is wrong."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from tests.unit.asked import first_numbers

from rashomon.desk import Desk
from rashomon.errors import DeskBusy

from .conftest import NOON, ONE

Data = dict[str, Any]


def get(client: TestClient, path: str) -> Data:
    response = client.get(path)
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_stories_come_page_by_page(client: TestClient, harbour: str, mill: str) -> None:
    first = get(client, "/api/stories?limit=1")
    assert [s["id"] for s in first["items"]] == [mill]
    second = get(client, f"/api/stories?limit=1&after={first['next']}")
    assert [s["id"] for s in second["items"]] == [harbour]
    assert second["next"] is None
    assert second["items"][0] == {
        "id": harbour,
        "title": "Crane topples in Norhavn harbour",
        "first": "2026-11-17",
        "last": "2026-11-17",
        "reports": 3,
        "outlets": 3,
        "updated": ONE,
        "merged_into": None,
        "origins": 3,
        "disagreements": 2,
    }


@pytest.mark.parametrize(
    ("query", "many"),
    [
        ("outlet=The+Gazette", 1),
        ("outlet=Nobody", 0),
        ("reports=2", 1),
        ("since=2026-11-18", 1),
        ("until=2026-11-18", 1),
        ("language=en", 2),
        ("language=xx", 0),
    ],
)
def test_stories_can_be_narrowed(client: TestClient, query: str, many: int) -> None:
    assert len(get(client, f"/api/stories?{query}")["items"]) == many


def test_days_lead_into_the_list(client: TestClient, harbour: str) -> None:
    days = get(client, "/api/days")["items"]
    assert [(d["day"], d["stories"]) for d in days] == [("2026-11-20", 1), ("2026-11-17", 1)]
    assert [s["id"] for s in get(client, f"/api/stories?after={days[1]['after']}")["items"]] == [harbour]


def test_a_story_has_its_reports(client: TestClient, harbour: str) -> None:
    found = get(client, f"/api/stories/{harbour}")
    assert found["story"]["id"] == harbour
    assert [a["outlet"] for a in found["articles"]] == ["The Echo", "The Post", "The Times"]
    assert len(found["version"]) == 16


def test_the_dossier_is_the_dossier(client: TestClient, harbour: str) -> None:
    response = client.get(f"/api/stories/{harbour}/dossier")
    dossier = response.json()
    assert dossier["schema"] == "rashomon.dossier/1"
    assert dossier["story"]["reports"] == 3
    again = client.get(f"/api/stories/{harbour}/dossier", headers={"If-None-Match": response.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def words_hold(client: TestClient, value: Any) -> int:
    """Every cite in `value` gives the words that stand in the report; how many there were."""
    if isinstance(value, dict):
        if {"article", "start", "end", "words"} <= set(value):
            text = get(client, f"/api/articles/{value['article']}")["text"]
            assert " ".join(text[value["start"] : value["end"]].split()) == value["words"]
            return 1
        return sum(words_hold(client, v) for v in value.values())
    return sum(words_hold(client, v) for v in value) if isinstance(value, list) else 0


@pytest.mark.parametrize("section", ["figures", "quotes", "disagreements", "coverage"])
def test_every_cite_of_a_section_has_its_words(client: TestClient, harbour: str, section: str) -> None:
    found = get(client, f"/api/stories/{harbour}/{section}")
    assert found["story"] == harbour
    assert words_hold(client, found["items"]) >= 2


def test_figures_say_who_gives_what(client: TestClient, harbour: str) -> None:
    figure = next(f for f in get(client, f"/api/stories/{harbour}/figures")["items"] if f["relation"] == "conflict")
    said = {(r["cite"]["outlet"], r["value"]) for r in figure["readings"]}
    assert said == {("The Post", 12), ("The Times", 16)}
    assert figure["relation_in_words"] == "conflict"


def test_quotes_say_which_words_differ(client: TestClient, harbour: str) -> None:
    quote = next(q for q in get(client, f"/api/stories/{harbour}/quotes")["items"] if q["relation"] == "reworded")
    assert quote["speaker"] == "Anna Vega"
    assert sorted(quote["differing_words"][0]) == ["must", "should"]
    assert {c["outlet"] for v in quote["versions"] for c in v["cites"]} == {"The Post", "The Times"}


def test_reports_and_their_text(client: TestClient) -> None:
    rows = get(client, "/api/articles?outlet=The+Gazette")["items"]
    assert [r["outlet"] for r in rows] == ["The Gazette"]
    found = get(client, f"/api/articles/{rows[0]['id']}")
    assert "<script>" in found["text"]
    assert found["captured"] is True
    assert found["blocks"][0]["kind"] == "title"
    assert found["text"][found["blocks"][0]["start"] : found["blocks"][0]["end"]] == rows[0]["title"]


def test_versions_of_a_report(client: TestClient) -> None:
    rows = get(client, "/api/articles?outlet=The+Times")["items"]
    old = next(r["id"] for r in rows if r["revised_by"])
    found = get(client, f"/api/articles/{old}/revisions")["items"]
    assert [v["row"]["id"] for v in found] == [old, next(r["id"] for r in rows if r["revises"])]
    assert [w for w in found[1]["words"] if w[0] != "same"] == [
        ["gone", "Fourteen"],
        ["new", "Sixteen"],
        ["gone", "14"],
        ["new", "16"],
    ]


def test_search_finds_and_marks(client: TestClient) -> None:
    found = get(client, "/api/search?q=basin+divers&limit=1")
    hit = found["items"][0]
    text = get(client, f"/api/articles/{hit['article']}")["text"]
    assert hit["excerpt"] == text[hit["start"] : hit["end"]]
    assert {text[a:b].lower() for a, b in hit["found"]} == {"basin", "divers"}
    rest = get(client, f"/api/search?q=basin+divers&after={found['next']}")
    assert hit["article"] not in {h["article"] for h in rest["items"]}


def test_search_can_be_narrowed(client: TestClient, mill: str) -> None:
    assert {h["story"] for h in get(client, f"/api/search?q=the&story={mill}")["items"]} == {mill}
    assert get(client, "/api/search?q=crane&outlet=The+Gazette")["items"] == []


def test_claims_are_answered_with_passages(client: TestClient, harbour: str) -> None:
    lines = get(client, "/api/claims?text=12+people+were+injured+by+the+crane+in+Norhavn+harbour")["items"]
    assert lines
    assert {line["story"] for line in lines} == {harbour}
    assert all(cite["text"] and cite["outlet"] for line in lines for cite in line["cites"])


def test_changes_name_the_report_that_caused_them(client: TestClient, harbour: str) -> None:
    for path in ("/api/changes", f"/api/stories/{harbour}/changes", f"/api/changes?story={harbour}"):
        changes = get(client, path)["items"]
        assert any("now gives 16 (was 14)" in c["line"] for c in changes)
        assert {tuple(c["because"]) for c in changes} == {(changes[0]["because"][0],)}
    assert get(client, "/api/changes?since=2026-11-23")["items"] == []
    page = get(client, "/api/changes?limit=2")
    assert len(get(client, f"/api/changes?after={page['next']}")["items"]) == len(changes) - 2


def test_history_says_why(client: TestClient, harbour: str) -> None:
    moves = get(client, f"/api/stories/{harbour}/history")["items"]
    assert all(m["why"] and m["story"] == harbour for m in moves)


def test_sources_and_outlets(client: TestClient) -> None:
    found = get(client, "/api/sources")
    assert found["items"] == []
    assert {"name": "The Gazette", "reports": 1, "last": "2026-11-20", "added": NOON} in found["outlets"]


def test_a_saved_search_finds_what_came_since(client: TestClient) -> None:
    assert get(client, "/api/searches")["items"] == [{"name": "cranes", "query": "crane", "created": NOON}]
    found = get(client, "/api/searches/cranes/hits")["items"]
    assert [(h["outlet"], h["added"]) for h in found] == [("The Times", ONE)]
    assert len(get(client, "/api/searches/cranes/hits?since=2026-01-01")["items"]) == 4


def test_searches_are_kept_and_forgotten(writing: TestClient) -> None:
    body = {"name": " mills / and more ", "query": "mill OR smelter"}
    response = writing.post("/api/searches", json=body)
    assert (response.status_code, response.json()["name"]) == (201, "mills / and more")
    assert writing.delete("/api/searches/cranes").status_code == 204
    assert [s["name"] for s in get(writing, "/api/searches")["items"]] == ["mills / and more"]
    assert writing.delete("/api/searches/cranes").status_code == 404


@pytest.mark.parametrize("name", ["fire/police", "a/../b", "is it? #1 & 100%", "x/hits", "hits", "Łódź.atom", "//"])
def test_a_search_of_any_name_can_be_reached(writing: TestClient, name: str) -> None:
    assert writing.post("/api/searches", json={"name": name, "query": "crane"}).status_code == 201
    path = f"/api/searches/{quote(name, safe='')}"
    assert len(get(writing, f"{path}/hits?since=2026-01-01")["items"]) == 4
    feeds = re.findall(r'href="(/searches/[^"]*)"', writing.get("/search").text)
    assert f"/searches/{quote(name, safe='')}.atom" in feeds
    assert [writing.get(feed).status_code for feed in feeds] == [200, 200]
    assert writing.delete(path).status_code == 204
    assert [s["name"] for s in get(writing, "/api/searches")["items"]] == ["cranes"]


def test_what_is_worth_a_look_and_is_none(
    folder: Path, serving: Callable[..., TestClient], harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.steps.reconcile.find_checks", first_numbers)
    with Desk.open(folder) as desk:
        desk.same_actor("Lars Holm", "Mr Holm", harbour)  # the dossier is made anew
    client = serving()
    (check,) = get(client, f"/api/stories/{harbour}/checks")["items"]
    values = [f"“{v['words']}”" for side in check["sides"] for v in side["values"]]
    assert check["note"] == " or ".join(values) + "?"
    assert words_hold(client, check) == 4
    assert '<section id="checks"' in client.get(f"/stories/{harbour}").text
    decide(client, kind="not-a-contradiction", story=harbour, disagreement=check["id"])
    assert get(client, f"/api/stories/{harbour}/checks")["items"] == []
    assert '<section id="checks"' not in client.get(f"/stories/{harbour}").text


@pytest.mark.parametrize("name", ["", " ", ".", ".."])
def test_a_search_needs_a_name_that_an_address_can_hold(writing: TestClient, name: str) -> None:
    assert writing.post("/api/searches", json={"name": name, "query": "crane"}).status_code in (400, 422)


def decide(client: TestClient, status: int = 201, **body: Any) -> Data:
    response = client.post("/api/decisions", json=body)
    assert response.status_code == status, response.text
    return dict(response.json())


def test_a_contradiction_that_is_none(writing: TestClient, harbour: str) -> None:
    before = get(writing, f"/api/stories/{harbour}/disagreements")
    figure = next(d for d in before["items"] if d["kind"] == "figure")
    made = decide(
        writing, kind="not-a-contradiction", story=harbour, disagreement=figure["id"], note="a toll that rose", by="me"
    )
    assert (made["kind"], made["note"], made["by"], made["at"]) == (
        "not-a-contradiction",
        "a toll that rose",
        "me",
        ONE,
    )
    after = get(writing, f"/api/stories/{harbour}/disagreements")
    assert "figure" not in {d["kind"] for d in after["items"]}
    assert after["version"] != before["version"]
    back = writing.delete(f"/api/decisions/{made['id']}")
    assert back.json()["revoked"] == ONE
    assert get(writing, f"/api/stories/{harbour}/disagreements")["items"] == before["items"]


def test_actors_and_speakers(writing: TestClient, harbour: str) -> None:
    assert decide(writing, kind="same-actor", a="Lars Holm", b="harbour master")["kind"] == "same-actor"
    assert decide(writing, kind="not-same-actor", a="A", b="B", story=harbour)["subject"]["story"] == harbour
    quote = get(writing, f"/api/stories/{harbour}/quotes")["items"][0]["versions"][0]["id"]
    made = decide(writing, kind="speaker", story=harbour, quote=quote, name="Lars Holm")
    assert made["subject"]["name"] == "Lars Holm"
    assert decide(writing, kind="speaker", story=harbour, quote=quote)["subject"]["name"] is None
    assert len(get(writing, "/api/decisions")["items"]) == 5


def test_stories_are_merged_and_split(writing: TestClient, harbour: str, mill: str) -> None:
    merged = decide(writing, kind="merge-stories", one=harbour, other=mill)
    rows = get(writing, "/api/stories")["items"]
    assert [s["reports"] for s in rows] == [4]
    article = get(writing, "/api/articles?outlet=The+Gazette")["items"][0]["id"]
    decide(writing, kind="split-story", story=rows[0]["id"], articles=[article])
    assert sorted(s["reports"] for s in get(writing, "/api/stories")["items"]) == [1, 3]
    assert merged["id"] in {d["id"] for d in get(writing, "/api/decisions?revoked=true")["items"]}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422),
        ({"kind": "guess"}, 422),
        ({"kind": "same-actor", "a": "A"}, 422),
        ({"kind": "same-actor", "a": "A", "b": "B", "more": 1}, 422),
        ({"kind": "same-actor", "a": "A", "b": 7}, 422),
        ({"kind": "same-actor", "a": "A", "b": "x" * 201}, 422),
        ({"kind": "same-actor", "a": "A", "b": "\x00"}, 422),
        ({"kind": "same-actor", "a": "A", "b": "a"}, 400),
        ({"kind": "speaker", "story": "s999", "quote": "q1"}, 404),
        ({"kind": "not-a-contradiction", "story": "s1", "disagreement": "d999"}, 404),
        ({"kind": "merge-stories", "one": "s1", "other": "s1"}, 400),
        ({"kind": "split-story", "story": "s1", "articles": []}, 422),
        ({"kind": "split-story", "story": "s1", "articles": ["a1"]}, 404),
        ([], 422),
    ],
)
def test_decisions_that_cannot_be_meant(client: TestClient, body: Any, status: int) -> None:
    response = client.post("/api/decisions", json=body)
    assert response.status_code == status, response.text
    assert set(response.json()) == {"error"}
    assert len(get(client, "/api/decisions")["items"]) == 1


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/nothing", 404, "not-found"),
        ("/api/stories/s999", 404, "not-found"),
        ("/api/stories/s999/dossier", 404, "not-found"),
        ("/api/stories/s1/nothing", 422, "bad-parameter"),
        ("/api/stories/s%201", 422, "bad-parameter"),
        ("/api/articles/none", 404, "not-found"),
        ("/api/articles/none/revisions", 404, "not-found"),
        ("/api/searches/none/hits", 404, "not-found"),
        ("/api/stories?limit=0", 422, "bad-parameter"),
        ("/api/stories?limit=201", 422, "bad-parameter"),
        ("/api/stories?limit=x", 422, "bad-parameter"),
        ("/api/stories?since=yesterday", 422, "bad-parameter"),
        ("/api/stories?after=bm9uZQ", 400, "usage"),
        ("/api/search", 422, "bad-parameter"),
        ("/api/search?q=", 422, "bad-parameter"),
        ("/api/search?q=%22open", 400, "usage"),
        ("/api/search?q=NOT+x", 400, "usage"),
        ("/api/search?q=" + "a" * 1001, 422, "bad-parameter"),
        ("/api/changes?since=then", 422, "bad-parameter"),
    ],
)
def test_errors_have_one_shape(client: TestClient, path: str, status: int, code: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code), response.text
    assert set(response.json()) == {"error"}
    assert set(response.json()["error"]) == {"code", "message"}


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/api/stories?since=yesterday", "since: give a day as YYYY-MM-DD"),
        ("/api/changes?since=then", "since: give a day or a moment in UTC, as 2026-11-22 or 2026-11-22T09:30"),
        ("/api/stories/s%201", "story: an id has letters, digits, - and _ only"),
        ("/api/stories?limit=x", "limit: give a whole number"),
        ("/api/search", "q: field required"),
        ("/api/search?q=", "q: it is empty"),
        ("/api/stories?after=!", "after: give what the page before has as its `next`"),
        (
            "/api/changes?since=2026-11-22T25:00",
            "since: give a day or a moment in UTC, as 2026-11-22 or 2026-11-22T09:30",
        ),
        (
            "/api/stories?outlets=x",
            "outlets: there is no such parameter here; known are after, language, limit, outlet, reports, since, until",
        ),
        ("/api/searches?q=x", "q: no parameter is known here"),
        ("/api/stories?outlet=a&outlet=b", "outlet: give it once"),
    ],
)
def test_what_is_wrong_is_said_for_people(client: TestClient, path: str, told: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.json()["error"]["message"]) == (422, told)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "kind: field required"),
        (
            {"kind": "nonsense"},
            "there is no kind 'nonsense'; known are 'same-actor', 'not-same-actor', 'speaker', 'not-a-contradiction', "
            "'merge-stories', 'split-story'",
        ),
        ({"kind": "speaker", "story": "s1"}, "speaker.quote: field required"),
        (
            {"kind": "merge-stories", "one": "s1", "other": "s 2"},
            "merge-stories.other: an id has letters, digits, - and _ only",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_decision_is_said_for_people(client: TestClient, body: Data, told: str) -> None:
    response = client.post("/api/decisions", json=body)
    assert (response.status_code, response.json()["error"]["message"]) == (422, told)


def test_a_desk_that_somebody_writes_to_says_when_to_come_again(
    writing: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: Any, **__: Any) -> None:
        raise DeskBusy("/secret/desk.db: another process is writing")

    monkeypatch.setattr("rashomon.serve.desks.Desk.open", busy)
    response = writing.post("/api/decisions", json={"kind": "same-actor", "a": "A", "b": "B"})
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert response.json()["error"]["code"] == "desk-busy"
    assert "secret" not in response.text
    assert "retry-after" not in writing.get("/api/stories/none").headers


def test_json_that_is_none(client: TestClient) -> None:
    response = client.post("/api/searches", content=b'{"name": ')
    assert response.status_code == 422
    error = response.json()["error"]
    assert error["code"] == "bad-parameter"
    assert error["message"].startswith("the body is no JSON: ")
    for path in ("/api/searches", "/api/decisions"):
        message = client.post(path, content=b"[]").json()["error"]["message"]
        assert message == "give a JSON object"


@pytest.mark.parametrize(
    "path", ["/api/stories", "/api/days", "/api/search?q=crane", "/api/changes", "/api/sources", "/api/decisions"]
)
def test_what_did_not_change_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["etag"]
    for asked in (tag, f'"other", W/{tag}', "*"):
        again = client.get(path, headers={"If-None-Match": asked})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_server_that_only_reads(serving: Callable[..., TestClient]) -> None:
    client = serving(read_only=True)
    for response in (
        client.post("/api/searches", json={"name": "n", "query": "crane"}),
        client.delete("/api/searches/cranes"),
        client.post("/api/decisions", json={"kind": "same-actor", "a": "A", "b": "B"}),
        client.delete("/api/decisions/1"),
    ):
        assert (response.status_code, response.json()["error"]["code"]) == (403, "desk-read-only")
    assert get(client, "/api/stories/s1/quotes")["items"]


def test_trouble_with_the_desk_tells_no_path(serving: Callable[..., TestClient], folder: Path) -> None:
    client = serving()
    with sqlite3.connect(folder / "desk.db") as db:
        db.execute("DROP TABLE sources")
    response = client.get("/api/sources")
    assert response.status_code == 500
    assert response.json()["error"]["code"] == "error"
    assert str(folder) not in response.text
    assert "sources" not in response.text


def test_a_defect_tells_nothing(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise ValueError("a secret of ours")

    monkeypatch.setattr("rashomon.desk.reading.Reading.sources", broken)
    response = client.get("/api/sources")
    assert (response.status_code, response.json()["error"]["code"]) == (500, "defect")
    assert "secret" not in response.text
    assert "Traceback" not in response.text
    page = client.get("/sources")
    assert page.status_code == 500
    assert "secret" not in page.text


def test_the_description_names_every_status_and_no_server_of_others(client: TestClient) -> None:
    found = get(client, "/api/openapi.json")
    assert found["info"]["title"] == "Rashomon desk"
    assert len(found["paths"]) > 18
    for path, methods in found["paths"].items():
        assert path.startswith("/api/")
        for method, told in methods.items():
            assert {"404", "405", "422", "500"} <= set(told["responses"]), path
            assert told["responses"]["422"]["content"]["application/json"]["schema"]["$ref"].endswith("/Error")
            assert ("403" in told["responses"]) == (method in ("post", "delete"))
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404
