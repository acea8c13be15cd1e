from __future__ import annotations

import gzip
import json

import pytest

from rashomon.errors import Unreadable
from rashomon.follow.feeds import CARRIED, Entry, read_list, tidy

HOME = "https://post.example/feeds/news.xml"
RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Harbour Post</title><language>en-GB</language>
<item><title>Ferry &amp; tug collide</title><link>/a?utm_source=rss&amp;id=7#top</link>
 <pubDate>Sun, 22 Nov 2026 10:00:00 +0100</pubDate><source url="https://wire.example/">Coast Wire</source></item>
<item><title>No address</title></item>
<item><title>Odd</title><link>javascript:alert(1)</link></item>
<item><title>The same again</title><link>https://post.example/a?id=7</link></item>
<item><guid>https://post.example/b</guid><pubDate>once upon a time</pubDate></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Coast</title>
<entry><title>A</title><link href="https://coast.example/a"/><published>2026-11-22T08:00:00Z</published>
<updated>2026-11-22T09:30:00Z</updated></entry></feed>"""
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://post.example/old</loc><lastmod>2026-11-01</lastmod></url>
<url><loc>https://post.example/new</loc><lastmod>2026-11-22T09:00:00+01:00</lastmod><news:news>
<news:publication><news:name>The Harbour Post</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-11-22T07:00:00Z</news:publication_date><news:title>New</news:title></news:news></url>
<url><loc>mailto:editor@post.example</loc></url></urlset>"""


def test_rss_entries_keep_what_the_feed_says_and_nothing_else() -> None:
    feed = read_list(RSS, HOME)
    assert (feed.kind, feed.title, feed.left_out) == ("feed", "The Harbour Post", 2)
    assert feed.entries == (
        Entry(
            "https://post.example/a?id=7",
            "Ferry & tug collide",
            "2026-11-22T09:00:00Z",
            None,
            None,
            "en-GB",
            "Coast Wire",
        ),
        Entry("https://post.example/b", language="en-GB"),
    )


def test_atom_tells_when_an_entry_was_changed() -> None:
    (entry,) = read_list(ATOM, HOME).entries
    assert (entry.published, entry.updated) == ("2026-11-22T08:00:00Z", "2026-11-22T09:30:00Z")


def test_a_json_feed_is_a_feed() -> None:
    body = (
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1", "url": "/x",'
        b' "title": "X", "date_published": "2026-11-22T08:00:00+01:00"}, 3, {"id": "nothing"}, {"url": "ftp://a/b"}]}'
    )
    feed = read_list(body, HOME)
    assert [(e.url, e.published) for e in feed.entries] == [("https://post.example/x", "2026-11-22T07:00:00Z")]
    assert feed.left_out == 2


def test_a_broken_feed_gives_what_can_be_read() -> None:
    body = RSS[: RSS.index(b"<item><title>Odd")]
    assert [e.title for e in read_list(body, HOME).entries] == ["Ferry & tug collide"]


def test_a_sitemap_gives_the_newest_first_with_the_outlet_it_names() -> None:
    feed = read_list(SITEMAP, HOME)
    assert (feed.kind, feed.left_out) == ("sitemap", 1)
    assert feed.entries == (
        Entry(
            "https://post.example/new", "New", "2026-11-22T07:00:00Z", "2026-11-22T08:00:00Z", "The Harbour Post", "en"
        ),
        Entry("https://post.example/old", updated="2026-11-01"),
    )


def test_a_packed_sitemap_is_unpacked_and_a_broken_one_refused() -> None:
    assert len(read_list(gzip.compress(SITEMAP), HOME).entries) == 2
    with pytest.raises(Unreadable, match="cannot be unpacked"):
        read_list(gzip.compress(SITEMAP)[:60], HOME)


def test_a_packed_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.follow.feeds.UNPACKED", 1000)
    with pytest.raises(Unreadable, match="larger than 1,000 bytes"):
        read_list(gzip.compress(SITEMAP * 50), HOME)


def test_an_index_names_its_sitemaps_newest_first() -> None:
    body = b"""<sitemapindex><sitemap><loc>/1.xml</loc><lastmod>2026-11-20</lastmod></sitemap>
    <sitemap><loc>/2.xml</loc><lastmod>2026-11-22</lastmod></sitemap><sitemap/></sitemapindex>"""
    feed = read_list(body, HOME)
    assert (feed.kind, feed.left_out) == ("index", 1)
    assert feed.links == (("https://post.example/2.xml", None), ("https://post.example/1.xml", None))


def test_opml_names_feeds_in_order_and_in_any_depth() -> None:
    body = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Coast</title></head><body>
    <outline text="Papers"><outline text="Post" xmlUrl="https://post.example/rss"/>
    <outline title="Argus" text="x" XMLURL="https://argus.example/rss"/></outline>
    <outline text="Post again" xmlUrl="https://post.example/rss"/><outline text="bad" xmlUrl="file:///etc/passwd"/>
    </body></opml>"""
    feed = read_list(body, HOME)
    assert (feed.kind, feed.title, feed.left_out) == ("opml", "Coast", 1)
    assert feed.links == (("https://post.example/rss", "Post"), ("https://argus.example/rss", "Argus"))


def test_a_page_names_its_feeds() -> None:
    body = b"""<!doctype html><html><head><title>Post</title><link rel=alternate type=application/rss+xml href=/rss
    title=All><link rel=stylesheet href=/x.css><link rel=alternate hreflang=fr href=/fr></head><body></body></html>"""
    feed = read_list(body, HOME)
    assert (feed.kind, feed.links) == ("page", (("https://post.example/rss", "All"),))


@pytest.mark.parametrize("body", [b"", b"\x00\x01\x02", b"plain words", b"{}", b"<xml>", b"\xff\xfe\x00", b"<opml"])
def test_what_is_no_list_is_refused_with_what_is_wrong(body: bytes) -> None:
    try:
        feed = read_list(body, HOME)
    except Unreadable as problem:
        assert HOME in str(problem)
    else:
        assert (feed.entries, feed.links) == ((), ())


def test_entities_are_not_followed() -> None:
    body = b"""<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]>
    <urlset><url><loc>https://post.example/&x;</loc></url></urlset>"""
    assert [e.url for e in read_list(body, HOME).entries] == ["https://post.example/"]


def test_a_billion_laughs_ends() -> None:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    body = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{lines}]><urlset><url><loc>&l11;</loc></url></urlset>'
    assert read_list(body.encode(), HOME).entries == ()


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://POST.example/a?utm_source=x&id=1&fbclid=z#c", "https://post.example/a?id=1"),
        ("https://post.example", "https://post.example/"),
        ("/b?x=1&x=2", "https://post.example/b?x=1&x=2"),
        ("https://post.example/a?q=%C3%A9+b", "https://post.example/a?q=%C3%A9+b"),
        ("https://post.example/a?q=caf%E9&utm_source=x&flag", "https://post.example/a?q=caf%E9&flag"),
        ("mailto:a@b", None),
        ("http://[", None),
    ],
)
def test_an_address_is_kept_without_what_only_tracks(url: str, kept: str | None) -> None:
    assert tidy(url, HOME) == kept


REPORT = " ".join(["The ferry Alma hit the pier of Norhavn on Saturday."] * 12)
TEASER = " ".join(["The ferry Alma hit the pier of Norhavn on Saturday."] * 11)
CARRIES = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title>
<item><link>https://post.example/a</link><description>In short.</description>
<content:encoded><![CDATA[<p>{report}</p><script>alert(1)</script>]]></content:encoded></item>
<item><link>https://post.example/b</link><description>{teaser}</description></item>
<item><link>https://post.example/c</link><description>{report}</description></item></channel></rss>"""


def test_the_text_of_a_report_is_kept_where_a_feed_carries_it() -> None:
    assert len(REPORT.split()) == CARRIED
    whole, teaser, described = read_list(CARRIES.format(report=REPORT, teaser=TEASER).encode(), HOME).entries
    assert whole.content == f"<p>{REPORT}</p>"
    assert teaser.content is None
    assert described.content == REPORT


def test_the_text_of_a_report_in_atom_and_in_a_json_feed() -> None:
    atom = ATOM.replace(b"</entry>", f"<content type='text'>Up &lt; down.\n\n{REPORT}</content></entry>".encode())
    assert read_list(atom, HOME).entries[0].content == f"<p>Up &lt; down.</p><p>{REPORT}</p>"
    items = [
        {"url": "/a", "content_html": f"<p>{REPORT}</p>"},
        {"url": "/b", "content_text": REPORT},
        {"url": "/c", "content_text": REPORT * 2000},
    ]
    feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()
    assert [e.content for e in read_list(feed, HOME).entries] == [f"<p>{REPORT}</p>"] * 2 + [None]
