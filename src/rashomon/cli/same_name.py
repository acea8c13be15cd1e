"""`rashomon same-name`: are two names one actor? A filter over JSON lines."""

from __future__ import annotations

import argparse
from typing import Any

from rashomon.cli.jsonlines import read_lines, write_answers


def add(commands: Any) -> None:
    """Add the command to the parser."""
    commands.add_parser("same-name", help="JSON lines of two names in, verdicts out").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Filter standard input; status 1 when a line could not be read."""
    from rashomon.run.same_name import same_name_lines

    return write_answers(same_name_lines(read_lines()))
