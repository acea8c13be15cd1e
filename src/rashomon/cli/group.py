"""`rashomon group`: a filter that puts articles into stories."""

from __future__ import annotations

import argparse
from typing import Any

from rashomon.cli.jsonlines import read_lines, write_answers


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("group", help="JSON lines of articles in, their stories out")
    parser.add_argument("--stream", action="store_true", help="answer in order of arrival, with bounded memory")
    parser.add_argument(
        "--moves", action="store_true", help="with --stream: read all again now and then, and tell articles that move"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Filter standard input; status 1 when a line could not be done."""
    from rashomon.run.group import group_lines, stream_lines

    answers = stream_lines(read_lines(), moves=args.moves) if args.stream else group_lines(read_lines())
    return write_answers(answers, flush=args.stream)
