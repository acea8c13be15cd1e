"""Running the server: which address, which token, and a clean end when the system asks for one."""

from __future__ import annotations

import ipaddress
import os
import signal
import socket
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from rashomon.errors import UsageError
from rashomon.serve import app, missing

TOKEN = "RASHOMON_TOKEN"
SHORTEST = 16
"""Characters of a token at the least."""
GRACE = 5
"""Seconds that requests have to end when the server is told to stop."""


def find_token(file: str | None) -> str | None:
    """The token in `file`, else in the environment, else None. Raises UsageError for one that protects nothing."""
    if file is None:
        token, where = os.environ.get(TOKEN), f"${TOKEN}"
    else:
        where = f"--token-file {file}"
        try:
            token = Path(file).read_text(encoding="utf-8")
            others = Path(file).stat().st_mode & (stat.S_IRGRP | stat.S_IROTH)
        except (OSError, ValueError) as problem:
            raise UsageError(f"{where}: {problem}") from problem
        if others and os.name == "posix":
            raise UsageError(f"{where}: other users can read it; run: chmod 600 {file}")
    if token is None:
        return None
    token = token.strip()
    if len(token) < SHORTEST or not token.isascii() or not token.isprintable() or " " in token:
        raise UsageError(f"{where}: a token has at least {SHORTEST} letters, digits or signs without a space")
    return token


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server at `host`."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def names_of(host: str, port: int, more: Iterable[str]) -> list[str] | None:
    """The names the server answers to; None (any) where it can be reached from outside and none was given."""
    given = [name.lower() for name in more]
    if is_loopback(host):
        own = f"[{host.strip('[]')}]" if ":" in host else host
        return ["localhost", "127.0.0.1", "[::1]", own, *given]
    return [*given, host] if given else None


def run(
    folder: str,
    host: str = "127.0.0.1",
    port: int = 8765,
    *,
    token: str | None = None,
    names: Iterable[str] = (),
    read_only: bool = False,
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve the desk in `folder` until told to stop; `ready` is called with the address once it listens.

    Raises UsageError when the address cannot be had, or would be open to others without a token.
    """
    if not is_loopback(host) and token is None:
        raise UsageError(
            f"--host {host}: others could read this desk and decide in it; give a token with --token-file FILE or "
            f"${TOKEN}, or serve on 127.0.0.1"
        )
    served = app(folder, token, hosts=names_of(host, port, names), read_only=read_only)
    try:
        import uvicorn
    except ModuleNotFoundError as problem:
        raise missing(problem) from None
    listening = _listen(host, port)
    shown = f"[{host.strip('[]')}]" if ":" in host else host

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                ready(f"http://{shown}:{listening.getsockname()[1]}/")

    config = uvicorn.Config(
        served,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=True,
        proxy_headers=False,
        lifespan="on",
        limit_concurrency=200,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=GRACE,
    )
    # uvicorn raises the signal again when it has stopped; to stop cleanly is all that was asked for.
    before = {s: signal.signal(s, _nothing) for s in (signal.SIGTERM, signal.SIGINT)}
    try:
        Server(config).run(sockets=[listening])
    finally:
        listening.close()
        for which, handler in before.items():
            signal.signal(which, handler)


def run_mcp(folder: str) -> None:
    """Answer MCP on standard input and output until it ends. Raises NotADesk, MissingExtra."""
    try:
        import asyncio

        from rashomon.serve.desks import Desks
        from rashomon.serve.tools.server import serve
    except ModuleNotFoundError as problem:
        raise missing(problem) from None
    desks = Desks(folder)
    try:
        asyncio.run(serve(desks).run_stdio_async())
    finally:
        desks.stop()


def _listen(host: str, port: int) -> socket.socket:
    if not 0 <= port < 2**16:
        raise UsageError(f"--port {port} cannot be had: ports go from 0 to 65535")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio sends small answers at once; without it each waits 40 ms for an acknowledgement.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host.strip("[]"), port))
        listening.listen(128)
        return listening
    except OSError as problem:
        listening.close()
        raise UsageError(f"{host}:{port} cannot be had: {getattr(problem, 'strerror', None) or problem}") from problem


def _nothing(*_: Any) -> None:
    """The signal has done its work."""
