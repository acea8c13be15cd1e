"""`rashomon desk sources | follow`: what a desk follows, and the rounds that bring its reports."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING, Any

from rashomon.cli.desk.shown import bar, few, print_json, print_lines, say, stoppable, to_look_at
from rashomon.errors import MissingExtra, RashomonError, UsageError
from rashomon.export.words import count

if TYPE_CHECKING:
    from rashomon.desk import Desk
    from rashomon.records.desk import Source
    from rashomon.records.dossier import Unread

LEAST = 5.0
"""Minutes between rounds at the least: a desk is no burden to those whom it reads."""


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands to the parser."""
    sources = commands.add_parser("sources", parents=[shared], help="what is followed: list, add, remove")
    sources.add_argument("--add", nargs="+", default=[], metavar="SOURCE", help="addresses, OPML files, lists of these")
    sources.add_argument("--remove", nargs="+", default=[], metavar="URL", help="follow no longer; reports stay")
    sources.set_defaults(run=run_sources)
    follow = commands.add_parser(
        "follow",
        parents=[shared],
        help="ask the sources that are due and take what is new",
        description="One round: asks the sources that are due, takes new and changed reports. See docs/follow.md.",
    )
    follow.add_argument("sources", nargs="*", metavar="SOURCE", help="to be followed from now on (as of sources --add)")
    follow.add_argument("--every", type=float, metavar="MINUTES", help="go on, round after round, until stopped")
    follow.add_argument("--all", action="store_true", help="ask sources that are not due as well")
    follow.add_argument("--since", metavar="YYYY-MM-DD", help="leave alone what a list dates before this day")
    follow.add_argument("--most", type=int, default=100, metavar="N", help="reports of one source and round (100)")
    follow.add_argument(
        "--permit", nargs="+", default=[], metavar="HOST:PORT", help="hosts inside this network that are meant"
    )
    follow.add_argument("--ignore-robots", action="store_true", help="for sites that are your own")
    follow.set_defaults(run=run_follow)


def run_sources(args: argparse.Namespace) -> int:
    """Add, remove, then list."""
    from rashomon.desk import Desk

    with Desk.open(args.desk) if args.add or args.remove else to_look_at(args.desk) as desk:
        new = _add(desk, args.add)
        for url in args.remove:
            desk.remove_source(url)
        sources = desk.sources()
    if args.json:
        print_json(sources)
        return 0
    if args.add or args.remove:
        say(f"new {len(new)} · removed {len(args.remove)} · followed {len(sources)}")
    print_lines([_line(source) for source in sources] or ["nothing is followed: rashomon desk sources --add URL"])
    return 0


def _add(desk: Desk, named: list[str]) -> tuple[Source, ...]:
    """The sources that are new; what of these files cannot be followed is told."""
    left: list[Unread] = []
    new = desk.add_sources(*named, left_out=left) if named else ()
    for unread in left:
        say(f"rashomon: not followed: {unread.path}: {unread.reason}")
    return new


def _line(source: Any) -> str:
    """A source in a line: its state, its address, its name."""
    if source.last_at is None:
        state = "not asked yet"
    elif source.failures:
        times = "once" if source.failures == 1 else f"{source.failures} times"
        answer = f" with answer {source.last_status}" if (source.last_status or 0) >= 400 else ""
        state = f"failed {times}, last {source.last_at}{answer}"
    else:
        state = f"asked {source.last_at}"
    name = f"  {source.title}" if source.title else ""
    return f"{source.url}  [{source.kind}; {state}; next {source.next_at or 'now'}]{name}"


def run_follow(args: argparse.Namespace) -> int:
    """A round, or rounds until stopped; status 1 when every source that was asked failed."""
    if args.every is not None and args.every < LEAST:
        raise UsageError(f"--every {args.every:g}: at least {LEAST:g} minutes")
    if args.most < 1:
        raise UsageError(f"--most {args.most}: at least 1")
    from rashomon.cli.compare import day
    from rashomon.desk import Desk

    try:
        from rashomon.follow import Fetcher
    except ModuleNotFoundError as problem:
        if problem.name and problem.name.startswith("rashomon"):
            raise
        raise MissingExtra("following feeds and sites", "follow") from None
    since = day(args.since, "--since")
    how: dict[str, Any] = {"since": since, "most": args.most}
    if args.every is not None:
        how["every"] = args.every
    with (
        Desk.open(args.desk) as desk,
        Fetcher(permit=args.permit, obey_robots=not args.ignore_robots) as fetcher,
        stoppable("the reports that came are kept whole, and the next round goes on"),
    ):
        _add(desk, args.sources)
        if not desk.sources():
            raise UsageError("nothing is followed yet: name a feed, a sitemap, a page or an OPML file")
        everything = args.all
        while True:
            try:
                done = _round(desk, fetcher, everything, how)
            except RashomonError as problem:
                if args.every is None:
                    raise
                say(f"rashomon: this round failed: {problem}")
            else:
                _tell(done, args.json)
                if args.every is None:
                    return 1 if done.asked and len(done.failed) >= len(done.asked) else 0
            everything = False
            try:
                time.sleep(args.every * 60)
            except KeyboardInterrupt:
                return 0


def _round(desk: Any, fetcher: Any, everything: bool, how: dict[str, Any]) -> Any:
    """One round, and a second one over the feeds that an OPML file or a page led to: they are due at once."""
    with bar() as progress:
        done = desk.follow(fetcher, progress, everything=everything, **how)
        return _both(done, desk.follow(fetcher, progress, **how)) if done.found else done


def _both(first: Any, second: Any) -> Any:
    """Two rounds as one."""
    for name in ("asked", "failed", "found", "missed", "carried"):
        getattr(second, name)[:0] = getattr(first, name)
    second.unchanged += first.unchanged
    for name in ("new", "known", "revised", "unread"):
        getattr(second.added, name)[:0] = getattr(first.added, name)
    second.added.stories = sorted({*first.added.stories, *second.added.stories})
    second.added.changes += first.added.changes
    return second


def _tell(done: Any, as_json: bool) -> None:
    """What a round brought; what failed on standard error."""
    for unread in (*done.failed, *done.missed):
        say(f"rashomon: not had: {unread.path}: {unread.reason}")
    if as_json:
        print_json(done)
        return
    added = done.added
    print_lines([
        f"asked {count(len(done.asked), 'source')} · failed {len(done.failed)} · new {len(added.new)} · "
        f"known {len(added.known)} · revised {len(added.revised)} · not had {len(done.missed)}",
        *([f"from the text of their feed, the page being closed: {few(done.carried, 5)}"] if done.carried else []),
        *([f"sources found: {few([s.url for s in done.found], 5)}"] if done.found else []),
        *([f"stories that changed: {few(added.stories)}"] if added.stories else []),
        *([f"{added.changes} changed lines: rashomon desk changes"] if added.changes else []),
    ])  # fmt: skip
