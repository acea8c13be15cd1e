"""`rashomon annotate`: a filter over JSON lines."""

from __future__ import annotations

import argparse
import io
import json
import sys
from typing import Any


def add(commands: Any) -> None:
    """Add the command to the parser."""
    help_text = "JSON lines in, JSON lines with marks out"
    parser: argparse.ArgumentParser = commands.add_parser(
        "annotate", help=help_text, description=f"{help_text}, in the same order."
    )
    parser.add_argument(
        "--tagger",
        metavar="NAME",
        default="rashomon",
        help="part-of-speech tagger: rashomon (built in), spacy:PIPELINE or a plug-in",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Filter standard input; status 1 when a line could not be done."""
    from rashomon.run.filter import annotate_lines
    from rashomon.settings import Settings
    from rashomon.text.plugins import tagger

    settings = Settings(tagger=args.tagger)
    tagger(settings.tagger)  # an unknown one is refused before the first line is read
    good = True
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="surrogateescape", newline="\n")
    for answer, ok in annotate_lines(lines, settings):
        good &= ok
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0 if good else 1
