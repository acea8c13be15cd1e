"""`rashomon desk search | alerts | claim`: what the reports and dossiers of a desk say of something."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rashomon.cli.compare import day
from rashomon.cli.desk.shown import moment, print_json, print_lines, say, to_look_at
from rashomon.errors import UsageError
from rashomon.records.desk import Filter, Hit

if TYPE_CHECKING:
    from rashomon.desk import Desk

MARK = ("»", "«")
"""Around each word that was found."""


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands to the parser."""
    search = commands.add_parser("search", parents=[shared], help="reports with these words, the best first")
    search.add_argument("query", metavar="QUERY", help='words, "phrases", AND, OR, NOT, beginnings*')
    search.add_argument("--since", metavar="DAY", help="published on this day or later")
    search.add_argument("--until", metavar="DAY", help="published on this day or earlier")
    search.add_argument("--outlet", metavar="NAME", help="of this outlet")
    search.add_argument("--story", metavar="STORY", help="of this story")
    search.add_argument("--everywhere", action="store_true", help="also in adverts, link lists and the like")
    search.add_argument("--limit", type=int, default=20, metavar="N", help="at most N reports (20)")
    search.add_argument("--after", metavar="CURSOR", help="the next page: the cursor that the last one ended with")
    search.add_argument("--save", metavar="NAME", help="keep the search under a name, for `desk alerts`")
    search.set_defaults(run=run_search)
    alerts = commands.add_parser("alerts", parents=[shared], help="what saved searches found since")
    alerts.add_argument("name", nargs="?", metavar="NAME", help="a saved search; without it they are listed")
    alerts.add_argument("--since", metavar="TIME", help="a moment (2026-11-22T09:30), else since it was saved")
    alerts.add_argument("--remove", action="store_true", help="forget the search")
    alerts.set_defaults(run=run_alerts)
    claim = commands.add_parser("claim", parents=[shared], help="lines of dossiers that speak of a claim")
    claim.add_argument("text", metavar="TEXT")
    claim.add_argument("--limit", type=int, default=10, metavar="N", help="at most N lines (10)")
    claim.set_defaults(run=run_claim)


def run_search(args: argparse.Namespace) -> int:
    """Outlet, day, title and the passage of each hit."""
    from rashomon.desk import Desk

    only = Filter(
        since=day(args.since, "--since"), until=day(args.until, "--until"), outlet=args.outlet, story=args.story
    )
    save = args.save is not None
    with Desk.open(args.desk) if save else to_look_at(args.desk) as desk:
        found = desk.search(args.query, only, args.after, args.limit, args.everywhere)
        older = _older(desk, found.items)
        if save:
            desk.save_search(args.save, args.query)
            say(f"saved; see what comes with: rashomon desk alerts {args.save}")
    if args.json:
        print_json({"hits": found.items, "next": found.next})
        return 0
    _print_hits(found.items, older)
    if not found.items:
        narrowed = only != Filter()
        say("no report with these words fits the other options" if narrowed else "no report has these words")
    if found.next:
        say(f"more: --after {found.next}")
    return 0


def run_alerts(args: argparse.Namespace) -> int:
    """The saved searches, or what one of them found."""
    from rashomon.desk import Desk

    if args.name is None and (args.remove or args.since):
        raise UsageError("name the saved search; without a name `rashomon desk alerts` lists them")
    since = moment(args.since, "--since")
    with Desk.open(args.desk) if args.remove else to_look_at(args.desk) as desk:
        if args.name is None:
            saved = desk.searches()
            if args.json:
                print_json({"searches": saved})
            else:
                print_lines([f"{s.name}  {s.query}  (since {s.created})" for s in saved])
                if not saved:
                    say("no search is saved: rashomon desk search QUERY --save NAME")
        elif args.remove:
            desk.remove_search(args.name)
            say(f"forgot {args.name}")
            if args.json:
                print_json({"forgot": args.name})
        else:
            hits = desk.alerts(args.name, since)
            if args.json:
                print_json({"hits": hits})
                return 0
            _print_hits(hits, _older(desk, hits))
            if not hits:
                say("nothing came that has these words")
    return 0


def run_claim(args: argparse.Namespace) -> int:
    """Each line with its verdict, its story and one passage of every outlet."""
    with to_look_at(args.desk) as desk:
        found = desk.check_claim(args.text, args.limit)
    if args.json:
        print_json({"lines": found})
        return 0
    for line in found:
        numbers = {"same": ", the same numbers", "other": ", other numbers", None: ""}[line.numbers]
        print_lines([f"{line.story}  {line.verdict}{numbers}: {line.text}"])
        shown: set[str] = set()
        for cite in line.cites:
            if cite["outlet"] not in shown:
                shown.add(cite["outlet"])
                print_lines([f"    {cite['outlet']}: “{cite['text']}”"])
    if not found:
        say("no dossier speaks of it")
    return 0


def _older(desk: Desk, hits: Iterable[Hit]) -> set[str]:
    """The reports among the hits that a newer version has replaced."""
    return {row.id for row in desk.store.rows(hit.article for hit in hits) if row.revised_by}


def _print_hits(hits: Iterable[Hit], older: set[str]) -> None:
    for hit in hits:
        version = "an older version" if hit.article in older else ""
        where = " · ".join(part for part in (hit.outlet, (hit.published or "")[:10], hit.story, version) if part)
        print_lines([hit.title or "untitled", f"    {where or 'nothing known of it'} · {hit.article}"])
        print_lines([f"    {' '.join(marked(hit).split())}"])


def marked(hit: Hit) -> str:
    """The excerpt of a hit with its words marked."""
    out, at = "", hit.start
    for start, end in sorted(hit.found):
        if at <= start < end <= hit.end:
            out += hit.excerpt[at - hit.start : start - hit.start]
            out += MARK[0] + hit.excerpt[start - hit.start : end - hit.start] + MARK[1]
            at = end
    return out + hit.excerpt[at - hit.start :]
