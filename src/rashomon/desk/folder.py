"""The folder of a desk: `desk.db` with everything, `desk.toml` with its settings, `exports/` for what is written out.

Settings are those of `rashomon.Settings`, under `[settings]`; a key that is none is refused with its name.
"""

from __future__ import annotations

import os
import shutil
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from rashomon.errors import NotADesk, UsageError
from rashomon.settings import Settings
from rashomon.store.connection import not_copied

DATABASE, SETTINGS, EXPORTS = "desk.db", "desk.toml", "exports"
FIRST_SETTINGS = """\
# Settings of this desk; every line may be left out.
[settings]
# tagger = "rashomon"            # or "spacy:en_core_web_sm", or a plug-in
# authority = "names.csv"        # names that win over the rules; the path counts from this folder
# max_bytes = 20000000           # larger files are not read
# max_characters = 200000        # of one report; what is beyond is cut, and the report says so
"""
ALLOWED = {f.name: f.type for f in fields(Settings) if f.name not in ("strict", "date")}


@dataclass(frozen=True, slots=True)
class Folder:
    """Where a desk stands."""

    path: Path

    @property
    def database(self) -> Path:
        """The file of the store."""
        return self.path / DATABASE

    @property
    def exports(self) -> Path:
        """Where files are written to; made when it is missing."""
        (self.path / EXPORTS).mkdir(exist_ok=True)
        return self.path / EXPORTS

    def make(self) -> None:
        """Make the folder ready for a store. Raises UsageError when there is a desk already."""
        if self.database.exists() and self.database.stat().st_size:
            raise UsageError(f"{self.path} is a desk already; nothing was changed")
        if self.path.exists() and not self.path.is_dir():
            raise UsageError(f"{self.path} is a file; give a folder")
        (self.path / EXPORTS).mkdir(parents=True, exist_ok=True)
        if not (self.path / SETTINGS).exists():
            (self.path / SETTINGS).write_text(FIRST_SETTINGS, encoding="utf-8")

    def copy(self, target: Path) -> Folder:
        """A folder at `target` with these settings, and the names file when it lies in this folder; without a store.

        Raises UsageError when there is a desk already or nothing can be written there, DeskFull when there is no room.
        """
        found = Folder(target)
        try:
            found.make()
            names = Path(self.settings().authority or "").resolve()
            inside = [names] if names.is_file() and names.is_relative_to(self.path.resolve()) else []
            for file in filter(Path.is_file, [self.path / SETTINGS, *inside]):
                copy = target / file.resolve().relative_to(self.path.resolve())
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, copy)
        except OSError as problem:
            raise not_copied(target, problem) from problem
        return found

    @property
    def is_writable(self) -> bool:
        """Whether reports and decisions can be kept here; else a desk can still be read."""
        return os.access(self.path, os.W_OK) and os.access(self.database, os.W_OK)

    def require(self) -> None:
        """Raise NotADesk, with what to do, when no desk stands here."""
        if not self.database.is_file():
            raise NotADesk(f"there is no desk in {self.path}: run `rashomon desk init {self.path}`, or name its folder")

    def settings(self) -> Settings:
        """The settings of `desk.toml`. Raises UsageError naming what is wrong with it."""
        file = self.path / SETTINGS
        if not file.is_file():
            return Settings()
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as problem:
            raise UsageError(f"{file}: {problem}") from problem
        given = table.get("settings", {})
        unknown = sorted(set(table) - {"settings"}) + sorted(
            set(given if isinstance(given, dict) else ()) - set(ALLOWED)
        )
        if unknown or not isinstance(given, dict):
            raise UsageError(
                f"{file}: {', '.join(unknown) or 'settings'} is no setting; known are {', '.join(ALLOWED)}"
            )
        for key, value in given.items():
            wanted = int if ALLOWED[key] == "int" else str
            if type(value) is not wanted or (isinstance(value, int) and value < 1):
                what = "a number from 1 on" if wanted is int else "text"
                raise UsageError(f"{file}: {key} must be {what}, not {value!r}")
        if "authority" in given:
            names = self.path / given["authority"]
            if not names.is_file():
                raise UsageError(f"{file}: the authority file {names} does not exist; make it, or take the line out")
            given = {**given, "authority": str(names)}
        return Settings(**given)
