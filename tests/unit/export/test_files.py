from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.export.files import write_whole


def test_writes_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "a.md", "Løvberg\n")
    assert path.read_bytes() == "Løvberg\n".encode()


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        write_whole(tmp_path / "no" / "a.md", "x")
