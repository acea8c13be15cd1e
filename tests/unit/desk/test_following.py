from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import escape
from pathlib import Path

import pytest
from tests.unit.follow.conftest import Site, answer, conditional, fetcher, site

from rashomon.cli.main import main
from rashomon.desk import Desk
from rashomon.desk.following import Following, sources_of
from rashomon.desk.grouping import Grouping
from rashomon.errors import Unreadable, UsageError
from rashomon.follow import Fetcher
from rashomon.follow.pace import Pace
from rashomon.records.desk import Source
from rashomon.records.dossier import Unread
from rashomon.steps.group import Merged

__all__ = ["fetcher", "site"]  # fixtures

FIRST = "Seven people were hurt when the ferry Alma hit the pier of Norhavn on Saturday, the harbour master said."
LONG = [FIRST.replace("Alma", f"Alma {n}") for n in range(8)]
SECOND = "Nine people were hurt when the ferry Alma hit the pier of Norhavn on Saturday, the harbour master said."


def page(*paragraphs: str, title: str = "Ferry Alma hits the pier of Norhavn") -> bytes:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}"
        "<p>Divers looked at the hull until late in the evening, and the pier of Norhavn stays closed.</p>"
        "<p>The harbour master, Ida Holm, said that the ferry Alma had lost power before the collision.</p>"
        "</article></body></html>"
    ).encode()


def rss(site: Site, *paths: str) -> bytes:
    day = "<pubDate>Sun, 22 Nov 2026 08:00:00 GMT</pubDate>"
    items = "".join(f"<item><title>Item {p}</title><link>{site.url(p)}</link>{day}</item>" for p in paths)
    return f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()


@pytest.fixture
def clock() -> list[str]:
    return ["2026-11-22T09:00:00Z"]


@pytest.fixture
def desk(tmp_path: Path, site: Site, clock: list[str]) -> Iterator[Desk]:
    site.routes["/rss"] = answer(200, rss(site, "/a", "/b"))
    site.routes["/a"] = conditional(page(FIRST), '"a1"')
    site.routes["/b"] = conditional(page(FIRST.replace("Seven", "7")), '"b1"')
    with Desk.init(tmp_path / "desk", now=lambda: clock[0]) as desk:
        desk.add_sources(site.url("/rss"))
        yield desk


def test_a_round_takes_what_a_feed_names_and_the_next_one_nothing(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    done = desk.follow(fetcher)
    assert (len(done.added.new), done.failed, done.missed) == (2, [], [])
    rows = desk.articles().items
    assert sorted(str(row.url) for row in rows) == [site.url("/a"), site.url("/b")]
    assert {(row.published or "")[:10] for row in rows} == {"2026-11-22"}
    assert {row.outlet for row in rows} == {None}
    site.asked.clear()
    done = desk.follow(fetcher)
    assert (done.asked, site.asked) == ([], [])
    clock[0] = "2026-11-22T09:20:00Z"
    done = desk.follow(fetcher)
    assert (len(done.asked), done.added.new, done.added.known) == (1, [], [])
    assert site.paths() == ["/rss"]


def test_a_revised_report_is_a_revision_and_its_lines_are_in_the_log(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    desk.follow(fetcher)
    (story,) = {row.story for row in desk.articles().items}
    assert story is not None
    desk.dossier(story)
    site.routes["/a"] = conditional(page(SECOND), '"a2"')
    clock[0] = "2026-11-22T10:05:00Z"
    done = desk.follow(fetcher)
    assert (len(done.added.revised), done.unchanged) == (1, 1)
    ((new, old),) = done.added.revised
    assert desk.article(new)[0].revises == old
    assert desk.article(old)[0].revised_by == new
    changes = desk.changes().items
    assert done.added.changes == len(changes) > 0
    assert all(change.because == (new,) for change in changes)


def test_a_report_is_looked_at_again_while_young_and_then_left_alone(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    desk.follow(fetcher)
    site.asked.clear()
    clock[0] = "2026-11-22T10:05:00Z"
    assert desk.follow(fetcher).unchanged == 2
    assert site.asked[-1][1]["if-none-match"] in ('"a1"', '"b1"')
    site.asked.clear()
    clock[0] = "2026-12-22T10:05:00Z"
    assert desk.follow(fetcher).unchanged == 0
    assert site.paths() == ["/rss"]


def test_what_could_not_be_had_is_named_and_the_others_are_taken(desk: Desk, site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = answer(403)
    site.routes["/pdf"] = answer(200, b"%PDF-1.4", Content_Type="application/pdf")
    site.routes["/empty"] = answer(200, b"   ", Content_Type="text/html")
    site.routes["/rss"] = answer(200, rss(site, "/a", "/b", "/pdf", "/empty"))
    desk.add_sources("http://169.254.169.254/feed")
    done = desk.follow(fetcher)
    assert len(done.added.new) == 1
    assert {unread.path.removeprefix(site.url("")): unread.reason for unread in done.missed} == {
        "/a": "127.0.0.1: not open to us (403)",
        "/pdf": "the address gives application/pdf, not a page",
        "/empty": "it is empty: save the report again",
    }
    assert [unread.path for unread in done.failed] == ["http://169.254.169.254/feed"]


def test_what_failed_for_a_passing_reason_is_asked_for_though_its_list_did_not_change(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    site.routes["/rss"] = conditional(rss(site, "/a", "/b"), '"f1"')
    site.routes["/a"] = answer(503)
    site.routes["/b"] = answer(404)
    assert len(desk.follow(fetcher).missed) == 2
    site.routes["/a"] = answer(200, page(FIRST))
    site.asked.clear()
    clock[0] = "2026-11-22T09:40:00Z"
    done = desk.follow(fetcher)
    assert (len(done.added.new), done.missed) == (1, [])
    assert site.paths() == ["/rss", "/a"]


def test_what_stays_missing_is_asked_for_ever_less_often_and_for_three_days(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    site.routes["/rss"] = conditional(rss(site, "/a", "/b"), '"f1"')
    site.routes["/b"] = answer(503)
    begun, tries = datetime.fromisoformat(clock[0]), []
    for minutes in [*range(0, 200, 5), *range(200, 6 * 1440, 60)]:
        clock[0] = f"{begun + timedelta(minutes=minutes):%Y-%m-%dT%H:%M:%SZ}"
        site.asked.clear()
        desk.follow(fetcher)
        tries += [minutes] * site.paths().count("/b")
    assert tries == [0, 5, 10, 20, 40, 80, 160, 320, 680, 1400, 2840]
    site.routes["/rss"] = answer(200, rss(site, "/a", "/b", "/c"))
    site.routes["/b"] = site.routes["/c"] = answer(200, page(FIRST))
    desk.follow(fetcher, everything=True)
    assert desk.store.missed("") == ()


def test_a_source_removed_during_a_round_stays_removed(
    desk: Desk, site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = desk.take
    monkeypatch.setattr(desk, "take", lambda pages: (desk.remove_source(site.url("/rss")), take(pages))[1])
    assert len(desk.follow(fetcher).added.new) == 2
    assert desk.sources() == ()


def test_a_round_that_dies_is_asked_again_and_nothing_is_lost_or_doubled(
    desk: Desk, site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.routes["/rss"] = conditional(rss(site, "/a", "/b"), '"f1"')
    take = desk.take
    with monkeypatch.context() as broken:
        broken.setattr(desk, "take", lambda pages: (take(pages), 1 / 0))
        with pytest.raises(ZeroDivisionError):
            desk.follow(fetcher)
    assert desk.store.source(site.url("/rss")).etag is None  # type: ignore[union-attr]
    done = desk.follow(fetcher)
    assert (len(done.added.new), len(done.added.known)) == (0, 2)
    assert desk.store.count_articles() == 2


def test_what_a_report_changes_is_told_after_a_round_that_regrouped_nothing(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    assert len(desk.follow(fetcher).added.stories) == 1
    site.routes["/rss"] = answer(200, rss(site, "/a", "/b", "/c"))
    site.routes["/c"] = answer(200, page(SECOND))
    clock[0] = "2026-11-22T09:20:00Z"
    done = desk.follow(fetcher)
    assert done.added.changes == len(desk.changes().items) > 0
    assert {change.because for change in desk.changes().items} == {tuple(done.added.new)}


def test_a_round_that_dies_and_is_asked_again_tells_what_it_would_have_told(
    tmp_path: Path, site: Site, fetcher: Fetcher, clock: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading again at the end of the round makes its new story part of the old one, in both desks."""
    repair = Grouping.repair

    def merging(self: Grouping, at: str) -> None:
        repair(self, at)
        if self._store.story("s3") is not None:
            self._apply([Merged(3, 1, "one event")], at)
            self._keep()

    monkeypatch.setattr(Grouping, "repair", merging)
    logs = []
    for name in ("whole", "stopped"):
        clock[0] = "2026-11-22T09:00:00Z"
        site.routes["/rss"] = answer(200, rss(site, "/a", "/b"))
        site.routes["/a"], site.routes["/b"] = answer(200, page(FIRST)), answer(200, page(SECOND))
        with Desk.init(tmp_path / name, now=lambda: clock[0]) as desk:
            desk.add_sources(site.url("/rss"))
            desk.follow(fetcher)
            site.routes["/rss"] = answer(200, rss(site, "/a", "/b", "/c"))
            site.routes["/c"] = answer(200, page("Grain prices fell by a third in Tarn.", title="Grain is cheap"))
            clock[0] = "2026-11-22T09:20:00Z"
            if name == "stopped":
                with monkeypatch.context() as broken:
                    broken.setattr(Following, "_remember", lambda *_: 1 / 0)
                    with pytest.raises(ZeroDivisionError):
                        desk.follow(fetcher)
            desk.follow(fetcher)
            assert len(desk.store.members("s1")) == 3
            assert desk.store.group_part("round") is None
            logs.append([(c.kind, c.section, c.line, c.because) for c in desk.changes(limit=1000).items])
    assert logs[0] == logs[1] != []


def test_the_feeds_of_an_opml_become_sources(desk: Desk, site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    opml = f'<opml version="2.0"><body><outline text="Post" xmlUrl="{site.url("/rss")}"/></body></opml>'
    site.routes["/all.opml"] = answer(200, opml.encode())
    desk.remove_source(site.url("/rss"))
    desk.add_sources(site.url("/all.opml"))
    done = desk.follow(fetcher)
    assert done.found == [Source(site.url("/rss"), "feed", "Post")]
    assert len(desk.follow(fetcher).added.new) == 2
    file = tmp_path / "feeds.opml"
    file.write_text(opml)
    assert sources_of(str(file)) == ([Source(site.url("/rss"), "feed", "Post")], 0)
    assert desk.add_sources(str(file)) == ()


def test_a_list_of_addresses_is_a_file_of_sources(tmp_path: Path) -> None:
    file = tmp_path / "sources.txt"
    file.write_text("# ours\nhttps://post.example/rss  # the Post\n\nhttps://post.example/rss\nnothing\n")
    assert sources_of(str(file)) == ([Source("https://post.example/rss")], 1)
    file.write_text("nothing\n")
    with pytest.raises(Unreadable, match="it names no source"):
        sources_of(str(file))
    with pytest.raises(Unreadable, match="an address begins with https://"):
        sources_of("post.example/rss")
    with pytest.raises(UsageError, match="not an address that can be followed"):
        sources_of("ftp://post.example/rss")


def test_what_a_file_names_and_cannot_be_followed_is_told(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    outlines = "".join(f"<outline xmlUrl='{url}'/>" for url in ("https://post.example/rss", "feed://a", "file:///b"))
    file.write_text(f"<opml version='2.0'><body>{outlines}</body></opml>")
    left: list[Unread] = []
    assert desk.add_sources(str(file), left_out=left) == (Source("https://post.example/rss", "feed"),)
    assert left == [Unread(str(file), "2 entries without an address that begins with http:// or https://")]


def test_what_could_not_be_had_a_moment_ago_is_not_asked_for_at_once(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    site.routes["/b"] = answer(500)
    assert [m.path for m in desk.follow(fetcher).missed] == [site.url("/b")]
    site.asked.clear()
    clock[0] = "2026-11-22T09:04:59Z"
    assert desk.follow(fetcher).missed == []
    assert site.asked == []
    clock[0] = "2026-11-22T09:05:00Z"
    assert [m.path for m in desk.follow(fetcher).missed] == [site.url("/b")]


def carrying(site: Site, *paths: str, text: list[str] = LONG) -> bytes:
    """A feed that carries the text of its reports."""
    day = "<pubDate>Sun, 22 Nov 2026 08:00:00 GMT</pubDate>"
    items = "".join(
        f"<item><title>Ferry Alma hits the pier</title><link>{site.url(p)}</link>{day}"
        f"<description>{escape(''.join(f'<p>{p}</p>' for p in text))}</description></item>"
        for p in paths
    )
    return f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()


def test_where_a_page_is_closed_the_text_of_its_feed_is_taken_and_marked(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    site.routes["/rss"] = answer(200, carrying(site, "/paid", "/private/a", "/gone", "/open"))
    site.routes["/robots.txt"] = answer(200, b"User-agent: *\nDisallow: /private/\n")
    site.routes["/paid"] = answer(402)
    site.routes["/open"] = answer(200, page(*LONG))
    done = desk.follow(fetcher)
    assert sorted(done.carried) == [site.url("/paid"), site.url("/private/a")]
    assert [unread.path for unread in done.missed] == [site.url("/gone")]  # what an outlet took away stays away
    rows = {str(row.url).removeprefix(site.url("")): row for row in desk.articles().items}
    assert sorted(rows) == ["/open", "/paid", "/private/a"]
    row, article = desk.article(rows["/paid"].id)
    assert (row.path, article.captured) == (f"{site.url('/paid')} (text of its feed)", False)
    assert article.text == "Ferry Alma hits the pier\n\n" + "\n\n".join(LONG)
    assert desk.article(rows["/open"].id)[1].captured is True
    clock[0] = "2026-11-22T10:05:00Z"  # looked at again, and closed still
    done = desk.follow(fetcher)
    assert (done.unchanged, done.missed, done.added.revised, done.carried) == (2, [], [], [])


def test_of_a_page_that_is_only_a_beginning_the_text_of_its_feed_is_taken(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    site.routes["/rss"] = answer(200, carrying(site, "/a"))
    site.routes["/a"] = answer(200, b"<!doctype html><html><body><h1>Ferry Alma hits the pier</h1><p>Seven hurt.</p>")
    done = desk.follow(fetcher)
    assert (done.carried, len(done.added.new)) == ([site.url("/a")], 1)
    (row,) = desk.articles().items
    assert desk.store.page(row.id).format == "feed"
    clock[0] = "2026-11-22T10:05:00Z"  # the beginning is no revision of the whole
    done = desk.follow(fetcher)
    assert (done.added.known, done.added.revised, done.carried) == ([row.id], [], [])
    site.routes["/a"] = answer(200, page(*LONG))  # the page is opened
    clock[0] = "2026-11-22T15:05:00Z"
    done = desk.follow(fetcher)
    assert [old for _, old in done.added.revised] == [row.id]
    assert desk.store.page(done.added.revised[0][0]).format == "html"


def test_a_report_we_have_is_not_replaced_by_the_text_of_its_feed(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    desk.follow(fetcher)
    site.routes["/a"] = answer(403)
    entry = carrying(site, "/a").replace(b"08:00:00", b"10:00:00")
    site.routes["/rss"] = answer(200, entry.replace(b"<pubDate>", b"<a:updated xmlns:a='http://www.w3.org/2005/Atom'>"
                                                    b"2026-11-22T10:00:00Z</a:updated><pubDate>"))  # fmt: skip
    clock[0] = "2026-11-22T10:05:00Z"
    done = desk.follow(fetcher)
    assert (done.carried, done.added.revised) == ([], [])
    assert [unread.path for unread in done.missed] == [site.url("/a")]


def test_who_asked_to_be_left_alone_is_left_alone_by_later_rounds_too(
    desk: Desk, site: Site, fetcher: Fetcher, clock: list[str]
) -> None:
    """`follow --all` in another process, minutes later."""
    site.routes["/a"] = answer(429, b"", Retry_After="3600")
    desk.follow(fetcher)
    assert desk.store.away(clock[0]) == {"127.0.0.1": "2026-11-22T10:00:00Z"}
    site.asked.clear()
    clock[0] = "2026-11-22T09:30:00Z"
    with Fetcher(permit=[site.host], pace=Pace(least=0.0)) as other:
        done = desk.follow(other, everything=True)
    assert site.asked == []
    assert done.failed[0].reason.startswith("127.0.0.1: asked us to come later, in 1")
    (source,) = desk.sources()
    assert (source.failures, source.last_at) == (0, "2026-11-22T09:00:00Z")
    site.routes["/a"] = answer(200, page(FIRST))
    clock[0] = "2026-11-22T10:00:00Z"
    with Fetcher(permit=[site.host], pace=Pace(least=0.0)) as other:
        assert len(desk.follow(other, everything=True).added.new) == 2


def test_the_command_follows_once_and_says_what_came(
    tmp_path: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.routes["/rss"] = answer(200, rss(site, "/a", "/missing"))
    site.routes["/a"] = answer(200, page(FIRST))
    desk = str(tmp_path / "d")
    assert main(["desk", "init", desk]) == 0
    assert main(["desk", "sources", "--desk", desk]) == 0
    assert "nothing is followed" in capsys.readouterr().out
    assert main(["desk", "follow", "--desk", desk]) == 2
    capsys.readouterr()
    assert main(["desk", "follow", site.url("/rss"), "--desk", desk, "--permit", site.host]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("asked 1 source · failed 0 · new 1 · known 0 · revised 0 · not had 1\n")
    assert err == f"rashomon: not had: {site.url('/missing')}: 127.0.0.1: not there any more (404)\n"
    assert main(["desk", "sources", "--desk", desk, "--json"]) == 0
    (source,) = json.loads(capsys.readouterr().out)
    assert (source["title"], source["last_status"], source["failures"]) == ("Post", 200, 0)
    assert main(["desk", "sources", "--remove", site.url("/rss"), "--desk", desk]) == 0
    assert main(["desk", "sources", "--remove", site.url("/rss"), "--desk", desk]) != 0


def test_the_command_fails_when_all_sources_do(tmp_path: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    desk = str(tmp_path / "d")
    assert main(["desk", "init", desk]) == 0
    assert main(["desk", "follow", site.url("/rss"), "--desk", desk]) == 1
    assert "which is no public address" in capsys.readouterr().err
    assert main(["desk", "follow", "--every", "1", "--desk", desk]) == 2
