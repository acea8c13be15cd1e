"""`rashomon group`: a filter that puts articles into stories."""

from __future__ import annotations

import argparse
import io
import json
import sys
from typing import Any


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("group", help="JSON lines of articles in, their stories out")
    parser.add_argument("--stream", action="store_true", help="answer in order of arrival, with bounded memory")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Filter standard input; status 1 when a line could not be done."""
    from rashomon.run.group import group_lines, stream_lines

    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    good = True
    for answer, ok in (stream_lines if args.stream else group_lines)(lines):
        good &= ok
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        if args.stream:
            sys.stdout.flush()
    return 0 if good else 1
