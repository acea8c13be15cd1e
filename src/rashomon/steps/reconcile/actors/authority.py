"""A newsroom's own list of names, which wins over the rules.

Each entry has a name, further spellings, a type and an identifier; whatever the story writes as one of the spellings is
that actor, and gets its name and identifier. A spelling that two entries share decides nothing. The file is CSV with a
header line (spellings separated by `|`) or JSON lines (spellings as a list or separated by `|`).
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from rashomon.errors import UsageError
from rashomon.records.marks import ActorType
from rashomon.text.names.fold import fold


@dataclass(frozen=True, slots=True)
class Known:
    """One entry of an authority file."""

    name: str
    spellings: tuple[str, ...] = ()
    type: ActorType | None = None
    id: str | None = None


@cache
def read_authority(path: str) -> tuple[Known, ...]:
    """The entries of the file at `path`; raises UsageError naming the line that cannot be used."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise UsageError(
            f"authority file {path}: {(problem.strerror or str(problem)).lower()}; give a CSV file with the columns "
            "name, spellings, type, id, or JSON lines with these fields"
        ) from problem
    except UnicodeDecodeError as problem:
        raise UsageError(f"authority file {path}: it is not UTF-8 text; save it as UTF-8") from problem
    rows = _json_rows(path, text) if text.lstrip()[:1] == "{" else _csv_rows(path, text)
    return tuple(_entry(path, number, row) for number, row in rows)


def _json_rows(path: str, text: str) -> list[tuple[int, Any]]:
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                rows.append((number, json.loads(line)))
            except (ValueError, RecursionError) as problem:
                raise UsageError(f"authority file {path}, line {number}: {problem}") from problem
    return rows


def _csv_rows(path: str, text: str) -> list[tuple[int, Any]]:
    reader = csv.DictReader(text.splitlines())
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as problem:
        raise UsageError(f"authority file {path}, line {reader.line_num}: {problem}") from problem
    if "name" not in (reader.fieldnames or ()):
        raise UsageError(f"authority file {path}, line 1: the header needs a column 'name' (name, spellings, type, id)")
    return rows


def _entry(path: str, number: int, row: Any) -> Known:
    name = row.get("name") if isinstance(row, dict) else None
    if not isinstance(name, str) or not name.strip():
        raise UsageError(f"authority file {path}, line {number}: a 'name' is missing")
    told = row.get("spellings") or ()
    spellings = told.split("|") if isinstance(told, str) else told
    if not isinstance(spellings, (list, tuple)) or not all(isinstance(s, str) for s in spellings):
        raise UsageError(
            f"authority file {path}, line {number}: 'spellings' must be names, as a list or separated by |"
        )
    kind = row.get("type") or None
    if kind is not None and kind not in get_args(ActorType):
        raise UsageError(
            f"authority file {path}, line {number}: type {kind!r} is none of {', '.join(get_args(ActorType))}"
        )
    mark = row.get("id")
    return Known(name.strip(), tuple(s.strip() for s in spellings if s.strip()), kind, str(mark) if mark else None)


def lookup(known: tuple[Known, ...]) -> dict[str, int]:
    """Folded spelling → number of the one entry that has it."""
    found: dict[str, set[int]] = {}
    for number, entry in enumerate(known):
        for form in (entry.name, *entry.spellings):
            found.setdefault(" ".join(fold(form).split()), set()).add(number)
    return {form: min(numbers) for form, numbers in found.items() if len(numbers) == 1}
