"""Workers: the same answers in the same order, and no bad report that stops the others."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from tests.unit.desk.conftest import FERRY

from rashomon.desk import crew as module
from rashomon.desk.crew import Crew, clean_pages, mark_report, read_report
from rashomon.records.article import Page
from rashomon.settings import Settings

DEFAULT = Settings()


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = []
    for n in range(14):
        path = tmp_path / f"{n:02}.txt"
        path.write_text(f"Report number {n}.\n{FERRY['post']}", encoding="utf-8")
        paths.append(str(path))
    (tmp_path / "05.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    return paths


def test_two_processes_give_what_one_gives(files: list[str]) -> None:
    with Crew(1) as alone, Crew(2) as two:
        one = list(alone.read(files, DEFAULT))
        assert list(two.read(files, DEFAULT)) == one
        articles = [article for found, _ in one for _, article in found]
        marks = list(alone.mark(articles, DEFAULT))
        assert list(two.mark(articles, DEFAULT)) == marks
    assert [[u.path for u in unread] for _, unread in one][4:7] == [[], [files[5]], []]
    assert len(marks) == 13


def test_a_few_are_done_here(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Crew, "_started", lambda self: pytest.fail("no process is needed"))
    with Crew(4) as crew:
        assert len(list(crew.read(files[:3], DEFAULT))) == 3


def test_a_worker_that_dies_is_replaced_by_this_process(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    me = os.getpid()

    class Dying:
        def map(self, work: object, items: object, chunksize: int) -> object:
            yield read_report(files[0], DEFAULT)
            raise module.BrokenProcessPool("killed")

        def shutdown(self, **_: object) -> None:
            assert os.getpid() == me

    monkeypatch.setattr(module, "ProcessPoolExecutor", lambda *_, **__: Dying())
    with Crew(2) as crew:
        found = list(crew.read(files, DEFAULT))
        assert crew.jobs == 1
    assert found == [read_report(path, DEFAULT) for path in files]


def _blocked(_: str) -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_workers_do_not_hear_ctrl_c_and_we_do() -> None:
    with Crew(2) as crew:
        assert set(crew._map(_blocked, ["a"] * 20)) == {True}
    assert not _blocked("")


def test_zero_means_every_core() -> None:
    assert Crew(0).jobs == (os.cpu_count() or 1)
    assert Crew(-3).jobs == (os.cpu_count() or 1)


def test_a_defect_of_ours_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.steps import annotate as marking
    from rashomon.steps import clean as cleaning

    (_, article), *_ = clean_pages([Page("a.txt", FERRY["post"])], [], DEFAULT)[0]

    def broken(*_: object) -> None:
        raise ZeroDivisionError("of our making")

    monkeypatch.setattr(cleaning, "clean", broken)
    monkeypatch.setattr(marking, "annotate", broken)
    done, unread = clean_pages([Page("a.txt", "Text.")], [], DEFAULT)
    assert done == []
    assert [u.path for u in unread] == ["a.txt"]
    assert unread[0].reason == ("could not be cleaned (ZeroDivisionError: of our making); please report this defect")
    assert mark_report(article, DEFAULT) == (
        "could not be annotated (ZeroDivisionError: of our making); please report this defect"
    )
