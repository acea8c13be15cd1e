"""`rashomon desk init | add | rebuild | check | backup`: what makes a desk, fills it and keeps it whole."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rashomon.cli.desk.shown import bar, few, print_json, print_lines, say, stoppable, to_look_at
from rashomon.errors import NothingRead, UsageError
from rashomon.export.words import count


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands to the parser."""
    init = commands.add_parser("init", help="make a desk in a folder")
    init.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="made when it is missing (else here)")
    init.add_argument("--json", action="store_true", help="print JSON")
    init.set_defaults(run=run_init)
    adding = commands.add_parser("add", parents=[shared], help="add reports; those known already change nothing")
    adding.add_argument("paths", nargs="+", metavar="PATH", help="what `rashomon compare` takes: files, folders or -")
    adding.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (else one for each core)")
    adding.add_argument("--date", metavar="YYYY-MM-DD", help="publication day of reports that state none")
    adding.add_argument("--strict", action="store_true", help="status 3 when a file could not be read")
    adding.set_defaults(run=run_add)
    again = commands.add_parser("rebuild", parents=[shared], help="work everything out again; decisions stay")
    again.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (else one for each core)")
    again.set_defaults(run=run_rebuild)
    check = commands.add_parser("check", parents=[shared], help="is the desk whole? status 1 when not")
    check.add_argument("--deep", action="store_true", help="read every text and build the index of words again")
    check.set_defaults(run=run_check)
    backup = commands.add_parser(
        "backup",
        parents=[shared],
        help="copy the desk, also while something writes",
        description="Copies the desk as it is now into a folder; the copy is a desk of its own. See docs/desk.md.",
    )
    backup.add_argument("folder", metavar="FOLDER", help="made when it is missing; no desk may be in it")
    backup.set_defaults(run=run_backup)


def run_init(args: argparse.Namespace) -> int:
    """Make the desk and say where it is."""
    from rashomon.desk import Desk

    with Desk.init(args.folder) as desk:
        place = str(desk.folder)
    if args.json:
        print_json({"desk": place})
    else:
        print_lines([f"made a desk in {place}; next: rashomon desk add PATH… --desk {place}"])
    return 0


def run_add(args: argparse.Namespace) -> int:
    """Add, then say what was new, known, revised and unread, and which stories changed."""
    from rashomon.desk import Desk

    if args.jobs < 0:
        raise UsageError(f"--jobs {args.jobs}: give the number of processes, or 0 for one for each core")
    day = _day(args.date)
    left = "the reports that were taken are kept whole, and the same command again goes on"
    with Desk.open(args.desk) as desk, stoppable(left), bar() as progress:
        added = desk.add(args.paths, progress, args.jobs, date=day)
    for unread in added.unread:
        say(f"rashomon: not read: {unread.path}: {unread.reason}")
    if args.json:
        print_json(added)
    else:
        print_lines([
            f"new {len(added.new)} · known {len(added.known)} · revised {len(added.revised)}"
            f" · unread {len(added.unread)}",
            *([f"stories that changed: {few(added.stories)}"] if added.stories else []),
            *([f"{added.changes} changed lines: rashomon desk changes"] if added.changes else []),
        ])  # fmt: skip
    if not (added.new or added.known or added.revised):
        raise NothingRead("nothing could be read" if added.unread else "no file was given")
    return 3 if args.strict and added.unread else 0


def run_rebuild(args: argparse.Namespace) -> int:
    """Rebuild, and say what there is."""
    from rashomon.desk import Desk

    left = "stories and dossiers are as they were; what was read again is kept"
    with Desk.open(args.desk) as desk, stoppable(left), bar() as progress:
        desk.rebuild(progress, args.jobs)
        reports, decisions = desk.store.count_articles(), len(desk.decisions())
    if args.json:
        print_json({"reports": reports, "decisions": decisions})
    else:
        print_lines([f"rebuilt from {count(reports, 'report')} and {count(decisions, 'decision')}"])
    return 0


def run_check(args: argparse.Namespace) -> int:
    """Name what is wrong; 0 when nothing is."""
    with to_look_at(args.desk) as desk:
        wrong = list(desk.check(args.deep))
    if args.json:
        print_json({"whole": not wrong, "wrong": wrong})
    else:
        print_lines(wrong or [f"{Path(args.desk)}: the desk is whole"])
    return 1 if wrong else 0


def run_backup(args: argparse.Namespace) -> int:
    """Copy, and say where the copy is."""
    from rashomon.desk import Desk

    with Desk.open(args.desk, read_only=True, older=True) as desk:
        place = desk.backup(args.folder)
    with Desk.open(place, read_only=True, older=True) as copy:
        reports, decisions = copy.store.count_articles(), len(copy.decisions())
    if args.json:
        print_json({"desk": str(place), "reports": reports, "decisions": decisions})
    else:
        whole = f"{count(reports, 'report')} and {count(decisions, 'decision')}"
        print_lines([f"copied {whole}; the copy is a desk: --desk {place}"])
    return 0


def _day(value: str | None) -> str | None:
    from rashomon.cli.compare import day

    return day(value, "--date")
