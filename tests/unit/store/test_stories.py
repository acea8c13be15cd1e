"""Stories: membership with its history, counts that hold, merges that lead on, dossiers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.errors import NotFound, UsageError
from rashomon.records.article import Article
from rashomon.records.desk import Filter, Move, StoryRow
from rashomon.store import Store

Make = Callable[..., Article]
AT, LATER = "2026-11-22T09:00:00Z", "2026-11-22T10:00:00Z"


@pytest.fixture
def put(store: Store, report: Make) -> Callable[..., str]:
    def keep(text: str = "Ferry aground\nThe ferry ran aground.", **fields: str) -> str:
        return store.put_article(report(text, **fields), added=AT)[0].id

    return keep


def test_a_story_is_made_by_its_first_report_and_counts_the_others(store: Store, put: Callable[..., str]) -> None:
    ids = [
        put("Second\nb", published="2026-03-05", outlet="Post"),
        put("First\na", published="2026-03-04T08:00", outlet="News"),
        put("Third\nc", published="2026-03-06", outlet="Post"),
        put("Undated\nd"),
    ]
    for name in ids:
        assert store.assign(name, "s1", "share: ferry", AT) == "s1"
    assert store.story("s1") == StoryRow("s1", "First", "2026-03-04", "2026-03-06", 4, 2, AT)
    assert {row.story for row in store.article_rows().items} == {"s1"}
    assert store.story("s2") is None


def test_members_come_in_the_order_of_a_dossier(store: Store, put: Callable[..., str]) -> None:
    ids = {path: put(f"A\n{path}", path=path) for path in ("c.txt", "a.txt", "b.txt")}
    for name in ids.values():
        store.assign(name, "s1", "", AT)
    assert store.members("s1") == (ids["a.txt"], ids["b.txt"], ids["c.txt"])


def test_a_replaced_version_counts_no_more(store: Store, put: Callable[..., str]) -> None:
    old = put("A\nOne.", url="https://post.example/1", outlet="Post", published="2026-03-04")
    store.assign(old, "s1", "", AT)
    with store.transaction():
        new = put("A\nTwo.", url="https://post.example/1", outlet="Post", published="2026-03-05")
        store.assign(new, "s1", "a revision", LATER)
    assert store.story("s1") == StoryRow("s1", "A", "2026-03-05", "2026-03-05", 1, 1, LATER)
    assert store.members("s1") == (new,)
    assert set(store.members("s1", versions=True)) == {old, new}


def test_a_revision_that_goes_elsewhere_leaves_the_story_empty(store: Store, put: Callable[..., str]) -> None:
    store.assign(put("A\nOne.", url="https://post.example/1"), "s1", "", AT)
    store.assign(put("A\nTwo.", url="https://post.example/1"), "s2", "", AT)
    row = store.story("s1")
    assert row is not None and row.reports == 0
    assert [row.id for row in store.stories().items] == ["s2"]
    assert store.check() == ()


def test_a_report_is_in_one_story_and_every_move_is_kept(store: Store, put: Callable[..., str]) -> None:
    name = put()
    store.assign(name, "s1", "opens it", AT)
    store.assign(name, "s1", "again", LATER)
    store.assign(name, "s2", "an editor said so", LATER)
    assert (store.members("s1"), store.members("s2")) == ((), (name,))
    moved = Move(LATER, name, "s1", "s2", "an editor said so")
    assert store.history("s1") == (Move(AT, name, None, "s1", "opens it"), moved)
    assert store.history("s2") == (moved,)


def test_a_merged_story_leads_to_the_other(store: Store, put: Callable[..., str]) -> None:
    one, two, three = put("A\n1"), put("B\n2"), put("C\n3")
    for name, story in ((one, "s1"), (two, "s2"), (three, "s3")):
        store.assign(name, story, "", AT)
    store.put_dossier("s2", "f", b"x")
    store.merge_story("s2", "s1", "alike", LATER)
    store.merge_story("s2", "s1", "said twice", LATER)
    store.merge_story("s1", "s3", "all one", LATER)
    for name in ("s1", "s2", "s3"):
        row = store.story(name)
        assert row is not None and (row.id, row.reports, row.merged_into) == ("s3", 3, None)
        assert set(store.members(name)) == {one, two, three}
    assert store.assign(put("D\n4"), "s2", "late", LATER) == "s3"
    assert [row.id for row in store.stories().items] == ["s3"]
    assert store.dossier("s2") is None
    merges = [move for move in store.history("s2") if move.article is None]
    assert merges == [Move(LATER, None, "s2", "s1", "alike")]
    assert store.check() == ()


def test_a_merge_can_be_taken_back(store: Store, put: Callable[..., str]) -> None:
    one, two = put("A\n1"), put("B\n2")
    store.assign(one, "s1", "", AT)
    store.assign(two, "s2", "", AT)
    store.merge_story("s2", "s1", "alike", AT)
    store.reopen_story("s2", "an editor said so", LATER)
    assert store.assign(two, "s2", "an editor said so", LATER) == "s2"
    assert (store.members("s1"), store.members("s2")) == ((one,), (two,))
    assert store.history("s2")[-2:] == (
        Move(LATER, None, "s1", "s2", "an editor said so"),
        Move(LATER, two, "s1", "s2", "an editor said so"),
    )
    with pytest.raises(UsageError, match="'s2' is a story of its own"):
        store.reopen_story("s2", "", LATER)
    assert store.check() == ()


def test_unknown_stories(store: Store, put: Callable[..., str]) -> None:
    store.assign(put(), "s1", "", AT)
    for ask in (
        lambda: store.members("s9"),
        lambda: store.dossier("s9"),
        lambda: store.put_dossier("s9", "f", b""),
        lambda: store.merge_story("s9", "s1", "", AT),
        lambda: store.merge_story("s1", "s9", "", AT),
        lambda: store.reopen_story("s9", "", AT),
    ):
        with pytest.raises(NotFound, match="no story 's9'"):
            ask()
    with pytest.raises(NotFound, match="no article 'a9'"):
        store.assign("a9", "s1", "", AT)
    assert store.history("s9") == ()


def test_the_list_has_the_newest_first_and_pages_by_key(store: Store, put: Callable[..., str]) -> None:
    for n in range(1, 8):
        store.assign(put(f"A\n{n}", published=f"2026-03-{n:02d}"), f"s{n}", "", AT)
    store.assign(put("A\nundated"), "s0", "", AT)
    page = store.stories(limit=3)
    store.assign(put("A\nnew", published="2026-03-30"), "s9", "", AT)
    seen = [row.id for row in page.items]
    while page.next:
        page = store.stories(cursor=page.next, limit=3)
        seen += [row.id for row in page.items]
    assert seen == ["s0", *(f"s{n}" for n in range(7, 0, -1))]  # the undated one counts from the day it came


def test_the_days_of_stories_lead_into_the_list(store: Store, put: Callable[..., str]) -> None:
    for n, day in enumerate(("2026-03-04", "2026-03-04", "2026-03-06", "2026-03-08")):
        store.assign(put(f"A\n{n}", published=day, outlet="Post" if n else "News"), f"s{n}", "", AT)
    store.merge_story("s3", "s2", "", AT)
    days = store.story_days()
    assert [(day, many) for day, many, _ in days] == [("2026-03-08", 1), ("2026-03-04", 2)]
    lists = [[row.id for row in store.stories(cursor=cursor).items] for *_, cursor in days]
    assert lists == [["s2", "s1", "s0"], ["s1", "s0"]]
    assert [(day, many) for day, many, _ in store.story_days(Filter(outlet="News"))] == [("2026-03-04", 1)]


def test_the_list_is_cut_down_by_a_filter(store: Store, put: Callable[..., str]) -> None:
    store.assign(put("A\n1", published="2026-03-04", outlet="Post", language="en"), "s1", "", AT)
    store.assign(put("A\n2", published="2026-03-08", outlet="News", language="en"), "s1", "", AT)
    store.assign(put("A\n3", published="2026-03-06", outlet="News", language="de"), "s2", "", AT)
    store.assign(put("A\n4"), "s3", "", AT)

    def names(**only: str | int) -> list[str]:
        return [row.id for row in store.stories(Filter(**only)).items]  # type: ignore[arg-type]

    assert names() == ["s3", "s1", "s2"]
    assert names(since="2026-03-07") == ["s1"]
    assert names(until="2026-03-05") == ["s1"]
    assert names(since="2026-03-05", until="2026-03-05") == ["s1"]
    assert names(outlet="News") == ["s1", "s2"]
    assert names(language="de") == ["s2"]
    assert names(reports=2) == ["s1"]
    assert names(reports=0) == ["s3", "s1", "s2"]
    assert names(outlet="nobody") == []


def test_a_dossier_is_kept_with_what_lists_show_of_it(store: Store, put: Callable[..., str]) -> None:
    store.assign(put(published="2026-03-04"), "s1", "", AT)
    assert store.dossier("s1") is None
    data = '{"title": "Élan"}\n'.encode() * 1000
    store.put_dossier("s1", "f1", data, title="Élan aground", origins=1, disagreements=0)
    assert store.dossier("s1") == ("f1", data)
    store.put_dossier("s1", "f2", b"{}", title="Élan afloat", origins=2, disagreements=3)
    assert store.dossier("s1") == ("f2", b"{}")
    assert store.story("s1") == StoryRow(
        "s1", "Élan afloat", "2026-03-04", "2026-03-04", 1, 0, AT, origins=2, disagreements=3
    )


def test_what_can_be_worked_out_again_is_forgotten(store: Store, put: Callable[..., str]) -> None:
    one, two = put("A\n1"), put("B\n2")
    store.assign(one, "s1", "", AT)
    store.assign(two, "s2", "", AT)
    store.merge_story("s2", "s1", "alike", AT)
    store.put_dossier("s1", "f", b"x")
    store.save_group_state({"stream": b"x"})
    decision = store.decide("split-story", {"story": "s1"}, "", "ida", AT)
    with store.transaction():
        store.forget_derived()
        assert store.stories().items == ()
        store.assign(one, "s1", "rebuilt", LATER)
    row = store.story("s1")
    assert row is not None and row.reports == 1
    assert store.story("s2") is None
    assert (store.group_state(), store.dossier("s1")) == ({}, None)
    assert store.decisions() == (decision,)
    assert [move.why for move in store.history("s1")] == ["", "alike", "rebuilt"]
    assert store.check(deep=True) == ()


def test_counts_hold_inside_a_transaction_too(store: Store, put: Callable[..., str]) -> None:
    with store.transaction():
        store.assign(put("A\n1"), "s1", "", AT)
        store.assign(put("A\n2"), "s1", "", AT)
        row = store.story("s1")
        assert row is not None and row.reports == 2
        assert [row.reports for row in store.stories().items] == [2]


def test_an_id_without_a_story_can_lead_to_one(store: Store, report: Make) -> None:
    row, _ = store.put_article(report(), added=AT)
    store.assign(row.id, "s1", "first", AT)
    store.lead_story("s9", "s1", "rebuilt", AT)
    store.lead_story("s1", "s9", "nothing happens: it is there", AT)
    assert store.whereabouts() == {"s1": (row.id,), "s9": (row.id,)}
    found = store.story("s9")
    assert found is not None and found.id == "s1"
    assert [move.why for move in store.history("s1")] == ["first", "rebuilt"]
    assert store.check() == ()
    with pytest.raises(NotFound, match="no story 's7'"):
        store.lead_story("s8", "s7", "", AT)
