"""CSV (RFC 4180, UTF-8, a header line) and Parquet: a folder with one file for each table of `rashomon.export.tables`.

Texts are written to the letter. A cell can therefore begin with `=` or `+`: import into a spreadsheet as text.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from rashomon.errors import UsageError
from rashomon.export.files import write_whole
from rashomon.export.frames import to_arrow
from rashomon.export.tables import Table, tables
from rashomon.export.view import Data


def write_csv(dossier: Data, out: Path) -> list[Path]:
    """Write one `NAME.csv` for each table into the folder `out`, made where it is missing."""
    folder = _folder(out)
    return [write_whole(folder / f"{table.name}.csv", csv_text(table)) for table in tables(dossier)]


def csv_text(table: Table) -> str:
    """`table` as CSV; nothing is an empty cell, truth is `true` or `false`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    names = [c.name for c in table.columns]
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in table.rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def write_parquet(dossier: Data, out: Path) -> list[Path]:
    """Write one `NAME.parquet` for each table into the folder `out`. Raises MissingExtra without pyarrow."""
    ready = [(table.name, to_arrow(table)) for table in tables(dossier)]
    from pyarrow import parquet

    folder = _folder(out)
    paths = []
    for name, arrow in ready:
        path = folder / f"{name}.parquet"
        parquet.write_table(arrow, path)
        paths.append(path)
    return paths


def _folder(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UsageError(f"--out {out}: cannot make this folder ({problem.strerror})") from None
    return out
