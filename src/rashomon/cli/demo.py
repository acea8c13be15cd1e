"""`rashomon demo`: compares the bundled example and opens its page in the browser."""

from __future__ import annotations

import argparse
import sys
import tempfile
import webbrowser
from importlib import resources
from pathlib import Path
from typing import Any

from rashomon.errors import RashomonError, UsageError

EXAMPLE = "ferry"


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "demo", help="compare the bundled example and open its page", description="Compare the bundled example."
    )
    parser.add_argument("--no-open", action="store_true", help="only write the page and print where it is")
    parser.add_argument("--out", metavar="FILE.html", help="where to write the page (else the temporary folder)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the page, print its path, open it where there is a browser."""
    from rashomon.api import compare

    out = Path(args.out) if args.out else Path(tempfile.gettempdir()) / "rashomon-demo.html"
    if out.suffix != ".html":
        raise UsageError(f"--out {out}: the name must end in .html")
    path = compare([example()]).save(out).resolve()
    print(path)
    if not args.no_open and not _opened(path):
        print("no browser was found: open the file above in one", file=sys.stderr)
    return 0


def example() -> Path:
    """The folder of the bundled reports: inside the package, or in the repository it is run from."""
    inside = Path(str(resources.files("rashomon"))) / "examples" / EXAMPLE
    beside = Path(__file__).parents[3] / "examples" / EXAMPLE
    for folder in (inside, beside):
        if folder.is_dir():
            return folder
    raise RashomonError(f"the example {EXAMPLE!r} is missing from this installation (looked in {inside})")


def _opened(path: Path) -> bool:
    try:
        return webbrowser.open(path.as_uri())
    except (webbrowser.Error, OSError):
        return False
