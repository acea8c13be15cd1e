"""`rashomon desk COMMAND …`: a folder that takes reports again and again. Each command is a module with `add`."""

from __future__ import annotations

import argparse
import os
from typing import Any

from rashomon.cli.desk import decide, find, follow, intake, look, serve

MODULES = (intake, follow, look, find, decide, serve)
"""In the order of the help; a module adds one command or several."""


def add(commands: Any) -> None:
    """Add the command with its own commands to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "desk",
        help="keep reports, their stories and dossiers in a folder",
        description="A folder that takes reports again and again and always knows their stories. See docs/desk.md.",
    )
    inner = parser.add_subparsers(dest="desk_command", required=True, metavar="COMMAND")
    for module in MODULES:
        module.add(inner, _shared())


def _shared() -> argparse.ArgumentParser:
    """The options of every command."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--desk",
        metavar="FOLDER",
        default=os.environ.get("RASHOMON_DESK") or ".",
        help="the folder of the desk (else $RASHOMON_DESK, else this folder)",
    )
    shared.add_argument("--json", action="store_true", help="print JSON")
    return shared
