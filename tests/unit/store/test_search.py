"""A search finds what it should, best first, shows where, and pages without showing anything twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.errors import NotFound, UsageError
from rashomon.records.article import Article
from rashomon.records.desk import Filter, Hit
from rashomon.records.span import Span
from rashomon.store import Store

Make = Callable[..., Article]
AT = "2026-11-22T09:00:00Z"


@pytest.fixture
def put(store: Store, report: Make) -> Callable[..., str]:
    def keep(text: str, **fields: str) -> str:
        return store.put_article(report(text, **fields), added=AT)[0].id

    return keep


def test_a_hit_shows_its_passage_to_the_letter(store: Store, put: Callable[..., str]) -> None:
    text = "Ferry aground\nThe “Élan” ran aground near Marlow.\nAll are safe."
    name = put(text, outlet="Post", published="2026-03-04")
    store.assign(name, "s1", "", AT)
    (hit,) = store.search("elan marlow").items
    start = text.index("The")
    assert hit == Hit(
        article=name,
        story="s1",
        outlet="Post",
        title="Ferry aground",
        published="2026-03-04",
        excerpt=text[start:],
        start=start,
        end=len(text),
        rank=hit.rank,
        found=(Span(start + 5, start + 9), Span(start + 28, start + 34)),
        added=AT,
    )
    assert [text[a:b] for a, b in hit.found] == ["Élan", "Marlow"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", "abc"),
        ("FERRY", "abc"),
        ("ferry marlow", "ab"),
        ("ferry NOT marlow", "c"),
        ("marlow OR calder", "abc"),
        ("(marlow OR calder) safe", "bc"),
        ('"ran aground"', "a"),
        ('"aground ran"', ""),
        ("agrou*", "ab"),
        ('"ran agr"*', "a"),
        ("agrou", ""),
        ("title:aground", "b"),
        ("elan", "a"),
        ("Élan", "a"),
        ("kyiv OR киев", ""),
        ("o'brien", "c"),
        ("brien", "c"),
    ],
)
def test_what_is_found(store: Store, put: Callable[..., str], query: str, found: str) -> None:
    ids = {
        put("Ferry news\nThe Élan ran aground near Marlow."): "a",
        put("Ferry aground\nAll safe, says Marlow."): "b",
        put("Ferry back\nSafe in Calder, says O'Brien."): "c",
    }
    assert "".join(sorted(ids[hit.article] for hit in store.search(query).items)) == found


def test_the_title_counts_more_than_the_text(store: Store, put: Callable[..., str]) -> None:
    text = put("Harbour news\nA ferry, a ferry and one more ferry came in today, as every day.")
    title = put("Ferry aground\nNobody was hurt when it came in today, as every day, and stuck.")
    put("Weather\nRain is expected on the coast today.")
    put("Sport\nMarlow won.")
    assert [hit.article for hit in store.search("ferry").items] == [title, text]


def test_furniture_is_searched_only_when_asked(store: Store, report: Make) -> None:
    from dataclasses import replace

    article = report("Ferry aground\nIt ran aground.\nRead also: whale seen")
    article = replace(article, blocks=(*article.blocks[:2], replace(article.blocks[2], kind="teaser")))
    store.put_article(article, added=AT)
    assert store.search("whale").items == ()
    (hit,) = store.search("whale", everywhere=True).items
    assert [article.text[a:b] for a, b in hit.found] == ["whale"]


def test_filters(store: Store, put: Callable[..., str]) -> None:
    ids = {
        put("A\nferry one", published="2026-03-04", outlet="Post", language="en"): "a",
        put("A\nferry two", published="2026-03-05T10:00", outlet="News", language="en"): "b",
        put("A\nferry three", outlet="News", language="de"): "c",
    }
    names = {name: article for article, name in ids.items()}
    store.assign(names["a"], "s1", "", AT)
    store.assign(names["c"], "s2", "", AT)
    store.merge_story("s2", "s1", "", AT)

    def found(**only: str) -> str:
        return "".join(sorted(ids[hit.article] for hit in store.search("ferry", Filter(**only)).items))

    assert found() == "abc"
    assert found(since="2026-03-05") == "b"
    assert found(until="2026-03-05") == "ab"
    assert found(outlet="News", language="en") == "b"
    assert found(story="s2") == "ac"
    with pytest.raises(NotFound):
        found(story="s9")


def test_pages_show_everything_once_though_others_come_in(
    store: Store, put: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.store.search.RANKED", 10)
    ids = [put(f"Ferry {'ferry ' * (n % 5)}\nNumber {n} of the harbour.") for n in range(27)]
    page = store.search("ferry", limit=4)
    seen = [hit.article for hit in page.items]
    sizes = [len(page.items)]
    while page.next:
        put(f"Ferry\nCame meanwhile, {len(seen)}.")
        page = store.search("ferry", cursor=page.next, limit=4)
        seen += [hit.article for hit in page.items]
        sizes.append(len(page.items))
    assert sorted(seen) == sorted(ids)
    assert sizes == [4, 4, 2, 4, 4, 2, 4, 3]
    # ranked in lots of ten, the newest lot first; in each the best first
    assert [set(seen[k : k + 10]) for k in (0, 10)] == [set(ids[17:27]), set(ids[7:17])]
    assert seen[:2] == [ids[24], ids[19]]


def test_the_lot_ends_exactly_at_the_last_match(
    store: Store, put: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.store.search.RANKED", 3)
    for n in range(3):
        put(f"A\nferry {n}")
    page = store.search("ferry", limit=3)
    assert len(page.items) == 3 and page.next is not None
    assert (store.search("ferry", cursor=page.next).items, store.search("ferry", cursor=page.next).next) == ((), None)


def test_the_newest_first_when_asked(store: Store, report: Make) -> None:
    ids = [
        store.put_article(report(f"{'Ferry' if n == 1 else 'Boat'}\nferry {n}"), added=f"2026-11-2{n}T09:00:00Z")[0].id
        for n in range(5)
    ]
    store.put_article(report("Storm\nRain."), added=AT)
    page = store.search("ferry", limit=2, newest=True)
    store.put_article(report("Ferry\nCame meanwhile."), added=AT)
    seen = [hit.article for hit in page.items]
    while page.next:
        page = store.search("ferry", cursor=page.next, limit=2, newest=True)
        seen += [hit.article for hit in page.items]
    assert seen == ids[::-1]
    after = store.search("ferry NOT meanwhile", Filter(arrived="2026-11-22T09:00:00Z"), newest=True).items
    assert [(hit.article, hit.added) for hit in after] == [
        (ids[4], "2026-11-24T09:00:00Z"),
        (ids[3], "2026-11-23T09:00:00Z"),
    ]
    assert store.search("ferry", Filter(arrived="2027"), newest=True).items == ()
    with pytest.raises(UsageError, match="cursor"):
        store.search("ferry", cursor=store.search("ferry", limit=1).next, newest=True)


@pytest.mark.parametrize("cursor", ["", "x", "!!!", "WyJzdG9yaWVzIiwwXQ", "WyJzZWFyY2giLDFd", "A" * 30_000, "é", "W10"])
def test_a_cursor_of_something_else_is_refused(store: Store, cursor: str) -> None:
    with pytest.raises(UsageError, match="the cursor is not one that this list gave"):
        store.search("ferry", cursor=cursor)


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_a_size(store: Store, limit: int) -> None:
    with pytest.raises(UsageError, match="1 to 1000 rows"):
        store.search("ferry", limit=limit)


def test_a_wrong_query_says_what_is_wrong(store: Store) -> None:
    with pytest.raises(UsageError, match="never closed"):
        store.search('"ferry')
    with pytest.raises(UsageError, match="half a surrogate pair"):
        store.search("x\ud800")
