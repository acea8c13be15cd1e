"""Step 1: bytes to pages. Decides encoding and format; never invents an outlet."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from rashomon.errors import Unreadable
from rashomon.records.article import Page
from rashomon.settings import DEFAULTS, Settings


def read_file(path: str, settings: Settings = DEFAULTS) -> list[Page]:
    """The pages of the file at `path` (one; several for JSONL and ninjs feeds). Raises Unreadable."""
    try:
        return read_bytes(Path(path).read_bytes(), path, settings)
    except OSError as problem:
        raise Unreadable(path, problem.strerror or str(problem)) from problem


def read_bytes(data: bytes, path: str, settings: Settings = DEFAULTS) -> list[Page]:
    """The pages in `data`; `path` names it in messages and ids. Raises Unreadable."""
    text = unicodedata.normalize("NFC", data.decode("utf-8-sig").replace("\r\n", "\n"))
    return [Page(path, text)]
