"""`rashomon annotate`: a filter over JSON lines."""

from __future__ import annotations

import argparse
from typing import Any

from rashomon.cli.jsonlines import read_lines, write_answers


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
    # Offsets must be those of the text as it was sent: a line with broken bytes is refused, not mended.
    return write_answers(annotate_lines(read_lines("surrogateescape"), settings))
