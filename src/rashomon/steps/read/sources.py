"""Files, folders and standard input: which there are, and their bytes.

Folders are read in depth, in sorted order, without hidden files. A file is measured before it is read, so that a huge
one costs nothing. Every refusal says what, where and what to do.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from rashomon.errors import Unreadable
from rashomon.settings import Settings

STDIN = "-"


def expand(paths: Iterable[str]) -> list[str]:
    """The files that `paths` mean: files as they are, folders as every file in them, `-` for standard input.

    A file that is named twice is given once. What does not exist, and a folder without files, is passed on: `load`
    says so.
    """
    found: dict[str, str] = {}
    for path in paths:
        members = _members(path) if path != STDIN and Path(path).is_dir() else [path]
        for member in members or [path]:
            key = member if member == STDIN else os.path.normpath(member)
            found[key] = min(member, found.get(key, member))
    return list(found.values())


def _members(folder: str) -> list[str]:
    files: list[str] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [str(Path(root) / name) for name in names if not name.startswith(".")]
    return sorted(files)


def load(path: str, settings: Settings) -> bytes:
    """The bytes of the file at `path` (`-`: standard input), at most `settings.max_bytes`. Raises Unreadable."""
    try:
        if path == STDIN:
            return _bounded(sys.stdin.buffer.read(settings.max_bytes + 1), path, settings)
        state = Path(path).stat()
        if stat.S_ISDIR(state.st_mode):
            raise Unreadable(path, "the folder holds no file to read: name the files, or put them there")
        if stat.S_ISREG(state.st_mode) and state.st_size > settings.max_bytes:
            raise _too_large(path, state.st_size, settings)
        with open(path, "rb") as file:
            return _bounded(file.read(settings.max_bytes + 1), path, settings)
    except FileNotFoundError:
        raise Unreadable(path, "no such file: check the spelling of the path") from None
    except PermissionError:
        raise Unreadable(path, "no permission to read it: change the rights of the file") from None
    except (OSError, ValueError) as problem:
        raise Unreadable(path, f"it cannot be opened ({getattr(problem, 'strerror', None) or problem})") from problem


def _bounded(data: bytes, path: str, settings: Settings) -> bytes:
    if len(data) > settings.max_bytes:
        raise _too_large(path, None, settings)
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        raise Unreadable(path, "it is empty: save the report again")
    return data


def _too_large(path: str, size: int | None, settings: Settings) -> Unreadable:
    is_ = f"it has {size / 1e6:.1f} MB" if size is not None else "it is too long"
    return Unreadable(
        path, f"{is_}; {settings.max_bytes / 1e6:g} MB are the limit: split it, or raise Settings.max_bytes"
    )
