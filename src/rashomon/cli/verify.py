"""`rashomon verify DOSSIER.json [PATH…]`: proves a dossier."""

from __future__ import annotations

import argparse
import sys
from typing import Any


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("verify", help="prove every cite of a dossier")
    parser.add_argument("dossier", metavar="DOSSIER.json")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="the source files: they must still give these texts")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """One line per broken cite; 0 when all hold, else 1."""
    from rashomon.run.verify import load, verify

    proof = verify(load(args.dossier), args.paths)
    for line in proof.broken:
        print(line)
    for path in proof.unproven:
        print(f"not checked against its source: {path}", file=sys.stderr)
    if proof.holds:
        print(f"{args.dossier}: {proof.cites} cites hold", file=sys.stderr)
    return 0 if proof.holds else 1
