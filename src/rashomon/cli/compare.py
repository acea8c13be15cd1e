"""`rashomon compare PATH…`: the main job."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from rashomon.settings import Settings


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser("compare", help="compare reports of one event")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="text, HTML, JSONL or ninjs files, folders, or - ")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the dossier as JSON")
    form.add_argument("--out", metavar="FILE", help="write the dossier to FILE.html, FILE.json or FILE.md")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="publication day of reports that state none")
    parser.add_argument("--strict", action="store_true", help="stop with status 3 when a file cannot be read")
    parser.add_argument("--authority", metavar="FILE", help="CSV or JSONL of names that win over the rules")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare and print or write."""
    from rashomon.api import compare

    settings = Settings(date=args.date, strict=args.strict, authority=args.authority)
    dossier = compare(args.paths, settings, lambda line: print(line, file=sys.stderr))
    if args.out:
        print(dossier.save(args.out), file=sys.stderr)
    elif args.json:
        sys.stdout.write(dossier.to_json())
    else:
        json.dump(dossier.to_dict()["story"], sys.stdout)
    return 0
