"""Feeds are Atom: read by feedparser, and checked against what RFC 4287 asks of every feed and entry."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.datastructures import URL
from starlette.testclient import TestClient

from rashomon.desk import Desk
from rashomon.records.desk import StoryRow
from rashomon.serve.atom import NAMESPACE, NEVER, Entry, feed, told

from .conftest import NOON, ONE, report

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def checked(client: TestClient, path: str) -> ET.Element:
    """The feed at `path`, after all that RFC 4287 asks was found in it."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    top = ET.fromstring(response.content)
    assert top.tag == f"{{{NAMESPACE}}}feed"
    ids = [one(top, "id")]
    assert MOMENT.fullmatch(one(top, "updated"))
    assert one(top, "title")
    assert links(top)["self"] == f"http://127.0.0.1:8765{path}"
    assert links(top)["alternate"].startswith("http://127.0.0.1:8765/")
    assert one(top, "author/name") == "Rashomon"
    for entry in top.findall(f"{{{NAMESPACE}}}entry"):
        ids.append(one(entry, "id"))
        assert one(entry, "title")
        assert MOMENT.fullmatch(one(entry, "updated"))
        assert one(entry, "updated") <= one(top, "updated")
        assert one(entry, "content") is not None
        page = links(entry)["alternate"].removeprefix("http://127.0.0.1:8765").partition("#")[0]
        assert client.get(page).status_code == 200
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", i) for i in ids)
    return top


def one(element: ET.Element, path: str) -> str:
    """The text of the only child at `path`."""
    found = element.findall("/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/")))
    assert len(found) == 1, path
    return found[0].text or ""


def links(element: ET.Element) -> dict[str, str]:
    found = element.findall(f"{{{NAMESPACE}}}link")
    assert len({e.get("rel") for e in found}) == len(found)
    return {str(e.get("rel")): str(e.get("href")) for e in found}


def entries(top: ET.Element) -> list[ET.Element]:
    return top.findall(f"{{{NAMESPACE}}}entry")


def test_the_stories(client: TestClient) -> None:
    top = checked(client, "/stories.atom")
    assert [one(e, "title") for e in entries(top)] == [
        "Kesten <b>mill</b> sold to Brightwell & Sons",
        "Crane topples in Norhavn harbour",
    ]
    assert one(entries(top)[1], "content") == "3 reports, 3 outlets, 3 origins, 2 differences; 2026-11-17"
    assert one(top, "updated") == ONE


def test_the_stories_of_one_outlet(client: TestClient) -> None:
    top = checked(client, "/stories.atom?outlet=The+Gazette")
    assert len(entries(top)) == 1
    assert one(top, "title") == "Stories with The Gazette"
    assert one(top, "id") != one(checked(client, "/stories.atom"), "id")


def test_the_changes_of_a_story(client: TestClient, harbour: str) -> None:
    top = checked(client, f"/stories/{harbour}.atom")
    assert any("now gives 16 (was 14)" in one(e, "title") for e in entries(top))
    assert {one(e, "updated") for e in entries(top)} == {ONE}


def test_alerts_of_a_saved_search(client: TestClient) -> None:
    top = checked(client, "/searches/cranes.atom")
    assert [one(e, "title") for e in entries(top)] == ["Sixteen injured as harbour crane falls"]
    assert one(entries(top)[0], "author/name") == "The Times"
    assert one(entries(top)[0], "published") == ONE


def test_a_feed_names_itself_as_it_was_asked_for(writing: TestClient) -> None:
    """A name may hold what an address must escape."""
    assert writing.post("/api/searches", json={"name": "fire / police? #1", "query": "crane"}).status_code == 201
    path = "/searches/fire%20/%20police%3F%20%231.atom"
    top = checked(writing, path)
    links = {link.get("rel"): link.get("href") for link in top.findall(f"{{{NAMESPACE}}}link")}
    assert links["self"] == f"http://127.0.0.1:8765{path}"
    assert one(top, "title") == "Search: fire / police? #1"


@pytest.mark.parametrize("path", ["/stories/s999.atom", "/searches/none.atom"])
def test_feeds_of_nothing(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not-found")


def test_what_did_not_change_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/stories.atom").headers["etag"]
    assert client.get("/stories.atom", headers={"If-None-Match": tag}).status_code == 304


def test_feed_readers_read_it(client: TestClient, harbour: str) -> None:
    feedparser = pytest.importorskip("feedparser", reason="needs the extra rashomon[follow]")
    for path in ("/stories.atom", f"/stories/{harbour}.atom", "/searches/cranes.atom"):
        found = feedparser.parse(client.get(path).content)
        assert not found.bozo
        assert found.version == "atom10"
        assert found.entries
        assert all(e.id and e.title and e.link and e.updated_parsed for e in found.entries)


def test_ids_stay_when_stories_change(serving: Callable[..., TestClient], folder: Path) -> None:
    client = serving()
    before = {one(e, "id"): one(e, "updated") for e in entries(checked(client, "/stories.atom"))}
    later = "2026-11-22T14:00:00Z"
    with Desk.open(folder, now=lambda: later) as desk:
        desk.add([report("echo", "Harbour crane: minister goes\nMinister Anna Vega resigned.", "2026-11-17")])
    after = {one(e, "id"): one(e, "updated") for e in entries(checked(client, "/stories.atom"))}
    assert set(before) <= set(after)
    assert later in after.values()


def test_an_empty_desk_has_a_feed(tmp_path: Path) -> None:
    with Desk.init(tmp_path / "empty", now=lambda: NOON) as desk:
        top = ET.fromstring(feed(desk, URL("http://localhost/stories.atom"), "stories", "Stories", "/stories", []))
    assert one(top, "updated") == NEVER
    assert entries(top) == []


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path) -> None:
    entry = Entry("x", "a\x00b \ud800 <b>&", "2026-11-22", "/", "\x1b[0m", published="2026-11-21")
    with Desk.init(tmp_path / "empty") as desk:
        top = ET.fromstring(feed(desk, URL("http://localhost/"), "x", "x", "/", [entry]))
    assert one(entries(top)[0], "title") == "a\ufffdb \ufffd <b>&"
    assert one(entries(top)[0], "updated") == "2026-11-22T00:00:00Z"
    assert one(entries(top)[0], "published") == "2026-11-21T00:00:00Z"


def test_what_a_row_says() -> None:
    row = StoryRow("s1", None, "2026-11-01", "2026-11-03", 2, 1, NOON)
    assert told(row) == "2 reports, 1 outlet; 2026-11-01 to 2026-11-03"
    assert (
        told(StoryRow("s1", None, None, None, 1, 1, NOON, None, 1, 0)) == "1 report, 1 outlet, 1 origin, 0 differences"
    )
