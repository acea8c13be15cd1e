"""`rashomon same-name`: are two names one actor? A filter over JSON lines."""

from __future__ import annotations

import argparse
import io
import json
import sys
from typing import Any


def add(commands: Any) -> None:
    """Add the command to the parser."""
    commands.add_parser("same-name", help="JSON lines of two names in, verdicts out").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Filter standard input; status 1 when a line could not be read."""
    from rashomon.run.same_name import same_name_lines

    good = True
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    for answer, ok in same_name_lines(lines):
        good &= ok
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0 if good else 1
