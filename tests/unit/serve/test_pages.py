"""The pages: what they show, that texts of reports are never markup, that nothing is asked of anywhere else."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rashomon.desk import Desk
from rashomon.records.article import Page as Read
from rashomon.records.desk import Hit, Source
from rashomon.records.span import Span
from rashomon.serve.pages.lists import marked, path, state
from rashomon.serve.pages.reports import AROUND, shortened
from rashomon.serve.pages.shown import when

from .conftest import HARBOUR, NOON, report, served

LONELY = (
    "Bakery wins prize\nA bakery in Oslund won a medal for its rye loaf, judge Ole Brandt said.",
    "Snow closes pass\nThe Halm pass is shut because of avalanches, road warden Ida Skov told drivers.",
    "Choir tours Peru\nForty singers from Vesterby flew to Lima, where conductor Rosa Quint meets them.",
    "Telescope finds comet\nAstronomers at Mount Ferro discovered an icy comet named after Yusuf Adan.",
    "Goat elected mayor\nVillagers of Pinewick chose a goat called Bertha in a joke ballot about parking.",
    "Tunnel floods again\nPumps failed beneath Garrow Street, engineer Tomas Lind wrote to commuters.",
)


class Page(HTMLParser):
    """Tags, attributes and the visible text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.words.append(" ")
        self._inside = tag if tag in ("style", "script") else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def get(client: TestClient, path: str, status: int = 200) -> Page:
    response = client.get(path)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return Page(response.text)


@pytest.fixture
def paths(client: TestClient, harbour: str, mill: str) -> list[str]:
    """One of every kind of page."""
    article = client.get("/api/articles?outlet=The+Times").json()["items"][0]["id"]
    return [
        "/stories",
        "/stories?day=2026-11-18",
        "/search",
        "/search?q=crane",
        "/search?q=%22",
        "/changes",
        "/decisions",
        "/sources",
        f"/articles/{article}",
        f"/stories/{harbour}",
        f"/stories/{mill}",
    ]


def test_every_page_has_one_heading_landmarks_and_a_language(client: TestClient, paths: list[str]) -> None:
    for where in paths:
        page = get(client, where)
        assert len(page.all("h1")) == 1, where
        assert page.all("html")[0]["lang"] == "en"
        assert len(page.all("main")) == len(page.all("header")) == 1
        assert len(page.all("script")) == len(page.all("style")) == 1
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids)), where


def test_no_page_asks_for_anything_elsewhere(client: TestClient, paths: list[str]) -> None:
    for where in paths:
        page = get(client, where)
        assert not [t for t, attrs in page.tags if t in ("link", "img", "iframe", "object", "embed") or "src" in attrs]
        outside = [a.get("href") for a in page.all("a") if re.match(r"[a-z]+:|//", a.get("href") or "")]
        assert all(str(href).startswith("https://") for href in outside)
        assert {a.get("rel") for a in page.all("a") if a.get("href") in outside} <= {"noreferrer noopener"}


def test_every_link_of_ours_leads_somewhere(client: TestClient, paths: list[str]) -> None:
    found = {str(a.get("href")).partition("#")[0] for where in paths for a in get(client, where).all("a")}
    own = sorted(href for href in found if href.startswith("/"))
    assert len(own) > 12
    assert [href for href in own if client.get(href).status_code not in (200, 307)] == []


def test_texts_of_reports_are_never_markup(client: TestClient, mill: str) -> None:
    article = client.get("/api/articles?outlet=The+Gazette").json()["items"][0]["id"]
    for where in (
        f"/articles/{article}",
        f"/stories/{mill}",
        "/stories",
        "/search?q=mill",
        "/search?q=%3Cimg%20src%3Dx",
    ):
        page = get(client, where)
        assert not page.all("img"), where
        assert len(page.all("script")) == 1
        assert not [attrs for _, attrs in page.tags if any(name.startswith("on") for name in attrs)]
    assert "<script>document.title = 'taken'</script>" in get(client, f"/articles/{article}").text


def test_stories_by_day_with_counts(client: TestClient, harbour: str, mill: str) -> None:
    page = get(client, "/stories")
    assert "Friday 20 November 2026 1 story Kesten <b>mill</b> sold to Brightwell & Sons 1 report" in page.text
    assert "3 reports 3 origins 2 differences The Post · The Echo · The Times" in page.text
    hrefs = [a.get("href") for a in page.all("a")]
    assert hrefs.index(f"/stories/{mill}") < hrefs.index(f"/stories/{harbour}")


def test_stories_of_a_day_and_before(client: TestClient, harbour: str, mill: str) -> None:
    page = get(client, "/stories?day=2026-11-18")
    hrefs = [a.get("href") for a in page.all("a")]
    assert f"/stories/{harbour}" in hrefs
    assert f"/stories/{mill}" not in hrefs
    assert "/stories?day=2026-11-20" in hrefs
    assert "No story is like that" in get(client, "/stories?day=2020-01-01").text


def test_stories_of_an_outlet(client: TestClient, harbour: str) -> None:
    page = get(client, "/stories?outlet=The+Post&reports=2")
    assert [a["value"] for a in page.all("option") if "selected" in a] == ["The Post", "2"]
    assert f"/stories/{harbour}" in [a.get("href") for a in page.all("a")]
    assert "No story is like that" in get(client, "/stories?outlet=Nobody").text


@pytest.mark.parametrize(("many", "pages"), [(2, 3), (4, 2), (5, 2), (6, 1)])
def test_a_day_of_many_stories_is_paged(
    folder: Path, serving: Callable[..., TestClient], monkeypatch: Any, many: int, pages: int
) -> None:
    monkeypatch.setattr("rashomon.serve.pages.lists.FEW", 1)
    monkeypatch.setattr("rashomon.serve.pages.lists.MANY", many)
    with Desk.open(folder, now=lambda: NOON) as desk:
        desk.add([report(f"r{n}", text, "2026-11-21") for n, text in enumerate(LONELY)])
    client, seen, visited, where = serving(), [], [], "/stories"
    for _ in range(6):
        page = get(client, where)
        visited.append(where)
        assert "No story is like that" not in page.text
        seen += [a.get("href") for a in page.all("a") if re.fullmatch(r"/stories/s[\d-]+", str(a.get("href")))]
        more = [a.get("href") for a in page.all("a") if "after=" in str(a.get("href"))]
        if not more:
            break
        where = str(more[0])
    assert len(seen) == len(set(seen)) == 6
    assert len(visited) == pages
    older = [a.get("href") for a in get(client, where).all("a") if a.get("rel") == "next"]
    assert older == ["/stories?day=2026-11-20"]


def test_a_story_without_a_day_is_listed_where_it_came(folder: Path, serving: Callable[..., TestClient]) -> None:
    with Desk.open(folder, now=lambda: "2026-11-20T09:00:00Z") as desk:
        desk.add([{**report(f"r{n}", text, ""), "published": None} for n, text in enumerate(LONELY[:3])])
    page = get(serving(), "/stories")
    assert "Friday 20 November 2026 4 stories" in page.text
    assert "Day not known" not in page.text
    assert page.text.count("no report says its day; kept since this one") == 3


def test_search_marks_the_words(client: TestClient) -> None:
    page = get(client, "/search?q=basin+divers")
    assert page.text.count("Divers") >= 3
    assert len([a for a in page.all("mark") if a["class"] == "hit"]) >= 4
    assert page.text.count("an older version") == 1
    assert "No report has these words" in get(client, "/search?q=penguin").text
    assert page.all("input")[0]["value"] == "basin divers"


def test_search_says_what_is_wrong(client: TestClient) -> None:
    page = get(client, "/search?q=%22open")
    assert "a quotation mark of the search is never closed" in page.text
    assert [attrs for _, attrs in page.tags if attrs.get("role") == "alert"]
    assert page.all("input")[0]["aria-invalid"] == "true"


def test_saved_searches_are_listed(client: TestClient) -> None:
    page = get(client, "/search")
    hrefs = [a.get("href") for a in page.all("a")]
    assert "/search?q=crane" in hrefs
    assert "/searches/cranes.atom" in hrefs


def test_a_report_and_a_passage_in_it(client: TestClient) -> None:
    hit = client.get("/api/search?q=viewpoint+OR+basin").json()["items"][0]
    page = get(client, f"/articles/{hit['article']}?at={hit['start']}-{hit['end']}")
    marks = page.all("mark")
    assert marks[0]["id"] == "at"
    assert sum("id" in m for m in marks) == 1
    assert hit["outlet"] in page.text
    plain = get(client, f"/articles/{hit['article']}?at=9999-99999")
    assert plain.all("mark") == []


def test_versions_of_a_report(client: TestClient) -> None:
    rows = client.get("/api/articles?outlet=The+Times").json()["items"]
    old = next(r["id"] for r in rows if r["revised_by"])
    page = get(client, f"/articles/{old}")
    assert "The outlet has replaced this version" in page.text
    assert "gone: Fourteen" in page.text
    assert "new: Sixteen" in page.text
    assert (len(page.all("del")), len(page.all("ins"))) == (2, 2)


def test_changes_name_their_cause(client: TestClient, harbour: str) -> None:
    page = get(client, "/changes")
    assert "because of The Times" in page.text
    assert "now gives 16 (was 14)" in page.text
    assert page.text.index("revised its report at") < page.text.index("now gives 16")  # the cause before what it did
    assert f"/stories/{harbour}" in [a.get("href") for a in page.all("a")]


def test_a_cause_without_an_outlet_is_named_by_its_headline(folder: Path, serving: Callable[..., TestClient]) -> None:
    with Desk.open(folder, now=lambda: "2026-11-23T09:00:00Z") as desk:
        desk.add([{**report("late", HARBOUR["post"].replace("12 people", "11 people"), "2026-11-18"), "outlet": None}])
    assert "because of “ Crane topples in Norhavn harbour ”" in get(serving(), "/changes").text


def test_a_decision_leads_to_its_story(folder: Path, serving: Callable[..., TestClient]) -> None:
    with Desk.open(folder, now=lambda: NOON) as desk:
        harbour, mill = sorted(desk.stories().items, key=lambda s: -s.reports)
        desk.same_actor("Lars Holm", "Holm", harbour.id)
        desk.merge(harbour.id, mill.id)
        kept = next(s.id for s in desk.stories().items)
    links = [a["href"] for a in get(serving(), "/decisions").all("a") if str(a.get("href")).startswith("/stories/")]
    assert links == [f"/stories/{kept}", f"/stories/{kept}"]


def test_decisions_and_sources(client: TestClient) -> None:
    page = get(client, "/decisions")
    assert "“Anna Vega” and “Minister Vega” are one" in page.text
    assert [b["data-revoke"] for b in page.all("button") if "data-revoke" in b] == ["1"]
    page = get(client, "/sources")
    assert "Nothing is followed yet" in page.text
    assert "The Gazette 1 20 Nov 2026" in page.text


def test_what_is_followed(folder: Path, serving: Callable[..., TestClient]) -> None:
    url = "https://post.example/rss"
    with Desk.open(folder) as desk:
        desk.store.put_source(Source(url, "feed", "The Post", last_at=NOON, last_status=503, failures=2))
    page = get(serving(), "/sources")
    assert (
        "The Post https://post.example/rss feed failed 2 times in a row (HTTP 503) 22 Nov 2026, 12:00 now" in page.text
    )


def test_a_story_has_its_dossier_log_and_history(client: TestClient, harbour: str) -> None:
    page = get(client, f"/stories/{harbour}")
    headings = [a["id"] for a in page.all("h2") if "id" in a]
    assert [h for h in headings if h in ("h-agreed", "h-differ")] == ["h-agreed", "h-differ"]
    assert headings[-2:] == ["h-log", "h-history"] or {"h-log", "h-history"} <= set(headings)
    assert "now gives 16 (was 14)" in page.text
    assert page.all("main")[0]["data-story"] == harbour
    links = [a.get("href") for a in page.all("a")]
    assert "/stories?day=2026-11-17" in links
    assert f"/stories/{harbour}.atom" in links
    assert "#log" in links
    assert "#history" in links
    rows = client.get(f"/api/articles?outlet=The+Times&story={harbour}").json()["items"]
    older = next(r["id"] for r in rows if r["revised_by"])
    assert "The Times (an older version)" in page.text
    assert "a revision of its report" in page.text
    assert links.count(f"/articles/{older}") == 2


def test_a_story_offers_every_decision(client: TestClient, harbour: str, mill: str, made: Path) -> None:
    page = get(client, f"/stories/{harbour}")
    assert [a["data-decide"] for a in page.all("form") if "data-decide" in a] == ["actors", "split", "merge"]
    reports = client.get(f"/api/stories/{harbour}").json()["articles"]
    boxes = [a["value"] for a in page.all("input") if a.get("name") == "article"]
    assert boxes == [r["id"] for r in reports]
    names = [a["value"] for a in page.all("option") if a.get("value") == "Lars Holm"]
    assert names == ["Lars Holm"]
    page = get(client, f"/stories/{mill}")
    assert [a["data-decide"] for a in page.all("form") if "data-decide" in a] == ["actors", "merge"]
    with served(made, read_only=True) as reading:
        page = get(reading, f"/stories/{harbour}")
        assert not [a for a in page.all("form") if "data-decide" in a]


def test_a_history_without_a_report_that_was_removed(folder: Path, serving: Callable[..., TestClient]) -> None:
    with Desk.open(folder, now=lambda: NOON) as desk:
        story = next(row.id for row in desk.stories().items if row.reports == 3)
        gone = next(row.id for row in desk.members(story) if row.outlet == "The Echo")
        desk.store.remove_article(gone)
    page = get(serving(), f"/stories/{story}")
    assert f"/articles/{gone}" in [a.get("href") for a in page.all("a")]
    assert "a report " in page.text


def test_a_report_from_a_feed_says_so(folder: Path, serving: Callable[..., TestClient]) -> None:
    text = "Kesten mill closes\n\nThe Kesten mill closes on Monday, Piet Dorn said."
    with Desk.open(folder, now=lambda: NOON) as desk:
        added = desk.take([Read("https://dawn.example/1 (text of its feed)", text, format="feed", truncated=True)])
    page = get(serving(), f"/articles/{added.new[0]}")
    assert "the text of its feed: the page is closed to us" in page.text


def test_a_story_that_did_not_change_is_not_sent_again(client: TestClient, harbour: str) -> None:
    first = client.get(f"/stories/{harbour}")
    again = client.get(f"/stories/{harbour}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"/stories/{harbour}").content == first.content


def test_a_story_that_became_part_of_another(writing: TestClient, harbour: str, mill: str) -> None:
    writing.post("/api/decisions", json={"kind": "merge-stories", "one": harbour, "other": mill})
    answers = [writing.get(f"/stories/{s}") for s in (harbour, mill)]
    assert sorted(a.status_code for a in answers) == [200, 308]
    moved = next(a for a in answers if a.status_code == 308)
    assert moved.headers["location"] in (f"/stories/{harbour}", f"/stories/{mill}")


def test_a_decision_is_seen_on_the_page(writing: TestClient, harbour: str) -> None:
    before = writing.get(f"/stories/{harbour}")
    figure = next(d for d in writing.get(f"/api/stories/{harbour}/disagreements").json()["items"])["id"]
    body = {"kind": "not-a-contradiction", "story": harbour, "disagreement": figure, "note": "as we know"}
    assert writing.post("/api/decisions", json=body).status_code == 201
    after = writing.get(f"/stories/{harbour}")
    assert after.headers["etag"] != before.headers["etag"]
    assert "“as we know”" in Page(after.text).text


def test_a_server_that_only_reads_offers_nothing_to_write(serving: Callable[..., TestClient], harbour: str) -> None:
    client = serving(read_only=True)
    assert "data-story" not in client.get(f"/stories/{harbour}").text.replace("main[data-story]", "")
    for where in ("/decisions", "/search?q=crane"):
        page = get(client, where)
        attributes = {name for _, attrs in page.tags for name in attrs}
        assert not attributes & {"data-revoke", "data-forget", "data-keep"}


@pytest.mark.parametrize(
    ("where", "status", "told"),
    [
        ("/nothing", 404, "There is nothing at /nothing"),
        ("/%3Cb%3E", 404, "There is nothing at /<b>"),
        ("/stories/s999", 404, "There is no story 's999' in this desk"),
        ("/articles/none", 404, "There is no article"),
        ("/stories?reports=many", 422, "Reports: give a whole number"),
        ("/articles/none?at=here", 422, "At: it is not written as it should be"),
        ("/stories?day=soon", 422, "Day: give a day as YYYY-MM-DD"),
        ("/changes?after=bm9uZQ", 400, "The cursor is not one that this list gave"),
    ],
)
def test_problems_have_pages(client: TestClient, where: str, status: int, told: str) -> None:
    page = get(client, where, status)
    assert told in page.text
    assert f"{status} · To the stories" in page.text
    assert not page.all("b")


def test_the_first_page_leads_to_the_stories(client: TestClient) -> None:
    response = client.get("/")
    assert (response.status_code, response.headers["location"]) == (307, "/stories")


def test_no_page_tells_where_files_lie(client: TestClient, paths: list[str]) -> None:
    article = client.get("/api/articles").json()["items"][0]["id"]
    assert "/secret/" not in client.get(f"/articles/{article}").text
    assert "times.txt" in client.get(f"/articles/{article}").text


def test_an_empty_desk(tmp_path: Path) -> None:
    Desk.init(tmp_path / "empty").close()
    with served(tmp_path / "empty") as client:
        assert "This desk has no reports yet" in get(client, "/stories").text
        assert "Nothing has changed yet" in get(client, "/changes").text
        assert "None yet" in get(client, "/decisions").text
        assert "No report has these words" in get(client, "/search?q=crane").text
        assert "No report yet" in get(client, "/sources").text


def test_stories_are_compared_before_anybody_asks(tmp_path: Path) -> None:
    with Desk.init(tmp_path / "new", now=lambda: NOON) as desk:
        desk.add([report(n, t, "2026-11-17") for n, t in HARBOUR.items()])
    with served(tmp_path / "new") as client:
        assert "not compared yet" in get(client, "/stories").text
        for _ in range(100):
            if "3 origins" in get(client, "/stories").text:
                break
            time.sleep(0.1)
        assert "3 reports 3 origins 2 differences" in get(client, "/stories").text


def test_parts_of_an_excerpt() -> None:
    hit = Hit("a", None, None, None, None, "one two three", 10, 23, 0.0, (Span(14, 17), Span(10, 13), Span(90, 99)))
    assert marked(hit) == [("one", True), (" ", False), ("two", True), (" three", False)]


def test_paths_and_times() -> None:
    assert path("/search", q="a b&c", outlet=None, day="", more=False) == "/search?q=a+b%26c"
    assert path("/search") == "/search"
    assert when("2026-11-22T09:30:00Z") == "22 Nov 2026, 09:30"
    assert when("2026-11-22") == "22 Nov 2026"
    assert when(None) == ""


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source("u"), "not asked yet"),
        (Source("u", last_at=NOON, last_status=200), "well"),
        (Source("u", last_at=NOON, last_status=304), "unchanged"),
        (Source("u", last_at=NOON, failures=1), "failed once"),
        (Source("u", last_at=NOON, last_status=404, failures=3), "failed 3 times in a row (HTTP 404)"),
    ],
)
def test_the_state_of_a_source_in_words(source: Source, words: str) -> None:
    assert state(source) == words


def test_long_stretches_without_a_change_are_left_out() -> None:
    long = "word " * 200
    parts = shortened([("same", long), ("gone", "a"), ("new", "b"), ("same", long), ("new", "c"), ("same", "end")])
    assert [kind for kind, _ in parts] == ["cut", "same", "gone", "new", "same", "cut", "same", "new", "same"]
    assert all(len(text) <= 2 * AROUND for _, text in parts)
    assert parts[-1] == ("same", "end")
