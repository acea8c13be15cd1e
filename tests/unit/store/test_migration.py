"""A desk of any older version is brought to the newest in one step, with everything in it; the schema is pinned."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.errors import NotADesk, RashomonError
from rashomon.records.article import Article
from rashomon.records.desk import Seen
from rashomon.records.packed import pack_article, pack_page, pack_text
from rashomon.store import Store, sql
from rashomon.store.articles import page_of

AT = "2026-11-22T09:00:00Z"
PINNED = {1: "cd14c4e7eedcda41", 2: "818b17ff1202a16b", 3: "8d63e07ee0e5004e"}
"""Hash of each version's script. A released version never changes: add a new one to `sql.VERSIONS` instead."""


def test_released_versions_never_change() -> None:
    assert {n: hashlib.sha256(s.encode()).hexdigest()[:16] for n, s in enumerate(sql.VERSIONS, 1)} == PINNED


def old_desk(path: Path, article: Article) -> None:
    """A desk as version 1 wrote it, built here by hand, with one report in one story."""
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(sql.SCHEMA_1)
    db.execute(
        "INSERT INTO articles (id, sha256, title, path, added) VALUES (?, ?, ?, ?, ?)",
        (article.id, article.sha256, article.title, article.path, AT),
    )
    db.execute(
        "INSERT INTO bodies (n, text, page, labels) VALUES (1, ?, ?, ?)",
        (pack_text(article.text), pack_page(page_of(article)), pack_article(article)),
    )
    db.execute("INSERT INTO words (rowid, title, body, rest) VALUES (1, ?, ?, '')", (article.title, article.text))
    db.execute("INSERT INTO stories (id, updated, reports, day) VALUES ('s1', ?, 1, ?)", (AT, AT[:10]))
    db.execute("INSERT INTO members (article, story) VALUES (1, 1)")
    db.execute("PRAGMA user_version = 1")
    db.execute(f"PRAGMA application_id = {0x52415348}")
    db.close()


def is_whole(store: Store) -> None:
    assert store.check(deep=True) == ()
    assert store.members("s1") == ("a1",)
    assert [hit.article for hit in store.search("marlow").items] == ["a1"]


@pytest.fixture
def old(tmp_path: Path, report: Callable[..., Article]) -> Path:
    path = tmp_path / "desk.db"
    old_desk(path, report(id="a1"))
    return path


def test_a_desk_of_version_1_is_read(old: Path) -> None:
    with Store.open(old) as store:
        is_whole(store)
        assert store._row("PRAGMA user_version")[0] == len(sql.VERSIONS)


def test_version_2_remembers_who_asked_to_be_left_alone(old: Path) -> None:
    with Store.open(old) as store:
        store.put_away("post.example", "2026-11-22T10:00:00Z")
        assert store.away(AT) == {"post.example": "2026-11-22T10:00:00Z"}


def test_version_3_remembers_since_when_an_address_is_missing(tmp_path: Path) -> None:
    path, url = tmp_path / "desk.db", "https://post.example/1"
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(sql.SCHEMA_1 + sql.SCHEMA_2)
    db.execute("INSERT INTO seen (url, at, status) VALUES (?, ?, 503)", (url, AT))
    db.execute("PRAGMA user_version = 2")
    db.execute(f"PRAGMA application_id = {0x52415348}")
    db.close()
    with Store.open(path) as store:
        assert store.missed(AT) == (Seen(url, AT, status=503),)
        store.put_seen(Seen(url, "2026-11-22T10:00:00Z", status=503, missed=AT))
        assert store.missed(AT) == (Seen(url, "2026-11-22T10:00:00Z", status=503, missed=AT),)


def test_a_desk_of_version_1_can_be_copied_before_it_is_brought_forward(old: Path, tmp_path: Path) -> None:
    with Store.open(old, read_only=True, older=True) as store:
        store.backup(tmp_path / "copy.db")
    for path in (old, tmp_path / "copy.db"):
        with pytest.raises(NotADesk, match=r"its schema is 1, .*`rashomon desk check --desk .*copy it first"):
            Store.open(path, read_only=True)
    with Store.open(tmp_path / "copy.db") as store:
        is_whole(store)


LATER = (
    "CREATE TABLE notes (\n  article INTEGER PRIMARY KEY\n);\nINSERT INTO notes SELECT n FROM articles;",
    "ALTER TABLE notes ADD COLUMN text TEXT;",
)


def test_it_goes_through_all_versions_in_one_transaction(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = (*sql.VERSIONS, *LATER)
    monkeypatch.setattr(sql, "VERSIONS", versions)
    with pytest.raises(NotADesk, match=r"from an older version of Rashomon \(its schema is 1, this one reads 5\)"):
        Store.open(old, read_only=True)
    with Store.open(old) as store:
        is_whole(store)
        assert store._rows("SELECT article, text FROM notes") == [(1, None)]
        assert store._row("PRAGMA user_version")[0] == len(versions)
    with Store.open(old, read_only=True) as store:
        is_whole(store)


def test_a_step_that_fails_leaves_the_old_desk(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = sql.VERSIONS
    monkeypatch.setattr(sql, "VERSIONS", (*known, LATER[0], "ALTER TABLE missing ADD COLUMN text TEXT;"))
    with pytest.raises(RashomonError, match="no such table: missing"):
        Store.open(old)
    monkeypatch.setattr(sql, "VERSIONS", known)
    with Store.open(old) as store:
        is_whole(store)
        assert store._row("SELECT count(*) FROM sqlite_master WHERE name = 'notes'")[0] == 0
