"""`rashomon COMMAND …`: parses arguments, calls a command, turns errors into one line and an exit status."""

from __future__ import annotations

import argparse
import io
import os
import sys

from rashomon import __version__
from rashomon.errors import RashomonError

STOPPED = 130
"""Status of what was stopped by hand (Ctrl-C), as shells have it."""


def main(argv: list[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="rashomon", description="Compare news reports of one event, to the letter.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    from rashomon.cli import annotate, compare, demo, desk, export, group, same_name, verify

    for module in (compare, verify, export, annotate, same_name, group, desk, demo):
        module.add(commands)
    parser.add_argument("--version", action="version", version=f"rashomon {__version__}")
    args = parser.parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # the same bytes under every locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except RashomonError as problem:
        print(f"rashomon: {problem}", file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        print("rashomon: stopped", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        _leave_quietly()
        return 1
    except OSError as problem:  # a disk that is full, a folder without the right to write
        where = f"{problem.filename}: " if problem.filename else ""
        print(f"rashomon: {where}{problem.strerror or problem}", file=sys.stderr)
        return 1
    return status


def _leave_quietly() -> None:
    """What still waits for a reader that went away goes nowhere, without a word at the end of the process."""
    sys.stderr.close()
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a standard output that is no file
        return


if __name__ == "__main__":
    sys.exit(main())
