"""The application: guard, pages, REST interface, feeds and MCP over one desk, and what becomes of errors."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from os import PathLike

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon import __version__
from rashomon.desk.reading import utc_now
from rashomon.errors import RashomonError
from rashomon.serve import atom
from rashomon.serve.answers import trouble
from rashomon.serve.desks import Desks
from rashomon.serve.guard import LOOPBACK, Guard
from rashomon.serve.pages import routes as pages
from rashomon.serve.pages.shown import problem_page
from rashomon.serve.rest import routes as rest
from rashomon.serve.rest.shapes import in_words
from rashomon.serve.tools.server import Endpoint

ABOUT = (
    "What a desk of Rashomon knows: stories, their dossiers, reports, figures, quotations, disagreements, changes. "
    "Every line carries cites: a report, characters of its text, the words. Nothing is generated."
)
CODES = {400: "bad-request", 404: "not-found", 405: "method-not-allowed", 422: "bad-parameter"}


def build(
    folder: str | PathLike[str],
    token: str | None = None,
    *,
    hosts: Iterable[str] | None = LOOPBACK,
    read_only: bool = False,
    now: Callable[[], str] = utc_now,
) -> FastAPI:
    """The ASGI application that serves the desk in `folder`. Raises NotADesk.

    `token`: every request needs it; `hosts`: the names the server answers to, None for any (only with a token);
    `read_only`: nothing can be decided or saved, and dossiers are not kept.
    """
    desks = Desks(str(folder), read_only, now)
    tools = Endpoint(desks)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        try:
            async with tools.running():
                yield
        finally:
            desks.stop()

    app = FastAPI(
        title="Rashomon desk",
        version=__version__,
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=lifespan,
        separate_input_output_schemas=False,
        redirect_slashes=False,
    )
    app.state.desks = desks
    app.include_router(rest.router(desks))
    app.include_router(atom.router(desks))
    app.include_router(pages.router(desks))
    app.router.routes.append(Route("/mcp", endpoint=tools, include_in_schema=False))
    app.add_middleware(Guard, token=token, hosts=hosts)
    app.add_exception_handler(RashomonError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _defect)
    return app


def _told(request: Request, status: int, code: str, message: str, headers: dict[str, str] | None = None) -> Response:
    """An error as a page where a page was asked for, else in the one shape."""
    path = request.url.path
    if path.startswith(("/api/", "/mcp")) or path.endswith(".atom") or request.method != "GET":
        return trouble(status, code, message, headers)
    return problem_page(status, message, headers)


async def _ours(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, RashomonError)
    message = str(problem) if problem.http_status < 500 else _plainly(problem)
    later = {"Retry-After": "5"} if problem.http_status == 503 else None
    return _told(request, problem.http_status, problem.code, message, later)


def _plainly(problem: RashomonError) -> str:
    """What an outsider is told of trouble with the desk itself: no paths of this machine."""
    return ((type(problem).__doc__ or "").strip().splitlines() or ["The desk cannot be read."])[0]


async def _invalid(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, RequestValidationError)
    first = problem.errors()[0] if problem.errors() else {"loc": (), "msg": "the request cannot be meant"}
    return _told(request, 422, CODES[422], in_words(first, 1))


async def _http(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    status = problem.status_code
    message = f"there is nothing at {request.url.path}" if status == 404 else str(problem.detail)
    return _told(request, status, CODES.get(status, "error"), message, dict(problem.headers or {}))


async def _defect(request: Request, problem: Exception) -> Response:
    return _told(request, 500, "defect", "a defect of ours; the log of the server has more")
