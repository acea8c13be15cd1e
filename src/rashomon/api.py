"""The public functions: thin, over `run` and `export`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.errors import UsageError
from rashomon.records.codec import encode
from rashomon.records.dossier import Record
from rashomon.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from rashomon.run.verify import Proof


class Dossier:
    """One story, reconciled.

    Sections are attributes (`dossier.quotes`, `dossier.figures` …), each a tuple of records.
    """

    __slots__ = ("record",)

    def __init__(self, record: Record) -> None:
        self.record = record

    def __getattr__(self, name: str) -> Any:
        record = object.__getattribute__(self, "record")
        if name in ("story", "unread"):
            return getattr(record, name)
        if not name.startswith("_") and hasattr(record.findings, name):
            return getattr(record.findings, name)
        raise AttributeError(f"a dossier has no {name!r}")

    def to_dict(self) -> dict[str, Any]:
        """The dossier as JSON-ready data of schema `rashomon.dossier/1`."""
        return encode(self.record)

    def to_json(self) -> str:
        """The dossier as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1) + "\n"

    def to_pandas(self, table: str) -> Any:
        """The table `table` (`quotes`, `figures` …; see docs/exports.md) as a pandas data frame.

        Raises UsageError for an unknown table, MissingExtra without pandas.
        """
        from rashomon.export import frames, tables

        return frames.to_pandas(tables.table(self.to_dict(), table))

    def to_polars(self, table: str) -> Any:
        """The table `table` as a polars data frame. Raises UsageError for an unknown table, MissingExtra without it."""
        from rashomon.export import frames, tables

        return frames.to_polars(tables.table(self.to_dict(), table))

    def save(self, path: str | Path) -> Path:
        """Write the dossier; `.html`, `.json` or `.md` decides the form. Nothing half-written is left behind."""
        from rashomon.export import render
        from rashomon.export.files import write_whole

        path = Path(path)
        return write_whole(path, render(self.to_dict(), path.suffix))


def compare(
    reports: Iterable[str | Path | Mapping[str, Any]],
    settings: Settings = DEFAULTS,
    progress: Callable[[str], None] | None = None,
) -> Dossier:
    """Compare reports of one event: paths of files or folders, or mappings with at least `text`.

    Raises NothingRead when nothing can be used, Unreadable when `settings.strict` and one file cannot be read.
    """
    from rashomon.run.compare import compare_reports

    if isinstance(reports, (str, Path, Mapping)):
        raise UsageError("compare() takes a list of paths or records, not one of them")
    return Dossier(compare_reports(reports, settings, progress))


def annotate(record: Mapping[str, Any]) -> dict[str, Any]:
    """The marks of one text, as `rashomon annotate` gives them for `{"text": …, "date"?, "title"?, "language"?}`.

    Raises ValueError when the record has no text.
    """
    from rashomon.run.filter import annotate_row

    return annotate_row(dict(record))


def verify(dossier: str | Path | Mapping[str, Any] | Dossier, sources: Iterable[str | Path] = ()) -> Proof:
    """Prove a dossier (object, JSON data or path of a JSON file), alone or against its source files.

    Raises BadDossier when the file is no JSON.
    """
    from rashomon.run import verify as proof

    if isinstance(dossier, Dossier):
        data: Any = dossier.to_dict()
    else:
        data = proof.load(str(dossier)) if isinstance(dossier, (str, Path)) else dossier
    return proof.verify(data, [str(path) for path in sources])
