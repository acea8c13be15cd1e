from __future__ import annotations

import io
import os

import pytest

from rashomon.errors import Unreadable
from rashomon.settings import Settings
from rashomon.steps.read.sources import expand, load


def write(path, text="x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(path)


def test_folders_are_read_in_depth_sorted_without_hidden_files(tmp_path):
    b, a = write(tmp_path / "b.txt"), write(tmp_path / "sub" / "a.txt")
    write(tmp_path / ".hidden.txt")
    write(tmp_path / ".git" / "c.txt")
    assert expand([str(tmp_path)]) == [b, a]


def test_files_and_standard_input_stay_as_named(tmp_path):
    a = write(tmp_path / "a.txt")
    assert expand([a, "-", "missing.txt"]) == [a, "-", "missing.txt"]


def test_a_file_named_twice_is_one_report(tmp_path):
    a = write(tmp_path / "a.txt")
    twisted = f"{tmp_path}{os.sep}.{os.sep}a.txt"
    assert expand([a, twisted, str(tmp_path)]) == [min(a, twisted)]
    assert expand([twisted, a]) == expand([a, twisted])


def test_empty_folder_is_said(tmp_path):
    assert expand([str(tmp_path)]) == [str(tmp_path)]
    with pytest.raises(Unreadable, match="holds no file"):
        load(str(tmp_path), Settings())


def test_missing_file_is_said(tmp_path):
    with pytest.raises(Unreadable, match="no such file: check the spelling") as caught:
        load(str(tmp_path / "no.txt"), Settings())
    assert caught.value.path.endswith("no.txt")


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff\n"])
def test_empty_file_is_said(tmp_path, content):
    with pytest.raises(Unreadable, match="it is empty"):
        load(write(tmp_path / "a.txt", content), Settings())


def test_large_file_is_not_read(tmp_path):
    path = write(tmp_path / "a.txt", "word " * 100)
    with pytest.raises(Unreadable, match=r"0\.0 MB; 0\.0001 MB are the limit: split it"):
        load(path, Settings(max_bytes=100))


def test_hundred_megabytes_cost_nothing(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(Unreadable, match=r"it has 100\.0 MB; 20 MB are the limit"):
        load(str(path), Settings())


def test_endless_device_is_bounded():
    with pytest.raises(Unreadable, match="too long"):
        load("/dev/zero", Settings(max_bytes=1000))


def test_a_path_no_system_takes():
    with pytest.raises(Unreadable, match="cannot be opened"):
        load("a\0b", Settings())


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The bridge is open.")))
    assert load("-", Settings()) == b"The bridge is open."
