"""The folder of a desk and its settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.desk import Desk
from rashomon.desk.folder import ALLOWED, FIRST_SETTINGS, Folder
from rashomon.errors import NotADesk, UsageError
from rashomon.settings import Settings


def settings(folder: Path, text: str) -> Settings:
    (folder / "desk.toml").write_text(text, encoding="utf-8")
    return Folder(folder).settings()


def test_the_first_settings_are_the_usual_ones(tmp_path: Path) -> None:
    Folder(tmp_path / "desk").make()
    assert (tmp_path / "desk" / "desk.toml").read_text(encoding="utf-8") == FIRST_SETTINGS
    assert Folder(tmp_path / "desk").settings() == Settings()
    assert Folder(tmp_path / "nowhere").settings() == Settings()


def test_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("name\n", encoding="utf-8")
    found = settings(tmp_path, '[settings]\nmax_bytes = 5\nauthority = "names.csv"\n')
    assert found == Settings(max_bytes=5, authority=str(tmp_path / "names.csv"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[settings]\nmax_bites = 5\n", "max_bites is no setting; known are"),
        ("[desk]\n", "desk is no setting"),
        ("[settings]\nstrict = true\n", "strict is no setting"),
        ("[settings]\nmax_bytes = 'five'\n", "max_bytes must be a number from 1 on, not 'five'"),
        ("[settings]\nmax_characters = -5\n", "max_characters must be a number from 1 on, not -5"),
        ("[settings]\nmax_bytes = true\n", "max_bytes must be a number from 1 on, not True"),
        ("[settings]\nauthority = 'gone.csv'\n", "gone.csv does not exist"),
        ("[settings]\nauthority = ''\n", "does not exist"),
        ("[settings]\ntagger = 7\n", "tagger must be text, not 7"),
        ("settings = 3\n", "settings is no setting"),
        ("[settings\n", "desk.toml: "),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=r"desk\.toml") as problem:
        settings(tmp_path, text)
    assert told in str(problem.value)


def test_every_setting_is_explained_in_the_first_file() -> None:
    assert [name for name in ALLOWED if f"# {name} = " not in FIRST_SETTINGS] == []


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file"):
        Folder(tmp_path / "desk").make()
    with pytest.raises(NotADesk):
        Folder(tmp_path / "desk").require()


def test_a_folder_with_files_becomes_a_desk_and_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text("[settings]\nmax_bytes = 5\n", encoding="utf-8")
    with Desk.init(tmp_path) as desk:
        assert desk.settings.max_bytes == 5


def test_exports_come_back(tmp_path: Path) -> None:
    Folder(tmp_path).make()
    (tmp_path / "exports").rmdir()
    assert Folder(tmp_path).exports.is_dir()
