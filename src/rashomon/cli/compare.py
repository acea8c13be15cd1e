"""`rashomon compare PATH…`: the main job."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from rashomon.errors import UsageError
from rashomon.settings import Settings

FORMS = (".html", ".json", ".md")


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "compare", help="compare reports of one event", description="Compare several news reports of one event."
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="text, HTML, JSONL or ninjs files, folders, or -")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the dossier as JSON")
    form.add_argument("--out", metavar="FILE", help="write the dossier to FILE.html, FILE.json or FILE.md")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="publication day of reports that state none")
    parser.add_argument("--strict", action="store_true", help="stop with status 3 when a file cannot be read")
    parser.add_argument("--authority", metavar="FILE", help="CSV or JSONL of names that win over the rules")
    parser.add_argument(
        "--tagger",
        metavar="NAME",
        default="rashomon",
        help="part-of-speech tagger: rashomon (built in), spacy:PIPELINE or a plug-in",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare, then print or write; arguments that cannot be meant are refused before the work begins."""
    from rashomon.api import compare
    from rashomon.text.plugins import tagger

    if args.out and Path(args.out).suffix not in FORMS:
        raise UsageError(f"--out {args.out}: the name must end in {', '.join(FORMS)}")
    if args.out and not Path(args.out).parent.is_dir():
        raise UsageError(f"--out {args.out}: the folder {Path(args.out).parent} does not exist")
    tagger(args.tagger)  # an unknown one is refused before the work begins
    if args.authority:
        from rashomon.steps.reconcile.actors.authority import read_authority

        read_authority(args.authority)
    settings = Settings(date=day(args.date), strict=args.strict, authority=args.authority, tagger=args.tagger)
    dossier = compare(args.paths, settings, progress=_say if sys.stderr.isatty() else None)
    for unread in dossier.unread:
        print(f"rashomon: not read: {unread.path}: {unread.reason}", file=sys.stderr)
    if args.out:
        print(f"wrote {dossier.save(args.out)}", file=sys.stderr)
    elif args.json:
        sys.stdout.write(dossier.to_json())
    else:
        from rich.console import Console

        from rashomon.export.terminal import print_summary

        print_summary(dossier.to_dict(), Console(highlight=False, soft_wrap=False))
    return 0


def day(value: str | None, option: str = "--date") -> str | None:
    """The day that an option gives; raises UsageError when it is none."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"{option} {value}: give a day as YYYY-MM-DD, for example 2025-03-19") from None


def _say(line: str) -> None:
    print(line, file=sys.stderr)
