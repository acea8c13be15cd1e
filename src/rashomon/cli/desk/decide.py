"""`rashomon desk decide …`: what a person decides; it wins over the rules, now and on every rebuild."""

from __future__ import annotations

import argparse
import getpass
from typing import TYPE_CHECKING, Any

from rashomon.cli.desk.shown import print_json, print_lines, say, to_look_at
from rashomon.errors import UsageError

if TYPE_CHECKING:
    from rashomon.desk import Desk
    from rashomon.records.desk import Decision


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command with its forms to the parser."""
    parser = commands.add_parser("decide", help="decide what rules cannot: it wins over them")
    forms = parser.add_subparsers(dest="form", required=True, metavar="WHAT")
    said = argparse.ArgumentParser(add_help=False, parents=[shared])
    said.add_argument("--note", default="", metavar="TEXT", help="why")
    said.add_argument("--by", metavar="NAME", help="who decides (else the user of this machine)")
    for form, what in (("same-actor", "are one actor"), ("not-same-actor", "are two actors")):
        names = forms.add_parser(form, parents=[said], help=f"two names {what}")
        names.add_argument("a", metavar="NAME")
        names.add_argument("b", metavar="NAME")
        names.add_argument("--story", metavar="STORY", help="only in this story (else everywhere)")
    speaker = forms.add_parser("speaker", parents=[said], help="who said a quotation")
    speaker.add_argument("quote", metavar="QUOTE", help="its id: q4 with --story S, or S:q4 (desk show S --ids)")
    speaker.add_argument("name", nargs="?", metavar="NAME", help="left out: nobody known said it")
    speaker.add_argument("--story", metavar="STORY")
    contradiction = forms.add_parser(
        "not-a-contradiction", parents=[said], help="a disagreement, or what was worth a look, is none"
    )
    contradiction.add_argument(
        "lines", nargs="+", metavar="ID", help="its id: d3 or k3 with --story S, or S:d3; several: as listed now"
    )
    contradiction.add_argument("--story", metavar="STORY")
    merge = forms.add_parser("merge", parents=[said], help="two stories are one")
    merge.add_argument("one", metavar="STORY")
    merge.add_argument("other", metavar="STORY")
    split = forms.add_parser("split", parents=[said], help="reports of a story are a story of their own")
    split.add_argument("story", metavar="STORY")
    split.add_argument("articles", nargs="+", metavar="REPORT", help="ids of reports (desk show STORY --ids)")
    listing = forms.add_parser("list", parents=[shared], help="the decisions in force")
    listing.add_argument("--all", action="store_true", help="also those taken back")
    revoke = forms.add_parser("revoke", parents=[shared], help="take a decision back")
    revoke.add_argument("id", type=int, metavar="ID")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide, take back or list."""
    from rashomon.desk import Desk
    from rashomon.desk.deciding import readable

    with to_look_at(args.desk) if args.form == "list" else Desk.open(args.desk) as desk:
        if args.form == "list":
            found = desk.decisions(active=not args.all)
            if args.json:
                print_json({"decisions": found})
                return 0
            for d in found:
                ended = f" (taken back {d.revoked})" if d.revoked else ""
                print_lines([f"{d.id}  {readable(d)}{ended}{f'  – {d.note}' if d.note else ''}  [{d.by}, {d.at}]"])
            if not found:
                say("nothing is decided")
            return 0
        if args.form == "revoke":
            was = any(d.id == args.id for d in desk.decisions())
            back = desk.revoke(args.id)
            made: tuple[Decision, ...] = (back,)
            say(f"{'taken back' if was else f'was taken back already, {back.revoked}'}: {readable(back)}")
        else:
            made = _decide(desk, args)
            for decision in made:
                say(f"decision {decision.id}: {readable(decision)}")
            for name in _unknown(desk, args):
                where = f"story {args.story}" if args.story else "this desk"
                say(f"rashomon: no report of {where} has “{name}” spelt so; the decision holds for reports to come")
            if args.form == "not-a-contradiction":
                say("the lines that are left are numbered anew: list them again before you name another")
        if args.json:
            print_json(made[0] if len(made) == 1 else {"decisions": made})
    return 0


def _decide(desk: Desk, args: argparse.Namespace) -> tuple[Decision, ...]:
    said = {"note": args.note, "by": args.by if args.by is not None else _user()}
    match args.form:
        case "same-actor":
            return (desk.same_actor(args.a, args.b, args.story, **said),)
        case "not-same-actor":
            return (desk.not_same_actor(args.a, args.b, args.story, **said),)
        case "speaker":
            story, quote = _line(args.quote, args.story)
            return (desk.speaker(story, quote, args.name, **said),)
        case "not-a-contradiction":
            return desk.not_contradictions([_line(name, args.story) for name in args.lines], **said)
        case "merge":
            return (desk.merge(args.one, args.other, **said),)
        case _:
            return (desk.split(args.story, args.articles, **said),)


def _unknown(desk: Desk, args: argparse.Namespace) -> list[str]:
    """The names of a decision on actors that no report has: perhaps a slip of the pen."""
    if args.form not in ("same-actor", "not-same-actor"):
        return []
    return [name for name in (args.a, args.b) if not desk.is_named(name, args.story)]


def _line(name: str, story: str | None) -> tuple[str, str]:
    """The story and the line of `S:q4`, or of `q4` with a story beside it."""
    before, colon, line = name.partition(":")
    if colon:
        return before, line
    if story is None:
        raise UsageError(f"{name} is a line of which story? Give --story S, or S:{name}")
    return story, name


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
