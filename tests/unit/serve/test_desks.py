"""Readers of one desk: threads, what they share, what is written and by whom."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rashomon.desk import Desk
from rashomon.desk.dossiers import make
from rashomon.errors import DeskBusy, DeskReadOnly, NotADesk, NotFound
from rashomon.records.desk import SavedSearch
from rashomon.serve.desks import AHEAD, REMEMBERED, THREADS, Desks
from rashomon.store import Store, sql

from .conftest import HARBOUR, NOON, report


@pytest.fixture
def desks(folder: Path) -> Iterator[Desks]:
    found = Desks(folder, now=lambda: NOON)
    yield found
    found.stop()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Desks]:
    """A desk whose only story nobody has compared."""
    with Desk.init(tmp_path / "fresh", now=lambda: NOON) as desk:
        desk.add([report(n, t, "2026-11-17") for n, t in HARBOUR.items()])
    found = Desks(tmp_path / "fresh", now=lambda: NOON)
    yield found
    found.stop()


def ask(desks: Desks, *questions: Callable[..., Any]) -> list[Any]:
    async def asked() -> list[Any]:
        return list(await asyncio.gather(*(desks.ask(q) for q in questions)))

    return asyncio.run(asked())


def test_a_folder_that_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises(NotADesk, match="there is no desk"):
        Desks(tmp_path)


def test_a_desk_of_an_older_version_is_brought_forward(fresh: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "VERSIONS", (*sql.VERSIONS, "CREATE TABLE later (n INTEGER PRIMARY KEY);"))
    with pytest.raises(NotADesk, match=r"`rashomon desk check --desk .*` brings it forward"):
        Desks(fresh.folder, read_only=True)
    newer = Desks(fresh.folder)
    assert ask(newer, lambda d: d.story("s1").id) == ["s1"]
    newer.stop()


def test_questions_are_asked_in_a_few_threads(desks: Desks) -> None:
    names = ask(desks, *[lambda d: (threading.current_thread().name, len(d.stories().items)) for _ in range(50)])
    assert {many for _, many in names} == {2}
    assert 1 <= len({name for name, _ in names}) <= THREADS


def test_threads_end(desks: Desks) -> None:
    ask(desks, lambda d: d.stories())
    threads = list(desks._threads)
    desks.stop()
    assert not any(t.is_alive() for t in threads)
    assert ask(desks, lambda d: d.story("s1").id) == ["s1"]  # and may begin again


def test_errors_reach_who_asked(desks: Desks) -> None:
    with pytest.raises(NotFound):
        ask(desks, lambda d: d.story("s999"))
    assert ask(desks, lambda d: d.story("s1").id) == ["s1"]


def test_a_question_that_is_given_up_is_not_asked(desks: Desks) -> None:
    gate, asked = threading.Event(), []

    async def given_up() -> None:
        blocked = [asyncio.ensure_future(desks.ask(lambda _: gate.wait(5))) for _ in range(THREADS)]
        await asyncio.sleep(0.05)
        task = asyncio.ensure_future(desks.ask(lambda _: asked.append(1)))
        await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.sleep(0.05)
        gate.set()
        await asyncio.gather(*blocked)

    asyncio.run(given_up())
    ask(desks, *[lambda d: None for _ in range(THREADS)])
    assert asked == []


def test_a_dossier_that_is_missing_is_made_once_and_kept(fresh: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    made, compare = [], fresh.compare
    monkeypatch.setattr(fresh, "compare", lambda story: (made.append(story), compare(story))[1])
    first = ask(fresh, lambda d: d.kept("s1"))[0]
    again = ask(fresh, *[lambda d: d.kept("s1") for _ in range(5)])
    assert made == ["s1"]
    assert all(kept.data is first.data and kept.version == first.version for kept in again)
    with Desk.open(fresh.folder, read_only=True) as desk:
        assert desk.version("s1") == (first.version, True)
        assert desk.story("s1").origins == 3


def test_a_new_report_makes_it_stale(desks: Desks) -> None:
    before = ask(desks, lambda d: d.kept("s1"))[0]
    revised = HARBOUR["post"].replace("12 people", "13 people")
    with Desk.open(desks.folder, now=lambda: NOON) as desk:
        desk.add([report("post", revised, "2026-11-17")])
    after = ask(desks, lambda d: d.kept("s1"))[0]
    assert after.version != before.version
    assert "13 people" in str(after.data["articles"])


def test_who_only_reads_keeps_nothing(fresh: Desks) -> None:
    reading = Desks(fresh.folder, read_only=True)
    try:
        assert ask(reading, lambda d: d.dossier("s1")["story"]["reports"]) == [3]
        reading.look_ahead(ask(reading, lambda d: d.stories().items)[0])
        with pytest.raises(DeskReadOnly, match="only reads"):
            asyncio.run(reading.write(lambda desk: desk.remove_search("x")))
        assert ask(reading, lambda d: d.version("s1")[1]) == [False]
    finally:
        reading.stop()


def test_a_busy_desk_is_read_all_the_same(fresh: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: Any, **__: Any) -> None:
        raise DeskBusy("somebody writes")

    monkeypatch.setattr(Desk, "open", busy)
    assert ask(fresh, lambda d: d.dossier("s1")["story"]["reports"]) == [3]
    with pytest.raises(DeskBusy):
        asyncio.run(fresh.write(lambda desk: None))


def test_while_another_process_writes_a_dossier_is_made_and_kept_later(
    fresh: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.serve.desks.PATIENCE", 0.1)
    with Store.open(fresh.folder / "desk.db") as writer, writer.transaction():
        writer.save_search(SavedSearch("theirs", "crane", NOON))
        first, again = ask(fresh, *[lambda d: d.kept("s1")] * 2)
        assert first.data["story"]["reports"] == again.data["story"]["reports"] == 3
        assert ask(fresh, lambda d: d.version("s1")) == [(first.version, False)]
    fresh._memory.clear()
    assert ask(fresh, lambda d: d.kept("s1").version, lambda d: d.version("s1")[1])[0] == first.version
    assert ask(fresh, lambda d: d.version("s1")[1], lambda d: [s.name for s in d.searches()]) == [True, ["theirs"]]


def test_many_who_ask_at_once_let_it_be_made_once(fresh: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr("rashomon.desk.dossiers.make", lambda *given: (made.append(1), make(*given))[1])
    found = ask(fresh, *[lambda d: d.dossier("s1")] * THREADS)
    assert len(made) == 1
    assert all(data == found[0] for data in found)
    assert len(ask(fresh, lambda d: d.changes())[0].items) == 0


def test_a_claim_is_answered_at_once_and_the_dossier_brought_forward(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = "12 people were injured by the crane in Norhavn harbour"
    lines = ask(desks, lambda d: d.check_claim(claim))[0]
    monkeypatch.setattr("rashomon.desk.dossiers.comparing", lambda: "newer")
    brought: list[str] = []
    monkeypatch.setattr(desks, "bring_forward", brought.extend)
    assert ask(desks, lambda d: d.check_claim(claim)) == [lines]
    assert "s1" in brought
    assert ask(desks, lambda d: d.version("s1")[1]) == [False]


def test_writing_is_done_by_one_at_a_time(desks: Desks) -> None:
    inside, most = [], []

    def change(desk: Desk) -> None:
        inside.append(1)
        most.append(len(inside))
        desk.save_search(f"n{len(most)}", "crane")
        inside.pop()

    async def all_at_once() -> None:
        await asyncio.gather(*(desks.write(change) for _ in range(6)))

    asyncio.run(all_at_once())
    assert max(most) == 1
    assert len(ask(desks, lambda d: d.searches())[0]) == 7


def test_memory_is_bounded(desks: Desks) -> None:
    for n in range(REMEMBERED + 5):
        desks.remember(n, "v", n)
    assert desks.recall(0, "v") is None
    assert desks.recall(REMEMBERED, "v") == REMEMBERED
    assert desks.recall(REMEMBERED, "other version") is None
    assert len(desks._memory) == REMEMBERED


def test_outlets_are_counted_when_a_report_came(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ask(desks, lambda d: d.desks.outlets(d))[0]
    assert len(first) == 4
    assert ask(desks, lambda d: d.desks.outlets(d))[0] is first
    with Desk.open(desks.folder, now=lambda: NOON) as desk:
        desk.add([report("pier", "A pier was painted in Merrow.\nIt is green now.", "2026-11-21")])
    assert ask(desks, lambda d: d.desks.outlets(d))[0] is first  # a moment ago
    monkeypatch.setattr("rashomon.serve.desks.COUNTED", 0.0)
    assert len(ask(desks, lambda d: d.desks.outlets(d))[0]) == len(first) + 1


def test_stories_are_compared_ahead(fresh: Desks) -> None:
    rows = ask(fresh, lambda d: d.stories().items)[0]
    assert [row.origins for row in rows] == [None]
    fresh.look_ahead([*rows, *rows])
    for _ in range(200):
        if not fresh._ahead:
            break
        threading.Event().wait(0.05)
    assert ask(fresh, lambda d: d.story("s1").origins) == [3]


def test_only_so_many_stories_wait_to_be_compared(fresh: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = []
    monkeypatch.setattr(fresh, "_put", lambda *job: begun.append(job))
    fresh.bring_forward(f"s{n}" for n in range(AHEAD + 5))
    fresh.bring_forward(["s1"])
    assert (len(fresh._ahead), len(begun)) == (AHEAD, 1)
