"""What a desk follows, what it fetched, the searches it keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.errors import NotFound
from rashomon.records.article import Article
from rashomon.records.desk import OutletRow, SavedSearch, Seen, Source
from rashomon.store import Store

AT, LATER = "2026-11-22T09:00:00Z", "2026-11-22T10:00:00Z"


def test_a_source_is_kept_and_replaced(store: Store) -> None:
    feed = Source("https://post.example/feed", "feed", "Post")
    store.put_source(feed)
    assert store.source(feed.url) == feed
    asked = replace(feed, etag='"x"', modified="Sun", last_at=AT, last_status=304, failures=2, next_at=LATER)
    store.put_source(asked)
    assert (store.source(feed.url), store.sources()) == (asked, (asked,))
    store.remove_source(feed.url)
    assert (store.source(feed.url), store.sources()) == (None, ())
    with pytest.raises(NotFound, match=r"no source 'https://post\.example/feed'"):
        store.remove_source(feed.url)


def test_sources_that_are_due(store: Store) -> None:
    never, early, late = (
        Source("https://c.example"),
        Source("https://b.example", next_at=AT),
        Source("https://a.example", next_at=LATER),
    )
    for source in (late, early, never):
        store.put_source(source)
    assert store.sources() == (late, early, never)
    assert store.sources(due=AT) == (never, early)
    assert store.sources(due="2026-11-22T08:59:59Z") == (never,)
    assert store.sources(due=LATER) == (never, early, late)


def test_what_a_server_said_of_an_address(store: Store) -> None:
    assert store.seen("https://post.example/1") is None
    seen = Seen("https://post.example/1", AT, '"x"', "Sun", 200, "a1")
    store.put_seen(seen)
    store.put_seen(replace(seen, at=LATER, status=304))
    assert store.seen(seen.url) == Seen("https://post.example/1", LATER, '"x"', "Sun", 304, "a1")


def test_addresses_to_look_at_again_are_those_of_young_reports(store: Store, report: Callable[..., Article]) -> None:
    seen = {}
    for n, at in enumerate((AT, LATER, LATER)):
        url = f"https://post.example/{n}"
        row, _ = store.put_article(report(url=url), added=at)
        seen[n] = Seen(url, at, article=row.id)
        store.put_seen(seen[n])
    store.put_seen(Seen("https://post.example/nothing", LATER))
    assert set(store.looks(LATER)) == {(seen[1], LATER), (seen[2], LATER)}
    assert set(store.looks(AT)) == {(seen[0], AT), (seen[1], LATER), (seen[2], LATER)}
    assert store.looks("2026-11-23") == ()


def test_an_address_is_missing_since_it_was_first_asked_for_in_vain(store: Store) -> None:
    early, late = (Seen(f"https://post.example/{n}", LATER, status=503, missed=at) for n, at in ((1, AT), (2, LATER)))
    gone = Seen("https://post.example/3", LATER, status=503)
    for seen in (early, late, gone, Seen("https://post.example/4", LATER, article="a1")):
        store.put_seen(seen)
    assert store.missed(AT) == (early, late, gone)
    assert store.missed(LATER) == (late, gone)
    store.put_seen(replace(early, missed=None, article="a2"))
    assert store.missed(AT) == (late, gone)


def test_the_newest_report_at_an_address(store: Store, report: Callable[..., Article]) -> None:
    url = "https://post.example/1"
    assert store.current_of(url) is None
    ids = [store.put_article(report(f"A\n{n}", url=url), added=AT)[0].id for n in range(3)]
    assert store.current_of(url) == ids[2]


def test_outlets_with_their_current_reports(store: Store, report: Callable[..., Article]) -> None:
    assert store.outlets() == ()
    told = [
        report("A\n1", outlet="Post", published="2026-03-04T10:00", url="https://post.example/1"),
        report("A\n2", outlet="Post", published="2026-03-02", url="https://post.example/1"),
        report("A\n3", outlet="Post"),
        report("A\n4", outlet="News", published="2026-03-09"),
        report("A\n5"),
    ]
    for n, article in enumerate(told):
        store.put_article(article, added=f"2026-11-2{n}")
    assert store.outlets() == (
        OutletRow("Post", 2, "2026-03-02", "2026-11-22"),
        OutletRow(None, 1, None, "2026-11-24"),
        OutletRow("News", 1, "2026-03-09", "2026-11-23"),
    )


def test_searches_have_names(store: Store) -> None:
    store.save_search(SavedSearch("ferry", "ferry OR boat", AT))
    store.save_search(SavedSearch("alps", "alps", AT))
    store.save_search(SavedSearch("ferry", "ferry", LATER))
    assert store.searches() == (SavedSearch("alps", "alps", AT), SavedSearch("ferry", "ferry", LATER))
    store.remove_search("alps")
    assert [search.name for search in store.searches()] == ["ferry"]
    with pytest.raises(NotFound, match="no saved search 'alps'"):
        store.remove_search("alps")


def test_hosts_that_asked_to_be_left_alone(store: Store) -> None:
    assert store.away("2026-11-22T09:00:00Z") == {}
    store.put_away("post.example", "2026-11-22T10:00:00Z")
    store.put_away("coast.example", "2026-11-22T11:00:00Z")
    store.put_away("post.example", "2026-11-22T10:30:00Z")
    assert store.away("2026-11-22T10:00:00Z") == {
        "coast.example": "2026-11-22T11:00:00Z",
        "post.example": "2026-11-22T10:30:00Z",
    }
    assert store.away("2026-11-22T10:30:00Z") == {"coast.example": "2026-11-22T11:00:00Z"}
