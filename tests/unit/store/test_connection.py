"""A desk's file: made, opened, refused; transactions hold together; what goes wrong is said and leaves nothing half."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.errors import DeskBusy, DeskFull, DeskReadOnly, NewerDesk, NotADesk, NotFound, RashomonError, UsageError
from rashomon.records.article import Article
from rashomon.records.desk import SavedSearch
from rashomon.store import Store, connection, sql
from rashomon.store.connection import not_copied, statements, translated

Make = Callable[..., Article]
AT = "2026-11-22T09:00:00Z"


def test_a_desk_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "a b%20c?#.db"
    Store.create(path).close()
    assert path.is_file()
    with pytest.raises(UsageError, match="exists already"):
        Store.create(path)
    with Store.open(path) as store:
        assert store.check() == ()


def test_a_desk_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "VERSIONS", ("CREATE TABLE a (b);\nCREATE TABLE a (b);",))
    with pytest.raises(RashomonError, match="table a already exists"):
        Store.create(tmp_path / "desk.db")
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_is_there_when_it_is_opened_again(file: Path, report: Make) -> None:
    with Store.open(file) as store:
        row, _ = store.put_article(report(), added=AT)
    assert [p.name for p in file.parent.iterdir()] == ["desk.db"]
    with Store.open(file, read_only=True) as store:
        found = store.article(row.id)
        assert found is not None and found[0] == row


def test_it_is_a_write_ahead_log_flushed_at_every_commit(file: Path) -> None:
    with Store.open(file) as store:
        assert store._row("PRAGMA journal_mode")[0] == "wal"
        assert store._row("PRAGMA synchronous")[0] == 2
        assert store._row("PRAGMA foreign_keys")[0] == 1
        assert store._row("PRAGMA busy_timeout")[0] == 10_000


def test_no_desk_there(tmp_path: Path) -> None:
    with pytest.raises(NotADesk, match="there is no desk here"):
        Store.open(tmp_path / "none.db")
    with pytest.raises(NotADesk, match="there is no desk here"):
        Store.open(tmp_path)
    with pytest.raises(NotADesk, match="cannot be opened"):
        Store.create(tmp_path / "no folder" / "desk.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"# Notes\n" * 200, b"SQLite format 3\0" + b"\xff" * 5000, b"x"])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_desk_is_left_alone(tmp_path: Path, content: bytes, read_only: bool) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(NotADesk, match=r"no desk of Rashomon|damaged"):
        Store.open(path, read_only)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["notes.db"]


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (text)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotADesk, match="an SQLite file, but no desk"):
        Store.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True])
def test_an_empty_file_is_never_taken_for_a_desk_without_reports(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "desk.db"
    path.touch()
    with pytest.raises(NotADesk, match=r"desk\.db is empty: restore the last copy; if there never was .*desk init"):
        Store.open(path, read_only)
    assert path.stat().st_size == 0
    with Store.create(path) as store:
        assert store.check() == ()
    with pytest.raises(UsageError, match="exists already"):
        Store.create(path)


def test_an_empty_file_with_a_log_is_left_alone(tmp_path: Path) -> None:
    """SQLite would throw the log away, and with it the newest batches."""
    path, log = tmp_path / "desk.db", tmp_path / "desk.db-wal"
    path.touch()
    log.write_bytes(b"what is left of a desk")
    with pytest.raises(UsageError, match="exists already"):
        Store.create(path)
    assert log.read_bytes() == b"what is left of a desk"


def test_making_a_desk_that_was_stopped_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    begun = sqlite3.connect(path)
    begun.execute("PRAGMA journal_mode = WAL")
    begun.close()
    with pytest.raises(NotADesk, match="is empty"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        assert store.check() == ()


def test_a_desk_of_a_newer_version_is_left_alone(file: Path) -> None:
    later = len(sql.VERSIONS) + 1
    with Store.open(file) as store:
        store._do(f"PRAGMA user_version = {later}")
    before = file.read_bytes()
    for read_only in (False, True):
        with pytest.raises(NewerDesk, match=rf"its schema is {later}, this one knows {later - 1}.*upgrade Rashomon"):
            Store.open(file, read_only)
    assert file.read_bytes() == before


def test_a_damaged_desk_says_so(file: Path, report: Make) -> None:
    with Store.open(file) as store:
        for n in range(50):
            store.put_article(report(f"A\nNumber {n} {hashlib.sha256(bytes([n])).hexdigest()}"), added=AT)
    data = bytearray(file.read_bytes())
    data[8192 : len(data) // 2] = b"\xaa" * (len(data) // 2 - 8192)
    file.write_bytes(data)
    with (
        pytest.raises(NotADesk, match=r"is damaged \(.*\): restore the last copy, see docs"),
        Store.open(file) as store,
    ):
        store.search("number")


def test_a_transaction_is_kept_whole_or_not_at_all(store: Store, report: Make) -> None:
    with pytest.raises(KeyboardInterrupt), store.transaction():
        store.put_article(report(), added=AT)
        raise KeyboardInterrupt
    assert store.count_articles() == 0
    assert store.search("ferry").items == ()
    with store.transaction():
        store.put_article(report(), added=AT)
    assert store.count_articles() == 1


def test_transactions_do_not_nest(store: Store, report: Make) -> None:
    with store.transaction():
        store.put_article(report(), added=AT)
        with pytest.raises(UsageError, match="open already"), store.transaction():
            pass
    assert store.count_articles() == 1
    with store.snapshot(), pytest.raises(UsageError, match="open already"):
        store.put_article(report("B\nx"), added=AT)


def test_a_step_that_is_refused_takes_back_only_itself(store: Store, report: Make) -> None:
    with store.transaction():
        row, _ = store.put_article(report(), added=AT)
        store.assign(row.id, "s1", "", AT)
        with pytest.raises(UsageError, match="half a surrogate pair"):
            store.assign(row.id, "s2", "\ud800", AT)
        with pytest.raises(NotFound):
            store.merge_story("s1", "s9", "", AT)
    assert store.members("s1") == (row.id,)
    assert store.story("s2") is None
    assert store.check() == ()


def test_a_snapshot_sees_one_moment(file: Path, report: Make) -> None:
    with Store.open(file) as writer, Store.open(file, read_only=True) as reader:
        with reader.snapshot():
            assert reader.count_articles() == 0
            writer.put_article(report(), added=AT)
            assert reader.count_articles() == 0
            with reader.snapshot():
                assert reader.search("ferry").items == ()
        assert reader.count_articles() == 1


def test_a_reader_reads_while_a_writer_is_in_the_middle(file: Path, report: Make) -> None:
    with Store.open(file) as writer, Store.open(file, read_only=True) as reader:
        with writer.transaction():
            writer.put_article(report(), added=AT)
            assert (reader.count_articles(), reader.search("ferry").items) == (0, ())
        assert (reader.count_articles(), len(reader.search("ferry").items)) == (1, 1)


def test_a_reader_cannot_write(file: Path, report: Make) -> None:
    with Store.open(file, read_only=True) as reader:
        for write in (
            lambda: reader.put_article(report(), added=AT),
            lambda: reader.save_search(SavedSearch("a", "b", AT)),
            lambda: reader.forget_derived(),
        ):
            with pytest.raises(DeskReadOnly, match="open for reading only"):
                write()
        assert reader.check(deep=True) == ()


def test_a_second_writer_waits_and_then_says_so(file: Path, report: Make) -> None:
    with Store.open(file) as one, Store.open(file, wait=0.05) as two:
        with one.transaction():
            one.put_article(report(), added=AT)
            with pytest.raises(DeskBusy, match="another process is writing"):
                two.put_article(report(), added=AT)
        assert two.put_article(report(), added=AT)[1] == "known"


def test_a_second_writer_gets_its_turn(file: Path, report: Make) -> None:
    began, done = threading.Event(), []

    def other() -> None:
        with Store.open(file) as two:
            began.set()
            done.append(two.put_article(report("B\nother"), added=AT)[1])

    with Store.open(file) as one:
        with one.transaction():
            one.put_article(report(), added=AT)
            thread = threading.Thread(target=other)
            thread.start()
            assert began.wait(10)
        thread.join(10)
        assert done == ["new"]
        assert one.count_articles() == 2


@pytest.mark.parametrize("batch", [True, False])
def test_a_full_disk_leaves_nothing_half_written(file: Path, report: Make, batch: bool) -> None:
    def text(n: int) -> str:
        return f"A\nNumber {n} " + " ".join(hashlib.sha256(f"{n} {k}".encode()).hexdigest() for k in range(300))

    with Store.open(file) as store:
        before, _ = store.put_article(report(text(0)), added=AT)
        store.assign(before.id, "s1", "", AT)
        pages = store._row("PRAGMA page_count")[0]
        store._do(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(DeskFull, match="nothing was half written"):
            if batch:
                with store.transaction():
                    for n in range(1, 40):
                        row, _ = store.put_article(report(text(n)), added=AT)
                        store.assign(row.id, "s1", "", AT)
            else:
                for n in range(1, 40):
                    store.put_article(report(text(n)), added=AT)
        kept = store.count_articles()
        assert kept == 1 if batch else 1 <= kept < 40
        assert store.members("s1") == (before.id,)
        assert store.check(deep=True) == ()
        store._do("PRAGMA max_page_count = 100000")
        assert store.put_article(report(text(41)), added=AT)[1] == "new"
        assert store.check(deep=True) == ()


def test_who_goes_on_after_a_full_disk_cannot_write_half_a_batch(file: Path, report: Make) -> None:
    with Store.open(file) as store:
        store._do(f"PRAGMA max_page_count = {store._row('PRAGMA page_count')[0] + 5}")
        with pytest.raises(DeskFull), store.transaction():
            for n in range(200):
                try:
                    store.put_article(report(f"A\n{n} " + os.urandom(3000).hex()), added=AT)
                except DeskFull:
                    store._do("PRAGMA max_page_count = 100000")
        assert store.count_articles() == 0
        assert store.check() == ()


def test_a_place_that_cannot_be_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may write anywhere, as the tests may, is told so by SQLite's own switch for it."""
    before = file.read_bytes()
    monkeypatch.setattr(connection, "_mode", lambda path, read_only: "?immutable=1")
    with pytest.raises(DeskReadOnly, match="cannot be written to here"), Store.open(file) as store:
        store.save_search(SavedSearch("a", "b", AT))
    assert file.read_bytes() == before


def test_a_reader_in_a_read_only_folder_takes_the_file_as_it_lies(
    file: Path, report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(file) as store:
        store.put_article(report(), added=AT)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert connection._mode(file, True) == "?immutable=1"
    with Store.open(file, read_only=True) as reader:
        assert reader.count_articles() == 1
        assert [p.name for p in file.parent.iterdir()] == ["desk.db"]
    log = file.with_name("desk.db-wal")
    log.write_bytes(b"x")
    assert (connection._mode(file, True), connection._mode(file, False)) == ("?mode=ro", "")
    monkeypatch.undo()
    assert connection._mode(file, True) == "?mode=ro"


def test_a_copy_of_a_moment(store: Store, report: Make, tmp_path: Path) -> None:
    row, _ = store.put_article(report(), added=AT)
    target = tmp_path / "copy.db"
    (tmp_path / "copy.db.part").write_bytes(b"left over from a copy that was killed")
    assert store.backup(target) == target
    with pytest.raises(UsageError, match="exists already"):
        store.backup(target)
    store.remove_article(row.id)
    with Store.open(target) as copy:
        assert copy.check(deep=True) == ()
        found = copy.article(row.id)
        assert found is not None and found[0] == row
        assert len(copy.search("ferry").items) == 1
    assert not (tmp_path / "copy.db.part").exists()
    with pytest.raises(UsageError, match=r"the copy .* cannot be written: is its folder there"):
        store.backup(tmp_path / "no folder" / "copy.db")
    (tmp_path / "x.db.part").mkdir()
    with pytest.raises(UsageError, match=r"the copy .* cannot be written: "):
        store.backup(tmp_path / "x.db")


WRITES_AND_ENDS = """
import sys
from rashomon.records.desk import SavedSearch
from rashomon.store import Store
with Store.open(sys.argv[1]) as store:
    store.save_search(SavedSearch(sys.argv[2], "b", "2026-11-22T09:00:00Z"))
"""


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_copy_without_room_says_so(number: int) -> None:
    assert str(not_copied("copy.db", OSError(number, "x"))) == (
        "the copy copy.db cannot be written: no room left on its disk. Make room and try again"
    )
    assert type(not_copied("copy.db", OSError(number, "x"))) is DeskFull
    assert type(not_copied("copy.db", OSError(errno.EACCES, "Permission denied"))) is UsageError


def test_a_second_connection_does_not_give_up_the_locks_of_the_first(file: Path) -> None:
    """Else another process that ends takes the log away from under who still reads."""
    with Store.open(file, read_only=True) as reader:
        assert reader.searches() == ()
        with Store.open(file) as writer:
            writer.save_search(SavedSearch("a", "b", AT))
        subprocess.run([sys.executable, "-c", WRITES_AND_ENDS, str(file), "c"], check=True)
        assert sorted(p.name for p in file.parent.iterdir()) == ["desk.db", "desk.db-shm", "desk.db-wal"]
        assert [s.name for s in reader.searches()] == ["a", "c"]


def test_a_file_of_a_few_bytes_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    for content in (b"x", b"SQLite format 3\0", b"x" * 511):
        path.write_bytes(content)
        with pytest.raises(NotADesk, match="no SQLite file"):
            Store.open(path)
        assert path.read_bytes() == content
    path.write_bytes(b"x" * 512)
    with pytest.raises(NotADesk, match=r"no SQLite file\): if it was one, restore the last copy, see docs"):
        Store.open(path)
    assert path.read_bytes() == b"x" * 512


def test_memory_is_not_for_readers() -> None:
    with pytest.raises(UsageError, match="it would be empty"):
        Store(read_only=True)


def test_a_closed_desk_and_a_foreign_thread_are_told(store: Store) -> None:
    caught: list[Exception] = []

    def use() -> None:
        try:
            store.count_articles()
        except RashomonError as problem:
            caught.append(problem)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert "same thread" in str(caught[0])
    store.close()
    with pytest.raises(UsageError, match="closed"):
        store.count_articles()


def test_other_errors_of_sqlite_keep_their_words() -> None:
    assert str(translated(sqlite3.OperationalError("strange"), "x.db")) == "x.db: strange"
    assert type(translated(sqlite3.OperationalError("strange"), "x.db")) is RashomonError


def test_scripts_are_run_statement_by_statement() -> None:
    assert list(statements("CREATE TABLE a (\n  b\n);\n\nCREATE INDEX c ON a (b);\n")) == [
        "CREATE TABLE a (\n  b\n);",
        "CREATE INDEX c ON a (b);",
    ]
