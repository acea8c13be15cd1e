"""Reports are kept for ever, to the letter; the same twice is once; another text at one URL is a revision."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.errors import NotFound, Unreadable, UsageError
from rashomon.records.article import Article, Block, Page
from rashomon.records.desk import ArticleRow, Filter
from rashomon.steps.annotate import annotate
from rashomon.store import Store, articles
from rashomon.store.articles import searchable

Make = Callable[..., Article]
AT = "2026-11-22T09:00:00Z"


def put(store: Store, article: Article, at: str = AT) -> str:
    return store.put_article(article, added=at)[0].id


def test_a_report_comes_back_to_the_letter(store: Store, report: Make) -> None:
    article = report(
        "Élan aground\nThe ferry “Élan” ran aground\x00 near Marlow. 🛟",
        url="https://post.example/1",
        outlet="Marlow Post",
        authors=("Ida Brandt", "Jon Vale"),
        published="2026-03-04T20:10",
        published_from="metadata",
        language="en",
        sources=("Coast Wire",),
        captured=False,
        stray=True,
    )
    row, arrival = store.put_article(article, added=AT)
    assert arrival == "new"
    assert row == ArticleRow(
        id="a" + hashlib.sha256(f"https://post.example/1\0{article.text}".encode()).hexdigest()[:12],
        sha256=article.sha256,
        path="a.txt",
        added=AT,
        url="https://post.example/1",
        outlet="Marlow Post",
        title="Élan aground",
        published="2026-03-04T20:10",
        language="en",
        number=1,
    )
    assert store.article(row.id) == (row, replace(article, id=row.id))


def test_the_page_is_kept_as_it_was_read(store: Store, report: Make) -> None:
    article = report()
    page = Page(
        path="a.html",
        text=article.text,
        format="html",
        url="https://post.example/1",
        authors=("Ida Brandt",),
        sources=("Coast Wire",),
        hints=(Block(0, 13, "title", "h1"),),
        truncated=True,
    )
    row, _ = store.put_article(article, page, added=AT)
    assert store.page(row.id) == page


def test_without_a_page_one_is_made_of_the_article(store: Store, report: Make) -> None:
    article = report(id="x7", outlet="Marlow Post", published="2026-03-04", published_from="metadata")
    page = store.page(put(store, article))
    assert page == Page(
        path="a.txt",
        text=article.text,
        format="given",
        id="x7",
        outlet="Marlow Post",
        title="Ferry aground",
        published="2026-03-04",
        published_from="metadata",
    )


def test_the_same_again_is_known(store: Store, report: Make) -> None:
    first, _ = store.put_article(report(), added=AT)
    again, arrival = store.put_article(report(path="elsewhere/b.txt"), added="2026-11-23T00:00:00Z")
    assert (again, arrival) == (first, "known")
    assert store.count_articles() == 1


def test_another_address_or_outlet_makes_another_report(store: Store, report: Make) -> None:
    told = [
        report(url="https://a.example/1"),
        report(url="https://b.example/1"),
        report(outlet="Marlow Post"),
        report(outlet="Harbour News"),
        report(),
    ]
    assert [store.put_article(a, added=AT)[1] for a in told] == ["new"] * 5
    assert [store.put_article(a, added=AT)[1] for a in told] == ["known"] * 5


def test_an_outlet_that_our_code_reads_differently_makes_no_other_report(store: Store, report: Make) -> None:
    page = Page(path="a.txt", text=report().text)
    first, _ = store.put_article(report(outlet="Marlow Post"), page, added=AT)
    assert store.put_article(report(outlet="Post"), page, added=AT) == (first, "known")


def test_another_text_at_one_url_is_a_revision(store: Store, report: Make) -> None:
    texts = [f"Ferry aground\nThe ferry carried {n} people." for n in (140, 142, 144)]
    rows = [store.put_article(report(t, url="https://post.example/1"), added=AT) for t in texts]
    assert [arrival for _, arrival in rows] == ["new", "revision", "revision"]
    first, second, third = (row.id for row, _ in rows)
    links = {row.id: (row.revises, row.revised_by) for row in store.article_rows().items}
    assert links == {first: (None, second), second: (first, third), third: (second, None)}


def test_an_old_version_that_comes_again_changes_nothing(store: Store, report: Make) -> None:
    for text, arrival in (("A\nOne.", "new"), ("A\nTwo.", "revision"), ("A\nOne.", "known"), ("A\nTwo.", "known")):
        assert store.put_article(report(text, url="https://post.example/1"), added=AT)[1] == arrival


def test_two_reports_that_would_share_a_short_id_get_longer_ones(
    store: Store, report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = {"A\nOne.": "0" * 64, "A\nTwo.": "0" * 12 + "1" * 52, "A\nThree.": "0" * 16 + "2" * 48}
    monkeypatch.setattr("rashomon.store.articles.content_key", lambda article, page: keys[article.text])
    ids = [put(store, report(text)) for text in keys]
    assert ids == ["a" + "0" * 12, "a" + "0" * 12 + "1" * 4, "a" + "0" * 16]
    assert [put(store, report(text)) for text in keys] == ids


@pytest.mark.parametrize("field", ["text", "url", "outlet", "title", "published", "path", "language"])
def test_half_a_surrogate_pair_is_refused(store: Store, report: Make, field: str) -> None:
    bad = report("A\nOne \ud800.") if field == "text" else report(**{field: "half \udcff"})
    with pytest.raises(Unreadable, match="half a surrogate pair at character"):
        store.put_article(bad, added=AT)
    assert store.count_articles() == 0


def test_twenty_megabytes_are_kept(store: Store, report: Make) -> None:
    article = report("Long\n" + f"The ferry {'x' * 2000} ran aground. " * 10_000)
    assert len(article.text) > 20_000_000
    row, _ = store.put_article(article, added=AT)
    found = store.article(row.id)
    assert found is not None and found[1].text == article.text
    (hit,) = store.search("aground").items
    assert hit.article == row.id


def test_unknown_ids(store: Store) -> None:
    assert store.article("a0") is None
    assert store.article_row(1) is None
    for ask in (
        store.page,
        store.remove_article,
        lambda name: store.articles([name]),
        lambda name: store.rows([name]),
    ):
        with pytest.raises(NotFound, match="no article 'a0'"):
            ask("a0")
    with pytest.raises(UsageError, match="half a surrogate pair"):
        store.article("\ud800")
    with pytest.raises(UsageError, match="larger than any"):
        store.article_row(2**70)


def test_several_at_once_in_the_order_asked_for(store: Store, report: Make) -> None:
    one, two = put(store, report("A\nOne.")), put(store, report("B\nTwo."))
    assert [row.id for row, _ in store.articles([two, one, two])] == [two, one, two]
    assert store.rows([two, one]) == [row for row, _ in store.articles([two, one])]


def test_lists_are_paged_and_stable_under_inserts(store: Store, report: Make) -> None:
    ids = [put(store, report(f"A\nNumber {n}.")) for n in range(7)]
    page = store.article_rows(limit=3)
    put(store, report("A\nCame meanwhile."))
    seen = [row.id for row in page.items]
    while page.next:
        page = store.article_rows(cursor=page.next, limit=3)
        seen += [row.id for row in page.items]
    assert seen == ids[::-1]
    first = store.article_ids(limit=5)
    rest = store.article_ids(first.next, limit=5)
    assert [*first.items, *rest.items][:7] == ids
    assert rest.next is None


def test_rows_are_cut_down_by_a_filter(store: Store, report: Make) -> None:
    told = {
        "a": report("A\n1.", published="2026-03-04T20:10", outlet="Post", language="en"),
        "b": report("A\n2.", published="2026-03-05", outlet="Post", language="de"),
        "c": report("A\n3.", published="2026-03-06", outlet="News", language="en"),
        "d": report("A\n4.", outlet="News"),
    }
    ids = {put(store, article): name for name, article in told.items()}
    store.assign(next(i for i, name in ids.items() if name == "c"), "s1", "", AT)

    def names(**only: str) -> str:
        return "".join(sorted(ids[row.id] for row in store.article_rows(Filter(**only)).items))

    assert names() == "abcd"
    assert names(since="2026-03-05") == "bc"
    assert names(until="2026-03-04") == "a"
    assert names(since="2026-03-04", until="2026-03-05", language="en") == "a"
    assert names(outlet="News") == "cd"
    assert names(story="s1") == "c"
    with pytest.raises(NotFound, match="no story 's9'"):
        names(story="s9")


def test_the_last_reports_in_order_of_arrival(store: Store, report: Make) -> None:
    ids = [put(store, report(f"A\nNumber {n}.")) for n in range(4)]
    found = list(store.last_articles(3))
    assert [(row.number, row.id, article.id) for row, article in found] == [(n + 1, ids[n], ids[n]) for n in (1, 2, 3)]
    assert store.article_row(4) == found[-1][0]


def test_marks_are_those_of_a_version(store: Store, report: Make) -> None:
    name = put(store, report("Ferry aground\n“We are safe,” said Minister Elena Sorokina. About 140 were aboard."))
    found = store.article(name)
    assert found is not None
    marks = annotate(found[1])
    assert store.marks(name, "1") is None
    store.put_marks(name, "1", marks)
    assert store.marks(name, "1") == marks
    assert marks.quotes and marks.measures
    assert store.marks(name, "2") is None
    store.put_marks(name, "2", marks)
    assert (store.marks(name, "1"), store.marks(name, "2")) == (None, marks)
    store._do("UPDATE marks SET data = ?", (b"packed by another version",))
    assert store.marks(name, "2") is None
    with pytest.raises(NotFound):
        store.put_marks("a0", "2", marks)
    with pytest.raises(NotFound):
        store.marks("a0", "2")


def test_marks_stay_unpacked_as_long_as_they_are_the_same(store: Store, report: Make) -> None:
    name = put(store, report("Ferry aground\nThe ferry ran aground on Monday. About 140 were aboard."))
    found = store.article(name)
    assert found is not None
    marks = annotate(found[1])
    store.put_marks(name, "1", marks)
    first = store.marks(name, "1")
    assert first == marks and store.marks(name, "1") is first
    fewer = replace(marks, measures=())
    store.put_marks(name, "1", fewer)
    assert store.marks(name, "1") == fewer != first
    store.put_marks(name, "2", fewer)
    assert store.marks(name, "1") is None


def test_unpacked_marks_are_over_the_labels_that_hold(store: Store, report: Make) -> None:
    name = put(store, report("Ferry aground\nThe ferry ran aground on Monday. About 140 were aboard."))
    found = store.article(name)
    assert found is not None
    marks = annotate(found[1])
    for outlet in (found[1].outlet, "The Harbour Post"):
        article = replace(found[1], outlet=outlet)
        store.put_labels(article)
        store.put_marks(name, "1", marks)
        unpacked = store.marks(name, "1")
        assert unpacked is not None and unpacked.words.article == article


def test_unpacked_marks_have_an_end(store: Store, report: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "KEPT_CHARACTERS", 100)
    names = []
    for n in range(4):
        names.append(put(store, report(f"Ferry {n} aground\nThe ferry ran aground.", url=f"https://post.example/{n}")))
        found = store.article(names[-1])
        assert found is not None
        store.put_marks(names[-1], "1", annotate(found[1]))
    opened = [store.marks(name, "1") for name in names]
    assert sum(len(m.words.text) for _, m in store._unpacked.values()) <= 100
    assert [store.marks(name, "1") is known for name, known in reversed(list(zip(names, opened, strict=True)))] == [
        True,
        True,
        False,
        False,
    ]


def test_whoever_only_reads_keeps_no_marks_unpacked(tmp_path: Path, report: Make) -> None:
    with Store.create(tmp_path / "desk.db") as store:
        name = put(store, report("Ferry aground\nThe ferry ran aground."))
        found = store.article(name)
        assert found is not None
        store.put_marks(name, "1", annotate(found[1]))
    with Store.open(tmp_path / "desk.db", read_only=True) as store:
        first = store.marks(name, "1")
        assert first is not None and store.marks(name, "1") == first and store.marks(name, "1") is not first


def test_labels_are_replaced_and_what_they_led_to_is_forgotten(store: Store, report: Make) -> None:
    name = put(store, report("Ferry aground\nThe ferry ran aground.\nRead also: whale seen"))
    found = store.article(name)
    assert found is not None
    old = found[1]
    store.put_marks(name, "1", annotate(old))
    assert len(store.search("whale").items) == 1
    blocks = (*old.blocks[:2], replace(old.blocks[2], kind="teaser"))
    new = replace(old, blocks=blocks, title="Ferry on rocks", outlet="Post", published="2026-03-04", language="en")
    store.put_labels(new)
    row, article = store.articles([name])[0]
    assert article == new
    assert (row.title, row.outlet, row.published, row.language) == ("Ferry on rocks", "Post", "2026-03-04", "en")
    assert store.marks(name, "1") is None
    assert [len(store.search(q).items) for q in ("whale", "rocks", "title:aground")] == [0, 1, 0]
    assert len(store.search("whale", everywhere=True).items) == 1
    assert store.check(deep=True) == ()


def test_a_text_never_changes(store: Store, report: Make) -> None:
    name = put(store, report())
    with pytest.raises(ValueError, match="articles never change"):
        store.put_labels(report("Another\ntext.", id=name))


def test_a_removed_report_is_gone_everywhere(store: Store, report: Make) -> None:
    texts = [f"Ferry aground\nThe ferry carried {word} people." for word in ("many", "few", "forty")]
    ids = [put(store, report(text, url="https://post.example/1")) for text in texts]
    for name in ids:
        store.assign(name, "s1", "one ferry", AT)
    store.put_marks(ids[1], "1", annotate(store.articles([ids[1]])[0][1]))
    store.put_dossier("s1", "f", b"{}")
    store.remove_article(ids[1])
    assert store.article(ids[1]) is None
    assert store.search("few").items == ()
    assert [(r.id, r.revises, r.revised_by) for r in store.article_rows().items] == [
        (ids[2], ids[0], None),
        (ids[0], None, ids[2]),
    ]
    assert store.dossier("s1") is None
    left = sorted((ids[0], ids[2]), key=lambda name: store.articles([name])[0][0].sha256)
    assert store.members("s1", versions=True) == tuple(left)
    assert store.check(deep=True) == ()


def test_the_number_of_a_removed_report_is_never_given_again(store: Store, report: Make) -> None:
    store.remove_article(put(store, report("A\nOne.")))
    assert store.put_article(report("A\nTwo."), added=AT)[0].number == 2


def test_what_a_search_looks_into() -> None:
    """The index must be told these very words when they leave it: a change here needs a new version of the schema."""
    kinds = [
        "title", "subtitle", "byline", "date", "body", "subhead", "caption", "advert", "teaser", "links", "credit",
        "furniture",
    ]  # fmt: skip
    text = " ".join(kinds)
    blocks, at = [], 0
    for kind in kinds:
        blocks.append(Block(at, at + len(kind), kind))  # type: ignore[arg-type]
        at += len(kind) + 1
    assert searchable(Article("x", "x", text, tuple(blocks), title="T")) == (
        "T",
        "title\nsubtitle\nbody\nsubhead\ncaption",
        "byline\ndate\nadvert\nteaser\nlinks\ncredit\nfurniture",
    )
    assert searchable(Article("x", "x", "", ())) == ("", "", "")
