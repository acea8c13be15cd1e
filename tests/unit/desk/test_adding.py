"""Intake: what comes of files and records, good and bad, and what a stop in the middle leaves."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.unit.desk.conftest import FERRY, SMELTER, reports

from rashomon.desk import Desk, adding
from rashomon.store import Store

BAD = b"\x00\x01\x02\x03" * 50


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (FERRY | SMELTER).items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_with_a_bad_file(empty: Desk, files: Path) -> None:
    (files / "bad.txt").write_bytes(BAD)
    (files / "empty.txt").write_text(" ", encoding="utf-8")
    added = empty.add([files, files / "missing.txt"])
    assert len(added.new) == 5
    assert [Path(u.path).name for u in added.unread] == ["bad.txt", "empty.txt", "missing.txt"]
    assert all(u.reason for u in added.unread)
    assert empty.check() == ()


def test_a_file_of_many_reports(empty: Desk, tmp_path: Path) -> None:
    rows = [json.dumps(r) for r in reports()] + ["{broken"]
    (tmp_path / "all.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    added = empty.add([tmp_path / "all.jsonl"])
    assert (len(added.new), len(added.unread)) == (5, 1)


def test_the_same_report_twice_in_one_go(empty: Desk, files: Path) -> None:
    added = empty.add([files, files / "post.txt", *reports(FERRY), *reports(FERRY)])
    assert (len(added.new), len(added.known)) == (5 + 3, 3)  # with another outlet it is another report
    assert empty.store.count_articles() == 8


def test_records_that_are_none_do_not_stop_the_others(empty: Desk) -> None:
    added = empty.add([{"title": "no text"}, *reports(FERRY), {"text": "half \ud800 a pair", "id": "half"}])
    assert len(added.new) == 4  # half a pair is mended where it is read
    assert [u.path for u in added.unread] == ["record"]
    assert added.came == set(added.new)


def test_what_brings_our_code_down_is_left_out_and_can_come_again(empty: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.steps import annotate as step

    real = step.annotate

    def broken(article: object, *more: object) -> object:
        if "sandbank off Merrow on Tuesday. In" in article.text:  # type: ignore[attr-defined]
            raise ZeroDivisionError("of our making")
        return real(article, *more)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(step, "annotate", broken)
        added = empty.add(reports(FERRY))
    assert len(added.new) == 2
    assert [u.path for u in added.unread] == ["times.txt"]
    assert len(empty.add(reports(FERRY)).new) == 1


def test_progress_is_told(empty: Desk, files: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    empty.add([files, *reports(SMELTER)], lambda *step: seen.append(step))
    assert [step for step in seen if step[0] == "reading files"] == [("reading files", n, 7) for n in range(8)]
    assert seen[-1][0] == "comparing reports"


def test_progress_of_one_file_with_many_reports(empty: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "BATCH", 2)
    (tmp_path / "all.jsonl").write_text("\n".join(json.dumps(r) for r in reports()), encoding="utf-8")
    seen: list[tuple[str, int, int]] = []
    empty.add([tmp_path / "all.jsonl"], lambda *step: seen.append(step))
    assert [step for step in seen if step[0] != "comparing reports"] == [
        ("reading files", 0, 1),
        ("taking reports", 2, 5),
        ("taking reports", 4, 5),
        ("reading files", 1, 1),
    ]


def test_batches_make_no_difference(empty: Desk, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "BATCH", 2)
    monkeypatch.setattr(adding, "FILES", 1)
    with Desk.init(desk.folder / "again", now=lambda: "2026-11-22T12:00:00Z") as other:
        other.add(reports())
        assert {s.id: other.store.members(s.id) for s in other.stories().items} == {
            s.id: desk.store.members(s.id) for s in desk.stories().items
        }


def test_a_batch_that_fails_is_taken_back_whole(empty: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Store.put_marks

    def full(store: Store, article: str, *more: object) -> None:
        if store.count_articles() == 3:
            raise OSError("no room left on the disk")
        real(store, article, *more)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(Store, "put_marks", full)
        with pytest.raises(OSError, match="no room"):
            empty.add(reports())
    assert empty.store.count_articles() == 0
    assert empty.store.group_state() == {}
    assert len(empty.add(reports()).new) == 5
    assert len(empty.stories().items) == 2


ADDING = """
import sys
from rashomon.desk import Desk, adding
adding.BATCH = 1
print("ready", flush=True)
with Desk.open(sys.argv[1], now=lambda: "2026-11-22T12:00:00Z") as desk:
    desk.add([sys.argv[2]])
"""


@pytest.mark.parametrize("delay", [0.7, 0.9, 1.1])
def test_killed_anywhere_and_begun_again(empty: Desk, files: Path, delay: float) -> None:
    for n in range(8):
        (files / f"more{n}.txt").write_text(FERRY["post"].replace("12 people", f"{20 + n} people"), encoding="utf-8")
    worker = subprocess.Popen([sys.executable, "-c", ADDING, empty.folder, files], stdout=subprocess.PIPE)
    assert worker.stdout is not None
    worker.stdout.readline()
    time.sleep(delay)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    worker.stdout.close()
    assert empty.check() == ()
    stored = empty.store.count_articles()
    for story in empty.stories().items:
        empty.dossier(story.id)  # what was kept is whole
    added = empty.add([files])
    assert (len(added.new), len(added.known)) == (13 - stored, stored)
    with Desk.init(empty.folder / "again", now=lambda: "2026-11-22T12:00:00Z") as whole:
        whole.add([files])
        for desk in (empty, whole):
            assert desk.check() == ()
        assert {s.id: empty.dossier(s.id) for s in empty.stories().items} == {
            s.id: whole.dossier(s.id) for s in whole.stories().items
        }
