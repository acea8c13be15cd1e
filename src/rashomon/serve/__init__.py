"""A desk as pages, a REST interface, Atom feeds and MCP tools; see `app` and docs/serve.md.

Thin over `rashomon.desk`: nothing is decided here. Needs the extra `rashomon[serve]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rashomon.errors import MissingExtra

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["app"]


def app(folder: Any, token: str | None = None, **how: Any) -> FastAPI:
    """The ASGI application that serves the desk in `folder`; see `rashomon.serve.building.build`.

    Raises MissingExtra, NotADesk.
    """
    try:
        from rashomon.serve.building import build
    except ModuleNotFoundError as problem:
        raise missing(problem) from None
    return build(folder, token, **how)


def missing(problem: ModuleNotFoundError) -> Exception:
    """What to raise when a module is not there: the extra that brings it, or `problem` when it is one of our own."""
    if problem.name is None or problem.name.split(".")[0] == "rashomon":
        return problem
    return MissingExtra("serving a desk", "serve")
