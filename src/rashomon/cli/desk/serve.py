"""`rashomon desk serve | mcp`: a desk as pages and interfaces."""

from __future__ import annotations

import argparse
from typing import Any

from rashomon.cli.desk.shown import say


def add(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands to the parser."""
    serve = commands.add_parser(
        "serve",
        parents=[shared],
        help="pages, REST, Atom feeds and MCP over this desk, on this machine",
        description="Serves the desk until stopped (Ctrl-C). See docs/serve.md.",
    )
    serve.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen (127.0.0.1)")
    serve.add_argument("--port", type=int, default=8765, metavar="N", help="the port (8765; 0: any that is free)")
    serve.add_argument(
        "--token-file", metavar="FILE", help="a file with the token every request needs (else $RASHOMON_TOKEN)"
    )
    serve.add_argument(
        "--name", action="append", default=[], metavar="HOST", help="a name it answers to; may be given again"
    )
    serve.add_argument("--read-only", action="store_true", help="nothing can be decided or saved")
    serve.set_defaults(run=run_serve)
    mcp = commands.add_parser(
        "mcp",
        parents=[shared],
        help="MCP tools over this desk, on standard input and output",
        description="Read-only tools for programs that talk MCP. See docs/serve.md.",
    )
    mcp.set_defaults(run=run_mcp)


def run_serve(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    from rashomon.serve.running import find_token, run

    token = find_token(args.token_file)
    run(
        args.desk,
        args.host,
        args.port,
        token=token,
        names=args.name,
        read_only=args.read_only,
        ready=lambda address: say(f"serving {args.desk} at {address}" + (" (with a token)" if token else "")),
    )
    return 0


def run_mcp(args: argparse.Namespace) -> int:
    """Answer until standard input ends."""
    from rashomon.serve.running import run_mcp

    run_mcp(args.desk)
    return 0
