"""What stands before every request: who may ask, from where, how much; and the headers that every answer carries.

Without a token the server is for this machine only, so a page of a stranger must not reach it through the reader's
browser: the name in `Host` must be one of ours (a name of a stranger that leads to this machine is refused), and what
changes anything must come from a page of ours and be JSON. With a token every request needs it, as `Authorization:
Bearer TOKEN` or as the password of HTTP Basic, which browsers and feed readers know.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.serve.answers import JSON, trouble

LARGEST = 64 * 1024
"""Bytes of a request at the most."""
LONGEST = 32 * 1024
"""Characters of a path with its query at the most."""
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}
CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of what is no page."""
_HOST = re.compile(r"(?P<name>\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(?::\d{1,5})?")


class Guard:
    """ASGI middleware; `hosts` are the names this server answers to, None for any."""

    def __init__(self, app: ASGIApp, token: str | None = None, hosts: Iterable[str] | None = LOOPBACK) -> None:
        self.app = app
        self._token = token.encode() if token else None
        self._hosts = None if hosts is None else frozenset(h.lower() for h in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        dressed = _Dressed(send)
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, dressed)
            return
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}
            dressed.silent = True
        if "transfer-encoding" in headers and "content-length" not in headers:  # as long as it turns out to be
            body = await _whole(receive)
            if body is None:
                await _too_large()(scope, receive, dressed)
                return
            receive = _again(body, receive)
        await self.app(scope, receive, dressed)

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        if len(scope.get("raw_path") or scope["path"]) + len(scope.get("query_string", b"")) > LONGEST:
            return trouble(414, "too-long", f"the address has more than {LONGEST} characters")
        if (name := host_name(headers.getlist("host"))) is None or (
            self._hosts is not None and name not in self._hosts
        ):
            return trouble(421, "wrong-host", "this server does not answer to that name: see --name of `desk serve`")
        if self._token is not None and not self._knows(headers.get("authorization", "")):
            challenge = {"WWW-Authenticate": 'Basic realm="Rashomon", charset="UTF-8", Bearer'}
            return trouble(401, "unauthorized", "the token of this desk is needed", challenge)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit():
            return trouble(400, "bad-length", "Content-Length is no number")
        if len(length) > 9 or int(length) > LARGEST:
            return _too_large()
        return None if scope["method"] in SAFE else _from_elsewhere(scope["method"], headers)

    def _knows(self, given: str) -> bool:
        kind, _, value = given.partition(" ")
        value = value.strip()
        if kind.lower() == "basic":
            try:
                value = base64.b64decode(value, validate=True).decode().partition(":")[2]
            except (binascii.Error, ValueError):
                value = ""
        elif kind.lower() != "bearer":
            value = ""
        return self._token is not None and hmac.compare_digest(value.encode("utf-8", "surrogatepass"), self._token)


def host_name(given: list[str]) -> str | None:
    """The name in a `Host` header without its port; None when there is none, more than one, or no name."""
    found = _HOST.fullmatch(given[0].strip()) if len(given) == 1 else None
    return found["name"].lower().rstrip(".") if found else None


def _from_elsewhere(method: str, headers: Headers) -> Response | None:
    """Refuses to change anything for a page of somebody else."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = origin is None or urlsplit_host(origin) == headers["host"].strip().lower()
    if not own or site not in (None, "same-origin", "none"):
        return trouble(403, "cross-site", "a page of another site cannot change anything here")
    given = headers.get("content-type", JSON if method == "DELETE" else "")
    if given.partition(";")[0].strip().lower() != JSON:
        return trouble(415, "not-json", "send JSON, with Content-Type: application/json")
    return None


def urlsplit_host(origin: str) -> str | None:
    """Host and port of an origin, None when it has none."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return None
    return parts.netloc.lower() if parts.scheme in ("http", "https") and parts.netloc else None


def _too_large() -> Response:
    return trouble(413, "too-large", f"a request may have {LARGEST} bytes")


class _Dressed:
    """Adds the headers that every answer carries; says nothing of the body to who asked for the head."""

    def __init__(self, send: Send) -> None:
        self._send, self.silent = send, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", CLOSED)
        elif self.silent and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)


async def _whole(receive: Receive) -> bytes | None:
    """The body of a request that does not say how long it is; None when it is too large."""
    body = b""
    while len(body) <= LARGEST:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return body if len(body) <= LARGEST else None
    return None


def _again(body: bytes, receive: Receive) -> Receive:
    """Gives a body that was read already, then what comes after it."""
    given = False

    async def once_more() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once_more
