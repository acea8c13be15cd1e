"""A local web server written for these tests: every misbehaviour a site can show, on 127.0.0.1 only."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

pytest.importorskip("httpx2", reason="needs the extra rashomon[follow]")
pytest.importorskip("feedparser", reason="needs the extra rashomon[follow]")
pytest.importorskip("protego", reason="needs the extra rashomon[follow]")

from rashomon.follow import Fetcher, Limits
from rashomon.follow.pace import Pace

Route = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A site whose routes a test sets; `asked` holds the requests that came: (path, headers)."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                # A client that gives up in the middle of an answer is what some tests are about.
                with contextlib.suppress(ConnectionError):
                    site.routes.get(self.path, answer(404, b"no"))(self)

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: Any) -> None:
                """A client that hangs up is no error here."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.server_address[1]}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def paths(self) -> list[str]:
        """The paths asked for, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def answer(status: int = 200, body: bytes = b"", **headers: str) -> Route:
    """A route that always answers the same."""

    def route(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return route


def conditional(body: bytes, etag: str, kind: str = "text/html") -> Route:
    """A route that answers 304 to who has `etag`."""

    def route(request: BaseHTTPRequestHandler) -> None:
        if request.headers.get("If-None-Match") == etag:
            answer(304, ETag=etag)(request)
        else:
            answer(200, body, ETag=etag, Content_Type=kind)(request)

    return route


def endless(request: BaseHTTPRequestHandler) -> None:
    """Never stops sending."""
    request.send_response(200)
    request.send_header("Connection", "close")
    request.end_headers()
    while True:
        request.wfile.write(b"x" * 50_000)


def dripping(request: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for ever: never silent, never done."""
    request.send_response(200)
    request.send_header("Connection", "close")
    request.end_headers()
    while True:
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.05)


def silent(request: BaseHTTPRequestHandler) -> None:
    """Takes the request and says nothing."""
    time.sleep(1.5)
    request.close_connection = True


def packed_bomb() -> Route:
    """200 MB of zeros in 200 kB."""
    return answer(200, gzip.compress(b"\0" * 200_000_000, 9), Content_Encoding="gzip")


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def fetcher(site: Site) -> Iterator[Fetcher]:
    """A fetcher that may ask the local site, without pauses and with small limits."""
    limits = Limits(bytes=300_000, seconds=0.7, silence=0.4, redirects=3)
    with Fetcher(limits, permit=[site.host], pace=Pace(least=0.0, sleep=lambda _: None)) as fetcher:
        yield fetcher
