"""`rashomon desk stories | show | export | changes`: what a desk knows."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from rashomon.cli.compare import FORMS, day
from rashomon.cli.desk.shown import moment, print_json, print_lines, say, to_look_at
from rashomon.cli.export import FORMATS
from rashomon.errors import UsageError

SUFFIXES = {"webannotation": ".jsonld", "ftm": ".jsonl", "schemaorg": ".jsonld", "ninjs": ".json"}
"""Endings by which other programs know the formats that are one file."""


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands to the parser."""
    stories = commands.add_parser("stories", parents=[shared], help="list stories, the newest first")
    stories.add_argument("--since", metavar="DAY", help="stories with a report of this day or later")
    stories.add_argument("--until", metavar="DAY", help="stories with a report of this day or earlier")
    stories.add_argument("--outlet", metavar="NAME", help="stories with a report of this outlet")
    stories.add_argument("--reports", type=int, default=1, metavar="N", help="stories of at least N reports")
    stories.add_argument("--limit", type=int, default=50, metavar="N", help="at most N stories (50)")
    stories.add_argument("--after", metavar="CURSOR", help="the next page: the cursor that the last one ended with")
    stories.set_defaults(run=run_stories)
    show = commands.add_parser("show", parents=[shared], help="the dossier of a story")
    show.add_argument("story", metavar="STORY")
    show.add_argument("--out", metavar="FILE", help="write it to FILE.html, FILE.json or FILE.md")
    show.add_argument(
        "--ids", action="store_true", help="list reports, disagreements, checks and quotations with their ids"
    )
    show.set_defaults(run=run_show)
    export = commands.add_parser("export", parents=[shared], help="write a dossier in a format of others")
    export.add_argument("story", metavar="STORY")
    export.add_argument("--to", required=True, choices=FORMATS, help="the format")
    export.add_argument("--out", metavar="PATH", help="the file or folder (else in exports/ of the desk)")
    export.set_defaults(run=run_export)
    changes = commands.add_parser("changes", parents=[shared], help="what changed in dossiers, the newest first")
    changes.add_argument("story", nargs="?", metavar="STORY")
    changes.add_argument("--since", metavar="TIME", help="since a day or a moment (2026-11-22T09:30)")
    changes.add_argument("--limit", type=int, default=50, metavar="N", help="at most N lines (50)")
    changes.add_argument("--after", metavar="CURSOR", help="the next page: the cursor that the last one ended with")
    changes.set_defaults(run=run_changes)


def run_stories(args: argparse.Namespace) -> int:
    """A line for each story."""
    from rashomon.records.desk import Filter

    only = Filter(
        since=day(args.since, "--since"), until=day(args.until, "--until"), outlet=args.outlet, reports=args.reports
    )
    with to_look_at(args.desk) as desk:
        found = desk.stories(only, args.after, args.limit)
        empty = not found.items and not desk.store.count_articles()
    if args.json:
        print_json({"stories": found.items, "next": found.next})
        return 0
    for row in found.items:
        days = row.first if row.first == row.last else f"{row.first} to {row.last}"
        reports = f"{row.reports} report" + ("s" if row.reports != 1 else "")
        differ = f" · {row.disagreements} differ" if row.disagreements else ""
        if row.disagreements is None and row.reports > 1:
            differ = " · not compared yet"
        print_lines([f"{row.id}  {row.title or 'untitled'}", f"    {reports} · {days or 'no date'}{differ}"])
    if not found.items:
        say("no report is in this desk yet: rashomon desk add PATH…" if empty else "no story fits")
    if found.next:
        say(f"more: --after {found.next}")
    return 0


def run_show(args: argparse.Namespace) -> int:
    """The summary that `compare` prints, or a file."""
    if args.out and Path(args.out).suffix not in FORMS:
        raise UsageError(f"--out {args.out}: the name must end in {', '.join(FORMS)}")
    with to_look_at(args.desk) as desk:
        if args.out:
            return _wrote(desk.export(args.story, args.out), args.json)
        dossier = desk.dossier(args.story)
        name = desk.story(args.story).id
    if args.json:
        from rashomon.export import render

        sys.stdout.write(render(dossier, ".json"))
    elif args.ids:
        print_lines(_ids(dossier))
    else:
        from rich.console import Console

        from rashomon.export.terminal import print_summary

        say(f"story {name}")
        print_summary(dossier, Console(highlight=False, soft_wrap=False))
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Write, and name what was written."""
    with to_look_at(args.desk) as desk:
        out = Path(args.out) if args.out else desk.exports / _file_name(desk.story(args.story).id, args.to)
        if not out.parent.is_dir():
            raise UsageError(f"--out {out}: the folder {out.parent} does not exist")
        return _wrote(desk.export(args.story, out, args.to), args.json)


def _file_name(story: str, to: str) -> str:
    """Where a story goes that is written without saying where; tables are a folder."""
    return f"{story}-{to}{SUFFIXES.get(to, '')}"


def _wrote(paths: Iterable[Path], as_json: bool) -> int:
    """Name what was written."""
    names = [str(path) for path in paths]
    if as_json:
        print_json({"wrote": names})
    for name in names:
        say(f"wrote {name}")
    return 0


def run_changes(args: argparse.Namespace) -> int:
    """A line for each change, with when and in which story."""
    since = moment(args.since, "--since")
    with to_look_at(args.desk) as desk:
        found = desk.changes(args.story, since, args.after, args.limit)
    if args.json:
        print_json({"changes": found.items, "next": found.next})
        return 0
    moments = (list(same) for _, same in groupby(found.items, key=lambda c: (c.at, c.story)))
    for change in (change for same in moments for change in reversed(same)):  # of one moment as they were told
        causes = ", ".join(name for name in change.because if " " in name)  # what is no id of a report
        because = f" (because of {causes})" if causes else ""
        print_lines([f"{change.at}  {change.story}  {change.line}{because}"])
    if not found.items:
        say("nothing changed" + (f" since {args.since}" if args.since else ""))
    if found.next:
        say(f"more: --after {found.next}")
    return 0


def _ids(dossier: dict[str, Any]) -> Iterator[str]:
    """What decisions can be about, each with the id that names it."""
    from rashomon.export.checks import checks
    from rashomon.export.view import View
    from rashomon.export.words import KINDS, clipped

    view = View(dossier)
    yield "Reports"
    for a in dossier["articles"]:
        yield f"  {a['id']}  {view.named(a['id'])}: {clipped(a['title'] or 'untitled', 90)}"
    yield "Disagreements"
    for d in dossier["disagreements"]:
        yield f"  {d['id']}  {KINDS[d['kind']]}: {d['note']}"
    if checks(view):
        yield "Worth a look"
    for c in checks(view):
        yield f"  {c['id']}  {c['note']}"
    yield "Quotations"
    for q in dossier["quotes"]:
        who = view.actor(q["speaker"], "speaker not known")
        yield f"  {q['id']}  {who}: “{clipped(view.quoted(q), 90)}” ({view.named(q['article'])})"
    yield "Actors"
    for a in dossier["actors"]:
        yield f"  {a['name']} ({a['type']}): {', '.join(s['text'] for s in a['spellings'][:6])}"
