"""Exports of a dossier to formats of others. Each format has one module; this one knows where each is written.

`csv` and `parquet` give a folder with one file for each table, the others one file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rashomon.errors import UsageError
from rashomon.export.files import write_whole
from rashomon.export.view import Data

FORMATS = ("csv", "parquet", "webannotation", "ftm", "schemaorg", "ninjs")


def export(dossier: Data, to: str, out: Path) -> list[Path]:
    """Write `dossier` (JSON data) in the format `to` to `out`; returns the files written.

    Raises UsageError for an unknown format or a place that cannot be written, MissingExtra where a package is missing.
    """
    if to not in FORMATS:
        raise UsageError(f"cannot export to {to!r}: use one of {', '.join(FORMATS)}")
    if to in ("csv", "parquet"):
        from rashomon.export.formats import folders

        if out.exists() and not out.is_dir():
            raise UsageError(f"--out {out}: {to} is written as a folder of files, and this is a file")
        writer: Callable[[Data, Path], list[Path]] = folders.write_csv if to == "csv" else folders.write_parquet
        return writer(dossier, out)
    if out.is_dir():
        raise UsageError(f"--out {out}: {to} is one file, and this is a folder")
    return [write_whole(out, _text(dossier, to))]


def _text(dossier: Data, to: str) -> str:
    if to == "ftm":
        from rashomon.export.formats.ftm import entities

        return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities(dossier))
    from rashomon.export.formats import ninjs, schemaorg, webannotation

    makers: dict[str, Callable[[Data], Any]] = {
        "webannotation": webannotation.collection,
        "schemaorg": schemaorg.graph,
        "ninjs": ninjs.item,
    }
    return json.dumps(makers[to](dossier), ensure_ascii=False, indent=1) + "\n"
