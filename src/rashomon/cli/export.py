"""`rashomon export DOSSIER.json --to FORMAT --out PATH`: a dossier in a format of others."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from rashomon.errors import BadDossier, UsageError

FORMATS = ("csv", "parquet", "webannotation", "ftm", "schemaorg", "ninjs")


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "export",
        help="write a dossier as tables or in a format of others",
        description="csv and parquet write a folder with one file for each section, the others write one file.",
    )
    parser.add_argument("dossier", metavar="DOSSIER.json")
    parser.add_argument("--to", required=True, choices=FORMATS, help="the format")
    parser.add_argument("--out", required=True, metavar="PATH", help="the file, or the folder for csv and parquet")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, prove and write; a dossier whose cites do not hold is refused, because an export must not launder it."""
    from rashomon.export.formats import export
    from rashomon.run.verify import load, verify

    dossier = load(args.dossier)
    proof = verify(dossier, [])
    if not proof.holds:
        raise BadDossier(f"{args.dossier} does not hold ({proof.broken[0]}): see rashomon verify")
    out = Path(args.out)
    if not out.parent.is_dir():
        raise UsageError(f"--out {out}: the folder {out.parent} does not exist")
    for path in export(dossier, args.to, out):
        print(f"wrote {path}", file=sys.stderr)
    return 0
