from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from tests.unit.follow.conftest import Site, answer, conditional, dripping

from rashomon.follow import Asked, Came, Failed, Fetcher, Missed, Still, follow
from rashomon.follow.pace import Pace
from rashomon.follow.rounds import _side_by_side
from rashomon.follow.schedule import moment
from rashomon.records.desk import Seen, Source

NOW = "2026-11-22T09:00:00Z"
PAGE = b"<html><body><p>The ferry sails again.</p></body></html>"


def rss(site: Site, *paths: str, when: str = "Sun, 22 Nov 2026 08:00:00 GMT") -> bytes:
    items = "".join(
        f"<item><title>{p}</title><link>{site.url(p)}</link><pubDate>{when}</pubDate></item>" for p in paths
    )
    return f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()


class Desk:
    """The least a caller does: remembers what came."""

    def __init__(self, fetcher: Fetcher, *sources: Source) -> None:
        self.fetcher = fetcher
        self.sources = {source.url: source for source in sources}
        self.seen: dict[str, Seen] = {}
        self.came: list[Came] = []
        self.missed: list[Missed] = []
        self.still: list[Still] = []
        self.asked: list[Asked] = []

    def round(self, now: str = NOW, **given: object) -> Desk:
        self.came, self.missed, self.still, self.asked = [], [], [], []
        events = follow(list(self.sources.values()), self.seen.get, self.fetcher, lambda: now, **given)  # type: ignore[arg-type]
        for event in events:
            if isinstance(event, Asked):
                self.asked.append(event)
                self.sources[event.source.url] = event.source
                for found in event.found:
                    self.sources.setdefault(found.url, found)
                continue
            self.seen[event.url] = event.seen
            if isinstance(event, Came):
                self.seen[event.url] = Seen(**{**_fields(event.seen), "article": f"a-{event.url}"})
                self.came.append(event)
            elif isinstance(event, Missed):
                self.missed.append(event)
            else:
                self.still.append(event)
        return self


def _fields(seen: Seen) -> dict[str, object]:
    return {name: getattr(seen, name) for name in Seen.__slots__}


@pytest.fixture
def desk(site: Site, fetcher: Fetcher) -> Iterator[Desk]:
    site.routes["/rss"] = answer(200, rss(site, "/a", "/b"), ETag='"f1"')
    site.routes["/a"] = conditional(PAGE, '"a1"')
    site.routes["/b"] = answer(200, PAGE)
    yield Desk(fetcher, Source(site.url("/rss")))


def test_a_round_brings_every_report_of_a_feed_with_what_the_feed_says(desk: Desk, site: Site) -> None:
    desk.round()
    assert sorted(came.url for came in desk.came) == [site.url("/a"), site.url("/b")]
    (a,) = [came for came in desk.came if came.url == site.url("/a")]
    assert a.fetched.body == PAGE
    assert a.entry is not None
    assert (a.entry.title, a.entry.published) == ("/a", "2026-11-22T08:00:00Z")
    assert a.seen == Seen(site.url("/a"), NOW, '"a1"', None, 200)
    (asked,) = desk.asked
    assert (asked.named, asked.wanted, asked.problem) == (2, 2, None)
    assert (asked.source.title, asked.source.etag, asked.source.last_at, asked.source.last_status) == (
        "Post",
        '"f1"',
        NOW,
        200,
    )


def test_a_second_round_asks_for_nothing_that_we_have(desk: Desk, site: Site) -> None:
    desk.round()
    site.asked.clear()
    desk.round("2026-11-22T09:20:00Z")
    assert site.paths() == ["/rss"]
    assert site.asked[-1][1]["if-none-match"] == '"f1"'
    assert desk.came == desk.missed == desk.still == []


def test_a_list_that_did_not_change_is_said_by_the_server(desk: Desk, site: Site) -> None:
    desk.round()
    site.routes["/rss"] = conditional(rss(site, "/a"), '"f1"')
    desk.round("2026-11-22T09:20:00Z")
    assert (desk.asked[0].source.last_status, desk.asked[0].source.etag) == (304, '"f1"')
    pause = moment(str(desk.asked[0].source.next_at)) - moment("2026-11-22T09:20:00Z")
    assert pause.total_seconds() > 20 * 60


def test_an_entry_that_its_list_says_was_changed_is_fetched_again(desk: Desk, site: Site) -> None:
    desk.round()
    body = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><link href="{site.url("/a")}"/>
    <updated>2026-11-22T09:30:00Z</updated></entry><entry><link href="{site.url("/b")}"/>
    <updated>2026-11-22T08:30:00Z</updated></entry></feed>"""
    site.routes["/rss"] = answer(200, body.encode())
    site.routes["/a"] = conditional(PAGE + b"!", '"a2"')
    desk.round("2026-11-22T10:00:00Z")
    assert [came.url for came in desk.came] == [site.url("/a")]
    assert desk.came[0].fetched.body == PAGE + b"!"


def test_another_look_at_a_report_asks_only_whether_it_changed(desk: Desk, site: Site) -> None:
    desk.round()
    desk.round("2026-11-22T10:00:00Z", looks=[desk.seen[site.url("/a")]])
    assert [still.url for still in desk.still] == [site.url("/a")]
    assert desk.still[0].seen == Seen(site.url("/a"), "2026-11-22T10:00:00Z", '"a1"', None, 304, f"a-{site.url('/a')}")
    site.routes["/a"] = conditional(PAGE + b"!", '"a2"')
    desk.round("2026-11-22T11:00:00Z", looks=[desk.seen[site.url("/a")]])
    assert [(came.url, came.entry, came.seen.etag) for came in desk.came] == [(site.url("/a"), None, '"a2"')]


def test_what_is_gone_or_denied_is_not_asked_for_again_and_what_failed_is(desk: Desk, site: Site) -> None:
    site.routes["/a"] = answer(403)
    site.routes["/b"] = answer(503)
    desk.round()
    assert sorted((missed.failed.why, missed.seen.status) for missed in desk.missed) == [
        ("denied", 403),
        ("later", 503),
    ]
    site.asked.clear()
    site.routes["/b"] = answer(200, PAGE)
    desk.round("2026-11-22T09:30:00Z")
    assert site.paths() == ["/rss", "/b"]
    assert [came.url for came in desk.came] == [site.url("/b")]


def test_what_a_list_names_again_and_again_is_asked_for_ever_less_often(desk: Desk, site: Site) -> None:
    site.routes["/b"] = answer(503)
    desk.round()
    tried = []
    for minute in range(1, 60):
        site.asked.clear()
        desk.round(f"2026-11-22T09:{minute:02d}:00Z")
        tried += [minute] * site.paths().count("/b")
    assert tried == [5, 10, 20, 40]
    assert desk.seen[site.url("/b")].missed == NOW
    site.routes["/b"] = answer(200, PAGE)
    desk.round("2026-11-22T10:20:00Z")
    assert desk.seen[site.url("/b")].missed is None


def test_a_report_we_have_is_not_missing_when_a_look_fails(desk: Desk, site: Site) -> None:
    desk.round()
    site.routes["/a"] = answer(503)
    desk.round("2026-11-22T10:00:00Z", looks=[desk.seen[site.url("/a")]])
    (missed,) = desk.missed
    assert (missed.seen.article, missed.seen.missed) == (f"a-{site.url('/a')}", None)


def test_a_source_that_fails_is_named_and_asked_later(desk: Desk, site: Site) -> None:
    site.routes["/rss"] = answer(503, b"", Retry_After="7200")
    desk.round()
    (asked,) = desk.asked
    assert asked.problem == "127.0.0.1: asks to come later (503)"
    assert asked.source.failures == 1
    assert moment(str(asked.source.next_at)) - moment(NOW) >= moment("2026-11-22T11:00:00Z") - moment(NOW)
    site.asked.clear()
    desk.round()
    assert "asked us to come later" in str(desk.asked[0].problem)
    assert site.paths() == []
    kept, before = desk.asked[0].source, asked.source
    assert (kept.failures, kept.last_status, kept.last_at) == (1, 503, before.last_at)  # it was not asked
    assert kept.next_at is not None
    assert kept.next_at >= str(before.next_at)


def test_a_source_that_answers_again_has_failed_no_more(desk: Desk, site: Site) -> None:
    site.routes["/rss"] = answer(503)
    desk.round()
    assert desk.asked[0].source.failures == 1
    site.routes["/rss"] = answer(200, rss(site, "/a"))
    desk.round()
    assert desk.asked[0].source.failures == 0


def test_one_hostile_answer_does_not_stop_a_round(desk: Desk, site: Site) -> None:
    site.routes["/a"] = answer(302, b"", Location="http://[x")
    site.routes["/doctype"] = answer(200, b"<!doctype html>", Content_Type="text/html")
    old = f"<urlset><url><loc>{site.url('/old')}</loc><lastmod>0001-01-01T00:00:00+14:00</lastmod></url></urlset>"
    site.routes["/map"] = answer(200, old.encode())
    site.routes["/old"] = answer(200, PAGE)
    for path in ("/doctype", "/map"):
        desk.sources[site.url(path)] = Source(site.url(path))
    desk.round()
    assert sorted(came.url for came in desk.came) == [site.url("/b"), site.url("/old")]
    assert [(missed.url, missed.failed.why) for missed in desk.missed] == [(site.url("/a"), "refused")]
    problems = {asked.source.url: asked.problem for asked in desk.asked}
    assert problems[site.url("/map")] is None
    assert "cannot be read" in str(problems[site.url("/doctype")])


def test_a_defect_at_one_address_is_named_and_the_others_are_fetched(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    get = desk.fetcher.get

    def broken(url: str, *given: object) -> object:
        if url == site.url("/a"):
            raise RuntimeError("a defect")
        return get(url, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.fetcher, "get", broken)
    desk.round()
    assert [came.url for came in desk.came] == [site.url("/b")]
    assert [missed.failed.reason for missed in desk.missed] == ["RuntimeError: a defect; please report this defect"]


def test_an_index_is_asked_whole_every_time(desk: Desk, site: Site) -> None:
    body = f"<sitemapindex><sitemap><loc>{site.url('/1.xml')}</loc></sitemap></sitemapindex>".encode()
    site.routes["/sitemap.xml"] = conditional(body, '"i"')
    site.routes["/1.xml"] = answer(200, f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>".encode())
    desk.sources = {site.url("/sitemap.xml"): Source(site.url("/sitemap.xml"))}
    desk.round()
    both = f"<urlset><url><loc>{site.url('/a')}</loc></url><url><loc>{site.url('/b')}</loc></url></urlset>"
    site.routes["/1.xml"] = answer(200, both.encode())
    desk.round()
    assert [came.url for came in desk.came] == [site.url("/b")]


def test_what_robots_txt_refused_is_not_asked_for_again(desk: Desk, site: Site) -> None:
    site.routes["/robots.txt"] = answer(200, b"\xef\xbb\xbfUser-agent: *\nDisallow: /a\n")
    desk.round()
    assert [(missed.failed.why, missed.seen.status) for missed in desk.missed] == [("robots", 0)]
    desk.round()
    assert (desk.missed, desk.came) == ([], [])


def test_one_bad_source_does_not_stop_the_others(desk: Desk, site: Site) -> None:
    site.routes["/words"] = answer(200, b"just words")
    for url in (site.url("/words"), "http://169.254.169.254/feed", "no address"):
        desk.sources[url] = Source(url)
    desk.round()
    problems = {asked.source.url: asked.problem or "" for asked in desk.asked}
    assert problems[site.url("/rss")] == ""
    assert "neither a feed nor a sitemap" in problems[site.url("/words")]
    assert "no public address" in problems["http://169.254.169.254/feed"]
    assert "only http and https" in problems["no address"]
    assert len(desk.came) == 2


def test_opml_leads_to_its_feeds(desk: Desk, site: Site) -> None:
    body = f'<opml version="2.0"><body><outline text="Post" xmlUrl="{site.url("/rss")}"/></body></opml>'
    site.routes["/all.opml"] = answer(200, body.encode())
    desk.sources = {site.url("/all.opml"): Source(site.url("/all.opml"))}
    desk.round()
    assert desk.came == []
    assert desk.asked[0].found == (Source(site.url("/rss"), "feed", "Post"),)
    assert desk.sources[site.url("/all.opml")].kind == "opml"
    desk.round()
    assert len(desk.came) == 2


def test_a_page_without_a_feed_says_what_to_give_instead(desk: Desk, site: Site) -> None:
    site.routes["/"] = answer(200, b"<!doctype html><html><head></head><body>x</body></html>")
    desk.sources = {site.url("/"): Source(site.url("/"))}
    desk.round()
    assert desk.asked[0].problem == "the page names no feed; give the address of a feed or a sitemap"


def test_an_index_is_read_through_its_newest_sitemaps(desk: Desk, site: Site) -> None:
    maps = "".join(
        f"<sitemap><loc>{site.url(f'/{n}.xml')}</loc><lastmod>2026-11-{n:02}</lastmod></sitemap>" for n in range(1, 9)
    )
    site.routes["/sitemap.xml"] = answer(200, f"<sitemapindex>{maps}</sitemapindex>".encode())
    site.routes["/8.xml"] = answer(200, f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>".encode())
    desk.sources = {site.url("/sitemap.xml"): Source(site.url("/sitemap.xml"))}
    desk.round()
    assert [came.url for came in desk.came] == [site.url("/a")]
    assert desk.asked[0].source.kind == "sitemap"
    assert [p for p in site.paths() if p.endswith("1.xml")] == []


def test_a_large_list_is_taken_in_rounds_newest_first(desk: Desk, site: Site) -> None:
    body = "".join(
        f"<item><link>{site.url(f'/{n}')}</link><pubDate>Sun, {n} Nov 2026 08:00:00 GMT</pubDate></item>"
        for n in (1, 8, 15, 22)
    )
    site.routes["/rss"] = conditional(f"<rss version='2.0'><channel>{body}</channel></rss>".encode(), '"f"')
    for n in (1, 8, 15, 22):
        site.routes[f"/{n}"] = answer(200, PAGE)
    desk.round(most=3)
    assert [came.url for came in desk.came] == [site.url("/22"), site.url("/15"), site.url("/8")]
    desk.round(most=3)
    assert [came.url for came in desk.came] == [site.url("/1")]


def test_what_is_too_old_is_left_alone(desk: Desk) -> None:
    desk.round(since="2026-11-23")
    assert (desk.came, desk.asked[0].named) == ([], 0)


def test_a_report_that_moved_for_good_is_known_by_its_new_address(desk: Desk, site: Site) -> None:
    site.routes["/a"] = answer(301, b"", Location="/b")
    desk.round()
    assert {came.url for came in desk.came} == {site.url("/b")}


def test_one_host_is_asked_one_request_after_the_other_and_hosts_side_by_side() -> None:
    inside: dict[str, int] = {}
    most: dict[str, int] = {}
    together = threading.Barrier(2, timeout=5)
    lock = threading.Lock()

    def work(url: str) -> str:
        host = url.split("/")[2]
        with lock:
            inside[host] = inside.get(host, 0) + 1
            most[host] = max(most.get(host, 0), inside[host])
        if url.endswith("/1"):
            together.wait()  # broken, were the two hosts not asked at the same time
        with lock:
            inside[host] -= 1
        return url

    urls = [f"http://{host}/{n}" for n in range(4) for host in ("a", "b")]
    assert sorted(_side_by_side(urls, str, work, 2)) == sorted(urls)
    assert most == {"a": 1, "b": 1}


def test_a_caller_may_stop_in_the_middle() -> None:
    done: list[str] = []

    def work(url: str) -> str:
        done.append(url)
        return url

    results = _side_by_side([f"http://a/{n}" for n in range(1000)], str, work, 2)
    assert next(results) == "http://a/0"
    results.close()  # type: ignore[attr-defined]
    assert len(done) < 1000


def test_a_defect_in_a_worker_is_not_swallowed() -> None:
    def work(url: str) -> str:
        raise RuntimeError("a defect")

    with pytest.raises(RuntimeError, match="a defect"):
        list(_side_by_side(["http://a/", "http://b/"], str, work, 2))


def test_a_fetcher_that_is_stopped_gives_up_what_is_under_way_and_can_go_on(site: Site) -> None:
    """A server that drips would keep Ctrl-C waiting until the time of its request is over."""
    began = threading.Event()

    def slow(request: BaseHTTPRequestHandler) -> None:
        began.set()
        dripping(request)

    site.routes["/rss"] = answer(200, rss(site, "/a"))
    site.routes["/a"] = slow
    with Fetcher(permit=[site.host], pace=Pace(least=0.0)) as fetcher:
        threading.Thread(target=lambda: began.wait(10) and fetcher.stop(), daemon=True).start()
        asked, missed = follow([Source(site.url("/rss"))], lambda _: None, fetcher, lambda: NOW)
        assert isinstance(asked, Asked)
        assert isinstance(missed, Missed)
        assert isinstance(fetcher.get(site.url("/rss")), Failed)
        site.routes["/a"] = answer(200, PAGE)
        asked, came = follow([Source(site.url("/rss"))], lambda _: None, fetcher, lambda: NOW)
        assert isinstance(came, Came)


@pytest.mark.parametrize("read", [1, 2, 3])
def test_who_does_not_wait_for_the_rest_has_it_stopped(read: int) -> None:
    halted: list[int] = []
    results = _side_by_side(["http://a/", "http://b/"], str, str.upper, 2, lambda: halted.append(read))
    for _ in range(read):
        next(results, None)
    results.close()
    assert halted == ([read] if read < 3 else [])
