"""The memory of grouping: the same whether the desk stayed open, was closed, or lost what it had written down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.desk.conftest import FERRY, NOON, SMELTER, report

from rashomon.desk import grouping as module
from rashomon.desk.grouping import Grouping, item_of
from rashomon.records.article import Article
from rashomon.steps.clean import clean
from rashomon.steps.read import read_mapping
from rashomon.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with Store(":memory:") as store:
        yield store


def article(name: str, text: str, **more: object) -> Article:
    return clean(read_mapping(report(name, text, **more), name))


def put(store: Store, grouping: Grouping, *articles: Article) -> list[str]:
    """The ids of the reports, put into their stories in one batch."""
    names = []
    with store.transaction():
        grouping.open_batch()
        for one in articles:
            row, _ = store.put_article(one, added=NOON)
            grouping.add(row, one, NOON)
            names.append(row.id)
        grouping.close_batch()
    return names


def all_articles() -> list[Article]:
    return [article(name, text) for story in (FERRY, SMELTER) for name, text in story.items()]


def stories(store: Store) -> dict[str, tuple[str, ...]]:
    return {s.id: store.members(s.id) for s in store.stories().items}


def test_only_what_the_report_tells_is_compared() -> None:
    item = item_of(article("post", FERRY["post"] + "Advertisement\n", date="2026-11-17"))
    assert item.title == "Ferry runs aground off Merrow"
    assert "Advertisement" not in item.text
    assert "sandbank off Merrow" in item.text
    assert item.day == "2026-11-17"


def test_a_report_without_body_is_compared_whole() -> None:
    assert item_of(Article("x", "x", "Only a line", ())).text == "Only a line"


def test_stories_are_written_with_reasons(store: Store) -> None:
    grouping = Grouping(store)
    put(store, grouping, *all_articles())
    assert sorted(len(members) for members in stories(store).values()) == [2, 3]
    assert grouping.touched == set(stories(store))
    history = store.history("s1")
    assert history[0].why == "it opens the story"
    assert all(move.why.startswith("share: ") for move in history[1:])


@pytest.mark.parametrize("every", [1, 2, 1000])
def test_closed_after_every_batch_it_goes_on_the_same(
    store: Store, every: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEEP", every)
    for one in all_articles():
        put(store, Grouping(store), one)
    with Store(":memory:") as other:
        put(other, Grouping(other), *all_articles())
        assert stories(store) == stories(other)
        for each in (store, other):
            with each.transaction():
                Grouping(each).repair(NOON)
        assert store.group_part("memory") == other.group_part("memory")


def test_memory_of_another_version_is_read_again_from_the_reports(store: Store) -> None:
    articles = all_articles()
    put(store, Grouping(store), *articles[:2])
    before = stories(store)
    store.save_group_state({"memory": b"of a version nobody reads"})
    put(store, Grouping(store), articles[2])
    assert set(stories(store)) == set(before)
    assert len(stories(store)["s1"]) == 3


def test_what_was_taken_back_is_forgotten(store: Store) -> None:
    grouping = Grouping(store)
    articles = all_articles()
    put(store, grouping, articles[0])
    with pytest.raises(RuntimeError), store.transaction():
        grouping.open_batch()
        row, _ = store.put_article(articles[1], added=NOON)
        grouping.add(row, articles[1], NOON)
        raise RuntimeError
    grouping.forget()
    put(store, grouping, *articles[1:])
    assert sorted(len(members) for members in stories(store).values()) == [2, 3]


def test_what_came_since_the_last_repair_is_counted_over_processes(store: Store) -> None:
    grouping = Grouping(store)
    assert grouping.unrepaired() == 0
    put(store, grouping, *all_articles())
    assert Grouping(store).unrepaired() == 5
    with store.transaction():
        grouping.repair(NOON)
    assert Grouping(store).unrepaired() == 0


def test_a_large_intake_is_repaired_by_number_whatever_its_batches(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REPAIR", 2)
    put(store, Grouping(store), *all_articles())
    with Store(":memory:") as other:
        for one in all_articles():
            put(other, Grouping(other), one)
        assert Grouping(store).unrepaired() == Grouping(other).unrepaired() == 1
        assert store.group_part("memory") == other.group_part("memory")
        assert stories(store) == stories(other)


@pytest.mark.parametrize(
    ("through", "unrepaired", "least", "due"),
    [(5, 0, 1, False), (5, 1, 1, True), (400, 3, 1, False), (400, 4, 1, True), (99999, 50, 1, True), (5, 9, 20, False)],
)
def test_a_small_intake_into_a_large_desk_is_repaired_later(
    store: Store, through: int, unrepaired: int, least: int, due: bool
) -> None:
    store.save_group_state({"head": f"[1, {through}, {unrepaired}]".encode()})
    assert Grouping(store).is_due(least) is due


def test_a_revision_follows_its_first_version(store: Store) -> None:
    grouping = Grouping(store)
    (first,) = put(store, grouping, article("post", FERRY["post"], url="https://post.example/1"))
    (second,) = put(store, grouping, article("post", SMELTER["ledger"], url="https://post.example/1"))
    assert store.members("s1") == (second,)
    assert store.members("s1", versions=True) == (first, second)
    assert store.history("s1")[-1].why == f"a revision of {first}"
    assert grouping.unrepaired() == 1  # it is not counted again


def test_all_versions_move_together(store: Store) -> None:
    grouping = Grouping(store)
    names = put(store, grouping, *(article(n, t, url=f"https://{n}.example/1") for n, t in FERRY.items()))
    (revision,) = put(store, grouping, article("echo", FERRY["echo"] + "More.", url="https://echo.example/1"))
    with store.transaction():
        new = grouping.split("s1", [revision], [], NOON)
    assert set(store.members(new, versions=True)) == {names[2], revision}
    assert names[2] not in store.members("s1", versions=True)


def test_a_story_split_off_again_has_another_name(store: Store) -> None:
    grouping = Grouping(store)
    names = put(store, grouping, *(article(n, t) for n, t in FERRY.items()))
    with store.transaction():
        assert grouping.split("s1", [names[0]], [], NOON) == "s1-2"  # s1 stays with the others
        assert grouping.merge("s1", "s1-2", [], NOON) == "s1"
        assert grouping.split("s1", [names[0]], [], NOON) == "s1-3"  # a name is never used twice
    assert store.story("s1-2").id == "s1"  # type: ignore[union-attr]


def test_the_memory_is_part_of_the_transaction(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with Store.create(path) as store:
        put(store, Grouping(store), *all_articles()[:3])
        with pytest.raises(KeyError), store.transaction():
            grouping = Grouping(store)
            grouping.repair(NOON)
            raise KeyError
    with Store.open(path) as store:
        assert store.group_part("memory") is None
        assert Grouping(store).unrepaired() == 3
