from __future__ import annotations

import gzip
import threading
from datetime import UTC, datetime

import pytest
from tests.unit.follow.conftest import Site, answer, conditional, dripping, endless, packed_bomb, silent

from rashomon.follow import Failed, Fetched, Fetcher, Limits, Unchanged
from rashomon.follow.fetch import wait_of
from rashomon.follow.pace import Pace

PAGE = b"<html><body><p>The ferry sails again.</p></body></html>"


def test_a_page_comes_whole_with_what_the_server_says_of_it(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(
        200, PAGE, Content_Type="text/html; charset=UTF-8", ETag='"1"', Last_Modified="Sun, 22 Nov 2026 09:00:00 GMT"
    )
    assert fetcher.get(site.url("/a")) == Fetched(
        url=site.url("/a"),
        final=site.url("/a"),
        body=PAGE,
        media_type="text/html",
        charset="utf-8",
        etag='"1"',
        modified="Sun, 22 Nov 2026 09:00:00 GMT",
    )
    agent = site.asked[-1][1]["user-agent"]
    assert agent.startswith("Rashomon/")
    assert "cookie" not in site.asked[-1][1]


def test_what_we_have_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = conditional(PAGE, '"1"')
    first = fetcher.get(site.url("/a"))
    assert isinstance(first, Fetched)
    assert fetcher.get(site.url("/a"), first.etag) == Unchanged(site.url("/a"), '"1"')
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    site.routes["/a"] = conditional(PAGE + b" ", '"2"')
    again = fetcher.get(site.url("/a"), first.etag)
    assert isinstance(again, Fetched)
    assert again.body == PAGE + b" "


def test_packed_answers_are_unpacked(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(200, gzip.compress(PAGE), Content_Encoding="gzip")
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Fetched)
    assert got.body == PAGE


def test_a_broken_gzip_is_said_and_nothing_handed_on(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(200, b"\x1f\x8b\x08 this is no gzip", Content_Encoding="gzip")
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert got.why == "broken"
    assert "cannot be unpacked" in got.reason


def test_a_gzip_that_was_cut_is_never_handed_on_half(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(200, gzip.compress(PAGE * 50)[:-20], Content_Encoding="gzip")
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert got.reason == "127.0.0.1: the answer cannot be unpacked (it ends before its end)"


@pytest.mark.parametrize("route", [endless, packed_bomb()], ids=["endless", "bomb"])
def test_what_is_too_large_is_thrown_away(site: Site, fetcher: Fetcher, route: object) -> None:
    site.routes["/a"] = route  # type: ignore[assignment]
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert (got.why, got.reason) == ("broken", "127.0.0.1: larger than 300,000 bytes")


def test_a_declared_size_is_believed_before_a_byte_is_read(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(200, b"", Content_Length="999999999")
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert got.reason == "127.0.0.1: larger than 300,000 bytes"


def test_an_answer_that_drips_ends_at_the_time_limit(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = dripping
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert (got.why, got.reason) == ("later", "127.0.0.1: took longer than 0.7 seconds")


def test_a_silent_server_is_left(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = silent
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert (got.why, got.reason) == ("later", "127.0.0.1: silent for 0.4 seconds")


@pytest.mark.parametrize(
    ("status", "why"),
    [(404, "gone"), (410, "gone"), (401, "denied"), (403, "denied"), (451, "denied"), (418, "broken"), (500, "later")],
)
def test_every_status_has_a_meaning(site: Site, fetcher: Fetcher, status: int, why: str) -> None:
    site.routes["/a"] = answer(status, b"sorry")
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert (got.why, got.status, got.wait) == (why, status, None)
    assert str(status) in got.reason


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_wait_is_heard(site: Site, fetcher: Fetcher, status: int) -> None:
    site.routes["/a"] = answer(status, b"", Retry_After="120")
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert (got.why, got.wait) == ("later", 120.0)


def test_retry_after_may_be_a_date() -> None:
    now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    assert wait_of("Sun, 22 Nov 2026 09:05:00 GMT", now) == 300.0
    assert wait_of("Sun, 22 Nov 2026 08:00:00 GMT", now) == 0.0
    assert wait_of("soon", now) is None
    assert wait_of(None, now) is None
    assert wait_of("9" * 400, now) == 30 * 86_400


def test_a_host_that_asks_to_wait_is_left_alone_whatever_the_address(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(429, b"", Retry_After="3600")
    site.routes["/b"] = answer(200, PAGE)
    fetcher.get(site.url("/a"))
    site.asked.clear()
    got = fetcher.get(site.url("/b"))
    assert isinstance(got, Failed)
    assert (got.why, site.asked) == ("later", [])
    assert got.wait is not None
    assert 3590 < got.wait <= 3600
    assert got.kept_away


def test_hosts_that_asked_for_it_are_left_alone_by_who_comes_later(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(503, b"", Retry_After="120")
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert (got.wait, got.kept_away) == (120.0, False)
    ((host, left),) = fetcher.away().items()
    assert host == "127.0.0.1"
    assert 110 < left <= 120
    site.asked.clear()
    with Fetcher(permit=[site.host]) as other:
        assert other.away() == {}
        other.stay_away(host, left)
        other.stay_away(host, 1.0)  # never shorter
        kept = other.get(site.url("/a"))
        assert isinstance(kept, Failed)
        assert kept.kept_away
        assert kept.reason.startswith("127.0.0.1: asked us to come later, in 1")
    assert site.asked == []


def test_a_slow_lookup_counts_against_the_time_of_a_request(site: Site) -> None:
    gate = threading.Event()
    limits = Limits(seconds=0.1, silence=5.0)
    with Fetcher(limits, resolver=lambda host, port: [str(gate.wait(5))], obey_robots=False) as fetcher:
        got = fetcher.get("http://slow.example/a")
    gate.set()
    assert isinstance(got, Failed)
    assert (got.why, got.status) == ("later", None)
    assert got.reason == "slow.example: the name is not known (no answer within 0.1 seconds)"


def test_our_own_politeness_is_no_slowness_of_the_server(site: Site) -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    site.routes["/a"] = answer(302, b"", Location="/b")
    site.routes["/b"] = answer(200, PAGE)
    pace = Pace(least=45.0, most=60.0, clock=lambda: now[0], sleep=sleep)
    with Fetcher(Limits(seconds=60.0), permit=[site.host], pace=pace, clock=lambda: now[0]) as fetcher:
        assert isinstance(fetcher.get(site.url("/a")), Fetched)
    assert now[0] >= 45.0


def test_a_redirected_address_may_be_unchanged_too(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(301, b"", Location="/b")
    site.routes["/b"] = conditional(PAGE, '"1"')
    assert isinstance(fetcher.get(site.url("/a")), Fetched)
    assert isinstance(fetcher.get(site.url("/a"), '"1"'), Unchanged)


def test_redirects_are_followed_and_the_lasting_ones_remembered(site: Site, fetcher: Fetcher) -> None:
    site.routes["/old"] = answer(301, b"", Location="/new")
    site.routes["/new"] = answer(302, b"", Location=site.url("/today"))
    site.routes["/today"] = answer(200, PAGE)
    got = fetcher.get(site.url("/old"))
    assert isinstance(got, Fetched)
    assert (got.url, got.final, got.moved) == (site.url("/old"), site.url("/today"), site.url("/new"))


def test_a_circle_of_redirects_ends(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(302, b"", Location="/a")
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert (got.why, got.reason) == ("broken", "127.0.0.1: more than 3 redirects")
    assert len(site.paths()) == 4


def test_a_redirect_without_an_address_is_broken(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(302)
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert (got.why, got.status) == ("broken", 302)


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest/", "http://127.0.0.1:1/", "http://[::1]/", "file:///etc/passwd", "http://0/"],
)
def test_a_redirect_to_a_private_address_is_refused(site: Site, fetcher: Fetcher, target: str) -> None:
    site.routes["/a"] = answer(302, b"", Location=target)
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert got.why == "refused"


def test_a_name_that_leads_inside_is_refused_and_never_asked(site: Site) -> None:
    with Fetcher(resolver=lambda host, port: ["127.0.0.1"]) as fetcher:
        got = fetcher.get(f"http://evil.example:{site.host.split(':')[1]}/a")
    assert isinstance(got, Failed)
    assert got.why == "refused"
    assert "127.0.0.1, which is no public address" in got.reason
    assert site.asked == []


def test_robots_are_obeyed(site: Site, fetcher: Fetcher) -> None:
    site.routes["/robots.txt"] = answer(200, b"User-agent: *\nDisallow: /private/\n")
    site.routes["/private/a"] = site.routes["/a"] = answer(200, PAGE)
    kept_out = fetcher.get(site.url("/private/a"))
    assert isinstance(kept_out, Failed)
    assert kept_out.why == "robots"
    assert isinstance(fetcher.get(site.url("/a")), Fetched)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.routes["/robots.txt"] = answer(503)
    site.routes["/a"] = answer(200, PAGE)
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert (got.why, site.paths()) == ("later", [])


def test_robots_may_be_left_unread_where_an_editor_says_so(site: Site) -> None:
    site.routes["/robots.txt"] = answer(200, b"User-agent: *\nDisallow: /\n")
    site.routes["/a"] = answer(200, PAGE)
    with Fetcher(permit=[site.host], obey_robots=False) as fetcher:
        assert isinstance(fetcher.get(site.url("/a")), Fetched)
    assert site.paths() == ["/a"]


def test_the_pause_of_robots_txt_is_kept(site: Site) -> None:
    site.routes["/robots.txt"] = answer(200, b"User-agent: *\nCrawl-delay: 7\n")
    site.routes["/a"] = answer(200, PAGE)
    waits: list[float] = []
    pace = Pace(least=1.0, clock=lambda: 100.0, sleep=waits.append)
    with Fetcher(Limits(), permit=[site.host], pace=pace) as fetcher:
        for _ in range(3):
            fetcher.get(site.url("/a"))
    assert waits == [7.0, 14.0]


def test_nobody_at_the_door(fetcher: Fetcher, site: Site) -> None:
    site.close()
    got = fetcher.get(site.url("/a"))
    assert isinstance(got, Failed)
    assert got.why == "later"


@pytest.mark.parametrize("url", ["", "no address", "http://", "gopher://a/b", "http://x\x00y/"])
def test_what_is_no_address_is_refused_not_raised(fetcher: Fetcher, url: str) -> None:
    got = fetcher.get(url)
    assert isinstance(got, Failed)
    assert got.why == "refused"
